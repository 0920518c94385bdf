"""What every figure can do, and the frame they share."""

import re
from collections.abc import Sequence
from typing import Protocol

ACCENT = "#F4B536"
"""Amber, the one colour beside the ink, in the light and in the dark."""

ON_ACCENT = "#221C14"
"""Ink on amber: it stays dark where the ink around it is light."""

WIDEST = 208
"""Pixels that fit a 240-pixel screen, so that nothing is scaled and equal things look equal."""

_WHOLE = re.compile(r"[0-9]{1,6}")


class Told(Protocol):
    """What is made from the args that stand in a lesson: `titik:7` has the args "7"."""

    name: str
    digits: int
    """That a number of a draw has at least: a clock wants `05`; 0 for one as in prose, `1.500`."""

    def fault(self, args: str) -> str | None:
        """Return what is wrong with `args` as a message id, None when they can be drawn."""
        ...

    def alt(self, args: str, language: str = "id", *, question: bool = False) -> str:
        """Return it in words; in a question the things one by one, never how many."""
        ...


class Figure(Told, Protocol):
    """A drawing made from numbers; it may stand among words and in an option."""

    def svg(self, args: str) -> str:
        """Return the drawing as inline SVG in the ink around it; ValueError for faulty args."""
        ...


class Sheet(Told, Protocol):
    """A table or a document: real text that wraps, grows, and is read out cell by cell.

    It stands by itself in a step or a question.
    """

    def block(self, args: str, language: str = "id") -> str:
        """Return it as an HTML block of the class `fig`; ValueError for faulty args."""
        ...


def whole(args: str, most: int) -> int | None:
    """Return args as a whole number from 0 to `most`, else None."""
    if not _WHOLE.fullmatch(args) or int(args) > most:
        return None
    return int(args)


def counted(figure: Told, args: str) -> int:
    """Return the number in args that have no fault."""
    if message := figure.fault(args):
        raise ValueError(message)
    return int(args)


def frame(name: str, width: int, height: int, inside: str) -> str:
    """Return `inside` as an SVG of these pixels; its strokes are ink unless they say otherwise."""
    return (
        f'<svg class="fig {name}" width="{width}" height="{height}" '
        f'viewBox="0 0 {width} {height}" fill="none" stroke="currentColor" stroke-width="2">'
        f"{inside}</svg>"
    )


def discs(centres: Sequence[tuple[int, int]], size: int, colour: str = "") -> str:
    """Return a path of discs `size` across, in ink unless a colour is named.

    They are the round ends of lines without length: a disc costs eleven bytes.
    """
    if not centres:
        return ""
    stroke = f' stroke="{colour}"' if colour else ""
    lines = "".join(f"M{x} {y}h.01" for x, y in centres)
    return f'<path{stroke} stroke-width="{size}" stroke-linecap="round" d="{lines}"/>'
