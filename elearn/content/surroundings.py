"""What lies around the lessons of a folder, read: gambar.md, ucapan.md, fakta.md, frasa.md."""

from collections.abc import Mapping
from pathlib import Path

from elearn.content import ucapan
from elearn.content.around import Around, Words
from elearn.content.beside import beside
from elearn.content.decoding import LARGEST, decode
from elearn.content.facts import Facts
from elearn.content.fakta import NAME, read_facts
from elearn.content.frasa import NAME as PHRASES
from elearn.content.frasa import Phrases, read_phrases
from elearn.content.listing import Stray, unreadable
from elearn.content.naming import LANGUAGES
from elearn.content.pictures import picture_words
from elearn.language.sayings import Sayings


def read_around(
    folder: Path, also: Path | None, before: Facts, prepared: Path | None, stray: Stray
) -> Around:
    """Read what lies around the lessons of `folder`; `stray` takes the faults of these files.

    Facts and sayings of the folder `also` count before those of the same name here; facts that
    cannot be read stay as they were `before`.
    """
    return Around(
        words=_words(folder, stray),
        sayings=_sayings(folder, also, stray),
        facts=_facts(folder, also, before, stray),
        beside=beside(folder, *([also] if also else [])),
        prepared=prepared,
        phrases=_phrases(folder, stray),
    )


def _words(folder: Path, stray: Stray) -> Words:
    words: dict[str, Mapping[str, str]] = {}
    for language, name in _names("gambar.md"):
        path = folder / name
        try:
            source = _source(path)
        except OSError:
            source = b""
        found, faults = picture_words(decode(source).text)
        words[language] = found
        if faults:
            stray[path] = tuple(faults)
    return words


def _phrases(folder: Path, stray: Stray) -> Phrases:
    try:
        source = _source(folder / PHRASES)
    except OSError:
        return {}
    found = read_phrases(source)
    if found.faults:
        stray[folder / PHRASES] = found.faults
    return found.phrases


def _sayings(folder: Path, also: Path | None, stray: Stray) -> Mapping[str, Sayings]:
    """Return what ucapan.md (and ucapan.en.md) say, what `also` holds in the place of the same."""
    found: dict[str, Sayings] = {}
    for language, name in _names(ucapan.NAME):
        said: dict[str, str] = {}
        for home in (folder, also) if also else (folder,):
            try:
                source = _source(home / name)
            except OSError:
                continue
            more, faults = ucapan.read_sayings(decode(source).text)
            said |= more
            if faults:
                stray[home / name] = tuple(faults)
        found[language] = Sayings(said)
    return found


def _names(name: str) -> list[tuple[str, str]]:
    """Return by language what a file beside the lessons is called: gambar.md, gambar.en.md."""
    stem = name.removesuffix(".md")
    return [("id", name), *((one, f"{stem}.{one}.md") for one in LANGUAGES)]


def _facts(folder: Path, also: Path | None, before: Facts, stray: Stray) -> Facts:
    """Return the facts of a folder, those of `also` in the place of facts of the same name.

    What cannot be read stays as it was `before`.
    """
    shipped = _facts_in(folder, before, stray)
    own = _facts_in(also, before, stray) if also and (also / NAME).exists() else Facts()
    return shipped.under(own)


def _facts_in(folder: Path, before: Facts, stray: Stray) -> Facts:
    path = folder / NAME
    try:
        source = _source(path)
    except FileNotFoundError:
        return before
    except OSError:
        stray[path] = (unreadable(),)
        return before
    found = read_facts(source, before)
    if found.faults:
        stray[path] = found.faults
    return found.facts


def _source(path: Path) -> bytes:
    """Return what a file beside the lessons holds, no more of it than is read."""
    if path.exists() and not path.is_file():
        raise OSError(f"{path} is no ordinary file")
    with path.open("rb") as opened:
        return opened.read(LARGEST + 1)
