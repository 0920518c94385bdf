"""Place value."""

import re

import pytest

from elearn.figures import FIGURES

tempat = FIGURES["nilai-tempat"]


def drawn(args: str) -> dict[str, int]:
    """Return how many of each kind of thing are drawn."""
    svg = tempat.svg(args)
    return {
        "thousands": len(re.findall(r"l8-8h36", svg)),
        "hundreds": len(re.findall(r"(?<!-8)h36(?![0-9])", svg)),
        "tens": len(re.findall(r"[ .0-9]v(?:36|139)(?=[M\"])", svg)),
        "ones": len(re.findall(r"h1[34]", svg)),
    }


@pytest.mark.parametrize(
    ("args", "counts"),
    [("342", (0, 3, 4, 2)), ("57", (0, 0, 5, 7)), ("6", (0, 0, 0, 6)), ("90", (0, 0, 9, 0)),
     ("500", (0, 5, 0, 0)), ("9009", (9, 9, 0, 9))],
)  # fmt: skip
def test_every_digit_is_drawn_as_so_many_things(args: str, counts: tuple[int, ...]) -> None:
    # the front of a thousand is a hundred
    assert tuple(drawn(args).values()) == counts


def test_up_to_99_ten_single_things_are_as_high_as_a_ten() -> None:
    svg = tempat.svg("57")
    assert 'stroke-width="13" stroke-dasharray="13 1"' in svg
    assert 'stroke-width="13" d="' in svg


@pytest.mark.parametrize("args", ["", "0", "10000", "1.000", "-5", "3,5", "tiga"])
def test_what_has_no_such_places_is_a_fault(args: str) -> None:
    assert (tempat.fault(args) or "").startswith("Tulis bilangan dari 1 sampai 9999")


def test_a_question_lists_the_bundles_and_never_the_number() -> None:
    assert tempat.alt("122", question=True) == (
        "ikatan seratus, ikatan sepuluh, ikatan sepuluh, satuan, satuan"
    )
    assert tempat.alt("1011", "en", question=True) == "a thousand, a ten, a one"


def test_elsewhere_the_places_are_counted() -> None:
    assert tempat.alt("342") == "3 ratusan, 4 puluhan, 2 satuan"
    assert tempat.alt("1005", "en") == "1 thousand, 5 ones"
