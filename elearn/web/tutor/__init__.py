"""What a tutor meets: her classes, who needs her now, people, devices, assignments, sittings."""

from flask import Blueprint

tutor = Blueprint("tutor", __name__, url_prefix="/tutor")

__all__ = ["tutor"]
