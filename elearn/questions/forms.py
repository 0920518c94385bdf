"""From the fields of a form to a raw answer."""

import re
from collections.abc import Mapping, Sequence

from elearn.questions.parts import with_parts
from elearn.questions.values import Kind

_PLACE = re.compile("a(0|[1-9][0-9]{0,2})")


def raw_answer(kind: Kind, form: Mapping[str, Sequence[str]]) -> str:
    """Return the raw answer that a form of this kind sent.

    Options, words, typed text and what is said of a task come in field `a`, repeated for several.
    Tiles, pairs and gaps come in `a0`, `a1`, … by place; a place that was left empty stays empty.
    Joined by commas; those that are typed in a gap are escaped.
    """
    if kind.shape in ("options", "words", "typed", "task"):
        return ",".join(form.get("a", ()))
    places = {
        int(field[1:]): values[0]
        for field, values in form.items()
        if values and _PLACE.fullmatch(field)
    }
    last = max(places, default=-1)
    return with_parts(places.get(place, "") for place in range(last + 1))
