"""pilih: tap the one right option."""

from collections.abc import Sequence
from typing import cast

from elearn.questions.ids import EMPTY, OptionsKey, ids
from elearn.questions.lines import empty, few, none_accepted, repeated
from elearn.questions.values import Fault, Key, Line, Shape, Verdict


class Pilih:
    """One of several. Raw: the id of the option, "2"."""

    name = "pilih"
    english = "choose"
    shape: Shape = "options"
    instruction = "Ketuk satu jawaban, lalu ketuk Periksa."

    def faults(self, lines: Sequence[Line], at: int) -> list[Fault]:
        """Return what is wrong: exactly one option is right, and no two are equal."""
        second = [line for line in lines if line.accepted][1:2]
        return [
            *(few(lines, at) or none_accepted(lines, at)),
            *(
                Fault(
                    line.number,
                    "Soal pilih punya tepat satu jawaban [x]. "
                    "Kalau ada beberapa yang benar, tulis '### Soal: pilih semua'.",
                )
                for line in second
            ),
            *empty(lines),
            *repeated(lines),
        ]

    def key(self, lines: Sequence[Line]) -> dict[str, object]:
        """Return an `OptionsKey`."""
        ok = [at for at, line in enumerate(lines) if line.accepted]
        return {"kind": self.name, "of": len(lines), "ok": ok}

    def mark(self, key: Key, raw: str) -> Verdict:
        """Mark one tapped option; its own line answers."""
        options = cast(OptionsKey, key)
        chosen = ids(raw, options["of"])
        if len(chosen) != 1 or EMPTY in chosen:
            return Verdict("unclear")
        line = chosen[0]
        return Verdict("right" if line in options["ok"] else "wrong", str(line), line)

    def right(self, key: Key) -> str:
        """Return the id of the right option."""
        return ",".join(map(str, cast(OptionsKey, key)["ok"][:1]))
