"""The instructions of a lesson, and those that are nearly but not exactly a stock phrase."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from elearn import messages
from elearn.content.frasa import Phrases
from elearn.content.lesson import Block, Lesson, Paragraph, Prose, Question
from elearn.language.instructions import is_instruction
from elearn.language.letters import WORD
from elearn.language.sentences import split
from elearn.questions.values import Fault

SMALL = frozenset(
    ["ayo", "coba", "dulu", "ini", "itu", "kita", "lagi", "lalu", "mari", "nah", "saja", "sekarang",
     "sini", "tolong", "ya"]
)
"""Words by which a sentence may differ from a phrase and still say the same."""

_VALUE = "\ue000"            # stands for what belongs to this lesson only; authors cannot write it
_ENDS = (".", "!", "?", ":")

Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Instruction:
    """A sentence that tells a learner what to do or how she did."""

    text: str
    line: int                # of the prose in which it stands


def interface(language: str = "id") -> frozenset[str]:
    """Return the sentences of the interface: what it says of itself is instruction."""
    return frozenset(
        sentence
        for text in messages.everything(language)
        for sentence in split(text)
        if sentence.endswith(_ENDS)
    )


def instructions(lesson: Lesson) -> Iterator[Instruction]:
    """Yield the author's own instructions, in the order of the file.

    A sentence with a picture, a number or a word in bold or italics holds what this lesson is
    about, so it is content; bacaan, sounds and options are content as well.
    """
    for step in lesson.steps:
        if step.audience == "tutor":
            continue
        for text in split(step.heading):
            if is_instruction(text):
                yield Instruction(text, step.line)
        yield from _of_blocks(step.blocks)
        for question in step.questions:
            yield from _of_question(question)


def phrase_notes(lesson: Lesson, phrases: Phrases) -> Iterator[Fault]:
    """Yield where an instruction is nearly a stock phrase, or a sentence of the interface."""
    if lesson.meta.language != "id":
        return
    known = {*phrases, *interface()}
    keys = {key_of(phrase): phrase for phrase in sorted(known, reverse=True)}
    lines = lesson.source.split("\n")
    for said in instructions(lesson):
        phrase = keys.get(key_of(said.text))
        if phrase is not None and said.text not in known and " " in said.text:
            message = (
                "'{sentence}' hampir sama dengan frasa '{phrase}'. Pakai frasa itu: suara orang "
                "untuknya mungkin sudah ada."
            )
            yield Fault(_line(said, lines), message, {"sentence": said.text, "phrase": phrase})


def key_of(sentence: str) -> Key:
    """Return what two sentences have in common that say the same: no small words, no "-nya"."""
    words = [found[0].lower() for found in WORD.finditer(sentence)]
    return tuple(word.removesuffix("nya") for word in words if word not in SMALL) or tuple(words)


def _of_question(question: Question) -> Iterator[Instruction]:
    yield from _of_blocks(question.blocks)
    for option in question.options:
        if option.feedback is not None:
            yield from _of(option.feedback, feedback=True)
    for prose in (*question.hints, question.explanation):
        if prose is not None:
            yield from _of(prose)


def _of_blocks(blocks: Collection[Block]) -> Iterator[Instruction]:
    for block in blocks:
        if block.kind == "prose":
            yield from _of(block.prose)


def _of(prose: Prose, feedback: bool = False) -> Iterator[Instruction]:
    for paragraph in prose.paragraphs:
        for text in split(_marked(paragraph)):
            if _VALUE not in text and is_instruction(text, feedback):
                yield Instruction(text, prose.line)


def _marked(paragraph: Paragraph) -> str:
    """Return the words of a paragraph, those of this lesson only each with a mark."""
    buttons = messages.everything("id")          # the name of one may be bold: "ketuk **Periksa**"
    return "".join(
        run.text if run.piece is None and (not run.style or run.text in buttons) else
        f"{run.text}{_VALUE}"
        for run in paragraph.runs
    )


def _line(said: Instruction, lines: list[str]) -> int:
    """Return the line at which a sentence stands, in a passage of several the right one."""
    numbered = enumerate(lines[said.line - 1:], said.line)
    return next((number for number, text in numbered if said.text in text), said.line)
