"""Links from one lesson to another: where they may stand, and whether the other lesson is there."""

from collections.abc import Collection, Iterable, Iterator

from elearn.content.keywords import nearest
from elearn.content.lesson import Lesson, Link, Prose, Step
from elearn.questions.values import Fault


def links_of(steps: Iterable[Step]) -> tuple[Link, ...]:
    """Return the links of all steps."""
    return tuple(
        link for step in steps for block in step.blocks for link in _links(block.prose)
    )


def misplaced_links(step: Step) -> Iterator[Fault]:
    """Yield the links that lead a learner away from what she is to answer or to read."""
    asked = (prose for question in step.questions for prose in question.prose)
    reading = (block.prose for block in step.blocks if block.kind == "bacaan")
    for prose in (*asked, *reading):
        for link in _links(prose):
            yield Fault(link.line, "Tautan ke pelajaran tidak ditulis di dalam soal atau bacaan. "
                        "Pindahkan ke kalimat biasa di langkahnya.")


def link_faults(lesson: Lesson, stems: Collection[str]) -> Iterator[Fault]:
    """Yield the links to lessons that no file of the folder has as its name."""
    for link in lesson.links:
        if link.stem not in stems:
            near = _meant(link.stem, stems)
            message = (
                "Pelajaran '{stem}' tidak ada; maksudnya '{near}'?" if near else
                "Pelajaran '{stem}' tidak ada. Periksa nama berkasnya."
            )
            yield Fault(link.line, message, {"stem": link.stem[:60], "near": near})


def _links(prose: Prose) -> list[Link]:
    return [piece for piece in prose.pieces if isinstance(piece, Link)]


def _meant(stem: str, stems: Collection[str]) -> str | None:
    """Return the lesson with the same number, else the one with nearly this name."""
    number = stem.lower().split("-")[:2]
    same = sorted(other for other in stems if other.split("-")[:2] == number)
    return same[0] if same else nearest(stem, sorted(stems)) if stems else None
