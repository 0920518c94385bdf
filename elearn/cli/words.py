"""`elearn words`: what a learner can read after a lesson, from the lessons' own words."""

from collections.abc import Callable, Iterable, Sequence

import click

from elearn import messages
from elearn.cli.settled import refuse, settled
from elearn.content.catalogue import Catalogue, load
from elearn.content.keywords import nearest
from elearn.content.ladder import Ladder, Rung
from elearn.content.passages import READING
from elearn.content.vocabulary import vocabulary
from elearn.language.syllables import syllables

Translate = Callable[..., str]


@click.command()
@click.option("--after", required=True, metavar="PELAJARAN",
              help="Pelajaran membaca, misalnya baca-08.")
@click.option("--new", is_flag=True, help="Hanya kata yang baru bisa dibaca dengan pelajaran itu.")
@click.option("--lang", type=click.Choice(messages.LANGUAGES), default="id", help="Bahasa pesan.")
def words(after: str, new: bool, lang: str) -> None:
    """Daftar kata dari semua pelajaran yang bisa dibaca sesudah satu pelajaran."""
    _ = messages.translator(lang)
    catalogue = load(settled().lessons)
    ladder = Ladder((stem, meta) for stem, (meta, _passages) in catalogue.read.items())
    last = _rung(after, ladder.rungs)
    if last is None:
        refuse(_unknown(after, ladder.rungs, _))
        return
    found = readable(catalogue, ladder, last.number)
    if new:
        found -= readable(catalogue, ladder, last.number - 1)
    for line in _told(found, last, new, _):
        click.echo(line)


def readable(catalogue: Catalogue, ladder: Ladder, number: int) -> frozenset[str]:
    """Return the words of all lessons that can be read after the reading lesson `number`."""
    lessons = (found["id"] for found in catalogue.lessons.values() if "id" in found)
    return frozenset(
        word for word in vocabulary(lessons) if not ladder.lacking(word, number + 1)
    )


def _rung(name: str, rungs: Sequence[Rung]) -> Rung | None:
    """Return the lesson that is meant: "baca-08-p-r", "baca-08" or "8"."""
    wanted = name.strip().lower().removesuffix(".md")
    wanted = f"{READING}{int(wanted):02}" if wanted.isdecimal() else wanted
    return next((one for one in rungs if one.stem == wanted or one.stem.startswith(f"{wanted}-")),
                None)


def _unknown(name: str, rungs: Sequence[Rung], _: Translate) -> str:
    names = {_short(one): one.stem for one in rungs} | {one.stem: one.stem for one in rungs}
    near = nearest(name, names)
    if near:
        return _("Pelajaran membaca '{name}' tidak ada; maksudnya '{near}'?",
                 name=name, near=names[near])
    if not rungs:
        return _("Di folder ini belum ada pelajaran membaca.")
    return _("Pelajaran membaca '{name}' tidak ada. Yang ada: {stems}.", name=name,
             stems=", ".join(dict.fromkeys(map(_short, rungs))))


def _short(rung: Rung) -> str:
    return f"{READING}{rung.number:02}"


def _told(found: Iterable[str], last: Rung, new: bool, _: Translate) -> Iterable[str]:
    """Yield the words by the number of their syllables, then by the alphabet."""
    ordered = sorted(found, key=lambda word: (len(syllables(word)), word.lower(), word))
    values = {"title": last.title, "stem": last.stem, "count": len(ordered)}
    yield (
        _("Baru dengan '{title}' ({stem}): {count} kata.", **values) if new else
        _("Sesudah '{title}' ({stem}) bisa dibaca: {count} kata.", **values)
    )
    before = 0
    for word in ordered:
        parts = syllables(word)
        if len(parts) != before:
            before = len(parts)
            yield ""
            yield _("{count} suku kata:", count=before)
        yield f"  {word:<16} {'-'.join(parts)}"
