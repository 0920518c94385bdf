"""Words that people say otherwise than the rules do, as authors and operators told them."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from elearn.language.rules import Rule

Saying = tuple[str, str]
"""How something is written, and how it is said."""

Told = tuple[Saying, ...]

_TOKEN = re.compile(r"\w+|[^\w\s]")
_NEVER = re.compile("(?!)")


@dataclass(frozen=True)
class Sayings(Mapping[str, Told]):
    """What a site says otherwise. It is looked up by the tokens of a text: see `tokens`."""

    said: Mapping[str, str] = field(default_factory=dict)

    def __getitem__(self, key: str) -> Told:
        """Return what may concern a text with these tokens, by how it is written."""
        there = set(key.split(" "))
        return tuple((one, self.said[one]) for one in self if _first(one) in there)

    def __iter__(self) -> Iterator[str]:
        """Iterate over what is written, in order."""
        return iter(sorted(self.said))

    def __len__(self) -> int:
        """Count them."""
        return len(self.said)

    @property
    def whole(self) -> Told:
        """All of them."""
        return tuple((one, self.said[one]) for one in self)

    def __hash__(self) -> int:
        """Hash by content, as it compares."""
        return hash(self.whole)


def tokens(text: str) -> str:
    """Return the words and signs of a text, small, each once: the key of `Sayings`."""
    return " ".join(sorted(set(_TOKEN.findall(text.lower()))))


def occurring(told: Told, text: str) -> Told:
    """Return those of `told` that stand in `text`, in their order."""
    pattern, by_form = _compiled(told)
    found = {_saying(one, by_form)[0] for one in pattern.finditer(text)}
    return tuple(one for one in told if one[0] in found)


@lru_cache(maxsize=512)
def rules_of(told: Told) -> tuple[Rule, ...]:
    """Return the rule that says what was told, () for nothing."""
    if not told:
        return ()
    pattern, by_form = _compiled(told)
    return (Rule(pattern, lambda found: _saying(found, by_form)[1]),)


def over(first: Iterable[Saying], second: Iterable[Saying]) -> Told:
    """Return both; what `first` tells counts where they differ."""
    return tuple(sorted({**dict(second), **dict(first)}.items()))


@lru_cache(maxsize=512)
def _compiled(told: Told) -> tuple[re.Pattern[str], Mapping[str, Saying]]:
    if not told:
        return _NEVER, {}
    written = sorted((one for one, _ in told), key=len, reverse=True)
    by_form = {_form(one): (one, said) for one, said in told}
    return re.compile("|".join(map(_pattern, written))), by_form


def _pattern(written: str) -> str:
    """Return a pattern: small letters stand for capitals too, capitals only for themselves."""
    middle = r"\s+".join(map(re.escape, written.split()))
    start = r"(?<!\w)(?<![0-9][.,])" if written[0].isalnum() else ""
    end = r"(?!\w|[.,][0-9])" if written[-1].isalnum() else ""
    return f"{start}(?i:{middle}){end}" if written == written.lower() else f"{start}{middle}{end}"


def _saying(found: re.Match[str], by_form: Mapping[str, Saying]) -> Saying:
    form = _form(found[0])
    return by_form.get(form) or by_form[form.lower()]


def _form(written: str) -> str:
    return " ".join(written.split())


def _first(written: str) -> str:
    found = _TOKEN.search(written.lower())
    return found[0] if found else ""
