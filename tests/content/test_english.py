"""Every sentence of the lesson check, in every package that has one, has its English."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import elearn
from elearn import messages

HOME = Path(elearn.__file__).parent
PACKAGES = ("content", "questions", "figures", "authoring", "cli")
TELLING = {"Fault", "phrase", "later", "few", "repeated", "refused", "_", "_say", "_refuse"}
NAMED = {"message", "twice", "RAW_HTML", "EMPTY", "LATER", "TAKEN"}


def texts(node: ast.expr) -> Iterator[str]:
    """Yield the literal texts that an expression may be."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from texts(node.body)
        yield from texts(node.orelse)


def called(node: ast.Call) -> str:
    name = node.func
    return name.id if isinstance(name, ast.Name) else getattr(name, "attr", "")


def sentences(tree: ast.AST) -> Iterator[str]:
    """Yield what a module may tell: what it gives to faults and errors, or names a message."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and tells(called(node)):
            for argument in node.args:
                yield from texts(argument)
        elif isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            yield from texts(node.value) if node.targets[0].id in NAMED else ()
        elif isinstance(node, ast.Return | ast.arguments):
            yield from (text for text in loose(node) if text.count(" ") > 2)


def tells(name: str) -> bool:
    return name in TELLING or (
        name.endswith(("Error", "fault", "_once", "_list")) and name != "UsageError"
    )


def loose(node: ast.Return | ast.arguments) -> Iterator[str]:
    """Yield the texts that a function returns, or takes where none is given."""
    values = node.defaults if isinstance(node, ast.arguments) else filter(None, [node.value])
    for value in values:
        yield from texts(value)


def said(package: str) -> dict[str, str]:
    return {
        text: str(path.relative_to(HOME))
        for path in sorted((HOME / package).rglob("*.py"))
        for text in sentences(ast.parse(path.read_text(encoding="utf-8")))
        if " " in text.strip()
    }


@pytest.mark.parametrize("package", PACKAGES)
def test_every_sentence_has_english(package: str) -> None:
    english = messages.catalogue("en")
    assert {text: place for text, place in said(package).items() if text not in english} == {}


def test_the_sentences_are_found() -> None:
    assert len(said("content")) > 130
    assert len(said("questions")) > 20
    assert len(said("figures")) > 4
