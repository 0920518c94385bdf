"""Reports of a class, as a page and as CSV."""

from uuid import UUID

from flask import Response, abort, render_template

from elearn.reports import REPORTS
from elearn.reports.csv_text import as_csv
from elearn.reports.values import Report, Scope, Table
from elearn.web.i18n import gettext, language
from elearn.web.site import site
from elearn.web.tutor import tutor
from elearn.web.tutor.gate import class_or_404


@tutor.get("/kelompok/<uuid:class_id>/laporan/<name>")
def report(class_id: UUID, name: str) -> str:
    """Show a report of a class."""
    found = class_or_404(class_id)
    chosen = _of_classes(name)
    return render_template(
        "tutor/laporan.html",
        klass=found, report=chosen, name=name, table=made(chosen, class_id),
        back=f"/tutor/kelompok/{class_id}",
        file=f"/tutor/kelompok/{class_id}/laporan/{name}.csv",
        others=[(key, one) for key, one in REPORTS.items() if one.of_class and key != name],
    )


@tutor.get("/kelompok/<uuid:class_id>/laporan/<name>.csv")
def report_file(class_id: UUID, name: str) -> Response:
    """Give a report of a class as a file for a spreadsheet."""
    class_or_404(class_id)
    return as_file(name, made(_of_classes(name), class_id))


def made(chosen: Report, class_id: UUID | None) -> Table:
    """Make the rows of a report as they are now."""
    scope = Scope(
        catalogue=site().shelf.current, zone=site().settings.timezone, now=site().now(),
        language=language(), class_id=class_id,
    )  # fmt: skip
    with site().store.reading() as session:
        return chosen.rows(session, scope)


def as_file(name: str, table: Table) -> Response:
    """Return a report as a CSV file."""
    answer = Response(as_csv(REPORTS[name], table, gettext), mimetype="text/csv")
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    return answer


def _of_classes(name: str) -> Report:
    chosen = REPORTS.get(name)
    if chosen is None or not chosen.of_class:
        abort(404)
    return chosen
