"""What the programme reaches, as a page and as CSV."""

from flask import Response, abort, render_template

from elearn.accounts.policy import Action
from elearn.reports import REPORTS
from elearn.web import auth, guards
from elearn.web.partner import partner
from elearn.web.tutor.gate import sign_in
from elearn.web.tutor.reports import as_file, made

REACH = "jangkauan"


@partner.get("/")
def home() -> str:
    """Show what the programme reaches."""
    _partner()
    return render_template(
        "tutor/laporan.html",
        klass=None, report=REPORTS[REACH], name=REACH, table=made(REPORTS[REACH], None),
        back="", file=f"/mitra/{REACH}.csv",
    )


@partner.get(f"/{REACH}.csv")
def reach_file() -> Response:
    """Give the same as a file for a spreadsheet."""
    _partner()
    return as_file(REACH, made(REPORTS[REACH], None))


def _partner() -> None:
    if auth.staff() is None:
        abort(sign_in())
    guards.demand(Action.SEE_REPORTS)
