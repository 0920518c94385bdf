"""How often a guesser passes and a knower does not: exact figures of the rule and its rivals.

`python -m elearn.mastery.simulation` prints the tables of docs/mastery.md.
"""

import sys
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta
from fractions import Fraction
from functools import cache
from itertools import product
from types import MappingProxyType

from elearn.mastery.rules import Standing, good_enough, standing
from elearn.mastery.sittings import SITTING, Answer

Rule = Callable[[Sequence[bool]], bool]
Chances = tuple[Fraction, ...]
"""The chance of each question of a sitting, in order, to be right at the first try."""

FIRST_DAY = date(2026, 1, 5)


def knower(known: Fraction, options: int) -> Fraction:
    """Return the chance of one who knows the share `known` and guesses the rest among `options`."""
    return known + (1 - known) / options


def guessing(asked: int, options: int, two: int = 0) -> Chances:
    """Return the chances of a guesser on a page of `asked` questions, the last `two` of them with
    two options.
    """
    return (Fraction(1, options),) * (asked - two) + (Fraction(1, 2),) * two


PEOPLE: Mapping[str, Chances] = MappingProxyType({
    "guesser, three options": (Fraction(1, 3),) * SITTING,
    "guesser, two options": (Fraction(1, 2),) * SITTING,
    "guesser, the last two with two options": (Fraction(1, 3),) * 8 + (Fraction(1, 2),) * 2,
    "knows 50 %, three options": (knower(Fraction(1, 2), 3),) * SITTING,
    "knows 80 %, three options": (knower(Fraction(4, 5), 3),) * SITTING,
    "knows 90 %, three options": (knower(Fraction(9, 10), 3),) * SITTING,
    "knows 90 %, typed": (Fraction(9, 10),) * SITTING,
})

RULES: Mapping[str, Rule] = MappingProxyType({
    "80 % and 4 of the last 5 (settled)": good_enough,
    "80 %": lambda rights: sum(rights) >= 8,
    "70 % and 4 of the last 5": lambda rights: sum(rights) >= 7 and sum(rights[-5:]) >= 4,
    "70 %": lambda rights: sum(rights) >= 7,
})


@cache
def chance_of_good(chances: Chances, rule: Rule = good_enough) -> Fraction:
    """Return the chance that one sitting is good: every pattern of right and wrong is tried."""
    whole = Fraction(0)
    for rights in product((False, True), repeat=len(chances)):
        if rule(rights):
            chance = Fraction(1)
            for right, p in zip(rights, chances, strict=True):
                chance *= p if right else 1 - p
            whole += chance
    return whole


def chance_to_reach(status: str, good: Fraction, days: int) -> Fraction:
    """Return the chance to have reached `hampir` or `bisa` after `days` sittings.

    `good` is the chance of one good sitting; every order of good and bad ones is put to the real
    `standing`.
    """
    whole = Fraction(0)
    for course in product((False, True), repeat=days):
        if _reached(status, after(course)):
            whole += good ** sum(course) * (1 - good) ** (days - sum(course))
    return whole


@cache
def after(course: tuple[bool, ...]) -> Standing:
    """Return the standing after sittings, a day each, in which all was right or all wrong."""
    return standing(
        Answer(
            id=f"{day}-{number}", lesson="baca-03-m-b", question=f"baca-03-{number}", draw=day,
            right=good, day=FIRST_DAY + timedelta(days=day),
            at=datetime.combine(FIRST_DAY, time(2, number), UTC) + timedelta(days=day),
        )
        for day, good in enumerate(course)
        for number in range(SITTING)
    )


def _reached(status: str, reached: Standing) -> bool:
    return reached.ever_able if status == "bisa" else reached.status != "belum"


def table(rule: Rule) -> str:
    """Return the figures of one rule as a Markdown table, in per cent."""
    rows = [
        "| who | one sitting good | hampir in 2 | bisa in 2 | hampir in 5 | bisa in 5 |",
        "|---|--:|--:|--:|--:|--:|",
    ]
    for who, chances in PEOPLE.items():
        good = chance_of_good(chances, rule)
        reach = [chance_to_reach(status, good, days)
                 for days in (2, 5) for status in ("hampir", "bisa")]
        rows.append(f"| {who} | " + " | ".join(f"{float(c):.3%}" for c in (good, *reach)) + " |")
    return "\n".join(rows)


def short_table() -> str:
    """Return what pages that ask fewer questions let through, as a Markdown table."""
    rows = [
        "| questions | right at least | guesser, 3 options: one | bisa in 2 | in 5 "
        "| 2 options: bisa in 2 | in 5 | last two with 2 options: bisa in 2 "
        "| knows 90 %: hampir in 2 | bisa in 5 |",
        "|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|",
    ]
    for asked in (10, 8, 7, 6, 5):
        three, two, mixed, able = (
            chance_of_good(chances) for chances in (
                guessing(asked, 3), guessing(asked, 2), guessing(asked, 3, 2),
                (knower(Fraction(9, 10), 3),) * asked,
            )
        )
        bisa = "bisa"
        figures = (
            three, chance_to_reach(bisa, three, 2), chance_to_reach(bisa, three, 5),
            chance_to_reach(bisa, two, 2), chance_to_reach(bisa, two, 5),
            chance_to_reach(bisa, mixed, 2), chance_to_reach("hampir", able, 2),
            chance_to_reach(bisa, able, 5),
        )
        least = -(-asked * 4 // 5)
        rows.append(f"| {asked} | {least} | "
                    + " | ".join(f"{float(figure):.3%}" for figure in figures) + " |")
    return "\n".join(rows)


def main() -> None:
    """Print the tables of every rule, and that of short pages."""
    for name, rule in RULES.items():
        sys.stdout.write(f"### {name}\n\n{table(rule)}\n\n")
    sys.stdout.write(f"### Fewer questions\n\n{short_table()}\n")


if __name__ == "__main__":
    main()
