"""Sensitive lessons (`peka: ya`): what their files must hold, and when learners may meet them."""

import re
from collections.abc import Collection, Iterator, Sequence

from elearn.content.lesson import Lesson
from elearn.content.outline import RawStep
from elearn.content.values import Audience, Meta
from elearn.questions.values import Fault

EMERGENCY = ("F-112", "F-110", "F-SAPA")
"""Facts that the last step of a sensitive lesson always holds, each with the day it was checked:
112, 110, SAPA 129."""

FREE_TEXT = frozenset({"isian", "tugas"})
"""Kinds in which somebody could tell her own story."""

REVIEW = "perlindungan"
"""The review without which such a lesson stays off."""

_NEUTRAL = re.compile("[a-z]+-[0-9]{2}")
_DATED = re.compile(r"\{\s*(?P<id>F-[A-Z0-9]+)\s+(?i:dicek|checked)\s*\}")
_TELLING = re.compile(
    r"\b(?:kekerasan|kdrt|seks\w*|pelecehan|dilecehkan|cabul|pencabulan|perkosa\w*|pemerkosaan|"
    r"pukul|memukul|dipukul|siksa\w*|aborsi|violence|violent|abuse\w*|sex\w*|rape\w*|assault\w*|"
    r"harass\w*|traffick\w*|perdagangan orang|(?:kawin|nikah|pernikahan|perkawinan) anak)\b",
    re.IGNORECASE,
)


def protected(meta: Meta) -> bool:
    """Whether people have reviewed the lesson for the protection of who meets it."""
    return any(what == REVIEW and when != "–" for what, when in meta.reviewed)


def offered(lesson: Lesson, turned_on: Collection[str]) -> bool:
    """Whether learners may meet the lesson; `turned_on` are the stems the operator switched on."""
    meta = lesson.meta
    return not meta.sensitive or protected(meta) or lesson.stem in turned_on


def sensitive_faults(lesson: Lesson, steps: Sequence[RawStep], at: int) -> Iterator[Fault]:
    """Yield what a sensitive lesson lacks for the safety of who opens it; `at` is peka's line."""
    if not _NEUTRAL.fullmatch(lesson.stem):
        short = "-".join(lesson.stem.split("-")[:2])
        message = "Nama berkas pelajaran peka hanya awalan dan nomor, misalnya '{short}.md'."
        yield Fault(at, message, {"short": short})
    if found := _TELLING.search(lesson.meta.title):
        message = (
            "Judul pelajaran peka tampak di daftar, jadi harus netral: tanpa '{word}'. Tulis "
            "misalnya 'Keluarga aman'; isinya disebut di langkah pertama."
        )
        yield Fault(at, message, {"word": found[0]})
    yield from _free_text_faults(lesson, steps)
    for audience in lesson.audiences:
        yield from _closing_faults(steps, audience)


def _free_text_faults(lesson: Lesson, steps: Sequence[RawStep]) -> Iterator[Fault]:
    """Yield the places in which somebody could tell her own story."""
    for step in steps:
        for question in step.questions:
            if question.kind in FREE_TEXT:
                message = (
                    "Pelajaran peka tidak memakai soal '{kind}': jangan ada tempat untuk menulis "
                    "cerita sendiri. Pakai 'pilih'."
                )
                yield Fault(question.line, message, {"kind": question.kind})
    for asked in lesson.questions:
        if any(option.typed for option in asked.options):
            message = (
                "Pelajaran peka tidak meminta pelajar mengetik: jangan ada tempat untuk menulis "
                "cerita sendiri. Pakai pilihan: '[[(benar) | salah]]'."
            )
            yield Fault(asked.line, message)


def off_notes(lesson: Lesson, at: int) -> Iterator[Fault]:
    """Yield why learners do not meet the lesson yet."""
    if not protected(lesson.meta):
        message = (
            "Pelajaran peka ini belum dibuka untuk pelajar: di 'ditinjau:' belum ada tanggal "
            "'perlindungan'. Pengelola bisa membukanya dengan ELEARN_SENSITIVE={stem}."
        )
        yield Fault(at, message, {"stem": lesson.stem})


def _closing_faults(steps: Sequence[RawStep], audience: Audience) -> Iterator[Fault]:
    """Yield what the last step lacks: who to call, and nothing asked after it."""
    own = [step for step in steps if step.audience in (audience, "semua")]
    if not own:
        return
    last = own[-1]
    text = "\n".join(block.span.text for block in last.blocks)
    held = {found["id"] for found in _DATED.finditer(text)}
    if last.questions or not held.issuperset(EMERGENCY):
        message = (
            "Langkah terakhir pelajaran peka adalah kartu penutup tanpa soal, dengan {facts}."
        )
        wanted = " ".join(f"{{{fact} dicek}}" for fact in EMERGENCY)
        yield Fault(last.line, message, {"facts": wanted})
