"""One phone goes round ten people: no answer under a wrong name, none twice, none kept and lost.

The long campaign prints its seeds:
python -m pytest -n 0 -s -m soak tests/web/test_hand_overs.py
"""

from collections.abc import Callable
from dataclasses import replace
from uuid import UUID, uuid4

import pytest
from flask import Flask
from sqlalchemy.orm import Session

from elearn.accounts.seats import Seat
from elearn.web import auth, turns
from elearn.web.learn import answers
from elearn.web.learn.given import Given, store
from tests.cast import Cast
from tests.conftest import FixedClock
from tests.web.handed_over import World

NONE: dict[str, list[str]] = {"misattributed": [], "doubled": [], "lost": [], "never sent": []}


def played(app: Flask, cast: Cast, clock: FixedClock, seed: int, times: int) -> World:
    """Return a world after so many hand-overs, when everybody has come back to each phone."""
    world = World(app, cast, clock, seed)
    for _ in range(times):
        world.hand_over()
    world.settle()
    return world


def test_three_hundred_hand_overs_credit_nobody_wrongly(
    app: Flask, cast: Cast, clock: FixedClock
) -> None:
    world = played(app, cast, clock, seed=7, times=300)
    assert world.wrongs() == NONE
    assert sum(tap.counts for tap in world.taps.values()) > 300
    for happened in ("lost requests", "lost replies", "sessions that ran out", "sudah ganti orang",
                     "403 to a script", "hand-overs without a sign-out"):
        assert world.told[happened] > 5, happened


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(4))
def test_ten_thousand_hand_overs_credit_nobody_wrongly(
    app: Flask, cast: Cast, clock: FixedClock, seed: int
) -> None:
    world = played(app, cast, clock, seed, times=2500)
    print(f"seed {seed}: {len(world.taps)} taps, {dict(world.told)}")  # noqa: T201
    assert world.wrongs() == NONE


def _by_the_cookie(monkeypatch: pytest.MonkeyPatch) -> None:
    """Credit whoever is signed in, whatever seat the address names."""
    found = answers._place

    def signed_in(key: str) -> Seat | None:
        signed = auth.me()
        return Seat(key, signed.person_id, signed.device_id) if signed else found(key)

    monkeypatch.setattr(answers, "_place", signed_in)


def _without_marks(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ask nobody in whose turn it was tapped."""
    def nobody(_seat: str, *, script: bool) -> bool:
        return False

    monkeypatch.setattr(turns, "others", nobody)


def _each_time_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    """Give an answer that came without an id another one each time."""
    def anew(session: Session, seat: Seat, given: Given) -> UUID:
        return store(session, seat, replace(given, claimed_id=given.claimed_id or uuid4()))

    monkeypatch.setattr(answers, "store", anew)


def _kept_nowhere(monkeypatch: pytest.MonkeyPatch) -> None:
    """Say that an answer is kept, and keep it not."""
    def nowhere(_session: Session, _seat: Seat, given: Given) -> UUID:
        return given.claimed_id or uuid4()

    monkeypatch.setattr(answers, "store", nowhere)


@pytest.mark.parametrize(("spoil", "found"), [
    (_by_the_cookie, "misattributed"), (_without_marks, "misattributed"),
    pytest.param(_each_time_anew, "doubled", marks=pytest.mark.soak),
    pytest.param(_kept_nowhere, "lost", marks=pytest.mark.soak),
])
def test_the_model_sees_what_is_wrong(
    app: Flask, cast: Cast, clock: FixedClock, monkeypatch: pytest.MonkeyPatch,
    spoil: Callable[[pytest.MonkeyPatch], None], found: str,
) -> None:
    spoil(monkeypatch)
    assert played(app, cast, clock, seed=7, times=40).wrongs()[found]
