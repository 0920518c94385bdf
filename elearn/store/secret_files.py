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

    pepper: bytes
    key: bytes

    def __init__(self, data: Path) -> None:
        """Read the secrets, or make those that are not there yet."""
        folder = data / "rahasia"
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self.pepper = _secret(folder / "lada")
        self.key = _secret(folder / "kunci")


def _secret(path: Path) -> bytes:
    if not path.exists():
        _make(path)
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
