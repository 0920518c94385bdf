"""Where a few answers put a learner, what is asked next, and what corrects it."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

from elearn.mastery.evidence import PLACEMENT
from elearn.mastery.placement import (
    MOST,
    Item,
    Placed,
    Question,
    Step,
    Strand,
    next_question,
    placed,
)
from elearn.mastery.placement_simulation import numbered
from elearn.mastery.sittings import SITTING, Answer

DAY = date(2026, 11, 23)
GUESSES = (1 / 3,) * 4 + (1 / 6, 0.05)
BACA = numbered("baca", range(1, 13), (2, 5, 8, 11), GUESSES)
HITUNG = numbered("hitung", range(1, 9), (2, 5, 7), GUESSES)
BOTH = (BACA, HITUNG)


def answer(
    lesson: str, question: str, right: bool, at: int, day: date = DAY, placing: bool = True
) -> Answer:
    return Answer(
        id=f"{day} {question} {at}", lesson=lesson, question=question, draw=0, right=right,
        at=datetime.combine(day, time(2, at), UTC), day=day, occasion=PLACEMENT if placing else "",
    )


def asked(
    able: int, counting: int = 0, strands: tuple[Strand, ...] = BOTH, day: date = DAY,
    log: Iterable[Answer] = (), salt: str = "kursi",
) -> list[Answer]:
    """Let somebody who can do the first lessons of each strand answer without a slip or guess."""
    known = {step.lesson for strand, many in zip(BOTH, (able, counting), strict=True)
             for step in strand.steps[:many]}
    given = list(log)
    while found := next_question(strands, given, day, salt):
        given.append(
            answer(found.lesson, found.question, found.lesson in known, len(given), day)
        )
    return given


def sitting(lesson: str, rights: int, day: date) -> list[Answer]:
    """Return a whole sitting in a lesson, its last questions right."""
    return [answer(lesson, f"{lesson}-s{at}", at >= SITTING - rights, at + 20, day, placing=False)
            for at in range(SITTING)]


def at(log: Iterable[Answer], strand: Strand = BACA) -> Placed:
    found = placed(strand, log)
    assert found is not None
    return found


def test_whoever_answers_as_she_can_is_put_at_her_lesson_or_one_beside() -> None:
    for able in range(len(BACA.steps) + 1):
        log = asked(able, able % (len(HITUNG.steps) + 1))
        assert len(log) <= MOST
        assert abs(at(log).at - able) <= 1
        assert abs(at(log, HITUNG).at - able % (len(HITUNG.steps) + 1)) <= 1


def test_who_can_do_all_has_no_lesson_to_begin_with() -> None:
    found = at(asked(12, 8, (BACA,)), BACA)
    assert found.lesson is None
    assert found.rung == "baca-11"
    assert len(found.before) == len(BACA.steps)


def test_before_any_question_nobody_is_put_anywhere() -> None:
    assert placed(BACA, ()) is None
    assert placed(BACA, sitting("baca-01", 10, DAY)) is None
    assert placed(BACA, [replace(answer("baca-01", "baca-01-0", True, 0), counted=False)]) is None


def test_the_order_and_repetition_of_answers_change_nothing() -> None:
    log = asked(6, 3) + sitting("baca-07", 4, DAY)
    assert at(reversed(log)) == at(log) == at(log + log)
    assert next_question(BOTH, log[:5], DAY, "k") == next_question(BOTH, log[4::-1], DAY, "k")


def test_of_a_question_that_was_answered_twice_the_first_answer_counts() -> None:
    once = [answer("baca-05", "baca-05-5", False, 0)]
    assert at([*once, answer("baca-05", "baca-05-5", True, 1)]).chances == at(once).chances


def test_no_question_is_asked_twice() -> None:
    given = [one.question for one in asked(5, 5)]
    assert len(given) == len(set(given))


def test_it_stops_early_when_it_is_sure() -> None:
    assert len(asked(0, 0, (BACA,))) < MOST
    assert at(asked(0, 0, (BACA,))).sure >= 0.95


def test_three_misses_at_the_very_beginning_end_a_strand() -> None:
    start = [answer("baca-01", f"baca-01-{at}", False, at) for at in range(2)]
    vague = numbered("baca", range(1, 9), (2,), (0.9,) * 6)      # a guess is nearly always right
    assert next_question((vague,), start, DAY, "k") is not None
    start.append(answer("baca-02", "baca-02-0", False, 2))
    assert next_question((vague,), start, DAY, "k") is None


def test_a_strand_without_a_probe_is_not_asked_from() -> None:
    plain = replace(BACA, steps=tuple(replace(step, rung="") for step in BACA.steps))
    assert next_question((plain,), (), DAY, "k") is None
    assert next_question((plain, HITUNG), (), DAY, "k") is not None


def test_two_probes_are_enough() -> None:
    items = tuple(Item(f"q{at}", 1 / 3) for at in range(10))
    two = Strand("baca", (Step("baca-02", "huruf", items), Step("baca-03", "suku kata", tuple(
        replace(item, question=f"r{item.question}") for item in items))))
    log: list[Answer] = []
    while found := next_question((two,), log, DAY, "k"):
        log.append(answer(found.lesson, found.question, found.lesson == "baca-02", len(log)))
    reached = at(log, two)
    assert (reached.lesson, reached.rung) == ("baca-03", "huruf")


def test_a_probe_is_asked_where_it_tells_nearly_as_much() -> None:
    first = next_question((BACA,), (), DAY, "k")
    assert isinstance(first, Question)
    assert first.lesson in ("baca-05", "baca-08")


def test_neighbours_meet_other_questions_and_the_same_learner_the_same() -> None:
    alike = numbered("baca", range(1, 13), (2, 5, 8, 11), (1 / 3,) * 10)
    seats = [next_question((alike,), (), DAY, f"kursi {number}") for number in range(12)]
    assert len(set(seats)) > 3
    assert seats[0] == next_question((alike,), (), DAY, "kursi 0")


def test_what_the_first_day_left_in_doubt_is_asked_on_one_more_day() -> None:
    halves = (numbered("baca", range(1, 13), (2, 5, 8, 11), (1 / 2,) * 10),)
    first = asked(5, 0, halves)
    assert len(first) == MOST
    assert next_question(halves, first, DAY, "k") is None
    second = asked(5, 0, halves, DAY + timedelta(days=1), first)
    assert len(first) < len(second) <= 2 * MOST
    assert next_question(halves, second, DAY + timedelta(days=2), "k") is None


def test_failing_in_the_proposed_lesson_moves_her_back() -> None:
    log = [answer("baca-05", f"baca-05-{at}", True, at) for at in range(2)]
    before = at(log)
    assert before.lesson is not None
    after = at([*log, *sitting(before.lesson, 1, DAY + timedelta(days=1))])
    assert after.at < before.at


def test_a_sitting_that_is_not_whole_takes_nothing_away() -> None:
    log = asked(5, 3)
    begun = sitting("baca-06", 0, DAY + timedelta(days=1))[:4]
    assert at([*log, *begun]).chances == at(log).chances


def test_what_she_learns_here_says_nothing_about_where_she_began() -> None:
    log = asked(5, 3)
    good = sitting("baca-06", 10, DAY + timedelta(days=1))
    later = sitting("baca-07", 0, DAY + timedelta(days=2))
    assert at([*log, *good, *later]).chances == at([*log, *good]).chances
    assert at([*log, *good]).chances != at(log).chances


def test_an_answer_that_is_not_counted_is_not_asked_for_again_today() -> None:
    first = next_question(BOTH, (), DAY, "k")
    assert first is not None
    hasty = replace(answer(first.lesson, first.question, True, 0), counted=False)
    assert next_question(BOTH, [hasty], DAY, "k") not in (None, first)
    assert placed(BACA, [hasty]) is None
