"""What is read sign by sign: telephone numbers, codes, addresses of the web and of mail."""

import re
from collections.abc import Callable, Mapping

from elearn.language import numbers
from elearn.language.rules import Found, bare_letter, before

CALLED = "\u2060"
"""Not seen, on both sides of a number that people call: it is said digit by digit."""

TO_CALL = f"{CALLED}[^{CALLED}]*{CALLED}"
PHONE = (r"(?<!\w)\(0[0-9]{2,3}\)[ -]?[0-9]{3,8}(?:[ -][0-9]{3,5}){0,3}(?![0-9])"
         r"|(?<!\w)(?:\+62|0)[ -]?[0-9]{2,4}(?:[ -][0-9]{3,8}){1,3}(?![0-9])"
         r"|(?<!\w)\+[0-9]{8,15}(?![0-9])")
HELPLINE = (r"(?:(?<=telepon )|(?<=hubungi )|(?<=nomor )|(?<=sapa )|(?<=call )"
            r"|(?<=1[0-9]{2} atau )|(?<=1[0-9]{2} or ))1[0-9]{2}\b")
GROUPS = r"(?<![\w.,-])[0-9]{4}(?:[ -][0-9]{4}){3}(?![\w-])"
"""A number of a card or an identity, in groups of four."""

CHAIN = r"(?<![\w.,/-])[0-9]{1,15}(?:-[0-9]{1,15}){2,}(?![\w/-])(?!\s?[=.,][0-9=])"
CODE = r"(?<![\w.,-])[0-9]{3,15}(?![\w-])(?![.,][0-9])"
ADDRESS = (r"(?<![\w.@/:-])(?:https?://[\w./?=&%#-]{3,80}|www\.[\w./-]{3,80}"
           r"|[\w.-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,4}"
           r"|[a-z][\w-]{0,63}(?:\.[a-z][\w-]{0,63}){0,4}\.(?:id|com|org|net)(?![\w-])(?:/[\w./-]{0,80})?)"
           r"(?<![./])")

_RUN = re.compile("[0-9]+")
_PART = re.compile(r"[0-9]+|[^\W\d_]+|[./@_:?=&%#-]")
_CODED = re.compile(
    r"\b(?:kode(?: pos)?|pos code|postcode|code|pin|otp|nik|nip|nisn|nis|npwp|rekening|sandi)"
    r"(?: (?:saya|anda|kamu|ini|is|nomor|number))?\s?:?$", re.IGNORECASE)


def called(text: str, language: str) -> str:
    """Return a number to call: its digits, a pause between its groups."""
    plus = "plus " if text.lstrip(CALLED).startswith("+") else ""
    return plus + digit_groups(text, language)


def digit_groups(text: str, language: str) -> str:
    """Return the runs of digits in `text`, digit by digit, with a pause between them."""
    return ", ".join(numbers.digit_words(run, language) for run in _RUN.findall(text))


def chain(found: Found, language: str) -> str:
    """Return numbers that hyphens join: short ones as numbers, else digit by digit."""
    runs = _RUN.findall(found[0])
    if any(len(run) > 2 or (len(run) > 1 and run[0] == "0") for run in runs):
        return digit_groups(found[0], language)
    return ", ".join(numbers.whole_words(run, language) for run in runs)


def coded(found: Found, language: str) -> str | None:
    """Return a number digit by digit where the word before it says that it is a code."""
    known = _CODED.search(before(found, 24))
    return numbers.digit_words(found[0], language) if known else None


def address(signs: Mapping[str, str], language: str) -> Callable[[Found], str]:
    """Return what says an address of the web or of mail; `signs` are its names for . @ and so on.
    """
    def say(found: Found) -> str:
        text = re.sub("^https?://", "", found[0])
        return " ".join(_part(part, signs, language) for part in _PART.findall(text))

    return say


def _part(part: str, signs: Mapping[str, str], language: str) -> str:
    if part in signs:
        return signs[part]
    if part.isdigit():
        return numbers.digit_words(part, language) if part.isascii() else part
    spelled = part.lower() in ("www", "id") or len(part) == 1
    return " ".join(map(bare_letter, part)) if spelled else part
