"""Codes: what only a learner knows, pictures or a PIN; kept as a seal that needs the pepper."""

import hashlib
import hmac
from datetime import datetime
from uuid import UUID

from sqlalchemy import delete
from sqlalchemy.orm import Session

from elearn.accounts import pins
from elearn.accounts.picture_codes import LENGTHS
from elearn.accounts.picture_codes import new_code as new_pictures
from elearn.store import tables
from elearn.store.tables import AgeBand, CodeKind
from elearn.store.upsert import put

Code = tuple[int, ...]
"""Indexes of picture_codes.OBJECTS, or figures: which, its kind says."""

KINDS: tuple[CodeKind, ...] = ("gambar", "pin")


def new_code(kind: CodeKind, age_band: AgeBand) -> Code:
    """Return a code by chance: three pictures for a child, four for an adult, or a PIN."""
    return pins.new_pin() if kind == "pin" else new_pictures(LENGTHS[age_band])


def seal(pepper: bytes, person_id: UUID, code: Code, kind: CodeKind = "gambar") -> bytes:
    """Return what is stored of a code: worth nothing without the pepper, or for somebody else."""
    text = "-".join(str(number) for number in code)
    said = text if kind == "gambar" else f"{kind} {text}"
    return hmac.new(pepper, person_id.bytes + said.encode(), hashlib.sha256).digest()


def assign(
    session: Session,
    pepper: bytes,
    person_id: UUID,
    age_band: AgeBand,
    now: datetime,
    kind: CodeKind = "gambar",
) -> Code:
    """Give a learner a new code and return it, this once; what went wrong before is forgotten."""
    code = new_code(kind, age_band)
    put(
        session,
        tables.PictureCode,
        person_id=person_id,
        length=len(code),
        seal=seal(pepper, person_id, code, kind),
        made_at=now,
        kind=kind,
    )
    session.execute(delete(tables.Streak).where(tables.Streak.person_id == person_id))
    return code


def void(session: Session, person_id: UUID) -> None:
    """Take her code away: only the card or her tutor opens the door until she gets another."""
    session.execute(delete(tables.PictureCode).where(tables.PictureCode.person_id == person_id))
