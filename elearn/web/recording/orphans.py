"""Recordings that no sentence asks for any more: their words were edited, or their lesson went."""

from collections.abc import Iterator

from flask import render_template

from elearn import messages
from elearn.content.lesson import Lesson
from elearn.language.sentences import split
from elearn.narration import keeping
from elearn.narration.keeping import Kept, name_in
from elearn.narration.repertoire import sentences_of
from elearn.web.recording import recording
from elearn.web.recording.gate import folder, speaker
from elearn.web.site import site


@recording.get("/")
def home() -> str:
    """List the recordings without a sentence, to be heard and removed."""
    speaker()
    kept = list(keeping.all_kept(folder()))
    return render_template("rekaman/rekaman.html", orphans=orphans(kept), count=len(kept), back="")


def orphans(kept: list[Kept]) -> list[Kept]:
    """Return those of `kept` that nothing says: no button, and no lesson of now.

    Each is looked for where it was recorded first: all lessons are read only for what is not there.
    """
    left = {(one.language, one.name): one for one in kept}
    for language in messages.LANGUAGES:
        for text in messages.everything(language) if left else ():
            for sentence in split(text):
                left.pop((language, name_in(sentence, language)), None)
    for lesson in _lessons({one.about.lesson for one in kept}):
        if not left:
            break
        for sentence in sentences_of(lesson, site().facts()):
            language = lesson.meta.language
            left.pop((language, name_in(sentence, language)), None)
    return list(left.values())


def _lessons(first: set[str]) -> Iterator[Lesson]:
    """Yield every reading of every lesson, those called `first` before the others."""
    lessons = site().shelf.current.lessons
    for stem in sorted(lessons, key=lambda stem: (stem not in first, stem)):
        yield from lessons[stem].values()
