"""What every command begins with: the settings, or one sentence on what is wrong with them."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import click

from elearn import paths, settings
from elearn.settings import Settings
from elearn.store import Store


def settled() -> Settings:
    """Return the settings of the environment; else say what is wrong and leave with 2."""
    try:
        return settings.from_environ(os.environ)
    except (settings.SettingsError, paths.ShippedFolderMissingError) as error:
        click.echo(str(error), err=True)
        sys.exit(2)


@contextmanager
def opened() -> Iterator[Store]:
    """Open the hub's database, made or brought to its newest form if need be."""
    store = Store(settled().place)
    store.migrate()
    try:
        yield store
    finally:
        store.close()


def refuse(sentence: str) -> None:
    """Say why not, and leave with 1."""
    click.echo(sentence, err=True)
    sys.exit(1)
