"""Whatever befalls phone, network and hub: no answer is lost, doubled, or another's."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

import pytest
from playwright.sync_api import Browser, BrowserContext

from tests.cast import Cast, enrolled, prepare, sign_in
from tests.content.written import STEM, written
from tests.migrated import put
from tests.web.dying_hub import DyingHub, settings_of
from tests.web.outbox_scripts import Day, script
from tests.web.test_answers import seat_of
from tests.web.waiting import expect_true, expect_waiting

pytestmark = pytest.mark.browser

FEW = range(6)
ALL = range(200)


@dataclass
class Phone:
    """A phone of Ibu Maya's class, and the hub in its neighbourhood."""

    context: BrowserContext
    hub: DyingHub
    data: Path
    cast: Cast
    seats: dict[UUID, str]


@pytest.fixture(scope="module")
def phone(chromium: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Phone]:
    from elearn.web import create_app
    from elearn.web.site import KEY, system_clock

    folder = tmp_path_factory.mktemp("hub")
    lessons, data = folder / "lessons", folder / "data"
    (lessons / "literasi").mkdir(parents=True)
    (lessons / "literasi" / f"{STEM}.md").write_text(written())
    settings = settings_of(data, lessons)
    put(settings.database)
    app = create_app(settings)
    cast = prepare(app, system_clock())
    seats = {}
    for learner in (cast.sari, cast.rudi):
        client = enrolled(app, cast.device)
        sign_in(client, learner)
        seats[learner.id] = seat_of(client)
    app.extensions[KEY].store.close()
    hub = DyingHub(data, lessons)
    context = chromium.new_context(viewport={"width": 360, "height": 640})
    context.add_cookies([{"name": "perangkat", "value": cast.device, "url": hub.address}])
    yield Phone(context, hub, data, cast, seats)
    context.close()
    hub.end()


def live_through(phone: Phone, seed: int) -> int:
    """Play the script of a seed; return how many answers were given."""
    words = script(seed)
    day = Day(phone.context, phone.hub, phone.data, STEM, (phone.cast.sari, phone.cast.rudi),
              phone.seats)
    phone.hub.start()
    known = {one for one, _whose in day.rows()}
    try:
        day.begin()
        for at, what in enumerate(words):
            day.do(what)
            wrong = list(day.account())
            assert not wrong, (seed, words[: at + 1], wrong)
        day.settle()
        assert not list(day.account()), (seed, words, list(day.account()))
        rows = {one for one, _whose in day.rows()} - known
        assert rows == set(day.taps), (seed, words)
    finally:
        day.close()
    return len(day.taps)


@pytest.mark.parametrize("seed", FEW)
def test_no_answer_is_lost_or_doubled_whatever_befalls(phone: Phone, seed: int) -> None:
    assert live_through(phone, seed) > 0


@pytest.mark.soak
@pytest.mark.parametrize("first", ALL[::25])
def test_nor_in_two_hundred_random_days(phone: Phone, first: int) -> None:
    given = sum(live_through(phone, seed) for seed in range(first, first + 25))
    assert given > 4 * 25


def test_a_hub_that_is_lost_for_an_hour_loses_nothing(phone: Phone) -> None:
    """Over plain http by a name on the network: no secure context, no worker, no locks."""
    day = Day(phone.context, phone.hub, phone.data, STEM, (phone.cast.sari, phone.cast.rudi),
              phone.seats)
    phone.hub.start()
    known = len(day.rows())
    day.begin()
    page = day.page
    assert not page.evaluate("isSecureContext || 'serviceWorker' in navigator || !!navigator.locks")
    page.evaluate("document.body.click()")
    expect_true(page, "elearn.kotak && elearn.kotak.state.state")
    page.clock.install()
    day.do("answer and kill the hub")
    for _ in range(6):                   # not so long between two that she would be signed out
        day.do("answer")
        page.clock.fast_forward("10:00")
    assert page.locator(".kotak-tanda b").first.text_content() in ("6", "7")
    assert list(day.account()) == []
    phone.hub.start()
    page.clock.fast_forward("02:00")
    expect_waiting(page, 0)
    assert list(day.account()) == []
    assert len(day.rows()) == known + 7
    day.close()
