"""Python's marking against the shared vectors."""

from typing import Any

import pytest

from elearn.questions import KINDS

from .vectors import VECTORS, key_of, lines_of, outcomes_of, verdict

each_vector = pytest.mark.parametrize("vector", VECTORS, ids=[v["about"] for v in VECTORS])


@each_vector
def test_every_answer_gets_its_verdict(vector: dict[str, Any]) -> None:
    key = key_of(vector)
    for raw, outcome, canonical, line in vector["answers"]:
        expected = {"outcome": outcome, "canonical": canonical, "line": line}
        assert verdict(vector["kind"], key, raw) == expected, ascii(raw)


@each_vector
def test_the_right_answer_is_marked_right(vector: dict[str, Any]) -> None:
    kind, key = KINDS[vector["kind"]], key_of(vector)
    assert kind.right(key) == vector["right"]
    best = "given" if kind.shape == "task" else "right"
    assert kind.mark(key, kind.right(key)).outcome == best


@each_vector
def test_what_the_vectors_ask_an_author_may_write(vector: dict[str, Any]) -> None:
    if len(vector["lines"]) > 1:
        faults = KINDS[vector["kind"]].faults(lines_of(vector), 1)
        assert [fault.text for fault in faults] == []


def test_every_kind_has_vectors_of_every_outcome() -> None:
    for name in KINDS:
        outcomes = {answer[1] for v in VECTORS if v["kind"] == name for answer in v["answers"]}
        assert outcomes == outcomes_of(name), name
