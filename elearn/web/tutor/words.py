"""What is told of learners, in words."""

from datetime import date, datetime
from math import ceil

from babel.dates import format_date

from elearn.accounts.people import Learner
from elearn.mastery import LEAST, Confused, Standing
from elearn.mistakes import CONFUSIONS
from elearn.store.tables import Event
from elearn.teaching.door import AtTheDoor
from elearn.teaching.needs import Need
from elearn.web.i18n import gettext as _
from elearn.web.i18n import gettext as _label  # of a message that stands in a registry
from elearn.web.i18n import language
from elearn.web.site import site


def day(at: date) -> str:
    """Return a day as people write it: "24 Nov"."""
    return format_date(at, "d MMM", locale=language())


def moment(at: datetime) -> str:
    """Return a time of the place: "24 Nov 08.15"."""
    here = at.astimezone(site().settings.timezone)
    return f"{day(here.date())} {here:%H.%M}"


def lesson_title(stem: str) -> str:
    """Return the title of a lesson, its stem when there is none any more."""
    lesson = site().shelf.current.lesson(stem, language())
    return lesson.meta.title if lesson else stem


def why(need: Need) -> str:
    """Return the reason that is told of a learner, one line; what she mixes up is part of it."""
    mixed = mixed_up(need.confused) if need.confused else ""
    if need.reason == "confused":
        return f"{mixed}: {lesson_title(need.lesson)}" if need.lesson else mixed
    return " · ".join(filter(None, (_reason(need), mixed)))


def _reason(need: Need) -> str:
    title = lesson_title(need.lesson) if need.lesson else ""
    match need.reason:
        case "stopped":
            return _("Kode salah 20 kali. Hanya tutor atau kartu yang membuka.")
        case "held":
            return _("Kode salah 5 kali. Tunggu {minutes} menit.", minutes=_minutes(need.until))
        case "no consent":
            return _("Belum ada persetujuan.")
        case "stuck":
            return _("Tiga kali duduk belum hampir: {title}", title=title)
        case "waiting":
            return _("Menunggu dilihat: {count} tugas, {title}", count=len(need.tasks), title=title)
        case "overdue":
            return _("Tugas lewat waktu: {title}", title=title)
        case "again":
            return _("Pernah bisa, perlu ulang: {title}", title=title)
        case _:
            return _presence(need)


def confusion(name: str) -> str:
    """Return what tutors call a confusion, "" for none."""
    known = CONFUSIONS.get(name)
    return _label(known.label) if known else name


def mixed_up(confused: Confused) -> str:
    """Return what is mixed up and how often: "tertukar b – d, 5×, terakhir 24 Nov"."""
    return _(
        "{what}, {times}×, terakhir {day}",
        what=confusion(confused.name), times=confused.times, day=day(confused.last),
    )


def _presence(need: Need) -> str:
    match need.reason:
        case "away":
            return _("Belum datang {days} hari.", days=need.days)
        case "new":
            return _("Belum pernah menjawab.")
        case "idle":
            return _("Hari ini belum menjawab.")
        case _:
            return _("Lancar hari ini.")


def _minutes(until: datetime | None) -> int:
    return max(1, ceil((until - site().now()).total_seconds() / 60)) if until else 1


def status(standing: Standing) -> str:
    """Return a learner's status in a lesson, and what is left to it."""
    answered = standing.answered
    match standing.status:
        case "belum" | "hampir" if standing.waiting is not None:
            return _("menunggu dilihat tutor")
        case "bisa":
            return _("bisa")
        case "ulang":
            return _("pernah bisa, ulang")
        case "hampir":
            return _("hampir: sekali lagi di hari lain")
        case _ if not answered:
            return _("belum mulai")
        case _ if answered < standing.asked:
            return _("belum: {done} dari {whole} soal", done=answered, whole=standing.asked)
        case _ if standing.asked < LEAST:
            return _("belum dinilai: hanya {whole} soal ditanyakan", whole=standing.asked)
        case _:
            return _("belum lancar")


def ways_in(learner: Learner, card: bool) -> str:
    """Return by what she comes in now."""
    by = {
        "gambar": _("Masuk dengan {count} gambar.", count=learner.code_length),
        "pin": _("Masuk dengan PIN."),
        None: _("Belum punya kode."),
    }[learner.code_kind]
    return f"{by} {_('Punya kartu.') if card else _('Belum punya kartu.')}"


def at_the_door(told: AtTheDoor) -> str:
    """Return one line of what happened at a learner's door."""
    words = _outcome(told.outcome)
    if told.times == 1:
        return f"{moment(told.last)}: {words}"
    return f"{moment(told.first)}: {words} ({_('{times} kali', times=told.times)})"


def _outcome(outcome: Event) -> str:
    match outcome:
        case "in":
            return _("masuk dengan kode")
        case "wrong":
            return _("kode salah")
        case "held":
            return _("ditahan 5 menit")
        case "stopped":
            return _("pintu tertutup, perlu tutor")
        case "let in":
            return _("diizinkan tutor")
        case "card":
            return _("masuk dengan kartu")
        case _:
            return _("masuk contoh")
