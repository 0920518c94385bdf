"""What a right answer looks like and how it is said, by the shape of its kind."""

import html as entities
from collections.abc import Sequence
from fractions import Fraction
from itertools import groupby

from elearn.content.gaps import filled
from elearn.content.lesson import Drawing, Option, Question
from elearn.content.markup import Ink, inline, piece_markup, spoken
from elearn.content.tapped import in_passage
from elearn.content.values import Choice
from elearn.figures import FIGURES
from elearn.figures.uang import MOST
from elearn.language.numbers import format_number
from elearn.questions import KINDS
from elearn.questions.uang import pieces_of
from elearn.questions.values import Key, Line


class Answers:
    """The right answer to a question in one draw.

    `lines` are those of the author's lines that make it, in its order.
    """

    def __init__(self, question: Question, lines: Sequence[Line], key: Key, ink: Ink) -> None:
        """Find the right answer to `question` by its drawn `lines` and its key."""
        self._question = question
        self._ink = ink
        self._shape = KINDS[question.kind].shape
        self._pay = KINDS[question.kind].right(key) if self._shape == "money" else ""
        self.lines = self._found(lines, key)

    def shown(self, choices: Sequence[Choice]) -> tuple[str, list[str]]:
        """Return it as HTML and as sentences; `choices` are those of the page by their lines."""
        if self._shape == "gaps":
            return self._sentence()
        if self._shape == "money":
            return self._paid()
        if in_passage(self._question):
            return self._passage(choices)
        if self._shape == "task":
            return _criteria(choices)
        right = [choices[at] for at in self.lines]
        said = [
            sentence
            for choice in right
            for sentence in self._words(self._question.options[choice.id])
        ]
        if self._shape == "pairs":
            items = "".join(
                f"<li>{choice.body.html} = {choice.match.html if choice.match else ''}</li>"
                for choice in right
            )
            return f"<ul>{items}</ul>", said
        html = " ".join(choice.body.html for choice in right)
        if self._shape == "tiles":
            return html, [" ".join(said)]
        if self._question.unit and said:
            unit = self._question.unit
            return _with_unit(html, entities.escape(unit)), [_with_unit(" ".join(said), unit)]
        return html, said

    def _found(self, lines: Sequence[Line], key: Key) -> list[int]:
        if self._shape in ("options", "tiles", "words"):
            right = KINDS[self._question.kind].right(key)
            return [int(part) for part in right.split(",") if part]
        accepted = [at for at, line in enumerate(lines) if line.accepted]
        if self._shape == "gaps":
            first = {lines[at].place: at for at in reversed(accepted)}
            return [first[place] for place in sorted(first)]
        return accepted if self._shape == "pairs" else accepted[:1]

    def _sentence(self) -> tuple[str, list[str]]:
        """Return the sentence with its gaps filled."""
        fillings = iter([self._question.options[at].body for at in self.lines])
        html, said = [], list[str]()
        for block in self._question.blocks:
            if block.kind == "sound":
                continue
            prose = filled(block.prose, fillings)
            if prose != block.prose:
                html.append(inline(prose, self._ink))
                said += spoken(prose, self._ink, whole=block.kind == "bacaan")
        return f"<p>{' '.join(html)}</p>", said

    def _passage(self, choices: Sequence[Choice]) -> tuple[str, list[str]]:
        """Return the passage, in which what was to be tapped stands out."""
        rows = [
            " ".join(f"<strong>{one.body.html}</strong>" if one.accepted else one.body.html
                     for one in row)
            for _, row in groupby(choices, key=lambda choice: choice.place)
        ]
        said = [part for at in self.lines for part in self._words(self._question.options[at])]
        return f"<p>{'<br>'.join(rows)}</p>", [", ".join(one.rstrip(".,") for one in said) + "."]

    def _paid(self) -> tuple[str, list[str]]:
        """Return one way to pay: its pieces, and what they come to."""
        paid = pieces_of(self._pay)
        told = "Rp" + format_number(Fraction(sum(paid)), self._ink.language)
        if not 0 < len(paid) <= MOST:
            return f"<strong>{told}</strong>", [told]
        drawing = piece_markup(Drawing(0, "uang", self._pay), self._ink)
        told_of = FIGURES["uang"].alt(self._pay, self._ink.language)
        return f"{drawing} <strong>{told}</strong>", [told_of]

    def _words(self, option: Option) -> tuple[str, ...]:
        """Return what is said for an option in an answer: both sides of a pair, buttons too."""
        said = spoken(option.body, self._ink, buttons=True)
        if option.match is None:
            return said
        both = (*said, *spoken(option.match, self._ink, buttons=True))
        return (", ".join(dict.fromkeys(both)),) if both else ()


def _criteria(choices: Sequence[Choice]) -> tuple[str, list[str]]:
    items = "".join(f"<li>{choice.body.html}</li>" for choice in choices)
    return f"<ul>{items}</ul>", [part for one in choices for part in one.body.spoken]


def _with_unit(number: str, unit: str) -> str:
    return f"{unit}{number}" if unit == "Rp" else f"{number} {unit}"
