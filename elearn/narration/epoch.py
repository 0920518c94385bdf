"""When who says what may have changed: what was worked out before is then worked out anew."""

import contextlib
import time
from collections.abc import Sequence
from pathlib import Path

OFTEN = 0.2
"""Seconds for which a look at the disk is good: another process may have changed a voice."""

Stamps = tuple[int, ...]


class Epoch:
    """A stamp in the folder of audio, and the folders in which people's recordings lie."""

    def __init__(self, stamp: Path, folders: Sequence[Path]) -> None:
        """Watch these; nothing is touched yet."""
        self._stamp = stamp
        self._watched = (stamp, *folders)
        self._seen: Stamps = ()
        self._next = 0.0

    @property
    def now(self) -> Stamps:
        """Return what differs from one epoch to the next; hashable."""
        clock = time.monotonic()
        if clock >= self._next:
            self._seen = tuple(map(_changed, self._watched))
            self._next = clock + OFTEN
        return self._seen

    def end(self) -> None:
        """Begin another epoch, for all processes; where nothing can be written, for none."""
        with contextlib.suppress(OSError):
            self._stamp.parent.mkdir(parents=True, exist_ok=True)
            self._stamp.write_text(str(time.time_ns()), encoding="ascii")
        self._next = 0.0


def _changed(path: Path) -> int:
    try:
        return path.stat().st_mtime_ns
    except OSError:
        return 0
