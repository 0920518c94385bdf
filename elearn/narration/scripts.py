"""What pages ask to be said: at hand for the latest, in a file for all, so that nothing is lost.

A page that one process rendered may ask another one for its sound, today or next month.
"""

import contextlib
import json
import logging
import sqlite3
import threading
from collections import OrderedDict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from elearn.content.values import Pronounced, Recorded
from elearn.narration.script import Script

WAIT_S = 2.0

_TRIED_AGAIN = 2_000         # scripts that could not be written: those of the last 20 pages

_TABLE = (
    "CREATE TABLE IF NOT EXISTS script "
    "(id TEXT PRIMARY KEY, language TEXT, sentences TEXT) WITHOUT ROWID"
)

log = logging.getLogger(__name__)


class Scripts(Mapping[str, Script]):
    """Scripts by their id. Any number of threads, and processes, may use the same file."""

    def __init__(self, file: Path | None = None, room: int | None = None) -> None:
        """Keep at most `room` scripts at hand (None: all), and every one in `file` (None: none)."""
        self._file, self._room = file, room
        self._lost = file is None or not file.is_file()
        self._held: OrderedDict[str, Script] = OrderedDict()
        self._fresh: dict[str, Script] = {}
        self._lock = threading.Lock()

    def add(self, name: str, script: Script) -> None:
        """Know a script by its id from now on."""
        with self._lock:
            if name in self._held:
                self._held.move_to_end(name)
                return
            self._held[name] = script
            if self._file is not None:
                self._fresh[name] = script
            while self._room is not None and len(self._held) > self._room:
                gone, _ = self._held.popitem(last=False)
                if gone in self._fresh:      # not written yet: it stays until it is
                    self._held[gone] = self._fresh[gone]
                    break

    @property
    def lost(self) -> bool:
        """Whether pages may ask for what nobody wrote down: the file was not there, or went."""
        self._lost = self._lost or self._file is None or not self._file.is_file()
        return self._lost

    def found(self) -> None:
        """Note that all that pages may ask for is known again."""
        self._lost = False

    def remember(self) -> None:
        """Write down what is new. Never raises: without it only a restart forgets."""
        if not self._fresh or self._file is None:
            return
        with self._lock:
            fresh, self._fresh = self._fresh, {}
        rows = [(name, one.language, _as_text(one)) for name, one in fresh.items()]
        try:
            with self._open(self._file) as database, database:
                database.executemany("INSERT OR IGNORE INTO script VALUES (?, ?, ?)", rows)
        except (sqlite3.Error, OSError) as error:
            log.info("what pages say is not written down: %s", error)
            with self._lock:             # the next page tries again
                self._fresh = dict([*fresh.items(), *self._fresh.items()][-_TRIED_AGAIN:])

    def __getitem__(self, name: str) -> Script:
        """Return a script, from the file where it is not at hand; KeyError where nobody has it."""
        found = self._held.get(name) or self._written(name)
        if found is None:
            raise KeyError(name)
        return found

    def __iter__(self) -> Iterator[str]:
        """Iterate over those at hand."""
        return iter(list(self._held))

    def __len__(self) -> int:
        """Count those at hand."""
        return len(self._held)

    def _written(self, name: str) -> Script | None:
        if self._file is None or not self._file.is_file():
            return None
        try:
            with self._open(self._file) as database:
                row = database.execute(
                    "SELECT language, sentences FROM script WHERE id = ?", (name,)
                ).fetchone()
            return _from_text(str(row[0]), row[1]) if row else None
        except (sqlite3.Error, OSError, ValueError, TypeError) as error:
            self._lost = True
            log.info("what pages say cannot be looked up: %s", error)
            return None

    @contextlib.contextmanager
    def _open(self, file: Path) -> Iterator[sqlite3.Connection]:
        file.parent.mkdir(parents=True, exist_ok=True)
        with contextlib.closing(sqlite3.connect(file, timeout=WAIT_S)) as database:
            database.execute("PRAGMA synchronous = OFF")
            database.execute(_TABLE)
            yield database


def _as_text(script: Script) -> str:
    """Return the sentences of a script as JSON.

    Each is a text, or a text and the mark of its recording, or a text and what is said otherwise.
    """
    each = zip(script.sentences, script.recorded, script.told, strict=True)
    return json.dumps([[text, mark or told] if mark or told else text for text, mark, told in each])


def _from_text(language: str, written: str) -> Script:
    return Script(tuple(map(_sentence, json.loads(written))), language)


def _sentence(written: str | list[Any]) -> str:
    if isinstance(written, str):
        return written
    text, more = written
    if isinstance(more, str):
        return Recorded(text, more)
    return Pronounced(text, tuple((str(one), str(said)) for one, said in more))
