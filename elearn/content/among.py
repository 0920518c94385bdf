"""Rules of a folder: what is wrong with a lesson among the others."""

from collections.abc import Collection, Iterator, Mapping, Sequence

from elearn.content.check import prerequisite_faults, prerequisites_line, reading_faults
from elearn.content.lesson import Lesson
from elearn.content.links import link_faults
from elearn.content.subjects import natural, number_of
from elearn.questions.values import Fault

LONGEST_CHAIN = 60
"""Lessons one after another by their prerequisites; the longest mapped one has 32."""

TAKEN = "Kode '{code}' sudah dipakai di {file}. Ganti salah satu."

Lessons = Mapping[str, Mapping[str, Lesson]]
"""Lessons by stem, then by language."""


def forbids(fault: Fault) -> bool:
    """Whether a fault of the folder keeps a lesson out: answers would go to another question.

    Or a sensitive lesson, or a test, would be met in another language as if it were none.
    """
    return fault.message == TAKEN or not {"code", "sensitive", "test"}.isdisjoint(fault.values)


def folder_faults(
    lesson: Lesson, lessons: Lessons, codes: Mapping[str, tuple[str, str]], stems: Collection[str]
) -> Iterator[Fault]:
    """Yield what is wrong with `lesson` beside those that were taken before it.

    `codes` are theirs, each with its lesson and file; `stems` are of all files of the folder.
    """
    yield from prerequisite_faults(lesson, stems)
    yield from link_faults(lesson, stems)
    for question in lesson.asked:
        stem, name = codes.get(question.code, (lesson.stem, ""))
        if stem != lesson.stem:
            yield Fault(question.line, TAKEN, {"code": question.code, "file": name})
    original = lessons.get(lesson.stem, {}).get("id")
    if original is not None and lesson.meta.language != "id":
        yield from reading_faults(original, lesson)


def order_faults(lessons: Lessons) -> Mapping[str, list[Fault]]:
    """Return by stem what is wrong with the order that prerequisites make: circles.

    A circle is told once, at the lesson that comes first by its name: that one asks for a later
    one.
    """
    wanted = _prerequisites(lessons)
    found: dict[str, list[Fault]] = {}
    for circle in _circles(wanted):
        first = min(circle, key=natural)
        at = circle.index(first)
        around = [*circle[at:], *circle[:at], first]
        message = "Prasyarat melingkar: {circle}. Hapus salah satu."
        lesson = next(iter(lessons[first].values()))
        found.setdefault(first, []).append(
            Fault(prerequisites_line(lesson), message, {"circle": " → ".join(around)})
        )
    return found


def order_notes(lessons: Lessons) -> Mapping[str, list[Fault]]:
    """Return by stem what an author should know: long chains, and numbers that are used twice."""
    found: dict[str, list[Fault]] = {}
    for stem, length in _depths(_prerequisites(lessons)).items():
        if length == LONGEST_CHAIN + 1:
            message = (
                "Sebelum pelajaran ini ada {most} prasyarat berturut-turut. Pelajar sulit sampai "
                "ke sini; periksa urutannya."
            )
            found.setdefault(stem, []).append(
                Fault(prerequisites_line(next(iter(lessons[stem].values()))), message,
                      {"most": LONGEST_CHAIN})
            )
    first: dict[str, str] = {}
    for stem in sorted(lessons, key=natural):
        if next(iter(lessons[stem].values())).meta.test:
            continue             # a test has the number of the lesson after which it comes
        number = number_of(stem)
        other = first.setdefault(number, stem)
        if other != stem:
            message = "Nomor '{number}' juga dipakai pelajaran '{other}'."
            found.setdefault(stem, []).append(
                Fault(1, message, {"number": number, "other": other})
            )
    return found


def _prerequisites(lessons: Lessons) -> dict[str, tuple[str, ...]]:
    return {
        stem: tuple(
            one for one in next(iter(readings.values())).meta.prerequisites if one in lessons
        )
        for stem, readings in lessons.items()
    }


def _circles(wanted: Mapping[str, Sequence[str]]) -> Iterator[list[str]]:
    """Yield one circle for each way back that a walk along the prerequisites meets."""
    done: set[str] = set()
    for start in sorted(wanted, key=natural):
        path: list[str] = []
        on_path: set[str] = set()
        ways: list[Iterator[str]] = [iter((start,))]
        while ways:
            stem = next(ways[-1], None)
            if stem is None:
                ways.pop()
                if path:
                    on_path.discard(path[-1])
                    done.add(path.pop())
            elif stem in on_path:
                yield path[path.index(stem):]
            elif stem not in done:
                path.append(stem)
                on_path.add(stem)
                ways.append(iter(wanted[stem]))


def _depths(wanted: Mapping[str, Sequence[str]]) -> dict[str, int]:
    """Return how many lessons stand before each, one after another; circles count once."""
    found: dict[str, int] = {}
    for start in wanted:
        path, on_path = [start], {start}
        while path:
            stem = path[-1]
            left = [one for one in wanted[stem] if one not in found and one not in on_path]
            if left:
                path.append(left[0])
                on_path.add(left[0])
            else:
                found[stem] = 1 + max((found.get(one, 0) for one in wanted[stem]), default=0)
                path.pop()
    return found
