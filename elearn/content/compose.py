"""A lesson, an audience and a draw -> the page that everybody meets there."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

from elearn.content.answers import Answers
from elearn.content.asked import asked as asked_of
from elearn.content.asked import can_be_asked
from elearn.content.bacaan import reading
from elearn.content.documents import around, tapped_type
from elearn.content.draws import NONE, fits, lines, rounds
from elearn.content.facts import Stated
from elearn.content.foreseen import computed, mistakes
from elearn.content.gaps import gaps_of
from elearn.content.lesson import Block, Drawing, Lesson, Option, Prose, Question, Sound, Step
from elearn.content.markup import Ink, button, inline, markup, piece_markup, spoken, words_of
from elearn.content.senses import needs_hearing
from elearn.content.shuffle import shuffled, shuffled_until
from elearn.content.tapped import in_passage
from elearn.content.ucapan import pronouncing
from elearn.content.values import (
    DRAWS,
    Audience,
    Choice,
    Mistake,
    Money,
    Page,
    QuestionScreen,
    Rich,
    Say,
    Screen,
    StepScreen,
)
from elearn.language.graphemes import graphemes
from elearn.language.sentences import split
from elearn.messages import translator
from elearn.questions import KINDS
from elearn.questions.tugas import how
from elearn.questions.uang import PIECES
from elearn.questions.values import Key, Kind

WILL_LOOK = "Nanti tutor melihat:"
"""Stands before the rubric of a task."""

NO_FACTS = Stated()
"""For lessons that name none."""


def compose(
    lesson: Lesson, audience: Audience, draw: int, say: Say, facts: Stated = NO_FACTS,
    quiet: bool = False,
) -> Page:
    """Return the page of `lesson` for `audience` in `draw` (0 to DRAWS - 1); `say` gives sounds.

    `facts` are those of the day. A question that needs a fact which is not told is left out; for a
    `quiet` page (`tanpa suara`) also one that cannot be answered without hearing.
    """
    screens: list[Screen] = []
    asked = 0
    say = pronouncing(say, lesson.sayings)
    for number, step in enumerate(lesson.steps_for(audience), 1):
        ink = Ink(NONE, lesson.meta.language, say, facts=facts, told=lesson.sayings)
        screens.append(_step(step, f"s{number}", ink))
        for question in step.questions:
            if not can_be_asked(question, facts) or (quiet and needs_hearing(question)):
                continue
            for at, numbers in enumerate(rounds(question, draw)):
                asked += 1
                ink = Ink(numbers, lesson.meta.language, say, asking=True, facts=facts,
                          told=lesson.sayings)
                which = draw * question.rounds + at
                screens.append(_Asking(lesson, question, which, ink).screen(f"q{asked}"))
    return Page(lesson.stem, lesson.subject, lesson.version, lesson.meta, audience, draw,
                tuple(screens), facts.facts.version if lesson.facts else "", quiet)


def compose_one(
    lesson: Lesson, audience: Audience, code: str, which: int, say: Say, facts: Stated = NO_FACTS,
    quiet: bool = False,
) -> Page | None:
    """Return a page that asks the question `code` alone, as practice does; None if it cannot.

    `which` is a draw as screens count them. It may lie beyond those of the lesson's own pages: then
    the numbers are others than these ever show, if they make sense: nobody has checked those.
    """
    say = pronouncing(say, lesson.sayings)
    for question in asked_of(lesson, audience, facts):
        if question.code == code and not (quiet and needs_hearing(question)):
            draw, at = divmod(which, question.rounds)
            if draw >= DRAWS and not fits(question, which, facts):
                return None
            ink = Ink(rounds(question, draw)[at], lesson.meta.language, say, asking=True,
                      facts=facts, told=lesson.sayings)
            screen = _Asking(lesson, question, which, ink).screen("q1")
            return Page(lesson.stem, lesson.subject, lesson.version, lesson.meta, audience, draw,
                        (screen,), facts.facts.version if lesson.facts else "", quiet)
    return None


def tutor_notes(lesson: Lesson, say: Say, facts: Stated = NO_FACTS) -> tuple[str, ...]:
    """Return what a lesson tells its tutors, as clean HTML; no learner's page holds it."""
    ink = Ink(NONE, lesson.meta.language, pronouncing(say, lesson.sayings), link="{stem}",
              facts=facts, told=lesson.sayings)
    return tuple(
        "".join(_block(block, ink, linked=False) for block in step.blocks)
        for step in lesson.steps if step.audience == "tutor"
    )


def _step(step: Step, anchor: str, ink: Ink) -> StepScreen:
    said = [*split(step.heading)]
    for block in step.blocks:
        said += spoken(block.prose, ink, whole=block.kind != "prose")
    html = "".join(_block(block, ink, linked=True) for block in step.blocks)
    return StepScreen(anchor, step.heading, _rich(html, said, ink), step.signs)


def _block(block: Block, ink: Ink, linked: bool) -> str:
    if block.kind == "bacaan":
        return reading(block.prose, ink, linked)
    if block.kind == "sound":
        buttons = (piece for piece in block.prose.pieces if isinstance(piece, Sound))
        return "".join(f"<p>{button(sound, ink)}</p>" for sound in buttons)
    return markup(block.prose, ink)


def _rich(html: str, said: Iterable[str], ink: Ink) -> Rich:
    sentences = tuple(said)
    return Rich(html, sentences, ink.say(sentences, ink.language) if sentences else "")


class _Asking:
    """One question with the numbers of one draw."""

    def __init__(self, lesson: Lesson, question: Question, which: int, ink: Ink) -> None:
        self._lesson = lesson
        self._question = question
        self._which = which
        self._ink = ink
        self._kind: Kind = KINDS[question.kind]
        self._lines = lines(question, ink)
        self._more = () if lesson.meta.sensitive else computed(question, ink, self._lines)
        self._key: Key = self._kind.key((*self._lines, *(line for line, _ in self._more)))
        self._answers = Answers(question, self._lines, self._key, ink)

    def screen(self, anchor: str) -> QuestionScreen:
        """Return the question as it is asked."""
        question = self._question
        choices = tuple(self._choice(at, option) for at, option in enumerate(question.options))
        return QuestionScreen(
            anchor=anchor,
            code=question.code,
            draw=self._which,
            kind=question.kind,
            stem=self._stem(),
            choices=self._order([choice for choice in choices if choice.body.html]),
            matches=self._matches(choices),
            key=self._key,
            answer=self._answer(choices),
            hints=tuple(self._inline(hint) for hint in question.hints),
            explanation=self._inline(question.explanation) if question.explanation else None,
            reading=question.reading,
            unit=question.unit,
            keypad=self._keypad(),
            evidence=self._evidence(),
            money=self._money(),
            once=bool(question.purse),
            collect=question.collect,
            mistakes=self._mistakes(),
            document=tapped_type(question),
        )

    def _mistakes(self) -> Mapping[int | None, Mistake]:
        """Return what wrong answers take for what; in a sensitive lesson nobody looks for it."""
        if self._lesson.meta.sensitive:
            return {}
        return mistakes(self._question, self._ink, self._lines, self._more)

    def _inline(self, prose: Prose) -> Rich:
        return _rich(inline(prose, self._ink), spoken(prose, self._ink), self._ink)

    def _choice(self, at: int, option: Option) -> Choice:
        return Choice(
            id=at,
            body=self._inline(option.body) if self._is_said(option) else (
                Rich(inline(option.body, self._ink))
            ),
            accepted=option.accepted,
            feedback=self._inline(option.feedback) if option.feedback else None,
            match=self._inline(option.match) if option.match else None,
            place=option.place,
            typed=option.typed,
        )

    def _is_said(self, option: Option) -> bool:
        """Whether an option has a sound: nothing typed or paid has, nor a word of a passage."""
        if self._kind.shape == "money":
            return False
        return not option.typed and not in_passage(self._question)

    def _stem(self) -> Rich:
        """Return what is asked; its bacaan is silent, since she is to read it herself."""
        blocks = around(self._question)
        said = [
            sentence
            for block in blocks
            if block.kind != "bacaan"
            for sentence in spoken(block.prose, self._ink, whole=block.kind == "sound")
        ]
        say = translator(self._ink.language)
        said += [*self._rubric(), say(self._kind.instruction)]
        html = "".join(
            _block(block, self._ink, linked=False) for block in blocks
            if block.kind != "bacaan" or not in_passage(self._question)    # its words are tapped
        )
        return _rich(html, said, self._ink)

    def _rubric(self) -> list[str]:
        """Return what is told of a task beforehand: what her tutor will look at, how to do it."""
        if self._kind.shape != "task":
            return []
        say = translator(self._ink.language)
        criteria = (part for option in self._question.options
                    for part in spoken(option.body, self._ink))
        return [say(WILL_LOOK), *criteria, say(how(self._question.collect))]

    def _seed(self, what: str) -> str:
        return f"{self._question.code} {self._which} {what}"

    def _order(self, choices: Sequence[Choice]) -> tuple[Choice, ...]:
        shape = self._kind.shape
        if shape == "tiles":
            return shuffled_until(choices, self._seed("tiles"), self._is_task)
        if self._question.fixed or shape not in ("options", "gaps"):
            return tuple(choices)
        places = dict.fromkeys(choice.place for choice in choices)
        return tuple(
            choice
            for place in places
            for choice in shuffled(
                [one for one in choices if one.place == place],
                self._seed(f"options {place}" if place else "options"),
            )
        )

    def _is_task(self, tiles: Sequence[Choice]) -> bool:
        """Whether these tiles, as they lie, still have to be put into order."""
        everything = ",".join(str(tile.id) for tile in tiles)
        belonging = ",".join(str(tile.id) for tile in tiles if tile.accepted)
        return all(
            self._kind.mark(self._key, raw).outcome != "right" for raw in (everything, belonging)
        )

    def _matches(self, choices: Sequence[Choice]) -> tuple[Choice, ...]:
        if self._kind.shape != "pairs":
            return ()
        return shuffled(choices, self._seed("matches"))

    def _answer(self, choices: Sequence[Choice]) -> Rich:
        """Return the right answer to show and say, after the bacaan that was silent before."""
        html, said = self._answers.shown(choices)
        read = [
            sentence
            for block in self._question.blocks
            if block.kind == "bacaan" and not gaps_of([block])
            for sentence in spoken(block.prose, self._ink, whole=True)
        ]
        return _rich(html, dict.fromkeys([*read, *said]), self._ink)

    def _keypad(self) -> Literal["digits", "letters", ""]:
        if self._kind.shape != "typed":
            return ""
        return "digits" if self._question.kind == "angka" else "letters"

    def _money(self) -> tuple[Money, ...]:
        """Return what she can pay with, the largest first."""
        if self._kind.shape != "money":
            return ()
        return tuple(
            Money(value, piece_markup(Drawing(0, "uang", str(value)), self._ink))
            for value in self._question.purse or PIECES
        )

    def _evidence(self) -> frozenset[str]:
        """Return the granted graphemes that a right answer shows: read in it or in the bacaan."""
        prose = [block.prose for block in self._question.blocks if block.kind == "bacaan"]
        for at in self._answers.lines:
            option = self._question.options[at]
            prose += [part for part in (option.body, option.match) if part is not None]
        words = " ".join(words_of(part, self._ink) for part in prose)
        return frozenset(graphemes(words)) & frozenset(self._lesson.meta.graphemes)
