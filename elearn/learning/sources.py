"""Lesson sources by their hash: what a page asked can be known long after the file changed."""

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from elearn.store import tables
from elearn.store.upsert import unless_there


@dataclass(frozen=True, slots=True)
class VersionSource:
    """The source of a lesson version, and the name, folder and language it was read under."""

    stem: str
    folder: str
    language: str
    source: str


def remember_version(
    session: Session, version: str, stem: str, language: str, source: str, folder: str
) -> None:
    """Keep a source under its hash; what is known already stays."""
    session.execute(
        unless_there(tables.LessonVersion),
        {
            "version": version,
            "stem": stem,
            "folder": folder,
            "language": language,
            "source": source,
        },
    )


def unknown_versions(session: Session, versions: Collection[str]) -> frozenset[str]:
    """Return those of these versions whose source is not kept."""
    kept = tables.LessonVersion.version
    return frozenset(versions).difference(session.scalars(select(kept).where(kept.in_(versions))))


def version_source(session: Session, version: str) -> VersionSource | None:
    """Return the source with this hash, or None."""
    kept = tables.LessonVersion
    found = session.execute(
        select(kept.stem, kept.folder, kept.language, kept.source).where(kept.version == version)
    ).first()
    return VersionSource(*found) if found else None
