"""From the fields of a form to a raw answer."""

import re
from collections.abc import Iterator, Mapping, Sequence

from elearn.questions.parts import with_parts
from elearn.questions.uang import PIECES
from elearn.questions.values import Kind

_PLACE = re.compile("a(0|[1-9][0-9]{0,2})")


def raw_answer(kind: Kind, form: Mapping[str, Sequence[str]]) -> str:
    """Return the raw answer that a form of this kind sent.

    Options, words, typed text and what is said of a task come in field `a`, repeated for several.
    Tiles, pairs and gaps come in `a0`, `a1`, … by place; a place that was left empty stays empty.
    Joined by commas; those that are typed in a gap are escaped. Money comes as pieces in `a`, or as
    how many there are of each: of the largest in `a0`.
    """
    if kind.shape == "money":
        return "+".join([*filter(None, form.get("a", ())), *_counted(form)])
    if kind.shape in ("options", "words", "typed", "task"):
        return ",".join(form.get("a", ()))
    places = _places(form)
    last = max(places, default=-1)
    return with_parts(places.get(place, "") for place in range(last + 1))


def _places(form: Mapping[str, Sequence[str]]) -> dict[int, str]:
    return {
        int(field[1:]): values[0]
        for field, values in form.items()
        if values and _PLACE.fullmatch(field)
    }


def _counted(form: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """Yield the pieces that were counted, "?" for what is no small number."""
    for place, text in sorted(_places(form).items()):
        count = text.strip()
        if place < len(PIECES) and re.fullmatch("[0-9]{1,2}", count):
            yield from [str(PIECES[place])] * int(count)
        elif count:
            yield "?"
