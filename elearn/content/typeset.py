"""Spans of a lesson -> clean prose: pieces out, Markdown and nh3 in their process, pieces back."""

import html
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

from elearn.content.lesson import Drawing, Paragraph, Piece, Prose, Run
from elearn.content.pieces import MARK, Lexicon, Span, take
from elearn.content.render import RENDERER, Renderer, TooSlowError
from elearn.figures import SHEETS
from elearn.questions.values import Fault

_PARTS = re.compile(f"<[^>]*>|{MARK.pattern}|[^<\ue000]+")
_TAG = re.compile("<(/?)([a-z]+)>")
_SPACE = re.compile(r"[ \t\n]+")
_STYLES = frozenset({"strong", "em"})
_LINE = r"[^\W\d_\ue001][^*_`<>&\[\]\\\n]*|\ue000[^*_`<>&\[\]\\\n]*"
_PLAIN = re.compile(rf"(?:{_LINE})(?:\n(?:{_LINE}))*")
"""Lines that begin with a letter or a piece and hold no sign of Markdown: one paragraph as it is.

Most prose of a lesson is so; the rest goes to the process that runs Markdown.
"""


def typeset(
    spans: Iterable[Span], lexicon: Lexicon, renderer: Renderer = RENDERER,
    limit_s: float | None = None,
) -> tuple[Mapping[Span, Prose], list[Fault], list[Fault]]:
    """Return the prose of each span; faults; and notes. A span with a fault has empty prose."""
    taken = {span: take(span, lexicon) for span in spans}
    faults = [fault for part in taken.values() for fault in part.faults]
    notes = [note for part in taken.values() for note in part.notes]
    prose = {
        span: Prose(span.line, paragraphs(f"<p>{part.text}</p>", part.pieces))
        if not part.faults and _PLAIN.fullmatch(part.text) else Prose(span.line)
        for span, part in taken.items()
    }
    whole = [
        span for span, part in taken.items() if not (part.faults or prose[span].paragraphs)
    ]
    try:
        rendered = renderer.render([taken[span].text for span in whole], limit_s)
    except TooSlowError as error:
        message = "Tulisan ini terlalu rumit untuk dibaca. Hapus tanda yang berulang-ulang."
        faults.append(Fault(whole[error.at].line, message))
        rendered = [""] * len(whole)
    for span, text in zip(whole, rendered, strict=True):
        if "**" in text:
            faults.append(_unpaired(span))
        prose[span] = Prose(span.line, paragraphs(text, taken[span].pieces))
    return prose, faults, notes


def _unpaired(span: Span) -> Fault:
    """Return the fault of stars that became no bold words, at the first line that may have them."""
    lines = span.text.split("\n")
    at = next((at for at, line in enumerate(lines) if line.count("**") % 2), None)
    if at is None:
        at = next((at for at, line in enumerate(lines) if "**" in line), 0)
    message = "Tanda '**' tidak berpasangan. Tulis '**kata**', tanpa spasi di dalamnya."
    return Fault(span.line + at, message)


def paragraphs(clean: str, pieces: Sequence[Piece | str]) -> tuple[Paragraph, ...]:
    """Return clean HTML (of `prose.ALLOWED`) as paragraphs, with its pieces put back."""
    builder = _Builder(pieces)
    for part in _PARTS.finditer(clean):
        builder.take(part)
    return builder.result()


class _Builder:
    """Collects runs paragraph by paragraph."""

    def __init__(self, pieces: Sequence[Piece | str]) -> None:
        self._pieces = pieces
        self._found: list[Paragraph] = []
        self._runs: list[Run] = []
        self._style: list[str] = []
        self._lists: list[Literal["ul", "ol"]] = []

    def take(self, part: re.Match[str]) -> None:
        """Take in a tag, a mark or text."""
        tag = _TAG.fullmatch(part[0])
        if tag:
            self._tag(tag[2], opens=not tag[1])
        elif part[1] is not None:
            self._piece(self._pieces[int(part[1])])
        else:
            self._text(_SPACE.sub(" ", html.unescape(part[0])))

    def result(self) -> tuple[Paragraph, ...]:
        """Return the paragraphs."""
        self._end()
        return tuple(self._found)

    def _tag(self, name: str, opens: bool) -> None:
        if name in _STYLES:
            if opens:
                self._style.append(name)
            elif name in self._style:
                self._style.remove(name)
            return
        self._end()
        if name in ("ul", "ol"):
            if opens:
                self._lists.append("ul" if name == "ul" else "ol")
            elif self._lists:
                self._lists.pop()

    def _piece(self, piece: Piece | str) -> None:
        if isinstance(piece, str):
            self._text(piece)
        elif isinstance(piece, Drawing) and piece.name in SHEETS:
            self._end()
            self._found.append(Paragraph("p", (Run("", (), piece),)))
        else:
            self._runs.append(Run("", tuple(self._style), piece))

    def _text(self, text: str) -> None:
        style = tuple(self._style)
        if self._runs and self._runs[-1].piece is None and self._runs[-1].style == style:
            text = self._runs.pop().text + text
        self._runs.append(Run(text, style))

    def _end(self) -> None:
        runs, self._runs = _trimmed(self._runs), []
        if runs:
            self._found.append(Paragraph(self._lists[-1] if self._lists else "p", runs))


def _trimmed(runs: list[Run]) -> tuple[Run, ...]:
    """Return the runs without space at the ends of the paragraph, and without empty ones."""
    if runs and runs[0].piece is None:
        runs[0] = Run(runs[0].text.lstrip(" "), runs[0].style)
    if runs and runs[-1].piece is None:
        runs[-1] = Run(runs[-1].text.rstrip(" "), runs[-1].style)
    return tuple(run for run in runs if run.text or run.piece is not None)
