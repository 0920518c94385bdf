"""Words that espeak-ng says with the wrong e: Indonesian writes two sounds with one letter.

A reading lesson teaches é and ə by such words, so its voice must tell them apart. The phonemes are
espeak-ng's own for the word, with the vowel (and where ə cannot be stressed, the stress) exchanged.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

_WORD = re.compile(r"(?<![\w'’-])[A-Za-z]+(?![\w'’-])")


@dataclass(frozen=True, slots=True)
class Respelled:
    """A text for espeak-ng, and which characters of it stand for which of the original.

    `phonemes` says whether it holds `[[…]]`. `spans` are (start, end) here and there, in order.
    """

    text: str
    phonemes: bool
    spans: Sequence[tuple[int, int, int, int]]

    def original(self, start: int, end: int) -> tuple[int, int]:
        """Return the characters of the original that a word from `start` to `end` stands for."""
        shift = 0
        for here, there, first, last in self.spans:
            if start < here:
                break
            if start < there:
                return first, last
            shift = last - there
        return start + shift, end + shift


def respelled(text: str) -> Respelled:
    """Put the phonemes of the words in the lexicon in their place."""
    out, at, spans = "", 0, []
    for found in _WORD.finditer(text):
        said = SAID.get(found[0].lower())
        if said is not None and "[[" not in text:
            out += text[at : found.start()]
            here = len(out)
            out += f"[[{said}]]"
            spans.append((here, len(out), found.start(), found.end()))
            at = found.end()
    return Respelled(out + text[at:], bool(spans), spans)


_TABLE = """
bebek b'EbEk | bekal b@k'al | belah b@l'ah | belas b@l'as | beli b@l'i | belum b@l'um | beras
b@R2'as | berat b@R2'at | bersih b@Rs'ih | besar b@s'aR | besi b@s'i | betul b@t'ul | cepat
tS@p'at | cerdas tS@Rd'as | debu d@b'u | dengan d@N'an | dengar d@N'aR | deras d@R2'as | dompet
d'ompEt | emas @m'as | ember 'EmbER | empat @mp'at | enam @n'am | gelap g@l'ap | gelas g@l'as |
gemuk g@m'uk | jelas dZ@l'as | karena kaR2@n'a | kebun k@b'un | kecil k@tS'il | kelas k@l'as |
kera k@R2'a | keras k@R2'as | kerja k@RdZ'a | kertas k@Rt'as | kue k'uE | lebih l@b'ih | lekas
l@k'as | lele l'ElE | lemas l@m'as | lembar l@mb'aR | lepas l@p'as | menang m@n'aN | nenek n'EnEk
| pergi p@Rg'i | perlu p@Rl'u | perut p@R2'ut | pesan p@s'an | peta p@t'a | sate s'atE | sebab
s@b'ab | sedang s@d'aN | segar s@g'aR | sempat s@mp'at | semut s@m'ut | senang s@n'aN | seni s@n'i
| sore s'OR2E | tebal t@b'al | tebu t@b'u | teman t@m'an | tembak t@mb'ak | tempat t@mp'at | tempe
t'EmpE | temu t@m'u | tengah t@N'ah | tepat t@p'at | tepi t@p'i | tepung t@p'uN | terang t@R2'aN |
terus t@R2'us
"""

SAID = dict(row.split() for row in " ".join(_TABLE.split("\n")).split("|"))
"""Phonemes by word in espeak-ng's own letters: @ is ə, E is é, ' stands before the stress."""
