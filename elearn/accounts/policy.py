"""Who may do what to which object: one function, asked by every guarded page."""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID


class Role(StrEnum):
    """What somebody is here. NOBODY has no session; a device may be enrolled all the same."""

    NOBODY = "nobody"
    LEARNER = "learner"
    GUEST = "guest"
    TUTOR = "tutor"
    AUTHOR = "author"
    PARTNER = "partner"
    ADMIN = "admin"


LEARNING = frozenset({Role.LEARNER, Role.GUEST})
STAFF = frozenset({Role.TUTOR, Role.AUTHOR, Role.PARTNER, Role.ADMIN})


class Action(StrEnum):
    """What a page lets somebody do."""

    OPEN_DOOR = "open the start page, a link or a public file; take a lesson without a name"
    SEE_NAME = "see or hear a learner's name and be asked for her pictures"
    LEARN = "open home, subjects and what is spoken for oneself"
    SIT = "open a lesson, answer and see results under a seat"
    TRY_DEMO = "sign in as somebody of the demonstration"
    TEACH = "open one's own classes and make one"
    TEACH_CLASS = "see and change a class: learners, devices, assignments, sittings"
    WRITE = "give the hub lessons, see their faults, publish them"
    RECORD = "lend one's voice to sentences, and take recordings away"
    SEE_REPORTS = "see what the programme reaches, without a name"


@dataclass(frozen=True, slots=True)
class Actor:
    """Who asks: the signed-in person, and the device whose browser asks."""

    role: Role = Role.NOBODY
    person_id: UUID | None = None
    device_class: UUID | None = None  # class that this device is enrolled for
    loopback: bool = False  # asks from the serving machine itself
    classes: frozenset[UUID] = frozenset()  # those of a tutor, as they are now


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
        case Action.TRY_DEMO:
            return demo and actor.loopback
        case Action.SEE_NAME:
            return thing.class_id is not None and actor.device_class == thing.class_id
        case Action.LEARN:
            return actor.role in LEARNING
        case Action.SIT:
            return actor.role in LEARNING and actor.person_id == thing.owner
        case _:
            return _staff_may(actor, action, thing)


def _staff_may(actor: Actor, action: Action, thing: Thing) -> bool:
    if actor.role is Role.ADMIN:
        return action is not Action.TEACH_CLASS or thing.class_id is not None
    match action:
        case Action.TEACH:
            return actor.role is Role.TUTOR
        case Action.TEACH_CLASS:
            return actor.role is Role.TUTOR and thing.class_id in actor.classes
        case Action.WRITE:
            return actor.role is Role.AUTHOR
        case Action.RECORD:
            return actor.role in {Role.TUTOR, Role.AUTHOR}
        case Action.SEE_REPORTS:
            return actor.role is Role.PARTNER
        case _:
            return False
