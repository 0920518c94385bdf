"""tugas: do something with one's hands or voice; a tutor looks at it and ticks its rubric."""

from collections.abc import Collection, Sequence
from typing import TypedDict, cast

from elearn.questions.lines import empty, repeated
from elearn.questions.values import Fault, Key, Line, Shape, Verdict

DONE = "sudah"
LIKE, UNLIKE = "mirip", "belum"
"""Her own judgement, once she has seen what the author compares with: kept, worth nothing."""

MOST = 6
"""Criteria: as many as a tutor ticks at one look."""

TICKED = "Rubrik ditulis tanpa centang, sebab tutor yang mencentang. Tulis '- [ ] …'."

ON_PAPER = "Tulis di kertas, lalu tunjukkan kepada tutor."
PAPER_TOO = "Di kertas juga boleh."
SHOW_OR_TELL = "Tunjukkan atau ceritakan kepada tutor."

_SAID = (DONE, f"{DONE},{LIKE}", f"{DONE},{UNLIKE}")


class TaskKey(TypedDict):
    """Key of a task: how many criteria it has (`of`)."""

    kind: str
    of: int


class Tugas:
    """Something handed in. Raw: "sudah", with her own judgement "sudah,mirip" or "sudah,belum".

    No rule can mark it: the verdict is "given", until a tutor ticks (`judged`).
    """

    name = "tugas"
    english = "task"
    shape: Shape = "task"
    instruction = "Kerjakan dulu, lalu ketuk Sudah saya kerjakan."

    def faults(self, lines: Sequence[Line], at: int) -> list[Fault]:  # noqa: ARG002
        """Return what is wrong: there is a rubric, short, of different criteria, none ticked."""
        ticked = [line for line in lines if line.accepted]
        return [
            *(Fault(line.number, TICKED) for line in ticked),
            *(Fault(
                line.number,
                "Rubrik ini terlalu panjang: paling banyak {most} baris.", {"most": MOST},
            ) for line in lines[MOST:][:1]),
            *empty(lines),
            *repeated(lines),
        ]  # fmt: skip

    def key(self, lines: Sequence[Line]) -> dict[str, object]:
        """Return a `TaskKey`."""
        return {"kind": self.name, "of": len(lines)}

    def mark(self, key: Key, raw: str) -> Verdict:  # noqa: ARG002  # nothing to compare with
        """Take what is handed in; anything but `DONE` and her own judgement is unclear."""
        return Verdict("given", raw) if raw in _SAID else Verdict("unclear")

    def right(self, key: Key) -> str:  # noqa: ARG002
        """Return how it is handed in."""
        return DONE


def how(collect: Collection[str]) -> str:
    """Return the message id of how a task is done, by the words of its `Kumpul:`."""
    if "kertas" in collect:
        return ON_PAPER
    return PAPER_TOO if "layar" in collect else SHOW_OR_TELL


def judged(key: Key, ticks: Sequence[bool]) -> Verdict:
    """Return what a tutor's ticks make of a task: right where every criterion is met.

    The canonical form is "1,0,1", in the order of the rubric. Raises ValueError for too few ticks
    or too many.
    """
    if len(ticks) != cast(TaskKey, key)["of"] or not ticks:
        raise ValueError(f"{len(ticks)} ticks")
    canonical = ",".join("1" if tick else "0" for tick in ticks)
    return Verdict("right" if all(ticks) else "wrong", canonical)


def ticks_of(canonical: str) -> tuple[bool, ...]:
    """Return the ticks of a judged task, () for anything else."""
    marks = canonical.split(",")
    return tuple(mark == "1" for mark in marks) if set(marks) <= {"0", "1"} else ()
