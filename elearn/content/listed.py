"""What a question lists, or hides in its sentence -> its options, by the shape of its kind."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from elearn.content.documents import Drawn, drawn, field_spans, is_listed, own_faults
from elearn.content.gaps import answers, gap_faults, gaps_of
from elearn.content.lesson import Block, Option, Prose
from elearn.content.outline import RawOption, RawQuestion
from elearn.content.pieces import Span
from elearn.content.tapped import Word, bracket_faults, same_word, words
from elearn.questions.values import Fault, Kind, Shape

Look = Callable[[Span], Prose]
"""Finds the prose that a span became."""

BOXES = ("[x]", "[ ]")

_PAIR = re.compile(r"(?P<left>.*?)(?:^|(?<=\s))=(?:\s|$)(?P<right>.*)")


def listed(
    raw: RawQuestion, kind: Kind, look: Look, blocks: Sequence[Block], faults: list[Fault]
) -> tuple[Option, ...]:
    """Return the options of a question as far as they can be read; add what is wrong to `faults`.

    `blocks` are the question's own: what fills a gap stands there.
    """
    return _Listed(raw, look, blocks, faults).options(kind.shape)


def sides(span: Span) -> tuple[Span, Span] | None:
    """Return the left and right of "🐟 = ikan"; None where no "=" stands on its own."""
    found = _PAIR.fullmatch(span.text)
    if not found:
        return None
    return Span(span.line, found["left"].strip()), Span(span.line, found["right"].strip())


class _Listed:
    """Builds the options of one question, gathering faults as it goes."""

    def __init__(
        self, raw: RawQuestion, look: Look, blocks: Sequence[Block], faults: list[Fault]
    ) -> None:
        self._raw = raw
        self._look = look
        self._blocks = blocks
        self._faults = faults
        self._told: set[str] = set()

    def options(self, shape: Shape) -> tuple[Option, ...]:
        """Return the options as questions of this shape have them."""
        if shape == "gaps":
            return self._gaps()
        if shape == "words" and (tapped := words(self._raw)):
            return self._words(tapped)
        if shape == "words":
            self._doubt(bracket_faults(self._raw))
            document = drawn(self._raw)
            if document is not None and not is_listed(self._raw, document):
                return self._fields(document)
            self._faults += own_faults(self._raw)
        each: Mapping[Shape, Callable[[RawOption], Option | None]] = {
            "pairs": self._pair, "tiles": self._tile, "task": self._criterion,
        }
        return tuple(filter(None, map(each.get(shape, self._boxed), self._raw.options)))

    def _fault(self, line: int, message: str, **values: object) -> None:
        self._faults.append(Fault(line, message, values))

    def _once(self, line: int, message: str) -> None:
        """Report what the whole list has wrong, at its first line."""
        if message not in self._told:
            self._told.add(message)
            self._fault(line, message)

    def _boxed(self, raw: RawOption) -> Option | None:
        """Return a line with a box."""
        if raw.mark not in BOXES:
            self._unboxed(raw)
            return None
        return self._option(raw)

    def _tile(self, raw: RawOption) -> Option | None:
        if raw.mark not in BOXES:
            return self._option(raw)
        self._once(
            raw.span.line, "Soal urutkan memakai '1. …' untuk urutannya dan '- …' untuk keping "
            "tambahan, tanpa kotak.",
        )
        return None

    def _criterion(self, raw: RawOption) -> Option:
        return Option(raw.span.line, raw.mark == "[x]", self._look(raw.span))

    def _option(self, raw: RawOption) -> Option | None:
        if not raw.span.text:
            self._fault(raw.span.line, "Baris ini kosong. Tulis isinya, atau hapus barisnya.")
            return None
        accepted = raw.mark in ("[x]", "1.")
        return Option(raw.span.line, accepted, self._look(raw.span), self._feedback(raw))

    def _feedback(self, raw: RawOption) -> Prose | None:
        return self._look(raw.feedback) if raw.feedback else None

    def _unboxed(self, raw: RawOption) -> None:
        if any(option.mark in BOXES for option in self._raw.options):
            self._fault(raw.span.line, "Pilihan ini belum punya kotak. Tulis '- [x] …' (benar) "
                        "atau '- [ ] …' (salah).")
        else:
            self._once(raw.span.line, "Pilihan di soal ini belum punya kotak. Tulis '- [x] …' "
                       "(benar) atau '- [ ] …' (salah) di setiap baris.")

    def _pair(self, raw: RawOption) -> Option | None:
        both = sides(raw.span)
        if both is None or raw.mark != "-":
            self._fault(
                raw.span.line, "Pasangan tidak terbaca. Tulis seperti '- 🐟 = ikan', dengan spasi "
                "di kiri dan kanan '='.",
            )
            return None
        left, right = both
        return Option(
            raw.span.line, bool(left.text), self._look(left), self._feedback(raw),
            self._look(right),
        )

    def _gaps(self) -> tuple[Option, ...]:
        """Return what fills each gap, gap by gap, with the mistakes that the list foresees."""
        gaps = gaps_of(self._blocks)
        unread = any(not block.prose.paragraphs for block in self._blocks)
        self._raw.doubtful |= unread and not gaps
        if self._doubt(fault for gap in gaps for fault in gap_faults(gap)):
            return ()
        found = [
            [
                (one.span.text, Option(one.span.line, one.accepted, self._look(one.span),
                                       place=place, typed=one.typed))
                for one in answers(gap)
            ]
            for place, gap in enumerate(gaps)
        ]
        for raw in self._raw.options:
            if self._boxed(raw) is not None and gaps:
                self._foresee(raw, found)
        return self._whole([option for gap in found for _, option in gap])

    def _words(self, tapped: Sequence[Word]) -> tuple[Option, ...]:
        """Return the words of a passage, with what the list says to those that are not right."""
        if self._doubt(bracket_faults(self._raw)):
            return ()
        found = [Option(one.span.line, one.accepted, self._look(one.span), place=one.row)
                 for one in tapped]
        for raw in self._raw.options:
            if self._boxed(raw) is None:
                continue
            same = [at for at, one in enumerate(tapped)
                    if same_word(one.span.text) == same_word(raw.span.text) and not one.accepted]
            if raw.mark == "[x]":
                self._fault(raw.span.line, "Di soal ketuk yang benar diberi kurung siku di "
                            "bacaannya, '[beli]'. Daftar hanya untuk yang salah: '- [ ] …'.")
            elif not same:
                self._fault(raw.span.line, "'{text}' bukan kata yang salah di bacaan ini. Tulis "
                            "satu kata tanpa kurung siku dari bacaan, atau hapus.",
                            text=raw.span.text)
            for at in same:
                found[at] = replace(found[at], feedback=self._feedback(raw))
        return self._whole(found)

    def _doubt(self, faults: Iterable[Fault]) -> bool:
        """Report what leaves the options in doubt, so that nothing else is told about them."""
        wrong = [*faults]
        self._faults += wrong
        self._raw.doubtful |= bool(wrong)
        return bool(wrong)

    def _whole(self, options: Sequence[Option]) -> tuple[Option, ...]:
        """Return options that stand among the words; what is wrong with one of those was told."""
        self._raw.doubtful |= any(not option.body.paragraphs for option in options)
        return tuple(options)

    def _fields(self, document: Drawn) -> tuple[Option, ...]:
        """Return all fields of a document; the list says which are right, and what to say."""
        found = [Option(span.line, False, self._look(span)) for span in field_spans(self._raw)]
        met: set[int] = set()
        for raw in self._raw.options if found else ():
            option, at = self._boxed(raw), document.place(raw.span.text)
            if option is not None and at is None:
                self._fault(raw.span.line, "'{text}' tidak ada di dokumen ini. Yang ada: {names}.",
                            text=raw.span.text, names=", ".join(document.names))
            elif option is not None and at in met:
                self._fault(raw.span.line, "'{text}' ada dua kali. Hapus salah satu.",
                            text=raw.span.text)
            elif option is not None and at is not None:
                met.add(at)
                found[at] = replace(option, body=found[at].body)
        self._raw.doubtful = self._raw.doubtful or not found     # the document itself was told
        return tuple(found)

    def _foresee(self, raw: RawOption, gaps: "_Filled") -> None:
        """Put the words to a foreseen mistake where it is offered, else where it can be typed."""
        if raw.mark == "[x]":
            self._fault(raw.span.line, "Di soal rumpang yang benar ditulis di kalimatnya, seperti "
                        "'[[pasar]]'. Daftar hanya untuk yang salah: '- [ ] …'.")
            return
        text, feedback, known = _plain(raw.span.text), self._feedback(raw), False
        for gap in gaps:
            for at, (other, option) in enumerate(gap):
                if _plain(other) == text and not option.accepted:
                    gap[at] = other, replace(option, feedback=feedback)
                    known = True
        for gap in gaps if not known else ():
            place = gap[0][1]
            if place.typed and text not in (_plain(other) for other, _ in gap):
                gap.append((raw.span.text, Option(
                    raw.span.line, False, self._look(raw.span), feedback, place=place.place,
                    typed=True,
                )))
                known = True
        if not known:
            self._fault(
                raw.span.line, "'{text}' tidak bisa menjadi jawaban yang salah di sini. Tulis "
                "seperti salah satu pilihan di '[[…]]', atau hapus.", text=raw.span.text,
            )


_Filled = list[list[tuple[str, Option]]]
"""For each gap the options that may fill it, each with the words that its author wrote."""


def _plain(text: str) -> str:
    return " ".join(text.casefold().split()).rstrip(".,")
