"""The scenes of `/gaya`: which template, with what, in which state; and what scripts change."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from types import SimpleNamespace

from elearn.accounts.picture_codes import OBJECTS
from elearn.web.errors import TROUBLES
from elearn.web.gaya import samples
from elearn.web.learn.looks import Switch
from elearn.web.offline.shells import SHELLS

Context = Callable[[], Mapping[str, object]]


@dataclass(frozen=True, slots=True)
class Scene:
    """A page in a state, and the components (files of static/css) that it shows so.

    `becomes` is what a script does to the markup: each first text becomes the second.
    """

    title: str
    template: str
    components: tuple[str, ...]
    context: Context
    becomes: tuple[tuple[str, str], ...] = ()


def _nothing() -> Mapping[str, object]:
    return {}


def _names(*, some: bool) -> Mapping[str, object]:
    return {"learners": samples.LEARNERS if some else [], "page": 1, "pages": 2, "onward": "",
            "had": frozenset(), "passing": ""}


def _code(*, refused: bool) -> Mapping[str, object]:
    refusal = SimpleNamespace(text="Belum cocok. Coba lagi.", picture="🙂", closed=False)
    return {"learner": samples.LEARNERS[2], "kind": "pictures", "opened": False, "onward": "",
            "length": 4, "picked": (3, 5), "objects": OBJECTS, "waits": [],
            "refusal": refusal if refused else None}


def _home(*, new: bool) -> Mapping[str, object]:
    return {"placement": new, "practice": None if new else samples.practice(), "me": samples.ME,
            "guest": False, "asked": not new, "waiting": not new, "greeting": "Selamat pagi, Sari",
            "go": samples.rows()[3], "written": "34 dari 142 pelajaran sudah ada.",
            "path": samples.stretch(), "subjects": samples.subjects()}


def _subject(*, empty: bool) -> Mapping[str, object]:
    return {"subject": samples.subjects()[0], "lessons": [] if empty else samples.rows(),
            "page": 1, "pages": 1, "written": "9 dari 62 pelajaran sudah ada.", "costs": "",
            "able": "" if empty else "Kamu bisa membaca: a, i, u.", "guest": False}


def _lesson(stem: str = samples.LESSON) -> Mapping[str, object]:
    return {"page": samples.lesson(stem)}


def _answer(outcome: str) -> Mapping[str, object]:
    asked = samples.question()
    words = next((one.feedback for one in asked.choices if one.feedback), None)
    return {"page": samples.lesson(), "screen": asked, "outcome": outcome, "attempt": 1,
            "words": words if outcome == "wrong" else None, "whole": outcome == "wrong",
            "after": "q2", "resumes": False, "base": "/gaya"}


def _end(*, reached: bool, child: bool = False, test: bool = False) -> Mapping[str, object]:
    told = samples.result(reached=reached, child=child, test=test)
    if not reached and not test:
        told = replace(told, missed=(samples.question(),))
    return {"result": told, "stem": samples.LESSON, "me": samples.ME, "guest": False}


def _switches() -> Mapping[str, object]:
    return {"voices": [], "switches": [
        Switch("besar", "🔍", "Huruf besar", "Huruf besar", True),
        Switch("kontras", "🌓", "Warna lebih jelas", "Warna lebih jelas", False),
    ]}


def _shell(which: str) -> Context:
    return lambda: {"shell": SHELLS[which], "which": which, "leave": False}


_BANDS = ("bands.css", "icon.css", "skip.css")

SCENES: tuple[Scene, ...] = (
    Scene("Home: what comes next, what she can do", "belajar/rumah.html",
          ("weave.css", "home.css", "subject.css", "path.css", "tile.css", "dots.css",
           "speaker.css", "rows.css", *_BANDS), lambda: _home(new=False)),
    Scene("Home of a new learner", "belajar/rumah.html", ("home.css",), lambda: _home(new=True)),
    Scene("Help, open", "belajar/rumah.html", ("sheet.css",), lambda: _home(new=True),
          (('<details class="help">', '<details class="help" open>'),)),
    Scene("A path: every state of a stone", "belajar/ranah.html", ("path.css", "rows.css"),
          lambda: _subject(empty=False)),
    Scene("Empty: a subject without lessons", "belajar/ranah.html", ("card.css",),
          lambda: _subject(empty=True)),
    Scene("Names", "akun/nama.html", ("tile.css", "name.css"), lambda: _names(some=True)),
    Scene("Empty: no names", "akun/nama.html", ("card.css",), lambda: _names(some=False)),
    Scene("A picture code, two of four, some chosen", "akun/kode.html",
          ("picked.css", "tile.css", "name.css"), lambda: _code(refused=False)),
    Scene("A picture code that did not fit", "akun/kode.html", ("card.css",),
          lambda: _code(refused=True)),
    Scene("Sounding", "akun/kode.html", ("speaker.css", "name.css"), lambda: _code(refused=False),
          (('class="kata"', 'class="kata on"'), ('class="dengar"', 'class="dengar on"'))),
    Scene("No sound yet", "belajar/ranah.html", ("speaker.css",), lambda: _subject(empty=False),
          (('class="dengar"', 'class="dengar none"'),)),
    Scene("A lesson: steps, bacaan, choices, where she is", "belajar/pelajaran.html",
          ("screen.css", "bacaan.css", "prose.css", "picture.css", "choice.css", "button.css",
           "dots.css", "feedback.css"), _lesson,
          (('aria-hidden="true"><li></li><li></li>',
            'aria-hidden="true"><li class="on"></li><li class="now"></li>'),)),
    Scene("A lesson of figures", "belajar/pelajaran.html", ("figure.css",),
          lambda: _lesson(samples.FIGURES)),
    Scene("Right", "belajar/jawaban.html", ("feedback.css",), lambda: _answer("right")),
    Scene("Not yet, with the right answer", "belajar/jawaban.html", ("feedback.css",),
          lambda: _answer("wrong")),
    Scene("Not clear", "belajar/jawaban.html", ("feedback.css", "choice.css"),
          lambda: _answer("unclear")),
    Scene("The end: she can do it", "belajar/selesai.html",
          ("reached.css", "because.css", "weave.css", "path.css"), lambda: _end(reached=True)),
    Scene("The end: a child can do it", "belajar/selesai.html", ("reached.css",),
          lambda: _end(reached=True, child=True)),
    Scene("The end: not yet", "belajar/selesai.html", ("reached.css", "because.css"),
          lambda: _end(reached=False)),
    Scene("Switches, on and off", "belajar/tampilan.html", ("switch.css",), _switches),
    Scene("Changed hands", "belajar/ganti-orang.html", ("card.css",), _nothing),
    Scene("A card that is void", "akun/kartu.html", ("card.css", "button.css"),
          lambda: {"learner": None}),
    Scene("Offline: home", "luring/rumah.html", ("card.css",), _shell("rumah"),
          (("data-none hidden", "data-none"),)),
    *(Scene(f"Offline: {which}", "luring/kulit.html", ("card.css",), _shell(which))
      for which in SHELLS if which != "rumah"),
    *(Scene(f"Error {status}", "galat.html", ("button.css",),
            lambda trouble=trouble: {"trouble": trouble})  # type: ignore[misc]  # its own each
      for status, trouble in TROUBLES.items()),
    Scene("Loading again", "muat-ulang.html", ("button.css",),
          lambda: {"kept": ["ibu"], "again": "/gaya"}),
)
