from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest

from elearn.accounts import devices
from elearn.accounts.devices import Device
from tests.small_hub import MORNING, SmallHub

DAY = timedelta(hours=24)


@pytest.fixture
def link(hub: SmallHub) -> str:
    with hub.store.writing() as session:
        return devices.offer_enrolment(session, hub.class_id, MORNING)


def test_a_link_shows_its_class_and_changes_nothing(hub: SmallHub, link: str) -> None:
    for _ in range(3):
        with hub.store.reading() as session:
            offered = devices.enrolment(session, link, MORNING)
        assert offered
        assert (offered.class_name, offered.class_id) == ("Kelompok Ibu Maya", hub.class_id)
        assert offered.expires_at == MORNING + DAY


def test_a_link_enrols_one_device_and_no_second(hub: SmallHub, link: str) -> None:
    def enrol() -> tuple[Device, str] | None:
        with hub.store.writing() as session:
            return devices.enrol(session, link, MORNING)

    with ThreadPoolExecutor(8) as pool:
        made = [one for one in pool.map(lambda _: enrol(), range(16)) if one]
    assert len(made) == 1
    device, token = made[0]
    with hub.store.reading() as session:
        assert devices.device_of(session, token) == device
        assert devices.enrolment(session, link, MORNING) is None
    assert device.class_id == hub.class_id


def test_a_link_is_too_old_after_a_day(hub: SmallHub, link: str) -> None:
    with hub.store.writing() as session:
        assert devices.enrolment(session, link, MORNING + DAY) is None
        assert devices.enrol(session, link, MORNING + DAY) is None
        assert devices.enrol(session, link, MORNING + DAY - timedelta(seconds=1))


def test_a_token_of_128_bits_is_needed(hub: SmallHub, link: str) -> None:
    assert len(link) == len(hub.token) == 22
    with hub.store.reading() as session:
        assert devices.device_of(session, link) is None
        assert devices.device_of(session, "") is None
        assert devices.enrolment(session, hub.token, MORNING) is None


def test_a_device_is_withdrawn_alone(hub: SmallHub) -> None:
    second, token = hub.second_device()
    with hub.store.writing() as session:
        devices.withdraw(session, hub.device.id, MORNING)
        assert devices.device_of(session, token) == second
        assert devices.device_of(session, hub.token) is None
