"""Braces: arithmetic, or a fact by its name."""

import re

from elearn.content.facts import fact_meant, looks_like_fact, reference
from elearn.content.lesson import Mention, Number
from elearn.content.pieces.taken import Lexicon, Taken, short


def brace(taken: Taken, lexicon: Lexicon, found: re.Match[str], line: int) -> None:
    """Take `{a + b}` or `{F-112}`."""
    inside = found["inside"].strip()
    fact = is_fact(taken, lexicon, line, inside)
    if fact is None:
        taken.pieces.append(Number(line, inside))
    elif fact and (named := reference(inside)):
        taken.pieces.append(Mention(line, *named))


def is_fact(taken: Taken, lexicon: Lexicon, line: int, inside: str) -> bool | None:
    """Return whether braces name a fact that there is; None for arithmetic. Report the rest."""
    known = lexicon.facts
    named = reference(inside)
    if named and named[0] in known:
        return True
    if named is None and not looks_like_fact(inside, known):
        return None
    near = fact_meant(inside, known)
    message = (
        "Fakta '{fact}' tidak ada; maksudnya '{near}'?" if near else
        "Fakta '{fact}' tidak ada di fakta.md. Tulis dulu di sana, dengan sumber dan tanggal."
    )
    taken.fault(line, message, fact=short(f"{{{inside}}}"), near=f"{{{near}}}")
    return False


def loose(taken: Taken, _lexicon: Lexicon, found: re.Match[str], line: int) -> None:
    """Report a brace without its other half."""
    taken.fault(
        line,
        "Kurung '{brace}' tidak berpasangan. Hitungan ditulis dengan dua kurung, misalnya "
        "'{example}'.",
        brace=found[0], example="{a + b}",
    )
