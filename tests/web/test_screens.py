"""docs/screens holds every learner page at three sizes, none of a page that is no more."""

from flask import Flask

from bench.learner import SCREENS
from bench.screens import STATES, named, states
from elearn.paths import CHECKOUT
from tests.cast import Cast

FOLDER = CHECKOUT / "docs" / "screens"
MOST = 3_000_000


def test_every_learner_page_has_its_pictures(app: Flask, cast: Cast) -> None:
    names = [*(shot.name for shot in named(app, cast)), *(shot.name for shot in states(app, cast))]
    assert len(names) == len(set(names))
    assert tuple(names[-len(STATES):]) == STATES
    kept = {path.stem for path in FOLDER.glob("*.png")}
    assert kept == {f"{name}-{width}" for name in names for width, _height in SCREENS}, (
        "make screens"
    )


def test_they_weigh_little() -> None:
    assert sum(path.stat().st_size for path in FOLDER.iterdir()) <= MOST
