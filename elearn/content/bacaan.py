"""Bacaan, the text that a learner reads herself: each sentence and each word apart."""

import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from elearn.content.lesson import (
    Drawing,
    Mention,
    Number,
    Paragraph,
    Photo,
    Picture,
    Prose,
    Run,
    Sound,
)
from elearn.content.markup import Ink, piece_markup, shown, styled, visible
from elearn.language.sayings import occurring
from elearn.language.sentences import split
from elearn.language.spoken import spoken_words


def reading(prose: Prose, ink: Ink, linked: bool) -> str:
    """Return bacaan: each sentence a span, each word a link to its sound where `linked`."""
    paragraphs = "".join(
        f"<p>{_sentences(paragraph, ink, linked)}</p>" for paragraph in prose.paragraphs
    )
    return f'<blockquote class="bacaan">{paragraphs}</blockquote>'


def _sentences(paragraph: Paragraph, ink: Ink, linked: bool) -> str:
    pieces = [
        _Stretch(run.text if run.piece is None else shown(run.piece, ink), run)
        for run in paragraph.runs
        if not isinstance(run.piece, Sound)
    ]
    text, out, end = "".join(piece.text for piece in pieces), [], 0
    for sentence in split(text):
        start, end = _where(text, sentence, end)
        inner = _Reading(text, start, end, pieces, ink)
        out.append(f'<span class="kalimat">{inner.html(linked)}</span>')
    return " ".join(out)


def _where(text: str, sentence: str, after: int) -> tuple[int, int]:
    """Return where a sentence stands in the text it was split from (its spaces were mended)."""
    found = re.compile(r"\s+".join(map(re.escape, sentence.split()))).search(text, after)
    return found.span() if found else (after, after)


@dataclass(frozen=True, slots=True)
class _Stretch:
    """A run and the text that it shows or is called."""

    text: str
    run: Run


@dataclass(frozen=True, slots=True)
class _Reading:
    """One sentence of bacaan: [start, end) of its paragraph."""

    text: str
    start: int
    end: int
    pieces: Sequence[_Stretch]
    ink: Ink

    def html(self, linked: bool) -> str:
        """Return the sentence, its words linked to their sounds or plain."""
        if not linked:
            return self._slice(self.start, self.end)
        out, at = [], self.start
        for start, end in self._words():
            address = self.ink.say((" ".join(self.text[start:end].split()),), self.ink.language)
            begin, until = self._with_signs(start, end, at)
            out.append(self._slice(at, begin))
            word = self._slice(begin, until)
            link = f'<a class="kata" href="{html.escape(address)}">{word}</a>'
            out.append(link if address else word)
            at = until
        return "".join(out) + self._slice(at, self.end)

    def _words(self) -> Iterator[tuple[int, int]]:
        """Yield where the words stand; one that would cut a picture is the whole picture."""
        after = self.start
        sentence = self.text[self.start:self.end]
        for word in spoken_words(sentence, self.ink.language, occurring(self.ink.told, sentence)):
            start, end = self.start + word.start, self.start + word.end
            for first, last, stretch in self._placed():
                pictured = isinstance(stretch.run.piece, Picture | Photo | Drawing)
                if pictured and first < end and start < last:
                    start, end = min(start, first), max(end, last)
            if start >= after:
                yield start, end
                after = end

    def _with_signs(self, start: int, end: int, after: int) -> tuple[int, int]:
        """Return a word with the quotes and stops that stand at it."""
        while start > after and not self.text[start - 1].isspace():
            start -= 1
        while end < self.end and not self.text[end].isspace() and not self.text[end].isalnum():
            end += 1
        return start, end

    def _placed(self) -> Iterator[tuple[int, int, _Stretch]]:
        at = 0
        for stretch in self.pieces:
            yield at, at + len(stretch.text), stretch
            at += len(stretch.text)

    def _slice(self, start: int, end: int) -> str:
        """Return the HTML of a part of the paragraph; a picture stands where its name begins."""
        out = []
        for first, last, stretch in self._placed():
            run = stretch.run
            if run.piece is None or isinstance(run.piece, Number | Mention):
                text = stretch.text[max(start - first, 0):max(end - first, 0)]
                text = visible(text)
                out.append(styled(html.escape(text, quote=False), run.style) if text else "")
            elif start <= first < end or (first == last and start <= first <= end):
                out.append(piece_markup(run.piece, self.ink))
        return "".join(out)
