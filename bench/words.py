"""How far the times of words are off where a voice tells none: a person's, or the online one.

`python -m bench.words`: sentences of the shipped lessons, said by other voices of espeak-ng as if
by a person; where each word begins there is compared with the embedded voice's times, stretched to
fit. That a person pauses where no machine does is not in it.
"""

import numpy as np
import numpy.typing as npt

from bench.embedded import texts
from bench.tables import table
from elearn.narration.espeak import Espeak, _library
from elearn.narration.sound import heard, scaled

PEOPLE = {
    "a woman, slowly": ("id+f3", 120),
    "a man, fast": ("id+m5", 190),
    "another make of voice": ("id+klatt", 150),
}


def figures() -> str:
    """Measure, and return the table."""
    rows = []
    for who, (voice, speed) in PEOPLE.items():
        late = np.concatenate([errors(text, voice, speed) for text in texts()])
        figures = (np.mean(late), *np.quantile(late, (0.5, 0.9)), np.max(late))
        rows.append([who, str(len(late)), *(f"{1000 * one:.0f}" for one in figures)])
    return table(["a word begins off by, ms", "words", "mean", "median", "p90", "most"], rows)


def errors(text: str, voice: str, speed: int) -> npt.NDArray[np.float64]:
    """Return by how many seconds each word of a text is off."""
    ours = Espeak().speak(text, "id")
    theirs = _library().say(text, voice, speed)
    guessed = {word[2]: word[0] for word in scaled(ours, heard(theirs.samples))}
    return np.array([abs(guessed[word[2]] - word[0]) for word in theirs.words
                     if word[2] in guessed])


if __name__ == "__main__":
    print(figures())
