import re

from elearn.accounts import seats
from elearn.accounts.seats import Seat
from tests.small_hub import MORNING, SmallHub


def test_a_seat_is_the_same_whenever_it_is_asked_for(hub: SmallHub) -> None:
    second, _ = hub.second_device()
    with hub.store.writing() as session:
        keys = [
            seats.seat_for(session, person, device.id, MORNING)
            for _ in range(2)
            for person in (hub.sari.id, hub.rudi.id)
            for device in (hub.device, second)
        ]
    assert keys[:4] == keys[4:]
    assert len(set(keys)) == 4
    assert all(re.fullmatch(r"[A-Za-z0-9_-]{22}", key) for key in keys)


def test_a_key_tells_whose_seat_it_is(hub: SmallHub) -> None:
    with hub.store.writing() as session:
        key = seats.seat_for(session, hub.rudi.id, hub.device.id, MORNING)
        seat = seats.seat(session, key)
        assert seat == Seat(key, hub.rudi.id, hub.device.id)
        assert seats.age_band(session, seat) == "anak"
        assert seats.seat(session, key.swapcase()) is None
        assert seats.seat(session, "") is None
