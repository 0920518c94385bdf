"""What is kept beside the log says what follows from it, whatever came in whatever order."""

import os
from datetime import timedelta
from random import Random
from uuid import UUID

import pytest
from sqlalchemy import delete, update
from sqlalchemy.orm import Session

from elearn.learning import answers, derived, known, marks
from elearn.learning.derived import WHOLE
from elearn.learning.placing import starts
from elearn.learning.rebuild import learners, rebuild, rows_of
from elearn.mastery import Answer, standing, weakest
from elearn.mastery.memory import memories
from elearn.mastery.placement import Item as Rung
from elearn.mastery.placement import Step, Strand
from elearn.mastery.practice import Item, practice
from elearn.store import tables
from tests.learning.random_log import GRANTS, LATEST, LESSONS, Event, Marked, events
from tests.small_hub import JAKARTA, MORNING, SmallHub

TUTOR = UUID(int=1)
ITEMS = [Item(f"{lesson[:4]}-s{at}", lesson, lesson[:4]) for lesson in LESSONS for at in range(10)]
LADDER = Strand("baca", tuple(
    Step(lesson, "huruf", tuple(Rung(f"{lesson[:4]}-s{at}", 0.3) for at in range(10)))
    for lesson in LESSONS
))
DAYS = [(MORNING + timedelta(days=day)).date() for day in (0, 1, 3, 9)]
SOAK_LOGS = "ELEARN_SOAK_LOGS"
"""How many logs the long campaign takes; docs/performance.md tells of a hundred thousand."""


def happen(session: Session, hub: SmallHub, person: UUID, event: Event, number: int) -> None:
    """Let one thing arrive at the hub."""
    received = LATEST + timedelta(seconds=number)
    if isinstance(event, Marked):
        marks.mark_sitting(
            session, person, event.lesson, event.day, event.hers, TUTOR, received
        )
    else:
        answers.record(session, event, received, JAKARTA)


def differences(session: Session, people: list[UUID]) -> list[object]:
    """Return each learner of whom is kept, or told, otherwise than follows from her whole log."""
    found: list[object] = []
    seen = known.standings(session, people, GRANTS)
    for person_id in people:
        log = answers.log(session, person_id)
        kept, whole = derived.all_rows(session, person_id), rows_of(log, GRANTS)
        wrong = [name for name, row in kept.items() if row.state and row != whole[name]]
        missing = [name for name in whole if name not in kept]
        stands = {
            lesson: standing([one for one in log if one.lesson == lesson], GRANTS[lesson])
            for lesson in {one.lesson for one in log}
        }
        forgets = any(
            known.remembered(session, person_id, day) != memories(log, day) for day in DAYS
        )
        if wrong or missing or forgets or seen[person_id] != stands or not steady(log):
            found.append((person_id, wrong, missing, forgets))
    return found


def steady(log: list[Answer]) -> bool:
    """Whether placement, practice and confusions are the same in another order, told twice."""
    shuffled = sorted([*log, *log[::2]], key=lambda one: one.id[::-1])
    return all(
        derive(shuffled) == derive(log)
        for day in DAYS
        for derive in (
            lambda some: starts([LADDER], some, {}),
            lambda some, day=day: weakest(some, day),
            lambda some, day=day: practice(ITEMS, some, day),
        )
    )


def campaign(hub: SmallHub, logs: int, seed: str) -> list[object]:
    """Let as many logs happen; between the events rows are written back at random times."""
    random = Random(seed)  # noqa: S311  repeatable logs, no secret
    wrong: list[object] = []
    for first in range(0, logs, 200):
        with hub.store.writing() as session:
            people = [
                _somebody(session, hub, random) for _ in range(first, min(first + 200, logs))
            ]
            for person in people:
                arriving = events(random, person, hub.device.id)
                for number, event in enumerate(arriving):
                    happen(session, hub, person, event, number)
                    if random.random() < 0.1:
                        known.write_back(session, person, GRANTS)
            wrong += differences(session, people)
            session.flush()
            for table in (tables.Derived, tables.SittingMark, tables.Attempt):
                session.execute(delete(table).where(table.person_id.in_(people)))
            session.execute(delete(tables.Person).where(tables.Person.id.in_(people)))
    return wrong


def _somebody(session: Session, hub: SmallHub, random: Random) -> UUID:
    made = tables.Person(
        id=UUID(int=random.getrandbits(128)), class_id=hub.class_id, name="A", role="learner",
        picture="🐟", age_band="anak", language="id", made_at=MORNING,
    )
    session.add(made)
    session.flush()
    return made.id


def test_what_is_kept_and_what_is_rebuilt_never_differ(hub: SmallHub) -> None:
    assert campaign(hub, 60, "a few") == []


@pytest.mark.soak
def test_in_many_logs_nothing_differs(hub: SmallHub) -> None:
    assert campaign(hub, int(os.environ.get(SOAK_LOGS, "1000")), "soak") == []


def test_an_answer_makes_stale_what_it_touches_and_nothing_else(hub: SmallHub) -> None:
    with hub.store.writing() as session:
        for number, lesson in enumerate(LESSONS):
            answer = hub.answer(number * 60, lesson=lesson, code=f"{lesson}-1")
            answers.record(session, answer, MORNING + timedelta(hours=1), JAKARTA)
        known.write_back(session, hub.sari.id, GRANTS)
        assert stale(session, hub) == set()
        answer = hub.answer(600, lesson=LESSONS[0], code=f"{LESSONS[0]}-2", outcome="wrong")
        answers.record(session, answer, MORNING + timedelta(hours=1), JAKARTA)
        assert stale(session, hub) == {(LESSONS[0], WHOLE), (LESSONS[0], f"{LESSONS[0]}-2")}


def stale(session: Session, hub: SmallHub) -> set[derived.Name]:
    rows = derived.all_rows(session, hub.sari.id)
    return {name for name, row in rows.items() if not row.state}


def test_other_grants_are_other_rules(hub: SmallHub) -> None:
    lesson = LESSONS[0]
    with hub.store.writing() as session:
        answers.record(session, hub.answer(lesson=lesson), MORNING, JAKARTA)
        known.write_back(session, hub.sari.id, GRANTS)
        more = {lesson: frozenset({"m", "b", "z"})}
        seen = known.standings(session, [hub.sari.id], more)[hub.sari.id]
    assert seen[lesson].missing == {"z"}


def test_much_that_is_stale_is_written_back_and_little_is_not(hub: SmallHub) -> None:
    grants = {f"baca-{n:02}-x": frozenset[str]() for n in range(known.MANY)}
    with hub.store.writing() as session:
        answers.record(session, hub.answer(), MORNING, JAKARTA)
    known.renew(hub.store, hub.sari.id, GRANTS)
    with hub.store.writing() as session:
        assert len(stale(session, hub)) == 2
        for number, lesson in enumerate(grants):
            answer = hub.answer(number * 60, lesson=lesson, code=f"{lesson}-1")
            answers.record(session, answer, MORNING + timedelta(hours=9), JAKARTA)
    known.renew(hub.store, hub.sari.id, {**GRANTS, **grants})
    with hub.store.reading() as session:
        assert stale(session, hub) == set()


def test_lessons_that_are_gone_and_rules_that_are_old_do_not_stay_stale(hub: SmallHub) -> None:
    with hub.store.writing() as session:
        for number in range(known.MANY + 1):
            lesson = f"hitung-{number}-lama"
            answer = hub.answer(number * 60, lesson=lesson, code=f"{lesson}-1")
            answers.record(session, answer, MORNING + timedelta(hours=9), JAKARTA)
    known.renew(hub.store, hub.sari.id, GRANTS)
    with hub.store.writing() as session:
        assert stale(session, hub) == set()
        session.execute(update(tables.Derived).values(rules="of last year"))
    known.renew(hub.store, hub.sari.id, GRANTS)
    with hub.store.reading() as session:
        rows = derived.all_rows(session, hub.sari.id)
    assert "of last year" not in {row.rules for row in rows.values()}


def test_a_question_that_moved_to_another_lesson_is_one_memory(hub: SmallHub) -> None:
    with hub.store.writing() as session:
        for day, lesson in enumerate(LESSONS):
            answer = hub.answer(day * 86_400, lesson=lesson, code="baca-03-x")
            answers.record(session, answer, LATEST, JAKARTA)
        known.write_back(session, hub.sari.id, GRANTS)
        seen = known.remembered(session, hub.sari.id, LATEST.date())
        assert seen == memories(answers.log(session, hub.sari.id), LATEST.date())
        assert seen["baca-03-x"].lesson == LESSONS[1]


def test_rebuilding_tells_and_mends_what_the_log_does_not_say(hub: SmallHub) -> None:
    with hub.store.writing() as session:
        answers.record(session, hub.answer(), MORNING, JAKARTA)
        known.write_back(session, hub.sari.id, GRANTS)
        forged = update(tables.Derived).where(tables.Derived.code == WHOLE)
        session.execute(forged.values(state='["bisa",true,[],[],null,0,null,null,10]'))
    with hub.store.reading() as session:
        people = learners(session)
    (first,) = rebuild(hub.store, people, GRANTS)
    (second,) = rebuild(hub.store, people, GRANTS)
    assert (first.answers, first.wrong) == (1, ((LESSONS[0], WHOLE),))
    assert second.wrong == ()
