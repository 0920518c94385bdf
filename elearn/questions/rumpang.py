"""rumpang: fill the gaps of a sentence, each by typing or by tapping."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TypedDict, cast

from elearn.questions.ids import EMPTY, ids
from elearn.questions.lines import empty, repeated, typed_alike, untypable
from elearn.questions.parts import parts_of, with_parts
from elearn.questions.typed import fold
from elearn.questions.values import Fault, Key, Line, Shape, Verdict

MOST = 6
"""Gaps in one question."""


class GapKey(TypedDict):
    """One gap: the folded texts that are known where it is typed, else how many are offered."""

    of: list[str] | int
    ok: list[int]


class GapsKey(TypedDict):
    """Key of a sentence: its gaps in order. Lines are counted through all of them."""

    kind: str
    gaps: list[GapKey]


class Rumpang:
    """Gaps. Raw: one part per gap (see `parts`), the text that was typed or the number tapped."""

    name = "rumpang"
    english = "gap"
    shape: Shape = "gaps"
    instruction = "Isi titik-titiknya, lalu ketuk Periksa."

    def faults(self, lines: Sequence[Line], at: int) -> list[Fault]:
        """Return what is wrong: there are gaps, and each can be filled in one right way."""
        gaps = [*_gaps(lines)]
        if not gaps:
            message = "Soal ini belum punya kata rumpang. Tulis misalnya 'ibu ke [[pasar]]'."
            return [Fault(at, message)]
        faults = empty(lines) + [fault for gap in gaps for fault in _gap_faults(gap)]
        if len(gaps) > MOST:
            message = "Paling banyak {most} kata rumpang dalam satu soal."
            faults.append(Fault(at, message, {"most": MOST}))
        return faults

    def key(self, lines: Sequence[Line]) -> dict[str, object]:
        """Return a `GapsKey`."""
        return {"kind": self.name, "gaps": [_key(gap) for gap in _gaps(lines)]}

    def mark(self, key: Key, raw: str) -> Verdict:
        """Mark filled gaps; the first wrong one that was offered or foreseen answers."""
        gaps = cast(GapsKey, key)["gaps"]
        parts = parts_of(raw)
        if len(parts) != len(gaps):
            return Verdict("unclear")
        given = [_given(gap, part) for gap, part in zip(gaps, parts, strict=True)]
        if not all(text for text, _ in given):
            return Verdict("unclear")
        canonical = with_parts(text for text, _ in given)
        wrong, before = [], 0
        for gap, (_, line) in zip(gaps, given, strict=True):
            if line not in gap["ok"]:
                wrong.append(None if line is None else before + line)
            before += _size(gap)
        if not wrong:
            return Verdict("right", canonical)
        return Verdict("wrong", canonical, next((at for at in wrong if at is not None), None))

    def right(self, key: Key) -> str:
        """Return the first accepted answer of each gap."""
        return with_parts(_right(gap) for gap in cast(GapsKey, key)["gaps"])


def _gaps(lines: Sequence[Line]) -> Iterator[list[Line]]:
    for _, gap in groupby(lines, key=lambda line: line.place):
        yield list(gap)


def _key(gap: Sequence[Line]) -> GapKey:
    ok = [at for at, line in enumerate(gap) if line.accepted]
    return {"of": [fold(line.text) for line in gap] if gap[0].typed else len(gap), "ok": ok}


def _size(gap: GapKey) -> int:
    return gap["of"] if isinstance(gap["of"], int) else len(gap["of"])


def _given(gap: GapKey, part: str) -> tuple[str, int | None]:
    """Return what fills a gap, "" for nothing sure, and its place among the known answers."""
    of = gap["of"]
    if isinstance(of, int):
        chosen = ids(part, of)
        sure = len(chosen) == 1 and chosen[0] != EMPTY
        return (str(chosen[0]), chosen[0]) if sure else ("", None)
    text = fold(part)
    return text, of.index(text) if text in of else None


def _right(gap: GapKey) -> str:
    of = gap["of"]
    first = next(iter(gap["ok"]), None)
    if first is None:
        return ""
    return str(first) if isinstance(of, int) else of[first]


def _gap_faults(gap: Sequence[Line]) -> list[Fault]:
    if gap[0].typed:
        return untypable(gap) + typed_alike(gap)
    if len(gap) < 2 or sum(line.accepted for line in gap) != 1:
        message = (
            "Beri tanda kurung pada satu yang benar, di antara dua kata atau lebih. Tulis "
            "misalnya '[[(pasar) | sawah | sungai]]'."
        )
        return [Fault(gap[0].number, message)]
    twice = "'{text}' ada dua kali di antara '[[' dan ']]'. Hapus salah satu."
    return repeated(gap, twice)
