"""Everything that can be heard without a person's name in it."""

from elearn import messages
from elearn.content.catalogue import Catalogue
from elearn.content.compose import compose
from elearn.content.curriculum import count, told
from elearn.content.facts import Stated
from elearn.content.lesson import Lesson
from elearn.content.subjects import SUBJECTS
from elearn.content.values import DRAWS
from elearn.language.sentences import split
from elearn.narration.narrator import Narrator, id_of


def register(catalogue: Catalogue, narrator: Narrator, facts: Stated) -> None:
    """Make `narrator` know every clip of the interface, of the lessons and of their titles.

    `facts` are those of the day.
    """
    for language in messages.LANGUAGES:
        for text in messages.everything(language):
            narrator.say(split(text), language)
        for subject in (None, *SUBJECTS):
            narrator.say(split(told(count(catalogue.lessons, subject), language)), language)
    for readings in catalogue.lessons.values():
        for lesson in readings.values():
            of_lesson(lesson, narrator, facts)


def of_lesson(lesson: Lesson, narrator: Narrator, facts: Stated) -> list[str]:
    """Make `narrator` know every clip of a lesson; return their ids, each once."""
    asked: dict[str, None] = {}

    def say(sentences: tuple[str, ...], language: str) -> str:
        address = narrator.say(sentences, language)
        asked[id_of(address)] = None
        return address

    say(tuple(split(lesson.meta.title)), lesson.meta.language)
    for audience in lesson.audiences:
        for draw in range(DRAWS):
            compose(lesson, audience, draw, say, facts)
    return [one for one in asked if one]
