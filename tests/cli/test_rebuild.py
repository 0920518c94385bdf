"""`elearn rebuild`: what is known of learners, derived anew from their answers."""

from pathlib import Path

import pytest
from click.testing import CliRunner
from sqlalchemy import update

from elearn.cli import main
from elearn.learning import answers, derived
from elearn.learning.derived import WHOLE
from elearn.store import tables
from tests.small_hub import JAKARTA, MORNING, SmallHub

LESSON = "baca-03-m-b"


@pytest.fixture
def answered(file_hub: SmallHub, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> SmallHub:
    monkeypatch.setenv("ELEARN_DATA", str(file_hub.data))
    monkeypatch.setenv("ELEARN_LESSONS", str(tmp_path / "pelajaran"))
    (tmp_path / "pelajaran").mkdir()
    with file_hub.store.writing() as session:
        for seconds, person in ((0, file_hub.sari), (60, file_hub.sari), (0, file_hub.rudi)):
            answer = file_hub.answer(seconds, person_id=person.id)
            answers.record(session, answer, MORNING, JAKARTA)
    return file_hub


def test_it_counts_learners_and_answers_and_finds_all_as_it_should_be(answered: SmallHub) -> None:
    told = CliRunner().invoke(main, ["rebuild"])
    assert told.exit_code == 0, told.output
    assert "Selesai: 2 pelajar, 3 jawaban." in told.output
    assert "Semua catatan sudah sesuai dengan jawabannya." in told.output
    with answered.store.reading() as session:
        rows = derived.all_rows(session, answered.sari.id)
    assert rows[LESSON, WHOLE].state.startswith('["belum"')


def test_it_says_and_mends_what_does_not_follow_from_the_answers(answered: SmallHub) -> None:
    CliRunner().invoke(main, ["rebuild"])
    with answered.store.writing() as session:
        forged = update(tables.Derived).where(
            tables.Derived.person_id == answered.sari.id, tables.Derived.code == WHOLE
        )
        session.execute(forged.values(state="[]"))
    told = CliRunner().invoke(main, ["rebuild"])
    assert told.exit_code == 0
    assert "1 catatan berbeda dari jawabannya dan sudah diperbaiki." in told.output
    assert "Semua catatan" in CliRunner().invoke(main, ["rebuild"]).output


def test_it_shows_how_far_it_is(answered: SmallHub) -> None:
    assert "Menghitung ulang" in CliRunner().invoke(main, ["rebuild"]).output
