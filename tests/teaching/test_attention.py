"""The tutor's first page is derived from the logs, with as many queries for sixty as for three."""

from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import event

from elearn.accounts import sign_in
from elearn.learning import answers
from elearn.teaching import add_learner, assignments, door
from elearn.teaching.attention import Row, who_first
from elearn.teaching.door import AtTheDoor
from elearn.teaching.needs import AWAY, Reason
from tests.learning.test_answers import give
from tests.shipped import catalogue as shipped_lessons
from tests.small_hub import JAKARTA, MORNING, SmallHub

SHELF = shipped_lessons()
BY = UUID(int=9)


def rows(hub: SmallHub, days: int = 0) -> list[Row]:
    with hub.store.reading() as session:
        now = MORNING + timedelta(days=days)
        return who_first(session, SHELF, hub.class_id, now, JAKARTA)


def reasons(hub: SmallHub, days: int = 0) -> dict[str, tuple[Reason, str | None]]:
    return {one.learner.name: (one.need.reason, one.need.lesson) for one in rows(hub, days)}


def sit(hub: SmallHub, day: int, outcome: str, lesson: str = "baca-03-m-b") -> None:
    """Let Sari answer ten different questions of a lesson, all right or all wrong."""
    for number in range(10):
        give(hub, hub.answer(
            day * 86_400 + number * 30, code=f"baca03-s{number}", outcome=outcome, lesson=lesson,
            evidence=frozenset({"m", "b"}),
        ))  # fmt: skip


def test_who_was_locked_out_stands_first(hub: SmallHub) -> None:
    for _ in range(5):
        with hub.store.writing() as session:
            tried = sign_in.sign_in(
                session, hub.secrets, hub.device, hub.rudi.id, hub.rudi.wrong_code, MORNING
            )
    assert tried.outcome == "wrong"
    first, second = rows(hub)
    assert (first.learner.name, first.need.reason) == ("Rudi", "held")
    assert (second.learner.name, second.need.reason) == ("Sari", "new")


def test_a1_the_tutor_sees_a_burst_of_wrong_codes_in_one_line(hub: SmallHub) -> None:
    for at in (0, 20, 40):
        with hub.store.writing() as session:
            sign_in.sign_in(
                session, hub.secrets, hub.device, hub.rudi.id, hub.rudi.wrong_code,
                MORNING + timedelta(seconds=at),
            )  # fmt: skip
    with hub.store.writing() as session:
        sign_in.sign_in(session, hub.secrets, hub.device, hub.rudi.id, hub.rudi.code,
                        MORNING + timedelta(minutes=1))  # fmt: skip
    with hub.store.reading() as session:
        latest, burst = door.events(session, hub.rudi.id, MORNING)
    assert latest.outcome == "in"
    assert burst == AtTheDoor("wrong", 3, MORNING, MORNING + timedelta(seconds=40))


def test_three_sittings_without_a_good_one_are_told(hub: SmallHub) -> None:
    for day in range(2):
        sit(hub, day, "wrong")
    assert reasons(hub, 1)["Sari"] == ("fine", None)
    sit(hub, 2, "wrong")
    assert reasons(hub, 2)["Sari"] == ("stuck", "baca-03-m-b")


def test_what_is_mixed_up_again_and_again_is_told(hub: SmallHub) -> None:
    for day in range(3):
        give(hub, hub.answer(day * 86_400, outcome="wrong", confusion="b-d"))
    (sari,) = (one for one in rows(hub, 2) if one.learner.name == "Sari")
    assert sari.need.reason == "confused"
    assert sari.need.confused is not None
    assert (sari.need.confused.name, sari.need.confused.times) == ("b-d", 3)


def test_an_assignment_that_is_late_is_told_until_it_is_done(hub: SmallHub) -> None:
    with hub.store.writing() as session:
        assignments.assign(
            session, UUID(int=1), hub.class_id, None, "baca-03-m-b", date(2026, 11, 25), BY,
            MORNING, date(2026, 11, 24),
        )  # fmt: skip
    sit(hub, 1, "right")
    assert reasons(hub, 1)["Rudi"] == ("new", None)
    late = reasons(hub, 2)
    assert late["Rudi"] == ("overdue", "baca-03-m-b")
    assert late["Sari"] == ("idle", None)
    with hub.store.writing() as session:
        assignments.withdraw(session, UUID(int=1), BY, MORNING)
    assert reasons(hub, 2)["Rudi"] == ("new", None)


def test_what_was_done_long_ago_stays_done(hub: SmallHub) -> None:
    with hub.store.writing() as session:
        assignments.assign(
            session, UUID(int=1), hub.class_id, hub.sari.id, "baca-03-m-b", date(2026, 11, 25), BY,
            MORNING, date(2026, 11, 24),
        )  # fmt: skip
    sit(hub, 0, "right")
    assert reasons(hub, 60)["Sari"] == ("away", None)


def test_who_does_not_come_is_missed(hub: SmallHub) -> None:
    give(hub, hub.answer())
    assert reasons(hub, AWAY - 1)["Sari"] == ("idle", None)
    assert reasons(hub, AWAY)["Sari"] == ("away", None)


def test_sixty_learners_cost_as_many_queries_as_two(hub: SmallHub) -> None:
    sit(hub, 0, "right")
    few = statements(hub)
    with hub.store.writing() as session:
        for number in range(58):
            add_learner(session, hub.secrets, hub.class_id, f"Orang {number}", "🌹", "dewasa",
                        "sendiri", MORNING)  # fmt: skip
    assert statements(hub) == few <= 10
    assert len(rows(hub)) == 60


def statements(hub: SmallHub) -> int:
    sent: list[str] = []

    def note(*told: object) -> None:
        sent.append(str(told[2]))

    with hub.store.reading() as session:
        engine = session.get_bind()
        event.listen(engine, "before_cursor_execute", note)
        try:
            who_first(session, SHELF, hub.class_id, MORNING, JAKARTA)
        finally:
            event.remove(engine, "before_cursor_execute", note)
    return len(sent)


def test_part_of_the_logs_is_what_was_answered_since_and_every_task(hub: SmallHub) -> None:
    sit(hub, 0, "right")
    sit(hub, 40, "wrong", "hitung-01-satu-lima")
    with hub.store.writing() as session:
        task = hub.answer(900, outcome="given", raw="sudah", canonical="", code="baca03-tugas")
        answers.record(session, task, MORNING + timedelta(days=40), JAKARTA)
    with hub.store.reading() as session:
        lately = answers.logs(session, [hub.sari.id, hub.rudi.id], MORNING + timedelta(days=30))
        whole = answers.log(session, hub.sari.id)
    found = lately[hub.sari.id]
    assert {one.lesson for one in found if not one.given} == {"hitung-01-satu-lima"}
    assert [one.question for one in found if one.given] == ["baca03-tugas"]
    assert set(map(str, found)) < set(map(str, whole))
    assert lately[hub.rudi.id] == []
