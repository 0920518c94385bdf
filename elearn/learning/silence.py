"""Sensitive lessons among the others: heard and answered, never kept, counted or told of."""

from elearn.content.catalogue import Catalogue
from elearn.content.lesson import Lesson


def silent(catalogue: Catalogue, stem: str) -> bool:
    """Whether nothing may be kept or told of the lesson `stem`: one reading of it is sensitive.

    What was answered while it was an ordinary lesson stays in the log and is left out of everything
    that is derived from it.
    """
    return any(one.meta.sensitive for one in catalogue.lessons.get(stem, {}).values())


def reading(catalogue: Catalogue, stem: str, language: str) -> Lesson | None:
    """Return the lesson `stem` as a learner reads it; of a sensitive one only what says so."""
    found = catalogue.lesson(stem, language)
    if found is None or found.meta.sensitive or not silent(catalogue, stem):
        return found
    original = catalogue.lesson(stem)
    return original if original is not None and original.meta.sensitive else None
