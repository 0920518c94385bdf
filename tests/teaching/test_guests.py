"""Coba dulu: a sitting without a name, that can be given to somebody later, once."""

from datetime import timedelta
from uuid import UUID

import pytest

from elearn.accounts import devices, people, sessions
from elearn.accounts.devices import Browser
from elearn.learning import answers
from elearn.store import limits
from elearn.teaching import guests
from elearn.teaching.guests import GiftError
from tests.small_hub import MORNING, SmallHub
from tests.teaching.guests import answered_guest

BY = UUID(int=9)
LATER = MORNING + timedelta(hours=1)


def tried(hub: SmallHub) -> UUID:
    with hub.store.writing() as session:
        return answered_guest(session, Browser(hub.device.id, hub.class_id), MORNING)


def test_a_guest_learns_without_a_name_on_any_browser(hub: SmallHub) -> None:
    with hub.store.writing() as session:
        browser, _token = devices.visitor(session, MORNING)
        visit, seat = guests.begin(session, browser, "anak", MORNING)
        signed = sessions.find(session, visit, MORNING)
    assert signed
    assert (signed.role, signed.class_id, signed.seat) == ("guest", None, seat)
    assert signed.picture in people.ANIMALS


def test_two_guests_of_these_days_have_different_pictures(hub: SmallHub) -> None:
    with hub.store.writing() as session:
        browser, _token = devices.visitor(session, MORNING)
        tokens = [guests.begin(session, browser, "dewasa", MORNING)[0] for _ in range(12)]
        found = [sessions.find(session, one, MORNING) for one in tokens]
    assert len({one.picture for one in found if one}) == 12


def test_a_tutor_sees_guests_of_her_classes_and_of_no_class_for_a_week(hub: SmallHub) -> None:
    own = tried(hub)
    with hub.store.writing() as session:
        browser, _token = devices.visitor(session, MORNING)
        alone = answered_guest(session, browser, LATER)
        guests.begin(session, browser, "anak", LATER)             # has not answered
    with hub.store.reading() as session:
        def seen(classes: list[UUID], days: int = 0) -> list[UUID]:
            found = guests.recent(session, classes, LATER + timedelta(days=days))
            return [one.person_id for one in found]

        assert seen([hub.class_id]) == [alone, own]
        assert seen([]) == [alone]
        assert seen([hub.class_id], 8) == []


def test_a_given_sitting_is_hers_once_however_often_it_is_given(hub: SmallHub) -> None:
    guest = tried(hub)
    with hub.store.writing() as session:
        assert guests.give(session, guest, hub.sari.id, BY, LATER) == 3
        assert guests.give(session, guest, hub.sari.id, BY, LATER) == 0
        assert guests.recent(session, [hub.class_id], LATER) == []
        hers, whose = answers.log(session, hub.sari.id), answers.log(session, guest)
    assert sorted(one.id for one in hers) == sorted(one.id for one in whose)
    assert len(hers) == 3


def test_a_given_sitting_cannot_be_given_to_another(hub: SmallHub) -> None:
    guest = tried(hub)
    with hub.store.writing() as session:
        guests.give(session, guest, hub.sari.id, BY, LATER)
        with pytest.raises(GiftError):
            guests.give(session, guest, hub.rudi.id, BY, LATER)
        assert answers.log(session, hub.rudi.id) == []


def test_a_guests_session_ends_when_her_sitting_is_given(hub: SmallHub) -> None:
    with hub.store.writing() as session:
        browser = Browser(hub.device.id, hub.class_id)
        visit, _seat = guests.begin(session, browser, "dewasa", MORNING)
        signed = sessions.find(session, visit, MORNING)
        assert signed
        guests.give(session, signed.person_id, hub.sari.id, BY, LATER)
        assert sessions.find(session, visit, MORNING) is None


def test_guests_are_limited_by_browser_and_by_address(hub: SmallHub) -> None:
    with hub.store.writing() as session:
        for rule, most in ((limits.guests_of_browser, 20), (limits.guests_of_address, 60)):
            limits.take(session, rule(session, BY, MORNING), most)
            assert rule(session, BY, MORNING).closed_until
            assert not rule(session, BY, MORNING + timedelta(minutes=5)).closed_until
