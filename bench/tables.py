"""Tables of figures, and their places in docs/performance.md."""

import os
import platform
import re
from collections.abc import Sequence
from pathlib import Path

DOCUMENT = Path(__file__).parents[1] / "docs" / "performance.md"


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Return a Markdown table; the first column is words, the others are figures."""
    ruled = ["---", *("--:" for _ in head[1:])]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in (head, ruled, *rows))


def verdict(*over: str) -> str:
    """Say whether a budget is kept; `over` names what is too much ("" for what is not)."""
    named = [name for name in over if name]
    return f"**over**: {', '.join(named)}" if named else "kept"


def machine() -> str:
    """Say on what the figures were measured, and how busy it was in the last five minutes."""
    text = Path("/proc/cpuinfo").read_text()
    found = re.search(r"model name\s*: (.*)", text)
    cores = text.count("processor\t:")
    name = found[1] if found else platform.machine()
    load = os.getloadavg()[1]
    return f"{cores} cores ({name}), Python {platform.python_version()}, Linux, load {load:.1f}."


def put(name: str, text: str, document: Path = DOCUMENT) -> None:
    """Write `text` between the markers of `name`; LookupError where the document has none."""
    begin, end = f"<!-- {name} -->\n", f"<!-- /{name} -->"
    before, found, rest = document.read_text("utf-8").partition(begin)
    _, closed, after = rest.partition(end)
    if not (found and closed):
        raise LookupError(f"{document.name} has no place for {name}")
    document.write_text(f"{before}{begin}{text}\n{end}{after}", "utf-8")
