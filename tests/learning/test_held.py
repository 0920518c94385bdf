import pytest

from elearn.accounts import seats
from elearn.learning import answers
from elearn.learning.answers import HeldAnswer
from tests.small_hub import MORNING, SmallHub

PATH = "/b/kunci/baca-03-m-b/"


@pytest.fixture
def key(hub: SmallHub) -> str:
    with hub.store.writing() as session:
        return seats.seat_for(session, hub.sari.id, hub.device.id, MORNING)


def hold(hub: SmallHub, key: str, body: bytes, path: str = PATH) -> bool:
    with hub.store.writing() as session:
        return answers.hold(session, key, path, body, MORNING)


def take(hub: SmallHub, key: str) -> list[HeldAnswer]:
    with hub.store.writing() as session:
        return answers.take_held(session, key)


def test_an_answer_waits_for_its_learner_and_is_taken_once(hub: SmallHub, key: str) -> None:
    with hub.store.writing() as session:
        his = seats.seat_for(session, hub.rudi.id, hub.device.id, MORNING)
    assert hold(hub, key, b"a=1")
    assert hold(hub, key, b"a=2")
    assert take(hub, his) == []
    assert take(hub, key) == [HeldAnswer(PATH, b"a=1"), HeldAnswer(PATH, b"a=2")]
    assert take(hub, key) == []


def test_the_latest_twenty_wait_and_no_more(hub: SmallHub, key: str) -> None:
    for number in range(25):
        assert hold(hub, key, b"%d" % number)
    assert [held.body for held in take(hub, key)] == [b"%d" % number for number in range(5, 25)]
    assert hold(hub, key, b"next")
    assert [held.body for held in take(hub, key)] == [b"next"]


def test_what_is_too_large_is_not_held(hub: SmallHub, key: str) -> None:
    assert hold(hub, key, b"a" * 4096)
    assert not hold(hub, key, b"a" * 4097)
    assert not hold(hub, key, b"a", "/" * 301)
    assert len(take(hub, key)) == 1


def test_nothing_is_held_for_a_seat_that_is_none(hub: SmallHub) -> None:
    assert not hold(hub, "x" * 22, b"a=1")
    assert take(hub, "x" * 22) == []
