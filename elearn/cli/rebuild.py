"""`elearn rebuild`: what is known of learners, derived anew from their answers."""

import sys

import click

from elearn.cli.settled import opened, settled
from elearn.content.catalogue import Shelf
from elearn.learning import rebuild as learning
from elearn.learning.known import grants_of


@click.command()
def rebuild() -> None:
    """Hitung ulang kemajuan semua pelajar dari jawabannya (boleh saat server berjalan)."""
    chosen = settled()
    kept = chosen.data / "cache" / "pelajaran.db"
    shelf = Shelf(chosen.lessons, chosen.data / "pelajaran", kept, chosen.prepared)
    with opened() as store:
        with store.reading() as session:
            people = learning.learners(session)
        found = learning.rebuild(store, people, grants_of(shelf.current))
        answers = wrong = 0
        with click.progressbar(
            found, length=len(people), label="Menghitung ulang", file=sys.stderr
        ) as done:
            for one in done:
                answers += one.answers
                wrong += len(one.wrong)
    click.echo(f"Selesai: {len(people)} pelajar, {answers} jawaban.")
    if wrong:
        click.echo(f"{wrong} catatan berbeda dari jawabannya dan sudah diperbaiki. "
                   "Ini seharusnya tidak terjadi: laporkan kepada pembuat elearn.")
    else:
        click.echo("Semua catatan sudah sesuai dengan jawabannya.")
