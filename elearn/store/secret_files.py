"""What must never lie in the database: the pepper of the picture codes, the key that signs."""

import contextlib
import os
import secrets
import tempfile
from pathlib import Path

LENGTH = 32
"""Bytes of each secret."""


class SecretError(RuntimeError):
    """A secret file does not hold what we once wrote. It is never replaced by itself."""


class Secrets:
    """The secrets of a hub, under `data`/rahasia; made at first use, readable by its owner only."""

    key: bytes

    def __init__(self, data: Path) -> None:
        """Read the secrets, or make those that are not there yet."""
        folder = data / "rahasia"
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._lada = folder / "lada"
        self._pepper = _secret(self._lada)
        self._seen = _stamp(self._lada)
        self.key = _secret(folder / "kunci")

    @property
    def pepper(self) -> bytes:
        """What seals picture codes; read again when a restore has put another file there."""
        stamp = _stamp(self._lada)
        if stamp != self._seen:
            self._pepper, self._seen = _secret(self._lada), stamp
        return self._pepper


def replace_secret(path: Path, content: bytes) -> None:
    """Put a restored secret in place, whole; what is already so stays untouched."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    if path.exists() and path.read_bytes() == content:
        return
    handle, name = tempfile.mkstemp(dir=path.parent)
    with os.fdopen(handle, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    Path(name).replace(path)


def _stamp(path: Path) -> tuple[int, int]:
    found = path.stat()
    return found.st_ino, found.st_mtime_ns


def _secret(path: Path) -> bytes:
    if not path.exists():
        _make(path)
    with contextlib.suppress(OSError):      # a disk that can only be read keeps its modes
        path.chmod(0o600)
    content = path.read_bytes()
    if len(content) != LENGTH:
        raise SecretError(f"{path}: isinya rusak; kembalikan dari cadangan")
    return content


def _make(path: Path) -> None:
    """Write a new secret whole; where two processes race, the first one's stays."""
    handle, name = tempfile.mkstemp(dir=path.parent)  # mode 600 from the start
    with os.fdopen(handle, "wb") as file:
        file.write(secrets.token_bytes(LENGTH))
        file.flush()
        os.fsync(file.fileno())
    with contextlib.suppress(FileExistsError):
        os.link(name, path)
    Path(name).unlink()
