"""Parts of a raw answer that may hold anything a person types."""

from hypothesis import given
from hypothesis import strategies as st

from elearn.questions.parts import parts_of, with_parts


@given(st.lists(st.text(min_size=1), min_size=1))
def test_what_was_typed_comes_back_as_it_was(parts: list[str]) -> None:
    assert parts_of(with_parts(parts)) == parts


def test_empty_parts_at_the_end_are_left_out() -> None:
    assert with_parts(["a", "", "b", ""]) == "a,,b"
    assert with_parts(["", ""]) == ""
