"""The design's measures, written into the styles when they are bundled.

`static/css/tokens/scale.css` names what has one value on every page: spaces, corners, targets. The
sources say `var(--space-2)`; a page gets `8px`, which is shorter, and every old browser knows it.
What changes with the theme or with what a learner chose (`tokens/colours.css`,
`tokens/looks.css`) stays a custom property.
"""

import re
from collections.abc import Mapping

SCALE = "tokens/scale.css"

_TOLD = re.compile(r"(--[a-z0-9-]+):([^;{}]+);")
_USED = re.compile(r"var\((--[a-z0-9-]+)\)")


def measures(scale: str) -> Mapping[str, str]:
    """Return each measure of a squeezed `scale` with its value; ValueError if one is told twice."""
    told = _TOLD.findall(scale)
    if len(told) != len({name for name, _ in told}):
        raise ValueError(f"{SCALE}: a measure has two values")
    return dict(told)


def written(css: str, values: Mapping[str, str]) -> str:
    """Return `css` with these measures in their places; what is none of them stays."""
    return _USED.sub(lambda found: values.get(found[1], found[0]), css)
