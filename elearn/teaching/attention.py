"""What is known today of each learner of a class: a fixed number of queries, however many they are.

Only lessons that a learner sat in lately are looked at, and those that are assigned: what she left
a month ago is told by her absence. Where she stands is kept: no log of years is read.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from elearn.accounts import people
from elearn.accounts.people import Learner
from elearn.accounts.streaks import Wrongs
from elearn.content.catalogue import Catalogue
from elearn.learning import answers, known
from elearn.learning.silence import silent
from elearn.mastery import Answer, Confused, HandedIn, Standing, handed_in, weakest
from elearn.store import tables
from elearn.store.base import core
from elearn.teaching import assignments
from elearn.teaching.assignments import Assigned
from elearn.teaching.needs import WITHOUT, Facts, Need, by_need, need

LATELY = timedelta(days=28)

Standings = Mapping[str, Standing]


@dataclass(frozen=True, slots=True)
class Row:
    """A learner of the class, and the one reason that is told of her."""

    learner: Learner
    need: Need


def who_first(
    session: Session, catalogue: Catalogue, class_id: UUID, now: datetime, zone: tzinfo
) -> list[Row]:
    """Return the learners of a class, who needs her tutor most first."""
    learners = {one.person_id: one for one in people.learners(session, class_id)}
    ids = list(learners)
    today = now.astimezone(zone).date()
    tasks = [
        task for task in assignments.of_class(session, class_id)
        if not silent(catalogue, task.lesson)
    ]
    wrongs = _wrongs(session, ids)
    last = _last_days(session, ids, zone)
    logs = answers.logs(session, ids, now - LATELY)
    stands = known.standings(session, ids, told_of(catalogue))
    needs = []
    for one in ids:
        at = stands[one]
        lately = {stem: how for stem, how in sorted(at.items())
                  if how.last is not None and how.last > today - LATELY}
        facts = Facts(
            stopped=any(wrong.stopped for wrong in wrongs.get(one, ())),
            held_until=_held_until(wrongs.get(one, ()), now),
            consented=learners[one].agreed,
            stuck_in=_first(lately, lambda how: how.sittings_without >= WITHOUT),
            waiting=_waiting(logs[one], catalogue),
            overdue=overdue((task for task in tasks if task.of(one)), at, today),
            to_repeat=_first(lately, lambda how: how.status == "ulang"),
            last_day=last.get(one),
            confused=next(iter(confusions(logs[one], catalogue, today)), None),
        )
        needs.append(need(one, facts, today))
    return [Row(learners[found.person_id], found) for found in by_need(needs)]


def confusions(
    log: Iterable[Answer], catalogue: Catalogue, today: date
) -> tuple[Confused, ...]:
    """Return what a learner mixes up, the weakest first; of sensitive lessons nothing is told."""
    return weakest((one for one in log if not silent(catalogue, one.lesson)), today)


def overdue(tasks: Iterable[Assigned], standings: Standings, today: date) -> str | None:
    """Return the lesson of the first of `tasks` whose day has passed undone, or None."""
    return next(
        (
            task.lesson for task in tasks
            if task.due is not None and task.due < today
            and not task.asked.done(standings.get(task.lesson, Standing()))
        ),
        None,
    )


def told_of(catalogue: Catalogue) -> known.Grants:
    """Return what the lessons grant of which a tutor is told anything."""
    found = known.grants_of(catalogue)
    return {stem: grants for stem, grants in found.items() if not silent(catalogue, stem)}


def _waiting(log: Sequence[Answer], catalogue: Catalogue) -> tuple[HandedIn, ...]:
    return tuple(
        task for task in handed_in(log)
        if catalogue.lesson(task.lesson) is not None and not silent(catalogue, task.lesson)
    )


def _first(standings: Standings, wanted: Callable[[Standing], bool]) -> str | None:
    return next((stem for stem, how in standings.items() if wanted(how)), None)


def _wrongs(session: Session, ids: Sequence[UUID]) -> Mapping[UUID, list[Wrongs]]:
    """Return for each learner the wrong codes in a row, device by device."""
    row = core(tables.Streak).c
    found = session.execute(
        select(row.person_id, row.wrong, row.wrong_at).where(row.person_id.in_(ids))
    ).all()
    everywhere: dict[UUID, int] = {}
    for one in found:
        everywhere[one.person_id] = everywhere.get(one.person_id, 0) + one.wrong
    wrongs: dict[UUID, list[Wrongs]] = {}
    for one in found:
        wrong = Wrongs(everywhere[one.person_id], one.wrong, one.wrong_at)
        wrongs.setdefault(one.person_id, []).append(wrong)
    return wrongs


def _held_until(wrongs: Sequence[Wrongs], now: datetime) -> datetime | None:
    holds = [until for wrong in wrongs if (until := wrong.held_until(now)) is not None]
    return max(holds, default=None)


def _last_days(session: Session, ids: Sequence[UUID], zone: tzinfo) -> Mapping[UUID, date]:
    row = core(tables.Attempt).c
    found = session.execute(
        select(row.person_id, func.max(row.answered_at).label("at"))
        .where(row.person_id.in_(ids))
        .group_by(row.person_id)
    )
    return {one.person_id: one.at.astimezone(zone).date() for one in found}
