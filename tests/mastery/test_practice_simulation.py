"""Equal time, more known: what the practice keeps, beside repeating and beside chance."""

from pathlib import Path
from statistics import fmean

import pytest

from elearn.mastery.forgetting import MODELS
from elearn.mastery.practice_simulation import EVERY, LEARNERS, SEEDS, SMALL, kept, table

DOCUMENT = Path(__file__).resolve().parents[2] / "docs" / "mastery.md"
OURS, CHANCE, LAST = "Latihan hari ini", "random review", "repeat the last lesson"


def test_the_document_shows_the_small_table() -> None:
    assert table(EVERY[0], *SMALL) in DOCUMENT.read_text("utf-8")


@pytest.mark.soak
@pytest.mark.parametrize("every", EVERY)
def test_the_document_shows_the_large_tables(every: int) -> None:
    assert table(every, LEARNERS, SEEDS) in DOCUMENT.read_text("utf-8")


@pytest.mark.parametrize("model", MODELS)
def test_practice_keeps_more_known_than_the_last_lesson_again(model: str) -> None:
    ours, last = kept(model, EVERY[0], OURS, *SMALL), kept(model, EVERY[0], LAST, *SMALL)
    for mine, other in zip(ours, last, strict=True):
        assert min(mine) > max(other)


@pytest.mark.soak
@pytest.mark.parametrize("every", EVERY)
@pytest.mark.parametrize("model", MODELS)
def test_practice_keeps_more_known_than_chance_for_every_seed(model: str, every: int) -> None:
    ours = kept(model, every, OURS, LEARNERS, SEEDS)
    chance = kept(model, every, CHANCE, LEARNERS, SEEDS)
    for mine, other in zip(ours, chance, strict=True):
        assert all(a > b for a, b in zip(mine, other, strict=True))
        assert fmean(mine) > fmean(other)
