"""pilih semua: tap all right options, and only those."""

from collections.abc import Sequence
from typing import cast

from elearn.questions.ids import EMPTY, OptionsKey, ids, joined
from elearn.questions.lines import empty, few, none_accepted, repeated
from elearn.questions.values import Fault, Key, Line, Outcome, Shape, Verdict


class PilihSemua:
    """Several of several. Raw: the ids of the options in any order, "0,2"."""

    name = "pilih semua"
    english = "choose all"
    shape: Shape = "options"
    instruction = "Ketuk semua yang benar, lalu ketuk Periksa."

    def faults(self, lines: Sequence[Line], at: int) -> list[Fault]:
        """Return what is wrong: some option is right, some is not, and no two are equal."""
        faults = few(lines, at) or none_accepted(lines, at)
        if not faults and all(line.accepted for line in lines):
            message = "Semua pilihan benar. Tambahkan satu yang salah dengan '- [ ] …'."
            faults.append(Fault(at, message))
        return faults + empty(lines) + repeated(lines)

    def key(self, lines: Sequence[Line]) -> dict[str, object]:
        """Return an `OptionsKey`."""
        ok = [at for at, line in enumerate(lines) if line.accepted]
        return {"kind": self.name, "of": len(lines), "ok": ok}

    def mark(self, key: Key, raw: str) -> Verdict:
        """Mark the tapped options; the first wrong one answers, a missing one has no words."""
        options = cast(OptionsKey, key)
        chosen = sorted(set(ids(raw, options["of"])))
        if not chosen or EMPTY in chosen:
            return Verdict("unclear")
        wrong = [line for line in chosen if line not in options["ok"]]
        outcome: Outcome = "right" if chosen == options["ok"] else "wrong"
        return Verdict(outcome, joined(chosen), wrong[0] if wrong else None)

    def right(self, key: Key) -> str:
        """Return the ids of all right options."""
        return joined(cast(OptionsKey, key)["ok"])
