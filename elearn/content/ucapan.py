"""How words are said: `lessons/ucapan.md` for all lessons, `ucapan:` in the head of one."""

import re
import unicodedata
from collections.abc import Iterable

from elearn.content.faults import EMPTY
from elearn.content.values import Pronounced, Recorded, Say
from elearn.language.sayings import Saying, Told, occurring
from elearn.language.sentences import split
from elearn.questions.values import Fault

NAME = "ucapan.md"

LONGEST = 60
"""Letters of a written form, and of what is said."""

_LINE = re.compile(r"[-*+]\s*(?P<entry>.*)")
_BULLET = ("- ", "* ", "+ ")
_LONE = re.compile(r"\b[A-Z]\b")         # the voice names small letters rightly
_UNSAID = re.compile(r"[^\w\s'’-]|_")


class WrongSayingError(ValueError):
    """An entry that cannot be used; `message` with `values` says why."""

    def __init__(self, message: str, **values: object) -> None:
        """Take a message of a fault and its values."""
        super().__init__(message)
        self.message = message
        self.values = values


def read_sayings(source: str) -> tuple[dict[str, str], list[Fault]]:
    """Read ucapan.md: lines "- KB = ka be"; return what is said by how it is written, and faults.
    """
    said: dict[str, str] = {}
    lines: dict[str, int] = {}
    faults: list[Fault] = []
    for number, line in enumerate(source.split("\n"), 1):
        found = _LINE.fullmatch(line.strip()) if line.lstrip().startswith(_BULLET) else None
        if found is None:
            continue
        try:
            written, how = saying(found["entry"])
            if written in said:
                raise WrongSayingError(
                    "'{written}' sudah ada di baris {other}. Hapus salah satu.",
                    written=written, other=lines[written],
                )
            said[written], lines[written] = how, number
        except WrongSayingError as error:
            faults.append(Fault(number, error.message, error.values))
    return said, faults


def saying(text: str) -> Saying:
    """Return one entry, "KB = ka be"; raise WrongSayingError with what to do."""
    written, sign, how = (" ".join(part.split()) for part in text.partition("="))
    how = _LONE.sub(lambda found: found[0].lower(), unicodedata.normalize("NFC", how))
    if not sign or not written:
        raise WrongSayingError(
            "'{part}' bukan ucapan. Tulis dulu kata yang tertulis: 'KB = ka be'.",
            part=text.strip()[:40],
        )
    if not how:
        raise WrongSayingError(EMPTY, name=written[:40])
    if max(len(written), len(how)) > LONGEST:
        raise WrongSayingError("Terlalu panjang: paling banyak {most} huruf.", most=LONGEST)
    _speakable(how)
    return written, how


def told_in(text: str, told: Told) -> tuple[str, ...]:
    """Return the sentences of a text, each with what is said otherwise in it."""
    return pronounced(split(text), told)


def pronounced(sentences: Iterable[str], told: Told) -> tuple[str, ...]:
    """Return sentences that carry what is said otherwise in them, unless they do already.

    Recordings stay as they are.
    """
    return tuple(_pronounced(one, told) for one in sentences)


def pronouncing(say: Say, told: Told) -> Say:
    """Return a voice that says what was told as it was told."""
    if not told:
        return say

    def said(sentences: tuple[str, ...], language: str) -> str:
        return say(pronounced(sentences, told), language)

    return said


def _pronounced(sentence: str, told: Told) -> str:
    if isinstance(sentence, Recorded | Pronounced):
        return sentence
    here = occurring(told, sentence)
    return Pronounced(sentence, here) if here else sentence


def _speakable(how: str) -> None:
    if any(map(str.isdigit, how)):
        raise WrongSayingError(
            "Ucapan '{said}' memuat angka. Tulis dengan kata, misalnya 'lima'.", said=how[:40]
        )
    if _UNSAID.search(how) or not any(map(str.isalpha, how)):
        raise WrongSayingError(
            "Ucapan '{said}' memuat tanda yang tidak dapat diucapkan. Tulis huruf dan spasi saja.",
            said=how[:40],
        )
