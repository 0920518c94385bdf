"""`[label](address)`: sounds, recordings, and other lessons."""

import re

from elearn.content.keywords import means
from elearn.content.lesson import Link, Sound
from elearn.content.pieces.braces import is_fact
from elearn.content.pieces.refused import foreign, unclosed
from elearn.content.pieces.taken import RECORDED, Lexicon, Taken, short
from elearn.content.pieces.tokens import NESTED, SCHEME
from elearn.content.prepared import RefusedError
from elearn.figures import KNOWN

_LESSON = re.compile(
    r"(?:\./|\.\./[a-z]+/)?(?P<stem>[a-z0-9][a-z0-9-]*)(?:\.[a-z]{2})?\.md", re.IGNORECASE
)


def link(taken: Taken, lexicon: Lexicon, found: re.Match[str], line: int) -> None:
    """Take a link by its address."""
    if found["address"] is None:
        _incomplete(taken, line, found[0])
        return
    address, label = found["address"].strip(), found["label"].strip()
    scheme = SCHEME.fullmatch(address)
    lesson = _LESSON.fullmatch(address)
    if scheme and means(scheme["scheme"], "suara") and scheme["rest"].strip():
        _sound(taken, lexicon, line, scheme["rest"].strip(), label)
    elif scheme and scheme["scheme"] == RECORDED:
        _recording(taken, lexicon, line, label, scheme["rest"])
    elif address.startswith(("suara/", "./suara/")):
        _recording(taken, lexicon, line, label, address)
    elif lesson and label:
        taken.pieces.append(Link(line, lesson["stem"], label))
    else:
        _no_link(taken, line, address, found[0])


def _sound(taken: Taken, lexicon: Lexicon, line: int, text: str, label: str) -> None:
    for brace in NESTED.findall(text):
        if is_fact(taken, lexicon, line, brace[1:-1].strip()) is False:
            return
    taken.pieces.append(Sound(line, text, label))


def _recording(taken: Taken, lexicon: Lexicon, line: int, said: str, file: str) -> None:
    if not any(map(str.isalnum, said)) or "{" in said:
        taken.fault(line, "Tulis di dalam kurung siku apa yang diucapkan rekaman ini, misalnya "
                    "'Suara: [ma](suara/ma.mp3)', tanpa hitungan.")
        return
    try:
        mark = lexicon.files.recording(line, file.strip())
    except RefusedError as error:
        taken.fault(line, error.fault.message, **error.fault.values)
    else:
        taken.pieces.append(Sound(line, said, recording=mark))


def _incomplete(taken: Taken, line: int, written: str) -> None:
    if written.endswith("("):
        unclosed(taken, line)
        return
    taken.fault(
        line,
        "Tautan '{link}' tidak lengkap atau merujuk. Yang boleh: '[dengar](suara:ma)'.",
        link=short(written),
    )


def _no_link(taken: Taken, line: int, address: str, written: str) -> None:
    if not SCHEME.fullmatch(address) and not address.startswith("//"):
        taken.fault(line, "Tautan '{address}' tidak terbaca. Tulis nama berkas pelajaran, "
                    "misalnya '[lihat](baca-01-vokal-a-i-u.md)'.", address=short(address))
    elif address.partition(":")[0] in (*KNOWN, "emoji"):
        taken.fault(line, "Tanda '!' belum ada. Tulis '!{link}'.", link=short(written))
    else:
        foreign(taken, line, address)
