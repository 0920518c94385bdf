import random
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from uuid import UUID

import pytest

from tests.small_hub import SmallHub


def killed_while_recording(hub: SmallHub, after: int) -> set[str]:
    """Let a process record, kill it some time after that many answers; return what it had said."""
    process = subprocess.Popen(  # noqa: S603  # our own recorder, no shell
        [sys.executable, "-m", "tests.learning.recorder", str(hub.store.database),
         str(hub.sari.id), str(hub.device.id)],
        stdout=subprocess.PIPE,
    )  # fmt: skip
    assert process.stdout
    with process.stdout as said:
        lines = [said.readline() for _ in range(after)]
        process.send_signal(signal.SIGKILL)
        lines += said.readlines()
    assert process.wait() == -signal.SIGKILL
    return {UUID(line.decode().strip()).hex for line in lines if line.endswith(b"\n")}


def survive(hub: SmallHub, rounds: int) -> None:
    chance = random.Random(2026)  # noqa: S311  # where the kill falls, nothing secret
    said: set[str] = set()
    for _ in range(rounds):
        said |= killed_while_recording(hub, chance.randint(1, 60))
        with closing(sqlite3.connect(hub.store.database)) as connection:
            assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            kept = {row[0] for row in connection.execute("SELECT id FROM attempt")}
        assert said <= kept
    assert len(said) >= rounds


def test_d1_no_answer_that_was_acknowledged_is_lost_when_the_process_is_killed(
    file_hub: SmallHub,
) -> None:
    survive(file_hub, 10)


@pytest.mark.soak
def test_d1_nor_in_two_hundred_rounds(file_hub: SmallHub) -> None:
    survive(file_hub, 200)
