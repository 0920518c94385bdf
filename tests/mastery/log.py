"""Short ways to write down what Sari answered."""

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta

from elearn.mastery import Answer

MONDAY = date(2026, 11, 23)


def answer(
    question: int, right: bool, day: int = 0, minute: int = 0, *, draw: int = 0, name: str = "",
    hints: int = 0, evidence: Iterable[str] = (), counted: bool = True, slow: bool = False,
    confusion: str = "", given: bool = False, judged: bool = False,
) -> Answer:
    """One answer, `day` days after a Monday, `minute` minutes after nine in the morning."""
    on = MONDAY + timedelta(days=day)
    return Answer(
        id=name or f"{day}-{minute}-{question}-{draw}",
        lesson="baca-03-m-b",
        question=f"baca-03-{question}",
        draw=draw,
        right=right,
        at=datetime.combine(on, time(2), UTC) + timedelta(minutes=minute),
        day=on,
        hints=hints,
        evidence=frozenset(evidence),
        counted=counted,
        slow=slow,
        confusion=confusion,
        given=given,
        judged=judged,
    )


def task(question: int, day: int = 0, minute: int = 0, *, name: str = "", draw: int = 0) -> Answer:
    """A task that was handed in: nobody has looked at it."""
    return answer(question, False, day, minute, draw=draw, name=name, counted=False, given=True)


def ticks(question: int, right: bool, day: int = 0, minute: int = 0, name: str = "") -> Answer:
    """A task as its tutor ticked it."""
    return answer(question, right, day, minute, name=name or f"{day}-{minute}-{question}-ticks",
                  judged=True)


def sitting(marks: str, day: int = 0) -> Iterator[Answer]:
    """A day's first tries: "vv.v" is right, right, wrong, right; "h" is right with a hint."""
    for number, mark in enumerate(marks):
        yield answer(number, mark != ".", day, number, hints=int(mark == "h"),
                     evidence={"m" if number % 2 else "b"} if mark != "." else ())
