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
from elearn.narration import ENGINES, Clip, Narrator, keeping
from elearn.narration.narrator import id_of
from elearn.narration.recordings import name_of, texts
from elearn.narration.repertoire import of_lesson, register
from elearn.narration.script import Script, utterance
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
    scripts = tuple(narrator.scripts.values())
    if not status:
        narrator.sweep()
        _ask(narrator, _unsaid(narrator, scripts, upgrade))
        _make(_missing(narrator, _ids(narrator, scripts)), narrator.clip, jobs)
        narrator.changed()
    wanted = _ids(narrator, scripts)
    missing = _missing(narrator, wanted)
    _tell(narrator, wanted, missing)
    _tell_awaited(narrator, scripts)
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


def _ids(narrator: Narrator, scripts: Sequence[Script]) -> tuple[str, ...]:
    """Return the ids of these scripts by the sounds that are there now; the narrator knows them."""
    addresses = (narrator.say(script.sentences, script.language) for script in scripts)
    return tuple(dict.fromkeys(filter(None, map(id_of, addresses))))


def _unsaid(
    narrator: Narrator, scripts: Sequence[Script], upgrade: bool
) -> list[tuple[str, str]]:
    """Return what an online voice is to be asked: with `upgrade` also what it could not say."""
    if not narrator.engine.online:
        return []
    name, sentences = narrator.engine.name, narrator.sentences
    return [
        (text, language)
        for text, language in _by_machine(narrator, scripts)
        if sentences.unsaid(text, language)
        and (upgrade or not sentences.wants(text, language, name))
    ]


def _by_machine(narrator: Narrator, scripts: Sequence[Script]) -> list[tuple[str, str]]:
    """Return each text, with its language, that no person has recorded."""
    return list(dict.fromkeys(
        (text, script.language)
        for script in scripts
        for taken in (narrator.recordings.of(script),)
        for text in texts(script) if text not in taken
    ))


def _ask(narrator: Narrator, asked: Sequence[tuple[str, str]]) -> None:
    """Ask the online voice, one sentence after another: it waits between them by itself."""
    if not asked:
        return
    with click.progressbar(asked, label="Suara online") as each:
        for text, language in each:
            narrator.sentences.ask(text, language)


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
    if narrator.syntheses:
        click.echo(f"Baru diucapkan: {narrator.syntheses} kalimat")
    for clip_id in missing[:SHOWN]:
        click.echo(f"Belum ada suara: {' '.join(narrator.scripts[clip_id].sentences)}")


def _tell_awaited(narrator: Narrator, scripts: Sequence[Script]) -> None:
    """Tell what an online voice was asked for in vain."""
    if narrator.sentences.trouble:
        click.echo(f"Suara online belum bisa: {narrator.sentences.trouble}")
    each = _by_machine(narrator, scripts)
    for engine in (name for name in ENGINES if name != OURS):
        count = sum(narrator.sentences.wants(text, language, engine) for text, language in each)
        if count:
            click.echo(
                f"{count} kalimat memakai suara cadangan. Ulangi nanti: "
                f"elearn narrate --engine {engine} --upgrade"
            )


def _tell_size(audio: Path) -> None:
    """Tell what the folder of sound takes, with the sentences kept for later."""
    size = sum(path.stat().st_size for path in audio.rglob("*") if path.is_file())
    click.echo(f"Folder suara: {size / MB:.1f} MB")


def _tell_recordings(narrator: Narrator) -> None:
    for path in narrator.recordings.orphans(list(narrator.scripts.values())):
        words = keeping.told(path).sentence
        click.echo(f"Rekaman tanpa kalimat, tidak dipakai: {path}{words and f' ({words})'}")
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
