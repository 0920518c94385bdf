"""What is known of an answer: as it arrives, as it is kept, as progress is derived from it."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from elearn.mastery import SITTING
from elearn.questions.values import Outcome
from elearn.store.tables import Flag, Judged, Occasion

LONGEST = 2_000
"""Characters of an answer that are kept."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewAnswer:
    """An answer that was marked and is to be kept. `answered_at` is the device's claim, aware."""

    id: UUID
    person_id: UUID
    device_id: UUID
    lesson: str
    version: str
    code: str
    draw: int
    try_number: int
    raw: str
    canonical: str
    outcome: Outcome | Judged
    answered_at: datetime
    line: int | None = None
    hints: int = 0
    evidence: frozenset[str] = frozenset()
    asked: int = SITTING     # questions on the page it was given on
    occasion: Occasion = ""
    confusion: str = ""
    judged_by: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempt:
    """An answer as it is kept; `day` is that of the site's own time zone."""

    id: UUID
    person_id: UUID
    device_id: UUID
    lesson: str
    version: str
    code: str
    draw: int
    try_number: int
    raw: str
    canonical: str
    outcome: Judged
    line: int | None
    hints: int
    evidence: frozenset[str]
    answered_at: datetime
    received_at: datetime
    day: date
    flag: Flag
    asked: int = SITTING
    occasion: Occasion = ""
    confusion: str = ""
    judged_by: UUID | None = None

    def says(self, answer: NewAnswer) -> bool:
        """Whether `answer` says what was kept: the same words to the same question."""
        return (self.code, self.draw, self.version, self.raw) == (
            answer.code, answer.draw, answer.version, storable(answer.raw),
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Recorded:
    """What became of an answer.

    `stored`: the log holds it; False only where another answer of hers already has its id, so that
    a browser must not take it for kept. `first`: it was written now, not before. `attempt` is what
    the log holds under this id.
    """

    stored: bool
    first: bool
    attempt: Attempt


def storable(text: str) -> str:
    """Return `text` as every database takes it: no NUL, no half characters, not endless."""
    return text[:LONGEST].encode("utf-8", "replace").decode().replace("\0", "\ufffd")
