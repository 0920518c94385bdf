"""Rules of the whole format: of one lesson, of a lesson and its other reading, of a folder."""

import hashlib
from collections.abc import Collection, Iterable, Iterator

from elearn.content.asked import needed
from elearn.content.curriculum import is_mapped
from elearn.content.draws import NONE, prose_faults
from elearn.content.gaps import misplaced_gaps
from elearn.content.lesson import Asked, Lesson, Number, Question, Step
from elearn.content.links import misplaced_links
from elearn.content.probes import fits, guess
from elearn.content.senses import LEAST, asked, needs_hearing, needs_sight
from elearn.content.sheets import misplaced_sheets
from elearn.content.values import Audience
from elearn.questions import KINDS
from elearn.questions.values import Fault

QUESTIONS = 10
"""Questions per audience: a sitting is judged by ten (design section 6)."""

_SIGNS = "abcdefghijkmnpqrstuvwxyz23456789"      # none that is taken for another

WITH_TWO = 2
"""Questions that may have only two options, per audience: every second guess is right there."""


def lesson_faults(
    lesson: Lesson, language: str | None, sure: Collection[int]
) -> Iterator[Fault]:
    """Yield what is wrong with a lesson that could be read.

    `sure` are the lines of the questions whose options could be read.
    """
    if language is not None and lesson.meta.language != language:
        message = "Bahasa di dalam berkas ('{inside}') lain dari bahasa di namanya ('{name}')."
        yield Fault(1, message, {"inside": lesson.meta.language, "name": language})
    for step in lesson.steps:
        yield from _step_faults(step, lesson)
    yield from _code_faults(lesson)
    yield from _test_faults(lesson)
    if lesson.meta.sensitive:
        return       # nobody is judged by it
    for audience in lesson.audiences:
        yield from _two_faults(lesson, audience, sure)
        yield from _sense_faults(lesson, audience)


def _test_faults(lesson: Lesson) -> Iterator[Fault]:
    """Yield what a test cannot hold: hints, and questions of which nothing is kept."""
    if not lesson.meta.test:
        return
    if lesson.meta.sensitive:
        yield Fault(1, "Pelajaran peka tidak dinilai, jadi tidak bisa 'jenis: uji'.")
    for step in lesson.steps:
        for question in step.questions:
            for hint in question.hints:
                yield Fault(hint.line, "Uji tidak punya petunjuk. Hapus 'Petunjuk:'.")


def count_faults(lesson: Lesson) -> Iterator[Fault]:
    """Yield for each audience that does not meet exactly ten questions.

    A sensitive lesson asks as few as its author likes: nobody is judged by it.
    """
    if lesson.meta.sensitive:
        return
    for audience in lesson.audiences:
        count = len(asked(lesson, audience))
        if count != QUESTIONS:
            message = "Pelajaran ini punya {count} soal untuk {audience}; harus tepat {wanted}."
            yield Fault(1, message, {"count": count, "audience": audience, "wanted": QUESTIONS})


def reading_faults(original: Lesson, other: Lesson) -> Iterator[Fault]:
    """Yield where the reading in another language asks something else than the original."""
    if original.meta.sensitive != other.meta.sensitive:
        message = "'peka:' harus sama di pelajaran asal dan terjemahannya."
        yield Fault(1, message, {"sensitive": other.meta.sensitive})
    if original.meta.test != other.meta.test:
        message = "'jenis:' harus sama di pelajaran asal dan terjemahannya."
        yield Fault(1, message, {"test": other.meta.test})
    if original.meta.probe != other.meta.probe:
        message = "'penempatan:' harus sama di pelajaran asal dan terjemahannya."
        yield Fault(1, message)
    wanted = {question.code: question for question in original.asked}
    for question in other.asked:
        there = wanted.pop(question.code, None)
        if there is None:
            message = "Soal '{code}' tidak ada di pelajaran asalnya. Pakai Kode yang sama."
            yield Fault(question.line, message, {"code": question.code})
        elif there.shape != question.shape:
            message = (
                "Soal '{code}' lain dari asalnya (baris {line}): jenis, jumlah pilihan, jawaban "
                "benar, Acak, Syarat dan Ulang harus sama."
            )
            yield Fault(question.line, message, {"code": question.code, "line": there.line})
    for code, there in wanted.items():
        message = "Soal '{code}' dari pelajaran asal (baris {line}) belum ada di sini."
        yield Fault(1, message, {"code": code, "line": there.line})


def prerequisite_faults(lesson: Lesson, stems: Collection[str]) -> Iterator[Fault]:
    """Yield the prerequisites that no file of the folder has as its name, nor the map plans."""
    for stem in lesson.meta.prerequisites:
        if stem not in stems and not is_mapped(stem):
            near = sorted(other for other in stems if other.split("-")[:2] == stem.split("-")[:2])
            message = (
                "Prasyarat '{stem}' tidak ada; maksudnya '{near}'?" if near else
                "Prasyarat '{stem}' tidak ada. Periksa nama berkasnya."
            )
            values = {"stem": stem, "near": near[0] if near else ""}
            yield Fault(prerequisites_line(lesson), message, values)


def prerequisite_notes(lesson: Lesson, stems: Collection[str]) -> Iterator[Fault]:
    """Yield the prerequisites that the map plans and nobody has written yet."""
    for stem in lesson.meta.prerequisites:
        if stem not in stems and is_mapped(stem):
            message = (
                "Prasyarat '{stem}' belum ditulis. Sampai itu ada, 'Lanjut' menawarkan pelajaran "
                "ini sesudah yang lain."
            )
            yield Fault(prerequisites_line(lesson), message, {"stem": stem})


def prerequisites_line(lesson: Lesson) -> int:
    """Return the line that names the prerequisites, 1 where none does."""
    return next((number for number, text in enumerate(lesson.source.split("\n"), 1)
                 if text.lstrip().lower().startswith(("prasyarat", "prerequisites"))), 1)


def suggested_code(stem: str, line: int, taken: Iterable[str]) -> str:
    """Return a Kode for the question at `line`: the lesson's number and four signs."""
    start = "-".join(stem.split("-")[:2])
    used = set(taken)
    attempt = 0
    while True:
        digest = hashlib.sha256(f"{stem} {line} {attempt}".encode()).digest()
        code = f"{start}-{''.join(_SIGNS[byte % len(_SIGNS)] for byte in digest[:4])}"
        if code not in used:
            return code
        attempt += 1


def _step_faults(step: Step, lesson: Lesson) -> Iterator[Fault]:
    audience = lesson.meta.audience
    if step.audience != audience and {step.audience, audience} == {"anak", "dewasa"}:
        message = "Langkah ini untuk {step}, tetapi pelajaran ini untuk {lesson}."
        yield Fault(step.line, message, {"step": step.audience, "lesson": audience})
    if step.audience == "tutor":
        for question in step.questions:
            message = "Soal di bawah 'Untuk tutor' tidak ditanyakan. Pindahkan ke langkah lain."
            yield Fault(question.line, message)
    yield from misplaced_links(step)
    yield from misplaced_sheets(step)
    yield from misplaced_gaps(step)
    for block in step.blocks:
        loose = [piece for piece in block.prose.pieces
                 if isinstance(piece, Number) and any(map(str.isalpha, piece.expression))]
        for piece in loose:
            message = "'{expression}' di luar soal: angka dari Acak hanya ada di dalam soalnya."
            yield Fault(piece.line, message, {"expression": piece.expression})
        if not loose:
            yield from prose_faults(block.prose, NONE)


def _code_faults(lesson: Lesson) -> Iterator[Fault]:
    first: dict[str, int] = {}
    codes = {question.code for question in lesson.questions}
    for question in lesson.questions:
        if not question.code:
            code = suggested_code(lesson.stem, question.line, codes)
            codes.add(code)
            message = "Soal ini belum punya Kode. Tambahkan 'Kode: {code}'."
            yield Fault(question.line, message, {"code": code})
        elif first.setdefault(question.code, question.line) != question.line:
            values = {"code": question.code, "other": first[question.code]}
            message = "Kode '{code}' sudah dipakai soal di baris {other}. Ganti salah satu."
            yield Fault(question.line, message, values)


def _two_faults(lesson: Lesson, audience: Audience, sure: Collection[int]) -> Iterator[Fault]:
    two = [
        question for question in asked(lesson, audience)
        if question.line in sure and _two_options(question)
    ]
    for question in two[WITH_TWO:][:1]:
        message = (
            "Soal dengan dua pilihan terlalu banyak untuk {audience}: paling banyak {most}. "
            "Tambahkan pilihan ketiga."
        )
        yield Fault(question.line, message, {"audience": audience, "most": WITH_TWO})


def _sense_faults(lesson: Lesson, audience: Audience) -> Iterator[Fault]:
    """Yield where too few questions do without one sense, and the head does not say why."""
    hearing = [one for one in asked(lesson, audience) if needs_hearing(one)]
    sight = [one for one in asked(lesson, audience) if needs_sight(one)]
    values = {"audience": audience, "least": LEAST}
    for question in hearing[QUESTIONS - LEAST:][:0 if lesson.meta.unheard else 1]:
        message = (
            "Kurang dari {least} soal untuk {audience} bisa dijawab tanpa mendengar. Ubah soalnya, "
            "atau tulis alasannya di atas: 'tanpa-pendengaran: …'."
        )
        yield Fault(question.line, message, values)
    for question in sight[QUESTIONS - LEAST:][:0 if lesson.meta.unseen else 1]:
        message = (
            "Kurang dari {least} soal untuk {audience} bisa dijawab tanpa melihat. Ubah soalnya, "
            "atau tulis alasannya di atas: 'tanpa-penglihatan: …'."
        )
        yield Fault(question.line, message, values)


def _two_options(question: Question) -> bool:
    offered = not any(option.typed for option in question.options)
    shape = KINDS[question.kind].shape
    return shape in ("options", "gaps", "words") and offered and len(question.options) == 2


def in_brief(steps: Iterable[Step]) -> tuple[Asked, ...]:
    """Return the questions of a lesson as lists and other lessons see them."""
    return tuple(
        Asked(
            line=question.line, code=question.code, rounds=question.rounds,
            audience=step.audience, hearing=needs_hearing(question), shape=_shape(question),
            facts=tuple(sorted(needed(question))), kind=question.kind,
            guess=guess(question) if fits(question) else 1.0,
        )
        for step in steps
        for question in step.questions
    )


def _shape(question: Question) -> str:
    """Return a hash over what two readings of a question must share."""
    offered = () if KINDS[question.kind].shape == "typed" else tuple(
        (option.place, option.accepted) for option in question.options if not option.typed
    )
    typed = sorted({option.place for option in question.options if option.typed})
    shared = (
        question.kind, offered, typed, question.numbers, question.conditions, question.rounds,
        question.purse,
    )
    return hashlib.sha256(repr(shared).encode()).hexdigest()[:12]
