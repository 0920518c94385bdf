"""The commands of `elearn`: all of them there, each loaded only when it is asked for."""

import subprocess
import sys

import click
import pytest

from elearn.cli import COMMANDS, main


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_is_found_by_its_name(name: str) -> None:
    found = main.get_command(click.Context(main), name)
    assert found is not None
    assert found.name == name
    assert found.help


def test_what_is_no_command_is_none() -> None:
    assert main.get_command(click.Context(main), "main") is None


def test_to_check_a_lesson_takes_no_web_server() -> None:
    program = (
        "import sys, click; from elearn.cli import main;"
        "main.get_command(click.Context(main), 'check');"
        "print(sorted({'flask', 'sqlalchemy', 'granian'} & sys.modules.keys()))"
    )
    told = subprocess.run(  # noqa: S603  # ourselves, nothing given
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert told.stdout.strip() == "[]"
