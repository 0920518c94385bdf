"""Words of a passage that are tapped, the right ones in brackets: `> ibu [beli] [buku] baru`."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from elearn.content.lesson import Question
from elearn.content.outline import RawBlock, RawQuestion
from elearn.content.pieces import Span
from elearn.questions.values import Fault

KETUK = "ketuk"
"""The kind of question in which words are tapped."""

_IMAGE = r"!\[[^\[\]\n]*\]\([^()\n]*\)"
_BRACKET = re.compile(rf"\[((?:{_IMAGE}|[^\[\]\n])*)\](?!\()")
_WORD = re.compile(
    rf"(?:{_IMAGE}|\[(?:{_IMAGE}|[^\[\]\n])*\](?:\([^()\n]*\))?|\{{[^{{}}\n]*\}}|\S)+"
)
_SIGNS = re.compile(r"[-–—….,;:!?'\"()/]+")


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a passage; `row` counts its lines from 1."""

    span: Span
    accepted: bool
    row: int


def plain_blocks(raw: RawQuestion) -> list[RawBlock]:
    """Return the blocks of a question as they are read: brackets around words are left out."""
    return [
        replace(block, span=_plain(block.span)) if block in _passages(raw) else block
        for block in raw.blocks
    ]


def words(raw: RawQuestion) -> list[Word]:
    """Return the words that are tapped; none where no bracket marks one."""
    found: list[Word] = []
    row = 0
    for block in _passages(raw):
        for at, line in enumerate(block.span.text.split("\n")):
            row += 1
            found += _in_line(line, block.span.line + at, row)
    return found if any(word.accepted for word in found) else []


def bracket_faults(raw: RawQuestion) -> Iterator[Fault]:
    """Yield what is wrong with the brackets of a passage."""
    for block in _passages(raw):
        for number, line in enumerate(block.span.text.split("\n"), block.span.line):
            bare = re.sub(_IMAGE, "", line)
            if any(not found[1].strip() for found in _BRACKET.finditer(line)):
                yield Fault(number, "Kurung siku mengapit kata yang benar, seperti '[beli]'.")
            elif "](" in bare:
                yield Fault(number, "Di bacaan soal ketuk tidak ada tautan atau suara. Kurung siku "
                                    "mengapit kata yang benar, seperti '[beli]'.")
            elif re.search(r"[\[\]]", _BRACKET.sub("", bare)):
                yield Fault(number, "Kurung siku tidak berpasangan. Tulis seperti '[beli]'.")


def in_passage(question: Question) -> bool:
    """Whether a question's options are the words of its bacaan."""
    return question.kind == KETUK and any(option.place for option in question.options)


def same_word(text: str) -> str:
    """Return a word as a foreseen mistake names it: without signs around it, in any case."""
    return re.sub(r"[\W_]+", " ", text.casefold()).strip() or text.strip()


def _passages(raw: RawQuestion) -> list[RawBlock]:
    return [block for block in raw.blocks if block.kind == "bacaan"]


def _plain(span: Span) -> Span:
    return Span(span.line, _BRACKET.sub(r"\1", span.text))


def _in_line(line: str, number: int, row: int) -> Iterable[Word]:
    found: list[Word] = []
    for token in _WORD.findall(line):
        text, brackets = _BRACKET.subn(r"\1", token)
        if _SIGNS.fullmatch(text) and found:     # a dash on its own is no word
            last = found.pop()
            found.append(replace(last, span=Span(number, f"{last.span.text} {text}")))
        else:
            found.append(Word(Span(number, text.strip()), bool(brackets), row))
    return found
