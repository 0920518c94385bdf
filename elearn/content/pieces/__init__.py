"""Pieces among the words: pictures, figures, sounds and braces, taken out before Markdown."""

from elearn.content.pieces.emojis import with_pictures
from elearn.content.pieces.taken import CLOSE, MARK, OPEN, RECORDED, Lexicon, Span, Taken
from elearn.content.pieces.walk import take

__all__ = [
    "CLOSE", "MARK", "OPEN", "RECORDED", "Lexicon", "Span", "Taken", "take", "with_pictures",
]
