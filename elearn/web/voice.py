"""The voice of the interface: every message and title has its sound."""

import threading
from collections.abc import Callable, Iterable, Sequence
from datetime import date

from flask import Flask, Response

from elearn import messages
from elearn.content.catalogue import Catalogue, Shelf
from elearn.content.ucapan import told_in
from elearn.content.values import Pronounced
from elearn.language import names
from elearn.language.sayings import Told, over
from elearn.narration import Clip, Narrator
from elearn.narration.repertoire import register, say_locally
from elearn.narration.script import Script, is_id
from elearn.narration.timing import Cue
from elearn.narration.values import Pcm
from elearn.web.tone import plain

PASSING = "simpan=0"
"""In the address of a sound: it is for no cache."""

SPOKEN = "id"
"""The language that the sounds of names are told in."""

FEW = 150
"""Lessons whose sounds can all be registered in a few seconds."""


AT_HAND = 20_000
"""Scripts kept in memory, about 0.5 KB each: those of the last 200 pages of lessons."""


def install(app: Flask, voice: "Voice") -> None:
    """Write down what a page can say before it leaves: another process may be asked for it."""

    @app.after_request
    def remember(response: Response) -> Response:
        voice.remember()
        return response


class Voice:
    """Finds the clip behind an address, also of a page that another process rendered."""

    def __init__(self, narrator: Narrator, shelf: Shelf, today: Callable[[], date]) -> None:
        """Speak through `narrator` what `shelf` and the message catalogue hold."""
        self._narrator = narrator
        self._shelf = shelf
        self._today = today
        self._known: tuple[Catalogue, str] | None = None
        self._lock = threading.Lock()

    def say(
        self, text: str, language: str, told: Told | None = None, *, local: str = ""
    ) -> str:
        """Return the address of the clip that says `text`.

        A lesson's title is said as `told` in it, all else as ucapan.md tells. A message of the
        interface is said in `local`, a language that only people speak here, where they have: in
        the words for everybody, where nobody has said those of its tone.
        """
        message = messages.originals(language).get(text, "") if language != "id" else text
        for asked in dict.fromkeys((message, plain(message))) if local and message else ():
            address = say_locally(self._shelf.current, self._narrator, asked, local)
            if address:
                return address
        said = self._shelf.current.around.site_told(language) if told is None else told
        return self._narrator.say(told_in(text, said), language)

    def private(
        self, texts: Iterable[str], language: str, before: Sequence[Pcm] = (), *, name: str = ""
    ) -> bytes:
        """Return these texts as MP3 after the sounds `before`, and keep nothing.

        `name` is said as names are, where it occurs; what ucapan.md tells comes before that.
        """
        return self._narrator.private(self._personal(texts, language, name), language, before)

    def timed(self, texts: Iterable[str], language: str, name: str) -> list[Cue]:
        """Return when each sentence of `private` sounds."""
        return self._narrator.timed(self._personal(texts, language, name), language)

    def _personal(self, texts: Iterable[str], language: str, name: str) -> list[str]:
        told = self._shelf.current.around.site_told(language)
        if language == SPOKEN:
            told = over(told, names.told(name))
        each = ((one,) if isinstance(one, Pronounced) else told_in(one, told) for one in texts)
        return [one for said in each for one in said]

    def clip(self, clip_id: str) -> Clip | None:
        """Return the clip, made now if it must be; None where no page asks for it."""
        found = self._narrator.clip(clip_id)
        if found is None and is_id(clip_id) and self._learn_everything():
            return self._narrator.clip(clip_id)
        return found

    def script(self, clip_id: str) -> Script | None:
        """Return what a clip says; None where no page asks for it."""
        scripts = self._narrator.scripts
        if is_id(clip_id) and clip_id not in scripts:
            self._learn_everything()
        return scripts.get(clip_id) if is_id(clip_id) else None

    def remember(self) -> None:
        """Write down what the page that is about to leave can say."""
        self._narrator.remember()

    def _learn_everything(self) -> bool:
        """Register all that can be said of the current lessons, once, where they are few.

        False where nothing was lost. Every page's sounds are written down before it leaves, so
        that this is for an emptied folder of audio only: it takes seconds, with very many lessons
        minutes, and nobody may have it done by asking for what there never was.
        """
        with self._lock:
            if not self._narrator.forgot:
                return False
            catalogue = self._shelf.current
            facts = catalogue.around.facts.on(self._today())
            if self._known and self._known[0] is catalogue and self._known[1] == facts.mark:
                return False
            self._known = catalogue, facts.mark
            if len(catalogue.lessons) > FEW:
                return False
            register(catalogue, self._narrator, facts)
            self._narrator.remember()
            self._narrator.recalled()
            return True
