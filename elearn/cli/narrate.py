"""`elearn narrate`: make ahead every sound that the pages can ask for."""

import sys
from collections.abc import Sequence
from datetime import datetime
from os import cpu_count

import click

from elearn.cli import narrated
from elearn.cli.progress import shown
from elearn.cli.settled import settled
from elearn.content import catalogue
from elearn.narration import ENGINES, Narrator, lent
from elearn.narration.build import Asked, Build
from elearn.narration.installed import installed
from elearn.narration.repertoire import register
from elearn.settings import Settings

OURS = "espeak"
INCOMPLETE, WRONG, LATER, STOPPED = 1, 2, 3, 130
"""Exit codes: a clip has no sound; the command was wrong; the online voice could not say all, and
others stand in; Ctrl-C. 0 is all there."""


@click.command()
@click.option(
    "--engine", type=click.Choice(list(ENGINES)), default=OURS,
    help="Suara yang dipakai. gtts memakai internet dan hanya dari perintah ini.",
)
@click.option("--only-missing", is_flag=True,
              help="Ucapkan hanya kalimat yang belum punya suara apa pun.")
@click.option("--upgrade", is_flag=True,
              help="Dengan --engine gtts: ucapkan lagi kalimat yang memakai suara cadangan.")
@click.option(
    "--jobs", "-j", type=click.IntRange(1, 64), default=cpu_count() or 1,
    help="Berapa klip dibuat sekaligus (biasanya: semua prosesor; suara online: satu).",
)
@click.option("--status", is_flag=True, help="Hanya hitung yang sudah ada, jangan buat apa-apa.")
@click.option("--recordings", is_flag=True,
              help="Tampilkan setiap kalimat dan nama berkas rekaman orang yang menggantikannya.")
def narrate(
    engine: str, only_missing: bool, upgrade: bool, jobs: int, status: bool, recordings: bool
) -> None:
    """Buat semua suara pelajaran dan tombol, supaya HP tidak perlu menunggu.

    Boleh dihentikan kapan saja: perintah yang sama melanjutkan. Kode keluar: 0 semua ada suaranya;
    1 ada klip tanpa suara; 2 perintah atau setelan salah; 3 suara online belum mengucapkan semua;
    130 dihentikan.
    """
    asked = _asked(engine, only_missing, upgrade, status)
    chosen = settled()
    if sys.stderr.isatty():              # it takes a while before there is anything to count
        click.echo("Membaca pelajaran…", err=True)
    narrator = _narrator(chosen, OURS if status else engine)
    lessons = catalogue.Shelf(
        chosen.lessons, chosen.data / "pelajaran", prepared=chosen.prepared
    ).current
    facts = lessons.around.facts.on(datetime.now(chosen.timezone).date())
    register(lessons, narrator, facts)
    if recordings:
        narrated.list_recordings(narrator)
        return
    build = Build(narrator, tuple(narrator.scripts.values()))
    if not status:
        _run(build, asked, jobs)
    wanted, missing = build.ids(), build.missing()
    narrated.tell(build, wanted, missing)
    narrated.tell_awaited(build)
    narrated.tell_size(chosen.audio)
    narrated.tell_recordings(narrator)
    if status:
        click.echo(lent.told(chosen.data / "rekaman", lessons, facts))
    narrated.tell_lessons(lessons, narrator, facts, set(missing))
    if lessons.faults:
        click.echo(f"{len(lessons.faults)} berkas pelajaran bermasalah: jalankan 'elearn check'.")
    sys.exit(_code(narrator, missing))


def _asked(engine: str, only_missing: bool, upgrade: bool, status: bool) -> Asked:
    if only_missing and upgrade:
        raise click.UsageError("Pilih satu: --only-missing atau --upgrade.")
    if upgrade and not (ENGINES[engine]().online or status):
        raise click.UsageError("--upgrade memerlukan suara online: tambahkan --engine gtts.")
    return Asked.MISSING if only_missing else Asked.UPGRADE if upgrade else Asked.NEW


def _narrator(chosen: Settings, engine: str) -> Narrator:
    """Return the narrator of a build; with our own voice it prefers what the others have said."""
    if engine == OURS:
        return installed(chosen)
    return Narrator(
        chosen.audio,
        ENGINES[engine](),
        fallback=ENGINES[OURS](),
        recorded=chosen.data / "rekaman",
        prepared=chosen.prepared,
    )


def _run(build: Build, asked: Asked, jobs: int) -> None:
    """Ask what is to be asked, then make what is missing; Ctrl-C leaves what is there."""
    try:
        build.narrator.sweep()
        sentences = build.to_ask(asked)
        shown(build.ask(sentences), "Suara online", len(sentences))
        clips = build.missing()
        shown(build.make(clips, jobs), "Membuat suara", len(clips))
        build.narrator.forget(frozenset(build.ids()))
    except KeyboardInterrupt:
        click.echo("\nBerhenti. Yang sudah jadi tetap ada: jalankan lagi untuk melanjutkan.",
                   err=True)
        sys.exit(STOPPED)
    finally:
        build.narrator.changed()


def _code(narrator: Narrator, missing: Sequence[str]) -> int:
    if missing:
        return INCOMPLETE
    return LATER if narrator.sentences.fell_back else 0
