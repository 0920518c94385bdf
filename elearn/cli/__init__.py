"""The command line: what operators and authors do from a shell."""

import click

from elearn.cli.backup import backup, restore
from elearn.cli.check import check
from elearn.cli.fmt import fmt
from elearn.cli.narrate import narrate
from elearn.cli.people import people
from elearn.cli.preview import preview
from elearn.cli.rebuild import rebuild
from elearn.cli.serve import serve
from elearn.cli.words import words


@click.group()
@click.version_option(package_name="elearn")
def main() -> None:
    """Lessons with a voice for people who cannot read yet."""


for command in (serve, check, fmt, words, preview, narrate, people, backup, restore,
                rebuild):
    main.add_command(command)
