"""How far a long command is."""

import io
from collections.abc import Callable, Iterator

from elearn.cli.progress import WIDTH, shown, told


class Terminal(io.StringIO):
    """Somebody watches."""

    def isatty(self) -> bool:
        return True


def ticking(seconds: float) -> Callable[[], float]:
    """Return a clock that goes on by so many seconds with each look."""
    at: Iterator[float] = iter(n * seconds for n in range(10_000))
    return lambda: next(at)


def test_a_line_tells_how_many_how_long_about_and_what_now() -> None:
    assert told("Membuat suara", 30, 120, 60, "Ibu  mau\nubi.") == (
        "Membuat suara: 30 dari 120, kira-kira 3 menit lagi. Ibu mau ubi."
    )


def test_it_guesses_nothing_from_the_first_moments_and_nothing_at_the_end() -> None:
    assert "kira-kira" not in told("Membuat suara", 1, 900, 0.1, "Ibu.")
    assert "kira-kira" not in told("Membuat suara", 900, 900, 100, "Ibu.")
    assert "10 jam 0 menit" in told("Suara online", 60, 36_060, 60, "Ibu.")


def test_a_long_sentence_stays_in_its_line() -> None:
    assert len(told("Membuat suara", 1, 2, 0, "kata " * 100)) == WIDTH


def test_a_file_gets_a_line_now_and_then_and_a_last_one() -> None:
    out = io.StringIO()
    assert shown(["ibu"] * 60, "Membuat suara", 60, out, ticking(1.0)) == 60
    lines = out.getvalue().splitlines()
    assert len(lines) == 7
    assert lines[-1].startswith("Membuat suara: 60 dari 60, ")
    assert "\r" not in out.getvalue()


def test_a_terminal_gets_one_line_that_is_written_over() -> None:
    out = Terminal()
    shown(["ibu"] * 60, "Membuat suara", 60, out, ticking(1.0))
    assert out.getvalue().count("\n") == 1
    assert out.getvalue().count("\r") == 61


def test_where_there_is_nothing_to_do_nothing_is_told() -> None:
    out = Terminal()
    assert shown([], "Membuat suara", 0, out) == 0
    assert out.getvalue() == ""
