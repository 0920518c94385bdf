"""The policy at the door of every view."""

from contextlib import suppress
from typing import NoReturn

from flask import abort

from elearn.accounts import policy, staff
from elearn.accounts.policy import Action, Thing
from elearn.store import CannotStoreError
from elearn.web import auth
from elearn.web.site import site


def allowed(action: Action, thing: Thing | None = None) -> bool:
    """Whether who asks may do `action` to `thing`."""
    actor = auth.actor(with_device=action is Action.SEE_NAME)
    return policy.may(actor, action, thing, demo=site().settings.demo)


def demand(action: Action, thing: Thing | None = None, *, missing: bool = False) -> None:
    """Go on only if the policy allows it; else 403, or 404 where even existence is private."""
    if not allowed(action, thing):
        _note_refusal(action, thing)
        refuse(missing)


def _note_refusal(action: Action, thing: Thing | None) -> None:
    """Write down that a staff member was refused: a tutor who was removed, or one who tries."""
    member = auth.staff()
    if member is not None:
        did = f"refused: {action.name.lower()}"
        with suppress(CannotStoreError), site().store.writing() as session:
            staff.note(
                session, member.staff_id, did, site().now(),
                class_id=thing.class_id if thing else None,
            )


def refuse(missing: bool = False) -> NoReturn:
    """Answer 403, or 404 where even existence is private."""
    abort(404 if missing else 403)
