"""What every test can ask for: settings in a folder of its own, a clock that stands, a class."""

import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import hypothesis
import pytest
from flask import Flask
from flask.testing import FlaskClient
from playwright.sync_api import Browser, Playwright, sync_playwright

from elearn import paths
from elearn.settings import Settings
from tests import shipped
from tests.cast import Cast, prepare
from tests.migrated import put
from tests.postgres import Cluster, find_programs, started

hypothesis.settings.register_profile("elearn", deadline=None)
hypothesis.settings.load_profile("elearn")

CHROMIUM = Path("/usr/bin/chromium")
SHELL = Path("/usr/bin/chromium-headless-shell")
"""The same engine without windows; it needs a fifth less CPU, and knows no microphone."""
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--use-fake-device-for-media-stream", "--host-resolver-rules=MAP hub.lan 127.0.0.1",
]
MICROPHONE = "Ibu mau ubi."
"""What its microphone hears, again and again."""


SKIPPED: list[str] = []


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    if report.skipped:
        SKIPPED.append(report.nodeid)


def pytest_sessionfinish(session: pytest.Session) -> None:
    """In CI a test that was skipped is a test that failed."""
    if SKIPPED and os.environ.get("CI"):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    if SKIPPED and os.environ.get("CI"):
        terminalreporter.write_line(f"skipped, which CI does not allow: {SKIPPED}")


@dataclass
class FixedClock:
    """The time, which moves only when a test says so. It starts on a morning in Palangka Raya."""

    time: datetime = field(default=datetime(2026, 11, 24, 1, 0, tzinfo=UTC))

    def __call__(self) -> datetime:
        return self.time

    def forward(self, **step: float) -> None:
        self.time += timedelta(**step)


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock()


@pytest.fixture(scope="session")
def sounds(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One folder of sounds for all tests of a worker: what was spoken once is not spoken again."""
    return tmp_path_factory.mktemp("suara")


@pytest.fixture(scope="session")
def lessons_read() -> Path:
    """What came of reading the shipped lessons, as a hub keeps it: they are read once a worker."""
    return shipped.kept()


@pytest.fixture
def settings(tmp_path: Path, sounds: Path, lessons_read: Path) -> Settings:
    (tmp_path / "cache").mkdir()
    shutil.copy(lessons_read, tmp_path / "cache" / "pelajaran.db")
    return Settings(data=tmp_path, lessons=paths.shipped("lessons"), audio=sounds)


@pytest.fixture
def app(settings: Settings, clock: FixedClock) -> Iterator[Flask]:
    from elearn.web import create_app
    from elearn.web.site import KEY

    put(settings.database)
    made = create_app(settings, clock)
    made.testing = True
    site = made.extensions[KEY]
    yield made
    site.store.close()


@pytest.fixture
def cast(app: Flask, clock: FixedClock) -> Cast:
    return prepare(app, clock())


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()


@pytest.fixture(scope="session")
def cluster() -> Iterator[Cluster]:
    """A PostgreSQL of this test run's own; without Debian's, its tests are skipped here."""
    programs = find_programs()
    if programs is None:
        message = "belum ada PostgreSQL: sudo apt-get install postgresql"
        if os.environ.get("CI"):
            pytest.fail(message)
        pytest.skip(message)
    with started(programs) as made:
        yield made


@pytest.fixture(scope="session")
def driver() -> Iterator[Playwright]:
    """What drives the browsers. Without Debian's Chromium its tests are skipped here, not in CI."""
    if not CHROMIUM.exists():
        message = "belum ada chromium: sudo apt-get install chromium"
        if os.environ.get("CI"):
            pytest.fail(message)
        pytest.skip(message)
    with sync_playwright() as started_driver:
        yield started_driver


@pytest.fixture(scope="session")
def chromium(driver: Playwright) -> Iterator[Browser]:
    """Chromium for what is seen and done on a page: the shell where it is installed."""
    path = SHELL if SHELL.exists() else CHROMIUM
    browser = driver.chromium.launch(executable_path=str(path), args=FLAGS)
    yield browser
    browser.close()


@pytest.fixture(scope="session")
def whole_chromium(
    driver: Playwright, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Browser]:
    """Chromium with all it has, and a microphone that hears somebody."""
    from tests.narration.recorded import take

    heard = tmp_path_factory.mktemp("mikrofon") / "suara.wav"
    heard.write_bytes(take(MICROPHONE))
    flags = [*FLAGS, f"--use-file-for-fake-audio-capture={heard}"]
    browser = driver.chromium.launch(executable_path=str(CHROMIUM), args=flags)
    yield browser
    browser.close()
