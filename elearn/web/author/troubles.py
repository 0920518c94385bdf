"""Which lesson files have a fault as they are now: what an author or operator mends."""

from collections.abc import Callable
from dataclasses import dataclass

from elearn.content.catalogue import Catalogue
from elearn.content.faults import told


@dataclass(frozen=True, slots=True)
class Trouble:
    """One file or folder: its first fault, how many more there are, and what learners meet."""

    file: str
    line: int
    words: str
    more: int
    shown: bool              # whether its last good version stands in its place


def troubles(catalogue: Catalogue, translate: Callable[..., str]) -> list[Trouble]:
    """Return the files with faults, by their names."""
    found = []
    for path, faults in sorted(catalogue.faults.items()):
        first = faults[0]
        found.append(Trouble(
            file=f"{path.parent.name}/{path.name}",
            line=first.line,
            words=told(first, translate),
            more=len(faults) - 1,
            shown=path in catalogue.outdated,
        ))
    return found
