"""Words that espeak-ng says with the wrong e: Indonesian writes two sounds with one letter.

A reading lesson teaches é and ə by such words, so its voice must tell them apart. The phonemes are
espeak-ng's own for the word, with the vowel (and where ə cannot be stressed, the stress) exchanged.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

_WORD = re.compile(r"(?<![\w'’-])[A-Za-z]+(?![\w'’-])")
_AFTER = re.compile(r",? (?:lalu )?([A-Za-z]+)")


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
        after = _AFTER.match(text, found.end())
        piece = PIECES.get((found[0].lower(), after[1].lower())) if after else None
        said = piece or SAID.get(found[0].lower())
        if said is not None and "[[" not in text:
            out += text[at : found.start()]
            here = len(out)
            out += f"[[{said}]]"
            spans.append((here, len(out), found.start(), found.end()))
            at = found.end()
    return Respelled(out + text[at:], bool(spans), spans)


_TABLE = """
bebek b'EbEk | bedakan bEd'akan | bedanya bEd'an^a | bekal b@k'al | bekerja b@k@RdZ'a | belah b@l'ah
| belas b@l'as | beli b@l'i | belum b@l'um | beras b@R2'as | berat b@R2'at | berdengung b@Rd@N'uN |
bergetar b@Rg@t'aR | berhak b@Rh'ak | berhenti b@Rh@nt'i | beri b@R2'i | berlebih b@Rl@b'ih |
bermain b@Rm'aIn | berperut b@Rp@R2'ut | bersih b@Rs'ih | bertemu b@Rt@m'u | besar b@s'aR | besi
b@s'i | betul b@t'ul | cepat tS@p'at | cerdas tS@Rd'as | ceritakan tS@R2it'akan | ceritanya
tS@R2it'an^a | cermin tS@Rm'in | debu d@b'u | dekat d@k'at | demam d@m'am | demi d@m'i | dengan
d@N'an | dengar d@N'aR | depan d@p'an | deras d@R2'as | desis d@s'is | dewasa dEw'asa | dibeli
dib@l'i | diberi dib@R2'i | didengar did@N'aR | digenggam dig@Ng'am | digoreng digOR2'EN | digores
digOR2'Es | dikemas dik@m'as | diketuk dik@t'uk | dilewati dilEw'ati | disebut dis@b'ut | ditekan
dit@k'an | dompet d'ompEt | emas @m'as | ember 'EmbER | empat @mp'at | enam @n'am | gedung g@d'uN |
gelap g@l'ap | gelas g@l'as | gelembung g@l@mb'uN | gemuk g@m'uk | goreng gOR2'EN | gores gOR2'Es |
hewannya hEw'ann^a | jelas dZ@l'as | jempol dZ@mp'ol | jen dZ'@n | jenis dZ@n'is | jepit dZ@p'it |
kakek k'akEk | karena kaR2@n'a | kebun k@b'un | kecil k@tS'il | kelas k@l'as | kelereng k@l'ER2EN |
kelerengnya k@lER2'ENn^a | kemas k@m'as | ker k'@R | kera k@R2'a | keras k@R2'as | kering k@R2'iN |
kerja k@RdZ'a | kertas k@Rt'as | ketuk k@t'uk | kue k'uE | lebah l@b'ah | lebih l@b'ih | lekas
l@k'as | lelah l@l'ah | lele l'ElE | lemah l@m'ah | lemas l@m'as | lembah l@mb'ah | lembar l@mb'aR |
lembek l@mb'Ek | lengkap l@Nk'ap | lengkung l@Nk'uN | lepas l@p'as | letak l@t'ak | lewati lEw'ati |
loket l'okEt | melengkung m@l@Nk'uN | meletus m@l@t'us | membeli m@mb@l'i | memberi m@mb@R2'i |
memercik m@m@RtS'ik | memeriksanya m@m@R2iks'an^a | menang m@n'aN | mendengar m@nd@N'aR | mendesis
m@nd@s'is | menertawakan m@n@Rtaw'akan | menetes m@n'EtEs | mengejek m@N'EdZEk | mengemas m@N@m'as |
mengenal m@N@n'al | menggenggam m@Ng@Ng'am | menit m@n'it | menjauh m@ndZ'aUh | menjepit m@ndZ@p'it
| mentah m@nt'ah | menyentuh m@n^@nt'uh | meraih m@R2'aIh | mesin m@s'in | nenek n'EnEk | nyenyak
n^@n^'ak | obeng 'obEN | palet p'alEt | pegang p@g'aN | pelan p@l'an | pembeli p@mb@l'i | pendek
p'EndEk | penting p@nt'iN | penuh p@n'uh | pergi p@Rg'i | perlu p@Rl'u | permen p@Rm'En | pernah
p@Rn'ah | perut p@R2'ut | pesan p@s'an | peta p@t'a | planet pl'anEt | rendah R2@nd'ah | renggang
R2@Ng'aN | renyah R2@n^'ah | sate s'atE | se s'@ | sebab s@b'ab | sebelah s@b@l'ah | sebelas
s@b@l'as | sebelum s@b@l'um | sebut s@b'ut | sedang s@d'aN | sedih s@d'ih | segar s@g'aR | segenggam
s@g@Ng'am | segera s@g@R2'a | sejak s@dZ'ak | selembar s@l@mb'aR | selesai s@l@s'aI | sembuh s@mb'uh
| sempat s@mp'at | semut s@m'ut | senang s@n'aN | seni s@n'i | sentuh s@nt'uh | seperti s@p@Rt'i |
sering s@R2'iN | seru s@R2'u | setelah s@t@l'ah | sore s'OR2E | talenan tal@n'an | tebak t@b'ak |
tebal t@b'al | tebu t@b'u | tegak t@g'ak | televisi tElEv'isi | teman t@m'an | tembak t@mb'ak |
tempat t@mp'at | tempe t'EmpE | temu t@m'u | tengah t@N'ah | tentang t@nt'aN | tentu t@nt'u | tepat
t@p'at | tepercaya t@p@RtS'aja | tepi t@p'i | tepung t@p'uN | terang t@R2'aN | terbang t@Rb'aN |
terdekat t@Rd@k'at | terdengar t@Rd@N'aR | terhenti t@Rh@nt'i | tersenyum t@Rs@n^'um | tertentu
t@Rt@nt'u | terus t@R2'us | tetap t@t'ap
"""

SAID = dict(row.split() for row in " ".join(_TABLE.split("\n")).split("|"))
"""Phonemes by word in espeak-ng's own letters: @ is ə, E is é, ' stands before the stress."""

_PIECES = """
be li b@ | be rat b@ | be si b@ | ke ju k'E | re tas R2@ | te pat t@ | te rang t@ | tem pat t@m
"""

PIECES = {
    (first, after): said
    for first, after, said in (row.split() for row in " ".join(_PIECES.split("\n")).split("|"))
}
"""Phonemes of a piece of a word that is said piece by piece, by the piece and the one after it."""
