"""The sentences of a lesson, and who says each of them now."""

from dataclasses import dataclass
from uuid import UUID

from flask import abort, render_template, request, url_for

from elearn.content.lesson import Lesson
from elearn.content.values import Recorded
from elearn.narration import keeping
from elearn.narration.keeping import Kept
from elearn.narration.recordings import NAME, name_of
from elearn.narration.repertoire import sentences_of
from elearn.narration.script import utterance
from elearn.web.author.gate import draft_or_404
from elearn.web.recording import recording
from elearn.web.recording.gate import folder, speaker, spoken_here
from elearn.web.site import site

SHOWN = 25
"""Sentences on a page."""


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence: what is seen, what is said where that differs, who says it, its sound.

    `own` is a recording that the author laid beside the lesson: it says this place only.
    """

    name: str
    sentence: str
    spoken: str
    who: str
    sound: str
    own: bool = False


@recording.get("/pelajaran/<stem>/<language>")
def lesson(stem: str, language: str) -> str:
    """List what a lesson says, with a recorder for each sentence."""
    speaker()
    readings = site().shelf.current.lessons.get(stem, {})
    if spoken_here(language) not in readings:
        abort(404)
    return _page(readings[language], f"/tutor/pelajaran/{stem}")


@recording.get("/naskah/<uuid:draft_id>")
def draft(draft_id: UUID) -> str:
    """List what a version that nobody has published says."""
    speaker()
    found = draft_or_404(draft_id).lesson
    if found is None:
        abort(404)
    return _page(found, url_for("author.draft", draft_id=draft_id), str(draft_id))


def _page(found: Lesson, back: str, draft: str = "") -> str:
    language = spoken_here(found.meta.language)
    names = _names(found)
    pages = max(1, -(-len(names) // SHOWN))
    at = min(max(1, request.args.get("hal", 1, int)), pages)
    taken = {one.name for one in keeping.all_kept(folder()) if one.language == language}
    lines = [
        _line(name, sentence, language)
        for name, sentence in list(names.items())[(at - 1) * SHOWN:at * SHOWN]
    ]
    return render_template(
        "rekaman/pelajaran.html",
        lesson=found,
        draft=draft,
        lines=lines,
        count=len(names),
        by_people=sum(name in taken or isinstance(one, Recorded) for name, one in names.items()),
        page=at,
        pages=pages,
        orphans=[one for one in _left_behind(found) if one.name not in names],
        back=back,
    )


def _names(found: Lesson) -> dict[str, str]:
    """Return what a lesson says by the names of recordings: what sounds alike is said once."""
    names: dict[str, str] = {}
    for sentence in sentences_of(found, site().facts()):
        text = utterance(sentence, found.meta.language).text
        if text:
            names.setdefault(name_of(text), sentence)
    return names


def _line(name: str, sentence: str, language: str) -> Line:
    narrator, own = site().narrator, isinstance(sentence, Recorded)
    text = utterance(sentence, language).text
    return Line(
        name=name,
        sentence=sentence,
        spoken="" if _letters(text) == _letters(sentence) else text,
        who=NAME if own else narrator.voice(sentence, language),
        sound=narrator.say((sentence,), language),
        own=own,
    )


def _letters(text: str) -> str:
    return "".join(letter for letter in text.casefold() if letter.isalnum())


def _left_behind(found: Lesson) -> list[Kept]:
    """Return the recordings made for this lesson that learners do not meet in it either."""
    language = found.meta.language
    left = [
        one for one in keeping.all_kept(folder())
        if one.language == language and one.about.lesson == found.stem
    ]
    met = site().shelf.current.lessons.get(found.stem, {}).get(language) if left else None
    names = _names(met) if met is not None and met is not found else {}
    return [one for one in left if one.name not in names]
