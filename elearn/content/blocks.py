"""Lines of a lesson -> its outline; every line is one thing, or a fault."""

import re
from collections.abc import Callable, Sequence

from elearn.content.keywords import FIELDS, WORDS, known, means, nearest
from elearn.content.meant import (
    ANSWERS,
    audience_meant,
    box_meant,
    field_meant,
    kind_meant,
    second_box,
    tile_meant,
)
from elearn.content.outline import RawBlock, RawOption, RawQuestion, RawStep
from elearn.content.pieces import Span
from elearn.content.values import For
from elearn.questions.values import Fault

REPEATED = frozenset({"Petunjuk", "Syarat"})
"""Fields that may stand more than once."""

_BRACKET = re.compile(r"(?P<title>.*\S)\s*\((?P<who>[^()]*)\)")
_QUESTION = re.compile(r"(?P<word>[^\s:]+)\s*(?P<colon>:?)\s*(?P<kind>.*)")
_NUMBERED = re.compile(
    r"(?:(?:nomor|no|number)\b\.?\s*)?[0-9]+\s*[:.)]?\s*(?P<kind>.*)", re.IGNORECASE
)


def outline(
    lines: Sequence[str], first: int, language: str = "id"
) -> tuple[list[RawStep], list[Fault], list[Fault]]:
    """Return the steps of `lines`, the first of which is line `first`; and faults; and notes."""
    scanner = _scanned(lines, first, language)
    return scanner.steps, scanner.faults, scanner.notes


def kinds_of(lines: Sequence[str], language: str = "id") -> list[tuple[str, bool]]:
    """Return of each line what it is ("prose", "quote", "item", "field", "blank" and headings),
    and whether it stands in a question.
    """
    return _scanned(lines, 1, language).kinds


def _scanned(lines: Sequence[str], first: int, language: str) -> "_Scanner":
    scanner = _Scanner(language)
    for number, line in enumerate(lines, first):
        scanner.read(number, line)
        scanner.kinds.append((scanner.last, scanner.asking))
    return scanner


class _Scanner:
    """Reads line by line; knows the step and question it is in, and what the last line was."""

    def __init__(self, language: str) -> None:
        self.steps: list[RawStep] = []
        self.faults: list[Fault] = []
        self.notes: list[Fault] = []
        self.kinds: list[tuple[str, bool]] = []
        self._fields = [*FIELDS, *(FIELDS.values() if language == "en" else ())]
        self._question: RawQuestion | None = None
        self._last = "blank"       # what the line before was
        self._fenced = ""          # the fence that a block of code began with

    @property
    def last(self) -> str:
        """What the latest line was."""
        return self._last

    @property
    def asking(self) -> bool:
        """Whether the latest line stands in a question."""
        return self._question is not None

    def read(self, number: int, line: str) -> None:
        """Take in one line."""
        if self._fenced:
            self._fenced = "" if line.strip().startswith(self._fenced) else self._fenced
            return
        for pattern, handle in _LINES:
            found = pattern.match(line)
            kind = handle(self, number, found) if found else None
            if kind:
                self._last = kind
                return

    def _fault(self, line: int, message: str, **values: object) -> None:
        self.faults.append(Fault(line, message, values))

    def _blank(self, _number: int, _found: re.Match[str]) -> str:
        return "blank"

    def _fence(self, number: int, found: re.Match[str]) -> str:
        self._fault(number, "Blok kode '```' tidak dipakai di pelajaran. Tulis kalimat biasa.")
        self._fenced = found[1]
        return "blank"

    def _rule(self, number: int, _found: re.Match[str]) -> str:
        self._fault(number, "Garis pemisah tidak dipakai. Layar baru: tulis '## Judul langkah'.")
        return "blank"

    def _reference(self, number: int, _found: re.Match[str]) -> str:
        self._fault(number, "Tautan rujukan '[…]: …' tidak dipakai. Hapus baris ini.")
        return "blank"

    def _heading(self, number: int, found: re.Match[str]) -> str:
        level, space, text = len(found["signs"]), found["space"], found["text"].strip()
        if level != 3 and (kind := kind_meant(text)):
            self._unasked(number, kind)
            return "blank"
        if level == 1:
            self._fault(
                number, "'#' di awal baris tidak dipakai. Judul pelajaran ditulis di 'judul:', "
                "judul langkah dengan '## '.",
            )
        elif level > 3:
            self._fault(number, "Judul dengan '{signs}' tidak dipakai. Pakai '## Judul langkah'.",
                        signs=found["signs"])
        elif not space and text:
            self._fault(number, "Beri spasi sesudah '{signs}'.", signs=found["signs"])
        if level == 3:
            self._ask(number, text)
        else:                    # taken as a step, so that what follows has its place
            self._step(number, text)
        return "blank"

    def _unasked(self, number: int, kind: str) -> None:
        message = "Soal ditulis dengan '### ' di awal baris. Tulis '### Soal: {kind}'."
        self._fault(number, message, kind=kind)
        self._open(number, kind)

    def _step(self, number: int, text: str) -> None:
        self._question = None
        if not text:
            self._fault(number, "Judul langkah kosong. Tulis seperti '## Suku kata ma'.")
        step = RawStep(number, *_audience(text))
        found = _BRACKET.fullmatch(text) if step.audience == "semua" else None
        meant = audience_meant(found["who"]) if found else None
        if found and meant:
            self._fault(number, "'{text}' tidak dikenal; maksudnya '{near}'?",
                        text=f"({found['who']})", near=f"({meant})")
            step = RawStep(number, *_audience(f"{found['title']} ({meant})"))
        self.steps.append(step)

    def _ask(self, number: int, text: str) -> None:
        found = _QUESTION.fullmatch(text)
        if found is None or not means(found["word"], "soal"):
            word = found["word"] if found else ""
            near = nearest(word, ("Soal",)) if word else None
            message = (
                "'### {text}' tidak dikenal; maksudnya '### Soal: …'?" if near else
                "'### {text}' tidak dipakai. '###' hanya untuk soal, seperti '### Soal: pilih'; "
                "langkah baru memakai '## '."
            )
            self._fault(number, message, text=text[:40])
            if not near:
                self._question = RawQuestion(number, "")     # of no step: takes what belongs to it
                return
        self._open(number, self._kind(number, found) if found else "")

    def _kind(self, number: int, found: re.Match[str]) -> str:
        """Return the kind that a heading "Soal …" names; report what stands in its way."""
        kind, message = found["kind"].strip(), ""
        if not found["colon"] and (numbered := _NUMBERED.fullmatch(kind)):
            kind, message = numbered["kind"], "Soal tidak diberi nomor. Tulis '### Soal: {kind}'."
        elif not found["colon"] and means(found["word"], "soal"):
            message = "Titik dua belum ada. Tulis '### Soal: {kind}'."
        if message:
            self._fault(number, message, kind=kind or "pilih")
        return kind

    def _open(self, number: int, kind: str) -> None:
        if not self.steps:
            self._fault(number, "Soal ini belum punya langkah. Tulis '## Judul langkah' dulu.")
            self.steps.append(RawStep(number, ""))           # so that this is told once
        self._question = RawQuestion(number, kind)
        self.steps[-1].questions.append(self._question)

    def _quote(self, number: int, found: re.Match[str]) -> str:
        indented = len(found["indent"].expandtabs(4)) >= 2
        span = Span(number, found["text"])
        question = self._question
        if question is not None and question.options:
            return self._feedback(question, span, indented)
        if indented:
            if self._last != "shifted":
                self._fault(number, "Kutipan ini menjorok, padahal belum ada pilihan di atasnya. "
                            "Geser ke tepi kiri.")
            return "shifted"
        if not self.steps:
            self._homeless(number)
        self._block("bacaan", span, joins=self._last == "quote")
        return "quote"

    def _feedback(self, question: RawQuestion, span: Span, indented: bool) -> str:
        option = question.options[-1]
        if not indented:
            if self._last != "shifted":
                self._fault(span.line, "Kutipan sesudah pilihan harus menjorok. Geser dua spasi: "
                            "'  > …'. Bacaan ditulis sebelum pilihan pertama.")
            return "shifted"
        if self._last == "field":
            self._fault(span.line, "Tanggapan ini tidak tepat di bawah pilihannya. Pindahkan ke "
                        "bawah pilihan yang dimaksud.")
        elif option.feedback is None:
            option.feedback = span
        else:
            gap = "\n" * (span.line - option.feedback.line - option.feedback.text.count("\n"))
            option.feedback = Span(option.feedback.line, option.feedback.text + gap + span.text)
        return "quote"

    def _item(self, number: int, found: re.Match[str]) -> str | None:
        box = found["box"]
        if self._question is not None:
            if box is None and (meant := self._slip(number, found)):
                return meant
            mark = "1." if found["count"] else "-"
            mark = mark if box is None else self._box(number, box, found["gap"])
            self._option(self._question, mark, Span(number, found["text"].strip()))
            return "item"
        if box is not None and self.steps:
            if self._last not in ("item", "shifted"):
                self._fault(number, "Kotak '[ ]' hanya ada di dalam soal. Tulis '### Soal: pilih' "
                            "di atasnya, atau hapus kotaknya.")
            return "item"
        if not self.steps:
            return None
        self._block("prose", Span(number, found[0].strip()), joins=self._last == "item")
        return "item"

    def _option(self, question: RawQuestion, mark: str, span: Span) -> None:
        question.options.append(RawOption(mark, span))
        if second_box(span.text):
            question.doubtful = True
            self._fault(span.line, "Di baris ini ada dua pilihan. Tulis satu pilihan di satu "
                        "baris.")

    def _slip(self, number: int, found: re.Match[str]) -> str | None:
        """Take a line of a question as it was meant, so that one slip is one message."""
        line, question = found[0], self._question
        if kind := kind_meant(line):
            self._unasked(number, kind)
            return "blank"
        if question is None:
            return None
        return self._loose_option(number, line, question) or self._loose_field(
            number, line, question)

    def _loose_option(self, number: int, line: str, question: RawQuestion) -> str | None:
        if box := box_meant(line):
            message = (
                "Kotak ini belum lengkap. Tulis '- {mark} …'." if not box.whole else
                "Tanda '{sign}' di depan kotak tidak dikenal. Tulis '- {mark} …'." if box.sign else
                "Tanda '-' di depan kotak belum ada. Tulis '- {mark} …'."
            )
            told = any(one.message == message and one.line > question.line for one in self.faults)
            if not (told and box.whole):
                self._fault(number, message, mark=box.mark, sign=box.sign)
            self._option(question, box.mark, Span(number, box.text))
            return "item"
        if tile := tile_meant(line, question.kind):
            if not question.options:
                self._fault(number, "Beri spasi sesudah '{signs}'.", signs=tile[0])
            self._option(question, "1.", Span(number, tile[1]))
            return "item"
        return None

    def _loose_field(self, number: int, line: str, question: RawQuestion) -> str | None:
        """Take a field that is indented, bold, an item of a list, or has lost its colon."""
        found = field_meant(line, bool(question.options))
        if found is None:
            return None
        name, value, colon = found
        message = (
            "Tulis '{name}:' di awal baris, tanpa tanda atau spasi di depannya." if colon else
            "Titik dua belum ada sesudah '{name}'. Tulis '{name}: …'."
        )
        self._fault(number, message, name=name)
        question.fields.setdefault(name, []).append(Span(number, value))
        return "field"

    def _box(self, number: int, box: str, gap: str) -> str:
        sign = box.strip()
        if sign not in ("", "x", "X"):
            message = "Kotak '[{sign}]' tidak dikenal; maksudnya '[x]' (benar) atau '[ ]' (salah)?"
            self._fault(number, message, sign=sign)
        elif box not in (" ", "x") or not gap:
            meant = "- [x]" if sign else "- [ ]"
            message = "Kotak ini dibaca sebagai '{meant}'."
            self.notes.append(Fault(number, message, {"meant": meant}))
        return "[x]" if sign else "[ ]"

    def _field(self, number: int, found: re.Match[str]) -> str | None:
        name, value = found["name"], Span(number, found["value"].strip())
        field = known(name, FIELDS)
        if field is None:
            return self._other_field(number, found, value)
        if self._question is not None:
            given = self._question.fields.setdefault(field, [])
            if given and field not in REPEATED:
                message = "'{name}:' sudah ada di baris {other}. Hapus salah satu."
                self._fault(number, message, name=name, other=given[0].line)
            else:
                given.append(value)
        elif field == "Suara" and self.steps:
            self._block("sound", value, joins=False)
        else:
            self._fault(number, "'{name}:' hanya ada di dalam soal. Pindahkan ke bawah "
                        "'### Soal: …'.", name=name)
        return "field"

    def _other_field(self, number: int, found: re.Match[str], value: Span) -> str | None:
        if kind := kind_meant(found[0]):
            self._unasked(number, kind)
            return "blank"
        if self._question is not None and found["name"].lower() in ANSWERS:
            self._fault(number, "'{name}:' tidak ada. Beri tanda [x] pada jawaban yang benar.",
                        name=found["name"])
            return "field"
        return self._near_field(found["name"], value)

    def _near_field(self, name: str, value: Span) -> str | None:
        near = nearest(name, self._fields if self._question is not None else ("Suara",))
        if near is None:
            return None
        self._fault(value.line, "'{name}:' tidak dikenal; maksudnya '{near}:'? Kalau ini "
                    "percakapan, tulis '**{name}:** …'.", name=name, near=near)
        if self._question is not None:      # taken as meant, so that one slip is one message
            self._question.fields.setdefault(known(near, FIELDS) or near, []).append(value)
        return "field"

    def _table(self, number: int, _found: re.Match[str]) -> str:
        if self._last != "table":
            self._fault(number, "Tabel tidak dipakai. Tulis sebagai daftar: satu baris '- …' untuk "
                        "satu hal.")
        return "table"

    def _prose(self, number: int, found: re.Match[str]) -> str:
        question = self._question
        if meant := self._slip(number, found):
            return meant
        if self._last in ("quote", "shifted", "lazy"):
            if self._last != "lazy":
                self._fault(
                    number, "Baris ini menempel pada kutipan di atasnya. Mulai dengan '> ', atau "
                    "beri baris kosong di antaranya.",
                )
            return "lazy"
        if not self.steps:
            self._homeless(number)
        if question is not None and question.options:
            self._after_options(number, found[0])
        else:
            self._block("prose", Span(number, found[0].strip()), joins=self._last == "prose")
        return "prose"

    def _after_options(self, number: int, line: str) -> None:
        if self._last == "prose":
            return
        if self._question is not None and self._last == "item":
            self._question.doubtful = True       # a part of the list, perhaps
        message = (
            "Isi pilihan ditulis di satu baris. Kalau ini tanggapan, tulis '  > …'."
            if line.startswith("  ") and self._last == "item" else
            "Tulisan sesudah pilihan tidak terbaca. Pindahkan ke atas pilihan, atau tulis "
            "'Penjelasan: …'."
        )
        self._fault(number, message)

    def _homeless(self, number: int) -> None:
        self._fault(number, "Tulisan ini belum punya langkah. Tulis '## Judul langkah' dulu.")
        self.steps.append(RawStep(number, ""))               # so that this is told once

    def _block(self, kind: str, span: Span, joins: bool) -> None:
        """Add lines to the step or the stem; `joins` puts them to the last block of their kind."""
        blocks = (self._question or self.steps[-1]).blocks
        if joins and blocks and blocks[-1].kind == kind:
            last = blocks[-1].span
            blocks[-1].span = Span(last.line, f"{last.text}\n{span.text}")
        elif kind == "bacaan":
            blocks.append(RawBlock("bacaan", span))
        else:
            blocks.append(RawBlock("sound" if kind == "sound" else "prose", span))


def _audience(text: str) -> tuple[str, For]:
    """Return a heading without its bracket, and whom its step is for."""
    if means(text, "untuk tutor") or text.lower() == "for the tutor":
        return text, "tutor"
    found = _BRACKET.fullmatch(text)
    who = known(found["who"], {word: WORDS[word] for word in ("anak", "dewasa")}) if found else None
    if found and who == "anak":
        return found["title"], "anak"
    if found and who == "dewasa":
        return found["title"], "dewasa"
    return text, "semua"


_Handle = Callable[[_Scanner, int, re.Match[str]], str | None]
_BOX = r"\[(?P<box>[^\[\]]?|[ \t]*+[xX]?[ \t]*+)\](?![(\[])"
_LINES: Sequence[tuple[re.Pattern[str], _Handle]] = tuple(
    (re.compile(pattern), handle)
    for pattern, handle in (
        (r"\s*$", _Scanner._blank),
        (r"\s{0,3}(```|~~~)", _Scanner._fence),
        (r"(?P<signs>#{1,6})(?P<space>\s*)(?P<text>.*)", _Scanner._heading),
        (r"\s{0,3}(?:(?:-\s*){3,}|(?:\*\s*){3,}|(?:_\s*){3,}|=+\s*)$", _Scanner._rule),
        (r"\s{0,3}\[[^\[\]]*\]:", _Scanner._reference),
        (r"\s{0,3}\|.*\|$", _Scanner._table),
        (r"(?P<indent>\s*)>\s?(?P<text>.*)", _Scanner._quote),
        (rf"\s*(?:[-*+](?P<gap>\s*){_BOX}|[-*+]\s+|(?P<count>[0-9]{{1,3}})[.)]\s+)(?P<text>.*)",
         _Scanner._item),
        (r"(?P<name>[A-Za-z][A-Za-z-]{1,29})\s?:(?P<value>.*)", _Scanner._field),
        (r".*", _Scanner._prose),
    )
)
