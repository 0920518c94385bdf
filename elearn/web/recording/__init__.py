"""People lend their voices: tutors and authors record sentences, hear them, take them away."""

from flask import Blueprint

recording = Blueprint("recording", __name__, url_prefix="/rekaman")

from elearn.web.recording import guided, lists, orphans, takes  # noqa: E402  # they add routes

__all__ = ["guided", "lists", "orphans", "recording", "takes"]
