"""How numbers to call, rates and amounts of money look in a sentence, and what makes them a story.

The rules lean to silence: a wrong alarm teaches authors to look away.
"""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

HELPLINES = frozenset((
    "110", "112", "113", "115", "117", "118", "119", "123", "129", "131", "148", "157", "165",
))
"""Short numbers that people call here."""

_APART = r"(?<![\w.,/+-])"
_PHONE = re.compile(
    _APART + r"(?:\(0[0-9]{2,3}\)\s?|\+62[ -]?[0-9]|0[0-9]{2})[0-9]{1,3}(?:[ -]?[0-9]{2,5}){1,4}"
    r"(?![\w/])"
    + "|" + _APART + r"0[89][0-9]{2}\.[0-9]{3,4}\.[0-9]{3,5}(?!\w)"
    + "|" + _APART + r"0(?:21|536|[2-9][0-9]{2})-[0-9]{3,8}(?![\w/-])"
    + "|" + _APART + r"1500[ -]?[0-9]{3}(?![\w/])"
)
_DATE = re.compile(r"[0-9]{1,2}([- ])[0-9]{1,2}\1[0-9]{4}|[0-9]{4}-[0-9]{2}-[0-9]{2}")
_MADE_UP = re.compile("0{7,}$")
_SHORT = re.compile(r"(?<![\w.,:/+×=-])(?<!Rp)(?<!Rp )1[0-9]{2}(?![\w:/%×=]|[.,][0-9])")
_DIGIT = "(?:nol|kosong|satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan)"
_SPELT = re.compile(rf"\bsatu[ -]{_DIGIT}[ -]{_DIGIT}\b(?!\s+(?:ribu|juta|puluh|ratus))",
                    re.IGNORECASE)

_CALL = re.compile(
    r"\b(?:(?:men|di)?telepon\w*|telpo?n\w*|telp|(?:meng|di)?hubungi\w*|kontak|call|dial|phone"
    r"|ring|hotline|WA|WhatsApp|SMS)\b",
    re.IGNORECASE,
)
_HELP = re.compile(
    r"\b(?:darurat|polisi|ambulans?|pemadam|damkar|SAPA|(?:me)?lapor\w*|nomornya|emergency"
    r"|police|ambulance|fire brigade|panggil|nomor (?:penting|HP|aduan|layanan))\b",
    re.IGNORECASE,
)
_SIGHT = 40                   # letters before a number that say what it is
_NEAR = 12                    # letters between "telepon" and a number that is not among HELPLINES
_COUNTED = re.compile(
    r"\s?(?:orang|anak|kali|buah|ekor|lembar|halaman|meter|km|kg|gram|cm|liter|tahun|hari|jam|menit"
    r"|bulan|minggu|rupiah|ribu|juta|persen|kasus|kendaraan|rumah|pulsa|people|times|years|days"
    r"|[-+−×:÷]\s?[0-9])",
    re.IGNORECASE,
)
_NAMED = re.compile(r"(?:pasal|ayat|halaman|hlm\.?|soal|umur|rumah nomor|no\.? rumah|nomor rumah"
                    r"|antrean(?: nomor)?|[0-9)]\s?[-+−×:÷]|Rp)\s?$", re.IGNORECASE)

_FIGURE = r"[0-9]{1,3}(?:\.[0-9]{3})+|[0-9]+(?:,[0-9]+)?"
_SCALE = r"(?:ribu|juta|miliar|triliun|rb|jt|thousand|million|billion)"
_WORDS = (r"(?:se(?:puluh|belas|ratus|ribu|juta)|satu|dua|tiga|empat|lima|enam|tujuh|delapan"
          r"|sembilan|puluh|belas|ratus|ribu|juta|miliar|setengah)")
_MONEY = re.compile(
    rf"(?<!\w)Rp\.?\s?(?:{_FIGURE})(?:\s{_SCALE}\b)?"
    rf"|(?<![\w.,])(?:{_FIGURE})\s(?:{_SCALE}\s)?rupiah\b"
    rf"|(?<![\w.,])(?:{_FIGURE})\s(?:ribu|juta|miliar)\b"
    r"(?!\s(?:orang|anak|warga|jiwa|kali|buah|rumah|hektare|ton|kilo\w*|pohon|ekor|tahun))"
    rf"|\b{_WORDS}(?:\s{_WORDS}){{0,8}}\srupiah\b",
    re.IGNORECASE,
)
_NOTE = re.compile(r"\b(?:uang|lembar\w*|selembar|koin|logam|kertas|pecahan|note|coin|bill)"
                   r"(?:\s\w+){0,2}\s$", re.IGNORECASE)
_NOTES = frozenset(map(
    str, (100, 200, 500, 1_000, 2_000, 5_000, 10_000, 20_000, 50_000, 75_000, 100_000)
))
_RATE = re.compile(
    rf"(?<![\w.,])(?:{_FIGURE})\s?(?:%|persen\b|per ?cent\b)"
    rf"|\b{_WORDS}(?:\s(?:koma|{_WORDS})){{0,6}}\s(?:persen|percent)\b",
    re.IGNORECASE,
)
_WHOLE = re.compile(r"(?:100|seratus)\s?(?:%|persen|per ?cent)", re.IGNORECASE)

_COUNTS = re.compile("[0-9]|satu|persen|percent|rupiah", re.IGNORECASE)
_EXAMPLE = re.compile(
    r"\b(?:misal\w*|umpama\w*|contoh\w*|andai\w*|seandainya|cerita(?!kan)\w*|kisah|rekaan"
    r"|kalau saja|bayangkan|for example|for instance|e\.g\.|suppose|imagine|story|example\w*)",
    re.IGNORECASE,
)
_PERSON = re.compile(r"\b(?:Ibu|Bu|Bapak|Pak|Kak|Kakak|Bang|Abang|Mbak|Mas|Nenek|Kakek|Mama|Paman"
                     r"|Bibi|Acil|Amang|Adik|Mrs?\.?|Ms\.?|[Ii]a|[Dd]ia|[Ss]he|[Hh]e)\b")
_DEAL = re.compile(
    r"\b(?:(?:mem|di)?beli\w*|(?:men|di|ter)?jual\w*|(?:mem|di)?bayar\w*|(?:me|di)?nabung\w*"
    r"|tabung\w*|(?:me|di)?pinjam\w*|meminjam\w*|belanja|berbelanja|(?:me|di)?simpan\w*|menyimpan"
    r"|punya|mendapat\w*|menerima|diminta|untung|rugi|modal\w*|(?:me)?nawar\w*|ditawari|kembalian"
    r"|buys?|bought|sells?|sold|pays?|paid|saves?|saved|borrow\w*|has|earns?)\b",
    re.IGNORECASE,
)


class Calls(NamedTuple):
    """Whether a text speaks of calling somebody, and of those who help."""

    calling: bool = False
    helping: bool = False


NOTHING = Calls()
"""Of what no text around speaks."""


def calls(text: str) -> Calls:
    """Return of what a text speaks."""
    return Calls(_CALL.search(text) is not None, _HELP.search(text) is not None)


def called(sentence: str, context: Calls, helps: Callable[[str], bool]) -> Iterator[str]:
    """Yield the numbers in a sentence that a learner would call; `context` is around it."""
    for found in _PHONE.finditer(sentence):
        if not (_DATE.fullmatch(found[0]) or _MADE_UP.search(re.sub("[^0-9]", "", found[0]))):
            yield found[0]
    own = calls(sentence)
    spoken_of = any((*own, *context))
    for found in _SHORT.finditer(sentence):
        before = _just_before(found)
        if _COUNTED.match(sentence, found.end()) or _NAMED.search(before):
            continue
        near = _CALL.search(before[-_NEAR:]) is not None
        if near or (spoken_of and helps(found[0])):
            yield found[0]
    if own.calling or context.calling:
        yield from (found[0] for found in _SPELT.finditer(sentence))


def amounts(sentence: str) -> Iterator[str]:
    """Yield the sums of money in a sentence; a note or coin by its name is none."""
    for found in _MONEY.finditer(sentence):
        digits = re.sub("[^0-9]", "", found[0])
        if not (digits in _NOTES and _NOTE.search(_just_before(found))):
            yield found[0]


def rates(sentence: str) -> Iterator[str]:
    """Yield the percentages in a sentence; "100 %" is a way of speaking."""
    yield from (
        found[0] for found in _RATE.finditer(sentence) if not _WHOLE.fullmatch(found[0])
    )


def _just_before(found: re.Match[str]) -> str:
    return found.string[max(0, found.start() - _SIGHT):found.start()]


def may_count(text: str) -> bool:
    """Whether a text could hold any of these numbers: most cannot, and are not looked at."""
    return _COUNTS.search(text) is not None


def is_example(text: str) -> bool:
    """Whether a text says of itself that it is made up."""
    return _EXAMPLE.search(text) is not None


def is_story(text: str) -> bool:
    """Whether a text tells what a person buys, sells, pays or saves."""
    return _PERSON.search(text) is not None and _DEAL.search(text) is not None
