"""People as they are shown: a name, a picture to know oneself by, and how pages should look."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from elearn.accounts.archive import ARCHIVED
from elearn.accounts.consents import GIVEN
from elearn.accounts.identity_pictures import ANIMALS, THINGS
from elearn.accounts.picture_codes import LENGTHS
from elearn.language.local import NAMES
from elearn.messages import LANGUAGES
from elearn.store import tables
from elearn.store.tables import AgeBand, CodeKind

__all__ = [
    "ANIMALS",
    "THINGS",
    "Learner",
    "code_length",
    "learner",
    "learners",
    "person",
    "set_preference",
]


@dataclass(frozen=True, slots=True)
class Learner:
    """A learner as a list of names shows her."""

    person_id: UUID
    name: str
    picture: str
    age_band: AgeBand
    class_id: UUID
    code_length: int
    code_kind: CodeKind | None          # None: she has no code; a card or her tutor lets her in
    agreed: bool = True

    @property
    def allowed(self) -> bool:
        """Whether she may sign in: a child not before her guardian agreed (UU PDP 27/2022).

        An adult agrees herself, when she is in.
        """
        return self.agreed or self.age_band == "dewasa"


_LEARNERS = (
    select(
        tables.Person.id,
        tables.Person.name,
        tables.Person.picture,
        tables.Person.age_band,
        tables.Person.class_id,
        tables.PictureCode.length,
        tables.PictureCode.kind,
        GIVEN,
    )
    .outerjoin(tables.PictureCode, tables.PictureCode.person_id == tables.Person.id)
    .where(tables.Person.role == "learner", ~ARCHIVED)
)


def learners(session: Session, class_id: UUID) -> list[Learner]:
    """Return the learners of a class by name; who was archived is in no list."""
    found = session.execute(_LEARNERS.where(tables.Person.class_id == class_id))
    return sorted(
        (_learner(*row) for row in found),
        key=lambda learner: (learner.name.casefold(), learner.person_id),
    )


def learner(session: Session, person_id: UUID) -> Learner | None:
    """Return one learner, or None when nobody of this id learns here."""
    found = session.execute(_LEARNERS.where(tables.Person.id == person_id)).first()
    return _learner(*found) if found else None


def person(session: Session, person_id: UUID) -> tables.Person | None:
    """Return anybody, or None."""
    return session.get(tables.Person, person_id)


def code_length(learner: Learner) -> int:
    """Return how many pictures, or figures of a PIN, this learner is asked for."""
    return learner.code_length


def set_preference(
    session: Session,
    person_id: UUID,
    *,
    language: str | None = None,
    large_text: bool | None = None,
    contrast: bool | None = None,
    quiet: bool | None = None,
    voice: str | None = None,
) -> None:
    """Change what is given, leave the rest. Raises ValueError for a language we do not speak.

    `voice` is a language that people have recorded; "" is the voice of `language`.
    """
    if language is not None and language not in LANGUAGES:
        raise ValueError(f"not a language of the interface: {language!r}")
    if voice and voice not in NAMES:
        raise ValueError(f"not a language that people record here: {voice!r}")
    given = {
        "language": language, "large_text": large_text, "contrast": contrast, "quiet": quiet,
        "voice": voice,
    }  # fmt: skip
    changed = {name: value for name, value in given.items() if value is not None}
    if changed:
        session.execute(
            update(tables.Person).where(tables.Person.id == person_id).values(**changed)
        )


def _learner(
    person_id: UUID,
    name: str,
    picture: str,
    age_band: AgeBand,
    class_id: UUID | None,
    length: int | None,
    kind: CodeKind | None,
    agreed: bool,
) -> Learner:
    assert class_id is not None  # noqa: S101  # only guests are without a class
    return Learner(
        person_id, name, picture, age_band, class_id, length or LENGTHS[age_band], kind,
        bool(agreed),
    )
