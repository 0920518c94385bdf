"""What a reading lesson makes its learner read herself: bacaan, options that are read, tiles."""

import re
from collections.abc import Iterator, Sequence

from elearn.content.lesson import Passage, Prose, Question, Step
from elearn.content.values import Meta
from elearn.questions import KINDS

READING = "baca-"
"""How the names of reading lessons begin; the others are heard."""

_QUOTED = re.compile(r"\s{0,3}>")
_TOKEN = re.compile(r"\S+")


def passages(
    stem: str, meta: Meta, steps: Sequence[Step], source: str
) -> tuple[Passage, ...]:
    """Return what is read in a lesson; nothing in one that is heard, or is for tutors.

    A word stands as many line ends below the start of its passage as it does in `source`.
    """
    if not stem.startswith(READING) or meta.language != "id":
        return ()
    lines = source.split("\n")
    return tuple(
        passage
        for step in steps
        if step.audience != "tutor"
        for passage in _of_step(step, lines)
        if passage[1].strip()
    )


def _of_step(step: Step, lines: Sequence[str]) -> Iterator[Passage]:
    blocks = [*step.blocks, *(block for asked in step.questions for block in asked.blocks)]
    for block in blocks:
        if block.kind == "bacaan":
            yield block.prose.line, _placed(block.prose, lines)
    for asked in step.questions:
        if asked.options and (asked.reading or KINDS[asked.kind].shape == "tiles"):
            yield asked.options[0].line, _options(asked)


def _options(asked: Question) -> str:
    """Return the options of a question, each on its own line."""
    out, at = "", asked.options[0].line
    for option in asked.options:
        if option.typed and not option.accepted:
            continue                         # a foreseen slip, which nobody shows her
        words = _words(option.body) + (f" {_words(option.match)}" if option.match else "")
        out += ("\n" * (option.line - at) or " ") + words.replace("\n", " ")
        at = option.line
    return out


def _placed(prose: Prose, lines: Sequence[str]) -> str:
    """Return bacaan with its lines: in prose they were joined."""
    out, at, column = "", prose.line, 0
    for token in _TOKEN.findall(_words(prose)):
        place = _find(token, lines, at, column)
        if place is not None and place[0] > at:
            out += "\n" * (place[0] - at)
        at, column = place or (at, column)
        out += f"{token} "
    return out


def _find(
    token: str, lines: Sequence[str], at: int, column: int
) -> tuple[int, int] | None:
    """Return the line of a token and where it ends; None where signs of Markdown cut it."""
    for number in range(at, len(lines) + 1):
        line = lines[number - 1]
        if number > at and not _QUOTED.match(line):
            return None
        found = line.find(token, column if number == at else 0)
        if found >= 0:
            return number, found + len(token)
    return None


def _words(prose: Prose) -> str:
    """Return the words of prose; pictures, numbers and facts stand between words."""
    return "\n".join(
        "".join(run.text if run.piece is None else " " for run in paragraph.runs)
        for paragraph in prose.paragraphs
    )
