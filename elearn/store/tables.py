"""The tables. Those of a learner begin their keys with her, so that they can be spread by learner.

A row that may travel between hubs has a UUID and the id of the hub where it was made. Where no
foreign key stands beside a device or seat, the row may outlive or travel without it.
"""

from datetime import date, datetime
from typing import Annotated, Literal
from uuid import UUID, uuid4

from sqlalchemy import ForeignKey, Index, String, Text, false, select, text
from sqlalchemy.orm import Mapped, mapped_column

from elearn.store.base import Base

AgeBand = Literal["anak", "dewasa"]
Consented = Literal["wali", "sendiri"]
"""Who agreed: a guardian, or the learner herself."""
CodeKind = Literal["gambar", "pin"]
"""What opens a learner's door: pictures in order, or six figures."""
Event = Literal["in", "wrong", "held", "stopped", "let in", "demo", "card", "guest"]
LearnerRole = Literal["learner", "guest"]
"""A guest ("Coba dulu") has no name; her sitting may be given to a learner later."""
StaffRole = Literal["tutor", "author", "partner", "admin"]
Flag = Literal["", "tergesa"]
Judged = Literal["right", "wrong", "given"]
"""What an answer is worth; one that is "given" was handed in and waits for its tutor."""
Occasion = Literal["", "latihan", "penempatan"]
"""Where an answer was given: in a lesson, in practice, in a placement."""

Reason = Literal["", "tahu", "sulit", "mudah", "ingin", "lain"]
"""Why a tutor chose another first lesson: she knows more of her, it was too hard or too easy, the
learner wants it, or something else; "" where it is taken back."""

Key = Annotated[UUID, mapped_column(primary_key=True)]
NewKey = Annotated[UUID, mapped_column(primary_key=True, default=uuid4)]
Hash = Annotated[bytes, mapped_column(unique=True)]
"""SHA-256 of a token of 128 random bits; the token itself is kept nowhere."""


class Hub(Base):
    """A machine that serves. `here` marks this one; others are known by what they sent."""

    __tablename__ = "hub"

    id: Mapped[NewKey]
    here: Mapped[bool]
    made_at: Mapped[datetime]


HERE = select(Hub.id).where(Hub.here).scalar_subquery()
HubId = Annotated[UUID, mapped_column(ForeignKey("hub.id"), default=HERE)]
LearnerKey = Annotated[UUID, mapped_column(ForeignKey("person.id"), primary_key=True)]


class Class(Base):
    """A class (kelompok). A `demo` class holds made-up people only."""

    __tablename__ = "class"

    id: Mapped[NewKey]
    hub_id: Mapped[HubId]
    name: Mapped[str]
    demo: Mapped[bool] = mapped_column(default=False)
    made_at: Mapped[datetime]


class Person(Base):
    """Somebody who learns, by the name she is shown by, and how she likes her pages.

    Only a guest may be without a class.
    """

    __tablename__ = "person"

    id: Mapped[NewKey]
    hub_id: Mapped[HubId]
    class_id: Mapped[UUID | None] = mapped_column(ForeignKey("class.id"), index=True)
    role: Mapped[LearnerRole] = mapped_column(String(8), default="learner")
    name: Mapped[str]
    picture: Mapped[str]
    age_band: Mapped[AgeBand] = mapped_column(String(6))
    language: Mapped[str] = mapped_column(String(2), default="id")
    large_text: Mapped[bool] = mapped_column(default=False)
    contrast: Mapped[bool] = mapped_column(default=False)
    made_at: Mapped[datetime]
    quiet: Mapped[bool] = mapped_column(default=False, server_default=false())
    voice: Mapped[str] = mapped_column(String(3), default="", server_default=text("''"))


class Consent(Base):
    """A yes to keeping what is kept of a person (UU PDP 27/2022)."""

    __tablename__ = "consent"

    person_id: Mapped[LearnerKey]
    id: Mapped[NewKey]
    hub_id: Mapped[HubId]
    given_by: Mapped[Consented] = mapped_column(String(7))
    given_at: Mapped[datetime]
    recorded_by: Mapped[UUID | None]


class PictureCode(Base):
    """A learner's sealed code, pictures or PIN. It never leaves its hub, whose pepper it needs."""

    __tablename__ = "picture_code"

    person_id: Mapped[LearnerKey]
    length: Mapped[int]
    seal: Mapped[bytes]
    made_at: Mapped[datetime]
    kind: Mapped[CodeKind] = mapped_column(
        String(6), default="gambar", server_default=text("'gambar'")
    )


class Device(Base):
    """A browser that a tutor enrolled for a class; one without a class is a visitor's own.

    A visitor's browser came by a card or for "Coba dulu": no names are ever listed on it. A device
    that `goes_round` is handed from one learner of the class to the next ("HP bergilir").
    """

    __tablename__ = "device"

    id: Mapped[NewKey]
    hub_id: Mapped[HubId]
    class_id: Mapped[UUID | None] = mapped_column(ForeignKey("class.id"))
    token_hash: Mapped[Hash]
    enrolled_at: Mapped[datetime]
    withdrawn_at: Mapped[datetime | None]
    goes_round: Mapped[bool] = mapped_column(default=False, server_default=false())


class Enrolment(Base):
    """A link that enrols one device, once."""

    __tablename__ = "enrolment"

    id: Mapped[NewKey]
    class_id: Mapped[UUID] = mapped_column(ForeignKey("class.id"))
    token_hash: Mapped[Hash]
    made_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    used_at: Mapped[datetime | None]


class Seat(Base):
    """One learner on one device. `key` stands in addresses and is no credential."""

    __tablename__ = "seat"

    person_id: Mapped[LearnerKey]
    device_id: Mapped[UUID] = mapped_column(ForeignKey("device.id"), primary_key=True)
    key: Mapped[str] = mapped_column(String(22), unique=True)
    made_at: Mapped[datetime]


class WebSession(Base):
    """From sign-in to sign-out."""

    __tablename__ = "session"

    person_id: Mapped[LearnerKey]
    id: Mapped[NewKey]
    device_id: Mapped[UUID] = mapped_column(ForeignKey("device.id"), index=True)
    token_hash: Mapped[Hash]
    made_at: Mapped[datetime]
    touched_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]


class SignInEvent(Base):
    """What happened at the door. The person may be nobody we know; codes are never kept."""

    __tablename__ = "sign_in_event"

    person_id: Mapped[Key]
    id: Mapped[NewKey]
    hub_id: Mapped[HubId]
    device_id: Mapped[UUID]
    outcome: Mapped[Event] = mapped_column(String(8))
    by: Mapped[UUID | None]
    at: Mapped[datetime] = mapped_column(index=True)


class Streak(Base):
    """Wrong codes in a row for a learner, by device. Counted here, since clocks may be set back."""

    __tablename__ = "streak"

    person_id: Mapped[Key]
    device_id: Mapped[Key]
    wrong: Mapped[int]
    wrong_at: Mapped[datetime]


class Bucket(Base):
    """A token bucket of a limit: what was left in it at a time."""

    __tablename__ = "bucket"

    rule: Mapped[str] = mapped_column(primary_key=True)
    subject: Mapped[Key]
    tokens: Mapped[float]
    at: Mapped[datetime]


class Attempt(Base):
    """An answer that was given: a fact. `flag` alone is derived, from its neighbours' times.

    `asked` is how many questions the page asked that it was given on, `confusion` names what was
    taken for what in a wrong answer (elearn/mistakes), `judged_by` the tutor who judged it; None
    where the rules did.
    """

    __tablename__ = "attempt"

    person_id: Mapped[LearnerKey]
    id: Mapped[Key]
    hub_id: Mapped[HubId]
    device_id: Mapped[UUID]
    lesson: Mapped[str]
    version: Mapped[str]
    code: Mapped[str]
    draw: Mapped[int]
    try_number: Mapped[int]
    raw: Mapped[str] = mapped_column(Text)
    canonical: Mapped[str] = mapped_column(Text)
    outcome: Mapped[Judged] = mapped_column(String(5))
    line: Mapped[int | None]
    hints: Mapped[int]
    evidence: Mapped[str]
    answered_at: Mapped[datetime]
    received_at: Mapped[datetime]
    day: Mapped[date]
    flag: Mapped[Flag] = mapped_column(String(7))
    asked: Mapped[int] = mapped_column(default=10, server_default=text("10"))
    occasion: Mapped[Occasion] = mapped_column(String(10), default="", server_default=text("''"))
    confusion: Mapped[str] = mapped_column(String(40), default="", server_default=text("''"))
    judged_by: Mapped[UUID | None]

    # one learner's log lies together in the file: it is read whole, and often
    __table_args__ = (
        Index(None, "person_id", "answered_at"),
        {"sqlite_with_rowid": False},
    )


class HeldAnswer(Base):
    """A post that came after its session had ended: it waits for the same learner."""

    __tablename__ = "held_answer"

    seat_key: Mapped[str] = mapped_column(ForeignKey("seat.key"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    path: Mapped[str]
    body: Mapped[bytes]
    held_at: Mapped[datetime]


class LessonVersion(Base):
    """The source of a lesson by its hash: the same row on every hub, so it names none."""

    __tablename__ = "lesson_version"

    version: Mapped[str] = mapped_column(primary_key=True)
    stem: Mapped[str]
    folder: Mapped[str]
    language: Mapped[str]
    source: Mapped[str] = mapped_column(Text)


class Staff(Base):
    """A tutor, author, partner or operator. Without a seal nobody signs in by passphrase."""

    __tablename__ = "staff"

    id: Mapped[NewKey]
    hub_id: Mapped[HubId]
    role: Mapped[StaffRole] = mapped_column(String(8))
    login: Mapped[str] = mapped_column(String(40), unique=True)
    name: Mapped[str]
    seal: Mapped[str | None]
    language: Mapped[str] = mapped_column(String(2), default="id")
    made_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]


class StaffSession(Base):
    """From a staff member's sign-in to sign-out."""

    __tablename__ = "staff_session"

    staff_id: Mapped[UUID] = mapped_column(ForeignKey("staff.id"), primary_key=True)
    id: Mapped[NewKey]
    token_hash: Mapped[Hash]
    made_at: Mapped[datetime]
    touched_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]


class Tutoring(Base):
    """A tutor has a class, from then until she is removed."""

    __tablename__ = "tutoring"

    id: Mapped[NewKey]
    hub_id: Mapped[HubId]
    class_id: Mapped[UUID] = mapped_column(ForeignKey("class.id"))
    staff_id: Mapped[UUID] = mapped_column(ForeignKey("staff.id"), index=True)
    since: Mapped[datetime]
    ended_at: Mapped[datetime | None]


class StaffDeed(Base):
    """What a staff member did, for whoever asks later: which verb, to whom or what."""

    __tablename__ = "staff_deed"

    id: Mapped[NewKey]
    hub_id: Mapped[HubId]
    staff_id: Mapped[UUID]
    did: Mapped[str] = mapped_column(String(40))
    about: Mapped[UUID | None]
    class_id: Mapped[UUID | None]
    at: Mapped[datetime] = mapped_column(index=True)


class Archiving(Base):
    """A learner left the class; her history stays. Restored: she is back with all of it."""

    __tablename__ = "archiving"

    person_id: Mapped[LearnerKey]
    id: Mapped[NewKey]
    hub_id: Mapped[HubId]
    by: Mapped[UUID]
    at: Mapped[datetime]
    restored_by: Mapped[UUID | None]
    restored_at: Mapped[datetime | None]


class LetIn(Base):
    """"Izinkan masuk": the tutor opens one session, on the next tap of that name."""

    __tablename__ = "let_in"

    person_id: Mapped[LearnerKey]
    id: Mapped[NewKey]
    by: Mapped[UUID]
    made_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    used_at: Mapped[datetime | None]


class Card(Base):
    """A card with a QR code that signs a learner in anywhere, until it is voided."""

    __tablename__ = "card"

    person_id: Mapped[LearnerKey]
    id: Mapped[NewKey]
    token_hash: Mapped[Hash]
    made_by: Mapped[UUID]
    made_at: Mapped[datetime]
    voided_at: Mapped[datetime | None]


class Assignment(Base):
    """A lesson that a tutor asks of a class, or of one learner in it."""

    __tablename__ = "assignment"

    id: Mapped[NewKey]
    hub_id: Mapped[HubId]
    class_id: Mapped[UUID] = mapped_column(ForeignKey("class.id"), index=True)
    learner_id: Mapped[UUID | None] = mapped_column(ForeignKey("person.id"))
    lesson: Mapped[str]
    due: Mapped[date | None]
    by: Mapped[UUID]
    made_at: Mapped[datetime]
    day: Mapped[date]
    withdrawn_by: Mapped[UUID | None]
    withdrawn_at: Mapped[datetime | None]


class SittingMark(Base):
    """Whether a sitting (one lesson on one day) was the learner's own; the latest mark counts."""

    __tablename__ = "sitting_mark"

    person_id: Mapped[LearnerKey]
    id: Mapped[NewKey]
    hub_id: Mapped[HubId]
    lesson: Mapped[str]
    day: Mapped[date]
    hers: Mapped[bool]
    by: Mapped[UUID]
    at: Mapped[datetime]


class Derived(Base):
    """What follows from a learner's log in one lesson (`code` ""), or for one question of it.

    Kept only so that it need not be derived at each look: `state` is JSON, "" once something was
    added to the log that it is derived from; `rules` names the rules that it was derived by.
    """

    __tablename__ = "derived"

    person_id: Mapped[LearnerKey]
    lesson: Mapped[str] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(primary_key=True)
    state: Mapped[str] = mapped_column(Text)
    rules: Mapped[str] = mapped_column(String(16))

    __table_args__ = ({"sqlite_with_rowid": False},)


class PlacementSkip(Base):
    """A learner skipped placement on a day, or had enough of it."""

    __tablename__ = "placement_skip"

    person_id: Mapped[LearnerKey]
    id: Mapped[NewKey]
    hub_id: Mapped[HubId]
    day: Mapped[date]
    at: Mapped[datetime]


class PlacementRuling(Base):
    """A tutor chose the first lesson of a strand, with a reason; the latest counts.

    One without a lesson takes back what was said before.
    """

    __tablename__ = "placement_ruling"

    person_id: Mapped[LearnerKey]
    id: Mapped[NewKey]
    hub_id: Mapped[HubId]
    strand: Mapped[str] = mapped_column(String(10))
    lesson: Mapped[str]
    reason: Mapped[Reason] = mapped_column(String(10))
    note: Mapped[str] = mapped_column(String(200))
    by: Mapped[UUID]
    at: Mapped[datetime]


class Gift(Base):
    """A guest's sitting was given to a learner: its answers were copied into her log."""

    __tablename__ = "gift"

    person_id: Mapped[LearnerKey]
    id: Mapped[NewKey]
    hub_id: Mapped[HubId]
    guest_id: Mapped[UUID] = mapped_column(unique=True)
    by: Mapped[UUID]
    at: Mapped[datetime]


class ErasedTotal(Base):
    """What erased learners add to the totals of their class: numbers, nobody."""

    __tablename__ = "erased_total"

    class_id: Mapped[UUID] = mapped_column(ForeignKey("class.id"), primary_key=True)
    lesson: Mapped[str] = mapped_column(primary_key=True)
    day: Mapped[date] = mapped_column(primary_key=True)
    answers: Mapped[int]
    right: Mapped[int]


class Erasure(Base):
    """Somebody was erased. Only a hash of her id is kept, so that a restored backup forgets too."""

    __tablename__ = "erasure"

    person_hash: Mapped[bytes] = mapped_column(primary_key=True)
    hub_id: Mapped[HubId]
    at: Mapped[datetime]


class LessonDraft(Base):
    """One version of a lesson that an author gave to the hub, whole; never changed."""

    __tablename__ = "lesson_draft"

    id: Mapped[NewKey]
    hub_id: Mapped[HubId]
    stem: Mapped[str] = mapped_column(index=True)
    subject: Mapped[str]
    language: Mapped[str] = mapped_column(String(3))
    version: Mapped[str]
    source: Mapped[str] = mapped_column(Text)
    by: Mapped[UUID]
    made_at: Mapped[datetime]


class Publication(Base):
    """A draft is what learners meet, from then until it is taken back or another one follows."""

    __tablename__ = "publication"

    id: Mapped[NewKey]
    hub_id: Mapped[HubId]
    draft_id: Mapped[UUID] = mapped_column(ForeignKey("lesson_draft.id"))
    by: Mapped[UUID]
    at: Mapped[datetime]
    ended_by: Mapped[UUID | None]
    ended_at: Mapped[datetime | None]
