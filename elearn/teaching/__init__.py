"""What a tutor does: make a class, take learners in."""

from elearn.teaching.classes import ConsentError, add_learner, make_class
from elearn.teaching.tutors import own_class

__all__ = ["ConsentError", "add_learner", "make_class", "own_class"]
