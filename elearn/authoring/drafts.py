"""Drafts and publications: append-only versions of the lessons that authors gave to this hub."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from elearn.accounts import staff
from elearn.authoring.judging import Judged, Named
from elearn.content.around import Around
from elearn.content.lesson import Lesson
from elearn.content.reader import read
from elearn.store import tables


class PublishError(ValueError):
    """A lesson that may not be published; the message says why, in Indonesian."""


@dataclass(frozen=True, slots=True)
class Draft:
    """One version, and whether learners meet it now."""

    id: UUID
    named: Named
    version: str
    by: str
    made_at: datetime
    published: bool


def keep(session: Session, judged: Judged, by: UUID, now: datetime) -> UUID:
    """Keep a version, faulty or not, and return its id; the same text again is the same version."""
    what, draft = judged.named, tables.LessonDraft
    version = hashlib.sha256(judged.text.encode("utf-8", "replace")).hexdigest()[:16]
    known = session.scalar(
        select(draft.id)
        .where(
            draft.stem == what.stem, draft.language == what.language,
            draft.subject == what.subject, draft.version == version,
        )
        .limit(1)
    )  # fmt: skip
    if known is not None:
        return known
    made = draft(
        stem=what.stem, subject=what.subject, language=what.language, version=version,
        source=judged.text.replace("\0", "\ufffd"), by=by, made_at=now,
    )  # fmt: skip
    session.add(made)
    session.flush()
    staff.note(session, by, "kept a draft", now, about=made.id)
    return made.id


def source(session: Session, draft_id: UUID) -> tuple[Named, str] | None:
    """Return a version's name and text, or None."""
    found = session.get(tables.LessonDraft, draft_id)
    if found is None:
        return None
    return Named(found.stem, found.language, found.subject), found.source


def latest(session: Session) -> list[Draft]:
    """Return each lesson that authors gave, by its newest version; published in any version."""
    newest: dict[tuple[str, str], Draft] = {}
    for one in _all(session):
        key = (one.named.stem, one.named.language)
        held = newest.get(key)
        if held is None:
            newest[key] = one
        elif one.published and not held.published:
            newest[key] = Draft(held.id, held.named, held.version, held.by, held.made_at, True)
    return list(newest.values())


def versions(session: Session, what: Named) -> list[Draft]:
    """Return every version of a lesson, the newest first."""
    return [
        one for one in _all(session)
        if (one.named.stem, one.named.language) == (what.stem, what.language)
    ]  # fmt: skip


def publish(
    session: Session, draft_id: UUID, lesson: Lesson, around: Around, by: UUID, now: datetime
) -> None:
    """Let learners meet this version from now on; an older one of the same lesson gives way.

    Raises PublishError where another published lesson has taken one of its codes meanwhile.
    """
    draft = session.get_one(tables.LessonDraft, draft_id)
    mine = {question.code for question in lesson.asked}
    for other in published(session):
        if other.stem != draft.stem and mine & _codes(other, around):
            raise PublishError(f"Kode soal sudah dipakai di {other.stem}. Ganti salah satu.")
    _end(session, draft.stem, draft.language, by, now)
    session.add(tables.Publication(draft_id=draft_id, by=by, at=now))
    staff.note(session, by, "published a lesson", now, about=draft_id)
    session.flush()


def take_back(session: Session, stem: str, language: str, by: UUID, now: datetime) -> bool:
    """Let learners meet this lesson no more; False where none of ours was published."""
    ended = _end(session, stem, language, by, now)
    if ended:
        staff.note(session, by, "took a lesson back", now)
    return ended


def published(session: Session) -> Sequence[tables.LessonDraft]:
    """Return the versions that learners meet now."""
    draft, out = tables.LessonDraft, tables.Publication
    return session.scalars(
        select(draft).join(out, out.draft_id == draft.id).where(out.ended_at.is_(None))
    ).all()


def state(session: Session) -> tuple[int, int]:
    """Return what changes with every publication and every end of one."""
    out = tables.Publication
    made, ended = session.execute(select(func.count(out.id), func.count(out.ended_at))).one()
    return made, ended


def _end(session: Session, stem: str, language: str, by: UUID, now: datetime) -> bool:
    draft, out = tables.LessonDraft, tables.Publication
    open_ones = select(out.id).join(draft, draft.id == out.draft_id).where(
        draft.stem == stem, draft.language == language, out.ended_at.is_(None)
    )
    ids = session.scalars(open_ones).all()
    session.execute(update(out).where(out.id.in_(ids)).values(ended_at=now, ended_by=by))
    return bool(ids)


def _codes(draft: tables.LessonDraft, around: Around) -> set[str]:
    lesson = read(draft.source, draft.stem, draft.subject, around, draft.language).lesson
    return {question.code for question in lesson.asked} if lesson else set()


def _all(session: Session) -> list[Draft]:
    draft, out, who = tables.LessonDraft, tables.Publication, tables.Staff
    found = session.execute(
        select(
            draft.id, draft.stem, draft.language, draft.subject, draft.version, who.name,
            draft.made_at,
            select(out.id).where(out.draft_id == draft.id, out.ended_at.is_(None)).exists(),
        )
        .outerjoin(who, who.id == draft.by)
        .order_by(draft.made_at.desc(), draft.id)
    )
    return [
        Draft(row[0], Named(row[1], row[2], row[3]), row[4], row[5] or "", row[6], bool(row[7]))
        for row in found
    ]
