"""The cash book."""

import re

import pytest

from elearn.figures import SHEETS

kas = SHEETS["kas"]


def rows(args: str, language: str = "id") -> list[list[str]]:
    """Return the cells of a book, line by line."""
    body = kas.block(args, language).split("<tbody>")[1]
    return [re.findall("<t[hd][^>]*>([^<]*)<", row) for row in body.split("</tr>")[:-1]]


def test_what_is_left_is_reckoned_line_by_line() -> None:
    assert rows("Modal+50000;Singkong-20000;Keripik+35000") == [
        ["Modal", "50.000", "", "50.000"],
        ["Singkong", "", "20.000", "30.000"],
        ["Keripik", "35.000", "", "65.000"],
    ]
    assert rows("Modal+1500", "en") == [["Modal", "1,500", "", "1,500"]]


def test_an_asked_amount_is_hidden_and_what_is_left_is_not() -> None:
    assert rows("Modal+50000;Minyak-8000?") == [
        ["Modal", "50.000", "", "50.000"], ["Minyak", "", "?", "42.000"],
    ]  # fmt: skip
    assert rows("Modal+50000=?;Minyak-8000") == [
        ["Modal", "50.000", "", "?"], ["Minyak", "", "8.000", "42.000"],
    ]  # fmt: skip


def test_after_an_amount_that_nobody_wrote_nothing_is_reckoned() -> None:
    assert rows("Modal+50000;Minyak-?;Gula-5000;Teh-1000=?") == [
        ["Modal", "50.000", "", "50.000"], ["Minyak", "", "?", ""], ["Gula", "", "5.000", ""],
        ["Teh", "", "1.000", "?"],
    ]  # fmt: skip


def test_names_are_words_with_spaces_or_lines_between_them() -> None:
    assert rows("Jual_keripik + 500; Beli 2 kg gula - 100 ") == [
        ["Jual keripik", "500", "", "500"], ["Beli 2 kg gula", "", "100", "400"],
    ]  # fmt: skip


@pytest.mark.parametrize("args", ["", "Modal", "Modal50000", "+50000", "Modal+", "Modal+50.000",
                                  "Modal+50000;", "<b>+5", "7+5", "Modal=50000", "A+1/2"])
def test_what_is_no_book_is_a_fault(args: str) -> None:
    assert (kas.fault(args) or "").startswith("Tulis buku kas seperti")


def test_more_cannot_go_out_than_there_is() -> None:
    assert kas.fault("Modal+500;Gula-500") is None
    assert (kas.fault("Modal+500;Gula-501") or "").startswith("Tulis uang keluar yang tidak")
    assert (kas.fault(";".join(["Modal+5"] * 9)) or "").startswith("Paling banyak 8")


def test_the_book_is_read_out_without_what_is_asked() -> None:
    assert kas.alt("Modal+50000;Minyak-8000?;Gula-2000=?", question=True) == (
        "Buku kas. Modal: masuk 50.000, saldo 50.000. Minyak: keluar belum diisi, saldo 42.000. "
        "Gula: keluar 2.000, saldo belum diisi"
    )
    assert kas.alt("Modal+500;Oil-?", "en") == (
        "Cash book. Modal: in 500, balance 500. Oil: out not filled in"
    )
