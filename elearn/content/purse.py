"""`Dompet:`: the notes and coins that she has to pay with."""

from elearn.content.pieces import Span
from elearn.questions.uang import PIECES
from elearn.questions.values import Fault

MOST = 12
"""Pieces in a purse: a screen of them."""

LONGEST = len(str(PIECES[0]))
"""Digits of the largest piece."""


def purse(span: Span | None, faults: list[Fault]) -> tuple[int, ...]:
    """Return the pieces of a `Dompet:`, the largest first; () where there is enough of each."""
    if span is None or not span.text:
        return ()
    found = []
    for part in filter(None, (part.strip() for part in span.text.split(","))):
        digits = part.removeprefix("Rp").replace(".", "")
        if digits.isdecimal() and len(digits) <= LONGEST and int(digits) in PIECES:
            found.append(int(digits))
        else:
            message = (
                "Uang '{text}' tidak ada. Tulis misalnya 'Dompet: 5000, 2000, 2000, 500'."
            )
            faults.append(Fault(span.line, message, {"text": part[:40]}))
    if len(found) > MOST:
        message = "Dompet ini terlalu penuh: paling banyak {most} lembar dan koin."
        faults.append(Fault(span.line, message, {"most": MOST}))
    return tuple(sorted(found[:MOST], reverse=True))
