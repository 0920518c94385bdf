"""Prose with the numbers of one draw -> HTML, displayed sentences, and text to compare."""

import html
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction

from elearn.content.facts import Stated, reference
from elearn.content.lesson import (
    Drawing,
    Gap,
    Link,
    Mention,
    Number,
    Paragraph,
    Photo,
    Picture,
    Piece,
    Prose,
    Run,
    Sound,
)
from elearn.content.values import Recorded, Say
from elearn.figures import FIGURES, KNOWN, SHEETS
from elearn.language.codes import CALLED
from elearn.language.emojis import stands_for_word, told
from elearn.language.numbers import format_number
from elearn.language.sayings import Told
from elearn.language.sentences import split
from elearn.messages import translator
from elearn.questions.arithmetic import evaluate

PICTURE_PX = 72

PHOTOS = "/gambar/p-"
"""Where own pictures are served."""

_BRACE = re.compile(r"\{([^{}]*)\}")


@dataclass(frozen=True, slots=True)
class Ink:
    """What prose is set with: the numbers of a draw, a language, a voice, the facts of a day."""

    names: Mapping[str, Fraction]
    language: str
    say: Say
    link: str = "../{stem}/"     # the way from this page to another lesson
    asking: bool = False     # in a question a figure's alt text lists, never counts
    facts: Stated = field(default_factory=Stated)
    told: Told = ()          # what is said otherwise: the voice knows it, words are parted by it


def silent(sentences: tuple[str, ...], language: str) -> str:
    """Be the voice of those who only look."""
    del sentences, language
    return ""


def markup(prose: Prose, ink: Ink) -> str:
    """Return prose as compact HTML of paragraphs and lists."""
    out: list[str] = []
    tag = "p"
    for paragraph in prose.paragraphs:
        if paragraph.tag != tag:
            out.append(_between(tag, paragraph.tag))
            tag = paragraph.tag
        inside = _runs(paragraph.runs, ink)
        item = "p" if tag == "p" else "li"
        out.append(inside if _is_sheet(paragraph) else f"<{item}>{inside}</{item}>")
    return "".join(out) + _between(tag, "p")


def inline(prose: Prose, ink: Ink) -> str:
    """Return prose as HTML without paragraphs, for an option or a hint.

    An emoji among its words is silent to screen readers, too.
    """
    return " ".join(
        _runs(_silenced(paragraph.runs) if _worded(paragraph.runs) else paragraph.runs, ink)
        for paragraph in prose.paragraphs
    )


def spoken(
    prose: Prose, ink: Ink, whole: bool = False, buttons: bool = False
) -> tuple[str, ...]:
    """Return the displayed sentences.

    A picture or figure among words is silent, since the words tell of it; one that stands alone in
    its paragraph is named. In answers `buttons` are said, too; in bacaan the `whole` of it is.
    """
    found: list[str] = []
    for paragraph in prose.paragraphs:
        if whole and (recorded := _recordings(paragraph)):
            found.extend(recorded)
            continue
        among = _worded(paragraph.runs)
        found.extend(split(_said(paragraph.runs, ink, among and not whole, whole or buttons)))
    return tuple(found)


def _recordings(paragraph: Paragraph) -> list[Recorded]:
    """Return what people say in a paragraph that is nothing but their recordings."""
    pieces = [run.piece for run in paragraph.runs if run.piece is not None or run.text.strip()]
    found = [
        Recorded(piece.text, piece.recording)
        for piece in pieces
        if isinstance(piece, Sound) and piece.recording
    ]
    return found if len(found) == len(pieces) else []


def comparable(prose: Prose, ink: Ink) -> str:
    """Return what an option is, for marking: pictures as emoji, numbers in Indonesian digits."""
    runs = [run for paragraph in prose.paragraphs for run in (*paragraph.runs, Run(" "))]
    text = "".join(run.text if run.piece is None else _key(run.piece, ink) for run in runs)
    return " ".join(text.split())


def words_of(prose: Prose, ink: Ink) -> str:
    """Return only what can be read in prose, without pictures and sounds."""
    runs = [run for paragraph in prose.paragraphs for run in (*paragraph.runs, Run(" "))]
    return "".join(
        run.text if run.piece is None else
        shown(run.piece, ink) if isinstance(run.piece, Number | Mention) else " "
        for run in runs
    )


def figure_args(drawing: Drawing, names: Mapping[str, Fraction]) -> str:
    """Return a figure's arguments with the numbers of a draw in digits, as the figure wants them.

    That is without marks of thousands (`1500`, `1,5`), or as in prose.
    """
    digits = KNOWN[drawing.name].digits if drawing.name else 1

    def filled(brace: re.Match[str]) -> str:
        number = format_number(evaluate(brace[1], names))
        return number.replace(".", "").zfill(digits) if digits else number

    return _BRACE.sub(filled, drawing.args)


def button(sound: Sound, ink: Ink) -> str:
    """Return a link that says something; where nobody can say it, words that tell so."""
    address = ink.say(said(sound, ink), ink.language)
    told = translator(ink.language)
    label = sound.label or told("dengar")
    if not address:
        return f'<span class="why">{html.escape(label)}: {told("belum ada suara")}</span>'
    return f'<a class="dengar" href="{html.escape(address)}"><span>{html.escape(label)}</span></a>'


def said(sound: Sound, ink: Ink) -> tuple[str, ...]:
    """Return the sentences of a button; a person's recording is one sentence."""
    if sound.recording:
        return (Recorded(sound.text, sound.recording),)
    return split(_filled(sound.text, ink))


def _between(one: str, other: str) -> str:
    """Return the tags that end one kind of paragraph and begin another."""
    return (f"</{one}>" if one != "p" else "") + (f"<{other}>" if other != "p" else "")


def _is_sheet(paragraph: Paragraph) -> bool:
    """Whether it is a table or a document, a block of its own."""
    piece = paragraph.runs[0].piece
    return isinstance(piece, Drawing) and piece.name in SHEETS


def _worded(runs: Iterable[Run]) -> bool:
    """Whether there are words that tell of the pictures among them."""
    return any(
        isinstance(run.piece, Number | Mention) or any(map(str.isalnum, run.text)) for run in runs
    )


def _silenced(runs: Iterable[Run]) -> list[Run]:
    return [
        replace(run, piece=replace(run.piece, word="")) if isinstance(run.piece, Picture) else run
        for run in runs
    ]


def _runs(runs: Iterable[Run], ink: Ink) -> str:
    return "".join(
        _piece(run.piece, run.style, ink) if run.piece is not None else
        styled(html.escape(run.text, quote=False), run.style)
        for run in runs
    )


def _piece(piece: Piece, style: Sequence[str], ink: Ink) -> str:
    if isinstance(piece, Mention):           # the number stands out, the day of its check does not
        number, mark, checked = shown(piece, ink).rpartition(CALLED)
        if mark:
            return styled(html.escape(visible(number)), style) + html.escape(checked)
    return styled(piece_markup(piece, ink), style)


def styled(content: str, style: Sequence[str]) -> str:
    """Return HTML within the tags of its style."""
    for tag in reversed(style):
        content = f"<{tag}>{content}</{tag}>"
    return content


def piece_markup(piece: Piece, ink: Ink) -> str:
    """Return a piece as HTML."""
    match piece:
        case Picture(word=word, address=address):
            return (
                f'<img class="gambar" src="{address}" alt="{html.escape(word)}" '
                f'width="{PICTURE_PX}" height="{PICTURE_PX}" loading="lazy">'
            )
        case Photo():
            return _photo(piece)
        case Link():
            address = html.escape(ink.link.format(stem=piece.stem))
            return f'<a class="tautan" href="{address}">{html.escape(piece.label)}</a>'
        case Drawing():
            return _drawn(piece, ink)
        case Sound():
            return button(piece, ink)
        case Number() | Mention():
            return html.escape(visible(shown(piece, ink)))
        case Gap():
            return _blank(piece, ink)


def _photo(photo: Photo) -> str:
    if not photo.name:
        return html.escape(photo.word)
    return (
        f'<img class="foto" src="{PHOTOS}{photo.name}" alt="{html.escape(photo.word)}" '
        f'width="{photo.width}" height="{photo.height}" loading="lazy">'
    )


def _blank(gap: Gap, ink: Ink) -> str:
    name = f"{shown(gap, ink)} {gap.number or ''}".rstrip()
    line = f"{gap.number or ''} ____".lstrip()
    return f'<span class="titik" role="img" aria-label="{name}">{line}</span>'


def _drawn(piece: Drawing, ink: Ink) -> str:
    args = figure_args(piece, ink.names)
    if piece.name in SHEETS:
        return SHEETS[piece.name].block(args, ink.language)
    alt = html.escape(shown(piece, ink))
    return f'<span role="img" aria-label="{alt}">{FIGURES[piece.name].svg(args)}</span>'


def shown(piece: Piece, ink: Ink) -> str:
    """Return a piece in words and digits of the language."""
    match piece:
        case Picture(word=word) | Photo(word=word):
            return word
        case Link(label=label):
            return label
        case Drawing():
            args = figure_args(piece, ink.names)
            return KNOWN[piece.name].alt(args, ink.language, question=ink.asking)
        case Sound(text=text):
            return _filled(text, ink)
        case Number(expression=expression):
            return format_number(evaluate(expression, ink.names), ink.language)
        case Mention():
            return ink.facts.text(piece.fact, ink.language, piece.dated)
        case Gap():
            return translator(ink.language)("titik-titik")


def visible(text: str) -> str:
    """Return a displayed text without the marks that only a voice needs."""
    return text.replace(CALLED, "")


def without_facts(text: str) -> str:
    """Return the text of a button without the facts in it: what is left in braces is counted."""
    return _BRACE.sub(lambda brace: "" if reference(brace[1]) else brace[0], text)


def _key(piece: Piece, ink: Ink) -> str:
    match piece:
        case Picture(emoji=emoji):
            return emoji
        case Photo(name=name):
            return f"gambar:{name}"
        case Link(label=text) | Gap(text=text):
            return text
        case Drawing():
            return f"{piece.name}:{figure_args(piece, ink.names)}"
        case Sound():
            return f"suara:{visible(_filled(piece.text, ink))}{piece.recording}"
        case Number(expression=expression):
            return format_number(evaluate(expression, ink.names))
        case Mention(fact=fact):
            return ink.facts.value(fact)


def _filled(text: str, ink: Ink) -> str:
    return _BRACE.sub(lambda brace: _in_braces(brace[1], ink), text)


def _in_braces(inside: str, ink: Ink) -> str:
    named = reference(inside)
    if named:
        return ink.facts.text(named[0], ink.language, named[1])
    return format_number(evaluate(inside, ink.names), ink.language)


def _said(runs: Iterable[Run], ink: Ink, among: bool, buttons: bool) -> str:
    """Return a paragraph as it is said; `among` words, pictures and figures are silent."""
    silent = (*((Picture, Photo, Drawing) if among else ()), *(() if buttons else (Sound,)))
    out = ""
    named = False                # whether the last thing said was the name of a picture
    runs = list(runs)
    for at, run in enumerate(runs):
        if run.piece is None:
            out, named = out + run.text, named and not run.text.strip()
        elif among and isinstance(run.piece, Picture) and _is_word(run.piece, at, runs):
            out, named = out + run.piece.word, False
        elif not isinstance(run.piece, silent):
            picture = isinstance(run.piece, Picture | Photo | Drawing)
            out = (out.rstrip() + ", " if picture and named else out) + shown(run.piece, ink)
            named = picture
    return out


def _is_word(picture: Picture, at: int, runs: Sequence[Run]) -> bool:
    """Whether a picture stands for a word: "Ibu membeli 🐟 di pasar", where no word tells of it."""
    left, right = ("".join(run.text for run in part) for part in (runs[:at], runs[at + 1:]))
    return stands_for_word(left, right) and not told(picture.word, left + right)
