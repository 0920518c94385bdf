"""Sign-in: what a refusal tells by its time, and forty at the door at once.

`python -m bench.sign_in`: refusals inside one process, since the wire would hide what they cost;
the forty over the wire, each on a connection of its own, learners and then tutors.
"""

import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.parse import urlencode
from uuid import UUID, uuid4

from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from bench.hub import hub
from bench.tables import table, verdict
from bench.visitor import FORM, Ask, Line
from elearn.accounts import devices, picture_codes, staff
from elearn.settings import Settings
from elearn.store import Secrets, Store
from elearn.teaching import add_learner, make_class
from elearn.web import create_app
from elearn.web.site import KEY

ROUNDS = 60
APART = timedelta(seconds=21)  # between wrong codes: the device's bucket never runs dry
FORTY = 40
WORDS = "bako-tile-runa-mido-pelu"
BETWEEN = (0.8, 1.25)
P95 = 2.0  # seconds

People = list[tuple[UUID, tuple[int, ...]]]


def figures() -> str:
    """Measure, and return both tables."""
    return f"{refusals()}\n\n{forty()}"


def refusals() -> str:
    """Compare the times of refusals: ratio of medians to a wrong code's."""
    spent = _refused()
    middle = {name: statistics.median(times) * 1000 for name, times in spent.items()}
    rows = []
    for name, ms in middle.items():
        ratio = ms / middle["wrong code"]
        off = "" if BETWEEN[0] <= ratio <= BETWEEN[1] else "ratio"
        rows.append([name, f"{ms:.2f}", f"{ratio:.2f}", verdict(off)])
    return table(["refused", "median, ms", "÷ wrong code", "0.8–1.25"], rows)


def forty() -> str:
    """Let forty learners, then forty tutors come in at the same moment."""
    with hub() as served:
        people, device = fill(served.data)
        port = int(served.address.rpartition(":")[2])
        posts = [code_post(person_id, code, device) for person_id, code in people]
        rows = [
            [*_row(name, at_once(port, asks)), f"{peak(served.worker):.0f}"]
            for name, asks in (("learners", posts), ("tutors", [staff_post()] * FORTY))
        ]
    return table(["forty at once", "median, s", "p95, s", "all in, s", "budget p95 2 s",
                  "peak resident, MB"], rows)


def fill(data: Path) -> tuple[People, str]:
    """Make a class of forty with a device, and a tutor; return codes and the device's token."""
    store, secrets, now = Store(data / "elearn.db"), Secrets(data), datetime.now(UTC)
    with store.writing() as session:
        class_id = make_class(session, "Kelompok besar", now).id
        people = _learners(session, secrets, class_id, FORTY, now)
        enrolled = devices.enrol(session, devices.offer_enrolment(session, class_id, now), now)
        staff.make_staff(session, "tutor", "lina", "Ibu Lina", WORDS, now)
    store.close()
    assert enrolled
    return people, enrolled[1]


def code_post(person_id: UUID, code: tuple[int, ...], device: str) -> Ask:
    """Return the post of her pictures; she must come in."""
    body = urlencode({"sudah": "-".join(map(str, code))}).encode()
    return Ask(f"/masuk/{person_id}", 303, FORM | {"Cookie": f"perangkat={device}"}, body)


def staff_post() -> Ask:
    """Return the post of the tutor's passphrase; she must come in."""
    return Ask("/petugas", 303, FORM, urlencode({"nama": "lina", "sandi": WORDS}).encode())


def at_once(port: int, posts: list[Ask]) -> list[float]:
    """Send all at the same moment; return the seconds that each took, the longest last."""

    def send(ask: Ask) -> float:
        began = time.perf_counter()
        with closing(Line(port)) as line:
            line(ask)
        return time.perf_counter() - began

    with ThreadPoolExecutor(len(posts)) as pool:
        return sorted(pool.map(send, posts))


def peak(process: int) -> float:
    """Return the most memory that `process` ever held, MB."""
    status = Path(f"/proc/{process}/status").read_text().split("VmHWM:")[1]
    return int(status.split()[0]) / 1024


def _row(name: str, took: list[float]) -> list[str]:
    p95 = took[int(len(took) * 0.95) - 1]
    told = verdict("time" if p95 > P95 else "")
    return [name, f"{statistics.median(took):.2f}", f"{p95:.2f}", f"{took[-1]:.2f}", told]


def _refused() -> dict[str, list[float]]:
    with _class() as (client, learner, clock):
        spent: dict[str, list[float]] = {"wrong code": [], "unknown learner": [], "on hold": []}
        for _ in range(ROUNDS + 5):
            clock.forward(8 * APART)
            held, wrong = learner(), learner()
            for _ in range(5):
                _post(client, *held)
            for name, who in (("wrong code", wrong), ("unknown learner", (uuid4(), wrong[1])),
                              ("on hold", held)):
                began = time.perf_counter()
                _post(client, *who)
                spent[name].append(time.perf_counter() - began)
        return {name: times[5:] for name, times in spent.items()}  # the first are for warming up


class _Clock:
    def __init__(self) -> None:
        self.time = datetime.now(UTC)

    def __call__(self) -> datetime:
        return self.time

    def forward(self, step: timedelta) -> None:
        self.time += step


@contextmanager
def _class() -> Iterator[
    tuple[FlaskClient, Callable[[], tuple[UUID, tuple[int, ...]]], _Clock]
]:
    """Build the site with a class whose learners all have a code, for the wrong one each."""
    with tempfile.TemporaryDirectory() as folder:
        clock = _Clock()
        app = create_app(Settings(data=Path(folder), audio=Path(folder) / "suara"), clock)
        site = app.extensions[KEY]
        site.store.migrate()
        with site.store.writing() as session:
            class_id = make_class(session, "Kelompok", clock()).id
            people = _learners(session, site.secrets, class_id, 2 * ROUNDS + 10, clock())
            link = devices.offer_enrolment(session, class_id, clock())
            enrolled = devices.enrol(session, link, clock())
        assert enrolled
        client = app.test_client()
        client.set_cookie("perangkat", enrolled[1])
        waiting = iter([(person_id, code[::-1]) for person_id, code in people])
        yield client, lambda: next(waiting), clock
        site.store.close()


def _learners(
    session: Session, secrets: Secrets, class_id: UUID, count: int, now: datetime
) -> People:
    made = []
    for number in range(count):
        person, code = add_learner(
            session, secrets, class_id, f"Pelajar {number}", "🌵", "dewasa", "sendiri", now
        )
        made.append((person.id, code))
    return made


def _post(client: FlaskClient, person_id: UUID, code: tuple[int, ...]) -> None:
    assert len(code) == picture_codes.LENGTHS["dewasa"]
    answer = client.post(
        f"/masuk/{person_id}", data={"sudah": "-".join(map(str, code))},
        headers={"Sec-Fetch-Site": "same-origin"},
    )
    assert answer.status_code == 403


if __name__ == "__main__":
    print(figures())
