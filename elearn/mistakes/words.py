"""Words that were read or written for others: letters, ends, syllables, their order."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from elearn.language.letters import VOWELS, letters, plain
from elearn.language.syllables import syllables

LONGEST = 24
"""Letters of an answer in which mistakes are foreseen."""

MOST_PLACES = 3
"""Places in which the same letter is looked at: more are never all foreseen."""

Signs = Sequence[str]


@dataclass(frozen=True, slots=True)
class WordRule:
    """`fits(right, wrong)` recognises a confusion; `variants(right)` gives likely texts of it.

    Both take the letters of texts that were made plain: small, without accents, ng and ny one each.
    """

    name: str
    fits: Callable[[Signs, Signs], bool]
    variants: Callable[[Signs], Iterator[str]]


def signs(text: str) -> Signs:
    """Return the letters of a text, its other signs between them, without a final stop."""
    return letters(plain(" ".join(text.split()).rstrip(" .!?")))


def swap(one: str, other: str) -> WordRule:
    """Return the rule that two letters are taken for each other."""
    pair = {one: other, other: one}

    def fits(right: Signs, wrong: Signs) -> bool:
        apart = _apart(right, wrong)
        return bool(apart) and all(pair.get(meant) == given for meant, given in apart)

    def variants(right: Signs) -> Iterator[str]:
        places = [at for at, sign in enumerate(right) if sign in pair][:MOST_PLACES]
        for many in range(1, len(places) + 1):
            for some in combinations(places, many):
                yield "".join(pair[s] if at in some else s for at, s in enumerate(right))

    return WordRule(f"{one}-{other}", fits, variants)


def _apart(right: Signs, wrong: Signs) -> list[tuple[str, str]]:
    """Return where texts of one length differ; nothing for others."""
    if len(right) != len(wrong):
        return []
    return [pair for pair in zip(right, wrong, strict=True) if pair[0] != pair[1]]


def _consonant(sign: str) -> bool:
    return sign[0].isalpha() and sign not in VOWELS


def _another_vowel(right: Signs, wrong: Signs) -> bool:
    apart = _apart(right, wrong)
    return len(apart) == 1 and VOWELS.issuperset(apart[0])


def _nothing(_right: Signs) -> Iterator[str]:
    """Foresee nothing: any of four other vowels in any place would be too much."""
    return iter(())


def _one_end_less(right: Signs, wrong: Signs) -> bool:
    """Whether words lack their last consonant, and nothing else differs."""
    pairs = _word_by_word(right, wrong)
    return bool(pairs) and all(
        len(meant) > 1 and meant[:-1] == given and _consonant(meant[-1]) for meant, given in pairs
    )


def _without_end(right: Signs) -> Iterator[str]:
    if " " not in right and len(right) > 2 and _consonant(right[-1]):
        yield "".join(right[:-1])


def _one_end_more(right: Signs, wrong: Signs) -> bool:
    return _one_end_less(wrong, right)


def _ends(right: Signs) -> Iterator[str]:
    """Foresee what is often heard at the end of an open word."""
    if " " not in right and len(right) > 1 and right[-1] in VOWELS:
        yield "".join((*right, "k"))
        yield "".join((*right, "h"))


def _word_by_word(right: Signs, wrong: Signs) -> list[tuple[Signs, Signs]]:
    """Return the words that differ of texts with as many words; nothing for others."""
    meant, given = _words(right), _words(wrong)
    if len(meant) != len(given):
        return []
    return [pair for pair in zip(meant, given, strict=True) if pair[0] != pair[1]]


def _words(text: Signs) -> list[Signs]:
    found: list[list[str]] = [[]]
    for sign in text:
        if sign == " ":
            found.append([])
        else:
            found[-1].append(sign)
    return [tuple(word) for word in found]


def _other_order(right: Signs, wrong: Signs) -> bool:
    meant, given = "".join(right), "".join(wrong)
    if meant == given or not (meant + given).isalpha():
        return False
    parts = syllables(meant)
    return len(parts) > 1 and sorted(parts) == sorted(syllables(given))


def _turned(right: Signs) -> Iterator[str]:
    """Yield a word with two neighbouring syllables in each other's place."""
    parts = syllables("".join(right))
    if "".join(right).isalpha():
        yield from map("".join, _neighbours(parts))


def _neighbours(parts: Signs) -> Iterator[list[str]]:
    for at in range(len(parts) - 1):
        yield [*parts[:at], parts[at + 1], parts[at], *parts[at + 2:]]


def _mixed(right: Signs, wrong: Signs) -> bool:
    return right != wrong and len(right) > 1 and sorted(right) == sorted(wrong)


def _crossed(right: Signs) -> Iterator[str]:
    if " " not in right:
        yield from map("".join, _neighbours(right))


def _one_less(right: Signs, wrong: Signs) -> bool:
    return len(right) > 2 and any(
        [*right[:at], *right[at + 1:]] == list(wrong) for at in range(len(right))
    )


def _shorter(right: Signs) -> Iterator[str]:
    if len(right) > 2:
        for at in range(1, len(right)):
            yield "".join((*right[:at], *right[at + 1:]))


PAIRS = (
    "b-d", "b-p", "b-m", "m-n", "n-ng", "n-ny", "ng-ny", "n-u", "l-r", "d-t", "g-k", "e-i", "o-u",
)
"""Letters that are taken for each other, which is the name of that."""

WORD_RULES: tuple[WordRule, ...] = (
    WordRule("urutan-suku", _other_order, _turned),      # mana, nama: no m is taken for an n
    *(swap(*pair.split("-")) for pair in PAIRS),
    WordRule("akhir-hilang", _one_end_less, _without_end),
    WordRule("akhir-lebih", _one_end_more, _ends),
    WordRule("urutan-huruf", _mixed, _crossed),
    WordRule("vokal", _another_vowel, _nothing),
    WordRule("kurang-huruf", _one_less, _shorter),
)
"""The more specific first: the first that fits names the mistake."""


def of_words(right: str, wrong: str) -> str:
    """Return the name of what was taken for what when `wrong` was read or written for `right`."""
    meant, given = signs(right), signs(wrong)
    if meant == given or not given or not (_wordy(meant) and _wordy(given)):
        return ""
    return next((rule.name for rule in WORD_RULES if rule.fits(meant, given)), "")


def misspelt(right: str) -> Iterator[str]:
    """Yield wrong texts that are foreseen where `right` is written, likely ones first."""
    meant = signs(right)
    if _wordy(meant):
        for rule in WORD_RULES:
            yield from rule.variants(meant)


def _wordy(text: Signs) -> bool:
    """Whether a text is short, and nothing but words: in sums the signs have another meaning."""
    return len(text) <= LONGEST and all(sign.isalpha() or sign in " '-" for sign in text)
