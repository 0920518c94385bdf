from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from elearn.learning.haste import hasty
from tests.small_hub import MORNING


def found(*seconds: float) -> set[int]:
    return hasty([MORNING + timedelta(seconds=second) for second in seconds])


def test_a_calm_learner_is_never_hasty() -> None:
    assert found() == found(0) == found(*range(0, 600, 4)) == set()


def test_a_minute_is_less_than_sixty_seconds_from_first_to_last() -> None:
    assert found(*(number * 3.0 for number in range(21))) == set()
    assert found(*(number * 2.99 for number in range(21))) == set(range(21))


def test_a_crowd_in_the_middle_spoils_itself_only() -> None:
    crowd = [100 + number for number in range(21)]
    assert found(0, 30, *crowd, 200) == set(range(2, 23))


def test_the_one_before_a_quick_one_is_believed() -> None:
    assert found(0, 0.399, 5, 5.4, 5.41) == {1, 4}


@given(st.lists(st.integers(0, 120_000), max_size=60), st.integers(0, 120_000))
def test_one_more_answer_never_makes_another_believed(times: list[int], one_more: int) -> None:
    def spoilt(milliseconds: list[int]) -> dict[int, int]:
        """How many answers of each moment are hasty."""
        inorder = sorted(milliseconds)
        seconds = [MORNING + timedelta(milliseconds=one) for one in inorder]
        result: dict[int, int] = {}
        for number in hasty(seconds):
            result[inorder[number]] = result.get(inorder[number], 0) + 1
        return result

    before, after = spoilt(times), spoilt([*times, one_more])
    assert all(after.get(moment, 0) >= count for moment, count in before.items())
