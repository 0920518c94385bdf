"""What a tutor asks for comes first, until it is done or taken back."""

from datetime import date, timedelta
from uuid import UUID

from elearn.learning import answers
from elearn.learning.progress import Progress, offered, progress
from elearn.teaching import assignments
from tests.shipped import catalogue as shipped_lessons
from tests.small_hub import MORNING, SmallHub
from tests.teaching.test_attention import sit

SHELF = shipped_lessons()
TODAY = date(2026, 11, 24)
BY = UUID(int=9)


def ask(
    hub: SmallHub, number: int, lesson: str, learner: UUID | None = None, due: date | None = None
) -> bool:
    with hub.store.writing() as session:
        return assignments.assign(
            session, UUID(int=number), hub.class_id, learner, lesson, due, BY,
            MORNING + timedelta(minutes=number), TODAY,
        )  # fmt: skip


def saris(hub: SmallHub, days: int = 0) -> Progress:
    with hub.store.reading() as session:
        log = answers.log(session, hub.sari.id)
        asked = assignments.asked_of(session, hub.sari.id, hub.class_id)
    return progress(offered(SHELF, "dewasa", "id"), log, TODAY + timedelta(days=days), asked)


def onward(hub: SmallHub, days: int = 0) -> str | None:
    lesson = saris(hub, days).onward()
    return lesson.stem if lesson else None


def test_a_double_tap_is_one_assignment(hub: SmallHub) -> None:
    assert ask(hub, 1, "baca-03-m-b")
    assert not ask(hub, 1, "hitung-01-satu-lima")
    with hub.store.reading() as session:
        (held,) = assignments.of_class(session, hub.class_id)
    assert held.lesson == "baca-03-m-b"


def test_lanjut_is_the_assignment_until_it_is_done(hub: SmallHub) -> None:
    assert onward(hub) == "baca-01-vokal-a-i-u"
    ask(hub, 1, "baca-03-m-b")
    assert onward(hub) == "baca-03-m-b"
    sit(hub, 0, "wrong")
    assert saris(hub).assigned == ("baca-03-m-b",)
    assert onward(hub) != "baca-03-m-b"            # judged today: the same day changes nothing
    assert onward(hub, 1) == "baca-03-m-b"
    sit(hub, 1, "right")
    assert saris(hub, 1).assigned == ()


def test_a_good_sitting_before_the_assignment_does_not_do_it(hub: SmallHub) -> None:
    sit(hub, -1, "right")
    ask(hub, 1, "baca-03-m-b")
    assert saris(hub).assigned == ("baca-03-m-b",)


def test_what_is_due_first_comes_first_and_others_tasks_are_not_hers(hub: SmallHub) -> None:
    ask(hub, 1, "baca-01-vokal-a-i-u")
    ask(hub, 2, "hitung-01-satu-lima", due=TODAY)
    ask(hub, 3, "baca-03-m-b", learner=hub.rudi.id, due=TODAY)
    assert saris(hub).assigned == ("hitung-01-satu-lima", "baca-01-vokal-a-i-u")


def test_what_is_taken_back_is_asked_no_more(hub: SmallHub) -> None:
    ask(hub, 1, "baca-03-m-b")
    with hub.store.writing() as session:
        assignments.withdraw(session, UUID(int=1), BY, MORNING)
    assert onward(hub) == "baca-01-vokal-a-i-u"
    with hub.store.reading() as session:
        assert assignments.assignment(session, UUID(int=1)) is None


def test_a_lesson_that_is_not_for_her_is_not_asked(hub: SmallHub) -> None:
    ask(hub, 1, "baca-99-tidak-ada")
    assert onward(hub) == "baca-01-vokal-a-i-u"
