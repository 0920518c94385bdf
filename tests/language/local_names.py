"""The hand-checked names of `local_names.txt`."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Checked:
    """A name, its syllables, and how it is said."""

    name: str
    syllables: tuple[str, ...]
    said: str


FILE = Path(__file__).with_suffix(".txt")


def checked() -> list[Checked]:
    """Return them in the order of the file."""
    found = []
    for line in FILE.read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            parted, _, said = line.partition(" = ")
            name = parted.replace("·", "")
            found.append(Checked(name, tuple(parted.split("·")), said or name.lower()))
    return found
