"""Placement finds the right lesson as often as docs/mastery.md says."""

import pytest

from elearn.mastery.placement import MOST
from elearn.mastery.placement_simulation import LADDERS, LEARNERS, SEED, run, strands_of, table

FIRST, SECOND = 0.90, 0.95


def test_the_right_lesson_or_one_beside_is_found_within_the_sittings_promised() -> None:
    figures = run(strands_of("lessons that are written"), learners=200)
    assert figures.asked <= MOST
    assert figures.again <= MOST
    for strand in figures.strands.values():
        assert strand.first >= FIRST
        assert strand.both >= SECOND


def test_the_same_seed_gives_the_same_figures() -> None:
    ladder = strands_of("probes alone")
    assert run(ladder, learners=20, seed=1) == run(ladder, learners=20, seed=1)
    assert run(ladder, learners=20, seed=1) != run(ladder, learners=20, seed=2)


@pytest.mark.soak
@pytest.mark.parametrize("name", LADDERS)
def test_the_figures_of_the_guide_hold_for_many_learners(name: str) -> None:
    figures = run(strands_of(name), LEARNERS, SEED)
    for strand in figures.strands.values():
        assert strand.lesson >= strand.first        # what she does in the lesson corrects it
        assert strand.both >= SECOND
        assert strand.first >= (FIRST if name != "the whole map" else 0.7)


def test_the_table_has_a_row_for_each_strand_of_each_ladder() -> None:
    assert table(learners=1).count("\n") == 1 + 4 * len(LADDERS)
