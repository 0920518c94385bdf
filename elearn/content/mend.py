"""A lesson file -> the same file tidied, so that nothing a learner sees or hears changes.

What the reader forgives is written as it is read. A file with a line that cannot be read for sure
only gets its letters tidied (UTF-8, line ends, quotes, spaces); one whose letters are in doubt is
left as it is.
"""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from elearn.content.around import NOTHING, Around
from elearn.content.blocks import kinds_of, outline
from elearn.content.check import suggested_code
from elearn.content.decoding import decode
from elearn.content.front import read_front
from elearn.content.gaps import is_gapped, spaced
from elearn.content.keywords import COLLECT, WORDS, known
from elearn.content.outline import RawQuestion, RawStep
from elearn.content.pieces import Lexicon, with_pictures
from elearn.content.subjects import is_stem
from elearn.content.tidying import tidy_body, tidy_front
from elearn.questions import kind_named
from elearn.questions.values import Fault


@dataclass(frozen=True, slots=True)
class Mended:
    """A tidied text. `faults` are what kept it from being tidied wholly.

    `text` is None where the file is to be left as it is.
    """

    text: str | None
    faults: tuple[Fault, ...] = ()
    codes: int = 0           # that were added


@dataclass(frozen=True, slots=True)
class Codes:
    """What a missing Kode may be.

    `taken` are those of all lessons; `original` those of the lesson that this one is a reading of,
    question by question: it takes them over.
    """

    taken: Collection[str] = ()
    original: Sequence[str] | None = None


def mended(
    source: str | bytes, stem: str = "", around: Around = NOTHING, codes: Codes | None = None
) -> Mended:
    """Return a lesson file tidied; total. Missing codes are added where `codes` is given."""
    decoded = decode(source)
    if decoded.faults or not decoded.text.strip():
        return Mended(None, tuple(decoded.faults))
    front = read_front(decoded.lines)
    body = decoded.lines[front.after - 1:]
    _steps, faults, _ = outline(body, front.after, front.language)
    plain = decoded.text.rstrip("\n") + "\n"
    if front.faults or faults:
        return Mended(plain, (*front.faults, *faults))
    lexicon = Lexicon(front.language, around.picture_words(front.language))
    head = tidy_front(decoded.lines[:front.after - 1], front.language)
    rest = tidy_body(body, kinds_of(body, front.language), lexicon)
    text = "\n".join([*head, *(["", *rest] if rest else [])]) + "\n"
    if _meaning(text, lexicon) != _meaning(decoded.text, lexicon):
        return Mended(plain)     # rather untidy than changed
    return _coded(text, stem, codes) if codes is not None and is_stem(stem) else Mended(text)


def questions_of(source: str | bytes) -> list[RawQuestion]:
    """Return the questions of a file as they stand, faulty or not."""
    lines = decode(source).lines
    front = read_front(lines)
    steps, _, _ = outline(lines[front.after - 1:], front.after, front.language)
    return [question for step in steps for question in step.questions]


def codes_of(source: str | bytes) -> list[str]:
    """Return the codes of the questions of a file, "" where one has none."""
    return [_code(question) for question in questions_of(source)]


def _code(question: RawQuestion) -> str:
    return next((span.text for span in question.fields.get("Kode", ())), "")


def _coded(text: str, stem: str, codes: Codes) -> Mended:
    """Add the codes that are missing, each as the last line of its question."""
    questions = questions_of(text)
    lines = text.split("\n")
    taken = {*codes.taken, *map(_code, questions)}
    chosen: list[tuple[int, str]] = []
    for at, question in enumerate(questions):
        if "Kode" in question.fields:
            continue
        code = _chosen(at, len(questions), question, stem, replace(codes, taken=taken))
        if code:
            taken.add(code)
            chosen.append((_end(lines, question.line), code))
    for end, code in reversed(chosen):
        lines.insert(end, f"Kode: {code}")
    return Mended("\n".join(lines), codes=len(chosen))


def _chosen(at: int, count: int, question: RawQuestion, stem: str, codes: Codes) -> str:
    if codes.original is None:
        return suggested_code(stem, question.line, codes.taken)
    return codes.original[at] if len(codes.original) == count else ""


def _end(lines: Sequence[str], line: int) -> int:
    """Return how many lines there are up to the end of the question whose heading is at `line`."""
    end = next((at for at in range(line, len(lines)) if lines[at].startswith("##")), len(lines))
    while not lines[end - 1].strip():
        end -= 1
    return end


def _meaning(text: str, lexicon: Lexicon) -> object:
    """Return what a text says, without how it is written."""
    lines = text.split("\n")
    front = read_front(lines)
    steps, faults, _ = outline(lines[front.after - 1:], front.after, front.language)
    return front.given, [_step(step, lexicon) for step in steps], [one.message for one in faults]


def _step(step: RawStep, lexicon: Lexicon) -> object:
    blocks = [(block.kind, with_pictures(block.span.text, lexicon)) for block in step.blocks]
    questions = [_question(question, lexicon) for question in step.questions]
    return step.heading, step.audience, blocks, questions


def _question(question: RawQuestion, lexicon: Lexicon) -> object:
    kind = kind_named(question.kind)
    same = spaced if is_gapped(question.kind) else str
    blocks = [(block.kind, same(with_pictures(block.span.text, lexicon)))
              for block in question.blocks]
    options = [
        (option.mark, with_pictures(option.span.text, lexicon),
         re.sub("\n{2,}", "\n\n", with_pictures(option.feedback.text, lexicon))
         if option.feedback else None)
        for option in question.options
    ]
    fields = {
        name: [_value(name, span.text, lexicon) for span in spans]
        for name, spans in question.fields.items()
    }
    name = kind.name if kind else question.kind
    return name, blocks, options, fields


def _value(name: str, text: str, lexicon: Lexicon) -> str:
    if name in ("Petunjuk", "Penjelasan"):
        return with_pictures(text, lexicon)
    if name in ("Pilihan", "Urutan"):
        return known(text, WORDS) or text
    if name == "Kumpul":
        parts = (part.strip() for part in text.split(","))
        return ", ".join(known(part, COLLECT) or part for part in parts)
    return text
