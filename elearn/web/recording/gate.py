"""Who may record, and where the recordings lie."""

from pathlib import Path

from flask import abort

from elearn.accounts.policy import Action
from elearn.accounts.staff_sessions import StaffSigned
from elearn.narration.recordings import LANGUAGES
from elearn.web import auth, guards
from elearn.web.site import site
from elearn.web.tutor.gate import sign_in


def speaker() -> StaffSigned:
    """Return the tutor, author or operator who is signed in; send nobody to the staff's door."""
    member = auth.staff()
    if member is None:
        abort(sign_in())
    guards.demand(Action.RECORD)
    return member


def spoken_here(language: str) -> str:
    """Return a language that sentences are recorded in, or answer 404."""
    if language not in LANGUAGES:
        abort(404)
    return language


def folder() -> Path:
    """Return the folder of this hub's recordings."""
    return site().settings.data / "rekaman"
