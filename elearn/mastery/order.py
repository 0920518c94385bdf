"""Which lesson comes next."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from elearn.mastery.rules import Standing


@dataclass(frozen=True, slots=True)
class LessonNode:
    """A lesson among others: its stem, and the stems that should come before it.

    It is not `settled` while one of those has not been written: nobody can have met it.
    """

    stem: str
    prerequisites: tuple[str, ...] = ()
    settled: bool = True


def next_lesson(
    order: Sequence[LessonNode],
    standings: Mapping[str, Standing],
    unfinished: str | None,
    today: date | None = None,
    assigned: Sequence[str] = (),
    passed: Collection[str] = (),
) -> str | None:
    """Return the stem that "Lanjut" opens, None when every lesson is `bisa`.

    What the tutor asked for (`assigned`, the most urgent first, none that is done), else what is
    unfinished, else what is to be done again, else the first lesson whose prerequisites have been
    met, else the first that is left: prerequisites advise, they never lock. Where `today` is given,
    a lesson judged today waits behind the others: the same day cannot change it. One that waits
    only for her tutor's look is not opened again, and what builds on it is. Lessons that placement
    `passed` over count as met and come last.
    """
    here = {node.stem for node in order}
    asked = [stem for stem in assigned if stem in here and _open(stem, standings)
             and (today is None or _standing(stem, standings).last != today)]
    if asked:
        return asked[0]
    if any(node.stem == unfinished for node in order):
        return unfinished
    unable = [node for node in order if _standing(node.stem, standings).status != "bisa"
              and _open(node.stem, standings)]
    left = [node for node in unable if node.stem not in passed]
    fresh = [node for node in left
             if today is None or _standing(node.stem, standings).last != today]
    again = [node for node in fresh if _standing(node.stem, standings).status == "ulang"]
    unmet = {node.stem for node in left if _standing(node.stem, standings).status == "belum"}
    ready = [node for node in fresh if node.settled and unmet.isdisjoint(node.prerequisites)]
    return next((node.stem for node in (*again, *ready, *fresh, *left, *unable)), None)


def _open(stem: str, standings: Mapping[str, Standing]) -> bool:
    """Whether there is something left for her to do, and not for her tutor alone."""
    return _standing(stem, standings).waiting is None


def _standing(stem: str, standings: Mapping[str, Standing]) -> Standing:
    return standings.get(stem, Standing())
