"""A hub without its pages: Ibu Maya's class with Sari and Rudi, Pak Anton's with Tuti."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

import pytest

from elearn.accounts import devices
from elearn.accounts.devices import Device
from elearn.learning.answers import NewAnswer
from elearn.store import Secrets, Store
from elearn.teaching import add_learner, make_class
from tests.migrated import put
from tests.postgres import Cluster

JAKARTA = ZoneInfo("Asia/Jakarta")
MORNING = datetime(2026, 11, 24, 1, 0, tzinfo=UTC)
"""Eight o'clock in Palangka Raya."""


@dataclass(frozen=True)
class Learner:
    """Somebody with the picture code that only she knows."""

    id: UUID
    code: tuple[int, ...]

    @property
    def wrong_code(self) -> tuple[int, ...]:
        return self.code[::-1]


@dataclass(frozen=True)
class SmallHub:
    """What a test works with: a real database file, real secrets, people and their devices."""

    data: Path
    store: Store
    secrets: Secrets
    class_id: UUID
    sari: Learner
    rudi: Learner
    tuti: Learner
    device: Device
    token: str
    other_device: Device

    def second_device(self) -> tuple[Device, str]:
        """Enrol one more device of Ibu Maya's class."""
        with self.store.writing() as session:
            link = devices.offer_enrolment(session, self.class_id, MORNING)
            enrolled = devices.enrol(session, link, MORNING)
        assert enrolled
        return enrolled

    def answer(self, seconds: float = 0, **changed: object) -> NewAnswer:
        """Return Sari's right answer to a question of baca-03, given so long after MORNING."""
        usual: dict[str, object] = {
            "id": uuid4(),
            "person_id": self.sari.id,
            "device_id": self.device.id,
            "lesson": "baca-03-m-b",
            "version": "0123456789abcdef",
            "code": "baca03-s1",
            "draw": 0,
            "try_number": 1,
            "raw": "1",
            "canonical": "1",
            "outcome": "right",
            "answered_at": MORNING + timedelta(seconds=seconds),
            "evidence": frozenset({"m", "b"}),
        }
        return NewAnswer(**(usual | changed))  # type: ignore[arg-type]  # a test names what it changes


def make(data: Path, url: str = "") -> SmallHub:
    """Make the hub under `data`, its database there or (already migrated) at `url`."""
    store, secrets = Store(url or data / "elearn.db"), Secrets(data)
    if not url:
        put(data / "elearn.db")
    with store.writing() as session:
        mayas = make_class(session, "Kelompok Ibu Maya", MORNING).id
        antons = make_class(session, "Kelompok Pak Anton", MORNING).id
        sari = add_learner(session, secrets, mayas, "Sari", "🌻", "dewasa", "sendiri", MORNING)
        rudi = add_learner(session, secrets, mayas, "Rudi", "🐢", "anak", "wali", MORNING)
        tuti = add_learner(session, secrets, antons, "Tuti", "🐟", "anak", "wali", MORNING)
        link = devices.offer_enrolment(session, mayas, MORNING)
        mine = devices.enrol(session, link, MORNING)
        link = devices.offer_enrolment(session, antons, MORNING)
        other = devices.enrol(session, link, MORNING)
    assert mine
    assert other
    return SmallHub(
        data=data,
        store=store,
        secrets=secrets,
        class_id=mayas,
        sari=Learner(sari[0].id, sari[1]),
        rudi=Learner(rudi[0].id, rudi[1]),
        tuti=Learner(tuti[0].id, tuti[1]),
        device=mine[0],
        token=mine[1],
        other_device=other[0],
    )


@pytest.fixture
def file_hub(tmp_path: Path) -> Iterator[SmallHub]:
    """A hub on a SQLite file, for what is about files."""
    made = make(tmp_path)
    yield made
    made.store.close()


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)])
def hub(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[SmallHub]:
    """The same hub on each kind of database."""
    if request.param == "sqlite":
        made = make(tmp_path)
        yield made
        made.store.close()
        return
    cluster: Cluster = request.getfixturevalue("cluster")
    with cluster.database() as url:
        made = make(tmp_path, url)
        yield made
        made.store.close()
