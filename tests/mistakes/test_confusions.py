"""The registry of confusions: words for learners that a voice can say, and their documentation."""

from pathlib import Path

from elearn.mistakes import CONFUSIONS

GUIDE = Path(__file__).parents[2] / "docs" / "mastery.md"


def test_every_confusion_is_documented() -> None:
    guide = GUIDE.read_text("utf-8")
    assert {name for name in CONFUSIONS if f"`{name}`" not in guide} == set()


def test_its_words_are_short_and_kind() -> None:
    for name, confusion in CONFUSIONS.items():
        assert confusion.name == name
        assert len(confusion.said) <= 60, name
        assert len(confusion.label) <= 40, name
        assert confusion.said.endswith("."), name
        assert not {"salah", "gagal"} & set(confusion.said.lower().split()), name
