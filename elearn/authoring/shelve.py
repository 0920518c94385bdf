"""What is published, as files: the database is the truth, the folder follows it."""

from pathlib import Path

from elearn.authoring import drafts
from elearn.authoring.judging import Named
from elearn.content.catalogue import SUBJECTS
from elearn.content.writing import write_whole
from elearn.store import Store

FOLDER = "pelajaran"
_seen: dict[Path, tuple[int, int]] = {}


def shelve(store: Store, data: Path, *, anew: bool = False) -> bool:
    """Make `data`/pelajaran hold what is published and nothing else; return whether it changed.

    Cheap while nothing was published or taken back. Any number of processes may do it at once.
    """
    with store.reading() as session:
        state = drafts.state(session)
        if not anew and _seen.get(data) == state:
            return False
        wanted = {
            data / FOLDER / one.subject / Named(one.stem, one.language, one.subject).file:
                one.source.encode()
            for one in drafts.published(session)
        }  # fmt: skip
    changed = False
    for path, content in wanted.items():
        if not path.is_file() or path.read_bytes() != content:
            write_whole(path, content)
            changed = True
    for subject in SUBJECTS:
        for path in (data / FOLDER / subject).glob("*.md"):
            if path not in wanted:
                path.unlink(missing_ok=True)
                changed = True
    _seen[data] = state
    return changed
