"""Measure all, or what is named, and write the tables into docs/performance.md.

`make bench`, or `python -m bench [pages] [lessons] [paint] [sound] [cpu] [memory] [sign_in]
[phrases] [voice] [embedded] [words]`.
"""

import sys

from bench import (
    cpu,
    embedded,
    lessons,
    memory,
    pages,
    paint,
    phrases,
    sign_in,
    sound,
    tables,
    voice,
    words,
)

MEASUREMENTS = {
    "pages": pages.figures,
    "lessons": lessons.figures,
    "paint": paint.figures,
    "sound": sound.figures,
    "cpu": cpu.figures,
    "memory": memory.figures,
    "sign_in": sign_in.figures,
    "phrases": phrases.figures,
    "voice": voice.figures,
    "embedded": embedded.figures,
    "words": words.figures,
}


def main(names: list[str]) -> None:
    """Measure one after another: two at once would disturb each other."""
    for name in names or MEASUREMENTS:
        figures = MEASUREMENTS[name]()
        print(figures)
        tables.put(name, figures)
    tables.put("machine", tables.machine())


if __name__ == "__main__":
    main(sys.argv[1:])
