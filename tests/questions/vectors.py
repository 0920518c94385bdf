"""The shared marking vectors: [raw, outcome, canonical, line] for each answer to a question."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

from elearn.questions import KINDS
from elearn.questions.values import Key, Line

VECTORS: list[dict[str, Any]] = json.loads(
    (Path(__file__).parents[1] / "vectors" / "marking.json").read_text("utf-8")
)


def lines_of(vector: dict[str, Any]) -> list[Line]:
    """Return the author's lines of a vector."""
    return [Line(number=at + 1, **line) for at, line in enumerate(vector["lines"])]


def key_of(vector: dict[str, Any]) -> Key:
    """Return the marking data of a vector, as JSON hands it to a browser."""
    key: Key = json.loads(json.dumps(KINDS[vector["kind"]].key(lines_of(vector))))
    return key


def outcomes_of(kind: str) -> set[str]:
    """Return what an answer to a question of this kind can be; nobody but a tutor marks a task."""
    return {"given", "unclear"} if KINDS[kind].shape == "task" else {"right", "wrong", "unclear"}


def verdict(kind: str, key: Key, raw: str) -> dict[str, object]:
    """Return Python's verdict in the form in which mark.js gives its own."""
    return asdict(KINDS[kind].mark(key, raw))
