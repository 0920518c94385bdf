"""How a language says what is not a plain word: rules tried in order at each place of a text."""

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

Found = re.Match[str]
Speak = Callable[[Found], str | None]

LETTER = r"[^\W\d_][\u0300-\u036f]*"
WORD = rf"(?:{LETTER})+(?:['’ʼ-](?:{LETTER})+)*"
DAY_MONTH_YEAR = r"(?<![\w.])([0-9]{1,2})([/.-])([0-9]{1,2})\2([0-9]{4}|[0-9]{2})(?![./-]?[0-9])"
YEAR_MONTH_DAY = r"(?<![\w.])([0-9]{4})-([0-9]{2})-([0-9]{2})(?![0-9-])"
CLOCK = r"(?<![\w.,:])([0-9]{1,2})[.:]([0-5][0-9])(?![.,:/]?[0-9])"
FRACTION = r"(?<![\w/.,])([1-9][0-9]{0,2})[/\u2044]([0-9]{1,3})(?![/.,]?[0-9])"
VULGAR = r"[¼½¾⅐-⅞]"
MINUS = r"(?:(?<![\w)\]%°])[-−])?"
ZEROS = r"(?<![\w.,])0+([1-9][0-9]{0,2})(?![\w]|[.,][0-9])"
RT_RW = re.compile(r"(?<!\w)(?:RT|RW)[ .:]{0,2}$", re.IGNORECASE)
"""What stands before a number whose zeros nobody says."""

BLANK = (r"_{2,}|□|(?:…|\.{3,})(?=\s?[-+−×:÷=<>])|(?<=[-+−×:÷=<>]\s)(?:…|\.{3,})")
ASKED = r"(?:(?<=[-+−×:÷=]\s)|(?<==))\?"

_OPERAND = frozenset("0123456789?_…)½¼¾")
_AMOUNT = r"(?:Rp\.?\s?)?([0-9]{1,15}(?:[.,][0-9]{3})*)(?![0-9]|[.,][0-9])"
_LEFT = re.compile(rf"(?:^|[^0-9.,]){_AMOUNT}\s?$")
_RIGHT = re.compile(rf"\s?{_AMOUNT}")


@dataclass(frozen=True, slots=True)
class Rule:
    """`speak` says what `pattern` finds: "" is silence, None leaves it to the rules after."""

    pattern: re.Pattern[str]
    speak: Speak


def rule(pattern: str, speak: Speak | str, flags: int = 0) -> Rule:
    """Return the rule of a regular expression and what is said for it."""
    said = speak if callable(speak) else _always(speak)
    return Rule(re.compile(pattern, flags), said)


def table_rule(table: Mapping[str, str], tail: str = r"(?!\w)") -> Rule:
    """Return the rule of short forms that stand between other words, `tail` after them."""
    shorts = "|".join(re.escape(short) for short in sorted(table, key=len, reverse=True))
    folded = {short.lower(): said for short, said in table.items()}

    def speak(found: Found) -> str:
        return table.get(found[0]) or folded[found[0].lower()]

    return rule(rf"(?<![\w.])(?:{shorts}){tail}", speak, re.IGNORECASE)


def scan(sentence: str, rules: tuple[Rule, ...]) -> Iterator[tuple[int, int, str]]:
    """Yield (start, end, what is said) for every piece of `sentence` that has a sound."""
    at = 0
    while at < len(sentence):
        end, said = _first(sentence, at, rules)
        if said:
            yield at, end, said
        at = end


def before(found: Found, length: int = 12) -> str:
    """Return what stands just before a match, spaces at its end removed."""
    return found.string[max(0, found.start() - length):found.start()].rstrip()


def after_operand(said: str) -> Speak:
    """Return what says `said` for a sign that follows a number or a gap, and nothing elsewhere."""
    return lambda found: said if before(found)[-1:] in _OPERAND else None


def around(found: Found) -> tuple[int, int] | None:
    """Return the whole numbers, or amounts, left and right of a sign; None where one is not whole.
    """
    left = _LEFT.search(found.string[max(0, found.start() - 24):found.start()])
    right = _RIGHT.match(found.string, found.end())
    if not left or not right:
        return None
    first, last = (int(re.sub("[.,]", "", one[1])) for one in (left, right))
    return first, last


def asked(word: str) -> Speak:
    """Return what says `word` for the ? of "3 + ? = 7", as a question where nothing follows."""
    return lambda found: word if found.string[found.end():found.end() + 2].strip() else f"{word}?"


def vulgar_parts(sign: str) -> tuple[int, int]:
    """Return the two numbers of a fraction in one sign: "¾" -> (3, 4)."""
    over, _, under = unicodedata.normalize("NFKC", sign).partition("\u2044")
    return int(over), int(under)


def real_date(day: str, month: str) -> bool:
    """Whether the digits can be a day and a month."""
    return 1 <= int(day) <= 31 and 1 <= int(month) <= 12


def bare_letter(letter: str) -> str:
    """Return one letter for the engine, which names it rightly (be, em, zet); an accent goes.

    Spelled out ("be", "ce") the Indonesian voice says the vowel wrongly.
    """
    plain = unicodedata.normalize("NFD", letter.lower())[:1]
    return plain if plain.isascii() else letter


def _always(said: str) -> Speak:
    return lambda _: said


def _first(sentence: str, at: int, rules: tuple[Rule, ...]) -> tuple[int, str]:
    for one in rules:
        found = one.pattern.match(sentence, at)
        said = one.speak(found) if found and found.end() > at else None
        if found and said is not None:
            return found.end(), said
    return at + 1, ""
