"""What an author meets: her lessons, their faults, how learners will see them."""

from flask import Blueprint

author = Blueprint("author", __name__, url_prefix="/penulis")

from elearn.web.author import desk, files, looking, publishing  # noqa: E402  # they add routes

__all__ = ["author", "desk", "files", "looking", "publishing"]
