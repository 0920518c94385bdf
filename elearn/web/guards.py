"""The policy at the door of every view."""

from typing import NoReturn

from flask import abort

from elearn.accounts import policy
from elearn.accounts.policy import Action, Thing
from elearn.web import auth
from elearn.web.site import site


def allowed(action: Action, thing: Thing | None = None) -> bool:
    """Whether who asks may do `action` to `thing`."""
    actor = auth.actor(with_device=action is Action.SEE_NAME)
    return policy.may(actor, action, thing, demo=site().settings.demo)


def demand(action: Action, thing: Thing | None = None, *, missing: bool = False) -> None:
    """Go on only if the policy allows it; else 403, or 404 where even existence is private."""
    if not allowed(action, thing):
        refuse(missing)


def refuse(missing: bool = False) -> NoReturn:
    """Answer 403, or 404 where even existence is private."""
    abort(404 if missing else 403)
