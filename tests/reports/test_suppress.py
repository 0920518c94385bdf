"""No figure under five people is told, nor can it be worked out from the others."""

from hypothesis import given
from hypothesis import strategies as st

from elearn.reports.suppress import LEAST, shown


def test_one_small_class_takes_the_next_larger_one_with_it() -> None:
    told = shown([3, 12, 7, 20])
    assert told.groups == {1, 3}
    assert told.total


def test_two_small_classes_hide_each_other_where_they_are_five_together() -> None:
    assert shown([3, 12, 2, 20]).groups == {1, 3}
    assert shown([1, 12, 2, 20]).groups == {3}


def test_an_empty_class_hides_nobody() -> None:
    assert shown([0, 3, 9, 20]).groups == {3}


def test_where_there_is_nothing_to_hide_behind_the_total_is_hidden() -> None:
    assert not shown([3]).total
    assert shown([3, 12]).groups == frozenset()
    assert shown([3, 12]).total            # 15 of two classes: neither is known
    assert not shown([1, 2]).total
    assert shown([12]).total
    assert not shown([]).total


@given(st.lists(st.integers(0, 30), max_size=8))
def test_what_is_hidden_cannot_be_subtracted(people: list[int]) -> None:
    told = shown(people)
    hidden = [count for at, count in enumerate(people) if at not in told.groups]
    assert all(people[at] >= LEAST for at in told.groups)
    if told.total and hidden:
        assert len(hidden) > 1
        assert sum(hidden) >= LEAST
