"""isian: type a word or a few."""

from collections.abc import Sequence
from typing import cast

from elearn.questions.lines import empty, none_accepted, typed_alike, untypable
from elearn.questions.typed import TypedKey, fold
from elearn.questions.values import Fault, Key, Line, Shape, Verdict


class Isian:
    """Typed text. Raw: the text as it was typed."""

    name = "isian"
    english = "fill"
    shape: Shape = "typed"
    instruction = "Tulis jawabanmu, lalu ketuk Periksa."

    def faults(self, lines: Sequence[Line], at: int) -> list[Fault]:
        """Return what is wrong: some answer is accepted, each can be typed, no two are equal."""
        return none_accepted(lines, at) + empty(lines) + untypable(lines) + typed_alike(lines)

    def key(self, lines: Sequence[Line]) -> dict[str, object]:
        """Return a `TypedKey` of folded texts."""
        ok = [at for at, line in enumerate(lines) if line.accepted]
        return {"kind": self.name, "of": [fold(line.text) for line in lines], "ok": ok}

    def mark(self, key: Key, raw: str) -> Verdict:
        """Mark typed text; the line that foresaw it answers."""
        answers = cast(TypedKey, key)
        text = fold(raw)
        if not text:
            return Verdict("unclear")
        line = answers["of"].index(text) if text in answers["of"] else None
        return Verdict("right" if line in answers["ok"] else "wrong", text, line)

    def right(self, key: Key) -> str:
        """Return the first accepted text, folded."""
        answers = cast(TypedKey, key)
        return next((answers["of"][line] for line in answers["ok"]), "")
