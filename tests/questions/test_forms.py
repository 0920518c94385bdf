"""Raw answers from forms."""

import pytest

from elearn.questions import KINDS, raw_answer


def test_one_option_is_its_id() -> None:
    assert raw_answer(KINDS["pilih"], {"a": ["2"], "s": ["x"]}) == "2"


def test_several_options_are_joined() -> None:
    assert raw_answer(KINDS["pilih semua"], {"a": ["0", "2"]}) == "0,2"


@pytest.mark.parametrize("kind", ["isian", "angka"])
def test_typed_text_stays_as_it_was_typed(kind: str) -> None:
    assert raw_answer(KINDS[kind], {"a": [" Rp12.500 "]}) == " Rp12.500 "


@pytest.mark.parametrize("kind", ["jodohkan", "urutkan"])
def test_places_stand_in_order_of_number_not_of_arrival(kind: str) -> None:
    form = {"a10": ["9"], "a2": ["0"], "a0": ["1"]}
    assert raw_answer(KINDS[kind], form) == "1,,0,,,,,,,,9"


@pytest.mark.parametrize("kind", ["jodohkan", "urutkan"])
def test_empty_places_at_the_end_are_dropped(kind: str) -> None:
    assert raw_answer(KINDS[kind], {"a0": ["1"], "a1": [""], "a2": [], "a3": [""]}) == "1"


@pytest.mark.parametrize("kind", KINDS)
def test_an_empty_form_is_an_empty_answer(kind: str) -> None:
    assert raw_answer(KINDS[kind], {}) == ""


def test_fields_that_no_page_has_are_not_read() -> None:
    form = {"a0": ["1"], "a01": ["2"], "a1000": ["3"], "a-1": ["4"], "a99999999999": ["5"],
            "a²": ["6"], "b1": ["7"], "a": ["8"]}
    assert raw_answer(KINDS["urutkan"], form) == "1"
