"""What a confusion is, and what is known of the question in which it may show."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Literal


@dataclass(frozen=True, slots=True)
class Confusion:
    """Something that learners take for something else. `name` is stable: the log keeps it."""

    name: str                # "b-d"
    label: str               # message id for tutors: "tertukar b – d"
    said: str                # message id: what is said to her, true wherever the rule fits


@dataclass(frozen=True, slots=True)
class Task:
    """A question with the numbers of one draw, as far as rules look at it.

    Texts are comparable: pictures as their emoji, figures as "titik:7", numbers in Indonesian
    digits. `expression` is the author's `a * h` where the accepted answer is nothing else.
    """

    right: tuple[str, ...]               # every accepted text
    typed: Literal["letters", "digits", "money", ""] = ""    # money: laid on the table
    reading: bool = False                # she reads the options, they are silent
    stem: str = ""                       # the words of the question
    counted: frozenset[int] = frozenset()    # how many things its pictures show
    expression: str = ""
    numbers: Mapping[str, Fraction] = field(default_factory=dict)
