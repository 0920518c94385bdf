"""The curriculum's table of the reading lessons, read from `curriculum.txt`."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path


@dataclass
class Planned:
    """A reading lesson as the curriculum plans it."""

    stem: str
    graphemes: list[str] = field(default_factory=list)
    features: list[str] = field(default_factory=list)
    sight_words: list[str] = field(default_factory=list)
    capitals: bool = False
    words: list[str] = field(default_factory=list)
    sentences: list[str] = field(default_factory=list)


def _read() -> Iterator[Planned]:
    for block in Path(__file__).with_suffix(".txt").read_text("utf-8").split("\n## ")[1:]:
        stem, _, rest = block.partition("\n")
        planned = Planned(stem)
        for line in rest.strip().splitlines():
            key, _, value = line.partition(": ")
            _take(planned, key, value)
        yield planned


def _take(planned: Planned, key: str, value: str) -> None:
    if key == "huruf-besar":
        planned.capitals = value == "ya"
    elif key == "kalimat":
        planned.sentences.append(value)
    elif key == "kata":
        planned.words += value.split()
    else:
        {"huruf": planned.graphemes, "fitur": planned.features,
         "kata-pandang": planned.sight_words}[key].extend(value.split(", "))


LESSONS = tuple(_read())
