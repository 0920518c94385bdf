"""`[[ibu]]`: a gap among the words of a sentence."""

import re

from elearn.content.lesson import Gap
from elearn.content.pieces.taken import Lexicon, Taken


def gap(taken: Taken, _lexicon: Lexicon, found: re.Match[str], line: int) -> None:
    """Take a gap with what may fill it."""
    if found["blank"] is None:
        message = "Kata rumpang ini tidak lengkap. Tulis seperti '[[pasar]]', dalam satu baris."
        taken.fault(line, message)
    else:
        taken.pieces.append(Gap(line, found["blank"].strip()))
