"""Bytes as authors' programs save them -> one normalised text, forgiving where that is safe."""

import codecs
import re
import unicodedata
from dataclasses import dataclass, field

from elearn.questions.values import Fault

LARGEST = 64 * 1024
"""Bytes of a lesson file."""

_QUOTES = str.maketrans({"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "‚": "'"})
_SPACES = str.maketrans({"\u00a0": " ", "\u202f": " ", "\u200b": "", "\u2060": "", "\ufeff": ""})
# Controls, turned text, private characters (our own marks are made of those), half characters.
_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ue000-\uf8ff\ufff0-\uffff"
    "\ud800-\udfff\U000f0000-\U0010ffff]"
)


@dataclass(slots=True)
class Decoded:
    """The text of a file with one kind of line end and of quote, and what that took."""

    text: str
    notes: list[Fault] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)

    @property
    def lines(self) -> list[str]:
        """The lines; line 1 is the first."""
        return self.text.split("\n")


def decode(source: str | bytes) -> Decoded:
    """Return the normalised text of a file; a text that was normalised before stays as it is."""
    size = len(source) if isinstance(source, bytes) else len(source.encode("utf-8", "replace"))
    if size > LARGEST:
        message = "Berkas terlalu besar ({size} KB); paling besar 64 KB. Bagi dua pelajarannya."
        return Decoded("", faults=[Fault(1, message, {"size": -(-size // 1024)})])
    decoded = Decoded(source) if isinstance(source, str) else _from_bytes(source)
    _mend(decoded)
    return decoded


def _from_bytes(source: bytes) -> Decoded:
    for mark, encoding in ((codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16")):
        if source.startswith(mark):
            note = Fault(1, "Berkas disimpan sebagai UTF-16; dibaca sebagai UTF-8.")
            return Decoded(source.decode(encoding, "replace"), notes=[note])
    try:
        return Decoded(source.decode())
    except UnicodeDecodeError:
        note = Fault(1, "Berkas disimpan sebagai teks Windows lama; dibaca sebagai UTF-8.")
        return Decoded(source.decode("cp1252", "replace"), notes=[note])


def _mend(decoded: Decoded) -> None:
    """Bring line ends, quotes, spaces and accents into one form; note and report the rest."""
    text = decoded.text
    if text.startswith("\ufeff"):
        decoded.notes.append(Fault(1, "Tanda BOM di awal berkas diabaikan."))
    if "\r" in text:
        decoded.notes.append(Fault(1, "Akhir baris Windows (CRLF) dibaca sebagai akhir biasa."))
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    lines = unicodedata.normalize("NFC", text).translate(_SPACES).split("\n")
    decoded.text = "\n".join(_mended(number, line, decoded) for number, line in enumerate(lines, 1))


def _mended(number: int, line: str, decoded: Decoded) -> str:
    straight = line.translate(_QUOTES)
    if straight != line:
        decoded.notes.append(Fault(number, "Tanda kutip miring dibaca sebagai tanda kutip lurus."))
    bad = _FORBIDDEN.search(straight)
    if bad:
        message = "Ada aksara yang tidak terlihat (U+{code}). Hapus, lalu ketik lagi."
        decoded.faults.append(Fault(number, message, {"code": f"{ord(bad[0]):04X}"}))
        straight = _FORBIDDEN.sub("", straight)
    return straight.rstrip()
