"""Which lesson "Lanjut" opens."""

from datetime import date

from elearn.mastery import LessonNode, Standing, Status, next_lesson

TODAY = date(2026, 11, 24)
ORDER = (
    LessonNode("baca-01"),
    LessonNode("baca-02", ("baca-01",)),
    LessonNode("baca-03", ("baca-02",)),
    LessonNode("hitung-01"),
)


def at(**statuses: Status) -> dict[str, Standing]:
    return {stem.replace("_", "-"): Standing(status=status) for stem, status in statuses.items()}


def test_she_begins_at_the_beginning() -> None:
    assert next_lesson(ORDER, {}, None) == "baca-01"


def test_what_is_unfinished_comes_first() -> None:
    assert next_lesson(ORDER, at(baca_01="ulang"), "hitung-01") == "hitung-01"


def test_a_lesson_that_is_gone_is_not_unfinished() -> None:
    assert next_lesson(ORDER, {}, "baca-99") == "baca-01"


def test_what_was_forgotten_comes_before_what_is_new() -> None:
    assert next_lesson(ORDER, at(baca_01="bisa", baca_02="bisa", hitung_01="ulang"), None) == (
        "hitung-01")


def test_the_next_is_the_first_whose_prerequisites_are_met() -> None:
    assert next_lesson(ORDER, at(baca_01="bisa"), None) == "baca-02"
    backwards = ORDER[::-1]
    assert next_lesson(backwards, at(hitung_01="bisa"), None) == "baca-01"
    assert next_lesson(backwards, at(hitung_01="bisa", baca_01="bisa"), None) == "baca-02"


def test_almost_opens_the_next_lesson_and_stays_first_tomorrow() -> None:
    almost = {"baca-01": Standing(status="hampir", last=TODAY)}
    assert next_lesson(ORDER, almost, None, TODAY) == "baca-02"
    assert next_lesson(ORDER, almost, None, date(2026, 11, 25)) == "baca-01"


def test_prerequisites_never_lock() -> None:
    circle = (LessonNode("a", ("b",)), LessonNode("b", ("a",)), LessonNode("c", ("gone",)))
    assert next_lesson(circle, {"c": Standing(status="bisa")}, None) == "a"
    assert next_lesson(circle, {}, None) == "c"


def test_a_lesson_that_builds_on_an_unwritten_one_waits_for_all_that_are_ready() -> None:
    order = (LessonNode("baca-18", ("baca-17",), settled=False), *ORDER)
    assert next_lesson(order, {}, None) == "baca-01"
    done = at(baca_01="bisa", baca_02="bisa", baca_03="bisa")
    assert next_lesson(order, done, None) == "hitung-01"
    assert next_lesson(order, done | at(hitung_01="bisa"), None) == "baca-18"


def test_a_lesson_judged_today_is_offered_when_nothing_else_is_left() -> None:
    only = (LessonNode("baca-01"),)
    assert next_lesson(only, {"baca-01": Standing(last=TODAY)}, None, TODAY) == "baca-01"


def test_when_everything_is_known_nothing_is_next() -> None:
    assert next_lesson(ORDER[:1], at(baca_01="bisa"), None) is None
    assert next_lesson((), {}, None) is None
