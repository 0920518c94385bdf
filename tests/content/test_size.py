"""Bytes: a page of a lesson has 10 KB on the wire, of which its words and pieces are a part."""

import base64
import gzip
import hashlib
from dataclasses import fields

import pytest

from elearn.content.compose import compose
from elearn.content.lesson import Lesson
from elearn.content.values import Choice, QuestionScreen, Rich, StepScreen
from tests.shipped import catalogue as shipped_lessons

SHARE = 6 * 1024
"""Bytes of what this room gives to a page, gzipped; the rest is for the templates around it."""

LESSONS = [one for readings in shipped_lessons().lessons.values()
           for one in readings.values()]


def say(sentences: tuple[str, ...], language: str) -> str:
    """Give addresses as long and as random as the true ones."""
    digest = hashlib.sha256(f"{language} {sentences}".encode()).digest()
    return f"/suara/{base64.b32encode(digest).decode().lower()[:10]}.mp3"


def bytes_of(part: object) -> str:
    """Return all HTML and addresses in a screen."""
    if isinstance(part, Rich):
        return part.html + part.sound
    if isinstance(part, StepScreen | QuestionScreen | Choice):
        return "".join(bytes_of(getattr(part, one.name)) for one in fields(part))
    if isinstance(part, tuple):
        return "".join(map(bytes_of, part))
    return str(part) if isinstance(part, dict) else ""


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda one: f"{one.stem}.{one.meta.language}")
def test_what_a_lesson_gives_fits_its_share_of_the_page(lesson: Lesson) -> None:
    for audience in lesson.audiences:
        page = compose(lesson, audience, 0, say)
        sent = "".join(map(bytes_of, page.screens)).encode()
        assert len(gzip.compress(sent, 6)) <= SHARE
