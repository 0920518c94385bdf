"""Prose without a sign of Markdown is set at once; it looks as Markdown would have it."""

from hypothesis import given, settings
from hypothesis import strategies as st

from elearn.content import prose, typeset
from elearn.content.pieces import Lexicon, Span, take
from elearn.content.render import Renderer

WORDS = st.text(st.sampled_from("aàé Bz 019.,:;!?()'\"%/#+-=~|\n\t€“–·"), max_size=60)


class _NeverAsked(Renderer):
    def render(self, texts: object, limit_s: object = None) -> list[str]:
        assert texts == []
        return []


@settings(max_examples=400, deadline=None)
@given(WORDS)
def test_plain_lines_are_what_markdown_makes_of_them(text: str) -> None:
    if typeset._PLAIN.fullmatch(text):
        assert typeset.paragraphs(f"<p>{text}</p>", []) == typeset.paragraphs(prose.clean(text), [])


def test_most_prose_of_a_lesson_needs_no_markdown() -> None:
    spans = [Span(1, "Ini ibu 🐟. Ibu mau ubi: 3 + 4 = 7!"), Span(2, "Satu baris.\nDua baris.")]
    found, faults, _ = typeset.typeset(spans, Lexicon(), _NeverAsked())
    assert not faults
    assert [len(found[span].paragraphs) for span in spans] == [1, 1]


def test_lists_and_emphasis_are_left_to_markdown() -> None:
    for text in ("- satu\n- dua", "1. satu", "Ini **ibu**.", "Satu.\n\nDua.", "a < b & c"):
        assert not typeset._PLAIN.fullmatch(take(Span(1, text), Lexicon()).text), text
