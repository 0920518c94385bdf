"""A tutor's ticks in the log: append-only, once, on the day of the task."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from uuid import UUID, uuid4

from elearn.learning import answers, judging
from elearn.learning.answers import NewAnswer
from elearn.learning.judging import NO_DEVICE, Ticks
from elearn.mastery import standing
from elearn.questions.tugas import judged, ticks_of
from elearn.questions.values import Outcome
from elearn.teaching import totals
from tests.small_hub import JAKARTA, MORNING, SmallHub

LESSON, CODE, MAYA = "tulis-01", "tulis-01-aaaa", UUID(int=5)
KEY = {"kind": "tugas", "of": 2}
TODAY = MORNING.astimezone(JAKARTA).date()
LATER = MORNING + timedelta(days=3)


def hand_in(hub: SmallHub, minute: int = 0, raw: str = "sudah", code: str = CODE) -> None:
    at = MORNING + timedelta(minutes=minute)
    outcome: Outcome = "given" if code == CODE else "right"
    with hub.store.writing() as session:
        answers.record(
            session,
            NewAnswer(
                id=uuid4(), person_id=hub.sari.id, device_id=hub.device.id, lesson=LESSON,
                version="0123456789abcdef", code=code, draw=3, try_number=1, raw=raw,
                canonical=raw, outcome=outcome, answered_at=at,
            ),
            at, JAKARTA,
        )  # fmt: skip


def tick(hub: SmallHub, *met: bool, form: UUID | None = None, day: date = TODAY) -> bool:
    ticks = Ticks(
        id=form or uuid4(), person_id=hub.sari.id, lesson=LESSON, version="0123456789abcdef",
        code=CODE, draw=3, day=day, verdict=judged(KEY, met), evidence=frozenset({"m"}), asked=10,
        by=MAYA,
    )  # fmt: skip
    with hub.store.writing(hub.sari.id) as session:
        return judging.judge(session, ticks, LATER)


def rows(hub: SmallHub) -> list[answers.Attempt]:
    with hub.store.reading() as session:
        return answers.of_lesson(session, hub.sari.id, LESSON)


def test_right_is_what_meets_every_criterion() -> None:
    assert judged(KEY, [True, True]).outcome == "right"
    for met in ([True, False], [False, True], [False, False]):
        assert judged(KEY, met).outcome == "wrong"
    assert ticks_of(judged(KEY, [True, False]).canonical) == (True, False)
    assert ticks_of("sudah,mirip") == ()


def test_ticks_take_the_day_and_the_time_of_the_task(hub: SmallHub) -> None:
    hand_in(hub)
    assert tick(hub, True, True)
    given, ticked = sorted(rows(hub), key=lambda one: one.judged_by is not None)
    assert (ticked.day, ticked.answered_at) == (given.day, given.answered_at)
    assert (ticked.raw, ticked.outcome, ticked.judged_by) == ("1,1", "right", MAYA)
    assert ticked.device_id == given.device_id
    assert ticked.received_at > given.received_at


def test_the_same_form_again_is_one_row_and_a_correction_is_a_further_one(hub: SmallHub) -> None:
    hand_in(hub)
    form = uuid4()
    assert tick(hub, True, False, form=form)
    assert not tick(hub, True, False, form=form)
    assert tick(hub, True, True)
    assert [one.raw for one in rows(hub) if one.judged_by] == ["1,0", "1,1"]
    with hub.store.reading() as session:
        log = answers.log(session, hub.sari.id)
    assert [one.right for one in standing(log).tries] == [True]


def test_two_tutors_at_once_are_two_rows_and_one_form_at_once_is_one(hub: SmallHub) -> None:
    hand_in(hub)
    forms = [uuid4(), uuid4()] * 3
    with ThreadPoolExecutor(len(forms)) as tutors:
        first = list(tutors.map(lambda form: tick(hub, True, True, form=form), forms))
    assert sum(first) == 2
    ticked = [one for one in rows(hub) if one.judged_by]
    assert len({one.answered_at for one in ticked}) == len(ticked) == 2


def test_ticks_are_no_haste_of_the_learners(hub: SmallHub) -> None:
    for minute in range(3):
        hand_in(hub, minute, code=f"tulis-01-aaa{minute}")
    hand_in(hub, 3)
    hand_in(hub, 4, raw="sudah,mirip")
    for _ in range(3):
        tick(hub, True, True)
    hand_in(hub, 5, code="tulis-01-aaaf")
    assert {one.flag for one in rows(hub)} == {""}


def test_paper_alone_is_of_today_and_of_no_device(hub: SmallHub) -> None:
    assert tick(hub, True, True, day=LATER.astimezone(JAKARTA).date())
    (paper,) = rows(hub)
    assert (paper.device_id, paper.answered_at) == (NO_DEVICE, LATER)


def test_what_is_not_ticked_yet_is_in_no_total(hub: SmallHub) -> None:
    hand_in(hub)
    with hub.store.reading() as session:
        assert totals.whole(totals.of_person(session, hub.sari.id)).answers == 0
    tick(hub, True, True)
    with hub.store.reading() as session:
        assert totals.whole(totals.of_person(session, hub.sari.id)) == totals.Count(1, 1)
