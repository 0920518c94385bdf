"""Lessons that placement asks from: their rungs, and which of their questions fit."""

from collections import Counter
from collections.abc import Iterator, Mapping
from math import factorial, perm, prod
from types import MappingProxyType

from elearn.content.lesson import Lesson, Question
from elearn.content.senses import asked
from elearn.questions.values import Fault

RUNGS: Mapping[str, Mapping[str, str]] = MappingProxyType({
    "baca": MappingProxyType({
        "huruf": "letter", "suku kata": "syllable", "kata": "word", "kalimat": "sentence",
        "cerita": "story",
    }),
    "hitung": MappingProxyType({
        "1-9": "ones", "10-99": "tens", "tambah": "addition", "kurang": "subtraction",
        "bagi": "division",
    }),
})
"""The strands that a learner is placed in, by the first word of their lessons' names, and their
rungs from the lowest, each with its English alias."""

ALL_RUNGS: Mapping[str, str] = MappingProxyType(
    {rung: alias for rungs in RUNGS.values() for rung, alias in rungs.items()}
)

LEAST = 5
"""Fitting questions per audience: some for today, others for another day."""

GUESSABLE = 1 / 3
"""A guess may be right this often at a question that placement asks."""

_TAPPED = ("pilih", "pilih semua", "jodohkan", "urutkan", "ketuk")
_DIGITS = ("angka", "uang")

_LEAST_GUESS = 0.05          # typed digits, tiles: half of it known makes a guess easier
_MANY = 0.25                 # where options do not tell how many taps are possible


def strand_of(stem: str) -> str | None:
    """Return the strand that a lesson belongs to; None for one that nobody is placed in."""
    prefix = stem.partition("-")[0]
    return prefix if prefix in RUNGS else None


def fits(question: Question) -> bool:
    """Whether placement can ask a question: by tap or digits, and seldom right by guessing."""
    return question.kind in (*_TAPPED, *_DIGITS) and guess(question) <= GUESSABLE


def guess(question: Question) -> float:
    """Return the chance that one who knows nothing answers rightly."""
    return max(_LEAST_GUESS, _by_chance(question))


def _by_chance(question: Question) -> float:
    count = len(question.options)
    match question.kind:
        case "angka" | "uang":
            return 0.0
        case "pilih":
            return 1 / max(count, 1)
        case "pilih semua":
            return 1 / max((1 << count) - 1, 1)
        case "urutkan" | "jodohkan":
            return _ordered(question)
        case _:
            return _MANY


def _ordered(question: Question) -> float:
    """Return how often tiles or right sides come into their places by chance.

    Tiles or sides too many make more ways; tiles that are alike, fewer.
    """
    places = sum(1 for option in question.options if option.accepted)
    ways = perm(len(question.options), places) if places else 1
    alike = Counter(option.body.paragraphs for option in question.options if option.accepted)
    return prod(map(factorial, alike.values())) / ways


def probe_faults(lesson: Lesson, line: int) -> Iterator[Fault]:
    """Yield why a lesson, marked at `line`, cannot be asked from."""
    rung, strand = lesson.meta.probe, strand_of(lesson.stem)
    if lesson.meta.sensitive:
        yield Fault(line, "Pelajaran peka tidak dipakai untuk penempatan. Hapus 'penempatan:'.")
    elif strand is None:
        message = "'penempatan:' hanya untuk pelajaran membaca (baca-…) dan berhitung (hitung-…)."
        yield Fault(line, message)
    elif rung not in RUNGS[strand]:
        message = "'penempatan: {rung}' tidak untuk pelajaran ini. Pilih salah satu: {rungs}."
        yield Fault(line, message, {"rung": rung, "rungs": ", ".join(RUNGS[strand])})
    else:
        yield from _few_faults(lesson, line)


def _few_faults(lesson: Lesson, line: int) -> Iterator[Fault]:
    for audience in lesson.audiences:
        count = sum(1 for question in asked(lesson, audience) if fits(question))
        if count < LEAST:
            message = (
                "Untuk penempatan, paling sedikit {least} soal untuk {audience} dijawab dengan "
                "ketukan (tiga pilihan atau lebih) atau angka; di sini {count}."
            )
            values = {"least": LEAST, "audience": audience, "count": count}
            yield Fault(line, message, values)
            return
