"""People's recordings on disk: kept, told about, taken away; each file is whole or not there.

    rekaman/<language>/<name of the sentence>.flac     what is heard
    rekaman/<language>/<name of the sentence>.json     its words, the day, the lesson: for people

Who recorded it stands in the staff's log, which people can be taken out of, and not here.
"""

import contextlib
import json
import re
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from elearn.content.writing import write_whole
from elearn.narration.recordings import ENDINGS, name_of
from elearn.narration.script import is_id, utterance

_LANGUAGE = re.compile(r"[a-z]{2,3}")


@dataclass(frozen=True, slots=True)
class About:
    """What is known of a recording beside its sound: the sentence, when, and for which lesson."""

    sentence: str = ""
    day: str = ""
    lesson: str = ""


@dataclass(frozen=True, slots=True)
class Kept:
    """A recording that lies there, by the name of its sentence."""

    language: str
    name: str
    path: Path
    about: About


def keep(folder: Path, language: str, data: bytes, about: About) -> str:
    """Keep the FLAC of a sentence, in the place of any other take; return the sentence's name.

    Two who record it at once leave one whole file, the later one. Raises OSError.
    """
    name = name_in(about.sentence, language)
    home = _home(folder, language)
    note = json.dumps(asdict(about), ensure_ascii=False).encode()
    write_whole(home / f"{name}.json", note)     # first: alone it says nothing
    write_whole(home / f"{name}.flac", data)
    _unlink(path for path in _files(home, name) if path.name != f"{name}.flac")
    return name


def remove(folder: Path, language: str, name: str) -> bool:
    """Take a recording away; False where there is none. Raises OSError."""
    if not (is_id(name) and _LANGUAGE.fullmatch(language)):
        return False
    home = _home(folder, language)
    found = list(_files(home, name))
    for path in found:
        path.unlink(missing_ok=True)
    _unlink([home / f"{name}.json"])
    return bool(found)


def kept(folder: Path, language: str, name: str) -> Kept | None:
    """Return the recording of a name, None where there is none."""
    if not (is_id(name) and _LANGUAGE.fullmatch(language)):
        return None
    path = next(_files(_home(folder, language), name), None)
    return Kept(language, name, path, told(path)) if path else None


def all_kept(folder: Path) -> Iterator[Kept]:
    """Yield every recording of the hub, by language and name."""
    for path in sorted(folder.glob("*/*")):
        language, name = path.parent.name, path.name.partition(".")[0]
        if path.suffix.lower() in ENDINGS and is_id(name) and _LANGUAGE.fullmatch(language):
            yield Kept(language, name, path, told(path))


def names(folder: Path, language: str) -> frozenset[str]:
    """Return the names of all sentences of a language that somebody has recorded."""
    found = _home(folder, language).glob("*.*")
    return frozenset(
        path.name.partition(".")[0] for path in found if path.suffix.lower() in ENDINGS
    )


def name_in(sentence: str, language: str) -> str:
    """Return the name that a recording of this displayed sentence is filed under."""
    return name_of(utterance(sentence, language).text)


def _home(folder: Path, language: str) -> Path:
    if not _LANGUAGE.fullmatch(language):
        raise ValueError(language)
    return folder / language


def _files(home: Path, name: str) -> Iterator[Path]:
    found = sorted(home.glob(f"{name}.*"), reverse=True)
    return (path for path in found if path.suffix.lower() in ENDINGS)


def told(path: Path) -> About:
    """Return what the file beside a recording tells; a torn or strange one tells nothing."""
    try:
        note = json.loads((path.parent / f"{path.name.partition('.')[0]}.json").read_bytes())
        return About(**{key: str(note.get(key, ""))[:500] for key in asdict(About())})
    except (OSError, ValueError, AttributeError):
        return About()


def _unlink(paths: Iterator[Path] | list[Path]) -> None:
    for path in paths:
        with contextlib.suppress(OSError):
            path.unlink(missing_ok=True)
