"""`elearn rebuild` over 2 million answers of 1,000 learners, in CPU seconds.

`python -m bench.rebuild [answers]` builds the school in a folder that goes away, over some minutes,
and prints the figures. It is not part of `make bench`: run it by itself.
"""

import sys
import tempfile
import time
from pathlib import Path

from sqlalchemy import text

from bench.tables import machine, table
from bench.tutor import FILL, LEARNERS, school, shelf
from elearn.content.catalogue import Shelf
from elearn.learning import rebuild
from elearn.learning.known import Grants, grants_of
from elearn.store import Store


def figures(answers: int) -> str:
    """Build the school, make everything anew twice, and return the table."""
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder)
        shelf(data / "pelajaran")
        grants = grants_of(Shelf(data / "pelajaran").current)
        store = Store(data / "elearn.db")
        store.migrate()
        with store.writing() as session:
            school(session, answers)
            for statement in FILL:
                session.execute(text(statement))
        rows = [[name, *measure(store, grants)] for name in ("all stale", "all as it should be")]
        size = (data / "elearn.db").stat().st_size / 1e6
        store.close()
    head = ["before", "answers", "rows that were wrong", "CPU, s", "CPU, µs an answer"]
    about = f"{LEARNERS:,} learners; the file has {size:,.0f} MB. {machine()}"
    return f"{about}\n\n{table(head, rows)}"


def measure(store: Store, grants: Grants) -> list[str]:
    """Return how many answers, how many wrong rows, and the CPU time of all and of each."""
    with store.reading() as session:
        people = rebuild.learners(session)
    begun, answers, wrong = time.process_time(), 0, 0
    for one in rebuild.rebuild(store, people, grants):
        answers += one.answers
        wrong += len(one.wrong)
    spent = time.process_time() - begun
    return [f"{answers:,}", str(wrong), f"{spent:.0f}", f"{spent / answers * 1e6:.0f}"]


if __name__ == "__main__":
    print(figures(int(sys.argv[1]) if len(sys.argv) > 1 else 2_000_000))
