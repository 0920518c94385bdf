"""An answer as an amount: a number among other signs, dots of a figure, pictures of one kind."""

import re
from dataclasses import dataclass

_NUMBER = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3})+|[0-9]+")
_ALONE = re.compile(rf"(?P<before>[^0-9]*?)(?P<number>{_NUMBER.pattern})(?P<after>[^0-9]*)")
_MONEY = re.compile(r"uang:(?P<sum>[0-9]+(?:\+[0-9]+)*)")
_LONGEST = 9                 # digits


@dataclass(frozen=True, slots=True)
class Amount:
    """How many of what: "Rp5.000" is 5000 of "Rp", "🐟 🐟" is 2 of "🐟"."""

    number: int
    what: str


def amount(text: str) -> Amount | None:
    """Return the whole amount that a comparable text stands for, None where it is none."""
    money = _MONEY.fullmatch(text)
    if money:
        return Amount(sum(map(int, money["sum"].split("+"))), "uang")
    alone = _ALONE.fullmatch(text)
    if alone:
        return _written(alone["before"], alone["number"], alone["after"])
    return _pictured(text.split())


def numbers(text: str) -> tuple[int, ...]:
    """Return the whole numbers that stand in a text, in their order."""
    found = (found[0].replace(".", "") for found in _NUMBER.finditer(text))
    return tuple(int(digits) for digits in found if len(digits) <= _LONGEST)


def _written(before: str, number: str, after: str) -> Amount | None:
    digits = number.replace(".", "")
    code = len(digits) > 1 and digits.startswith("0")
    if code or len(digits) > _LONGEST or before.rstrip().endswith(("-", "−")):
        return None
    return Amount(int(digits), f"{before.strip()} {after.strip(' .')}".strip())


def _pictured(things: list[str]) -> Amount | None:
    first = things[0] if things else ""
    if not first or any(sign.isalnum() or sign == ":" for sign in first):
        return None
    return Amount(len(things), first) if things.count(first) == len(things) else None
