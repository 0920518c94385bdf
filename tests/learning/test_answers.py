import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace
from datetime import date, datetime, timedelta
from uuid import UUID, uuid4

import pytest
from sqlalchemy import func, select

from elearn.learning import answers
from elearn.learning.answers import NewAnswer, Recorded
from elearn.mastery import standing
from elearn.store import Store, tables
from tests.small_hub import JAKARTA, MORNING, SmallHub


def give(hub: SmallHub, answer: NewAnswer, now: datetime | None = None) -> Recorded:
    """Record an answer, received when it was given unless told otherwise."""
    with hub.store.writing() as session:
        return answers.record(session, answer, now or answer.answered_at, JAKARTA)


def rows(hub: SmallHub) -> int:
    with hub.store.reading() as session:
        return session.scalar(select(func.count()).select_from(tables.Attempt)) or 0


def counted(hub: SmallHub) -> list[bool]:
    with hub.store.reading() as session:
        log = answers.log(session, hub.sari.id)
    return [one.counted for one in sorted(log, key=lambda one: (one.at, one.id))]


def test_an_answer_is_kept_as_it_was_given(hub: SmallHub) -> None:
    answer = hub.answer(line=2, hints=1, raw=" Ibu ", canonical="ibu", outcome="wrong")
    recorded = give(hub, answer)
    with hub.store.reading() as session:
        kept = answers.attempt(session, hub.sari.id, answer.id)
        (fact,) = answers.log(session, hub.sari.id)
    assert kept == recorded.attempt
    assert (recorded.stored, recorded.first) == (True, True)
    assert (kept.raw, kept.canonical, kept.outcome, kept.line) == (" Ibu ", "ibu", "wrong", 2)
    assert (kept.day, kept.evidence) == (date(2026, 11, 24), frozenset({"m", "b"}))
    assert (fact.id, fact.lesson, fact.question) == (str(answer.id), answer.lesson, answer.code)
    assert (fact.right, fact.hints, fact.evidence) == (False, 1, frozenset({"m", "b"}))
    assert (fact.at, fact.day, fact.counted) == (MORNING, date(2026, 11, 24), True)


def test_the_day_is_that_of_the_place_not_of_london(hub: SmallHub) -> None:
    evening = MORNING.replace(hour=16, minute=59)
    assert give(hub, hub.answer(answered_at=evening)).attempt.day == date(2026, 11, 24)
    midnight = MORNING.replace(hour=17)
    assert give(hub, hub.answer(answered_at=midnight)).attempt.day == date(2026, 11, 25)


def test_the_log_of_one_lesson_is_of_that_lesson(hub: SmallHub) -> None:
    give(hub, hub.answer(0))
    give(hub, hub.answer(10, lesson="hitung-01-bilangan"))
    with hub.store.reading() as session:
        assert len(answers.log(session, hub.sari.id)) == 2
        (one,) = answers.log(session, hub.sari.id, "hitung-01-bilangan")
        assert answers.log(session, hub.rudi.id) == []
    assert one.lesson == "hitung-01-bilangan"


def test_a_device_can_claim_no_future_and_no_distant_past(hub: SmallHub) -> None:
    late = give(hub, hub.answer(answered_at=MORNING + timedelta(hours=1)), MORNING)
    assert late.attempt.answered_at == MORNING
    old = give(hub, hub.answer(answered_at=MORNING - timedelta(days=400)), MORNING)
    assert old.attempt.answered_at == MORNING - timedelta(days=60)
    waited = give(hub, hub.answer(answered_at=MORNING - timedelta(days=59)), MORNING)
    assert waited.attempt.answered_at == MORNING - timedelta(days=59)
    assert {one.attempt.received_at for one in (late, old, waited)} == {MORNING}


def test_an_unclear_answer_is_none(hub: SmallHub) -> None:
    with pytest.raises(ValueError, match="unclear"):
        give(hub, hub.answer(outcome="unclear", canonical=""))
    assert rows(hub) == 0


@pytest.mark.parametrize("raw", ["a" * 100_000, "\ud800", "a\0b", "'; DROP TABLE attempt; --"])
def test_any_words_can_be_kept_and_sent_again(hub: SmallHub, raw: str) -> None:
    answer = hub.answer(raw=raw, outcome="wrong")
    first, again = give(hub, answer), give(hub, answer)
    assert len(first.attempt.raw) <= 2000
    assert (again.stored, again.first, again.attempt) == (True, False, first.attempt)


def test_c4_the_same_answer_from_fifty_threads_is_one_row(hub: SmallHub) -> None:
    answer = hub.answer()
    with ThreadPoolExecutor(16) as pool:
        made = list(pool.map(lambda _: give(hub, answer), range(50)))
    assert rows(hub) == 1
    assert sum(one.first for one in made) == 1
    assert all(one.stored for one in made)
    assert len({one.attempt for one in made}) == 1


def test_c4_the_same_answer_after_a_restart_or_from_another_device_is_one_row(
    file_hub: SmallHub,
) -> None:
    answer = file_hub.answer()
    first = give(file_hub, answer)
    second, _ = file_hub.second_device()
    restarted = Store(file_hub.store.database)
    with restarted.writing() as session:
        later = replace(answer, device_id=second.id)
        again = answers.record(session, later, MORNING + timedelta(days=1), JAKARTA)
    restarted.close()
    assert again == Recorded(stored=True, first=False, attempt=first.attempt)
    assert rows(file_hub) == 1


def test_an_id_that_is_used_again_for_other_words_is_not_taken_for_kept(hub: SmallHub) -> None:
    answer = hub.answer(raw="0", canonical="0", outcome="wrong")
    first = give(hub, answer)
    forged = give(hub, replace(answer, raw="1", canonical="1", outcome="right"))
    assert forged == Recorded(stored=False, first=False, attempt=first.attempt)
    assert rows(hub) == 1


def test_a10_the_id_of_anothers_answer_neither_collides_nor_leaks(hub: SmallHub) -> None:
    hers = hub.answer(raw="0", canonical="0", outcome="wrong")
    give(hub, hers)
    his = give(hub, replace(hers, person_id=hub.rudi.id, raw="1", outcome="right"))
    assert (his.stored, his.first, his.attempt.raw) == (True, True, "1")
    with hub.store.reading() as session:
        kept = answers.attempt(session, hub.sari.id, hers.id)
        assert answers.attempt(session, hub.tuti.id, hers.id) is None
        assert len(answers.log(session, hub.rudi.id)) == 1
    assert kept
    assert (kept.person_id, kept.raw) == (hub.sari.id, "0")


def test_an_answer_of_nobody_is_refused(hub: SmallHub) -> None:
    with pytest.raises(Exception, match=r"(?i)foreign key"):
        give(hub, hub.answer(person_id=uuid4()))
    assert rows(hub) == 0


def test_c8_fifty_right_answers_in_no_time_make_nobody_able(hub: SmallHub) -> None:
    forged = [hub.answer(0, code=f"baca03-s{n % 10}", draw=n // 10) for n in range(50)]
    for answer in forged:
        give(hub, answer, MORNING + timedelta(seconds=5))
    with hub.store.reading() as session:
        log = answers.log(session, hub.sari.id)
    assert len(log) == 50
    assert not any(one.counted for one in log)
    assert standing(log).status == "belum"


def test_c8_the_time_counts_at_which_they_were_given_not_received(hub: SmallHub) -> None:
    evening = MORNING + timedelta(hours=8)
    for number in range(30):  # a whole day offline, sent at once
        give(hub, hub.answer(10 * number, draw=number), evening)
    assert counted(hub) == [True] * 30


def test_c8_twenty_in_a_minute_are_possible_and_one_more_spoils_them_all(hub: SmallHub) -> None:
    for number in range(20):
        give(hub, hub.answer(2 * number, draw=number))
    assert counted(hub) == [True] * 20
    last = give(hub, hub.answer(59, draw=20))
    assert last.attempt.flag == "tergesa"
    assert counted(hub) == [False] * 21
    assert give(hub, hub.answer(120, draw=21)).attempt.flag == ""


def test_c8_a_second_answer_within_the_blink_of_an_eye_is_not_hers(hub: SmallHub) -> None:
    give(hub, hub.answer(0))
    give(hub, hub.answer(0.399, draw=1))
    give(hub, hub.answer(0.8, draw=2))
    assert counted(hub) == [True, False, True]


def test_c8_haste_of_one_learner_is_not_anothers(hub: SmallHub) -> None:
    for number in range(30):
        person = (hub.sari, hub.rudi)[number % 2].id
        give(hub, hub.answer(1.9 * number, draw=number, person_id=person))
    assert counted(hub) == [True] * 15


def test_an_answer_without_an_id_is_given_the_same_one_at_a_second_tap() -> None:
    first = ("kunci", date(2026, 11, 24), "v1", "baca03-s1", 0, 1, "1")
    assert answers.server_id(*first) == answers.server_id(*first)
    others = [
        ("kunci2", date(2026, 11, 24), "v1", "baca03-s1", 0, 1, "1"),
        ("kunci", date(2026, 11, 25), "v1", "baca03-s1", 0, 1, "1"),
        ("kunci", date(2026, 11, 24), "v2", "baca03-s1", 0, 1, "1"),
        ("kunci", date(2026, 11, 24), "v1", "baca03-s", 10, 1, "1"),
        ("kunci", date(2026, 11, 24), "v1", "baca03-s1", 1, 1, "1"),
        ("kunci", date(2026, 11, 24), "v1", "baca03-s1", 0, 2, "1"),
        ("kunci", date(2026, 11, 24), "v1", "baca03-s1", 0, 1, "1\ud800"),
    ]
    made = {answers.server_id(*first), *(answers.server_id(*other) for other in others)}
    assert len(made) == 8


def test_the_ids_of_a_second_tap_never_change_with_the_code() -> None:
    """Ids made before an update must meet themselves after it."""
    made = answers.server_id("kunci", date(2026, 11, 24), "v1", "baca03-s1", 0, 1, "1")
    assert made == UUID("36200c00-e0a8-56e5-a208-f1b64a849f3f")


def test_her_log_is_read_by_its_key_alone(file_hub: SmallHub) -> None:
    with closing(sqlite3.connect(file_hub.store.database)) as connection:
        plan = connection.execute(
            "EXPLAIN QUERY PLAN SELECT raw FROM attempt WHERE person_id = 'x'"
        ).fetchall()
    assert [row[3] for row in plan] == ["SEARCH attempt USING PRIMARY KEY (person_id=?)"]


TUTOR = uuid4()


def test_what_waits_for_its_tutor_is_kept_and_counts_for_nothing(hub: SmallHub) -> None:
    given = give(hub, hub.answer(outcome="given", raw="sudah", canonical=""))
    ticked = give(hub, hub.answer(60, outcome="right", raw="1,1", judged_by=TUTOR))
    assert (given.attempt.outcome, ticked.attempt.judged_by) == ("given", TUTOR)
    with hub.store.reading() as session:
        log = {one.id: one for one in answers.log(session, hub.sari.id)}
    assert not log[str(given.attempt.id)].counted
    assert log[str(ticked.attempt.id)].counted


def test_an_answer_says_on_what_occasion_it_was_given_and_what_was_confused(hub: SmallHub) -> None:
    give(hub, hub.answer(outcome="wrong", occasion="latihan", confusion="b-d"))
    with hub.store.reading() as session:
        (one,) = answers.log(session, hub.sari.id)
    assert (one.occasion, one.confusion, one.counted) == ("latihan", "b-d", True)
