"""How often a guesser passes and a knower does not, exactly."""

import re
from fractions import Fraction
from pathlib import Path

import pytest

from elearn.mastery.rules import good_enough
from elearn.mastery.simulation import (
    PEOPLE,
    RULES,
    chance_of_good,
    chance_to_reach,
    short_table,
    table,
)

DOCUMENT = Path(__file__).resolve().parents[2] / "docs" / "mastery.md"


def chance(who: str, status: str, days: int) -> Fraction:
    return chance_to_reach(status, chance_of_good(PEOPLE[who]), days)


def test_a_guess_is_not_mastery() -> None:
    assert chance("guesser, three options", "bisa", 2) <= Fraction(2, 100)
    assert chance("guesser, two options", "bisa", 2) <= Fraction(5, 100)
    assert chance("guesser, the last two with two options", "bisa", 2) <= Fraction(2, 100)


def test_five_days_of_guessing_are_not_mastery_either() -> None:
    assert chance("guesser, three options", "bisa", 5) <= Fraction(2, 100)
    assert chance("guesser, two options", "bisa", 5) <= Fraction(5, 100)


def test_who_knows_is_soon_told_so() -> None:
    assert chance("knows 90 %, three options", "hampir", 2) >= Fraction(98, 100)
    assert chance("knows 90 %, three options", "bisa", 5) >= Fraction(98, 100)
    assert chance("knows 90 %, typed", "hampir", 2) >= Fraction(98, 100)
    assert chance("knows 90 %, typed", "bisa", 5) >= Fraction(98, 100)


def test_the_settled_rule_cannot_let_every_knower_through_in_two_days() -> None:
    reached = chance("knows 90 %, three options", "bisa", 2)
    assert Fraction(90, 100) < reached < Fraction(98, 100)
    assert reached == chance_of_good(PEOPLE["knows 90 %, three options"]) ** 2


def test_the_chance_of_a_good_sitting_is_counted_exactly() -> None:
    # of ten coins: at least 4 of the last 5 (6 ways of 32), at least 8 in all
    ways = 5 * (10 * 0 + 5 + 1) + 1 * (10 + 5 + 1)
    assert chance_of_good(PEOPLE["guesser, two options"], good_enough) == Fraction(ways, 2**10)


@pytest.mark.parametrize("rule", RULES)
def test_the_document_shows_these_figures(rule: str) -> None:
    shown = re.sub(r"\s+", " ", DOCUMENT.read_text(encoding="utf-8"))
    assert re.sub(r"\s+", " ", f"### {rule}\n\n{table(RULES[rule])}") in shown


def test_the_document_shows_what_short_pages_let_through() -> None:
    assert short_table() in DOCUMENT.read_text("utf-8")
