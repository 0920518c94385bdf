"""What a signed-in learner meets: home, subjects, lessons, answers, results, and their voice."""

from flask import Blueprint

learn = Blueprint("learn", __name__)

from elearn.web.learn import answers, home, lessons, results, voices  # noqa: E402  # they add routes

__all__ = ["answers", "home", "learn", "lessons", "results", "voices"]
