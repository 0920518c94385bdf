"""A document whose fields are tapped: `![](dokumen:label)` in a question of kind ketuk."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeGuard

from elearn.content.lesson import Block, Drawing, Paragraph, Piece, Question
from elearn.content.outline import RawQuestion
from elearn.content.pieces import Span
from elearn.content.tapped import KETUK
from elearn.figures.dokumen import DOKUMEN, field
from elearn.questions.values import Fault

_DRAWN = re.compile(
    rf"!\[[^\[\]\n]*\]\({DOKUMEN.name}:(?P<args>(?:[^(){{}}\n]|\{{[^{{}}\n]*\}})*)\)"
)


@dataclass(frozen=True, slots=True)
class Drawn:
    """The document of a question as its author wrote it."""

    line: int
    args: str

    @property
    def fields(self) -> tuple[str, ...]:
        """Return its fields, "Isi: 100 g"; none where something is wrong with it."""
        if DOKUMEN.fault(self.args):
            return ()
        return tuple(one.text for one in DOKUMEN.fields(self.args))

    @property
    def names(self) -> list[str]:
        """Return what a list may call its fields."""
        return [field(own).name or own for own in self.fields]

    def place(self, text: str) -> int | None:
        """Return which field a line of the list means, by its name or by all of it."""
        wanted = _same(text)
        return next(
            (at for at, (own, name) in enumerate(zip(self.fields, self.names, strict=True))
             if wanted in (_same(own), _same(name))), None,
        )


def drawn(raw: RawQuestion) -> Drawn | None:
    """Return the first document that a question shows."""
    for block in raw.blocks:
        found = _DRAWN.search(block.span.text) if block.kind == "prose" else None
        if found is not None:
            before = block.span.text.count("\n", 0, found.start())
            return Drawn(block.span.line + before, found["args"])
    return None


def is_listed(raw: RawQuestion, document: Drawn) -> bool:
    """Whether the list is the document: it gives fields that the sample does not have.

    Else it only names some of the fields that are shown.
    """
    if ";" in document.args or len(raw.options) < 2:
        return False
    texts = [option.span.text for option in raw.options]
    known = [document.place(text) is not None for text in texts]
    return not all(known) and any(field(text).name for text in texts)


def field_spans(raw: RawQuestion) -> list[Span]:
    """Return the fields that a list only names: they become prose of their own."""
    document = drawn(raw)
    if document is None or is_listed(raw, document):
        return []
    return [Span(document.line, text) for text in document.fields]


def own_faults(raw: RawQuestion) -> Iterator[Fault]:
    """Yield what no document may hold, where the list is the document."""
    document = drawn(raw)
    if document is None or not document.fields:
        return
    for option in raw.options:
        message = DOKUMEN.fault(f"{document.args};{option.span.text.replace('<', '')}")
        if message:
            yield Fault(option.span.line, message)


def tapped_type(question: Question) -> str:
    """Return the type of the document whose fields are the options of a question, else ""."""
    if question.kind != KETUK or any(option.place for option in question.options):
        return ""
    found = (piece for block in question.blocks for piece in block.prose.pieces)
    return next((DOKUMEN.kind(piece.args) for piece in found if _is_document(piece)), "")


def around(question: Question) -> Sequence[Block]:
    """Return what is asked, without the document whose fields are tapped."""
    if not tapped_type(question):
        return question.blocks
    return [
        replace(block, prose=replace(block.prose, paragraphs=tuple(
            one for one in block.prose.paragraphs if not _is_it(one)
        )))
        for block in question.blocks
    ]


def _is_it(paragraph: Paragraph) -> bool:
    return _is_document(paragraph.runs[0].piece)


def _is_document(piece: Piece | None) -> TypeGuard[Drawing]:
    return isinstance(piece, Drawing) and piece.name == DOKUMEN.name


def _same(text: str) -> str:
    return " ".join(text.casefold().split()).rstrip(".:")
