"""PINs: six figures, made by chance; for adults who know figures, and for who cannot see pictures.

They are typed, or tapped on a keypad, and never said aloud by themselves.
"""

import secrets
from itertools import pairwise

LENGTH = 6
"""A million of them; twenty wrong ones in a row close the door, so a guesser has 1 in 50,000."""

LEAST = 4
"""Different figures that a PIN has at least: 112211 is what a thief tries first."""


def new_pin() -> tuple[int, ...]:
    """Return six figures that are no row and no pattern of two or three."""
    while True:
        pin = tuple(secrets.randbelow(10) for _ in range(LENGTH))
        if len(set(pin)) >= LEAST and not _row(pin):
            return pin


def _row(pin: tuple[int, ...]) -> bool:
    """Whether the figures go up or down by one, as 345678 and 109876 do."""
    steps = {(after - before) % 10 for before, after in pairwise(pin)}
    return steps in ({1}, {9})
