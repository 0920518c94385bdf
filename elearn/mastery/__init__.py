"""Where a learner stands, as pure functions of the answers she gave (docs/mastery.md)."""

from elearn.mastery.order import LessonNode, next_lesson
from elearn.mastery.rules import SITTING, Standing, Status, standing
from elearn.mastery.sittings import Answer, FirstTry

__all__ = [
    "SITTING",
    "Answer",
    "FirstTry",
    "LessonNode",
    "Standing",
    "Status",
    "next_lesson",
    "standing",
]
