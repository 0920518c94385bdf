"""Which ten questions are practised today."""

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from elearn.mastery import Answer
from elearn.mastery.practice import MISSED, TEN, Item, Practice, mixed, practice
from tests.mastery.log import MONDAY, answer

SUBJECTS = ("literasi", "numerasi", "hak")


def on(day: int) -> date:
    return MONDAY + timedelta(days=day)


def item(lesson: int, number: int) -> Item:
    return Item(f"l{lesson}-{number}", f"l{lesson}", SUBJECTS[lesson % len(SUBJECTS)])


def met(one: Item, day: int, right: bool = True, practised: bool = False) -> Answer:
    given = answer(0, right, day, name=f"{one.question} {day} {practised}")
    return replace(given, lesson=one.lesson, question=one.question,
                   occasion="latihan" if practised else "")


FOUR_LESSONS = [item(lesson, number) for lesson in range(4) for number in range(10)]


def known(*days: int) -> list[Answer]:
    """Lesson 0 on the first of `days`, lesson 1 on the second, and so on."""
    return [met(one, days[int(one.lesson[1:])]) for one in FOUR_LESSONS
            if int(one.lesson[1:]) < len(days)]


def asked(log: list[Answer], day: int, confused: tuple[str, ...] = ()) -> list[str]:
    return [one.question for one in practice(FOUR_LESSONS, log, on(day), confused).items]


def test_who_knows_nothing_has_nothing_to_practise() -> None:
    empty = practice(FOUR_LESSONS, [], on(0))
    assert empty == Practice((), {})
    assert not empty.whole


def test_what_is_due_comes_before_what_is_not() -> None:
    log = [*known(0), met(item(1, 0), 0), met(item(1, 0), 1), met(item(1, 0), 5)]
    due = set(asked(log, 6))
    assert due == {f"l0-{number}" for number in range(10)}


def test_of_what_is_due_the_longest_unseen_comes_first() -> None:
    assert {one[:2] for one in asked(known(0, 1, 2), 20)} == {"l0"}


def test_what_was_missed_leaves_room_for_what_can_be_kept() -> None:
    log = [met(one, 0, right=int(one.lesson[1:]) > 1) for one in FOUR_LESSONS[:30]]
    chosen = asked(log, 9)
    assert len(chosen) == TEN
    assert sum(one[:2] in ("l0", "l1") for one in chosen) == MISSED


def test_where_all_was_missed_that_is_practised() -> None:
    assert len(asked([met(one, 0, right=False) for one in FOUR_LESSONS], 1)) == TEN


def test_where_too_little_is_due_the_weakest_confusion_follows() -> None:
    log = known(0, 0, 0)
    assert set(asked(log, 1, ("l2-7", "l9-1", "l1-3"))) >= {"l2-7", "l1-3"}
    assert not set(asked(log, 30, ("l2-7",))) - set(asked(log, 30))


def test_where_nothing_is_due_she_practises_all_the_same() -> None:
    assert len(asked(known(0, 0), 1)) == TEN


def test_a_question_that_is_no_longer_asked_is_not_practised() -> None:
    log = [met(Item("gone", "l0", "hak"), 0), *known(0)]
    assert "gone" not in asked(log, 9)


def test_the_same_ten_all_day_and_what_is_done_is_told() -> None:
    log = known(0, 0, 0, 0)
    first = practice(FOUR_LESSONS, log, on(5), who="a")
    done = [met(one, 5, right=number != 1, practised=True)
            for number, one in enumerate(first.items[:4])]
    then = practice(FOUR_LESSONS, [*log, *done], on(5), who="a")
    assert then.items == first.items
    assert then.left == first.items[4:]
    assert [then.done[one.question] for one in first.items[:4]] == [True, False, True, True]
    all_done = [*log, *(met(one, 5, practised=True) for one in first.items)]
    assert practice(FOUR_LESSONS, all_done, on(5), who="a").whole


def test_what_she_does_in_a_lesson_today_changes_nothing() -> None:
    log = known(0, 0, 0, 0)
    assert asked([*log, *(met(one, 5, right=False) for one in FOUR_LESSONS)], 5) == asked(log, 5)


def test_other_days_bring_other_questions() -> None:
    log = known(0, 0, 0, 0)
    first = practice(FOUR_LESSONS, log, on(5))
    log += [met(one, 5, practised=True) for one in first.items]
    assert not {one.question for one in first.items} & set(asked(log, 6))


def test_what_was_practised_today_stays_when_an_old_answer_arrives_late() -> None:
    log = known(0, 0, 0, 0)
    first = practice(FOUR_LESSONS, log, on(5))
    done = [met(one, 5, practised=True) for one in first.items[:3]]
    late = [met(one, 4) for one in first.items]         # all ten were seen yesterday after all
    then = practice(FOUR_LESSONS, [*log, *done, *late], on(5))
    assert {one.question for one in first.items[:3]} == set(then.done)
    assert {one.question for one in then.items} >= set(then.done)
    assert len(then.items) == TEN


def test_two_learners_are_asked_in_other_orders_and_one_always_in_the_same() -> None:
    log = known(0, 0, 0, 0)
    of = {who: practice(FOUR_LESSONS, log, on(5), who=who).items for who in "abcd"}
    assert len(set(of.values())) > 1
    assert of["a"] == practice(FOUR_LESSONS[::-1], log[::-1], on(5), who="a").items


def test_subjects_alternate() -> None:
    order = [one.subject for one in mixed([item(lesson, n) for lesson in range(3)
                                           for n in range(3)])]
    assert all(before != after for before, after in pairwise(order))


@given(st.lists(st.tuples(st.integers(0, 4), st.integers(0, 9)), max_size=TEN, unique=True))
def test_one_lesson_follows_itself_only_where_it_must(ids: list[tuple[int, int]]) -> None:
    items = [item(*one) for one in ids]
    order = mixed(items)
    assert sorted(order, key=str) == sorted(items, key=str)
    many = max(Counter(one.lesson for one in items).values(), default=0)
    if many <= (len(items) + 1) // 2:
        assert all(before.lesson != after.lesson for before, after in pairwise(order))


@given(st.lists(st.tuples(st.sampled_from(FOUR_LESSONS), st.integers(0, 30), st.booleans(),
                          st.booleans()), max_size=40), st.randoms())
def test_order_and_repetition_and_delay_change_nothing(
    given_: list[tuple[Item, int, bool, bool]], luck: object
) -> None:
    log = list({one.id: one for one in (met(*parts) for parts in given_)}.values())
    again = [*log, *log[::2]]
    luck.shuffle(again)  # type: ignore[attr-defined]
    for day in (3, 10, 30):
        found = practice(FOUR_LESSONS, again, on(day), who="a")
        assert found == practice(FOUR_LESSONS, log, on(day), who="a")
        assert len({one.question for one in found.items}) == len(found.items)
        assert set(found.done) <= {one.question for one in found.items}
        assert len(found.items) == TEN or len(found.items) <= len(log)
