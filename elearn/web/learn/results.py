"""The end of a lesson: what she can do now, which answers made it so, and what comes next."""

from dataclasses import dataclass

from flask import redirect, render_template
from werkzeug.wrappers import Response

from elearn.accounts.sessions import Signed
from elearn.content.lesson import Lesson
from elearn.content.values import Page, QuestionScreen
from elearn.learning import answers
from elearn.mastery import LEAST, Standing
from elearn.mastery.rules import SHARE
from elearn.mastery.sittings import FirstTry
from elearn.web.i18n import gettext as _
from elearn.web.learn import examining, learn
from elearn.web.learn.home import costs
from elearn.web.learn.mine import guest, progress_of
from elearn.web.learn.pages import draw_for, page
from elearn.web.learn.rows import Row, row
from elearn.web.learn.seats import lesson_or_404, seated
from elearn.web.site import site

SHORT = 40
"""Letters that are said in four seconds: 12 KB, what a page may say when it is entered."""

CHIME = 16
"""Letters that the two notes of a celebration take the room of."""


@dataclass(frozen=True, slots=True)
class Try:
    """A question of the sitting, by its right answer, and whether she had it at first.

    After a test also what was asked, why it is so, and how the answer sounds.
    """

    right: bool
    answer: str
    asked: str = ""
    why: str = ""
    sound: str = ""


@dataclass(frozen=True, slots=True)
class Result:
    """What the last page of a lesson says."""

    heading: str
    title: str
    picture: str
    words: str
    able: tuple[str, ...]
    tries: tuple[Try, ...]
    next_words: str
    go: Row | None
    costs: str = ""                              # how much sound the next lesson takes
    test: bool = False
    missed: tuple[QuestionScreen, ...] = ()      # of today, and not right since
    reached: bool = False                        # she can do it now: a small celebration
    child: bool = False

    @property
    def spoken(self) -> tuple[str, ...]:
        """The page in sentences, for the voice."""
        shown = (self.heading, self.title, " ".join(self.able), self.words, self.next_words)
        return tuple(text for text in (*shown, self.go.title if self.go else "") if text)

    @property
    def brief(self) -> tuple[str, ...]:
        """What is said on entry: the heading, and what it is about where that is short."""
        whole = f"{self.heading} {self.title}"
        room = SHORT - CHIME if self.reached else SHORT
        return (whole if len(whole) <= room else self.heading,)


@learn.get("/b/<seat>/<stem>/selesai")
def result(seat: str, stem: str) -> Response | str:
    """Show the end of a lesson; a sensitive one leaves nothing to be shown."""
    signed = seated(seat)
    lesson = lesson_or_404(stem, signed)
    if lesson.meta.sensitive:
        return redirect("/", 303)
    return render_template(
        "belajar/selesai.html",
        result=describe(lesson, signed), stem=stem, me=signed, guest=guest(signed),
    )


def describe(lesson: Lesson, signed: Signed) -> Result:
    """Say where she stands in `lesson`, from her log; in a test how today's went."""
    if lesson.meta.test:
        return _of_test(lesson, signed)
    made = progress_of(signed)
    standing = made.standings[lesson.stem]
    heading, words = _words(standing)
    onward = made.onward()
    return Result(
        heading=heading,
        title=lesson.meta.title,
        picture=lesson.meta.picture,
        words=words,
        able=tuple(sorted(frozenset(lesson.meta.graphemes) - standing.missing)),
        tries=tuple(
            Try(first.right, _answer(lesson, signed, first.question, first.draw))
            for first in standing.tries
        ),
        next_words=_next_words(onward),
        go=row(onward, signed) if onward else None,
        costs=costs([onward], signed) if onward else "",
        missed=missed(lesson, signed),
        reached=standing.status == "bisa",
        child=signed.age_band == "anak",
    )


def missed(lesson: Lesson, signed: Signed) -> tuple[QuestionScreen, ...]:
    """Return the questions of today's page that she answered today and never rightly.

    Not tasks: what her tutor ticked she talks over with her.
    """
    draw, today = draw_for(signed.seat, site().today()), site().today()
    asked = page(lesson, signed.age_band, draw, site().narrator, site().facts(), signed.quiet)
    with site().store.reading() as session:
        log = answers.log(session, signed.person_id, lesson.stem)
    given = [
        one for one in log
        if one.counted and one.day == today and not (one.occasion or one.judged)
    ]
    right = {(one.question, one.draw) for one in given if one.right}
    wrong = {(one.question, one.draw) for one in given} - right
    return tuple(one for one in asked.questions if (one.code, one.draw) in wrong)


def _of_test(lesson: Lesson, signed: Signed) -> Result:
    """Say how many she knew once all is answered; before that only how far she is."""
    made, sat = progress_of(signed), examining.lately(lesson, signed)
    whole, onward = len(sat.page.questions), made.onward()
    done = len(sat.tries) + len(sat.waiting)
    right = sum(1 for one in sat.tries if one.right)
    heading, words = _("Kamu sedang mengerjakan uji:"), _(
        "Sudah {done} dari {whole} soal. Teruskan kapan saja.", done=done, whole=whole
    )
    if not sat.left:
        heading = _("Uji selesai:")
        known = _("Kamu tahu {right} dari {whole}.", right=right, whole=len(sat.tries))
        words = f"{known if sat.tries else ''} {_waits(sat) or _kindly(right, whole)}".strip()
    return Result(
        heading=heading, title=lesson.meta.title, picture=lesson.meta.picture, words=words,
        able=(), tries=() if sat.left else tuple(_tried(sat.page, one) for one in sat.tries),
        next_words=_next_words(onward), go=row(onward, signed) if onward else None, test=True,
    )  # fmt: skip


def _waits(sat: examining.Sat) -> str:
    if not sat.waiting:
        return ""
    return _("{count} soal lagi menunggu dilihat tutor.", count=len(sat.waiting))


def _kindly(right: int, whole: int) -> str:
    share, of = SHARE
    if right == whole:
        return _("Hebat, semuanya kamu tahu.")
    if right * of >= whole * share:
        return _("Bagus. Lihat lagi yang belum.")
    return _("Terima kasih sudah mencoba. Lihat lagi yang belum, lalu coba lain hari.")


def _tried(asked: Page, first: FirstTry) -> Try:
    screen = asked.question(first.question, first.draw)
    if screen is None:
        return Try(first.right, "")
    why = screen.explanation.html if screen.explanation else ""
    return Try(
        first.right, screen.answer.html, screen.stem.html, why, screen.answer.sound
    )


def _words(standing: Standing) -> tuple[str, str]:
    answered = standing.answered
    if standing.waiting is not None and standing.status in ("belum", "hampir"):
        heading = {"belum": _("Kamu sedang belajar:"), "hampir": _("Kamu hampir bisa:")}
        return heading[standing.status], _("Semua sudah kamu kerjakan. Tinggal dilihat tutor.")
    if standing.status == "bisa":
        return _("Kamu sudah bisa:"), _("Hebat. Ini tersimpan untukmu.")
    if standing.status == "ulang":
        return _("Kamu pernah bisa:"), _("Ulangi pelan-pelan. Nanti bisa lagi.")
    if standing.status == "hampir":
        return _("Kamu hampir bisa:"), _("Besok ulangi sekali lagi.")
    if 0 < answered < standing.asked:
        return _("Kamu sedang belajar:"), _(
            "Sudah {done} dari {whole} soal. Teruskan kapan saja.",
            done=answered, whole=standing.asked,
        )
    if answered and standing.asked < LEAST:
        return _("Kamu sedang belajar:"), _("Semua soal di sini sudah dijawab.")
    if answered:
        return _("Kamu sedang belajar:"), _("Belum lancar. Ayo ulangi pelajaran ini.")
    return _("Kamu sedang belajar:"), _("Belum ada jawaban. Ayo mulai.")


def _next_words(onward: Lesson | None) -> str:
    if onward is None:
        return _("Semua pelajaran di sini sudah kamu kerjakan.")
    return _("Berikutnya:")


def _answer(lesson: Lesson, signed: Signed, code: str, draw: int) -> str:
    """Return the right answer of a question as HTML, "" when the lesson no longer asks it."""
    rounds = lesson.rounds(code)
    if rounds == 0:
        return ""
    asked = page(lesson, signed.age_band, draw // rounds, site().narrator, site().facts())
    screen = asked.question(code, draw)
    return screen.answer.html if isinstance(screen, QuestionScreen) else ""
