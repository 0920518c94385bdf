"""A new database as a copy of one that was migrated once: migrating costs a tenth of a second."""

import atexit
import functools
import shutil
import tempfile
from pathlib import Path

from elearn.store import Store


def put(database: Path) -> None:
    """Put a new, empty database of the newest form at a path where none is."""
    if not database.exists():
        database.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(_made(), database)


@functools.cache
def _made() -> Path:
    """Return the one that this process made."""
    folder = tempfile.mkdtemp(prefix="elearn-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    store = Store(Path(folder) / "elearn.db")
    store.migrate()
    store.scrub()
    store.close()
    return store.database
