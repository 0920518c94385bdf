"""Words that an Indonesian voice spells, and Roman numbers among them."""

import re

from elearn.language import numbers, roman
from elearn.language.capitals import in_capitals
from elearn.language.rules import Found, bare_letter

_NO_VOWEL = re.compile("[b-df-hj-np-tv-z]{2,3}")


def word(found: Found) -> str:
    """Return a word, or the letters that are named for it: KTP, ng, b-a-c-a."""
    plain = re.sub(r"['’ʼ]", "", found[0])
    parts = plain.split("-")
    if all(len(part) == 1 for part in parts):
        return " ".join(bare_letter(part) for part in parts)       # b-a-c-a
    if _NO_VOWEL.fullmatch(plain) and len(set(plain)) == len(plain):
        return " ".join(plain)                                      # ng, kh; not hmm
    if plain.isupper():
        return in_capitals(plain)
    if any(len(part) > 1 and part.isupper() for part in parts):    # KTP-mu, ber-KTP
        return " ".join(in_capitals(part) if len(part) > 1 else part for part in parts)
    return plain


def degree(found: Found) -> str:
    """Return an academic title as it is spelled: "S.Pd." es pe de, "S.Kom." es kom."""
    return " ".join(" ".join(map(bare_letter, part)) if len(part) < 3 else part
                    for part in found[0].rstrip(".").split("."))


def counted(found: Found) -> str | None:
    """Return a Roman number, or a range of them, where it surely is one."""
    value = roman.counted(found)
    if value is None:
        return None
    first, last = value
    upto = f" sampai {numbers.number_words(last)}" if last else ""
    return numbers.number_words(first) + upto


def roman_rank(found: Found) -> str | None:
    """Return "ke-IV" as a rank."""
    value = roman.roman_value(found[1])
    return f"ke{numbers.number_words(value)}" if value else None
