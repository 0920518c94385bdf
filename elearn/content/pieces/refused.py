"""What is written among the words and has no place there, or is not whole."""

import re

from elearn.content.faults import RAW_HTML
from elearn.content.pieces.taken import Lexicon, Taken, short


def html(taken: Taken, _lexicon: Lexicon, found: re.Match[str], line: int) -> None:
    """Report a tag."""
    taken.fault(line, RAW_HTML, tag=short(found[0]))


def apart(taken: Taken, _lexicon: Lexicon, _found: re.Match[str], line: int) -> None:
    """Report a space between `[word]` and `(address)`."""
    taken.fault(line, "Hapus spasi di antara ']' dan '('.")


def broken(taken: Taken, _lexicon: Lexicon, _found: re.Match[str], line: int) -> None:
    """Report a picture without its ']'."""
    taken.fault(line, "Gambar ini tidak lengkap. Tulis seperti '![kuda](emoji:🐴)'.")


def footnote(taken: Taken, _lexicon: Lexicon, _found: re.Match[str], line: int) -> None:
    """Report a footnote."""
    taken.fault(line, "Catatan kaki '[^…]' tidak dipakai. Tulis keterangannya di kalimat.")


def unclosed(taken: Taken, line: int) -> None:
    """Report an address without its ')'."""
    taken.fault(line, "Kurung tutup ')' belum ada. Tulis seperti '![](titik:7)' atau "
                "'[dengar](suara:ma)'.")


def foreign(taken: Taken, line: int, address: str) -> None:
    """Report an address that leads out of the lessons."""
    taken.fault(
        line,
        "Alamat '{address}' tidak boleh dipakai. Yang boleh: emoji, suara, dan gambar hitung "
        "seperti titik:7.",
        address=short(address),
    )
