"""The queue of published lessons whose sound is still to be made: huey's, a file in ELEARN_DATA.

huey takes a task out of its queue before it is done, so that one is lost with the process that did
it. Here it stays until it is done; there is one who works it off (`alone`), so none is done twice.
"""

import contextlib
import fcntl
import functools
import json
import logging
import sqlite3
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from huey import Huey

FILE, LOCK = "antrean.db", "antrean.lock"
TAKEN = 3
"""How often a task is taken up: one that ends the process each time must not do so for ever."""

_DRIVERS = ("psycopg", "redis")

log = logging.getLogger(__name__)


class Queue:
    """Lessons in the order in which they were published. Any number of processes may add some."""

    def __init__(self, data: Path, work: Callable[[str, str], None]) -> None:
        """Keep the queue under `data`; `work` is given a stem and a language. Touches nothing."""
        self._data, self._work = data, work

    @property
    def waiting(self) -> bool:
        """Whether a lesson is in the queue; costs nothing on a hub where nobody has published."""
        if not (self._data / FILE).is_file():
            return False
        return bool(self._huey.storage.queue_size())

    def ask(self, stem: str, language: str) -> None:
        """Add a lesson. Never raises: its sound is made at the latest when somebody asks for it."""
        try:
            self._task(stem, language)
        except (sqlite3.Error, OSError) as error:
            log.warning("the sound of %s is not made ahead: %s", stem, error)

    def work_off(self) -> None:
        """Do what is in the queue, one after another. Only for who holds it `alone`."""
        while self.waiting:
            try:
                task = self._huey.dequeue()
                if task is not None:
                    self._huey.execute(task)
            finally:
                self._huey.storage.done()

    @contextlib.contextmanager
    def alone(self) -> Iterator[None]:
        """Wait until no other process works the queue off, then be the one who does."""
        with (self._data / LOCK).open("a") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            yield

    @functools.cached_property
    def _huey(self) -> "Huey":
        return self._opened[0]

    @functools.cached_property
    def _task(self) -> Callable[[str, str], object]:
        return self._opened[1]

    @functools.cached_property
    def _opened(self) -> "tuple[Huey, Callable[[str, str], object]]":
        def lesson(stem: str, language: str) -> None:     # tasks are known by this name
            self._work(stem, language)

        made = _storing(self._data / FILE)
        return made, made.task()(lesson)


def _storing(file: Path) -> "Huey":
    """Return huey with a queue that forgets a task only when it is done."""
    with _without(_DRIVERS):
        from huey import Huey
        from huey.registry import Message
        from huey.serializer import Serializer
        from huey.storage import SqliteStorage

    class Words(Serializer):  # type: ignore[misc]  # huey has no types
        """Tasks as JSON: huey would unpickle them, and so run whatever stands in the file."""

        def _serialize(self, data: Any) -> bytes:
            return json.dumps(list(data)).encode()

        def _deserialize(self, data: bytes) -> Any:
            return Message(*json.loads(data))

    class Kept(SqliteStorage):  # type: ignore[misc]  # huey has no types
        """Its `dequeue` only looks; `done` takes away what it gave."""

        _given: int | None = None

        def dequeue(self) -> Any:
            found = self.sql("select id, data from task where queue = ? "
                             "order by priority desc, id limit 1", (self.name,), results=True)
            self._given, task = found[0] if found else (None, None)
            if found and self.incr(f"taken {self._given}") > TAKEN:
                log.warning("a lesson whose sound could not be made is left out")
                self.done()
                return self.dequeue()
            return task

        def done(self) -> None:
            self.sql("delete from task where id = ?", (self._given,), commit=True)
            self.delete_counter(f"taken {self._given}")

    return Huey("suara", results=False, serializer=Words(), storage_class=Kept,
                filename=str(file), strict_fifo=True)


@contextlib.contextmanager
def _without(modules: tuple[str, ...]) -> Iterator[None]:
    """Let an import find none of these: huey takes every driver there is, 10 MB for psycopg."""
    hidden = [name for name in modules if name not in sys.modules]
    sys.modules.update(dict.fromkeys(hidden))  # type: ignore[arg-type]  # None: not to be found
    try:
        yield
    finally:
        for name in hidden:
            del sys.modules[name]
