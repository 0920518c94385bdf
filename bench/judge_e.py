"""A judge of the embedded voice's two sounds of e: does a recogniser still know its words?

`python -m bench.judge_e`, by hand; it needs `pip install pocketsphinx`, which brings an English
acoustic model and nothing Indonesian. So each word is one choice of ten: the word and the nine that
are nearest to it, spelled in English phonemes. Each word is said by the engine's own rules
("before") and as the lexicon tells it ("after"), by itself and within a sentence.
"""

import random
import re
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from statistics import median

import numpy as np
import numpy.typing as npt
import pocketsphinx

from bench.tables import put, table
from elearn.narration import lexicon
from elearn.narration.e_sounds import rows, told
from elearn.narration.espeak import VOICES, _library
from elearn.narration.sound import finished, gated_rms, levelled
from elearn.narration.values import RATE as OURS
from elearn.narration.values import Samples, Speech

CHOICES = 10
SAMPLE = 400                 # words, drawn the same each time; a decoding takes 20 ms
CARRIER = "kata ini {} sekarang"
RATE = 16_000                # of the acoustic model
RESAMPLES = 4_000
QUIET, NOISY = 0.002, 0.02   # root mean square of the noise; words have 0.1

_PHONES = {
    "ng": "NG", "ny": "N Y", "kh": "K", "sy": "SH", "ai": "AY", "au": "AW", "a": "AA", "i": "IY",
    "u": "UW", "o": "OW", "é": "EH", "ə": "AH", "b": "B", "c": "CH", "d": "D", "f": "F", "g": "G",
    "h": "HH", "j": "JH", "k": "K", "l": "L", "m": "M", "n": "N", "p": "P", "q": "K", "r": "R",
    "s": "S", "t": "T", "v": "F", "w": "W", "x": "K S", "y": "Y", "z": "Z",
}


Numbers = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Verdict:
    """How often of `count` words the judge was wrong, and the difference with its interval."""

    name: str
    before: Sequence[bool]
    after: Sequence[bool]

    def row(self) -> list[str]:
        """Return the cells of a table: words, errors before and after in per cent, difference."""
        before, after = np.array(self.before, float), np.array(self.after, float)
        rng = np.random.default_rng(1)
        picks = rng.integers(len(before), size=(RESAMPLES, len(before)))
        low, high = np.percentile((after - before)[picks].mean(axis=1) * 100, (2.5, 97.5))
        rates = [f"{each.mean() * 100:.1f} %" for each in (before, after)]
        change = (after - before).mean() * 100
        return [self.name, str(len(before)), *rates, f"{change:+.1f} ({low:+.1f} to {high:+.1f})"]


class Judge:
    """pocketsphinx with a dictionary of Indonesian words, one grammar at a time."""

    def __init__(self, pronounced: dict[str, list[str]], folder: Path) -> None:
        """Know these words by their pronunciations."""
        file = folder / f"words-{id(pronounced)}.dict"
        lines = [
            f"{word}{f'({number + 1})' if number else ''} {phones}"
            for word, each in pronounced.items() for number, phones in enumerate(each)
        ]
        file.write_text("\n".join(lines) + "\n")
        self._decoder = pocketsphinx.Decoder(
            dict=str(file), lm=None, loglevel="FATAL", bestpath=False
        )

    def choice(
        self, sound: Samples, choices: Sequence[str], carrier: str = "{}", noise: float = QUIET
    ) -> str:
        """Return the one of `choices` that was heard, "" for none of them.

        Some noise there must be: the model has never heard a silence of zeros.
        """
        rule = carrier.format(f"({' | '.join(choices)})")
        self._decoder.add_jsgf_string("w", f"#JSGF V1.0; grammar w; public <w> = {rule};")
        self._decoder.activate_search("w")
        heard = np.pad(at_rate(sound), RATE // 4)
        heard += np.random.default_rng(1).normal(0, noise, len(heard)).astype(np.float32)
        pcm = (heard.clip(-1, 1) * 32767).astype(np.int16)
        self._decoder.start_utt()
        self._decoder.process_raw(pcm.tobytes(), no_search=False, full_utt=True)
        self._decoder.end_utt()
        found = self._decoder.hyp()
        said = found.hypstr.split() if found else []
        return next((word for word in choices if word in said), "")


def at_rate(sound: Samples) -> Samples:
    """Return a sound of ours at the model's rate."""
    length = round(len(sound) * RATE / OURS)
    kept = np.fft.rfft(sound)[: length // 2 + 1]
    return (np.fft.irfft(kept, length) * (length / len(sound))).astype(np.float32)


def before(text: str, speed: int) -> Samples:
    """Return a text by the engine's own rules."""
    return levelled(_library().say(text, "id", speed).samples)


def after(text: str, speed: int) -> Samples:
    """Return a text as the lexicon tells it."""
    library = _library()
    words = lexicon.respelled(text, library.phonemes)
    return levelled(library.say(words.text, "id", speed, phonemes=words.phonemes).samples)


SAYING: tuple[Callable[[str, int], Samples], ...] = (before, after)


PLACES = (
    ("by itself", "{}", VOICES["id"].alone, QUIET),
    ("by itself in noise", "{}", VOICES["id"].alone, NOISY),
    ("in a sentence", CARRIER, VOICES["id"].speed, QUIET),
)


def spelled(said: str, either: bool) -> list[str]:
    """Return the pronunciations of a word; with `either`, each of its e may be ə or é."""
    marks = [letter for letter in said if letter in "əé"]
    ways = product("əé", repeat=len(marks)) if either and len(marks) < 5 else [marks]
    found = []
    for way in ways:
        vowels = iter(way)
        word = "".join(next(vowels) if letter in "əé" else letter for letter in said)
        signs = re.findall("ng|ny|kh|sy|ai|au|[a-zəé]", word)
        found.append(" ".join(_PHONES[sign] for sign in signs))
    return found


def vocabulary() -> dict[str, str]:
    """Return words as they are said, by the word: the rows, and what the lessons say besides."""
    text = " ".join(file.read_text("utf-8") for file in Path("lessons").rglob("*[!n].md"))
    lessons = {word for word in re.findall(r"\b[a-z]{2,}\b", text) if re.search("[aiueo]", word)}
    known = {word: told(word) for word in {*lessons, *rows()}}
    return {word: said for word, said in known.items() if said and len(word) > 1}


def changed(words: dict[str, str]) -> list[str]:
    """Return a sample of the words that the lexicon has the engine say otherwise."""
    own = _library().phonemes
    others = sorted(word for word in words if lexicon.respelled(word, own).phonemes)
    drawn = random.Random(1)  # noqa: S311  the same sample each time is what we want
    return sorted(drawn.sample(others, min(SAMPLE, len(others))))


def nearest(words: dict[str, str], wanted: Sequence[str]) -> dict[str, list[str]]:
    """Return for each wanted word itself and those that sound most like it, both e being one."""
    names = sorted(words)
    plain = {name: spelled(name.replace("e", "é"), either=False)[0] for name in names}
    longest = max(len(each.split()) for each in plain.values())
    numbers = {phone: number for number, phone in enumerate(sorted(set(_PHONES.values())), 1)}
    codes = np.zeros((len(names), longest), np.int64)
    lengths = np.zeros(len(names), np.int64)
    for at, name in enumerate(names):
        signs = re.findall("ng|ny|kh|sy|ai|au|[a-zəé]", name.replace("e", "é"))
        codes[at, : len(signs)] = [numbers[_PHONES[sign]] for sign in signs]
        lengths[at] = len(signs)
    found = {}
    for word in wanted:
        at = names.index(word)
        apart = _distances(codes[at, : lengths[at]], codes, lengths)
        apart[[other for other, name in enumerate(names) if plain[name] == plain[word]]] = 99
        likest = np.argsort(apart, kind="stable")[: CHOICES - 1]
        found[word] = [word, *(names[other] for other in likest)]
    return found


def _distances(word: Numbers, codes: Numbers, lengths: Numbers) -> Numbers:
    """Return how many sounds must be changed, added or left out to come from one to each other."""
    row = np.tile(np.arange(codes.shape[1] + 1), (len(codes), 1))
    for count, sign in enumerate(word, 1):
        last, row = row, np.full_like(row, count)
        for at in range(1, row.shape[1]):
            kept = last[:, at - 1] + (codes[:, at - 1] != sign)
            row[:, at] = np.minimum(np.minimum(row[:, at - 1], last[:, at]) + 1, kept)
    found: Numbers = row[np.arange(len(codes)), lengths]
    return found


def intelligibility(
    words: dict[str, str], wanted: Sequence[str], folder: Path, *, either: bool
) -> tuple[list[Verdict], list[str]]:
    """Return the judge's errors among ten words, and the words which only "after" was missed."""
    extra = {name: spelled(name, either=False) for name in ("kata", "ini", "səkarang")}
    extra["sekarang"] = extra.pop("səkarang")
    judge = Judge({**{name: spelled(said, either=either) for name, said in words.items()}, **extra},
                  folder)
    choices = nearest(words, wanted)
    verdicts, worse = [], []
    for place, carrier, speed, noise in PLACES:
        wrong = [[
            judge.choice(say(carrier.format(word), speed), choices[word], carrier, noise) != word
            for word in wanted
        ] for say in SAYING]
        print(place, *(sum(each) for each in wrong), file=sys.stderr)
        verdicts.append(Verdict(f"{place}, {'each e either' if either else 'e as listed'}", *wrong))
        worse += [word for word, then, now in zip(wanted, *wrong, strict=True) if now and not then]
    return verdicts, worse


def told_apart(words: dict[str, str], wanted: Sequence[str], folder: Path) -> Verdict:
    """Return how often the judge heard another e than the listed one, of words with one e."""
    single = [word for word in wanted if word.count("e") == 1]
    other = str.maketrans("əé", "éə")
    pronounced = {f"{word}-listed": spelled(words[word], either=False) for word in single}
    pronounced |= {
        f"{word}-other": spelled(words[word].translate(other), either=False) for word in single
    }
    judge = Judge(pronounced, folder)
    wrong = [[
        judge.choice(say(word, VOICES["id"].alone), [f"{word}-listed", f"{word}-other"])
        != f"{word}-listed" for word in single
    ] for say in SAYING]
    return Verdict("which e was said (one e in the word)", *wrong)


def figures() -> str:
    """Return the tables."""
    words = vocabulary()
    wanted = changed(words)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        neutral, worse = intelligibility(words, wanted, folder, either=True)
        listed, _ = intelligibility(words, wanted, folder, either=False)
        apart = told_apart(words, wanted, folder)
    print("only after:", *worse, file=sys.stderr)
    head = ["errors of the judge", "words", "before", "after", "difference (95 %)"]
    return table(head, [one.row() for one in (*neutral, *listed, apart)]) + "\n\n" + sound(wanted)


def sound(wanted: Sequence[str]) -> str:
    """Return how long and how loud the words are, before and after."""
    lengths, levels = [], []
    for say in SAYING:
        said = [finished_speech(say(word, VOICES["id"].alone)) for word in wanted]
        lengths.append(median(len(one) / OURS for one in said))
        levels.append(median(20 * np.log10(gated_rms(one)) for one in said))
    return (f"Median word: {lengths[0]:.3f} s before, {lengths[1]:.3f} s after; "
            f"{levels[0]:.1f} and {levels[1]:.1f} dBFS.")


def finished_speech(samples: Samples) -> Samples:
    """Return a word as it is served, but for the encoding."""
    return (finished(Speech(samples, ())).pcm / np.float32(32767)).astype(np.float32)


if __name__ == "__main__":
    found = figures()
    print(found)
    put("judge_e", found)
