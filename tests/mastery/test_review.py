"""When what is known is asked again."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from elearn.mastery.review import Grade, due

MONDAY = date(2026, 11, 23)
GRADES: list[Grade] = ["again", "hard", "good"]


def test_a_lesson_that_goes_well_comes_ever_more_seldom() -> None:
    reviews: list[tuple[date, Grade]] = [(MONDAY, "good")]
    gaps = []
    for _ in range(6):
        following = due(reviews)
        gaps.append((following - reviews[-1][0]).days)
        reviews.append((following, "good"))
    assert gaps == sorted(gaps)
    assert gaps[0] == 2
    assert gaps[-1] == 30


def test_forgetting_brings_it_back_sooner() -> None:
    known: list[tuple[date, Grade]] = [(MONDAY, "good"), (MONDAY + timedelta(days=2), "good")]
    lost: list[tuple[date, Grade]] = [*known[:1], (MONDAY + timedelta(days=2), "again")]
    assert due(lost) < due(known)


def test_a_clock_that_goes_backwards_is_held_still() -> None:
    back: list[tuple[date, Grade]] = [(MONDAY, "good"), (MONDAY - timedelta(days=400), "good")]
    still: list[tuple[date, Grade]] = [(MONDAY, "good"), (MONDAY, "good")]
    assert due(back) == due(still) > MONDAY


@given(st.lists(st.tuples(st.integers(-400, 400), st.sampled_from(GRADES)), min_size=1))
def test_the_next_review_is_within_thirty_days(course: list[tuple[int, Grade]]) -> None:
    reviews = [(MONDAY + timedelta(days=days), grade) for days, grade in course]
    latest = max(day for day, _ in reviews)
    assert 1 <= (due(reviews) - latest).days <= 30
