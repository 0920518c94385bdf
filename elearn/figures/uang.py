"""Rupiah notes and coins by what is printed on them; no likeness of real money."""

from elearn.figures.values import ACCENT, ON_ACCENT, WIDEST, frame

NOTES = (1000, 2000, 5000, 10_000, 20_000, 50_000, 100_000)
COINS = (100, 200, 500)
MOST = 12
"""Pieces in one drawing."""

NOTE, COIN, HEIGHT, GAP = 100, 52, 52, 8      # pixels: widths of the two, one height


class Uang:
    """`uang:5000+2000`: a note of 5.000 and one of 2.000."""

    name = "uang"
    digits = 1

    def fault(self, args: str) -> str | None:
        """Only money in use, joined by +, at most twelve pieces."""
        pieces = args.split("+")
        if any(piece not in _KNOWN for piece in pieces):
            return ("Tulis uang yang ada, misalnya uang:5000+2000. Koin: 100, 200, 500. "
                    "Kertas: 1000, 2000, 5000, 10000, 20000, 50000, 100000.")
        if len(pieces) > MOST:
            return "Paling banyak 12 lembar atau keping dalam satu gambar uang."
        return None

    def svg(self, args: str) -> str:
        """Draw the pieces in the order they are written, as many in a row as fit."""
        placed = _placed(self._pieces(args))
        shapes = "".join(_shape(value, x, y) for value, x, y in placed)
        labels = "".join(_label(value, x, y) for value, x, y in placed)
        return frame(
            self.name,
            max(x + _width(value) for value, x, _ in placed),
            max(y for _, _, y in placed) + HEIGHT,
            f'{shapes}<g stroke="none" fill="currentColor" font-size="21" font-weight="700" '
            f'text-anchor="middle">{labels}</g>',
        )

    def alt(self, args: str, language: str = "id", *, question: bool = False) -> str:
        """Name every piece, and outside a question what they come to."""
        pieces = self._pieces(args)
        said = ", ".join(_name(value, language) for value in pieces)
        if question or len(pieces) == 1:
            return said
        return f"{said}: {'together' if language == 'en' else 'semuanya'} " + _rupiah(
            sum(pieces), language)

    def _pieces(self, args: str) -> tuple[int, ...]:
        if message := self.fault(args):
            raise ValueError(message)
        return tuple(int(piece) for piece in args.split("+"))


_KNOWN = frozenset(str(value) for value in NOTES + COINS)


def _width(value: int) -> int:
    return COIN if value in COINS else NOTE


def _placed(pieces: tuple[int, ...]) -> list[tuple[int, int, int]]:
    """Return every piece with the left and upper pixel of its place, row after row."""
    placed = []
    x = y = 0
    for value in pieces:
        if x + _width(value) > WIDEST:
            x, y = 0, y + HEIGHT + GAP
        placed.append((value, x, y))
        x += _width(value) + GAP
    return placed


def _shape(value: int, x: int, y: int) -> str:
    if value in COINS:
        return f'<circle class="aksen" fill="{ACCENT}" cx="{x + 26}" cy="{y + 26}" r="25"/>'
    return (
        f'<path class="aksen" fill="{ACCENT}" stroke="none" d="M{x + 2} {y + 2}h96v9h-96z"/>'
        f'<rect x="{x + 1}" y="{y + 1}" width="98" height="50" rx="4"/>'
    )


def _label(value: int, x: int, y: int) -> str:
    if value in COINS:
        return f'<text fill="{ON_ACCENT}" x="{x + 26}" y="{y + 34}">{value}</text>'
    grouped = f"{value:,}".replace(",", ".")
    return f'<text x="{x + 50}" y="{y + 38}">{grouped}</text>'


def _name(value: int, language: str) -> str:
    if language == "en":
        return f"a {'coin' if value in COINS else 'note'} of {_rupiah(value, language)}"
    return f"{'koin' if value in COINS else 'lembar'} {_rupiah(value, language)}"


def _rupiah(value: int, language: str) -> str:
    grouped = f"{value:,}"
    return f"Rp{grouped if language == 'en' else grouped.replace(',', '.')}"
