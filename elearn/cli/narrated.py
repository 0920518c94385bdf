"""The report of `elearn narrate`: what can be heard, by which voice, and what is not used."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import click

from elearn.content.catalogue import Catalogue
from elearn.content.facts import Stated
from elearn.narration import ENGINES, Clip, Narrator, keeping
from elearn.narration.build import Build
from elearn.narration.recordings import name_of
from elearn.narration.repertoire import of_lesson
from elearn.narration.script import utterance

SHOWN = 10
MB = 1_000_000


@dataclass(slots=True)
class Share:
    """What one voice says."""

    sentences: set[tuple[str, str]] = field(default_factory=set)
    seconds: float = 0.0
    bytes: float = 0.0


def tell(build: Build, wanted: Sequence[str], missing: Sequence[str]) -> None:
    """Tell how many clips there are, and of each voice sentences, minutes and bytes."""
    narrator = build.narrator
    click.echo(f"{len(wanted) - len(missing)} dari {len(wanted)} klip ada suaranya.")
    shares = shares_of(narrator, wanted)
    for engine, one in sorted(shares.items()):
        if not engine:               # what only people can say, and nobody has
            continue
        click.echo(f"{engine}: {len(one.sentences)} kalimat, {_amount(one.seconds, one.bytes)}")
    seconds = sum(one.seconds for one in shares.values())
    click.echo(f"Semua: {_amount(seconds, sum(one.bytes for one in shares.values()))}")
    if narrator.syntheses:
        click.echo(f"Baru diucapkan: {narrator.syntheses} kalimat")
    for clip_id in missing[:SHOWN]:
        click.echo(f"Belum ada suara: {' '.join(narrator.scripts[clip_id].sentences)}")


def shares_of(narrator: Narrator, wanted: Sequence[str]) -> dict[str, Share]:
    """Return what each voice says in the clips that are there; pauses go with their neighbours."""
    shares: dict[str, Share] = {}
    for clip_id in wanted:
        clip = narrator.current(clip_id)
        if clip is not None:
            _count(clip, narrator.scripts[clip_id].language, shares)
    return shares


def tell_awaited(build: Build) -> None:
    """Tell what an online voice was asked for in vain."""
    if build.narrator.sentences.trouble:
        click.echo(f"Suara online belum bisa: {build.narrator.sentences.trouble}")
    for engine in (name for name in ENGINES if ENGINES[name]().online):
        count = build.awaited(engine)
        if count:
            click.echo(
                f"{count} kalimat memakai suara cadangan. Ulangi nanti: "
                f"elearn narrate --engine {engine} --upgrade"
            )


def tell_size(audio: Path) -> None:
    """Tell what the folder of sound takes, with the sentences kept for later."""
    size = sum(path.stat().st_size for path in audio.rglob("*") if path.is_file())
    click.echo(f"Folder suara: {size / MB:.1f} MB")


def tell_recordings(narrator: Narrator) -> None:
    """Name the recordings that are not used, and why."""
    for path in narrator.recordings.orphans(list(narrator.scripts.values())):
        words = keeping.told(path).sentence
        click.echo(f"Rekaman tanpa kalimat, tidak dipakai: {path}{words and f' ({words})'}")
    for fault in narrator.recordings.faults():
        click.echo(f"Rekaman tidak dipakai: {fault}")


def tell_lessons(
    lessons: Catalogue, narrator: Narrator, facts: Stated, missing: set[str]
) -> None:
    """Name the lessons that are not whole, with how much of each can be heard."""
    for readings in lessons.lessons.values():
        for lesson in readings.values():
            own = set(of_lesson(lesson, narrator, facts))
            if own & missing:
                there = len(own - missing)
                click.echo(f"{lesson.stem} ({lesson.meta.language}): {there} dari {len(own)} klip")


def list_recordings(narrator: Narrator) -> None:
    """Name for each sentence the file of a person's recording that would replace it."""
    for language, name, sentence in sorted(set(_sentences(narrator))):
        click.echo(f"{language}/{name}.wav\t{sentence}")


def _count(clip: Clip, language: str, shares: dict[str, Share]) -> None:
    cues = clip.read_timings()["sentences"]
    size, length = clip.mp3.stat().st_size, cues[-1]["end"] if cues else 0.0
    before = 0.0
    for cue in cues:
        share = shares.setdefault(cue["engine"], Share())
        share.sentences.add((cue["id"].partition("-")[0], language))
        share.seconds += cue["end"] - before
        share.bytes += size * (cue["end"] - before) / length if length else 0.0
        before = cue["end"]


def _amount(seconds: float, size: float) -> str:
    return f"{seconds / 60:.0f} menit suara, {size / MB:.1f} MB"


def _sentences(narrator: Narrator) -> Iterator[tuple[str, str, str]]:
    for script in narrator.scripts.values():
        for sentence in script.sentences:
            text = utterance(sentence, script.language).text
            if text:
                yield script.language, name_of(text), " ".join(sentence.split())
