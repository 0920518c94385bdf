"""A folder on a disk that can only be read: mounted so, or (without root) by its mode."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def disk(at: Path, size: str = "64m") -> Iterator[Path]:
    """Mount a small disk of memory at a folder, where that is allowed; else it is just a folder."""
    at.mkdir(parents=True, exist_ok=True)
    if os.geteuid() == 0:
        _run("mount", "-t", "tmpfs", "-o", f"size={size}", "none", str(at))
    try:
        yield at
    finally:
        if os.geteuid() == 0:
            _run("umount", "--lazy", str(at))


def close(folder: Path) -> None:
    """Let nobody write on this disk from now on."""
    if os.geteuid() == 0:
        _run("mount", "-o", "remount,ro", str(folder))
    else:
        for inside in (folder, *folder.rglob("*")):
            inside.chmod(0o500 if inside.is_dir() else 0o400)


def open_again(folder: Path) -> None:
    """Let everybody write again."""
    if os.geteuid() == 0:
        _run("mount", "-o", "remount,rw", str(folder))
    else:
        for inside in (folder, *folder.rglob("*")):
            inside.chmod(0o700 if inside.is_dir() else 0o600)


def _run(program: str, *arguments: str) -> None:
    found = shutil.which(program)
    assert found, f"{program} is not there"
    subprocess.run([found, *arguments], check=True)  # noqa: S603  # our own words
