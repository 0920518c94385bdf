"""A cash book: what came in, what went out, and what is left after each line."""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

from elearn.language.numbers import format_number

MOST = 8
"""Lines of one book."""

_LINE = re.compile(
    r"\s*(?P<name>[^\W\d_][^;+\-=?<>{}()\[\]]{0,29}?)\s*"
    r"(?P<sign>[+-])\s*(?P<amount>[0-9]{1,8})?(?P<asked>\?)?(?P<left>=\?)?\s*"
)
_HEADS = {
    "id": ("Buku kas", "Keterangan", "Masuk", "Keluar", "Saldo"),
    "en": ("Cash book", "Item", "In", "Out", "Balance"),
}


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of the book; None where a cell is asked for or cannot be known."""

    name: str
    comes: bool              # in, else out
    amount: int | None
    left: int | None
    left_asked: bool


class Kas:
    """`kas:Modal+50000;Singkong-20000`: 50.000 came in, 20.000 went out, 30.000 are left.

    `Minyak-?` asks for an amount and leaves the balances after it empty, `Minyak-8000?` asks for it
    and shows them; `Keripik+35000=?` asks what is left.
    """

    name = "kas"
    digits = 1

    def fault(self, args: str) -> str | None:
        """Some lines, each with a name, a sign and an amount, never more out than there is."""
        return self._read(args)[1]

    def block(self, args: str, language: str = "id") -> str:
        """Return a table; what is asked for is a cell with a question mark."""
        title, *heads = _heads(language)
        head = "".join(f'<th scope="col">{one}</th>' for one in heads)
        rows = "".join(
            f'<tr><th scope="row">{html.escape(line.name)}</th>{_cells(line, language)}</tr>'
            for line in self._lines(args)
        )
        return (
            f'<table class="fig kas"><caption>{title}</caption>'
            f"<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"
        )

    def alt(self, args: str, language: str = "id", *, question: bool = False) -> str:
        """Read the book out, line by line; what is asked for is not in it."""
        del question
        title = _heads(language)[0]
        return ". ".join([title, *(_said(line, language) for line in self._lines(args))])

    def _lines(self, args: str) -> tuple[_Line, ...]:
        lines, message = self._read(args)
        if message:
            raise ValueError(message)
        return lines

    def _read(self, args: str) -> tuple[tuple[_Line, ...], str | None]:
        found = [_LINE.fullmatch(one.replace("_", " ")) for one in args.split(";")]
        lines = [one for one in found if one and (one["amount"] or one["asked"])]
        if len(lines) < len(found):
            return (), ("Tulis buku kas seperti kas:Modal+50000;Singkong-20000;Keripik+35000. "
                        "Angkanya tanpa titik; yang ditanyakan ditulis ?.")
        if len(lines) > MOST:
            return (), "Paling banyak 8 baris dalam satu buku kas."
        read = tuple(_balanced(lines))
        if any(line.left is not None and line.left < 0 for line in read):
            return (), ("Tulis uang keluar yang tidak lebih dari saldo buku kas, misalnya "
                        "kas:Modal+50000;Singkong-20000.")
        return tuple(_shown(line, one) for line, one in zip(read, lines, strict=True)), None


def _heads(language: str) -> tuple[str, ...]:
    return _HEADS["en" if language == "en" else "id"]


def _balanced(lines: list[re.Match[str]]) -> Iterator[_Line]:
    """Yield every line with what is left after it, as far as that can be known."""
    left: int | None = 0
    for line in lines:
        amount = int(line["amount"]) if line["amount"] else None
        comes = line["sign"] == "+"
        if left is not None:
            left = None if amount is None else left + (amount if comes else -amount)
        yield _Line(line["name"].strip(), comes, amount, left, bool(line["left"]))


def _shown(line: _Line, written: re.Match[str]) -> _Line:
    """Return a line without what is asked for."""
    return _Line(
        line.name, line.comes, None if written["asked"] else line.amount,
        None if line.left_asked else line.left, line.left_asked,
    )


def _cells(line: _Line, language: str) -> str:
    amount = _cell(line.amount, line.amount is None, language)
    moved = f"{amount}<td></td>" if line.comes else f"<td></td>{amount}"
    return moved + _cell(line.left, line.left_asked, language)


def _cell(value: int | None, asked: bool, language: str) -> str:
    if value is not None:
        return f"<td>{format_number(value, language)}</td>"
    return '<td class="tanya">?</td>' if asked else "<td></td>"


def _said(line: _Line, language: str) -> str:
    _, _, comes, goes, left = (head.lower() for head in _heads(language))
    what = comes if line.comes else goes
    blank = "not filled in" if language == "en" else "belum diisi"
    said = f"{line.name}: {what} {_value(line.amount, blank, language)}"
    if line.left is None and not line.left_asked:
        return said
    return f"{said}, {left} {_value(line.left, blank, language)}"


def _value(value: int | None, blank: str, language: str) -> str:
    return blank if value is None else format_number(value, language)
