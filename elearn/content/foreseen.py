"""Wrong answers whose confusion has a name: the author's own lines, and those she did not write."""

import html
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from elearn.content.compared import task
from elearn.content.lesson import Question
from elearn.content.markup import Ink
from elearn.content.values import Mistake, Rich
from elearn.language.sentences import split
from elearn.language.syllables import syllables
from elearn.messages import translator
from elearn.mistakes import CONFUSIONS, PAIRS, Task, foreseen, recognised
from elearn.questions import KINDS
from elearn.questions.uang import APART, amount, payment
from elearn.questions.values import Key, Kind, Line, Shape

COMPARED = frozenset({"options", "typed", "tiles", "gaps", "words", "money"})
"""Shapes whose wrong lines stand for right ones; whose partner is a right side without one?"""

Named = Sequence[tuple[Line, str]]


def computed(question: Question, ink: Ink, lines: Sequence[Line]) -> Named:
    """Return lines that the author did not write: likely wrong answers to what is typed or paid.

    They stand behind hers in the marking data, are not accepted, and never meet one of hers.
    """
    kind = KINDS[question.kind]
    if kind.shape not in ("typed", "money"):
        return ()
    key = kind.key(lines)
    found = []
    for text, name in foreseen(task(question, ink, lines)):
        line = Line(text, accepted=False, unit=question.unit,
                    purse=next((one.purse for one in lines), ()))
        verdict = kind.mark(key, _raw(kind, line))
        hers = verdict.line is not None and verdict.line < len(lines)
        if verdict.outcome == "wrong" and not hers:
            found.append((line, name))
    return found


def _raw(kind: Kind, line: Line) -> str:
    """Return a line as she would give it, "" for a sum that she cannot pay."""
    return "+".join(map(str, payment(line))) if kind.shape == "money" else line.text


def mistakes(
    question: Question, ink: Ink, lines: Sequence[Line], more: Named
) -> Mapping[int | None, Mistake]:
    """Return by line what was confused by whoever answers so; None stands for no line of its own.

    The author's words to a line stay hers: such a mistake has a name and no words.
    """
    names: dict[int | None, str] = dict(_of_lines(question, ink, lines))
    behind = [name for _, name in more]
    if KINDS[question.kind].shape == "money":
        behind += APART
    names |= {len(lines) + at: name for at, name in enumerate(behind)}
    if general := _general(question, lines):
        names[None] = general
    written = {at for at, option in enumerate(question.options) if option.feedback is not None}
    return {
        at: Mistake(name, None if at in written else said(name, ink))
        for at, name in names.items()
    }


def _of_lines(
    question: Question, ink: Ink, lines: Sequence[Line]
) -> Iterator[tuple[int, str]]:
    """Yield the author's wrong lines that take something for what is right, with its name."""
    shape = KINDS[question.kind].shape
    tasks: dict[int | None, Task] = {}
    for at, line in enumerate(lines):
        if line.accepted or shape not in COMPARED:
            continue
        gap = line.place if shape == "gaps" else None
        if gap not in tasks:
            tasks[gap] = task(question, ink, lines, gap)
        name = _of_line(shape, tasks[gap], line.text)
        if not name and shape == "money":
            name = _of_sum(line, lines)
        if name:
            yield at, name


def _of_line(shape: Shape, asked: Task, wrong: str) -> str:
    """Return what a wrong line takes for what.

    Where many words are right, a word is taken for another only by letters that are mixed up.
    """
    if shape != "words":
        return recognised(asked, wrong)
    each = (recognised(replace(asked, right=(right,)), wrong) for right in asked.right)
    return next((name for name in each if name in PAIRS), "")


def _of_sum(line: Line, lines: Sequence[Line]) -> str:
    """Return how a foreseen sum misses all that are accepted."""
    sums = [amount(one) for one in lines if one.accepted]
    if all(amount(line) < one for one in sums):
        return "uang-kurang"
    return "uang-lebih" if all(amount(line) > one for one in sums) else ""


def said(name: str, ink: Ink) -> Rich:
    """Return what is said to whoever makes this mistake."""
    words = translator(ink.language)(CONFUSIONS[name].said)
    sentences = split(words)
    return Rich(html.escape(words, quote=False), sentences, ink.say(sentences, ink.language))


def mistake(
    known: Mapping[int | None, Mistake], key: Key, line: int | None, canonical: str
) -> Mistake | None:
    """Return what a wrong answer shows, by its line and canonical form; None where nothing is sure.

    Tiles are in the wrong order only where they are the right ones.
    """
    if line is None and key["kind"] == "urutkan":
        same, ok = _numbers(key["same"]), _numbers(key["ok"])
        placed = [int(part) for part in canonical.split(",") if part]
        if Counter(placed) != Counter(same[tile] for tile in ok):
            return None
    return known.get(line)


def _numbers(value: object) -> list[int]:
    return [int(one) for one in value] if isinstance(value, list) else []


def _general(question: Question, lines: Sequence[Line]) -> str:
    """Return what a wrong answer without a line of its own shows, "" where it may be several."""
    if question.kind in ("pilih semua", "ketuk"):
        return "belum-semua"
    if question.kind != "urutkan":
        return ""
    tiles = [line.text for line in lines if line.accepted]
    word = "".join(tiles)
    parts = word.isalpha() and tuple(tiles) == syllables(word)
    return "urutan-suku" if parts and question.reading else "urutan"
