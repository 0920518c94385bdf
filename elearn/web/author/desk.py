"""The desk: give a lesson by file or by pasting, see every fault beside its line, mend it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from uuid import UUID

from flask import Response as FlaskResponse
from flask import abort, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from elearn.authoring import drafts, own_files
from elearn.authoring.judging import Judged, Named, judge, named, naming_fault, tidied
from elearn.content.catalogue import SUBJECTS
from elearn.content.due import due, lesson_notes, note
from elearn.content.faults import told
from elearn.questions.values import Fault
from elearn.web.author import author, files
from elearn.web.author.gate import draft_or_404, writer
from elearn.web.author.troubles import troubles
from elearn.web.i18n import gettext as _
from elearn.web.i18n import language
from elearn.web.site import site
from elearn.web.tutor import words

Faults = list[tuple[str, str]]

LISTED = 40
"""Shipped lessons on a page of the desk, and files that cannot be shown."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the source, and what is wrong with it or was forgiven there."""

    number: int
    text: str
    faults: tuple[str, ...]
    notes: tuple[str, ...]


@author.get("/")
def home() -> str:
    """List the lessons that authors gave this hub, and those it came with."""
    writer()
    with site().store.reading() as session:
        own = drafts.latest(session)
    known = {(one.named.stem, one.named.language) for one in own}
    shipped = [
        lesson
        for name in SUBJECTS
        for lesson in site().shelf.current.subject(name)
        if (lesson.stem, "id") not in known
    ]
    pages = max(1, -(-len(shipped) // LISTED))
    page = min(max(1, request.args.get("hal", 1, int)), pages)
    return render_template(
        "penulis/meja.html",
        own=[(one, _title(one.named), words.moment(one.made_at)) for one in own],
        shipped=shipped[(page - 1) * LISTED : page * LISTED],
        page=page,
        pages=pages,
        due=_due(),
        troubles=troubles(site().shelf.current, _)[:LISTED],
    )


@author.get("/baru")
def new() -> str:
    """Offer an empty desk, or a shipped lesson to begin with."""
    writer()
    stem = request.args.get("dari", "")
    lesson = site().shelf.current.lesson(stem) if stem else None
    if stem and lesson is None:
        abort(404)
    text, name = (lesson.source, f"{lesson.stem}.md") if lesson else ("", "")
    return _form(text, name, lesson.subject if lesson else "", [])


@author.post("/baru")
def give() -> Response | tuple[str, int]:
    """Take a file or a pasted text, keep it as a version, and show what it is."""
    member = writer()
    raw, name = _given()
    what = named(name, request.form.get("ranah", ""))
    faults = _faults(raw, what)
    if faults:
        text = raw if isinstance(raw, str) else judge(raw, what, site().shelf.current).text
        return _form(text, name, what.subject, faults), 422
    lessons = site().shelf.current
    mended = len(judge(raw, what, lessons).notes)
    judged = judge(tidied(raw, what, lessons), what, lessons, site().ear)
    if not judged.text.strip():
        wrong = [("teks", told(fault, _)) for fault in judged.faults]
        return _form("", name, what.subject, wrong), 422
    with site().store.writing() as session:
        kept = drafts.keep(session, judged, member.staff_id, site().now())
    return redirect(url_for("author.draft", draft_id=kept, rapi=mended or None), 303)


@author.get("/naskah/<uuid:draft_id>")
def draft(draft_id: UUID) -> str:
    """Show a version: its faults beside their lines, how it looks, and what can be done."""
    judged = draft_or_404(draft_id)
    with site().store.reading() as session:
        versions = drafts.versions(session, judged.named)
    this = next(one for one in versions if one.id == draft_id)
    return render_template(
        "penulis/naskah.html",
        back=url_for("author.home"),
        notice=_tidied(request.args.get("rapi", 0, int)) or _kept(request.args.get("berkas", "")),
        this=this,
        judged=judged,
        lines=_lines(judged, [*judged.notes, *_waiting(judged)]),
        wrong=[(fault.line, told(fault, _)) for fault in judged.faults],
        audiences=sorted(judged.lesson.audiences) if judged.lesson else [],
        versions=[(one, words.moment(one.made_at)) for one in versions],
        published=any(one.published for one in versions),
        missing=files.missing(judged),
        own=own_files.listed(site().settings.data, judged.named.subject),
        sound=_sound(judged) if this.published else "",
    )


@author.get("/naskah/<uuid:draft_id>/unduh")
def download(draft_id: UUID) -> FlaskResponse:
    """Give the text back as a clean file: UTF-8, one kind of line end, the right ending."""
    judged = draft_or_404(draft_id)
    clean = tidied(judged.text, judged.named, site().shelf.current)
    answer = FlaskResponse(clean, mimetype="text/markdown")
    answer.headers["Content-Disposition"] = f'attachment; filename="{judged.named.file}"'
    return answer


def _due() -> list[tuple[str, str]]:
    """Return the facts that have to be checked again, and what to do about each."""
    today = site().today()
    facts = site().shelf.current.around.facts
    return [(f"{fact.id}: {fact.value}", told(note(fact, today), _)) for fact in due(facts, today)]


def _waiting(judged: Judged) -> Iterator[Fault]:
    """Yield where a version tells less today, since a fact is past."""
    if judged.lesson is not None:
        yield from lesson_notes(judged.lesson, site().facts())


def _tidied(count: int) -> str:
    if count < 1:
        return ""
    return _("{count} hal kecil sudah dirapikan, misalnya tanda kutip atau akhir baris.",
             count=count)


def _sound(judged: Judged) -> str:
    """Tell how much of a published lesson can be heard at once."""
    if judged.lesson is None:
        return ""
    there, every = site().background.ready(judged.lesson)
    if not every:                    # in a language that only people speak, and nobody has
        return _("belum ada suara")
    if there < every:
        return _("Suara: {there} dari {every} siap.", there=there, every=every)
    return _("Suara: semua siap.")


def _kept(file: str) -> str:
    return _("Tersimpan: {file}", file=file[:80]) if file else ""


def _given() -> tuple[str | bytes, str]:
    """Return what was given and its name: a file, else the pasted text."""
    file = request.files.get("berkas")
    asked = request.form.get("nama", "").strip()
    if file is not None and file.filename:
        return file.read(), asked or file.filename
    return request.form.get("teks", "").replace("\r\n", "\n"), asked


def _faults(raw: str | bytes, what: Named) -> Faults:
    faults: Faults = []
    if not raw.strip():
        faults.append(("teks", _("Tempel tulisannya, atau pilih berkasnya.")))
    if not what.stem:
        faults.append(("nama", _("Tulis nama berkas pelajaran, misalnya baca-03-m-b.md.")))
    elif fault := naming_fault(what):
        faults.append(("nama" if what.subject else "ranah", told(fault, _)))
    return faults


def _form(text: str, name: str, subject: str, faults: Faults) -> str:
    return render_template(
        "penulis/baru.html", text=text, name=name[:80], subject=subject, subjects=SUBJECTS,
        faults=faults, back=url_for("author.home"),
    )  # fmt: skip


def _lines(judged: Judged, notes: Sequence[Fault]) -> list[Line]:
    source = judged.text.split("\n")
    return [
        Line(
            number, text,
            tuple(told(fault, _) for fault in judged.faults if _at(fault.line, source) == number),
            tuple(told(one, _) for one in notes if _at(one.line, source) == number),
        )
        for number, text in enumerate(source, 1)
    ]  # fmt: skip


def _at(line: int, source: list[str]) -> int:
    return min(max(line, 1), len(source))


def _title(what: Named) -> str:
    lesson = site().shelf.current.lesson(what.stem, language())
    return lesson.meta.title if lesson else what.file
