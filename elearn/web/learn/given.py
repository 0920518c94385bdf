"""What a form gives: the question it answers, found on the page it was asked on, and its mark."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from urllib.parse import parse_qs
from uuid import UUID

from sqlalchemy.orm import Session

from elearn.accounts import seats
from elearn.accounts.seats import Seat
from elearn.content.facts import Stated
from elearn.content.foreseen import mistake
from elearn.content.lesson import Lesson
from elearn.content.values import DRAWS, Audience, Page, QuestionScreen
from elearn.learning import answers as ledger
from elearn.learning import held
from elearn.learning.silence import silent
from elearn.learning.versions import facts_of_version, lesson_of_version
from elearn.mastery.evidence import PLACEMENT
from elearn.mastery.sittings import Occasion
from elearn.questions import KINDS, raw_answer
from elearn.questions.values import Verdict
from elearn.web import auth
from elearn.web.learn import practising
from elearn.web.learn.examining import as_written
from elearn.web.learn.pages import page
from elearn.web.site import site

Form = Mapping[str, Sequence[str]]

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
BELIEVED = timedelta(days=365)
"""How far back the clock of a phone is believed: beyond, it was never set."""


@dataclass(frozen=True, slots=True)
class Given:
    """An answer as a form brings it, found on the page it was asked on."""

    page: Page
    screen: QuestionScreen
    raw: str
    verdict: Verdict
    try_number: int
    hints: int
    claimed_id: UUID | None
    claimed_at: datetime | None
    silent: bool             # heard, and never stored
    occasion: Occasion = ""


def understand(stem: str, audience: Audience, form: Form) -> Given | None:
    """Find the question that `form` answers and mark it; None where there is no such question."""
    practised = stem == practising.STEM
    found = _found(audience, form, practised)
    if found is None or (found[0].stem != stem and not practised):
        return None
    asked, screen = found
    raw = raw_answer(KINDS[screen.kind], form)
    if asked.meta.test:
        raw = as_written(screen, raw)
    given = _given(asked, screen, raw, KINDS[screen.kind].mark(screen.key, raw), form)
    return replace(given, occasion="latihan") if practised else given


def placing(audience: Audience, form: Form) -> Given | None:
    """Find the question of placement that `form` answers, as `understand` does.

    Its page numbers what is shown by its place, as a test's. Who says that she does not know it yet
    has answered, wrongly.
    """
    found = _found(audience, form)
    if found is None:
        return None
    asked, screen = found
    raw = as_written(screen, raw_answer(KINDS[screen.kind], form))
    verdict = KINDS[screen.kind].mark(screen.key, raw)
    if "belum" in form:
        raw, verdict = "", Verdict("wrong")
    return replace(_given(asked, screen, raw, verdict, form), occasion=PLACEMENT)


def _found(
    audience: Audience, form: Form, practised: bool = False
) -> tuple[Page, QuestionScreen] | None:
    code, draw, version, facts, quiet = _asked(form)
    lesson = lesson_of(version)
    if lesson is None:
        return None
    each = (
        practised_on(lesson, whose, code, draw, facts) if practised
        else found_on(lesson, whose, code, draw, facts, quiet)
        for whose in _audiences(lesson, audience)
    )  # fmt: skip
    return next((found for found in each if found), None)


def _audiences(lesson: Lesson, hers: Audience) -> list[Audience]:
    """Return whose page an answer may be of: hers, else of before she was counted among others."""
    return sorted(lesson.audiences, key=lambda one: one != hers)


def _given(
    asked: Page, screen: QuestionScreen, raw: str, verdict: Verdict, form: Form
) -> Given:
    return Given(
        page=asked,
        screen=screen,
        raw=raw,
        verdict=verdict,
        try_number=_count(form, "coba", 1, 99),
        hints=_count(form, "petunjuk", 0, 99),
        claimed_id=auth.parse_id(_one(form, "id")),
        claimed_at=_claimed(form),
        silent=asked.meta.sensitive or silent(site().shelf.current, asked.stem),
    )


def store(session: Session, seat: Seat, given: Given) -> UUID:
    """Write the answer under the seat's learner; the same answer twice is one row.

    Raises ValueError for an answer in a sensitive lesson: nothing there is ever written.
    """
    if given.silent:
        raise ValueError("an answer in a sensitive lesson is heard, not kept")
    now = site().now()
    day = now.astimezone(site().settings.timezone).date()
    identity = given.claimed_id or ledger.server_id(
        seat.key, day, given.page.version, given.screen.code, given.screen.draw,
        given.try_number, f"{given.occasion}{given.raw}",
    )
    recorded = ledger.record(
        session,
        ledger.NewAnswer(
            id=identity,
            person_id=seat.person_id,
            device_id=seat.device_id,
            lesson=given.page.stem,
            version=given.page.version,
            code=given.screen.code,
            draw=given.screen.draw,
            try_number=given.try_number,
            raw=given.raw,
            canonical=given.verdict.canonical,
            outcome=given.verdict.outcome,
            line=given.verdict.line,
            hints=given.hints,
            evidence=given.screen.evidence,
            confusion=_confusion(given),
            asked=len(given.page.questions),
            occasion=given.occasion,
            answered_at=given.claimed_at or now,
        ),
        now,
        site().settings.timezone,
    )
    return recorded.attempt.id


def _confusion(given: Given) -> str:
    """Return the name of what a wrong answer takes for what, "" where no rule knows it."""
    verdict, screen = given.verdict, given.screen
    if verdict.outcome != "wrong":
        return ""
    known = mistake(screen.mistakes, screen.key, verdict.line, verdict.canonical)
    return known.confusion if known else ""


def keep_held(key: str) -> str:
    """Store the answers that came after this learner's last session had ended, all or none.

    Return where the latest of them is told about, "" where there is none such.
    """
    told = ""
    with site().store.reading() as session:
        if not held.any_held(session, key):
            return told             # as nearly always: no turn of writing is waited for
    with site().store.writing() as session:
        waiting = held.take_held(session, key)
        seat = seats.seat(session, key)
        if not waiting or seat is None:
            return told
        audience = seats.age_band(session, seat)
        for item in waiting:
            stem = item.path.strip("/").split("/")[-1]
            form = parse_qs(item.body.decode("utf-8", "replace"))
            given = (
                placing(audience, form) if stem == PLACEMENT else understand(stem, audience, form)
            )
            if given is not None and not given.silent and given.verdict.outcome != "unclear":
                kept = store(session, seat, given)
                told = "" if stem == PLACEMENT else f"{item.path}jawaban/{kept}"
    return told


def never_kept(stem: str, form: Form) -> bool:
    """Whether an answer to `stem` is of a sensitive lesson, now or when its page was made.

    Practice and placement ask questions of any lesson under a name of their own.
    """
    asked, catalogue = lesson_of(_asked(form)[2]), site().shelf.current
    if asked is not None and (asked.meta.sensitive or silent(catalogue, asked.stem)):
        return True
    return silent(catalogue, stem)


def lesson_of(version: str) -> Lesson | None:
    """Return the lesson of this version, an older one from the sources that are kept."""
    catalogue = site().shelf.current
    current = catalogue.by_version(version)
    if current is not None:
        return current
    with site().store.reading() as session:
        return lesson_of_version(session, version, catalogue.around)


def found_on(
    lesson: Lesson, audience: Audience, code: str, draw: int, facts: str = "",
    quiet: bool = False,
) -> tuple[Page, QuestionScreen] | None:
    """Return the page on which `code` was asked in `draw`, and its screen there.

    `facts` is the version of the facts it was made with. A question that is left out of today's
    pages is found all the same: an older page may have asked it.
    """
    rounds = lesson.rounds(code)
    if rounds == 0 or not 0 <= draw < DRAWS * rounds:
        return None
    each = (
        page(lesson, audience, draw // rounds, site().narrator, told, quiet)
        for told in _told_then(facts)
    )
    return next(((one, found) for one in each if (found := one.question(code, draw))), None)


def practised_on(
    lesson: Lesson, audience: Audience, code: str, draw: int, facts: str = ""
) -> tuple[Page, QuestionScreen] | None:
    """Return the same for a question that was asked in practice: a page of its own."""
    return practising.asked_alone(lesson, audience, code, draw, _told_then(facts))


def _told_then(version: str) -> tuple[Stated, ...]:
    """Return the facts by which a page of this version of them is marked."""
    today = site().facts()
    if version not in ("", today.facts.version):
        with site().store.reading() as session:
            then = facts_of_version(session, version)
        if then is not None:
            return (then.whole,)
    return today, today.facts.whole


def _asked(form: Form) -> tuple[str, int, str, str, bool]:
    """Read the hidden field `s`: code, draw, and `Page.named`, with ~ between."""
    parts = (*_one(form, "s").split("~", 4), "", "", "", "", "")
    code, draw, version, facts, mark = parts[:5]
    number = int(draw) if draw.isdecimal() and len(draw) < 5 else -1
    return code, number, version, facts, mark == "t"


def _one(form: Form, name: str) -> str:
    values = form.get(name) or [""]
    return values[0]


def _count(form: Form, name: str, least: int, most: int) -> int:
    text = _one(form, name)
    number = int(text) if text.isdecimal() and len(text) < 4 else least
    return min(max(least, number), most)


def _claimed(form: Form) -> datetime | None:
    """Return when an answer was given, as its device tells; None where that cannot be.

    How long ago (`umur`) holds on a phone whose clock is wrong; what its clock showed (`waktu`) is
    believed where nothing else is told. A year back, or to come, is a clock that was never set.
    """
    now = site().now()
    age = _milliseconds(_one(form, "umur"))
    if age is not None:
        return now - age if age < BELIEVED else None
    shown = _milliseconds(_one(form, "waktu"))
    at = EPOCH + shown if shown is not None else None
    return at if at is not None and now - BELIEVED < at <= now else None


def _milliseconds(text: str) -> timedelta | None:
    if not (text.isascii() and text.isdecimal()) or len(text) > 14:
        return None
    return timedelta(milliseconds=int(text))
