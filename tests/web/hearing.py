"""What a page shows, and what can be heard on it and on the page of its signs."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any
from xml.etree.ElementTree import Element

import html5lib
from flask import Flask
from flask.testing import FlaskClient

from elearn.narration import Narrator
from elearn.narration.values import Pcm
from elearn.web.site import KEY

SOUND = re.compile(r"/suara/([a-z2-7]{10})\.mp3")
OWN = re.compile(r"/suara/(?:saya|nama)/[^\"'?]+\.mp3|/suara/kartu\.mp3")
WORDS = re.compile(r"[^\W_]+")

SILENT_TAGS = {"style", "script", "title", "svg", "label"}
TAPPED = {"a", "button", "summary"}
OF_LESSON = {"stem", "choice", "fig", "because", "again", "answer", "place"}
"""What authors write: held by the tests of lessons; what is to be read has no sound. And "Ke-1",
"Ke-2" above the places of tiles, which stand there without script only."""
FOR_READERS = {"off", "skip"}
"""Unseen: a screen reader says it."""
TONGUES = {"English", "Bahasa Indonesia"}
"""The names of languages: each stands in its own, for who wants to leave this one."""


@dataclass
class Hearing:
    """Everything that can be heard from one page on, as sequences of words."""

    said: list[str] = field(default_factory=list)

    def add(self, text: str) -> None:
        """Note a text that is said."""
        self.said.append(_words(text))

    def has(self, text: str) -> bool:
        """Whether these words are said somewhere, one after another."""
        words = _words(text)
        known = not words.strip() or text.strip() in TONGUES
        return known or any(words in one for one in self.said)


def unheard(app: Flask, html: str, client: FlaskClient, private: Sequence[str]) -> list[str]:
    """Return what stands on a page and can be heard neither there nor among its signs.

    `private` fills while the sounds of a person are asked for (`listening`).
    """
    heard = Hearing()
    _listen(app, html, client, heard, private)
    for link in set(re.findall(r'href="(/bantuan/[^"?]+)"', html)):
        _listen(app, client.get(link).get_data(as_text=True), client, heard, private)
    tree = html5lib.parse(html, namespaceHTMLElements=False)
    return [text for text in _shown(tree.find("body")) if not heard.has(text)]


def listening(narrator: Narrator, patch: Any) -> list[str]:
    """Return a list that fills with what is said to one person only; it is said all the same."""
    said: list[str] = []
    private = narrator.private

    def speak(sentences: Sequence[str], language: str, *before: Sequence[Pcm]) -> bytes:
        said.extend(sentences)
        return private(sentences, language, *before)

    patch.setattr(type(narrator), "private", lambda _self, *told: speak(*told))
    return said


def _listen(
    app: Flask, html: str, client: FlaskClient, heard: Hearing, private: Sequence[str]
) -> None:
    scripts = app.extensions[KEY].narrator.scripts
    for name in set(SOUND.findall(html)):
        heard.add(" ".join(scripts[name].sentences))
    for address in set(OWN.findall(html)):
        before = len(private)
        assert client.get(address).status_code == 200, address
        heard.add(" ".join(private[before:]))


def _shown(at: Element) -> Iterator[str]:
    """Yield the texts and the labels under `at`, in order."""
    if at.tag in SILENT_TAGS or {*at.get("class", "").split()} & (OF_LESSON | FOR_READERS):
        return
    if at.tag in TAPPED and at.get("aria-label"):
        yield str(at.get("aria-label"))
    if at.text:
        yield at.text
    for child in at:
        yield from _shown(child)
        if child.tail:
            yield child.tail


def _words(text: str) -> str:
    """Return the words of a text; a count as it is said."""
    plain = re.sub(r"(\d+)/(\d+)", r"\1 dari \2", text.lower())
    return f" {' '.join(WORDS.findall(plain))} "
