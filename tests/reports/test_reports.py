"""What the reports say of a class and of the programme."""

from datetime import date, timedelta

from elearn.accounts.devices import Browser
from elearn.reports.jangkauan import JANGKAUAN
from elearn.reports.kelompok import KELOMPOK
from elearn.reports.tertukar import TERTUKAR
from elearn.reports.values import Scope, Table
from elearn.teaching import add_learner, make_class
from elearn.teaching.erase import erase
from tests.learning.test_answers import give
from tests.shipped import catalogue as shipped_lessons
from tests.small_hub import JAKARTA, MORNING, SmallHub
from tests.teaching.guests import answered_guest
from tests.teaching.test_attention import BY, sit

SHELF = shipped_lessons()


def of_class(hub: SmallHub) -> Table:
    with hub.store.reading() as session:
        scope = Scope(SHELF, JAKARTA, MORNING + timedelta(days=1), "id", hub.class_id)
        return KELOMPOK.rows(session, scope)


def reach(hub: SmallHub) -> Table:
    with hub.store.reading() as session:
        return JANGKAUAN.rows(session, Scope(SHELF, JAKARTA, MORNING, "id"))


def test_a_tutor_reads_what_each_can_do_and_when_she_came(hub: SmallHub) -> None:
    sit(hub, 0, "right")
    sit(hub, 1, "right")
    assert of_class(hub).rows == (
        ("Rudi", 0, 0, "belum pernah", 0),
        ("Sari", 1, 0, date(2026, 11, 25), 20),
    )


def test_the_totals_of_a_class_stay_when_somebody_is_erased_and_guests_never_count(
    hub: SmallHub,
) -> None:
    sit(hub, 0, "right")
    with hub.store.writing() as session:
        answered_guest(session, Browser(hub.device.id, hub.class_id), MORNING)
    before = of_class(hub).totals
    with hub.store.writing() as session:
        erase(session, hub.sari.id, BY, MORNING)
    assert of_class(hub).totals == before
    assert before[-1] == 10


def test_a_tutor_reads_what_is_mixed_up_by_how_many(hub: SmallHub) -> None:
    for at, person in enumerate((hub.sari.id, hub.rudi.id, hub.rudi.id)):
        give(hub, hub.answer(at * 60, code=f"baca03-x{at}", person_id=person, outcome="wrong",
                             confusion="b-d" if at < 2 else "m-n"))  # fmt: skip
    with hub.store.reading() as session:
        scope = Scope(SHELF, JAKARTA, MORNING + timedelta(days=1), "id", hub.class_id)
        table = TERTUKAR.rows(session, scope)
    assert table.rows == (("tertukar b – d", 2, 2), ("tertukar m – n", 1, 1))


def test_a_partner_sees_no_class_under_five_and_no_name(hub: SmallHub) -> None:
    with hub.store.writing() as session:
        for size in (6, 7):
            made = make_class(session, f"Kelompok {size}", MORNING + timedelta(minutes=size)).id
            for number in range(size):
                person, _code = add_learner(session, hub.secrets, made, f"P{number}", "🌹",
                                            "dewasa", "sendiri", MORNING)
                give_later(hub, session, person.id)
    give(hub, hub.answer())
    table = reach(hub)
    # Ibu Maya's class has one who answered, Pak Anton's none: the class of six hides them
    assert table.rows == (
        (1, None, None, None), (2, None, None, None), (3, None, None, None), (4, 7, 0, 0),
    )  # fmt: skip
    assert table.totals == ("Semua", 14, 0, 0)


def give_later(hub: SmallHub, session: object, person_id: object) -> None:
    """Record one answer of this person within the open session."""
    from elearn.learning import answers

    answers.record(session, hub.answer(person_id=person_id), MORNING, JAKARTA)  # type: ignore[arg-type]  # a session


def test_sittings_and_lessons_are_counted_once_five_people_are_there(hub: SmallHub) -> None:
    with hub.store.writing() as session:
        people = [
            add_learner(session, hub.secrets, hub.class_id, f"P{number}", "🌹", "dewasa",
                        "sendiri", MORNING)[0].id
            for number in range(5)
        ]
    for one in people:
        give(hub, hub.answer(person_id=one))
    sit(hub, 0, "right")
    sit(hub, 1, "right")
    table = reach(hub)
    assert table.rows[0] == (1, None, None, None)     # Pak Anton's empty class would be known
    assert table.totals == ("Semua", 6, 2, 1)
