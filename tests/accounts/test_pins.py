"""A PIN opens the door as pictures do: the same seal, the same holds, the same refusals."""

from collections import Counter
from datetime import datetime, timedelta
from uuid import uuid4

import pytest
from sqlalchemy import select

from elearn.accounts import codes, pins
from elearn.accounts.sign_in import SignIn, let_in, sign_in
from elearn.store import tables
from elearn.teaching.classes import new_code, void_code
from tests.accounts.test_sign_in import statements
from tests.small_hub import MORNING, SmallHub

HOLD = timedelta(minutes=5)


@pytest.fixture
def pin(hub: SmallHub) -> codes.Code:
    """Sari's."""
    with hub.store.writing() as session:
        return new_code(session, hub.secrets, hub.sari.id, MORNING, "pin")


def give(hub: SmallHub, code: codes.Code, now: datetime = MORNING) -> SignIn:
    with hub.store.writing() as session:
        return sign_in(session, hub.secrets, hub.device, hub.sari.id, code, now, "pin")


def test_a_pin_is_six_figures_that_nobody_guesses_first() -> None:
    made = [pins.new_pin() for _ in range(500)]
    assert {len(one) for one in made} == {6}
    assert {figure for one in made for figure in one} == set(range(10))
    assert min(len(set(one)) for one in made) >= 4
    assert len(set(made)) > 490
    for row in ((1, 2, 3, 4, 5, 6), (9, 0, 1, 2, 3, 4), (6, 5, 4, 3, 2, 1)):
        assert row not in made


def test_it_opens_the_door_and_the_pictures_before_it_open_nothing(
    hub: SmallHub, pin: codes.Code
) -> None:
    with hub.store.writing() as session:
        tried = sign_in(session, hub.secrets, hub.device, hub.sari.id, hub.sari.code, MORNING)
    assert tried == SignIn("wrong")
    assert give(hub, pin[::-1] if pin != pin[::-1] else pin[1:]) == SignIn("wrong")
    assert give(hub, pin).outcome == "in"


def test_it_is_kept_as_a_seal_of_its_own_kind(hub: SmallHub, pin: codes.Code) -> None:
    with hub.store.reading() as session:
        kept = session.get_one(tables.PictureCode, hub.sari.id)
    assert (kept.kind, kept.length) == ("pin", 6)
    assert kept.seal == codes.seal(hub.secrets.pepper, hub.sari.id, pin, "pin")
    assert kept.seal != codes.seal(hub.secrets.pepper, hub.sari.id, pin)
    with hub.store.writing() as session:       # the same figures as indexes of pictures
        tried = sign_in(session, hub.secrets, hub.device, hub.sari.id, pin, MORNING)
    assert tried == SignIn("wrong")


def test_a1_five_wrong_pins_hold_her_and_twenty_stop_her(hub: SmallHub, pin: codes.Code) -> None:
    wrong, now = pin[1:] + pin[:1], MORNING
    for _ in range(4):
        assert [give(hub, wrong, now).outcome for _ in range(5)] == ["wrong"] * 5
        held = give(hub, pin, now)
        assert held.outcome in {"held", "stopped"}
        now += HOLD
    assert give(hub, pin, now) == give(hub, wrong, now) == SignIn("stopped")
    with hub.store.writing() as session:
        opened = let_in(session, hub.sari.id, hub.device, uuid4(), now)
    assert opened
    assert opened.outcome == "in"


def test_a4_a_pin_is_refused_alike_whoever_it_is_for(hub: SmallHub, pin: codes.Code) -> None:
    costs, answers = {}, {}
    for name, who, code in (
        ("wrong", hub.sari.id, pin[1:] + pin[:1]), ("unknown", uuid4(), pin),
        ("has pictures", hub.rudi.id, pin), ("elsewhere", hub.tuti.id, pin),
    ):
        with statements() as seen, hub.store.writing() as session:
            answers[name] = sign_in(
                session, hub.secrets, hub.device, who, code, MORNING, "pin"
            )
        costs[name] = tuple(seen)
    assert set(answers.values()) == {SignIn("wrong")}
    assert len(set(costs.values())) == 1


def test_a2_pins_and_pictures_fill_the_same_bucket_of_the_device(
    hub: SmallHub, pin: codes.Code
) -> None:
    seen: Counter[str] = Counter()
    with hub.store.writing() as session:
        for n in range(40):
            kind = codes.KINDS[n % 2]
            seen[sign_in(
                session, hub.secrets, hub.device, uuid4(), pin, MORNING, kind
            ).outcome] += 1
    assert seen == {"wrong": 30, "held": 10}


def test_a_void_code_opens_nothing_at_once_and_ends_her_session(
    hub: SmallHub, pin: codes.Code
) -> None:
    assert give(hub, pin).outcome == "in"
    with hub.store.writing() as session:
        void_code(session, hub.sari.id, MORNING)
        visit = tables.WebSession
        open_still = select(visit.id).where(
            visit.person_id == hub.sari.id, visit.ended_at.is_(None)
        )
        assert session.scalar(open_still) is None
    assert give(hub, pin) == SignIn("wrong")
