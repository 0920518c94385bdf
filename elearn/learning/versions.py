"""Lesson sources kept by their hash, so that an answer to an old page can still be marked."""

from dataclasses import replace
from functools import lru_cache

from sqlalchemy.orm import Session

from elearn.content.around import Around
from elearn.content.facts import Facts
from elearn.content.fakta import NAME, read_facts
from elearn.content.lesson import Lesson
from elearn.content.reader import read
from elearn.learning.sources import remember_version, version_source


def lesson_of_version(session: Session, version: str, around: Around) -> Lesson | None:
    """Return the lesson as it was when its source had the hash `version`, or None."""
    kept = version_source(session, version)
    if kept is None:
        return None
    found = _read(kept.stem, kept.folder, kept.source, around)
    return replace(found, version=version) if found is not None else None


def remember(session: Session, lesson: Lesson) -> None:
    """Keep the source of a lesson that is about to be shown."""
    remember_version(
        session, lesson.version, lesson.stem, lesson.meta.language, lesson.source, lesson.subject
    )


def facts_of_version(session: Session, version: str) -> Facts | None:
    """Return the facts as they were when their source had this hash, or None."""
    kept = version_source(session, version)
    return _facts(kept.source) if kept is not None and kept.stem == NAME else None


def remember_facts(session: Session, facts: Facts) -> None:
    """Keep the facts that a page is about to be made with."""
    remember_version(session, facts.version, NAME, "id", facts.source, "")


@lru_cache(maxsize=8)
def _facts(source: str) -> Facts:
    return read_facts(source).facts


@lru_cache(maxsize=64)
def _read(stem: str, folder: str, source: str, around: Around) -> Lesson | None:
    found = read(source, stem, folder, around).lesson
    # a picture or recording of that time may be gone: the question is the same without it
    return found or read(source, stem, folder, replace(around, lost=True)).lesson
