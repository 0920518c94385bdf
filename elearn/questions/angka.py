"""angka: type a number."""

import re
from collections.abc import Sequence
from typing import cast

from elearn.questions.lines import empty, none_accepted
from elearn.questions.typed import TypedKey, fold
from elearn.questions.values import Fault, Key, Line, Shape, Verdict

_NUMBER = re.compile(r"([+-]?)([1-9][0-9]{0,2}(?:\.[0-9]{3})+|[0-9]+)(?:,([0-9]+))?")
_DOUBTFUL = re.compile(r"[+-]?[1-9][0-9]{0,2},[0-9][0-9]0")  # 12,500: thousands, or 12 and a half?
_RAISED = re.compile("(?:^|[^A-Za-z])[\u00b9\u00b2\u00b3]")          # 10², but not cm²
_RUPIAH = re.compile("^rp[.]? ?")
_PRICE = re.compile(",-$")                                   # Rp5.000,-
_NO_UNIT = re.compile("[0-9+,.-]")


class Angka:
    """A typed number. Raw: the text as it was typed; canonical "12500", "12,5"."""

    name = "angka"
    english = "number"
    shape: Shape = "typed"
    instruction = "Tulis angkanya, lalu ketuk Periksa."

    def faults(self, lines: Sequence[Line], at: int) -> list[Fault]:
        """Return what is wrong: some number is accepted, each is one, and no two meet."""
        return none_accepted(lines, at) + empty(lines) + _misspelt(lines) + _meeting(lines)

    def key(self, lines: Sequence[Line]) -> dict[str, object]:
        """Return a `TypedKey` of canonical numbers, "100±5" where there is a tolerance."""
        unit = next((fold(line.unit) for line in lines), "")
        key: dict[str, object] = {
            "kind": self.name,
            "of": [_canonical(line) for line in lines],
            "ok": [at for at, line in enumerate(lines) if line.accepted],
        }
        return key if not unit or _NO_UNIT.match(unit) else {**key, "unit": unit}

    def mark(self, key: Key, raw: str) -> Verdict:
        """Mark a typed number; the first line whose range it is in answers."""
        answers = cast(TypedKey, key)
        value = thousandths(raw, answers.get("unit", ""))
        if value is None:
            return Verdict("unclear")
        fits = [at for at, text in enumerate(answers["of"]) if _fits(value, text)]
        line = fits[0] if fits else None
        return Verdict("right" if line in answers["ok"] else "wrong", decimal(value), line)

    def right(self, key: Key) -> str:
        """Return the first accepted number."""
        answers = cast(TypedKey, key)
        return next((answers["of"][line].split("±")[0] for line in answers["ok"]), "")


def thousandths(text: str, unit: str = "") -> int | None:
    """Return a number as people here write it, times 1000; None when that is in doubt.

    A dot before exactly three digits marks thousands, a comma the decimals; "Rp" may stand before,
    "Rp", "rupiah" or the (folded) unit after. At most 12 digits and 3 decimals, so that the result
    is exact in any browser.
    """
    folded = _bare(fold(text), unit)
    found = _NUMBER.fullmatch(folded)
    if not found or _DOUBTFUL.fullmatch(folded) or _RAISED.search(text):
        return None
    whole = found[2].replace(".", "").lstrip("0")
    part = (found[3] or "").rstrip("0")
    if len(whole) > 12 or len(part) > 3:
        return None
    value = int(whole or "0") * 1000 + int(part.ljust(3, "0"))
    return -value if found[1] == "-" else value


def decimal(value: int) -> str:
    """Return thousandths as a number with a decimal comma, without dots: -12500 as "-12,5"."""
    whole, part = divmod(abs(value), 1000)
    digits = f"{whole},{part:03}".rstrip("0").rstrip(",") if part else str(whole)
    return "-" + digits if value < 0 else digits


def _bare(text: str, unit: str) -> str:
    text = _PRICE.sub("", _RUPIAH.sub("", text))
    for word in (unit, "rupiah", "rp"):
        if word and text.endswith(word):
            return text[: -len(word)].rstrip(" ")
    return text


def _range(text: str, unit: str = "") -> tuple[int, int] | None:
    """Return (value, tolerance) of "100 ± 5" in thousandths."""
    value, mark, give = text.partition("±")
    middle = thousandths(value, unit)
    width = thousandths(give, unit) if mark else 0
    if middle is None or width is None or width < 0:
        return None
    return middle, width


def _fits(value: int, text: str) -> bool:
    found = _range(text)
    return found is not None and abs(value - found[0]) <= found[1]


def _canonical(line: Line) -> str:
    found = _range(line.text, fold(line.unit))
    if found is None:
        return ""
    value, width = found
    return f"{decimal(value)}±{decimal(width)}" if width else decimal(value)


def _misspelt(lines: Sequence[Line]) -> list[Fault]:
    return [
        Fault(
            line.number,
            "'{text}' bukan angka yang jelas. Tulis seperti 12500, 12.500 atau 12,5 "
            "(paling banyak 12 angka dan 3 angka di belakang koma); boleh dengan '± 5'.",
            {"text": line.text},
        )
        for line in lines
        if line.text.strip() and not _canonical(line)
    ]


def _meeting(lines: Sequence[Line]) -> list[Fault]:
    """Return a fault for each line that shares a number with an earlier one."""
    faults = []
    before: list[tuple[int, int, Line]] = []
    for line in lines:
        value, width = _range(line.text, fold(line.unit)) or (0, -1)
        if width < 0:
            continue
        met = next((other for at, give, other in before if abs(value - at) <= width + give), None)
        if met:
            message = "'{text}' sama dengan jawaban di baris {other}. Ganti atau hapus salah satu."
            faults.append(Fault(line.number, message, {"text": line.text, "other": met.number}))
        before.append((value, width, line))
    return faults
