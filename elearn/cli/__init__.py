"""The command line: what operators and authors do from a shell."""

from collections.abc import Mapping
from importlib import import_module
from types import MappingProxyType

import click

COMMANDS: Mapping[str, str] = MappingProxyType({
    "serve": "serve", "check": "check", "fmt": "fmt", "words": "words", "preview": "preview",
    "narrate": "narrate", "people": "people", "backup": "backup", "restore": "backup",
    "rebuild": "rebuild",
})
"""Each command, and the module of this folder that it lies in."""


class Commands(click.Group):
    """Commands that are loaded when they are asked for: to check a lesson takes no web server."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  # click names it
        """Return the names in alphabetical order."""
        return sorted(COMMANDS)

    def get_command(  # click names them
        self, ctx: click.Context, cmd_name: str,  # noqa: ARG002
    ) -> click.Command | None:
        """Return a command, None where there is no such one."""
        module = COMMANDS.get(cmd_name)
        if module is None:
            return None
        found: click.Command = getattr(import_module(f"elearn.cli.{module}"), cmd_name)
        return found


@click.group(cls=Commands)
@click.version_option(package_name="elearn")
def main() -> None:
    """Lessons with a voice for people who cannot read yet."""
