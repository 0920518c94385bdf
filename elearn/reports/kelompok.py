"""For the tutor: each learner of a class, what she can do, when she last came."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy.orm import Session

from elearn.accounts import people
from elearn.accounts.people import Learner
from elearn.learning import known
from elearn.learning.known import Standings
from elearn.learning.logs import Day, days
from elearn.learning.progress import offered
from elearn.learning.silence import silent
from elearn.reports.values import Cell, Report, Scope, Table
from elearn.teaching import totals
from elearn.teaching.attention import told_of

EVERYBODY, NEVER = "Semua, juga yang diarsipkan dan dihapus", "belum pernah"


def rows(session: Session, scope: Scope) -> Table:
    """Return the learners by name; the totals count who is archived or erased too."""
    assert scope.class_id is not None  # noqa: S101  # a report of a class
    learners = people.learners(session, scope.class_id)
    ids = [one.person_id for one in learners]
    stands = known.standings(session, ids, told_of(scope.catalogue))
    came = {
        one: [day for day in some if not silent(scope.catalogue, day.lesson)]
        for one, some in days(session, ids).items()
    }
    whole = totals.whole({
        (lesson, day): count
        for (lesson, day), count in totals.of_class(session, scope.class_id).items()
        if not silent(scope.catalogue, lesson)
    })
    return Table(
        tuple(
            _row(one, stands[one.person_id], came[one.person_id], scope) for one in learners
        ),
        (EVERYBODY, None, None, None, whole.answers),
    )


def _row(
    learner: Learner, stands: Standings, days: Sequence[Day], scope: Scope
) -> tuple[Cell, ...]:
    hers = {one.stem for one in offered(scope.catalogue, learner.age_band, scope.language)}
    found = [stood.status for stem, stood in stands.items() if stem in hers]
    last: date | None = max((one.day for one in days), default=None)
    given = sum(one.answers for one in days)
    return (
        learner.name, found.count("bisa"), found.count("hampir"), last or NEVER, given,
    )  # fmt: skip


KELOMPOK = Report(
    title="Kemajuan kelompok",
    columns=("Nama", "Bisa", "Hampir", "Terakhir datang", "Jawaban"),
    note="Bisa dan hampir: jumlah pelajaran.",
    of_class=True,
    rows=rows,
    words=(EVERYBODY, NEVER),
)
