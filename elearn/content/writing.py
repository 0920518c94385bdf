"""Files written whole: what a reader finds is all of it, or what was there before."""

import os
import tempfile
from pathlib import Path


def write_whole(path: Path, data: bytes, mode: int = 0o644) -> None:
    """Write `data`: `path` then holds all of it, or what it held before if power fails."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=path.parent, suffix=".tmp")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(temporary, mode)  # noqa: PTH101  mkstemp gives a name; 0600 hides it from a web server
        os.replace(temporary, path)  # noqa: PTH105  the same
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
