"""For the tutor: what her class mixes up these four weeks, and how many of them. No names."""

from collections import Counter

from sqlalchemy.orm import Session

from elearn.accounts import people
from elearn.learning import answers
from elearn.learning.silence import silent
from elearn.mastery import weakest
from elearn.mastery.confusions import WINDOW
from elearn.messages import translator
from elearn.mistakes import CONFUSIONS
from elearn.reports.values import Report, Scope, Table


def rows(session: Session, scope: Scope) -> Table:
    """Return the confusions that are not over, those of most people first."""
    assert scope.class_id is not None  # noqa: S101  # a report of a class
    learners = [one.person_id for one in people.learners(session, scope.class_id)]
    whose, times = Counter[str](), Counter[str]()
    today = scope.now.astimezone(scope.zone).date()
    for log in answers.logs(session, learners, scope.now - WINDOW).values():
        told = (one for one in log if not silent(scope.catalogue, one.lesson))
        for one in weakest(told, today):
            whose[one.name] += 1
            times[one.name] += one.times
    label = translator(scope.language)
    order = sorted(whose, key=lambda name: (-whose[name], -times[name], name))
    return Table(tuple(
        (label(CONFUSIONS[name].label) if name in CONFUSIONS else name, whose[name], times[name])
        for name in order
    ))


TERTUKAR = Report(
    title="Yang sering tertukar",
    columns=("Yang tertukar", "Orang", "Kali"),
    note="Dalam 28 hari ini. Yang sudah tiga kali berturut-turut benar tidak dihitung lagi.",
    of_class=True,
    rows=rows,
)
