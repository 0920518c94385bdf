"""A real server that is killed while it makes the sound of published lessons."""

import json
import signal
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from elearn.authoring.narrating import Queue
from tests.cli.hub import PATIENCE, Hub
from tests.cli.test_narrate import write
from tests.content.written import STEM, written

pytestmark = [pytest.mark.audio, pytest.mark.soak]


def until(done: Callable[[], bool]) -> None:
    """Wait for it."""
    end = time.monotonic() + PATIENCE
    while not done():
        assert time.monotonic() < end
        time.sleep(0.02)


def test_it_goes_on_at_the_next_start_and_answers_meanwhile(tmp_path: Path) -> None:
    write(tmp_path, written())
    lessons = str(tmp_path / "lessons")
    queue = Queue(tmp_path, lambda *_: None)

    def made() -> int:
        return len(list((tmp_path / "audio" / "klip").glob("*.json")))

    first = Hub(tmp_path, ELEARN_LESSONS=lessons).started()
    try:
        queue.ask(STEM, "id")
        until(lambda: made() >= 2)
        assert first.ask("GET", "/")[0] == 200
        assert queue.waiting
    finally:
        first.kill()
    assert queue.waiting                                     # it was under way, and is not lost
    before = made()
    second = Hub(tmp_path, ELEARN_LESSONS=lessons).started()
    try:
        until(lambda: not queue.waiting)
        assert made() > before
        assert second.end(signal.SIGTERM)[0] == 0
    finally:
        second.kill()
    for path in (tmp_path / "audio" / "klip").glob("*.json"):
        assert (path.parent / json.loads(path.read_bytes())["file"]).is_file()
