import hashlib
import hmac
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from itertools import permutations
from uuid import UUID, uuid4

import pytest
from sqlalchemy import Engine, event, select

from elearn.accounts import codes, picture_codes, sessions
from elearn.accounts.devices import Device
from elearn.accounts.picture_codes import OBJECTS
from elearn.accounts.sign_in import SignIn, demo_sign_in, let_in, sign_in
from elearn.store import tables
from elearn.teaching import add_learner, demo
from tests.small_hub import MORNING, Learner, SmallHub

TUTOR = uuid4()
HOLD = timedelta(minutes=5)


def tap(
    hub: SmallHub,
    person_id: UUID,
    code: tuple[int, ...],
    now: datetime = MORNING,
    device: Device | None = None,
) -> SignIn:
    with hub.store.writing() as session:
        return sign_in(session, hub.secrets, device or hub.device, person_id, code, now)


def guess(
    hub: SmallHub,
    who: Learner,
    times: int,
    now: datetime = MORNING,
    device: Device | None = None,
) -> list[str]:
    return [tap(hub, who.id, who.wrong_code, now, device).outcome for _ in range(times)]


def events(hub: SmallHub, person_id: UUID) -> Counter[str]:
    with hub.store.reading() as session:
        return Counter(
            session.scalars(
                select(tables.SignInEvent.outcome).where(tables.SignInEvent.person_id == person_id)
            )
        )


def guess_twenty(hub: SmallHub, who: Learner) -> datetime:
    """Guess wrong twenty times, waiting for each hold to end; return the time afterwards."""
    now = MORNING
    for _ in range(4):
        assert guess(hub, who, 5, now) == ["wrong"] * 5
        now += HOLD
    return now


def test_the_right_pictures_open_the_door(hub: SmallHub) -> None:
    tried = tap(hub, hub.sari.id, hub.sari.code)
    assert tried.outcome == "in"
    assert tried.session_token
    with hub.store.reading() as session:
        signed = sessions.find(session, tried.session_token, MORNING)
    assert signed
    assert (signed.name, signed.seat) == ("Sari", tried.seat)
    assert tried.learner
    assert tried.learner.name == "Sari"


@pytest.mark.parametrize("code", [(), (0,), (99, -1, 0, 3), tuple(range(12))])
def test_a_code_of_any_other_form_is_wrong(hub: SmallHub, code: tuple[int, ...]) -> None:
    assert tap(hub, hub.sari.id, code).outcome == "wrong"


def test_the_order_of_the_pictures_matters(hub: SmallHub) -> None:
    others = [code for code in permutations(hub.rudi.code) if code != hub.rudi.code]
    assert {tap(hub, hub.rudi.id, code).outcome for code in others[:4]} == {"wrong"}
    assert tap(hub, hub.rudi.id, hub.rudi.code).outcome == "in"


def test_her_code_opens_no_door_in_another_class(hub: SmallHub) -> None:
    tried = tap(hub, hub.sari.id, hub.sari.code, device=hub.other_device)
    assert tried == SignIn("wrong")


def test_a1_five_wrong_codes_hold_her_five_minutes_even_with_the_right_one(hub: SmallHub) -> None:
    assert guess(hub, hub.sari, 5) == ["wrong"] * 5
    soon = MORNING + timedelta(minutes=4, seconds=59)
    for code in (hub.sari.wrong_code, hub.sari.code):
        assert tap(hub, hub.sari.id, code, soon) == SignIn("held", until=MORNING + HOLD)
    assert tap(hub, hub.sari.id, hub.sari.code, MORNING + HOLD).outcome == "in"


def test_a1_twenty_in_a_row_leave_only_the_tutor(hub: SmallHub) -> None:
    now = guess_twenty(hub, hub.sari)
    for later in (now, now + timedelta(days=30)):
        for code in (hub.sari.wrong_code, hub.sari.code):
            assert tap(hub, hub.sari.id, code, later) == SignIn("stopped")
    with hub.store.writing() as session:
        opened = let_in(session, hub.sari.id, hub.device, TUTOR, now)
    assert opened
    assert opened.outcome == "in"
    assert tap(hub, hub.sari.id, hub.sari.code, now).outcome == "stopped"


def test_a1_twenty_five_wrong_codes_on_several_devices_stop_her_everywhere(hub: SmallHub) -> None:
    second, _ = hub.second_device()
    third, _ = hub.second_device()
    fourth, _ = hub.second_device()
    fifth, _ = hub.second_device()
    seen = [
        outcome
        for device in (hub.device, second, third, fourth, fifth)
        for outcome in guess(hub, hub.sari, 5, device=device)
    ]
    assert seen == ["wrong"] * 20 + ["stopped"] * 5
    assert tap(hub, hub.sari.id, hub.sari.code).outcome == "stopped"


def test_a1_everything_at_the_door_is_known_afterwards_but_no_code(hub: SmallHub) -> None:
    guess(hub, hub.sari, 7)
    with hub.store.writing() as session:
        let_in(session, hub.sari.id, hub.device, TUTOR, MORNING)
    assert events(hub, hub.sari.id) == {"wrong": 5, "held": 2, "let in": 1}
    with hub.store.reading() as session:
        assert TUTOR in session.scalars(select(tables.SignInEvent.by)).all()
    columns = set(tables.SignInEvent.__table__.columns.keys())
    assert columns == {"person_id", "id", "hub_id", "device_id", "outcome", "by", "at"}


def test_a_new_code_lets_her_begin_anew(hub: SmallHub) -> None:
    now = guess_twenty(hub, hub.sari)
    with hub.store.writing() as session:
        code = codes.assign(session, hub.secrets.pepper, hub.sari.id, "dewasa", now)
    assert tap(hub, hub.sari.id, code, now).outcome == "in"
    assert code == hub.sari.code or tap(hub, hub.sari.id, hub.sari.code, now).outcome == "wrong"


def test_her_own_code_ends_the_row_of_wrong_ones(hub: SmallHub) -> None:
    for _ in range(7):
        assert guess(hub, hub.sari, 4) == ["wrong"] * 4
        assert tap(hub, hub.sari.id, hub.sari.code).outcome == "in"


def test_a_clock_set_back_by_days_holds_nobody_for_days(hub: SmallHub) -> None:
    guess(hub, hub.sari, 5)
    before = MORNING - timedelta(days=3)
    assert tap(hub, hub.sari.id, hub.sari.code, before).outcome == "in"


def test_a2_a_device_that_sprays_forty_learners_is_stopped_at_thirty(hub: SmallHub) -> None:
    with hub.store.writing() as session:
        crowd = [
            add_learner(
                session, hub.secrets, hub.class_id, f"Ani {n}", "🐟", "anak", "wali", MORNING
            )
            for n in range(40)
        ]
    seen = [tap(hub, person.id, code[::-1]).outcome for person, code in crowd]
    assert Counter(seen) == {"wrong": 30, "held": 10}
    held = tap(hub, hub.rudi.id, hub.rudi.code)
    assert held.outcome == "held"
    assert held.until
    assert MORNING < held.until <= MORNING + timedelta(minutes=10)
    assert tap(hub, hub.rudi.id, hub.rudi.code, held.until).outcome == "in"


def test_a2_four_hundred_tries_over_many_devices_empty_the_bucket_of_the_class(
    hub: SmallHub,
) -> None:
    seen: Counter[str] = Counter()
    for _ in range(20):
        device, _ = hub.second_device()
        strangers = [uuid4() for _ in range(20)]
        seen.update(tap(hub, one, (0, 1, 2), device=device).outcome for one in strangers)
    assert seen == {"wrong": 200, "held": 200}
    with hub.store.writing() as session:
        opened = let_in(session, hub.rudi.id, hub.device, TUTOR, MORNING)
    assert opened
    assert opened.outcome == "in"
    other = tap(hub, hub.tuti.id, hub.tuti.code, device=hub.other_device)
    assert other.outcome == "in"


def test_a3_a_hold_is_of_one_device_and_never_in_the_tutors_way(hub: SmallHub) -> None:
    guess(hub, hub.sari, 6)
    second, _ = hub.second_device()
    assert tap(hub, hub.sari.id, hub.sari.code, device=second).outcome == "in"
    guess(hub, hub.rudi, 6)
    with hub.store.writing() as session:
        opened = let_in(session, hub.rudi.id, hub.device, TUTOR, MORNING)
    assert opened
    assert opened.outcome == "in"


@contextmanager
def statements() -> Iterator[list[str]]:
    """Collect every statement that any engine is given."""
    seen: list[str] = []

    def note(_c: object, _cursor: object, statement: str, *_: object) -> None:
        seen.append(statement)

    event.listen(Engine, "before_cursor_execute", note)
    yield seen
    event.remove(Engine, "before_cursor_execute", note)


def test_a4_nothing_but_a_hold_tells_refusals_apart(
    hub: SmallHub, monkeypatch: pytest.MonkeyPatch
) -> None:
    sealed: list[bytes] = []
    real = hmac.new

    def counting(key: bytes, message: bytes, kind: object) -> hmac.HMAC:
        sealed.append(message)
        return real(key, message, hashlib.sha256)

    monkeypatch.setattr("elearn.accounts.codes.hmac.new", counting)
    stranger = uuid4()
    tries = {
        "wrong code": (hub.sari.id, hub.sari.wrong_code),
        "unknown": (stranger, hub.sari.code),
        "another class": (hub.tuti.id, hub.tuti.code),
        "wrong form": (hub.rudi.id, ()),
    }
    costs, answers = {}, {}
    for name, (person_id, code) in tries.items():
        sealed.clear()
        with statements() as seen:
            answers[name] = tap(hub, person_id, code)
        costs[name] = (len(sealed), tuple(seen))
    assert set(answers.values()) == {SignIn("wrong")}
    assert len(set(costs.values())) == 1
    assert costs["wrong code"][0] == 1

    for person_id in (stranger, hub.sari.id):
        for _ in range(4):
            tap(hub, person_id, (0,))
        sealed.clear()
        with statements() as seen:
            answers[str(person_id)] = tap(hub, person_id, (0,))
        assert (len(sealed), tuple(seen)) == costs["wrong code"]
    assert answers[str(stranger)] == answers[str(hub.sari.id)]
    assert answers[str(stranger)].outcome == "held"


def test_the_tutor_lets_nobody_in_who_learns_elsewhere(hub: SmallHub) -> None:
    with hub.store.writing() as session:
        assert let_in(session, hub.tuti.id, hub.device, TUTOR, MORNING) is None
        assert let_in(session, uuid4(), hub.device, TUTOR, MORNING) is None


def test_being_let_in_resets_no_limit(hub: SmallHub) -> None:
    guess(hub, hub.sari, 5)
    with hub.store.writing() as session:
        let_in(session, hub.sari.id, hub.device, TUTOR, MORNING)
    assert tap(hub, hub.sari.id, hub.sari.code).outcome == "held"


def test_the_open_door_of_the_demonstration_is_for_made_up_learners_only(hub: SmallHub) -> None:
    with hub.store.writing() as session:
        assert demo_sign_in(session, hub.sari.id, hub.device, MORNING) is None
        demo.prepare(session, hub.secrets, hub.data, MORNING)
        assert demo_sign_in(session, hub.sari.id, hub.device, MORNING) is None


def test_a_code_of_chance_is_distinct_objects(hub: SmallHub) -> None:
    codes = [picture_codes.new_code(3) for _ in range(200)]
    assert all(len(set(code)) == 3 for code in codes)
    assert {number for code in codes for number in code} == set(range(len(OBJECTS)))
    assert len(set(codes)) > 100
