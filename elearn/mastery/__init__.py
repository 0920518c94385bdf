"""Where a learner stands, as pure functions of the answers she gave (docs/mastery.md)."""

from elearn.mastery.confusions import Confused, weakest
from elearn.mastery.order import LessonNode, next_lesson
from elearn.mastery.rules import Standing, Status, standing
from elearn.mastery.sittings import LEAST, SITTING, Answer, FirstTry
from elearn.mastery.tasks import HandedIn, handed_in

__all__ = [
    "LEAST",
    "SITTING",
    "Answer",
    "Confused",
    "FirstTry",
    "HandedIn",
    "LessonNode",
    "Standing",
    "Status",
    "handed_in",
    "next_lesson",
    "standing",
    "weakest",
]
