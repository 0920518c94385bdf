"""A process that records answers until it is killed, and says each id once it is kept.

Run as: python -m tests.learning.recorder DATABASE PERSON DEVICE
"""

import os
import sys
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID, uuid4

from elearn.learning import answers
from elearn.learning.answers import NewAnswer
from elearn.store import Store
from tests.small_hub import JAKARTA


def main(database: str, person: str, device: str) -> None:
    store = Store(Path(database))
    while True:
        now = datetime.now(UTC)
        answer = NewAnswer(
            id=uuid4(), person_id=UUID(person), device_id=UUID(device), lesson="baca-03-m-b",
            version="0123456789abcdef", code="baca03-s1", draw=0, try_number=1, raw="1" * 500,
            canonical="1", outcome="right", answered_at=now,
        )  # fmt: skip
        with store.writing() as session:
            recorded = answers.record(session, answer, now, JAKARTA)
        os.write(1, f"{recorded.attempt.id}\n".encode())


if __name__ == "__main__":
    main(*sys.argv[1:])
