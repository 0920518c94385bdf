"""A PostgreSQL server of the tests' own, from Debian's programs: in a folder, on a socket, gone."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote
from uuid import uuid4

import psycopg

from elearn.store import Store

OWNER = "postgres"


@dataclass
class Cluster:
    """A running server. `socket` is the folder of its socket."""

    socket: Path
    template: str = ""

    def url(self, name: str) -> str:
        """Return the address of a database."""
        return f"postgresql://{OWNER}@/{name}?host={quote(str(self.socket))}"

    @contextmanager
    def database(self, *, empty: bool = False) -> Iterator[str]:
        """Give the address of a migrated (or empty) database of its own."""
        if not empty and not self.template:
            self.template = self._new()
            store = Store(self.url(self.template))
            store.migrate()
            store.close()
        name = self._new("" if empty else self.template)
        try:
            yield self.url(name)
        finally:
            self._run(f'DROP DATABASE "{name}" WITH (FORCE)')

    def _new(self, template: str = "") -> str:
        name = f"t{uuid4().hex}"
        self._run(f'CREATE DATABASE "{name}"' + (f' TEMPLATE "{template}"' if template else ""))
        return name

    def _run(self, statement: str) -> None:
        with psycopg.connect(self.url("postgres"), autocommit=True) as connection:
            connection.execute(statement.encode())


def find_programs() -> Path | None:
    """Return the folder of the newest server's programs, or None."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    return found[-1].parent if found else None


@contextmanager
def started(programs: Path) -> Iterator[Cluster]:
    """Start a server that keeps nothing safe and listens on a socket only."""
    home = Path(tempfile.mkdtemp(prefix="elearn-pg-"))
    mine = os.geteuid() != 0
    if not mine:
        shutil.chown(home, OWNER, OWNER)   # the server refuses to run as root
    as_owner = [] if mine else ["runuser", "-u", OWNER, "--"]
    data = home / "data"

    def run(*words: str) -> None:
        subprocess.run([*as_owner, *words], check=True, cwd="/", stdout=subprocess.DEVNULL)  # noqa: S603

    run(str(programs / "initdb"), "-D", str(data), "-U", OWNER, "--auth=trust", "--no-sync",
        "--encoding=UTF8", "--locale=C.UTF-8")
    options = (f"-c listen_addresses='' -c unix_socket_directories='{home}' -c fsync=off "
               "-c synchronous_commit=off -c full_page_writes=off -c max_connections=200")
    run(str(programs / "pg_ctl"), "-D", str(data), "-w", "-l", str(home / "log"), "-o", options,
        "start")
    try:
        yield Cluster(home)
    finally:
        run(str(programs / "pg_ctl"), "-D", str(data), "-m", "immediate", "stop")
        shutil.rmtree(home, ignore_errors=True)
