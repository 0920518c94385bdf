"""A value that is kept as text is the same when it is read again."""

from dataclasses import fields
from datetime import date
from typing import Any, get_args

from elearn.learning.as_text import dumped, loaded
from elearn.learning.kept import rules
from elearn.mastery import FirstTry, Standing, standing
from elearn.mastery.memory import Memory, memories
from tests.mastery.log import sitting

SAMPLES = {
    bool: True, int: 7, date: date(2026, 11, 24), str: "bisa",
    frozenset[str]: frozenset({"m", "ng"}),
    tuple[FirstTry, ...]: (FirstTry("baca-03-a", 3, True), FirstTry("baca-03-b", 0, False)),
}  # fmt: skip


def test_every_field_comes_back_as_it_was() -> None:
    values: dict[str, Any] = {one.name: sample(one.type) for one in fields(Standing)}
    whole = Standing(**values)
    assert loaded(Standing, dumped(whole)) == whole
    assert loaded(Standing, dumped(Standing())) == Standing()
    for one in fields(Standing):
        assert getattr(whole, one.name) not in (None, ()), one.name


def sample(of: object) -> object:
    options = [of, *(one for one in get_args(of) if one in SAMPLES)]
    return next((SAMPLES[one] for one in options if one in SAMPLES), "bisa")


def test_a_standing_that_was_derived_comes_back_as_it_was() -> None:
    able = standing([*sitting("vvvvvvvvvv"), *sitting("vvvvvvvvv.", day=2)], frozenset({"m", "b"}))
    assert able.status == "bisa"
    assert loaded(Standing, dumped(able)) == able


def test_a_memory_comes_back_as_it_was() -> None:
    log = [*sitting("v.hv"), *sitting("v", day=3), *sitting(".", day=4)]
    for memory in memories(log, date.max).values():
        assert loaded(Memory, dumped(memory)) == memory


def test_what_a_lesson_grants_is_part_of_its_rules() -> None:
    assert rules(frozenset({"m"})) != rules(frozenset({"m", "b"}))
    assert rules(frozenset({"m", "b"})) == rules(frozenset({"b", "m"}))
