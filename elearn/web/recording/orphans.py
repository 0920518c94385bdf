"""Recordings that no sentence asks for any more: their words were edited, or their lesson went."""

from collections.abc import Iterable, Iterator

from flask import render_template

from elearn import messages
from elearn.content.catalogue import Catalogue
from elearn.content.curriculum import count, told
from elearn.content.lesson import Lesson
from elearn.content.subjects import SUBJECTS
from elearn.content.ucapan import told_in
from elearn.language.local import NAMES
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
    return render_template(
        "rekaman/rekaman.html", orphans=_LAST.orphans(kept), count=len(kept), back=""
    )


class _Last:
    """The latest search: it takes seconds, and the page is opened again after each tap."""

    def __init__(self) -> None:
        self._of: tuple[Catalogue, str, list[Kept]] | None = None
        self._found: list[Kept] = []

    def orphans(self, kept: list[Kept]) -> list[Kept]:
        """Return the recordings without a sentence, sought again where anything is new."""
        catalogue, mark = site().shelf.current, site().facts().mark
        of = self._of
        if of is None or of[0] is not catalogue or of[1] != mark or set(kept) - set(of[2]):
            self._found = orphans(kept)
            self._of = catalogue, mark, kept
        return [one for one in self._found if one in kept]


_LAST = _Last()


def orphans(kept: list[Kept]) -> list[Kept]:
    """Return those of `kept` that nothing says: no button, and no lesson of now.

    Each is looked for where it was recorded first: all lessons are read only for what is not there.
    """
    left = {(one.language, one.name): one for one in kept}
    for language in (*messages.LANGUAGES, *NAMES) if left else ():
        _strike(left, _of_the_interface(language), language)
    for lesson in _lessons({one.about.lesson for one in kept}):
        if not left:
            break
        _strike(left, sentences_of(lesson, site().facts()), lesson.meta.language)
    return list(left.values())


def _of_the_interface(language: str) -> Iterator[str]:
    """Yield every sentence of buttons and pages; people say the Indonesian ones in their own."""
    catalogue = site().shelf.current
    written = language if language in messages.LANGUAGES else "id"
    counts = (told(count(catalogue.lessons, subject), written) for subject in (None, *SUBJECTS))
    for text in (*messages.everything(written), *counts):
        yield from told_in(text, catalogue.around.site_told(written))


def _strike(left: dict[tuple[str, str], Kept], sentences: Iterable[str], language: str) -> None:
    for sentence in sentences:
        left.pop((language, name_in(sentence, language)), None)


def _lessons(first: set[str]) -> Iterator[Lesson]:
    """Yield every reading of every lesson, those called `first` before the others."""
    lessons = site().shelf.current.lessons
    for stem in sorted(lessons, key=lambda stem: (stem not in first, stem)):
        yield from lessons[stem].values()
