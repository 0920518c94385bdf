"""`elearn serve`: run the hub."""

import os
import sys

import click

from elearn import paths, settings
from elearn.web import serving


@click.command()
def serve() -> None:
    """Jalankan elearn di komputer ini (setelan dari ELEARN_HOST, ELEARN_PORT dan lainnya)."""
    try:
        chosen = settings.from_environ(os.environ)
    except (settings.SettingsError, paths.ShippedFolderMissingError) as error:
        click.echo(str(error), err=True)
        sys.exit(2)
    try:
        serving.serve(chosen, ready=_tell)
    except serving.RefusedError as error:
        click.echo(str(error), err=True)
        sys.exit(1)


def _tell(addresses: list[str]) -> None:
    click.echo(f"elearn berjalan di {addresses[0]} (berhenti: Ctrl-C)")
    for address in addresses[1:]:
        click.echo(f"Dari HP di jaringan yang sama: {address}")
