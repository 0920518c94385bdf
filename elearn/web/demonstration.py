"""What the operator of a demonstration is told: a one-time link, and everybody's code."""

from datetime import UTC, datetime
from pathlib import Path

from elearn.accounts.picture_codes import OBJECTS
from elearn.store import Secrets, Store
from elearn.teaching import demo


def notices(store: Store, data: Path, address: str) -> list[str]:
    """Prepare the demonstration class, if that was not done before, and say how to sign in.

    `address` is where this machine reaches the site, with a slash at its end.
    """
    now = datetime.now(UTC)
    with store.writing() as session:
        made = demo.prepare(session, Secrets(data), data, now)
        token = demo.enrolment_link_token(session, now)
    link = f"{address}perangkat/{token}"
    lines = [
        "",
        "Contoh. Di halaman awal: ketuk 'Coba sebagai pelajar', 'Coba sebagai tutor'",
        "atau 'Coba sebagai penulis'.",
        f"Atau jadikan peramban ini perangkat kelompok (sekali pakai): {link}",
        "lalu masuk dengan nama, dan gambar atau PIN:",
    ]
    for one in made.learners:
        lines.append(f"  {one.learner.picture} {one.learner.name}: {_written(one)}")
    return lines


def _written(one: demo.DemoLearner) -> str:
    if one.learner.code_kind == "pin":
        return f"PIN {''.join(map(str, one.code))}"
    code = " ".join(OBJECTS[number].emoji for number in one.code)
    return f"{code}  ({', '.join(OBJECTS[number].name for number in one.code)})"
