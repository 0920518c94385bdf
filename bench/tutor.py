"""E3: the tutor's first page for a class of 30, among 1,000 learners and 2 million answers.

`python -m bench.tutor [answers]` builds the school in a folder that goes away, over some minutes,
and prints queries, CPU and bytes. It is not part of `make bench`: run it by itself.
"""

import gzip
import random
import statistics
import sys
import tempfile
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID, uuid4

from flask import Flask
from sqlalchemy import event, insert, text
from sqlalchemy.orm import Session

from bench.tables import machine, table
from elearn import paths
from elearn.accounts import people, staff, staff_sessions
from elearn.learning import known
from elearn.learning.rebuild import rebuild
from elearn.settings import Settings
from elearn.store import tables
from elearn.store.base import core
from elearn.teaching import make_class
from elearn.teaching.tutors import give_class
from elearn.web import create_app
from elearn.web.site import KEY

NOW = datetime(2026, 11, 24, 3, 0, tzinfo=UTC)
LEARNERS, A_CLASS = 1000, 30
LESSONS, SITTINGS, ANSWERS = 42, 4, 12
"""Each learner has sat four times in each lesson, and answered a dozen times in a sitting."""
TURNS = 20
FILL = (
    "INSERT INTO derived (person_id, lesson, code, state, rules) "
    "SELECT DISTINCT person_id, lesson, '', '', '' FROM attempt",
    "INSERT INTO derived (person_id, lesson, code, state, rules) "
    "SELECT DISTINCT person_id, lesson, code, '', '' FROM attempt",
)
"""As the migration does for a log that was there before."""


def figures(answers: int) -> str:
    """Build the school, open the page again and again, and return the table."""
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder)
        shelf(data / "pelajaran")
        app = create_app(
            Settings(data=data, audio=data / "suara", lessons=data / "pelajaran"), lambda: NOW
        )
        site = app.extensions[KEY]
        site.store.migrate()
        with site.store.writing() as session:
            class_id, token = school(session, answers)
            for statement in FILL:
                session.execute(text(statement))
        with site.store.reading() as session:
            hers = [one.person_id for one in people.learners(session, class_id)]
        grants = known.grants_of(site.shelf.current)
        for _one in rebuild(site.store, hers, grants):
            pass                 # as their homes do, whenever thirty rows are stale
        pages = {
            "first page": f"/tutor/kelompok/{class_id}",
            "report of the class": f"/tutor/kelompok/{class_id}/laporan/kelompok",
        }
        rows = [[name, *measure(app, path, token)] for name, path in pages.items()]
        site.store.close()
    head = ["30 of 1,000 learners", "queries", "CPU, ms: median (first)", "bytes, gzip"]
    return f"{answers:,} answers. {machine()}\n\n" + table(head, rows)


def shelf(folder: Path) -> None:
    """Write as many lessons as a year has: one that is shipped, under other names."""
    source = (paths.shipped("lessons") / "numerasi" / "hitung-01-satu-lima.md").read_text("utf-8")
    (folder / "numerasi").mkdir(parents=True)
    for number in range(1, LESSONS + 1):
        written = source.replace("Kode: hitung-01-", f"Kode: hitung-{number:02}-")
        (folder / "numerasi" / f"hitung-{number:02}-contoh.md").write_text(written, "utf-8")


def school(session: Session, answers: int) -> tuple[UUID, str]:
    """Make the classes and their logs; return the first class, and its tutor's session."""
    chance = random.Random(3)  # noqa: S311  # figures, no secrets
    rooms = -(-LEARNERS // A_CLASS)
    classes = [make_class(session, f"Kelompok {at}", NOW).id for at in range(rooms)]
    tutor = staff.make_staff(session, "tutor", "maya", "Ibu Maya", None, NOW)
    give_class(session, classes[0], tutor.id, NOW)
    everybody = [
        tables.Person(id=uuid4(), class_id=classes[at // A_CLASS], name=f"Orang {at}",
                      picture="🌻", age_band="dewasa", made_at=NOW)
        for at in range(LEARNERS)
    ]  # fmt: skip
    session.add_all(everybody)
    session.flush()
    session.add_all(
        [tables.Consent(person_id=one.id, given_by="sendiri", given_at=NOW) for one in everybody]
    )
    session.flush()
    for one in everybody:
        rows = [row(chance, one.id, at) for at in range(answers // LEARNERS)]
        session.execute(insert(core(tables.Attempt)), rows)
    return classes[0], staff_sessions.begin(session, tutor.id, NOW)


def row(chance: random.Random, person_id: UUID, at: int) -> dict[str, object]:
    """Return one answer, counted back from now: a sitting a day, three in four answers right."""
    sitting, number = divmod(at, ANSWERS)
    given = NOW - timedelta(days=sitting, seconds=25 * number)
    lesson = LESSONS - (sitting // SITTINGS) % LESSONS
    return {
        "person_id": person_id, "id": UUID(int=chance.getrandbits(128)), "device_id": UUID(int=1),
        "lesson": f"hitung-{lesson:02}-contoh", "version": "0" * 16, "code": f"s{min(number, 9)}",
        "draw": sitting % 8, "try_number": 1, "raw": "1", "canonical": "1",
        "outcome": "right" if chance.random() < 0.75 else "wrong", "line": None, "hints": 0,
        "evidence": "", "answered_at": given, "received_at": given, "day": given.date(), "flag": "",
    }  # fmt: skip


def measure(app: Flask, path: str, token: str) -> list[str]:
    """Return queries, CPU and bytes of a page in this process, no server."""
    client = app.test_client()
    client.set_cookie("petugas", token)
    sent: list[str] = []
    with app.extensions[KEY].store.reading() as session:
        engine = session.get_bind()

    def note(*told: object) -> None:
        sent.append(str(told[2]))

    event.listen(engine, "before_cursor_execute", note)
    spent = []
    for _ in range(TURNS):
        sent.clear()
        before = time.process_time()
        answer = client.get(path)
        spent.append((time.process_time() - before) * 1000)
        assert answer.status_code == 200
    event.remove(engine, "before_cursor_execute", note)
    size = len(gzip.compress(answer.get_data(), 6))
    return [str(len(sent)), f"{statistics.median(spent):.0f} ({spent[0]:.0f})", f"{size:,}"]


if __name__ == "__main__":
    print(figures(int(sys.argv[1]) if len(sys.argv) > 1 else 2_000_000))
