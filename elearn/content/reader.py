"""A lesson file -> a lesson, or everything that is wrong with it, in one run."""

import hashlib
from collections.abc import Collection, Mapping, Sequence

from elearn.content.around import NOTHING, Around
from elearn.content.asked import used
from elearn.content.asking import build, sound_span, spans_of
from elearn.content.blocks import outline
from elearn.content.check import count_faults, in_brief, lesson_faults
from elearn.content.claims import claim_faults
from elearn.content.decoding import decode
from elearn.content.draws import draw_faults
from elearn.content.faults import EMPTY, RAW_HTML, settled
from elearn.content.front import Front, read_front
from elearn.content.lesson import Block, Lesson, Prose, Question, Reading, Step, Whole
from elearn.content.links import links_of
from elearn.content.lone import lone_notes
from elearn.content.outline import RawBlock, RawQuestion, RawStep
from elearn.content.own import Files
from elearn.content.passages import passages
from elearn.content.pieces import Lexicon, Span, take
from elearn.content.prepared import RefusedError
from elearn.content.probes import probe_faults
from elearn.content.render import LIMIT_S
from elearn.content.sensitive import off_notes, sensitive_faults
from elearn.content.typeset import typeset
from elearn.language.sayings import Told, over
from elearn.questions.values import Fault


def read(
    source: str | bytes,
    stem: str,
    folder: str,
    around: Around = NOTHING,
    language: str | None = None,
    limit_s: float = LIMIT_S,
) -> Reading:
    """Read a lesson of the subject `folder`; never raises, whatever `source` holds.

    `around` is what lies around the file. `language` is what its name says, None where that says
    nothing. `limit_s` seconds are given to its prose.
    """
    decoded = decode(source)
    if not decoded.text and decoded.faults:
        return Reading(None, settled(decoded.faults))
    front = read_front(decoded.lines)
    files = around.files(folder)
    lexicon = Lexicon(front.language, around.picture_words(language or front.language),
                      around.facts.by_id, files)
    body = decoded.lines[front.after - 1:]
    steps, faults, notes = outline(body, front.after, front.language)
    faults = [*decoded.faults, *front.faults, *faults]
    reader = _Reader(lexicon, faults, limit_s)
    built, more_notes = reader.steps(steps)
    site = _site_told(decoded.text, built, around, language or front.language)
    lesson = Lesson(
        stem=stem,
        subject=folder,
        version=_version(stem, decoded.text, files, site),
        meta=front.meta(),
        asked=in_brief(built),
        links=links_of(built),
        facts=tuple(sorted(used(built))),
        passages=passages(stem, front.meta(), built, decoded.text),
        body=Whole(decoded.text, built),
        sayings=over(front.meta().sayings, site),
    )
    if not steps and not front.faults:
        message = "Pelajaran ini belum punya langkah. Tulis '## Judul langkah'."
        faults.append(Fault(front.after, message))
    faults += _whole(lesson, front, language, {asked.line for asked in reader.sure})
    faults += claim_faults(lesson, around.facts)
    faults += [fault for asked in reader.sure for fault in draw_faults(asked, around.facts.whole)]
    if lesson.meta.probe and reader.countable:
        faults += probe_faults(lesson, front.at["penempatan"])
    if reader.countable and not any(fault.message.startswith("'### ") for fault in faults):
        faults += count_faults(lesson)
    notes = [*decoded.notes, *notes, *more_notes, *files.notes(), *lone_notes(built)]
    if lesson.meta.sensitive:
        faults += sensitive_faults(lesson, steps, front.at["peka"])
        notes += off_notes(lesson, front.at["peka"])
    return Reading(None if faults else lesson, settled(faults), settled(notes),
                   lesson.meta if faults else None)


def _site_told(text: str, steps: Sequence[Step], around: Around, language: str) -> Told:
    """Return what ucapan.md says otherwise in a lesson's own words, its facts' and ours."""
    facts = (around.facts.by_id.get(one) for one in sorted(used(steps)))
    words = [text, *(f"{fact.value} {fact.english}" for fact in facts if fact)]
    return over(around.told(" ".join(words), language), around.told_by_us(language))


def _version(stem: str, text: str, files: Files, site: Told) -> str:
    """Return a hash over a lesson, the own files in it and what `site` says otherwise in it.

    Other files, or words that are said otherwise, make another page.

    By its stem, too: what a page of a renamed lesson asked is found under its old name.
    """
    whole = hashlib.sha256(f"{stem}\n{text}".encode("utf-8", "replace"))
    for mark in sorted(files.used):
        whole.update(mark.encode())
    for written, how in site:
        whole.update(f"\n{written} = {how}".encode("utf-8", "replace"))
    return whole.hexdigest()[:16]


def _whole(
    lesson: Lesson, front: Front, language: str | None, sure: Collection[int]
) -> list[Fault]:
    """Return the faults of the lesson as a whole, those of its language where that is said.

    `sure` are the lines of the questions that could be read whole.
    """
    return [
        Fault(front.at.get("bahasa", 1) if "inside" in fault.values else fault.line,
              fault.message, fault.values)
        for fault in lesson_faults(lesson, language, sure)
    ]


class _Reader:
    """Makes steps of an outline, gathering faults as it goes."""

    def __init__(self, lexicon: Lexicon, faults: list[Fault], limit_s: float) -> None:
        self._lexicon = lexicon
        self._faults = faults
        self._limit_s = limit_s
        self._prose: Mapping[Span, Prose] = {}
        self.sure: list[Question] = []       # whose options and numbers could all be read
        self.countable = True                # no question was lost

    def steps(self, raws: Sequence[RawStep]) -> tuple[tuple[Step, ...], list[Fault]]:
        """Return the steps, and notes on what was forgiven."""
        spans = [span for raw in raws for span in self._spans(raw)]
        self._prose, faults, notes = typeset(spans, self._lexicon, limit_s=self._limit_s)
        self._faults += faults
        return tuple(self._step(raw) for raw in raws), notes

    def _spans(self, raw: RawStep) -> list[Span]:
        found = [span for block in raw.blocks if (span := self._span(block, self._faults))]
        for question in raw.questions:
            found += spans_of(question, self._faults)
        return found

    def _span(self, block: RawBlock, faults: list[Fault]) -> Span | None:
        return sound_span(block.span, faults) if block.kind == "sound" else block.span

    def _look(self, span: Span) -> Prose:
        return self._prose.get(span, Prose(span.line))

    def _step(self, raw: RawStep) -> Step:
        self._heading(raw)
        blocks = [
            Block(block.kind, self._look(span))
            for block in raw.blocks
            if (span := self._span(block, []))
        ]
        questions = [self._question(question) for question in raw.questions]
        return Step(raw.line, raw.heading, raw.audience, tuple(blocks),
                    tuple(question for question in questions if question is not None),
                    self._signs(raw))

    def _signs(self, raw: RawStep) -> str:
        """Return the finished video of a step's signs; "" where it has none, or a wrong one."""
        if raw.signs is None:
            return ""
        if not raw.signs.text:
            self._faults.append(Fault(raw.signs.line, EMPTY, {"name": "Isyarat"}))
            return ""
        try:
            return self._lexicon.files.signs(raw.signs.line, raw.signs.text)
        except RefusedError as error:
            self._faults.append(Fault(raw.signs.line, error.fault.message, error.fault.values))
            return ""

    def _question(self, raw: RawQuestion) -> Question | None:
        question = build(raw, self._look, self._faults)
        touched = {fault.line for fault in self._faults}
        weighed = [option.span for option in raw.options]
        for name in ("Acak", "Syarat"):
            weighed += raw.fields.get(name, ())
        again = raw.fields.get("Ulang", ())
        if question is None or any(span.line in touched for span in again):
            self.countable = False
        sure = not raw.doubtful and not any(span.line in touched for span in weighed)
        if question is not None and sure:
            self.sure.append(question)
        return question

    def _heading(self, raw: RawStep) -> None:
        """Report what a heading cannot hold: it is plain words."""
        taken = take(Span(raw.line, raw.heading), self._lexicon)
        html = [fault for fault in taken.faults if fault.message == RAW_HTML]
        self._faults += html
        if not html and (taken.pieces or taken.faults):
            self._faults.append(Fault(raw.line, "Judul langkah hanya kata. Tulis gambar, suara dan "
                                      "hitungan di bawahnya."))
