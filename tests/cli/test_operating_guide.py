"""What docs/operating.md names is there: every command with its options, every setting."""

import re
import shlex
from dataclasses import fields
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from elearn.cli import main
from elearn.paths import CHECKOUT
from elearn.settings import Settings

GUIDE = (CHECKOUT / "docs" / "operating.md").read_text("utf-8")
COMMANDS = re.findall(r"^    .*?\.venv/bin/elearn (\S.*?)(?:\s+#.*)?$", GUIDE, re.MULTILINE)
DONE = ("people", "backup", "restore")


def test_every_setting_is_in_the_guide_and_no_other() -> None:
    named = set(re.findall(r"ELEARN_([A-Z_]+)", GUIDE))
    assert named == {one.name.upper() for one in fields(Settings)}


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_of_the_guide_exists(command: str) -> None:
    words = shlex.split(command)
    found: click.Command = main
    while isinstance(found, click.Group):
        inner = found.get_command(click.Context(found), words.pop(0))
        assert inner is not None
        found = inner
    options = {option for one in found.params for option in one.opts}
    assert {word for word in words if word.startswith("--")} <= options


def test_the_commands_that_change_a_hub_work_as_they_are_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ELEARN_DATA", str(tmp_path / "data"))
    monkeypatch.chdir(tmp_path)
    for command in COMMANDS:
        if command.startswith(DONE):
            told = CliRunner().invoke(main, shlex.split(command))
            assert told.exit_code == 0, (command, told.output)
    again = CliRunner().invoke(main, ["backup", "cadangan.zip"])
    assert again.exit_code == 1
    assert "sudah ada" in again.output
