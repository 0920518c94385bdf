"""Orders that look random and are the same on every machine."""

import hashlib
from collections.abc import Callable, Sequence
from typing import TypeVar

Thing = TypeVar("Thing")

_TRIES = 50


def shuffled(things: Sequence[Thing], seed: str) -> tuple[Thing, ...]:
    """Return `things` in an order that depends on `seed` alone."""
    return tuple(things[at] for at in sorted(range(len(things)), key=lambda at: _rank(seed, at)))


def shuffled_until(
    things: Sequence[Thing], seed: str, fits: Callable[[Sequence[Thing]], bool]
) -> tuple[Thing, ...]:
    """Return the first order that fits; the last one tried where none does."""
    order = shuffled(things, seed)
    for attempt in range(_TRIES):
        if fits(order):
            break
        order = shuffled(things, f"{seed} {attempt}")
    return order


def _rank(seed: str, at: int) -> bytes:
    return hashlib.sha256(f"{seed} {at}".encode()).digest()
