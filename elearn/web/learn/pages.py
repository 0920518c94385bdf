"""Lessons composed for an audience and a draw, kept as long as they are used."""

import hashlib
import re
from collections import OrderedDict
from collections.abc import Iterator, Mapping
from datetime import date
from itertools import groupby

from elearn.content.compose import compose, compose_one
from elearn.content.facts import Stated
from elearn.content.foreseen import mistake
from elearn.content.lesson import Lesson
from elearn.content.values import (
    DRAWS,
    Audience,
    Choice,
    Page,
    QuestionScreen,
    Rich,
    Say,
    Screen,
    StepScreen,
)
from elearn.figures.dokumen import DOKUMEN
from elearn.narration import Narrator, Stamps
from elearn.questions import KINDS
from elearn.web.voice import PASSING


def draw_for(seat: str, day: date) -> int:
    """Return the draw of a seat on a day: the same all day, another tomorrow perhaps."""
    return hashlib.sha256(f"{seat} {day.isoformat()}".encode()).digest()[0] % DRAWS


TELLS = 2
"""Which miss shows the right answer; static/js/lesson.js does the same."""

_KEPT = 64
_NO_LINE = "-"               # in static/js/lesson.js too: a wrong answer without a line of its own
_FIELD = re.compile(r"(?P<name>[^:<]{1,60}):(?:\s+(?P<value>.*))?")
_FIGURES = re.compile('class="fig ([a-z-]+)')
_TAGS = re.compile("<[^>]*>")
_pages: OrderedDict[
    tuple[Narrator, Stamps, str, str, Audience, int, str, bool], Page
] = OrderedDict()


_KEPT_ALONE = 512
_alone: OrderedDict[
    tuple[Narrator, Stamps, str, str, Audience, str, int, str], Page | None
] = OrderedDict()


def page(
    lesson: Lesson, audience: Audience, draw: int, narrator: Narrator, facts: Stated,
    quiet: bool = False,
) -> Page:
    """Return the lesson as `audience` meets it in `draw`; the latest used ones are kept."""
    key = (narrator, narrator.epoch, lesson.stem, lesson.version, audience, draw, facts.mark, quiet)
    made = _pages.get(key)
    if made is None:
        say = _passing(narrator) if lesson.meta.sensitive else narrator.say
        made = _pages[key] = compose(lesson, audience, draw, say, facts, quiet)
        while len(_pages) > _KEPT:
            _pages.popitem(last=False)
    return made


def alone(
    lesson: Lesson, audience: Audience, code: str, which: int, narrator: Narrator, facts: Stated,
) -> Page | None:
    """Return the question `code` on a page of its own; the latest used ones are kept."""
    key = (narrator, narrator.epoch, lesson.stem, lesson.version, audience, code, which, facts.mark)
    if key not in _alone:
        _alone[key] = compose_one(lesson, audience, code, which, narrator.say, facts)
        while len(_alone) > _KEPT_ALONE:
            _alone.popitem(last=False)
    return _alone.get(key)


def _passing(narrator: Narrator) -> Say:
    """Return a voice whose sounds no browser keeps."""
    def say(sentences: tuple[str, ...], language: str) -> str:
        address = narrator.say(sentences, language)
        return f"{address}?{PASSING}" if address else ""

    return say


def after(lesson_page: Page, screen: QuestionScreen) -> str:
    """Return the anchor of what follows `screen`."""
    anchors = [other.anchor for other in lesson_page.screens]
    at = anchors.index(screen.anchor) + 1
    return anchors[at] if at < len(anchors) else "akhir"


def client(screen: QuestionScreen) -> Mapping[str, object]:
    """Return what the browser needs to answer `screen` at once: the key and the author's words."""
    said: dict[str, object] = {
        str(choice.id): _pair(choice.feedback)
        for choice in (*screen.choices, *screen.matches)
        if choice.feedback is not None
    }
    said |= {
        _NO_LINE if line is None else str(line): mistake.confusion
        for line, mistake in screen.mistakes.items() if mistake.words is not None
    }
    there = KINDS[screen.kind].shape in ("options", "tiles")    # its HTML stands on the page
    html = "" if there else screen.answer.html
    if "pay" in screen.key:
        html = html[html.rindex("<strong>"):]                   # its pieces stand there, too
    answer = (html, screen.answer.sound)
    data: dict[str, object] = {"key": screen.key, "say": said, "answer": answer}
    if KINDS[screen.kind].shape == "task":
        del data["answer"]       # there is none: a person judges
    if screen.hints:
        data["hints"] = [_pair(hint) for hint in screen.hints]
    if screen.explanation is not None:
        data["why"] = _pair(screen.explanation)
    return data


def computed_words(lesson_page: Page) -> Mapping[str, tuple[str, str]]:
    """Return what is said to mistakes for which the author wrote nothing, by their names."""
    return {
        mistake.confusion: _pair(mistake.words)
        for screen in lesson_page.questions
        for mistake in screen.mistakes.values() if mistake.words is not None
    }


def words(screen: QuestionScreen, line: int | None, canonical: str, right: bool) -> Rich | None:
    """Return what is said to an answer: by its author, else what a rule knows of it."""
    hers = (one.feedback for one in (*screen.choices, *screen.matches) if one.id == line)
    found = next(filter(None, hers), None)
    known = None if right else mistake(screen.mistakes, screen.key, line, canonical)
    return found or (known.words if known else None)


def tells_all(screen: QuestionScreen, attempt: int) -> bool:
    """Whether a wrong answer is told the right one: at the second miss; of two options at once."""
    return attempt >= TELLS or screen.key.get("of") == 2


def pictured(screen: QuestionScreen) -> bool:
    """Whether every option is a picture without words, so that they stand two by two."""
    shown = [choice.body.html for choice in screen.choices]
    return all(("<img" in html or "<svg" in html) and not _TAGS.sub("", html).strip()
               for html in shown)


def crowded(screen: QuestionScreen) -> bool:
    """Whether an option holds more pictures than fit half the width of a phone."""
    return any(choice.body.html.count("<img") > 2 for choice in screen.choices)


def needs(page: Page) -> frozenset[str]:
    """Return the kinds and figures that `page` is made of, as bundles name them.

    A task needs what helps to do it (`Kumpul:`), too: a place to write on, a recorder.
    """
    html = "".join(rich.html for screen in page.screens for rich in _shown(screen))
    kinds = (question.kind.replace(" ", "-") for question in page.questions)
    tapped = (question.document and "dokumen" for question in page.questions)
    drawn = (f"figur-{name}" for name in (*_FIGURES.findall(html), *tapped))
    ways = (way for question in page.questions for way in question.collect)
    signed = any(isinstance(one, StepScreen) and one.signs for one in page.screens)
    return frozenset([*kinds, *drawn, *ways, *(["isyarat"] if signed else [])])


def places(screen: QuestionScreen) -> range:
    """Return the places that tiles are put in."""
    return range(sum(1 for choice in screen.choices if choice.accepted))


def _shown(screen: Screen) -> Iterator[Rich]:
    """Yield what a screen shows before and after an answer."""
    if isinstance(screen, StepScreen):
        yield screen.body
        return
    yield from (screen.stem, screen.answer, *screen.hints)
    for choice in screen.choices:
        yield choice.body
    for other in (screen.explanation, *(choice.match for choice in screen.matches)):
        if other is not None:
            yield other


def fielded(html: str) -> str:
    """Return a field of a document, "Isi: 100 g", with its name and its value apart."""
    found = _FIELD.fullmatch(html)
    if found is None:
        return html
    blank = "" if found["value"] else ' class="kosong"'
    return f'<span class="nama">{found["name"]}</span> <b{blank}>{found["value"] or ""}</b>'


def titled(screen: QuestionScreen, language: str) -> str:
    """Return what the document of a question is called."""
    return DOKUMEN.title(screen.document, language)


def gaps(screen: QuestionScreen) -> list[list[Choice]]:
    """Return what may fill each gap, in the order shown."""
    return [list(group) for _, group in groupby(screen.choices, key=lambda choice: choice.place)]


def _pair(rich: Rich) -> tuple[str, str]:
    return rich.html, rich.sound
