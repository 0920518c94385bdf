"""For the tutor: each learner of a class, what she can do, when she last came."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy.orm import Session

from elearn.accounts import people
from elearn.accounts.people import Learner
from elearn.learning import answers
from elearn.learning.progress import offered, progress
from elearn.learning.silence import silent
from elearn.mastery import Answer
from elearn.reports.values import Cell, Report, Scope, Table
from elearn.teaching import totals

EVERYBODY, NEVER = "Semua, juga yang diarsipkan dan dihapus", "belum pernah"


def rows(session: Session, scope: Scope) -> Table:
    """Return the learners by name; the totals count who is archived or erased too."""
    assert scope.class_id is not None  # noqa: S101  # a report of a class
    learners = people.learners(session, scope.class_id)
    logs = answers.logs(session, [one.person_id for one in learners])
    whole = totals.whole({
        (lesson, day): count
        for (lesson, day), count in totals.of_class(session, scope.class_id).items()
        if not silent(scope.catalogue, lesson)
    })
    return Table(
        tuple(_row(one, logs[one.person_id], scope) for one in learners),
        (EVERYBODY, None, None, None, whole.answers),
    )


def _row(learner: Learner, log: Sequence[Answer], scope: Scope) -> tuple[Cell, ...]:
    today = scope.now.astimezone(scope.zone).date()
    log = [answer for answer in log if not silent(scope.catalogue, answer.lesson)]
    made = progress(offered(scope.catalogue, learner.age_band, scope.language), log, today)
    found = [one.status for one in made.standings.values()]
    last: date | None = max((one.day for one in log), default=None)
    return (
        learner.name, found.count("bisa"), found.count("hampir"), last or NEVER,
        sum(1 for one in log if not one.given),      # a task counts when it was seen
    )  # fmt: skip


KELOMPOK = Report(
    title="Kemajuan kelompok",
    columns=("Nama", "Bisa", "Hampir", "Terakhir datang", "Jawaban"),
    note="Bisa dan hampir: jumlah pelajaran.",
    of_class=True,
    rows=rows,
    words=(EVERYBODY, NEVER),
)
