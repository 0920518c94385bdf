"""For whom a saved page is: all who would get the same bytes, or one seat alone."""

from elearn.accounts.sessions import Signed
from elearn.content.lesson import Lesson

SHELL = "kulit"
"""Stands where a lesson's stem does: the pages that the worker shows where there is no hub."""


def scope_of(signed: Signed) -> str:
    """Return what shapes a page beside its lesson: audience, language, looks, the buttons' voice.

    Not the draw: it stands in each form, so that an answer on anybody's page can be marked.
    """
    looks = "".join(letter for letter, on in (
        ("b", signed.large_text), ("k", signed.contrast), ("t", signed.quiet)
    ) if on)
    return f"{signed.age_band}.{signed.language}.{looks}.{signed.voice}"


def scope_for(lesson: Lesson, signed: Signed) -> str:
    """Return the scope of a saved lesson; a test is of one seat."""
    return signed.seat if lesson.meta.test else scope_of(signed)
