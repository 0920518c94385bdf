"""The sound of published lessons, made in the serving process while nobody waits for an answer.

A thread, not huey's consumer: that one takes over the signals of the process and keeps a scheduler
beside it. Nor a lower priority of the thread: while it held the interpreter, the machine would let
it wait, and every answer with it. It stands aside between two clips instead.
"""

import logging
import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Iterable
from datetime import date
from typing import TYPE_CHECKING

from elearn.authoring.narrating import Queue
from elearn.authoring.shelve import shelve
from elearn.content.catalogue import Shelf
from elearn.content.facts import Stated
from elearn.content.lesson import Lesson
from elearn.narration import Narrator
from elearn.narration.repertoire import of_lesson
from elearn.settings import Settings
from elearn.store import Store

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

LOOK = 1.0       # seconds between looks at the queue
PATIENCE = 5.0   # seconds that a clip is put off at most while answers are under way
REST = 1.0       # as long as a clip took, it rests: half a processor at most
KEPT = 8         # lessons whose clips are kept at hand

log = logging.getLogger(__name__)


class Waiting:
    """WSGI middleware that knows whether somebody waits for an answer."""

    def __init__(self, app: "WSGIApplication") -> None:
        """Stand before `app`."""
        self._app = app
        self._count = 0
        self._none = threading.Condition()

    def __call__(
        self, environ: "WSGIEnvironment", start_response: "StartResponse"
    ) -> Iterable[bytes]:
        with self._none:
            self._count += 1
        try:
            return self._app(environ, start_response)
        finally:
            with self._none:
                self._count -= 1
                self._none.notify_all()

    def over(self, patience: float) -> bool:
        """Wait until nobody waits, but no longer than `patience` s; return whether that came."""
        with self._none:
            return self._none.wait_for(lambda: not self._count, patience)


class Background:
    """Makes the sound of published lessons ahead, and tells how much of it is there."""

    def __init__(
        self, settings: Settings, store: Store, shelf: Shelf, narrator: Narrator,
        today: Callable[[], date],
    ) -> None:
        """Touch nothing yet."""
        self.queue = Queue(settings.data, self._narrate)
        self.stand_aside: Callable[[], object] = lambda: None
        self._settings, self._store = settings, store
        self._shelf, self._narrator, self._today = shelf, narrator, today
        self._clips: OrderedDict[object, list[str]] = OrderedDict()

    def follow(self) -> None:
        """Work the queue off for ever, as soon as no other process does."""
        try:
            with self.queue.alone():
                while True:
                    self._look()
                    time.sleep(LOOK)
        except OSError as error:                   # a folder without locks: made when asked for
            log.warning("no sound is made ahead: %s", error)

    def _look(self) -> None:
        try:
            if self.queue.waiting:
                self.queue.work_off()
        except Exception:                          # a thread that ends is missed by nobody
            log.exception("the queue of sound is not worked off")

    def ready(self, lesson: Lesson) -> tuple[int, int]:
        """Return how many clips of a lesson are there, of how many."""
        clips = self._of(lesson)
        return sum(self._narrator.current(one) is not None for one in clips), len(clips)

    def _of(self, lesson: Lesson) -> list[str]:
        facts: Stated = self._shelf.current.around.facts.on(self._today())
        key = (lesson.stem, lesson.version, facts.mark, self._narrator.epoch)
        if key not in self._clips:
            self._clips[key] = of_lesson(lesson, self._narrator, facts)
            self._narrator.remember()
            while len(self._clips) > KEPT:
                self._clips.popitem(last=False)
        return self._clips[key]

    def _narrate(self, stem: str, language: str) -> None:
        """Make every clip of a lesson that is not there; nothing if it was taken back meanwhile."""
        shelve(self._store, self._settings.data)
        self._shelf.refresh()
        lesson = self._shelf.current.lessons.get(stem, {}).get(language)
        for clip_id in self._of(lesson) if lesson else ():
            if self._narrator.current(clip_id) is None:
                self.stand_aside()
                began = time.monotonic()
                self._narrator.clip(clip_id)
                time.sleep(REST * (time.monotonic() - began))
