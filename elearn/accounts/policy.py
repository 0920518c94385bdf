"""Who may do what to which object: one function, asked by every guarded page."""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID


class Role(StrEnum):
    """What somebody is here. NOBODY has no session; a device may be enrolled all the same."""

    NOBODY = "nobody"
    LEARNER = "learner"
    TUTOR = "tutor"
    AUTHOR = "author"
    PARTNER = "partner"
    ADMIN = "admin"


class Action(StrEnum):
    """What a page lets somebody do."""

    OPEN_DOOR = "open the start page, a link or a public file"
    SEE_NAME = "see or hear a learner's name and be asked for her pictures"
    LEARN = "open home, subjects and what is spoken for oneself"
    SIT = "open a lesson, answer and see results under a seat"
    TRY_DEMO = "sign in as the demonstration learner"


@dataclass(frozen=True, slots=True)
class Actor:
    """Who asks: the signed-in person, and the device whose browser asks."""

    role: Role = Role.NOBODY
    person_id: UUID | None = None
    device_class: UUID | None = None  # class that this device is enrolled for
    loopback: bool = False  # asks from the serving machine itself


@dataclass(frozen=True, slots=True)
class Thing:
    """What is asked for: whose it is, and the class it belongs to."""

    owner: UUID | None = None
    class_id: UUID | None = None


def may(actor: Actor, action: Action, thing: Thing | None = None, *, demo: bool = False) -> bool:
    """Whether `actor` may do `action` to `thing` (Thing() where the action has no object)."""
    thing = thing or Thing()
    match action:
        case Action.OPEN_DOOR:
            return True
        case Action.SEE_NAME:
            return thing.class_id is not None and actor.device_class == thing.class_id
        case Action.LEARN:
            return actor.role is Role.LEARNER
        case Action.SIT:
            return actor.role is Role.LEARNER and actor.person_id == thing.owner
        case Action.TRY_DEMO:
            return demo and actor.loopback
