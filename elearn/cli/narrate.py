"""`elearn narrate`: make ahead every sound that the pages can ask for."""

import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from os import cpu_count
from pathlib import Path

import click

from elearn.cli.settled import settled
from elearn.content import catalogue
from elearn.content.catalogue import Catalogue
from elearn.content.facts import Stated
from elearn.narration import ENGINES, Clip, Narrator
from elearn.narration.recordings import NAME as RECORDED
from elearn.narration.recordings import name_of
from elearn.narration.repertoire import of_lesson, register
from elearn.narration.script import utterance
from elearn.narration.timing import Cue
from elearn.settings import Settings

OURS = "espeak"
SHOWN = 10
MB = 1_000_000


@click.command()
@click.option(
    "--engine", type=click.Choice(list(ENGINES)), default=OURS,
    help="Suara yang dipakai. gtts memakai internet dan hanya dari perintah ini.",
)
@click.option("--upgrade", is_flag=True,
              help="Dengan --engine gtts: ucapkan lagi kalimat yang memakai suara cadangan.")
@click.option(
    "--jobs", "-j", type=click.IntRange(1, 64), default=cpu_count() or 1,
    help="Berapa klip dibuat sekaligus (biasanya: semua prosesor; suara online: satu).",
)
@click.option("--status", is_flag=True, help="Hanya hitung yang sudah ada, jangan buat apa-apa.")
@click.option("--recordings", is_flag=True,
              help="Tampilkan setiap kalimat dan nama berkas rekaman orang yang menggantikannya.")
def narrate(engine: str, upgrade: bool, jobs: int, status: bool, recordings: bool) -> None:
    """Buat semua suara pelajaran dan tombol, supaya HP tidak perlu menunggu."""
    chosen = settled()
    narrator = _narrator(chosen, OURS if status else engine)
    if upgrade and not (narrator.engine.online or status):
        raise click.UsageError("--upgrade memerlukan suara online: tambahkan --engine gtts.")
    lessons = catalogue.Shelf(
        chosen.lessons, chosen.data / "pelajaran", prepared=chosen.prepared
    ).current
    facts = lessons.around.facts.on(datetime.now(chosen.timezone).date())
    register(lessons, narrator, facts)
    if recordings:
        _list_recordings(narrator)
        return
    wanted = tuple(narrator.scripts)
    if not status:
        narrator.sweep()
        jobs = 1 if narrator.engine.online else jobs
        _make(_missing(narrator, wanted), narrator.clip, jobs)
        _make(_fallen(narrator, wanted, upgrade), narrator.again, jobs)
    missing = _missing(narrator, wanted)
    _tell(narrator, wanted, missing)
    _tell_size(chosen.audio)
    _tell_recordings(narrator)
    _tell_lessons(lessons, narrator, facts, set(missing))
    if lessons.faults:
        click.echo(f"{len(lessons.faults)} berkas pelajaran bermasalah: jalankan 'elearn check'.")
    sys.exit(1 if missing else 0)


def _narrator(chosen: Settings, engine: str) -> Narrator:
    """Return the narrator of a build; with our own voice it prefers what the others have said."""
    others = [ENGINES[name]() for name in ENGINES if name != OURS]
    return Narrator(
        chosen.audio,
        ENGINES[engine](),
        better=others if engine == OURS else (),
        fallback=ENGINES[OURS]() if engine != OURS else None,
        recorded=chosen.data / "rekaman",
        prepared=chosen.prepared,
    )


def _missing(narrator: Narrator, wanted: Sequence[str]) -> list[str]:
    return [clip_id for clip_id in wanted if narrator.current(clip_id) is None]


def _fallen(narrator: Narrator, wanted: Sequence[str], upgrade: bool) -> list[str]:
    """Return the clips in which another voice stands in for the online one.

    Without `upgrade` only those for which that was never asked: clips with recordings.
    """
    name = narrator.engine.name
    if not narrator.engine.online:
        return []
    return [
        clip_id
        for clip_id in wanted
        if any(
            cue["engine"] not in {name, RECORDED} and (upgrade or cue.get("wanted") != name)
            for cue in _cues(narrator, clip_id)
        )
    ]


def _cues(narrator: Narrator, clip_id: str) -> list[Cue]:
    clip = narrator.current(clip_id)
    return clip.read_timings()["sentences"] if clip else []


def _make(asked: Sequence[str], clip: Callable[[str], Clip | None], jobs: int) -> None:
    """Make clips. Threads suffice: espeak-ng and LAME let go of the interpreter while they work."""
    if not asked:
        return
    with ThreadPoolExecutor(jobs) as pool, click.progressbar(
        pool.map(clip, asked), len(asked), "Membuat suara"
    ) as made:
        for _clip in made:
            pass


def _tell(narrator: Narrator, wanted: Sequence[str], missing: Sequence[str]) -> None:
    click.echo(f"{len(wanted) - len(missing)} dari {len(wanted)} klip ada suaranya.")
    clips = [clip for one in wanted if (clip := narrator.current(one)) is not None]
    told = [clip.read_timings()["sentences"] for clip in clips]
    for engine, count in sorted(Counter(cue["engine"] for cues in told for cue in cues).items()):
        click.echo(f"{engine}: {count} kalimat")
    minutes = sum(cues[-1]["end"] for cues in told) / 60
    played = sum(clip.mp3.stat().st_size for clip in clips)
    click.echo(f"{minutes:.0f} menit suara, {played / MB:.1f} MB")
    if narrator.sentences.trouble:
        click.echo(f"Suara online belum bisa: {narrator.sentences.trouble}")
    awaited = Counter(cue.get("wanted", "") for cues in told for cue in cues)
    for engine, count in sorted(awaited.items()):
        if engine:
            click.echo(
                f"{count} kalimat memakai suara cadangan. Ulangi nanti: "
                f"elearn narrate --engine {engine} --upgrade"
            )
    if narrator.syntheses:
        click.echo(f"Baru diucapkan: {narrator.syntheses} kalimat")
    for clip_id in missing[:SHOWN]:
        click.echo(f"Belum ada suara: {' '.join(narrator.scripts[clip_id].sentences)}")


def _tell_size(audio: Path) -> None:
    """Tell what the folder of sound takes, with the sentences kept for later."""
    size = sum(path.stat().st_size for path in audio.rglob("*") if path.is_file())
    click.echo(f"Folder suara: {size / MB:.1f} MB")


def _tell_recordings(narrator: Narrator) -> None:
    for path in narrator.recordings.orphans(list(narrator.scripts.values())):
        click.echo(f"Rekaman tanpa kalimat, tidak dipakai: {path}")
    for fault in narrator.recordings.faults():
        click.echo(f"Rekaman tidak dipakai: {fault}")


def _tell_lessons(
    lessons: Catalogue, narrator: Narrator, facts: Stated, missing: set[str]
) -> None:
    """Name the lessons that are not whole, with how much of each can be heard."""
    for readings in lessons.lessons.values():
        for lesson in readings.values():
            own = set(of_lesson(lesson, narrator, facts))
            if own & missing:
                there = len(own - missing)
                click.echo(f"{lesson.stem} ({lesson.meta.language}): {there} dari {len(own)} klip")


def _list_recordings(narrator: Narrator) -> None:
    for language, name, sentence in sorted(set(_sentences(narrator))):
        click.echo(f"{language}/{name}.wav\t{sentence}")


def _sentences(narrator: Narrator) -> Iterator[tuple[str, str, str]]:
    for script in narrator.scripts.values():
        for sentence in script.sentences:
            text = utterance(sentence, script.language).text
            if text:
                yield script.language, name_of(text), " ".join(sentence.split())
