"""Gaps of a sentence, `[[(pasar) | sawah]]`: what may fill them, and where they may stand."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from elearn.content.lesson import Block, Gap, Prose, Run, Step
from elearn.content.outline import RawBlock
from elearn.content.pieces import Span
from elearn.questions import kind_named
from elearn.questions.values import Fault

RUMPANG = "rumpang"
"""The kind of question in which gaps stand."""

_GAP = re.compile(r"\[\[([^\[\]\n]*)\]\]")
_OR = re.compile(r"\s+/\s+(?![^{}]*\})")              # not the division in "{a / b}"
_TIGHT = re.compile(r"[^\W\d]/[^\W\d](?![^{}]*\})")
_RIGHT = re.compile(r"\((.*)\)")


Change = Callable[[Run], Sequence[Run]]


@dataclass(frozen=True, slots=True)
class Answer:
    """One thing that may fill a gap."""

    span: Span
    accepted: bool
    typed: bool


def answers(gap: Gap) -> list[Answer]:
    """Return what may fill a gap: what is typed into it, or what is offered."""
    if "|" not in gap.text:
        parts = map(str.strip, _OR.split(gap.text))
        return [Answer(Span(gap.line, part), accepted=True, typed=True) for part in parts]
    found = []
    for part in map(str.strip, gap.text.split("|")):
        right = _RIGHT.fullmatch(part)
        word = right[1].strip() if right else part
        found.append(Answer(Span(gap.line, word), bool(right), typed=False))
    return found


def spaced(text: str) -> str:
    """Return a text with the same spaces in all its gaps: `[[(pasar) | sawah]]`, `[[a / b]]`."""
    return _GAP.sub(lambda found: f"[[{_spaced(found[1].strip())}]]", text)


def _spaced(inside: str) -> str:
    if "|" not in inside:
        return " / ".join(map(str.strip, _OR.split(inside)))
    parts = []
    for part in map(str.strip, inside.split("|")):
        right = _RIGHT.fullmatch(part)
        parts.append(f"({right[1].strip()})" if right else part)
    return " | ".join(parts).strip()


def gap_spans(blocks: Iterable[RawBlock]) -> Iterator[Span]:
    """Yield the words within all gaps, which become prose of their own."""
    for block in blocks:
        text = block.span.text
        for found in _GAP.finditer(text):
            line = block.span.line + text.count("\n", 0, found.start())
            yield from (one.span for one in answers(Gap(line, found[1].strip())) if one.span.text)


def gap_faults(gap: Gap) -> Iterator[Fault]:
    """Yield what is wrong with the way in which a gap is written."""
    if any(not one.span.text for one in answers(gap)):
        message = (
            "Di antara '[[' dan ']]' ada yang kosong. Tulis katanya, misalnya '[[pasar]]' atau "
            "'[[(pasar) | sawah]]'."
        )
        yield Fault(gap.line, message)
    elif "|" not in gap.text and _RIGHT.fullmatch(gap.text):
        message = (
            "'[[{text}]]' hanya punya satu pilihan. Supaya dipilih, tulis '[[{text} | …]]'; supaya "
            "diketik, hapus tanda kurungnya."
        )
        yield Fault(gap.line, message, {"text": gap.text})
    elif "|" not in gap.text and _TIGHT.search(gap.text):
        message = "Beri spasi di kiri dan kanan '/', seperti '[[ikan / iwak]]'."
        yield Fault(gap.line, message)


def is_gapped(name: str) -> bool:
    """Whether a question of the kind that an author calls `name` has gaps."""
    kind = kind_named(name)
    return kind is not None and kind.name == RUMPANG


def gaps_of(blocks: Iterable[Block]) -> list[Gap]:
    """Return the gaps of a question in their order."""
    return [piece for block in blocks for piece in block.prose.pieces if isinstance(piece, Gap)]


def numbered(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Return blocks whose gaps are counted, where there are several."""
    if len(gaps_of(blocks)) < 2:
        return tuple(blocks)
    count = 0

    def counted(run: Run) -> Run:
        nonlocal count
        if not isinstance(run.piece, Gap):
            return run
        count += 1
        return replace(run, piece=replace(run.piece, number=count))

    return tuple(
        replace(block, prose=with_runs(block.prose, lambda run: [counted(run)]))
        for block in blocks
    )


def filled(prose: Prose, fillings: Iterator[Prose]) -> Prose:
    """Return prose with the next fillings, which stand out, in the place of its gaps."""

    def put(run: Run) -> list[Run]:
        if not isinstance(run.piece, Gap):
            return [run]
        return [
            replace(part, style=tuple(dict.fromkeys((*run.style, "strong", *part.style))))
            for paragraph in next(fillings).paragraphs for part in paragraph.runs
        ]

    return with_runs(prose, put)


def with_runs(prose: Prose, change: Change) -> Prose:
    """Return prose with what `change` makes of each run."""
    return replace(prose, paragraphs=tuple(
        replace(one, runs=tuple(new for run in one.runs for new in change(run)))
        for one in prose.paragraphs
    ))


def misplaced_gaps(step: Step) -> Iterator[Fault]:
    """Yield the gaps that stand where nobody can fill them."""
    places = [block.prose for block in step.blocks]
    for question in step.questions:
        own = len(question.blocks) if question.kind == RUMPANG else 0
        places += [*question.prose][own:]
    for prose in places:
        for piece in prose.pieces:
            if isinstance(piece, Gap):
                message = "'[[…]]' hanya ada di kalimat '### Soal: rumpang'. Pindahkan ke sana."
                yield Fault(piece.line, message)
