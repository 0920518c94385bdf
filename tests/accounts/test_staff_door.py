from datetime import datetime, timedelta

from elearn.accounts import staff, staff_door, staff_sessions
from elearn.accounts.staff_door import StaffSignIn
from tests.small_hub import MORNING, SmallHub

WORDS = "bako-tile-runa-mido-pelu"


def hired(hub: SmallHub) -> None:
    with hub.store.writing() as session:
        staff.make_staff(session, "tutor", "maya", "Ibu Maya", WORDS, MORNING)


def come(
    hub: SmallHub, login: str, words: str, address: str = "10.0.0.5", now: datetime = MORNING
) -> StaffSignIn:
    with hub.store.writing() as session:
        known = staff_door.known(session, login)
        fit = words == WORDS and staff_door.fits(known, words)
        return staff_door.settle(session, known, fit, login, address, now)


def test_her_words_open_the_door_and_nobody_elses_do(hub: SmallHub) -> None:
    hired(hub)
    tried = come(hub, " Maya", WORDS)
    assert tried.token
    with hub.store.reading() as session:
        signed = staff_sessions.find(session, tried.token, MORNING)
    assert signed
    assert signed.login == "maya"
    assert come(hub, "maya", "x") == come(hub, "siapa", WORDS) == StaffSignIn()


def test_ten_wrong_words_hold_a_name_at_one_address_only(hub: SmallHub) -> None:
    hired(hub)
    for _ in range(10):
        assert come(hub, "maya", "x") == StaffSignIn()
    assert come(hub, "MAYA", WORDS).until == MORNING + timedelta(seconds=90)
    assert come(hub, "maya", WORDS, "10.0.0.6").token
    assert come(hub, "maya", WORDS, now=MORNING + timedelta(seconds=90)).token


def test_one_address_cannot_try_name_after_name(hub: SmallHub) -> None:
    hired(hub)
    for number in range(30):
        assert come(hub, f"tutor{number}", "x") == StaffSignIn()
    assert come(hub, "maya", WORDS).until == MORNING + timedelta(seconds=20)


def test_a13_a_closed_account_is_known_by_its_old_session(hub: SmallHub) -> None:
    hired(hub)
    tried = come(hub, "maya", WORDS)
    assert tried.token
    with hub.store.writing() as session:
        member = staff.by_login(session, "maya")
        assert member
        assert staff_sessions.ended_account(session, tried.token) is None
        staff.end_account(session, member.id, MORNING)
        assert staff_sessions.find(session, tried.token, MORNING) is None
        assert staff_sessions.ended_account(session, tried.token) == member.id
    assert come(hub, "maya", WORDS) == StaffSignIn()
