"""One frozen settings object, read from the ELEARN_* variables of the environment."""

import difflib
import re
import zoneinfo
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from elearn import paths

PREFIX = "ELEARN_"
HERE = zoneinfo.ZoneInfo("Asia/Jakarta")   # Palangka Raya keeps western Indonesian time


class SettingsError(ValueError):
    """A variable that we do not know, or whose value means nothing here."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What an operator decides. Every field but `timezone`'s type is named after its variable."""

    host: str = "127.0.0.1"
    port: int = 8000
    data: Path = Path("instance")
    lessons: Path = Path("lessons")
    audio: Path = Path("static/audio")
    url: str = ""                      # https://… switches on Secure cookies
    trusted_hosts: tuple[str, ...] = ()
    timezone: zoneinfo.ZoneInfo = HERE
    demo: bool = False
    database_url: str = ""             # postgresql://…, in place of the file under `data`
    workers: int = 1                   # more than one needs PostgreSQL
    backups: bool = True               # one automatic backup a day, kept for 30 days
    sensitive: tuple[str, ...] = ()    # sensitive lessons that are on without their review

    @property
    def database(self) -> Path:
        """The SQLite file."""
        return self.data / "elearn.db"

    @property
    def place(self) -> Path | str:
        """Where the database is: the SQLite file, or the address of a PostgreSQL."""
        return self.database_url or self.database

    @property
    def prepared(self) -> Path:
        """Where authors' pictures and recordings lie as learners get them; made again if lost."""
        return self.data / "olahan"

    @property
    def https(self) -> bool:
        """Whether pages are reached over HTTPS, so that cookies may say Secure."""
        return self.url.startswith("https://")


def from_environ(environ: Mapping[str, str]) -> Settings:
    """Read the settings; raise SettingsError (in Indonesian) at the first that is not known."""
    given = {
        name.removeprefix(PREFIX).lower(): value.strip()
        for name, value in environ.items()
        if name.startswith(PREFIX) and value.strip()
    }
    known = tuple(Settings.__dataclass_fields__)
    for name in given:
        if name not in known:
            raise SettingsError(_unknown(name, known))
    data = Path(given.get("data") or _home()).resolve()
    return Settings(
        host=given.get("host", "127.0.0.1"),
        port=_port(given.get("port", "8000")),
        data=data,
        lessons=Path(given.get("lessons") or paths.shipped("lessons")).resolve(),
        audio=Path(given.get("audio") or _audio_beside(data)).resolve(),
        url=_url(given.get("url", "")),
        trusted_hosts=_names(given.get("trusted_hosts", "")),
        timezone=_timezone(given.get("timezone", "Asia/Jakarta")),
        demo=_yes_or_no("demo", given.get("demo", "0")),
        database_url=_database_url(given.get("database_url", "")),
        workers=_workers(given.get("workers", "1"), given.get("database_url", "")),
        backups=_yes_or_no("backups", given.get("backups", "1")),
        sensitive=_stems(given.get("sensitive", "")),
    )


def _stems(value: str) -> tuple[str, ...]:
    stems = _names(value)
    wrong = next((stem for stem in stems if not re.fullmatch("[a-z]+-[0-9]{2}", stem)), None)
    if wrong is not None:
        raise SettingsError(
            f"{PREFIX}SENSITIVE={wrong}: tulis nama pelajaran peka, misalnya hak-17,hak-18"
        )
    return stems


def _names(value: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in value.split(",") if name.strip())


def _home() -> Path:
    return paths.CHECKOUT / "instance" if paths.in_checkout() else Path.home() / ".elearn"


def _audio_beside(data: Path) -> Path:
    return paths.CHECKOUT / "static" / "audio" if paths.in_checkout() else data / "audio"


def _unknown(name: str, known: tuple[str, ...]) -> str:
    near = difflib.get_close_matches(name, known, n=1)
    hint = f"; maksudnya {PREFIX}{near[0].upper()}?" if near else ""
    return f"{PREFIX}{name.upper()}: setelan tidak dikenal{hint}"


def _port(value: str) -> int:
    if value.isdecimal() and 0 < int(value) < 65536:
        return int(value)
    raise SettingsError(f"{PREFIX}PORT={value}: tulis angka 1 sampai 65535")


def _url(value: str) -> str:
    if not value or value.startswith(("http://", "https://")):
        return value.rstrip("/")
    raise SettingsError(f"{PREFIX}URL={value}: tulis lengkap, misalnya https://belajar.contoh.id")


def _database_url(value: str) -> str:
    if not value or value.startswith(("postgresql://", "postgres://")):
        return value.replace("postgres://", "postgresql://", 1)
    raise SettingsError(
        f"{PREFIX}DATABASE_URL: harus mulai dengan postgresql://; kosongkan untuk memakai SQLite"
    )


def _workers(value: str, database_url: str) -> int:
    if not (value.isdecimal() and 0 < int(value) <= 64):
        raise SettingsError(f"{PREFIX}WORKERS={value}: tulis angka 1 sampai 64")
    if int(value) > 1 and not database_url:
        raise SettingsError(
            f"{PREFIX}WORKERS={value}: lebih dari satu hanya dengan PostgreSQL "
            f"({PREFIX}DATABASE_URL)"
        )
    return int(value)


def _timezone(value: str) -> zoneinfo.ZoneInfo:
    try:
        return zoneinfo.ZoneInfo(value)
    except (zoneinfo.ZoneInfoNotFoundError, ValueError) as error:
        raise SettingsError(
            f"{PREFIX}TIMEZONE={value}: zona waktu tidak dikenal, misalnya Asia/Jakarta"
        ) from error


def _yes_or_no(name: str, value: str) -> bool:
    if value.lower() in {"1", "ya", "yes", "true"}:
        return True
    if value.lower() in {"0", "tidak", "no", "false"}:
        return False
    raise SettingsError(f"{PREFIX}{name.upper()}={value}: tulis 1 (ya) atau 0 (tidak)")
