"""What a tutor does: make a class, take learners in."""

from elearn.teaching.classes import ConsentError, add_learner, make_class

__all__ = ["ConsentError", "add_learner", "make_class"]
