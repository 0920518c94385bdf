"""The walk over a span from token to token, leaving a mark for each piece."""

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType

from elearn.content.pieces import refused
from elearn.content.pieces.braces import brace, loose
from elearn.content.pieces.emojis import alias, emoji
from elearn.content.pieces.gaps import gap
from elearn.content.pieces.images import image
from elearn.content.pieces.links import link
from elearn.content.pieces.taken import CLOSE, OPEN, Lexicon, Span, Taken
from elearn.content.pieces.tokens import TOKENS


def take(span: Span, lexicon: Lexicon) -> Taken:
    """Take the pieces out of a span; total, and linear in its length."""
    taken, text, out, at = Taken(""), span.text, [], 0
    line, counted = span.line, 0
    while found := TOKENS.search(text, at):
        line += text.count("\n", counted, found.start())
        counted = found.start()
        out.append(text[at:found.start()])
        before = len(taken.pieces)
        after = _HANDLES[str(found.lastgroup)](taken, lexicon, found, line)
        at = found.end() if after is None else after
        if len(taken.pieces) > before:
            out.append(f"{OPEN}{before}{CLOSE}")
        elif found.lastgroup in ("sign", "alias"):
            out.append(text[found.start():at])
    taken.text = "".join(out) + text[at:]
    return taken


def _escape(taken: Taken, _lexicon: Lexicon, found: re.Match[str], _line: int) -> None:
    taken.pieces.append(found[0][1])


_Handle = Callable[[Taken, Lexicon, re.Match[str], int], int | None]
_HANDLES: Mapping[str, _Handle] = MappingProxyType({
    "escape": _escape,
    "html": refused.html,
    "apart": refused.apart,
    "image": image,
    "broken": refused.broken,
    "footnote": refused.footnote,
    "gap": gap,
    "link": link,
    "brace": brace,
    "loose": loose,
    "alias": alias,
    "sign": emoji,
})
"""By the name of its token; a handle may return where the walk goes on, else after the token."""
