"""Latihan hari ini: its page, its end, and how home tells of it."""


from flask import redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from elearn.accounts.sessions import Signed
from elearn.learning import versions
from elearn.learning.sources import unknown_versions
from elearn.mastery.practice import Practice
from elearn.store import CannotStoreError
from elearn.web.i18n import gettext as _
from elearn.web.i18n import language
from elearn.web.learn import learn
from elearn.web.learn.mine import Looked, guest, look, signed_in
from elearn.web.learn.practising import STEM, Part, sheet
from elearn.web.learn.results import Result, Try
from elearn.web.learn.rows import Row, row
from elearn.web.learn.seats import seated
from elearn.web.learn.today import practice_in, practice_today
from elearn.web.learn.voices import ending, private
from elearn.web.sheets import Sheet
from elearn.web.site import site

SPROUT = "🌱"


@learn.get(f"/b/<seat>/{STEM}/")
def practice(seat: str) -> Response:
    """Ask today's questions, from the first that is left; kept by no browser."""
    signed = seated(seat)
    today = practice_today(signed)
    if not today.items:
        return redirect("/", 303)
    if "di" not in request.args and today.done:
        return redirect(_go_on(today), 303)
    return sheet_of(today, signed).response(request, kept=False)


def sheet_of(today: Practice, signed: Signed) -> Sheet:
    """Return the page of a practice; the sources of its questions are remembered."""
    page, parts = sheet(today, signed)
    _remember(parts)
    return Sheet(render_template("belajar/latihan.html", page=page, parts=parts))


@learn.get(f"/b/<seat>/{STEM}/selesai")
def practised(seat: str) -> Response | str:
    """Show the end of the practice: what she knew, and what she looks at once more."""
    signed = seated(seat)
    result = describe(signed)
    if result is None:
        return redirect("/", 303)
    return render_template(
        "belajar/selesai.html", result=result, stem=STEM, me=signed, guest=guest(signed)
    )


@learn.get(f"/suara/saya/{STEM}.mp3")
def at_the_end_of_practice() -> Response:
    """Say how today's practice stands."""
    result = describe(signed_in())
    return ending(result) if result else private(_("Belum ada latihan."))


def describe(signed: Signed) -> Result | None:
    """Tell of today's practice, kindly; None where there is none."""
    looked = look(signed)
    today = practice_in(looked)
    if not today.items:
        return None
    _page, parts = sheet(today, signed)
    go = _next(looked, today)
    done, whole = len(today.done), len(today.items)
    words = _("Terima kasih sudah berlatih. Besok ada latihan lagi.")
    if not today.whole:
        words = _("Sudah {done} dari {whole} soal. Teruskan kapan saja.", done=done, whole=whole)
    return Result(
        heading=_("Latihan hari ini sudah selesai.") if today.whole else _("Latihan hari ini"),
        title="", picture=SPROUT, words=words, able=(),
        tries=tuple(_tried(part, today.done[part.screen.code])
                    for part in parts if part.screen.code in today.done),
        next_words=_("Berikutnya:") if go else "", go=go, test=True,
    )  # fmt: skip


def _next(looked: Looked, today: Practice) -> Row | None:
    """Return where the end of a practice leads: back to what is left of it, else to a lesson."""
    signed = looked.signed
    if today.left:
        title = _("Latihan hari ini")
        href = url_for("learn.practice", seat=signed.seat)
        return Row("", title, SPROUT, href, site().voice.say(title, language()))
    onward = looked.progress.onward()
    return row(onward, signed) if onward else None


def after(signed: Signed, code: str) -> str:
    """Return the anchor of the question that is left after `code`, "akhir" where none is."""
    today = practice_today(signed)
    codes = [item.question for item in today.items]
    at = codes.index(code) if code in codes else 0
    left = [item.question for item in (*today.items[at:], *today.items[:at])
            if item.question not in today.done]
    return f"q{codes.index(left[0]) + 1}" if left else "akhir"


def _go_on(today: Practice) -> str:
    if not today.left:
        return "selesai"
    anchor = f"q{today.items.index(today.left[0]) + 1}"
    return f"?di={anchor}#{anchor}"


def _tried(part: Part, right: bool) -> Try:
    screen = part.screen
    why = screen.explanation.html if screen.explanation else ""
    return Try(right, screen.answer.html, screen.stem.html, why, screen.answer.sound)


def _remember(parts: tuple[Part, ...]) -> None:
    """Keep the sources of what is shown, so that an answer can be marked whatever changes."""
    catalogue, facts = site().shelf.current, site().facts().facts
    shown = {part.page.version for part in parts}
    told = {facts.version} if any(part.page.facts for part in parts) else set()
    with site().store.reading() as session:
        new = unknown_versions(session, shown | told)
    if not new:
        return
    try:
        with site().store.writing() as session:
            for lesson in filter(None, map(catalogue.by_version, sorted(new & shown))):
                versions.remember(session, lesson)
            if new & told:
                versions.remember_facts(session, facts)
    except CannotStoreError:        # it is read all the same
        return
