"""What the embedded voice costs: CPU for a minute of speech, and for the first word of a process.

`python -m bench.embedded`: the shipped lessons' sentences, by the engine's own rules and with the
lexicon of e, each in a process of its own.
"""

import subprocess
import sys
import time
from pathlib import Path

from bench.tables import table
from elearn.language.sentences import split
from elearn.narration import lexicon
from elearn.narration.espeak import VOICES, _library
from elearn.narration.script import utterance
from elearn.narration.values import RATE

SENTENCES = 300
FIRST = "ibu membeli beras"


def figures() -> str:
    """Measure, and return the table."""
    own, told = (measured(manner) for manner in ("own", "told"))
    head = ["embedded voice", "own rules", "with the lexicon of e"]
    names = ["CPU, s per minute of speech", "of it finding and exchanging e", "first word, CPU ms",
             "the same word again, CPU ms"]
    return table(head, [list(each) for each in zip(names, own, told, strict=True)])


def measured(manner: str) -> list[str]:
    """Measure in a process that has not spoken yet."""
    done = subprocess.run(
        [sys.executable, "-m", "bench.embedded", manner], capture_output=True, text=True, check=True
    )
    return done.stdout.split()


def measure(told: bool) -> list[str]:
    """Return seconds for a minute, of it the lexicon's, and ms for a first and a second time."""
    firsts = []
    for _ in range(2):
        began = time.process_time()
        say(FIRST, told)
        firsts.append(time.process_time() - began)
    began = time.process_time()
    samples = sum(say(text, told) for text in texts())
    spent, minutes = time.process_time() - began, samples / RATE / 60
    began = time.process_time()
    for text in texts() if told else ():
        lexicon.respelled(text, _library().phonemes)
    finding = time.process_time() - began
    return [f"{spent / minutes:.3f}", f"{finding / minutes:.3f}",
            *(f"{first * 1000:.1f}" for first in firsts)]


def say(text: str, told: bool) -> int:
    """Say a text; return how many samples that is."""
    library = _library()
    voice = VOICES["id"]
    if not told:
        return len(library.say(text, voice.name, voice.speed).samples)
    words = lexicon.respelled(text, library.phonemes)
    spoken = library.say(words.text, voice.name, voice.speed, phonemes=words.phonemes)
    return len(spoken.samples)


def texts() -> list[str]:
    """Return what is said for some sentences of the shipped lessons, the same each time."""
    lines = [
        line.strip() for file in sorted(Path("lessons").rglob("baca-*.md"))
        for line in file.read_text("utf-8").splitlines() if line[:1].isupper() and ": " not in line
    ]
    sentences = [utterance(one, "id").text for line in lines for one in split(line)]
    return sentences[:: max(1, len(sentences) // SENTENCES)]


if __name__ == "__main__":
    if sys.argv[1:]:
        print(*measure(sys.argv[1] == "told"))
    else:
        print(figures())
