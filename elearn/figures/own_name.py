"""A person's name to write: each letter with its strokes, each word, and a sheet of A4."""

import unicodedata
from collections.abc import Iterator

from elearn.figures.penned import SIDE, drawing
from elearn.strokes import BASE, BELOW, MIDDLE, TOP, WORDS, Glyph
from elearn.strokes.lettering import SPACE, model, row

LINE = 960                    # units of a line of the sheet, at least: a letter is 15 mm high
HIGH = 160                    # units from one line of writing to the next
ROOM = 1240                   # units of a page of A4 that is LINE wide
DOTS = "1 10"
PENCIL, DOTTED = 7, 5
_MOST = 12                    # lines of a sheet, however long the name

_CALLED = {
    "'": ("koma di atas", "apostrophe"), "-": ("garis sambung", "hyphen"), ".": ("titik", "dot"),
    ",": ("koma", "comma"),
}  # fmt: skip
_ALIKE = str.maketrans("’ʼ`\u2010\u2013", "'''--")


def letters(name: str) -> tuple[str, ...]:
    """Return the signs of a name that there is a model of, each once, in their order."""
    signs = unicodedata.normalize("NFC", name)
    return tuple(dict.fromkeys(one for one in signs if one != " " and model(one)))


def letter(sign: str) -> str:
    """Draw a letter with the numbers and arrows of its strokes."""
    glyph = _model(sign)
    return drawing(glyph.strokes, glyph.width, numbered=True, arrows=True)


def word(text: str) -> str:
    """Draw a word to write over; each stroke begins at a dot."""
    glyph = row(text)
    return drawing(glyph.strokes, glyph.width, numbered=False, arrows=False)


def called(sign: str, language: str) -> str:
    """Return the name of a sign: "S besar", "titik"; of a letter with an accent, of the letter."""
    bare = unicodedata.normalize("NFD", sign)[0].translate(_ALIKE)
    english = language == "en"
    if bare in _CALLED:
        return _CALLED[bare][english]
    if bare.isupper():
        return f"capital {bare}" if english else f"{bare} besar"
    return bare


def how(sign: str, language: str) -> str:
    """Say its strokes in their order."""
    said = [WORDS[one.words] if language == "en" else one.words for one in _model(sign).strokes]
    return ("; then " if language == "en" else "; lalu ").join(said)


def sheet(name: str) -> str:
    """Draw a page of lines: the name once in full, often in dots, and lines of her own."""
    glyph = row(name)
    wide = max(LINE, glyph.width)
    lines = min(_MOST, ROOM * wide // LINE // HIGH)
    step = glyph.width + 2 * SPACE
    times = max(1, (wide + 2 * SPACE) // step)
    pens = "".join(f'<path d="{one.path}{"h.01" if one.dot else ""}"/>' for one in glyph.strokes)
    ruled = "".join(
        f'<path d="{_ruled(wide)}" transform="translate(0 {at * HIGH})"/>' for at in range(lines)
    )
    return (
        f'<svg class="lembar" viewBox="{-SIDE} {-SIDE} {wide + 2 * SIDE} {lines * HIGH}" '
        'fill="none" stroke="currentColor" stroke-linecap="round" stroke-linejoin="round">'
        f'<defs><g id="tulisan">{pens}</g></defs><g opacity=".45">{ruled}</g>'
        f'{"".join(_written(lines, times, step))}</svg>'
    )


def _written(lines: int, times: int, step: int) -> Iterator[str]:
    """Yield the name line by line: whole, dotted as often as it fits, dotted once; then none."""
    for line in range(lines - lines // 4):
        dots = f' stroke-dasharray="{DOTS}"' if line else ""
        count = 1 if line == 0 or line > lines // 2 else times
        for at in range(count):
            yield (
                f'<use href="#tulisan" x="{at * step}" y="{line * HIGH}"'
                f' stroke-width="{DOTTED if line else PENCIL}"{dots}/>'
            )


def _ruled(wide: int) -> str:
    return "".join(f"M-12 {line}H{wide + 12}" for line in (TOP, MIDDLE, BASE, BELOW))


def _model(sign: str) -> Glyph:
    glyph = model(sign)
    if glyph is None:
        raise ValueError(f"no model of {sign!r}")
    return glyph
