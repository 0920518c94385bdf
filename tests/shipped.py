"""The lessons that are shipped, read once in each process of a test run."""

import atexit
import functools
import shutil
import tempfile
from pathlib import Path

from elearn import paths
from elearn.content.catalogue import Catalogue, Shelf, load


@functools.cache
def catalogue() -> Catalogue:
    """Return the shipped lessons; nobody changes what is returned."""
    return load(paths.shipped("lessons"))


@functools.cache
def kept() -> Path:
    """Return what came of reading them, as a hub keeps it."""
    folder = Path(tempfile.mkdtemp(prefix="dibaca-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    Shelf(paths.shipped("lessons"), kept=folder / "pelajaran.db")
    return folder / "pelajaran.db"


def put(data: Path) -> None:
    """Give a hub that is to be started what another one of the same lessons has read before."""
    cache = data / "cache"
    if not (cache / "pelajaran.db").exists():
        cache.mkdir(parents=True, exist_ok=True)
        shutil.copy(kept(), cache / "pelajaran.db")
