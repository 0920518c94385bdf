"""Pages that ask fewer than ten questions are judged by what they ask, never by less than five."""

from datetime import UTC, datetime, timedelta
from fractions import Fraction

import pytest

from elearn.mastery import Answer, Standing, standing
from elearn.mastery.simulation import chance_of_good, chance_to_reach, guessing

MORNING = datetime(2026, 11, 24, 2, tzinfo=UTC)


def sat(rights: str, asked: int, day: int = 0, evidence: str = "") -> list[Answer]:
    """Return a day's answers, "v" right and "." wrong, on a page that asks `asked` questions."""
    at = MORNING + timedelta(days=day)
    return [
        Answer(f"{day}-{number}", "baca-03-m-b", f"q{number}", day, mark == "v",
               at + timedelta(minutes=number), at.date(), asked=asked,
               evidence=frozenset(evidence))
        for number, mark in enumerate(rights)
    ]  # fmt: skip


@pytest.mark.parametrize(("rights", "status"), [
    ("vvvvvvvv", "hampir"), ("vvv.vvvv", "hampir"), ("vv..vvvv", "belum"),
    ("vvvvvvv", "belum"),                        # one is still to be answered
])
def test_eight_of_eight_are_judged_by_eighty_per_cent(rights: str, status: str) -> None:
    assert standing(sat(rights, 8)).status == status


@pytest.mark.parametrize(("rights", "status"), [
    ("vvvvv", "hampir"), ("vvvv.", "hampir"), ("vvv..", "belum"),
])
def test_five_are_enough(rights: str, status: str) -> None:
    assert standing(sat(rights, 5)).status == status


def test_fewer_than_five_are_never_judged() -> None:
    assert standing(sat("vvvv", 4) + sat("vvvv", 4, day=1)) == Standing(
        tries=standing(sat("vvvv", 4, day=1)).tries, asked=4
    )


def test_two_short_sittings_on_two_days_are_bisa() -> None:
    assert standing(sat("vvvvvv", 6) + sat("vvvvvv", 6, day=1)).status == "bisa"


def test_only_what_the_page_could_show_is_demanded() -> None:
    grants = frozenset("mb")
    assert standing(sat("vvvvvv", 6, evidence="m"), grants).status == "hampir"
    assert standing(sat("vvvvvvvvvv", 10, evidence="m"), grants).status == "belum"
    shown_but_wrong = sat("vvvvv.", 6, evidence="m")
    last = shown_but_wrong[-1]
    shown_but_wrong[-1] = Answer(
        last.id, last.lesson, last.question, last.draw, False, last.at, last.day,
        evidence=frozenset("b"), asked=6,
    )  # fmt: skip
    assert standing(shown_but_wrong, grants).status == "belum"


def test_a_day_of_two_kinds_of_page_is_whole_when_the_shorter_one_is() -> None:
    mixed = sat("vvvvvvvvvv", 10)[:2] + sat("vvvvvvvv", 8)[2:]
    assert standing(mixed).status == "hampir"
    assert standing(mixed).asked == 8


def test_old_answers_count_as_they_always_did() -> None:
    assert Answer("a", "b", "c", 0, True, MORNING, MORNING.date()).asked == 10


@pytest.mark.parametrize("asked", [5, 6, 7, 8, 10])
def test_guessing_stays_within_its_budgets(asked: int) -> None:
    def bisa(options: int) -> Fraction:
        return chance_to_reach("bisa", chance_of_good(guessing(asked, options)), 2)

    assert bisa(3) <= Fraction(2, 100)
    assert bisa(2) <= Fraction(5, 100)
