"""Words in capitals: said as words, spelled, or read out whole."""

import re
from collections.abc import Mapping
from types import MappingProxyType

ZONES: Mapping[str, str] = MappingProxyType({
    "WIB": "waktu Indonesia barat", "WITA": "waktu Indonesia tengah",
    "WIT": "waktu Indonesia timur",
})

_SPELLED = """
APD BKKBN BPOM BUMD BUMN DPRD HUT ICU IPA IRT IT ITE IUD IVA KIA KPAI KPU KUA KUHP
LKPD MUI NKRI NU OJK PAI PDAM PIRT PKL PPA RI RSU RSUD SMA TKI TNI TPS TPU UI UKM UMKM UMP
UMR UPT USG UU UUD VA WA WNA WNI
"""
SPELLED = frozenset(_SPELLED.split())
"""Names of capitals with a vowel that people spell all the same."""

_CONSONANTS = "BCDFGHJKLMNPQRSTVWXYZ"
_UNSAYABLE = re.compile(rf"[AEIOU][{_CONSONANTS}]{{2,}}")      # ATM, OTP, UPT


def in_capitals(word: str) -> str:
    """Return what is said for a word in capitals; one without a vowel the voice spells itself."""
    if word in ZONES:
        return ZONES[word]
    if word in SPELLED or _UNSAYABLE.fullmatch(word):
        return " ".join(word.lower())
    return word.lower() if re.search("[AEIOU]", word) else word
