"""The queue of lessons whose sound is to be made: nothing is lost, nothing done twice."""

import logging
import pickle
import signal
import sqlite3
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from elearn.authoring.narrating import FILE, Queue

STEM = "baca-90-baru"

BEGUN = """
import os, signal, sys
from pathlib import Path
from elearn.authoring.narrating import Queue
def work(stem, language):
    with open(Path(sys.argv[1]) / "catatan", "a") as file:
        file.write(stem + "\\n")
    os.kill(os.getpid(), signal.SIGKILL)
queue = Queue(Path(sys.argv[1]), work)
with queue.alone():
    queue.work_off()
"""


def in_vain(data: Path) -> int:
    """Let another process take a lesson up and be killed over it; return how it ended."""
    return subprocess.run(  # noqa: S603  # our own lines, in a process to kill
        [sys.executable, "-c", BEGUN, str(data)], check=False
    ).returncode


def test_lessons_are_done_in_turn_once_and_forgotten(tmp_path: Path) -> None:
    done: list[tuple[str, str]] = []
    queue = Queue(tmp_path, lambda stem, language: done.append((stem, language)))
    assert not queue.waiting
    queue.ask(STEM, "id")
    queue.ask("baca-91-baru", "en")
    assert queue.waiting
    queue.work_off()
    queue.work_off()
    assert done == [(STEM, "id"), ("baca-91-baru", "en")]
    assert not queue.waiting


def test_what_stands_in_the_file_is_read_as_words_and_never_run(tmp_path: Path) -> None:
    done: list[str] = []
    queue = Queue(tmp_path, lambda stem, _language: done.append(stem))
    queue.ask(STEM, "id")
    ran = tmp_path / "dijalankan"

    class Trap:
        def __reduce__(self) -> tuple[object, ...]:
            return Path.touch, (ran,)

    with sqlite3.connect(tmp_path / FILE) as database:
        database.execute("UPDATE task SET data = ?", (pickle.dumps(Trap()),))
    database.close()
    with pytest.raises(ValueError, match=r"."):
        queue.work_off()
    assert not ran.exists()
    queue.ask(STEM, "id")                # and it is in nobody's way
    queue.work_off()
    assert done == [STEM]


def test_where_nobody_has_published_nothing_is_made(tmp_path: Path) -> None:
    assert not Queue(tmp_path, lambda *_: None).waiting
    assert not (tmp_path / FILE).exists()


def test_what_is_published_while_another_is_done_comes_next(tmp_path: Path) -> None:
    done: list[str] = []

    def work(stem: str, language: str) -> None:
        done.append(stem)
        if len(done) == 1:
            Queue(tmp_path, work).ask("baca-91-baru", language)

    queue = Queue(tmp_path, work)
    queue.ask(STEM, "id")
    queue.work_off()
    assert done == [STEM, "baca-91-baru"]


def test_a_lesson_that_a_killed_process_had_begun_is_taken_up_again(tmp_path: Path) -> None:
    done: list[str] = []
    queue = Queue(tmp_path, lambda stem, _: done.append(stem))
    queue.ask(STEM, "id")
    queue.ask("baca-91-baru", "id")
    assert in_vain(tmp_path) == -signal.SIGKILL
    assert (tmp_path / "catatan").read_text() == f"{STEM}\n"
    queue.work_off()
    assert done == [STEM, "baca-91-baru"]
    assert not queue.waiting


def test_a_lesson_that_ends_every_process_does_not_do_so_for_ever(tmp_path: Path) -> None:
    done: list[str] = []
    queue = Queue(tmp_path, lambda stem, _: done.append(stem))
    queue.ask(STEM, "id")
    queue.ask("baca-91-baru", "id")
    for _ in range(3):
        assert in_vain(tmp_path) == -signal.SIGKILL
    queue.work_off()
    assert done == ["baca-91-baru"]


def test_a_lesson_that_cannot_be_done_holds_up_no_other(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    done: list[str] = []

    def work(stem: str, _language: str) -> None:
        if stem == STEM:
            raise ValueError("beyond us")
        done.append(stem)

    queue = Queue(tmp_path, work)
    queue.ask(STEM, "id")
    queue.ask("baca-91-baru", "id")
    with caplog.at_level(logging.CRITICAL, logger="huey"):
        queue.work_off()
    assert done == ["baca-91-baru"]
    assert not queue.waiting


def test_one_at_a_time_works_it_off_and_the_next_when_that_is_gone(tmp_path: Path) -> None:
    order: list[str] = []
    begun, end = threading.Event(), threading.Event()

    def hold(name: str) -> None:
        with Queue(tmp_path, lambda *_: None).alone():
            order.append(name)
            begun.set()
            end.wait(10)

    first, second = (threading.Thread(target=hold, args=(name,)) for name in "ab")
    first.start()
    assert begun.wait(10)
    second.start()
    second.join(0.2)
    assert order == ["a"]
    end.set()
    first.join(10)
    second.join(10)
    assert order == ["a", "b"]


def test_a_queue_that_cannot_be_kept_stops_nobody_from_publishing(tmp_path: Path) -> None:
    Queue(tmp_path / "tidak" / "ada", lambda *_: None).ask(STEM, "id")


def test_it_carries_no_driver_that_the_hub_does_not_use(tmp_path: Path) -> None:
    seen = subprocess.run(  # noqa: S603  # our own lines
        [sys.executable, "-c", "import sys; from pathlib import Path;"
         "from elearn.authoring.narrating import Queue;"
         "q = Queue(Path(sys.argv[1]), print); q.ask('a', 'id');"
         "print(sorted({'psycopg', 'redis'} & sys.modules.keys()), q.waiting);"
         "import psycopg", str(tmp_path)],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert seen.stdout.strip() == "[] True"
