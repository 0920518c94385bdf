from datetime import datetime, timedelta

import pytest
from sqlalchemy import select

from elearn.accounts import devices, seats, sessions
from elearn.accounts.sessions import Signed
from elearn.store import tables
from tests.small_hub import MORNING, SmallHub


@pytest.fixture
def token(hub: SmallHub) -> str:
    """Sign Sari in, at eight in the morning."""
    with hub.store.writing() as session:
        seats.seat_for(session, hub.sari.id, hub.device.id, MORNING)
        return sessions.begin(session, hub.sari.id, hub.device.id, MORNING)


def found(hub: SmallHub, token: str, now: datetime = MORNING) -> Signed | None:
    with hub.store.reading() as session:
        return sessions.find(session, token, now)


def stay(hub: SmallHub, token: str, now: datetime) -> None:
    signed = found(hub, token, now)
    assert signed
    with hub.store.writing() as session:
        sessions.touch(session, signed, now)


def test_a_session_knows_who_she_is_and_how_she_likes_her_pages(hub: SmallHub, token: str) -> None:
    signed = found(hub, token)
    assert signed
    with hub.store.reading() as session:
        key = seats.seat_for(session, hub.sari.id, hub.device.id, MORNING)
    assert (signed.person_id, signed.name, signed.picture) == (hub.sari.id, "Sari", "🌻")
    assert (signed.age_band, signed.role, signed.language) == ("dewasa", "learner", "id")
    assert (signed.class_id, signed.device_id, signed.seat) == (hub.class_id, hub.device.id, key)
    assert (signed.large_text, signed.contrast) == (False, False)


def test_a6_a_copied_token_is_worth_nothing_after_sign_out(hub: SmallHub, token: str) -> None:
    copied = token
    signed = found(hub, token)
    assert signed
    with hub.store.writing() as session:
        sessions.end(session, token, MORNING)
    assert found(hub, copied) is None
    with hub.store.writing() as session:  # a request that was under way touches it still
        sessions.touch(session, signed, MORNING + timedelta(minutes=2))
    assert found(hub, copied, MORNING + timedelta(minutes=2)) is None


def test_the_database_holds_no_token(hub: SmallHub, token: str) -> None:
    hub.store.close()
    content = b"".join(path.read_bytes() for path in hub.data.glob("elearn.db*"))
    assert token.encode() not in content
    assert hub.token.encode() not in content


def test_fifteen_idle_minutes_end_it(hub: SmallHub, token: str) -> None:
    assert found(hub, token, MORNING + timedelta(minutes=14, seconds=59))
    assert found(hub, token, MORNING + timedelta(minutes=15)) is None


def test_four_hours_end_it_however_busy_she_was(hub: SmallHub, token: str) -> None:
    for minutes in range(10, 240, 10):
        stay(hub, token, MORNING + timedelta(minutes=minutes))
    assert found(hub, token, MORNING + timedelta(hours=4, seconds=-1))
    assert found(hub, token, MORNING + timedelta(hours=4)) is None


def test_it_is_touched_at_most_once_a_minute(hub: SmallHub, token: str) -> None:
    def touched_at() -> datetime:
        with hub.store.reading() as session:
            return session.scalars(select(tables.WebSession.touched_at)).one()

    signed = found(hub, token)
    assert signed
    assert not sessions.stale(signed, MORNING + timedelta(seconds=59))
    assert sessions.stale(signed, MORNING + timedelta(seconds=60))
    stay(hub, token, MORNING + timedelta(seconds=59))
    assert touched_at() == MORNING
    stay(hub, token, MORNING + timedelta(seconds=60))
    assert touched_at() == MORNING + timedelta(seconds=60)


def test_a_withdrawn_device_has_no_sessions_and_no_seats(hub: SmallHub, token: str) -> None:
    signed = found(hub, token)
    assert signed
    with hub.store.writing() as session:
        devices.withdraw(session, hub.device.id, MORNING)
    assert found(hub, token) is None
    with hub.store.reading() as session:
        assert seats.seat(session, signed.seat) is None
        assert devices.device_of(session, hub.token) is None


@pytest.mark.parametrize("token", ["", "x", "\ud800", "' OR 1=1 --", "\0"])
def test_no_other_token_finds_anybody(hub: SmallHub, token: str) -> None:
    assert found(hub, token) is None
