"""Everything that can be heard without a person's name in it."""

from elearn import messages
from elearn.content.catalogue import Catalogue
from elearn.content.compose import compose
from elearn.content.curriculum import count, told
from elearn.content.facts import Stated
from elearn.content.lesson import Lesson
from elearn.content.subjects import SUBJECTS
from elearn.content.ucapan import told_in
from elearn.content.values import DRAWS, Recorded
from elearn.narration.narrator import Narrator, id_of
from elearn.narration.script import Script


def register(catalogue: Catalogue, narrator: Narrator, facts: Stated) -> None:
    """Make `narrator` know every clip of the interface, of the lessons and of their titles.

    `facts` are those of the day.
    """
    for language in messages.LANGUAGES:
        site = catalogue.around.site_told(language)
        for text in messages.everything(language):
            narrator.say(told_in(text, site), language)
        for subject in (None, *SUBJECTS):
            text = told(count(catalogue.lessons, subject), language)
            narrator.say(told_in(text, site), language)
    for language in narrator.recordings.local:
        for text in messages.everything("id"):
            say_locally(catalogue, narrator, text, language)
    for readings in catalogue.lessons.values():
        for lesson in readings.values():
            of_lesson(lesson, narrator, facts)


def say_locally(catalogue: Catalogue, narrator: Narrator, text: str, language: str) -> str:
    """Return the address of an Indonesian message as people say it in a language of the place.

    "" where they have not recorded all of it: a message in two voices is harder to follow.
    """
    said = told_in(text, catalogue.around.site_told("id"))
    whole = narrator.is_recorded(Script(tuple(said), language))
    return narrator.say(said, language) if whole else ""


def sentences_of(lesson: Lesson, facts: Stated) -> list[str]:
    """Return every sentence that a lesson can say, in its own order; those of other draws last."""
    titles = *told_in(lesson.meta.title, lesson.sayings), *going_on(lesson)
    found: dict[str, str] = {one: one for one in titles}

    def say(sentences: tuple[str, ...], language: str) -> str:  # noqa: ARG001  # a Say
        for one in sentences:
            plain = not isinstance(one, Recorded)      # what is recorded in one place only is not
            found[one] = one if plain else found.get(one, one)
        return ""

    for draw in range(DRAWS):
        for audience in lesson.audiences:
            compose(lesson, audience, draw, say, facts)
    return list(found.values())


def going_on(lesson: Lesson) -> tuple[str, ...]:
    """Return what home says of a lesson with which she goes on, in the lesson's own language."""
    word = messages.translator(lesson.meta.language)("Lanjut")
    return told_in(f"{word}: {lesson.meta.title}", lesson.sayings)


def of_lesson(lesson: Lesson, narrator: Narrator, facts: Stated) -> list[str]:
    """Make `narrator` know every clip of a lesson; return their ids, each once."""
    asked: dict[str, None] = {}

    def say(sentences: tuple[str, ...], language: str) -> str:
        address = narrator.say(sentences, language)
        asked[id_of(address)] = None
        return address

    say(told_in(lesson.meta.title, lesson.sayings), lesson.meta.language)
    say(going_on(lesson), lesson.meta.language)
    for audience in lesson.audiences:
        for draw in range(DRAWS):
            compose(lesson, audience, draw, say, facts)
    return [one for one in asked if one]
