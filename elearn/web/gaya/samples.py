"""Sample people, rows and results for the scenes; lessons are the shipped ones."""

from datetime import UTC, datetime
from types import SimpleNamespace
from uuid import UUID

from elearn.content.values import Page, QuestionScreen
from elearn.web.learn.home import SubjectTile
from elearn.web.learn.pages import page
from elearn.web.learn.path import Stretch
from elearn.web.learn.results import Result, Try
from elearn.web.learn.rows import Row
from elearn.web.learn.today import Offer
from elearn.web.site import site

NOBODY = UUID(int=0)
ME = SimpleNamespace(
    person_id=NOBODY, name="Sari", picture="🌻", seat="contoh", goes_round=False,
    age_band="dewasa", touched_at=datetime(2026, 1, 1, tzinfo=UTC),
)
LEARNERS = [
    SimpleNamespace(person_id=UUID(int=at + 1), name=name, picture=picture)
    for at, (name, picture) in enumerate((("Ani", "🐟"), ("Budi", "🐔"), ("Sari", "🌻")))
]
LESSON = "baca-03-m-b"
FIGURES = "hitung-06-belasan"


def lesson(stem: str = LESSON) -> Page:
    """Return a shipped lesson as an adult meets it."""
    found = site().shelf.current.lesson(stem)
    if found is None:
        raise LookupError(f"the scenes need the lesson {stem}")
    return page(found, "dewasa", 0, site().narrator, site().facts())


def question(stem: str = LESSON) -> QuestionScreen:
    """Return its first question."""
    return lesson(stem).questions[0]


def row(title: str, picture: str, state: str, mark: str = "", words: str = "") -> Row:
    """Return a lesson as a stone."""
    sound = site().voice.say(title, "id")
    return Row("literasi", title, picture, "/gaya", sound, mark, words, state)


def rows() -> list[Row]:
    """Return a stone of every state."""
    return [
        row("Huruf hidup: a, i, u", "🔥", "done", "✓", "bisa"),
        row("Huruf hidup: o dan e", "🪣", "again", "↻", "pernah bisa, ulangi"),
        row("Suku kata ma dan ba", "🍠", "near", "◐", "hampir"),
        row("Suku kata ka dan ta", "📕", "next"),
        row("Suku kata na dan sa", "🍚", ""),
    ]


def stretch() -> Stretch:
    """Return where she stands."""
    words = "Kamu bisa membaca: a, i, u."
    return Stretch("literasi", tuple(rows()[:1] + rows()[3:]), words, site().voice.say(words, "id"))


def subjects() -> list[SubjectTile]:
    """Return the four subjects."""
    four = (("literasi", "Baca dan tulis", "📖", 2), ("numerasi", "Berhitung", "🧮", 0),
            ("kewirausahaan", "Usaha", "🧺", 0), ("hak", "Hak kita", "🤝", 1))
    return [SubjectTile(name, title, emoji, able, 9, title) for name, title, emoji, able in four]


def practice() -> Offer:
    """Return a practice that is half done."""
    words = "Latihan hari ini"
    return Offer("/gaya", words, site().voice.say(words, "id"), 3)


def result(*, reached: bool, child: bool = False, test: bool = False) -> Result:
    """Return the end of a lesson."""
    asked = question()
    tries = tuple(Try(right, asked.answer.html, asked.stem.html) for right in (True, reached))
    return Result(
        heading="Kamu sudah bisa:" if reached else "Kamu sedang belajar:",
        title="Suku kata ma dan ba", picture="🍠", able=("b", "m") if reached else (),
        words="Hebat. Ini tersimpan untukmu." if child else "Ini tersimpan untukmu.",
        tries=tries, next_words="Berikutnya:", go=rows()[3], test=test, reached=reached,
        child=child,
    )
