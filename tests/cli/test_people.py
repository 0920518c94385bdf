"""Accounts from the shell, while nobody needs a server."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from elearn.accounts import passphrases, staff
from elearn.cli import main
from elearn.store import Store
from elearn.teaching.tutors import classes_of


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> "Run":
    monkeypatch.setenv("ELEARN_DATA", str(tmp_path))
    return Run(tmp_path)


class Run:
    """Runs commands on one hub."""

    def __init__(self, data: Path) -> None:
        self.database = data / "elearn.db"

    def __call__(self, *words: str) -> Result:
        return CliRunner().invoke(main, ["people", *words])


def word_of(told: Result) -> str:
    assert told.exit_code == 0, told.output
    return told.output.strip().rpartition(": ")[2]


def test_a_tutor_gets_a_passphrase_that_opens_and_a_class(run: Run) -> None:
    said = word_of(run("add", "tutor", "Maya", "--name", "Ibu Maya", "--class", "Kelompok A"))
    store = Store(run.database)
    with store.reading() as session:
        maya = staff.by_login(session, "maya")
        assert maya is not None
        assert (maya.name, maya.role) == ("Ibu Maya", "tutor")
        assert passphrases.opens(maya.seal, said)
        assert len(classes_of(session, maya.id)) == 1
    store.close()
    assert said not in run.database.read_bytes().decode("latin-1")


def test_a_reset_passphrase_replaces_the_old_one(run: Run) -> None:
    old = word_of(run("add", "author", "dewi"))
    new = word_of(run("reset", "dewi"))
    store = Store(run.database)
    with store.reading() as session:
        dewi = staff.by_login(session, "dewi")
    store.close()
    assert dewi is not None
    assert not passphrases.opens(dewi.seal, old)
    assert passphrases.opens(dewi.seal, new)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("add", "tutor", "maya"), "sudah dipakai"),
        (("add", "tutor", "a"), "nama masuk: 3 sampai 40"),
        (("add", "partner", "mitra", "--class", "A"), "--class hanya untuk tutor"),
        (("reset", "siapa"), "tidak ada"),
        (("end", "siapa"), "tidak ada"),
        (("class", "maya", "Tidak ada", "--take"), "tidak ada"),
    ],
)
def test_what_cannot_be_is_told_in_a_sentence(run: Run, words: tuple[str, ...], told: str) -> None:
    assert run("add", "tutor", "maya").exit_code == 0
    answer = run(*words)
    assert answer.exit_code == 1
    assert told in answer.output


def test_an_ended_account_is_listed_as_ended(run: Run) -> None:
    run("add", "tutor", "maya", "--class", "A")
    assert run("end", "maya").exit_code == 0
    assert "(ditutup)" in run("list").output
    store = Store(run.database)
    with store.reading() as session:
        maya = staff.by_login(session, "maya")
        assert maya is not None
        assert classes_of(session, maya.id) == frozenset()
    store.close()
