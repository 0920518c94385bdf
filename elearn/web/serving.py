"""The server process: one at a time on a database and a port, one worker, a clean end.

granian runs the application in a worker process of its own; this process keeps the lock, passes the
signals on and folds the write-ahead log back when all is over. Its embedded server knows no WSGI,
so the ordinary one is used, as a library.
"""

import contextlib
import errno
import fcntl
import multiprocessing
import os
import signal
import socket
import sqlite3
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from flask import Flask
from granian import Granian
from granian.constants import HTTPModes, Interfaces
from granian.http import HTTP1Settings
from granian.log import LogLevels
from sqlalchemy.exc import SQLAlchemyError

from elearn.authoring.shelve import shelve
from elearn.operating import integrity
from elearn.settings import Settings
from elearn.store import BusyError
from elearn.web import demonstration, liveness, rescue
from elearn.web.hosts import EVERYWHERE, lan_addresses
from elearn.web.site import KEY, Site

THREADS = 64
"""Threads wait for phones that send slowly, at about 60 KB each, and exist only while they do."""

HEADER_SECONDS = 30
LOOK_FOR_LESSONS = 0.25  # seconds between looks whether a lesson has changed
LOOK_FOR_BACKUPS = 300  # seconds between looks whether it is time for one
NEWER = 3  # exit code of the migrating process: the database is of newer code
APPLICATION = "elearn.web.serving:application"
RESCUE = "elearn.web.rescue:application"
GOODBYE_SECONDS = 10  # for answers under way when the server is told to stop


class RefusedError(RuntimeError):
    """Why the server does not start, as one Indonesian sentence."""


def serve(settings: Settings, ready: Callable[[list[str]], None]) -> None:
    """Serve until SIGTERM, SIGINT or SIGHUP; tell `ready` the addresses when it starts.

    Raises RefusedError where that cannot or must not be. The worker inherits the lock on
    `<database>.lock`, so that it holds as long as anybody writes, even if this process is killed.
    """
    if only_readable(settings):
        _serve_to_read(settings, ready)
        return
    _made_folder(settings.data)
    if settings.database_url:
        _serve_on_postgres(settings, ready)
        return
    with locked(settings.database):
        address = free_address(settings.host, settings.port)
        told = partial(ready, addresses(settings))
        while integrity.trouble(settings.database) is not None:
            _run(RESCUE, address, settings.port, told, 1)
            if not rescue.was_restored(settings.data):
                return
        migrated(settings)
        try:
            _run(APPLICATION, address, settings.port, told, 1)
        finally:
            checkpoint(settings.database)


def _serve_on_postgres(settings: Settings, ready: Callable[[list[str]], None]) -> None:
    """Serve with several workers; several servers may share one PostgreSQL."""
    address = free_address(settings.host, settings.port)
    migrated(settings)
    told = partial(ready, addresses(settings))
    _run(APPLICATION, address, settings.port, told, settings.workers)


def only_readable(settings: Settings) -> bool:
    """Whether there is a hub's data that nobody can write to: a card or disk gone read-only."""
    return settings.database.is_file() and not os.access(settings.data, os.W_OK)


def _serve_to_read(settings: Settings, ready: Callable[[list[str]], None]) -> None:
    """Let lessons be read while nothing can be stored; every address says so."""
    address = free_address(settings.host, settings.port)
    sys.stderr.write(
        f"Folder {settings.data} belum bisa ditulis. Pelajaran bisa dibaca, jawaban belum bisa "
        "disimpan. Periksa ELEARN_DATA, lalu mulai lagi.\n"
    )
    _run(RESCUE, address, settings.port, partial(ready, addresses(settings)), 1)


@contextlib.contextmanager
def locked(database: Path) -> Iterator[None]:
    """Hold the database for this server; RefusedError if another one does."""
    with Path(f"{database}.lock").open("a") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise RefusedError(
                f"Server elearn sudah berjalan untuk {database}. Pakai yang itu, atau matikan dulu."
            ) from error
        yield


def free_address(host: str, port: int) -> str:
    """Return the numeric address of `host` after binding `port` there once; RefusedError if taken.

    granian itself binds a taken port without a word (SO_REUSEPORT) and then gets half the visitors.
    """
    try:
        family, kind, protocol, _, place = socket.getaddrinfo(
            host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
        with socket.socket(family, kind, protocol) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(place)
            probe.listen(1)
    except OSError as error:
        raise RefusedError(_why_not(error, host, port)) from error
    return str(place[0])


def migrated(settings: Settings) -> None:
    """Bring the database to its newest form, in a process of its own: no server carries alembic.

    A copy of an older one is kept among the automatic backups before it is touched.
    """
    short = multiprocessing.get_context("fork").Process(target=_migrate, args=(settings,))
    short.start()
    short.join()
    if short.exitcode == NEWER:
        raise RefusedError(
            f"Basis data {settings.database} dibuat elearn yang lebih baru. Perbarui elearn, atau "
            "kembalikan cadangan dari sebelum pembaruan dengan 'elearn restore'."
        )
    if short.exitcode:
        place = "PostgreSQL" if settings.database_url else settings.database
        raise RefusedError(f"Basis data {place} tidak bisa dibuka. Simpan salinannya dulu.")


def addresses(settings: Settings) -> list[str]:
    """Return where the site is reached: on this machine, then by others if the host allows."""
    everywhere = settings.host in EVERYWHERE
    here = ["127.0.0.1", *lan_addresses()] if everywhere else [settings.host]
    named = [f"{settings.url}/"] if settings.url else []
    return [*(f"http://{_in_url(host)}:{settings.port}/" for host in here), *named]


def checkpoint(database: Path) -> None:
    """Fold the write-ahead log into the database, so that one file holds everything."""
    with contextlib.closing(sqlite3.connect(database)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def application() -> Flask:
    """Build the application in the worker process."""
    from elearn.web import create_app

    threading.Thread(target=_follow_parent, daemon=True).start()
    app = create_app()
    site: Site = app.extensions[KEY]
    threading.Thread(target=_watch, args=(site,), daemon=True).start()
    threading.Thread(target=site.background.follow, daemon=True).start()
    if site.settings.backups and not site.settings.database_url:
        threading.Thread(target=_back_up_daily, args=(site.settings,), daemon=True).start()
    if site.settings.demo:
        told = demonstration.notices(site.store, site.settings.data, addresses(site.settings)[0])
        sys.stdout.write("\n".join(told) + "\n")
        sys.stdout.flush()
    app.wsgi_app = liveness.KeepAlive(app.wsgi_app)  # type: ignore[method-assign]  # Flask's own way
    return app


def _run(
    application: str, address: str, port: int, ready: Callable[[], None], workers: int
) -> None:
    server = Granian(
        application,
        factory=True,
        address=address,
        port=port,
        interface=Interfaces.WSGI,
        http=HTTPModes.http1,
        http1_settings=HTTP1Settings(header_read_timeout=HEADER_SECONDS * 1000),
        websockets=False,
        workers=workers,
        blocking_threads=THREADS,
        respawn_failed_workers=True,
        workers_kill_timeout=GOODBYE_SECONDS,
        log_level=LogLevels.error,
    )
    # a closed terminal ends the server; granian would start a second worker beside the first
    server.on_startup(lambda: signal.signal(signal.SIGHUP, server.signal_handler_interrupt))
    server.on_startup(ready)
    try:
        server.serve()
    except SystemExit:
        if not server.interrupt_signal:  # Ctrl-C reaches the worker too, which may be gone first
            raise


def _made_folder(folder: Path) -> None:
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            pass
    except OSError as error:
        raise RefusedError(f"Folder {folder} tidak bisa ditulis. Periksa ELEARN_DATA.") from error


def _migrate(settings: Settings) -> None:
    from elearn.migrations.run import head, knows
    from elearn.operating import backup
    from elearn.store import NewerDatabaseError, Store

    database = settings.database
    try:
        if not settings.database_url and database.exists() and database.stat().st_size:
            found = integrity.revision(database)
            if knows(found) and found not in {"", head()}:
                backup.kept_copy(database, settings.data, datetime.now(UTC))
        Store(settings.place).migrate()
    except NewerDatabaseError:
        sys.exit(NEWER)
    except Exception as error:  # told in one line here, and as a sentence by the parent
        sys.exit(f"{type(error).__name__}: {error}".partition("\n")[0])


def _back_up_daily(settings: Settings) -> None:
    """Make one backup a day. In the worker: a thread in the parent would be forked half-way."""
    from elearn.operating import archive, backup

    while True:
        time.sleep(LOOK_FOR_BACKUPS)
        try:
            backup.daily(settings.database, settings.data, datetime.now(UTC))
        except (OSError, archive.BackupError) as error:
            sys.stderr.write(f"Cadangan harian belum jadi: {error}\n")


def _watch(site: Site) -> None:
    """Look again and again whether an author has changed or published a lesson.

    Four times a second, but never for more than a tenth of the time.
    """
    took = 0.0
    while True:
        time.sleep(max(LOOK_FOR_LESSONS, 9 * took))
        began = time.thread_time()
        with contextlib.suppress(SQLAlchemyError, BusyError, OSError):  # next second again
            shelve(site.store, site.settings.data)
        if not site.shelf.refresh():      # it found nothing: this is what a look itself costs
            took = time.thread_time() - began


def _follow_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os.kill(os.getpid(), signal.SIGTERM)


def _in_url(host: str) -> str:
    return f"[{host}]" if ":" in host else host


def _why_not(error: OSError, host: str, port: int) -> str:
    if error.errno == errno.EADDRINUSE:
        return f"Port {port} sudah dipakai program lain. Pilih yang lain dengan ELEARN_PORT."
    if error.errno == errno.EACCES:
        return f"Port {port} tidak boleh dipakai di sini. Pilih di atas 1023 dengan ELEARN_PORT."
    return f"Alamat {host} bukan alamat komputer ini. Periksa ELEARN_HOST."
