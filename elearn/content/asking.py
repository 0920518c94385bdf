"""Raw questions -> questions: the kind, its list, its fields."""

import re
from collections.abc import Mapping, Sequence

from elearn.content.documents import field_spans
from elearn.content.faults import EMPTY
from elearn.content.gaps import gap_spans, gaps_of, numbered
from elearn.content.keywords import OTHER_KINDS, means, nearest
from elearn.content.lesson import Block, Prose, Question
from elearn.content.listed import Look, listed, sides
from elearn.content.meant import lettered
from elearn.content.outline import RawBlock, RawQuestion
from elearn.content.pieces import RECORDED, Span
from elearn.content.purse import purse
from elearn.content.tapped import plain_blocks, words
from elearn.content.tasks import collected, rubric_faults
from elearn.questions import KINDS, kind_named
from elearn.questions.arithmetic import CalculationError, draw_numbers, ranges
from elearn.questions.values import Fault, Kind, Shape

MOST_ROUNDS = 10
"""Of Ulang: a page stays small."""

_CODE = re.compile("[a-z0-9]+(?:-[a-z0-9]+)+")
_UNIT = re.compile("[A-Za-z%°][A-Za-z0-9²³ ./]{0,19}")
_SOUND = re.compile(r"\[(?P<said>[^\[\]]*)\](?:\((?P<file>[^()]*)\))?")
_SHAPES: Mapping[str, frozenset[str]] = {
    "Pilihan": frozenset({"options", "tiles", "pairs", "gaps", "words"}),
    "Urutan": frozenset({"options", "gaps"}),
    "Satuan": frozenset({"typed"}),
    "Kumpul": frozenset({"task"}),
    "Rubrik": frozenset({"task"}),
    "Dompet": frozenset({"money"}),
}


def sound_span(value: Span, faults: list[Fault]) -> Span | None:
    """Return what the bracket of a `Suara:` says, written as a button."""
    found = _SOUND.fullmatch(value.text)
    if not found or not found["said"].strip():
        faults.append(Fault(value.line, "Tulis suara seperti 'Suara: [bola]'."))
        return None
    if found["file"] is not None:
        return Span(value.line, f"[{found['said'].strip()}]({RECORDED}:{found['file'].strip()})")
    said = found["said"].strip().replace("(", "").replace(")", "")
    return Span(value.line, f"[](suara:{said})")


def spans_of(raw: RawQuestion, faults: list[Fault]) -> list[Span]:
    """Return all words of a question that become prose."""
    kind = kind_named(raw.kind)
    shape = kind.shape if kind is not None else None
    found = [block.span for block in _blocks(raw, shape)]
    if shape == "gaps":
        found.extend(gap_spans(raw.blocks))
    if shape == "words":
        found.extend(word.span for word in words(raw))
        found.extend(field_spans(raw))
    for option in raw.options:
        both = sides(option.span) if shape == "pairs" else None
        found.extend(both or (option.span,))
        if option.feedback is not None:
            found.append(option.feedback)
    for name in ("Petunjuk", "Penjelasan"):
        found.extend(raw.fields.get(name, ()))
    for value in raw.fields.get("Suara", ()):
        found.extend(filter(None, (sound_span(value, faults),)))
    return found


def _blocks(raw: RawQuestion, shape: Shape | None) -> Sequence[RawBlock]:
    """Return the blocks of a question as they are read."""
    return plain_blocks(raw) if shape == "words" else raw.blocks


def build(raw: RawQuestion, look: Look, faults: list[Fault]) -> Question | None:
    """Return the question, or None where its kind is not known; add what is wrong to `faults`."""
    kind = _kind(raw, faults)
    return _Builder(raw, kind, look, faults).question() if kind is not None else None


def _kind(raw: RawQuestion, faults: list[Fault]) -> Kind | None:
    kind = kind_named(raw.kind)
    if kind is not None:
        return kind
    if any(fault.line == raw.line for fault in faults):
        return None              # what is wrong with this heading was told
    kinds = [name for kind in KINDS.values() for name in (kind.name, kind.english)]
    near = OTHER_KINDS.get(raw.kind.lower()) or nearest(raw.kind, kinds)
    message = (
        "Jenis soal belum ada. Tulis seperti '### Soal: pilih'. Yang ada: {kinds}."
        if not raw.kind else
        "Soal '{kind}' tidak dikenal; maksudnya '{near}'?" if near else
        "Soal '{kind}' tidak dikenal. Pilih salah satu: {kinds}."
    )
    faults.append(
        Fault(raw.line, message, {"kind": raw.kind, "near": near, "kinds": ", ".join(KINDS)})
    )
    return None


class _Builder:
    """Builds one question, gathering faults as it goes."""

    def __init__(self, raw: RawQuestion, kind: Kind, look: Look, faults: list[Fault]) -> None:
        self._raw = raw
        self._kind = kind
        self._look = look
        self._faults = faults

    def question(self) -> Question | None:
        """Return the question as far as it can be read."""
        raw = self._raw
        self._misplaced()
        self._lettered()
        if self._kind.shape == "task":
            self._faults += rubric_faults(raw)
        numbers = self._numbers()
        blocks = self._blocks()
        read = [block for block in blocks if block.kind == "bacaan"]
        return Question(
            line=raw.line,
            code=self._code(),
            kind=self._kind.name,
            blocks=blocks,
            options=listed(raw, self._kind, self._look, blocks, self._faults),
            hints=tuple(self._look(span) for span in raw.fields.get("Petunjuk", ())),
            explanation=self._optional("Penjelasan"),
            reading=self._word("Pilihan", "dibaca") or bool(gaps_of(read)),
            fixed=self._word("Urutan", "tetap"),
            numbers=numbers,
            conditions=self._conditions(numbers),
            unit=self._unit(),
            purse=purse(self._first("Dompet"), self._faults),
            rounds=self._rounds(numbers) if self._kind.shape != "task" else 1,
            collect=collected(raw.fields.get("Kumpul", ()), self._faults),
        )

    def _fault(self, line: int, message: str, **values: object) -> None:
        self._faults.append(Fault(line, message, values))

    def _first(self, name: str) -> Span | None:
        return next(iter(self._raw.fields.get(name, ())), None)

    def _misplaced(self) -> None:
        for name, spans in self._raw.fields.items():
            for span in spans:
                if not span.text and name != "Rubrik":      # its list stands below it
                    self._fault(span.line, EMPTY, name=name)
            if spans and self._kind.shape not in _SHAPES.get(name, (self._kind.shape,)):
                self._fault(
                    spans[0].line, "'{name}:' tidak berlaku untuk soal {kind}. Hapus baris ini.",
                    name=name, kind=self._kind.name,
                )

    def _lettered(self) -> None:
        """Report options that stand as "a. …", "b. …" in the question's own text."""
        if self._raw.options or self._kind.shape not in ("options", "typed"):
            return
        for block in self._raw.blocks:
            at = lettered(block.span.text) if block.kind == "prose" else None
            if at is not None:
                self._raw.doubtful = True
                self._fault(block.span.line + at, "Pilihan tidak diberi huruf. Tulis '- [x] …' "
                            "(benar) atau '- [ ] …' (salah).")

    def _code(self) -> str:
        span = self._first("Kode")
        if span is None:
            return ""
        if span.text and (not _CODE.fullmatch(span.text) or len(span.text) > 40):
            self._fault(
                span.line, "Kode '{code}' tidak terbaca. Pakai huruf kecil, angka dan tanda "
                "hubung, misalnya 'baca-03-k7qd'.", code=span.text[:40],
            )
        return span.text

    def _blocks(self) -> tuple[Block, ...]:
        blocks = [
            Block(block.kind, self._look(block.span))
            for block in _blocks(self._raw, self._kind.shape)
        ]
        if not any(block.kind == "prose" for block in blocks):
            self._fault(self._raw.line, "Soal ini belum punya pertanyaan. Tulis di bawah judulnya.")
        sound = self._first("Suara")
        said = sound_span(sound, []) if sound else None
        if said is not None:
            blocks.append(Block("sound", self._look(said)))
        return numbered(blocks)

    def _optional(self, name: str) -> Prose | None:
        span = self._first(name)
        return self._look(span) if span is not None and span.text else None

    def _word(self, name: str, word: str) -> bool:
        span = self._first(name)
        if span is None:
            return False
        if span.text and not means(span.text, word):
            self._fault(span.line, "'{name}: {text}' tidak dikenal; maksudnya '{name}: {word}'?",
                        name=name, text=span.text, word=word)
        return True

    def _numbers(self) -> str:
        span = self._first("Acak")
        if span is None:
            return ""
        try:
            ranges(span.text)
        except CalculationError as error:
            self._fault(span.line, error.message, **error.values)
        return span.text

    def _conditions(self, numbers: str) -> tuple[str, ...]:
        spans: Sequence[Span] = self._raw.fields.get("Syarat", ())
        if spans and not numbers:
            self._fault(
                spans[0].line, "'Syarat:' memerlukan 'Acak:'. Tambahkan 'Acak:', atau hapus.",
            )
        texts = tuple(span.text for span in spans)
        told = any(fault.line == self._at("Acak") for fault in self._faults)
        for at, span in enumerate(spans if numbers and not told else ()):
            try:
                draw_numbers(numbers, texts[:at + 1], 0)
            except CalculationError as error:
                self._fault(span.line, error.message, **error.values)
                break
        return texts

    def _at(self, name: str) -> int:
        span = self._first(name)
        return span.line if span is not None else 0

    def _unit(self) -> str:
        span = self._first("Satuan")
        if span is None:
            return ""
        if span.text and not _UNIT.fullmatch(span.text):
            self._fault(span.line, "Satuan '{text}' tidak terbaca. Tulis kata pendek seperti 'Rp', "
                        "'kg' atau 'ikat'.", text=span.text[:40])
        return span.text

    def _rounds(self, numbers: str) -> int:
        span = self._first("Ulang")
        if span is None:
            return 1
        if not re.fullmatch("[0-9]{1,2}", span.text) or not 2 <= int(span.text) <= MOST_ROUNDS:
            self._fault(span.line, "'Ulang:' adalah angka 2 sampai {most}.", most=MOST_ROUNDS)
            return 1
        if not numbers:
            self._fault(span.line, "'Ulang:' memerlukan 'Acak:', sebab soalnya akan sama saja.")
        return int(span.text)
