"""What an author meets: her lessons, their faults, how learners will see them."""

from flask import Blueprint

author = Blueprint("author", __name__, url_prefix="/penulis")

__all__ = ["author"]
