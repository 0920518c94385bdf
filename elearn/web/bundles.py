"""Which styles and scripts go to a page together, in which order."""

from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

CRITICAL = ("tokens/colours.css", "page.css")     # stands in every page; in no bundle
LOOKS = ("switch.css", "tokens/looks.css", "looks/large.css", "looks/contrast.css")
"""What is there for who chose large letters or clear colours, and where they are chosen."""

_DOOR = (
    "tokens/answers.css", "bands.css", "icon.css", "skip.css", "sheet.css",
    "button.css", "speaker.css", "tile.css", "picked.css", "card.css", "name.css",
)
_LESSON_PARTS = (
    "tokens/answers.css", "bands.css", "icon.css", "skip.css", "sheet.css", "dots.css",
    "button.css", "speaker.css", "choice.css", "feedback.css", "screen.css", "bacaan.css",
    "prose.css", "picture.css", "figure.css",
)
_HOME = (
    "tokens/subjects.css", "dots.css", "rows.css", "weave.css", "subject.css", "home.css",
    "path.css",
)
COMPONENTS = tuple(dict.fromkeys(
    (*_LESSON_PARTS, "because.css", *_DOOR, *_HOME, "reached.css")
))
"""Each component of a learner's page, one file of static/css each, in the order of the cascade."""

_QUESTIONS = ("mark.js", "mark/*")
_BASE = (*_DOOR, *_HOME)
_SAVING = (
    "tokens/subjects.css",
    *(one for one in _BASE if one not in ("picked.css", "name.css", *_HOME)),
    "rows.css", "subject.css", "simpan/simpan.css",
)
_LESSON = (*_LESSON_PARTS, "soal/*", "figur/*")
_WAITING = "kotak/hook.js"
_ANSWERED = ("sound.js", *_QUESTIONS, _WAITING, "outbox.js", "soal/*", "figur/*", "lesson.js")
_NAME = (*_LESSON_PARTS, "soal/layar.css", "figur/goresan.css", "namaku/namaku.css")

BUNDLES: Mapping[str, tuple[str, ...]] = MappingProxyType({
    "door.css": _DOOR,
    "looks-door.css": (*_DOOR, *LOOKS),
    "welcome.css": (*_DOOR, "weave.css"),
    "looks-welcome.css": (*_DOOR, "weave.css", *LOOKS),
    "pin.css": (*_DOOR, "rows.css", "akun/pin.css"),
    "looks-pin.css": (*_DOOR, "rows.css", "akun/pin.css", *LOOKS),
    "base.css": _BASE,
    "looks-base.css": (*_BASE, *LOOKS),
    "lesson.css": _LESSON,
    "looks-lesson.css": (*_LESSON, *LOOKS),
    "namaku.css": _NAME,
    "looks-namaku.css": (*_NAME, *LOOKS),
    "staff.css": (
        *_BASE, "staff/forms.css", "staff/lists.css",
        "staff/tables.css", "staff/author.css", "staff/lesson.css", "staff/rekam.css",
        "staff/cards.css",
    ),
    "layar.js": ("layar.js",),
    "gaya.js": ("sound.js", "gaya/gaya.js"),
    "help.css": ("after/help.css",),
    "after.js": (
        "after/warm.js", "after/help.js", "after/keys.js", "ikuti/match.js", "ikuti/caption.js",
        "ikuti/follow.js", "ikuti/syllables.js", "ikuti/controls.js", "banding/hook.js",
    ),
    "kotak.js": (
        "kotak/store.js", "kotak/send.js", "kotak/state.js",
        "giliran/still.js", "giliran/draft.js", "giliran/names.js",
    ),
    "giliran.css": ("giliran/giliran.css",),
    "kotak.css": ("tokens/answers.css", "kotak/kotak.css"),
    "ikuti.css": (
        "tokens/subjects.css", "tokens/answers.css", "ikuti/ikuti.css", "banding/banding.css",
    ),
    "banding.js": ("soal/mikrofon.js", "banding/banding.js"),
    "base.js": ("guard.js", "sound.js", "entry.js", "code.js", _WAITING),
    "home.js": ("guard.js", "sound.js", "entry.js", "simpan/hook.js", _WAITING),
    "pin.js": ("guard.js", "sound.js", "entry.js", "akun/pin.js"),
    "figures.js": ("akun/figures.js",),
    "hold.js": ("guard.js", "sound.js", "entry.js", "akun/hold.js"),
    "end.js": (
        "guard.js", "sound.js", "entry.js", "print.js", "simpan/hook.js", _WAITING,
    ),
    "rekam.js": (
        "guard.js", "sound.js", "entry.js", "soal/mikrofon.js", "staff/wav.js", "staff/rekam.js",
        "staff/urut.js",
    ),
    "simpan.css": _SAVING,
    "looks-simpan.css": (*_SAVING, *LOOKS),
    "simpan.js": (
        "guard.js", "sound.js", "entry.js", "sw/kept.js", "simpan/fetching.js", "simpan/saving.js",
        "simpan/list.js", "simpan/page.js", _WAITING,
    ),
    "segar.js": ("sw/kept.js", "simpan/fetching.js", "simpan/saving.js", "simpan/fresh.js"),
    "luring.js": (
        "sound.js", "entry.js", "sw/kept.js", "simpan/list.js", "luring/list.js", "luring/turn.js",
        _WAITING,
    ),
    "sw.js": ("sw/kept.js", "sw/files.js", "sw/who.js", "sw/visits.js", "sw/start.js"),
    "namaku.js": (
        "guard.js", "sound.js", "entry.js", "namaku.js", "figur/goresan.js", "print.js",
    ),
    "preview.js": ("guard.js", "sound.js", "entry.js", "preview.js"),
    "lesson.js": _ANSWERED,
    "own-lesson.js": ("guard.js", *_ANSWERED),
    "test.js": (
        "guard.js", "sound.js", *_QUESTIONS, "test.js", _WAITING, "outbox.js", "soal/*", "figur/*",
        "lesson.js",
    ),
    "placement.js": ("guard.js", "sound.js", _WAITING, "soal/*", "figur/*", "entry.js"),
    "sensitive.js": (
        "guard.js", "sound.js", *_QUESTIONS, "sensitive.js", "soal/*", "figur/*", "lesson.js",
    ),
})
"""Each bundle, and the files of static/css or static/js that it is made of, in order.

`mark/*`, `soal/*` and `figur/*` stand for the files of what a page needs: "angka" is the kind of
question in mark/angka.js, soal/angka.js and soal/angka.css, "foto" the way of doing a task in
soal/foto.js, "figur-jam" the figure in figur/jam.js and figur/jam.css; not each has each.

Results need all styles of a learner, "app.css"; the door ("door.css"), home and
lessons are lighter without.
A lesson is the same for everybody and needs
no guard; practice, and an author's look at a lesson, are "own-lesson.js". Sensitive lessons and
tests need "sensitive.css" and "test.css": all of it, and what lies in the
folder of that name. "figures.js" is called by akun/pin.js, "layar.js" by soal/tugas.js when it is
needed, "after.js" by sound.js once she has asked for a voice or for help, "kotak.js" by
kotak/hook.js where an answer waits. A learner who has
chosen how her pages look gets "looks-…" in the place of each. What lies in css/staff is for staff
alone, what lies in css/namaku for the page of her own name. "sw.js" is the service worker, served
at an address of its own; "simpan.js" the page on
which she keeps lessons, "segar.js" what renews them, "luring.js" the pages that stand in for a hub.
"ikuti.css" comes with what after.js puts beside a speaker."""

ROOMS = ("app", "sensitive", "test")

WITH: Mapping[str, tuple[str, ...]] = MappingProxyType({
    "angka": ("typed",),
    "isian": ("typed",),
    "ketuk": ("pilih-semua",),
    "rumpang": ("typed",),
    "foto": ("simpan",),
    "suara": ("simpan", "mikrofon"),
})
"""What a kind, or a way of doing a task, shares with others; it comes before it."""

_FIGURE = "figur"


def rooms(css: Path) -> Mapping[str, tuple[str, ...]]:
    """Return the bundles that hold all styles of a learner, from the folder of styles."""
    own = {*_names(css, ""), *(one for one in COMPONENTS if (css / one).is_file())}
    found = sorted(own, key=_place)
    parts = [name for name in found if name not in (*CRITICAL, *LOOKS)]
    parts += _names(css, "soal") + _names(css, "figur")
    looks = tuple(name for name in LOOKS if (css / name).is_file())
    bundles: dict[str, tuple[str, ...]] = {}
    for room in ROOMS:
        names = (*parts, *_names(css, room))
        bundles[f"{room}.css"] = names
        bundles[f"looks-{room}.css"] = (*names, *looks)
    return bundles


def _place(name: str) -> tuple[int, str]:
    """Return where a component comes in the cascade; one that is not listed comes last."""
    return COMPONENTS.index(name) if name in COMPONENTS else len(COMPONENTS), name


def _names(css: Path, folder: str) -> list[str]:
    return sorted(path.relative_to(css).as_posix() for path in (css / folder).glob("*.css"))


def files_of(
    names: Collection[str], needs: Collection[str], ending: str, there: Collection[str]
) -> Iterator[str]:
    """Yield the files that a bundle of these names is made of, for a page with these needs.

    `there` are the files of the folder: a need has some of them, a name each of its own.
    """
    for name in names:
        folder, star, _ = name.partition("/*")
        if not star:
            yield name
            continue
        for need in _with_shared(needs):
            path = _path(folder, need, ending)
            if path in there:
                yield path


def _with_shared(needs: Collection[str]) -> list[str]:
    return list(dict.fromkeys(one for need in needs for one in (*WITH.get(need, ()), need)))


def _path(folder: str, need: str, ending: str) -> str:
    prefix = f"{_FIGURE}-"
    if need.startswith(prefix) != (folder == _FIGURE):
        return ""
    return f"{folder}/{need.removeprefix(prefix)}.{ending}"
