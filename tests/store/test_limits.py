from datetime import datetime, timedelta
from uuid import UUID, uuid4

import pytest

from elearn.store import limits
from tests.small_hub import MORNING, SmallHub


def fail(hub: SmallHub, device: UUID, now: datetime, times: int = 1) -> datetime | None:
    """Take that many tokens; return until when the bucket is closed afterwards."""
    with hub.store.writing() as session:
        for _ in range(times):
            limits.take(session, limits.failures_of_device(session, device, now), 1)
        return limits.failures_of_device(session, device, now).closed_until


def test_a_bucket_is_open_until_it_is_empty(hub: SmallHub) -> None:
    device = uuid4()
    assert fail(hub, device, MORNING, 29) is None
    assert fail(hub, device, MORNING) == MORNING + timedelta(seconds=20)


def test_it_fills_as_time_goes_by_but_never_over(hub: SmallHub) -> None:
    device = uuid4()
    fail(hub, device, MORNING, 30)
    assert fail(hub, device, MORNING + timedelta(seconds=40)) is None
    later = MORNING + timedelta(days=30)
    assert fail(hub, device, later, 29) is None
    assert fail(hub, device, later) is not None


def test_a_clock_that_is_set_back_fills_nothing_and_locks_nobody_out_for_years(
    hub: SmallHub,
) -> None:
    device = uuid4()
    fail(hub, device, MORNING, 30)
    yesteryear = MORNING - timedelta(days=400)
    closed = fail(hub, device, yesteryear, 0)
    assert closed == yesteryear + timedelta(seconds=20)


def test_each_device_and_each_class_has_a_bucket_of_its_own(hub: SmallHub) -> None:
    device = uuid4()
    fail(hub, device, MORNING, 30)
    assert fail(hub, uuid4(), MORNING, 0) is None
    with hub.store.reading() as session:
        assert limits.failures_of_class(session, device, MORNING).closed_until is None


@pytest.mark.parametrize(("rule", "most"), [("device", 30), ("class", 200)])
def test_the_rules_allow_what_they_say(hub: SmallHub, rule: str, most: int) -> None:
    level = getattr(limits, f"failures_of_{rule}")
    with hub.store.reading() as session:
        assert level(session, uuid4(), MORNING).tokens == most
