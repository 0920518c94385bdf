"""Two servers with two workers each on one PostgreSQL: one class, nothing lost, nothing twice."""

import http.client
import json
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlencode
from uuid import UUID, uuid4

import pytest
from sqlalchemy import select

from elearn.accounts import seats, sessions
from elearn.content.catalogue import load
from elearn.paths import shipped
from elearn.store import tables
from tests.cli.hub import Hub
from tests.postgres import Cluster
from tests.small_hub import Learner, SmallHub, make

pytestmark = pytest.mark.postgresql

STEM = "hitung-01-satu-lima"
EACH = 40


@dataclass(frozen=True)
class Seated:
    """A signed-in learner with the address that she answers to."""

    learner: Learner
    path: str
    token: str


@pytest.fixture
def shared(cluster: Cluster, tmp_path: Path) -> Iterator[tuple[SmallHub, list[Hub]]]:
    with cluster.database() as url:
        hub = make(tmp_path, url)
        servers = [Hub(tmp_path, ELEARN_DATABASE_URL=url, ELEARN_WORKERS="2") for _ in range(2)]
        yield hub, [server.started() for server in servers]
        for server in servers:
            server.kill()
        hub.store.close()


def seated(hub: SmallHub, learner: Learner) -> Seated:
    now = datetime.now(UTC)
    with hub.store.writing() as session:
        key = seats.seat_for(session, learner.id, hub.device.id, now)
        token = sessions.begin(session, learner.id, hub.device.id, now)
    return Seated(learner, f"/b/{key}/{STEM}/", token)


def post(port: int, who: Seated, body: str) -> tuple[int, str]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    connection.request("POST", who.path, body, {
        "Content-Type": "application/x-www-form-urlencoded", "Accept": "application/json",
        "Cookie": f"sesi={who.token}", "Sec-Fetch-Site": "same-origin",
    })  # fmt: skip
    reply = connection.getresponse()
    said = reply.read()
    connection.close()
    return reply.status, json.loads(said).get("id", "") if reply.status == 200 else ""


def test_two_servers_lose_and_double_no_answer(shared: tuple[SmallHub, list[Hub]]) -> None:
    hub, servers = shared
    lesson = load(shipped("lessons")).lessons[STEM]["id"]
    code = lesson.questions[0].code
    wanted: dict[UUID, Seated] = {}
    for learner in (hub.sari, hub.rudi):
        who = seated(hub, learner)
        wanted |= {uuid4(): who for _ in range(EACH)}

    def give(asked: tuple[int, UUID]) -> bool:
        number, answer = asked
        body = urlencode({"s": f"{code}~0~{lesson.version}", "a": "0", "id": str(answer),
                          "waktu": str(1_764_000_000_000 + number * 5000)})
        return post(servers[number % 2].port, wanted[answer], body) == (200, str(answer))

    twice = list(enumerate([*wanted, *reversed(wanted)]))
    with ThreadPoolExecutor(8) as pool:
        assert all(pool.map(give, twice))
    with hub.store.reading() as session:
        kept = session.execute(select(tables.Attempt.id, tables.Attempt.person_id)).all()
    assert {row.id: row.person_id for row in kept} == {
        answer: who.learner.id for answer, who in wanted.items()
    }
    assert len(kept) == 2 * EACH
    for server in servers:
        assert server.end()[0] == 0
