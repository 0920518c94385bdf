"""How a letter, a digit, a short word or a row of lines is written, stroke after stroke."""

import re
from dataclasses import dataclass

from elearn.figures.penned import drawing
from elearn.strokes import LINE_NAMES, LINES, WORDS, Glyph, Stroke
from elearn.strokes.lettering import each, row
from elearn.strokes.path import backwards, mirrored

_ARGS = re.compile(
    r"(?P<what>garis-[a-z-]+|[0-9A-Za-z]{1,6})"
    r"(?:@(?P<part>cermin|mundur|(?:(?P<first>[1-9])-)?(?P<last>[1-9])))?"
)
_SIDES = {"kiri": "kanan", "kanan": "kiri", "left": "right", "right": "left"}
_SIDE = re.compile(r"\b(?:" + "|".join(_SIDES) + r")\b")


@dataclass(frozen=True, slots=True)
class _Model:
    """What is drawn: all or some strokes of a model."""

    what: str
    part: str
    glyph: Glyph
    strokes: tuple[Stroke, ...]


class Goresan:
    """`goresan:a`, `goresan:Ani`, `goresan:garis-tegak`; `goresan:a@1` up to the first stroke.

    `goresan:a@2-2` is the second stroke alone and without its number, `@cermin` the mirror,
    `@mundur` each stroke drawn from its end.
    """

    name = "goresan"
    digits = 1

    def fault(self, args: str) -> str | None:
        """Letters and digits there are models of, and strokes that they have."""
        return self._read(args)[1]

    def svg(self, args: str) -> str:
        """Draw it; numbers and arrows are left out where they would tell or crowd."""
        model = self._model(args)
        word = _is_word(model.what)
        return drawing(
            model.strokes, model.glyph.width,
            numbered="-" not in model.part and not word, arrows=not word,
        )

    def alt(self, args: str, language: str = "id", *, question: bool = False) -> str:
        """Say how it is written, in a question, too: the task there is to write it."""
        del question
        model = self._model(args)
        english = language == "en"
        called = _called(model.what, english)
        if _is_word(model.what):
            return called
        said = [WORDS[one.words] if english else one.words for one in model.strokes]
        if model.part == "cermin":
            said = [_SIDE.sub(lambda side: _SIDES[side[0]], one) for one in said]
        if model.part == "mundur":
            called += ", the reverse of" if english else ", kebalikan dari"
        then = "; then " if english else "; lalu "
        return f"{called}: {then.join(dict.fromkeys(said))}"     # a row's lines are all alike

    def _model(self, args: str) -> _Model:
        model, message = self._read(args)
        if model is None:
            raise ValueError(message)
        return model

    def _read(self, args: str) -> tuple[_Model | None, str | None]:
        found = _ARGS.fullmatch(args)
        if found is None:
            return None, ("Tulis huruf, angka, atau kata sampai 6 huruf, misalnya goresan:a, "
                          "goresan:Ani atau goresan:a@1.")
        what, part = found["what"], found["part"] or ""
        if "-" in what and what not in LINES:
            return None, ("Tulis garis yang ada, misalnya goresan:garis-tegak, "
                          "goresan:garis-zigzag atau goresan:garis-lingkaran.")
        if part and _is_word(what):
            return None, "Tulis tanda @ hanya di belakang satu huruf, satu angka, atau garis."
        glyph = LINES[what] if what in LINES else row(what)
        first, last = int(found["first"] or 1), int(found["last"] or len(glyph.strokes))
        if not first <= last <= len(glyph.strokes):
            return None, ("Tulis goresan yang ada pada huruf itu, misalnya goresan:a@1 atau "
                          "goresan:a@2-2.")
        return _Model(what, part, glyph, _turned(glyph, part)[first - 1 : last]), None


def _is_word(what: str) -> bool:
    return what not in LINES and len(what) > 1


def _turned(glyph: Glyph, part: str) -> tuple[Stroke, ...]:
    if part == "cermin":
        return each(glyph.strokes, lambda path: mirrored(path, glyph.width))
    return each(glyph.strokes, backwards) if part == "mundur" else glyph.strokes


def _called(what: str, english: bool) -> str:
    """Return the name of a letter, the letters of a word, or the name of a row of lines."""
    if what in LINES:
        return LINE_NAMES[what] if english else what.replace("-", " ")
    if len(what) > 1:
        return f"{what}: " + ", ".join(_called(one, english) for one in what)
    if what.isupper():
        return f"capital {what}" if english else f"{what} besar"
    return what
