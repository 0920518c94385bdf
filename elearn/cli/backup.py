"""`elearn backup FILE` and `elearn restore FILE`: also while the server runs."""

from datetime import UTC, datetime
from pathlib import Path

import click

from elearn.cli.settled import refuse, settled
from elearn.operating.archive import BackupError
from elearn.operating.backup import back_up
from elearn.operating.restore import restore as put_back
from elearn.settings import Settings

_FILE = click.Path(dir_okay=False, path_type=Path)


@click.command()
@click.argument("file", type=_FILE)
@click.option("--overwrite", is_flag=True, help="Timpa berkas yang sudah ada.")
def backup(file: Path, overwrite: bool) -> None:
    """Simpan cadangan seluruh hub ke FILE (boleh saat server berjalan)."""
    if file.exists() and not overwrite:
        refuse(f"{file} sudah ada. Pilih nama lain, atau tambahkan --overwrite.")
    chosen = settled()
    _only_a_file(chosen)
    try:
        about = back_up(chosen.database, chosen.data, file.absolute(), datetime.now(UTC))
    except BackupError as error:
        refuse(str(error))
        return
    except OSError as error:
        refuse(f"Cadangan belum jadi: {file} tidak bisa ditulis ({error.strerror}).")
        return
    click.echo(
        f"Cadangan tersimpan: {file} ({file.stat().st_size // 1024} KB, "
        f"{about.rows.get('person', 0)} orang, {about.rows.get('attempt', 0)} jawaban)."
    )
    click.echo("Berkas ini berisi rahasia. Simpan di tempat yang aman.")


@click.command()
@click.argument("file", type=_FILE)
def restore(file: Path) -> None:
    """Kembalikan hub dari cadangan FILE (boleh saat server berjalan). Semua orang keluar."""
    chosen = settled()
    _only_a_file(chosen)
    try:
        done = put_back(file, chosen.database, chosen.data, datetime.now(UTC))
    except BackupError as error:
        refuse(f"{error} Tidak ada yang diubah.")
        return
    if done.kept:
        click.echo(f"Keadaan sebelumnya disimpan: {done.kept}")
    zone = chosen.timezone
    click.echo(
        f"Sudah kembali ke cadangan {done.about.made_at.astimezone(zone):%d-%m-%Y %H.%M}: "
        f"{done.about.rows.get('person', 0)} orang, {done.about.rows.get('attempt', 0)} jawaban."
    )


def _only_a_file(chosen: Settings) -> None:
    if chosen.database_url:
        refuse(
            "Basis data ini PostgreSQL: pakai pg_dump dan pg_restore, dan salin folder ELEARN_DATA."
        )
