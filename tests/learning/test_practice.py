"""What may be asked of a learner in practice, and what never is."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from elearn import paths
from elearn.content.asked import asked, brief
from elearn.content.catalogue import Catalogue, load
from elearn.content.facts import Stated
from elearn.content.senses import needs_hearing
from elearn.learning.practice import practice_of
from elearn.learning.progress import offered, progress
from elearn.mastery import Answer
from tests.shipped import catalogue as shipped_lessons
from tests.web.sample import SENSITIVE, examination, lesson, put, sensitive

TODAY = date(2026, 11, 24)
PLAIN, TEST = "baca-03-contoh", "baca-04-uji"
TASK = "baca-03-kggg"


@pytest.fixture(scope="module")
def lessons(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    folder = tmp_path_factory.mktemp("pelajaran")
    (folder / "fakta.md").write_bytes(Path(paths.shipped("lessons") / "fakta.md").read_bytes())
    put(folder, PLAIN, lesson())
    put(folder, TEST, examination().replace("Kode: baca-03-", "Kode: baca-04-"))
    put(folder, SENSITIVE, sensitive())
    return load(folder)


def took(
    catalogue: Catalogue, stems: Sequence[str], day: date = TODAY - timedelta(days=5),
    wrong: bool = False,
) -> list[Answer]:
    """Whole sittings of these lessons."""
    found = []
    for stem in stems:
        one = catalogue.lessons[stem]["id"]
        codes = [question.code for question in one.questions]
        found += [
            Answer(f"{stem} {day} {at}", stem, code, 0, not wrong,
                   datetime.combine(day, datetime.min.time(), UTC) + timedelta(minutes=at), day,
                   asked=len(codes))
            for at, code in enumerate(codes)
        ]
    return found


def practised(
    catalogue: Catalogue, log: Sequence[Answer], quiet: bool = False
) -> set[tuple[str, str]]:
    made = progress(offered(catalogue, "dewasa", "id"), log, TODAY)
    found = practice_of(made, log, "dewasa", Stated(), quiet, "")
    return {(item.lesson, item.question) for item in found.items}


def test_no_task_is_practised(lessons: Catalogue) -> None:
    found = practised(lessons, took(lessons, [PLAIN]))
    assert found
    assert (PLAIN, TASK) not in found


def test_nothing_of_a_test_or_of_a_sensitive_lesson_is_practised(lessons: Catalogue) -> None:
    assert {TEST, SENSITIVE} <= set(lessons.lessons)
    log = took(lessons, [PLAIN, TEST, SENSITIVE])
    assert {stem for stem, _ in practised(lessons, log)} == {PLAIN}


def test_what_she_cannot_do_yet_is_learnt_in_the_lesson(lessons: Catalogue) -> None:
    assert practised(lessons, took(lessons, [PLAIN], wrong=True)) == set()
    half = took(lessons, [PLAIN])[:5]
    assert practised(lessons, half) == set()


def test_a_lesson_that_she_could_do_once_is_practised(lessons: Catalogue) -> None:
    log = [answer for ago, wrong in ((9, False), (8, False), (2, True))
           for answer in took(lessons, [PLAIN], TODAY - timedelta(days=ago), wrong)]
    assert practised(lessons, log)


def test_what_she_does_today_changes_nothing(lessons: Catalogue) -> None:
    log = took(lessons, [PLAIN], TODAY - timedelta(days=3))
    before = practised(lessons, log)
    assert practised(lessons, [*log, *took(lessons, [PLAIN], TODAY, wrong=True)]) == before
    assert practised(lessons, took(lessons, [PLAIN], TODAY)) == set()


def test_of_a_guest_in_her_place_nothing_is_counted(lessons: Catalogue) -> None:
    log = [replace(answer, counted=False) for answer in took(lessons, [PLAIN])]
    assert practised(lessons, log) == set()


@pytest.mark.parametrize("ahead", [0, 3650])
def test_questions_in_brief_are_those_of_the_page(ahead: int) -> None:
    catalogue = shipped_lessons()
    facts = catalogue.around.facts.on(TODAY + timedelta(days=ahead))
    for readings in catalogue.lessons.values():
        for one in readings.values():
            for who in one.audiences:
                whole = asked(one, who, facts)
                assert [q.code for q in whole] == [q.code for q in brief(one, who, facts)]
                assert [q.code for q in whole if not needs_hearing(q)] == [
                    q.code for q in brief(one, who, facts, quiet=True)]
