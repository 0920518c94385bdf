"""Forty at the door at once, on a real server."""

from pathlib import Path

import pytest

from bench.sign_in import FORTY, at_once, code_post, fill, staff_post
from tests.cli.hub import Hub

KILOBYTES = 300 * 1024


@pytest.mark.soak
def test_e1_forty_come_in_at_once_and_memory_stays_small(tmp_path: Path) -> None:
    served = Hub(tmp_path)
    try:
        served.started()
        people, device = fill(tmp_path)
        learners = [code_post(person_id, code, device) for person_id, code in people]
        assert len(at_once(served.port, learners)) == FORTY      # any other answer is an error
        assert len(at_once(served.port, [staff_post()] * FORTY)) == FORTY
        assert served.peak_memory() < KILOBYTES
    finally:
        served.kill()
