"""Emoji among the words: the sign itself, or its name between colons."""

import re

from elearn.content import pictures
from elearn.content.lesson import Picture
from elearn.content.pieces.taken import Lexicon, Taken
from elearn.content.pieces.tokens import TOKENS
from elearn.questions.values import Fault


def alias(taken: Taken, lexicon: Lexicon, found: re.Match[str], line: int) -> int:
    """Take `:ikan:`."""
    sign = pictures.named(found["name"], lexicon.words, lexicon.language)
    if sign is None:
        return found.end() - 1      # its last colon may begin the next name
    message = "'{name}' dibaca sebagai {emoji}."
    taken.notes.append(Fault(line, message, {"name": found[0], "emoji": sign}))
    picture(taken, lexicon, line, sign)
    return found.end()


def emoji(taken: Taken, lexicon: Lexicon, found: re.Match[str], line: int) -> int:
    """Take 🐟 with all that belongs to it; other signs are letters."""
    sign = pictures.sequence_at(found.string, found.start())
    if sign is None:
        return found.end()
    picture(taken, lexicon, line, sign)
    return found.start() + len(sign)


def picture(taken: Taken, lexicon: Lexicon, line: int, sign: str, word: str = "") -> None:
    """Take the drawing of an emoji, under the author's word or the one of the lexicon."""
    address = pictures.drawing(sign)
    if not address:
        message = "Tidak ada gambar untuk {emoji}. Pakai emoji lain."
        taken.fault(line, message, emoji=sign)
        return
    word = word or pictures.word_for(sign, lexicon.words, lexicon.language)
    taken.pieces.append(Picture(line, pictures.plain(sign), word, address))


def with_pictures(text: str, lexicon: Lexicon) -> str:
    """Return a text with 🐟 in the place of `:ikan:`, wherever that is read as a picture."""
    out, at = "", 0
    while found := TOKENS.search(text, at):
        out += text[at:found.start()]
        at = found.end()
        piece = found[0]
        if found.lastgroup == "sign":
            at = found.start() + len(pictures.sequence_at(text, found.start()) or piece)
            piece = text[found.start():at]
        elif found.lastgroup == "gap" and found["blank"] is not None:
            piece = f"[[{with_pictures(found['blank'].strip(), lexicon)}]]"
        elif found.lastgroup == "alias":
            at, piece = _drawn(found, lexicon)
        out += piece
    return out + text[at:]


def _drawn(found: re.Match[str], lexicon: Lexicon) -> tuple[int, str]:
    """Return where the text goes on after `:ikan:`, and what to write in its place."""
    sign = pictures.named(found["name"], lexicon.words, lexicon.language)
    if sign is None:
        return found.end() - 1, found[0][:-1]
    written, after = pictures.whole(sign), found.string[found.end():found.end() + 24]
    alone = pictures.sequence_at(written + after, 0) == written and pictures.drawing(sign)
    return found.end(), written if alone else found[0]
