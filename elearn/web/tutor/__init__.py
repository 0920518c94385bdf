"""What a tutor meets: her classes, who needs her now, people, devices, assignments, sittings."""

from flask import Blueprint

tutor = Blueprint("tutor", __name__, url_prefix="/tutor")

from elearn.web.tutor import (  # noqa: E402  # they add routes
    answers,
    archive,
    assignments,
    beginning,
    cards,
    classes,
    codes,
    devices,
    erasing,
    guests,
    home,
    klass,
    learners,
    lessons,
    person,
    reports,
    tasks,
)

__all__ = [
    "answers", "archive", "assignments", "beginning", "cards", "classes", "codes", "devices",
    "erasing", "guests", "home", "klass", "learners", "lessons", "person", "reports", "tasks",
    "tutor",
]
