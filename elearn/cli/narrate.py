"""`elearn narrate`: make ahead every sound that the pages can ask for."""

import os
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor

import click

from elearn import paths, settings
from elearn.content import catalogue
from elearn.narration import ENGINES, Clip, Narrator
from elearn.narration.repertoire import register


@click.command()
@click.option(
    "--jobs", "-j", type=click.IntRange(1, 64), default=os.cpu_count() or 1,
    help="Berapa klip dibuat sekaligus (biasanya: semua prosesor).",
)
@click.option("--status", is_flag=True, help="Hanya hitung yang sudah ada, jangan buat apa-apa.")
def narrate(jobs: int, status: bool) -> None:
    """Buat semua suara pelajaran dan tombol, supaya HP tidak perlu menunggu."""
    try:
        chosen = settings.from_environ(os.environ)
    except (settings.SettingsError, paths.ShippedFolderMissingError) as error:
        click.echo(str(error), err=True)
        sys.exit(2)
    narrator = Narrator(chosen.audio, ENGINES["espeak"]())
    lessons = catalogue.load(chosen.lessons)
    register(lessons, narrator)
    wanted = tuple(narrator.scripts)
    missing = [clip_id for clip_id in wanted if narrator.files.clip(clip_id) is None]
    if missing and not status:
        narrator.files.sweep()
        missing = _make(missing, narrator.clip, jobs)
    _tell(narrator, wanted, missing)
    if lessons.faults:
        click.echo(f"{len(lessons.faults)} berkas pelajaran bermasalah: jalankan 'elearn check'.")
    sys.exit(1 if missing else 0)


def _make(missing: Sequence[str], clip: Callable[[str], Clip | None], jobs: int) -> list[str]:
    """Make what is missing, and return what could not be made.

    Threads suffice: espeak-ng and LAME let go of the interpreter while they work.
    """
    with ThreadPoolExecutor(jobs) as pool, click.progressbar(
        _failures(missing, pool.map(clip, missing)), len(missing), "Membuat suara"
    ) as failures:
        return [clip_id for clip_id in failures if clip_id]


def _failures(asked: Sequence[str], made: Iterator[Clip | None]) -> Iterator[str]:
    for clip_id, clip in zip(asked, made, strict=True):
        yield "" if clip else clip_id


def _tell(narrator: Narrator, wanted: Sequence[str], missing: Sequence[str]) -> None:
    click.echo(f"{len(wanted) - len(missing)} dari {len(wanted)} klip ada suaranya.")
    for engine, count in sorted(_engines(narrator, wanted).items()):
        click.echo(f"{engine}: {count} kalimat")
    if narrator.syntheses:
        click.echo(f"Baru diucapkan: {narrator.syntheses} kalimat")
    for clip_id in missing[:10]:
        click.echo(f"Belum ada suara: {' '.join(narrator.scripts[clip_id].sentences)}")


def _engines(narrator: Narrator, wanted: Sequence[str]) -> Counter[str]:
    """Count the sentences of all clips by the engine that says them."""
    clips = filter(None, map(narrator.files.clip, wanted))
    return Counter(cue["engine"] for clip in clips for cue in clip.read_timings()["sentences"])
