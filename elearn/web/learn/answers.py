"""An answer arrives: marked again here, stored once, acknowledged only after the commit."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import parse_qs, urlencode
from uuid import UUID

from flask import Response as FlaskResponse
from flask import abort, jsonify, redirect, render_template, request, url_for
from sqlalchemy.orm import Session
from werkzeug.wrappers import Response

from elearn.accounts import seats
from elearn.accounts.policy import Action, Thing
from elearn.accounts.seats import Seat
from elearn.content.lesson import Lesson
from elearn.content.values import DRAWS, Audience, Page, QuestionScreen
from elearn.learning import answers as ledger
from elearn.learning import held
from elearn.learning.versions import lesson_of_version
from elearn.questions import KINDS, raw_answer
from elearn.questions.values import Verdict
from elearn.web import auth, guards
from elearn.web.cross_site import own_key_post
from elearn.web.learn import learn
from elearn.web.learn.pages import after, page
from elearn.web.learn.seats import other_person, owner_of, seated
from elearn.web.site import site

Form = Mapping[str, Sequence[str]]


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


@learn.post("/b/<seat>/<stem>/")
@own_key_post
def answer(seat: str, stem: str) -> Response:
    """Mark and store an answer; say so as JSON to a script, as a page to a plain form."""
    owner = owner_of(seat)
    signed = auth.me()
    if signed is None:
        return _signed_out(seat, stem)
    if not guards.allowed(Action.SIT, Thing(owner=owner)):
        return _problem(409, "ganti-orang") if _wants_json() else other_person()
    given = understand(stem, signed.age_band, request.form.to_dict(flat=False))
    if given is None:
        return _problem(400, "soal-tidak-ada") if _wants_json() else abort(400)
    if given.verdict.outcome == "unclear":
        return _unclear(given)
    with site().store.writing() as session:
        stored = store(session, Seat(seat, signed.person_id, signed.device_id), given)
    if _wants_json():
        return jsonify(id=str(stored), outcome=given.verdict.outcome, line=given.verdict.line)
    return redirect(url_for("learn.feedback", seat=seat, stem=stem, answer_id=stored), 303)


@learn.get("/b/<seat>/<stem>/jawaban/<uuid:answer_id>")
def feedback(seat: str, stem: str, answer_id: UUID) -> str:
    """Tell kindly what was right and what was not yet, and ask again."""
    signed = seated(seat)
    with site().store.reading() as session:
        attempt = ledger.attempt(session, signed.person_id, answer_id)
    if attempt is None or attempt.lesson != stem:
        abort(404)
    lesson = _lesson(attempt.version)
    found = _find(lesson, signed.age_band, attempt.code, attempt.draw) if lesson else None
    if found is None:
        abort(404)
    return _told(*found, attempt.outcome, attempt.line, attempt.try_number)


def understand(stem: str, audience: Audience, form: Form) -> Given | None:
    """Find the question that `form` answers and mark it; None where there is no such question."""
    code, draw, version = _asked(form)
    lesson = _lesson(version)
    if lesson is None or lesson.stem != stem or audience not in lesson.audiences:
        return None
    found = _find(lesson, audience, code, draw)
    if found is None:
        return None
    asked, screen = found
    raw = raw_answer(KINDS[screen.kind], form)
    return Given(
        page=asked,
        screen=screen,
        raw=raw,
        verdict=KINDS[screen.kind].mark(screen.key, raw),
        try_number=_count(form, "coba", 1, 99),
        hints=_count(form, "petunjuk", 0, 99),
        claimed_id=auth.parse_id(_one(form, "id")),
        claimed_at=_time(_one(form, "waktu")),
    )


def store(session: Session, seat: Seat, given: Given) -> UUID:
    """Write the answer under the seat's learner; the same answer twice is one row."""
    now = site().now()
    day = now.astimezone(site().settings.timezone).date()
    identity = given.claimed_id or ledger.server_id(
        seat.key, day, given.page.version, given.screen.code, given.screen.draw,
        given.try_number, given.raw,
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
            answered_at=given.claimed_at or now,
        ),
        now,
        site().settings.timezone,
    )
    return recorded.attempt.id


def keep_held(key: str) -> None:
    """Store the answers that came after this learner's last session had ended, all or none."""
    with site().store.writing() as session:
        waiting = held.take_held(session, key)
        seat = seats.seat(session, key)
        if not waiting or seat is None:
            return
        audience = seats.age_band(session, seat)
        for item in waiting:
            stem = item.path.strip("/").split("/")[-1]
            given = understand(stem, audience, parse_qs(item.body.decode("utf-8", "replace")))
            if given is not None and given.verdict.outcome != "unclear":
                store(session, seat, given)


def _signed_out(seat: str, stem: str) -> Response:
    if _wants_json():
        return _problem(401, "masuk-lagi")       # the browser's outbox keeps the answer
    body = urlencode(list(request.form.items(multi=True))).encode()
    with site().store.writing() as session:
        held.hold(session, seat, request.path, body, site().now())
    return redirect(
        url_for("account.start", next=url_for("learn.lesson", seat=seat, stem=stem)), 303
    )


def _unclear(given: Given) -> Response:
    if _wants_json():
        return _problem(422, "belum-jelas")
    return FlaskResponse(_told(given.page, given.screen, "unclear", None, given.try_number - 1))


def _told(
    asked: Page, screen: QuestionScreen, outcome: str, line: int | None, attempt: int
) -> str:
    words = next((choice.feedback for choice in screen.choices if choice.id == line), None)
    return render_template(
        "belajar/jawaban.html",
        page=asked, screen=screen, outcome=outcome, words=words, attempt=attempt,
        after=after(asked, screen),
    )


def _lesson(version: str) -> Lesson | None:
    current = site().shelf.current.by_version(version)
    if current is not None:
        return current
    with site().store.reading() as session:
        return lesson_of_version(session, version)


def _find(
    lesson: Lesson, audience: Audience, code: str, draw: int
) -> tuple[Page, QuestionScreen] | None:
    """Return the page on which `code` was asked in `draw`, and its screen there."""
    rounds = lesson.rounds(code)
    if rounds == 0 or not 0 <= draw < DRAWS * rounds:
        return None
    asked = page(lesson, audience, draw // rounds, site().narrator)
    screen = asked.question(code, draw)
    return (asked, screen) if screen else None


def _asked(form: Form) -> tuple[str, int, str]:
    """Read the hidden field `s`: code, draw and version with ~ between."""
    code, _, rest = _one(form, "s").partition("~")
    draw, _, version = rest.partition("~")
    return code, int(draw) if draw.isdecimal() and len(draw) < 5 else -1, version


def _one(form: Form, name: str) -> str:
    values = form.get(name) or [""]
    return values[0]


def _count(form: Form, name: str, least: int, most: int) -> int:
    text = _one(form, name)
    number = int(text) if text.isdecimal() and len(text) < 4 else least
    return min(max(least, number), most)


def _time(milliseconds: str) -> datetime | None:
    if not milliseconds.isdecimal() or len(milliseconds) > 14:
        return None
    return datetime.fromtimestamp(int(milliseconds) / 1000, UTC)


def _wants_json() -> bool:
    return request.accept_mimetypes.best == "application/json"


def _problem(status: int, code: str) -> Response:
    answer = jsonify(error=code)
    answer.status_code = status
    return answer
