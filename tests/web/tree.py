"""Somebody who knows a page by its accessibility tree alone: roles, names and states.

What she reads, and what she acts on, comes from the browser's own tree, as a screen reader or a
switch gets it. No selector, no position, no address but the first.
"""

import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Page

PATIENCE = 10.0  # seconds until what was done must have shown itself
SILENT = {"InlineTextBox", "none", "generic", "LineBreak", "ListMarker"}
FOCUS = "function () { this.focus(); }"
PRESS = "function () { this.focus(); this.click(); }"


@dataclass(frozen=True)
class Node:
    """One thing of the tree."""

    role: str
    name: str
    states: Mapping[str, Any] = field(hash=False)
    backend: int

    def __str__(self) -> str:
        return f"{self.role} {self.name!r}"


class Tree:
    """The page that is shown, as a list of nodes in the order in which they are read."""

    def __init__(self, page: Page) -> None:
        """Begin with whatever `page` shows."""
        self._page = page
        self._tools = page.context.new_cdp_session(page)
        self._tools.send("Accessibility.enable")
        self._tools.send("DOM.enable")

    def nodes(self) -> list[Node]:
        """Return all that is not ignored, in order."""
        told = self._tools.send("Accessibility.getFullAXTree")["nodes"]
        known = {one["nodeId"]: one for one in told}
        return list(self._under(told[0], known)) if told else []

    def _under(self, at: dict[str, Any], known: dict[str, dict[str, Any]]) -> Iterator[Node]:
        role = str(at.get("role", {}).get("value", ""))
        if not at.get("ignored") and role not in SILENT:
            yield Node(
                role, " ".join(str(at.get("name", {}).get("value", "")).split()),
                _states(at),
                at.get("backendDOMNodeId", 0),
            )  # fmt: skip
        for child in at.get("childIds", []):
            if child in known:
                yield from self._under(known[child], known)

    def find(self, role: str, name: str, nth: int = 0) -> Node:
        """Return what has this role and a name that begins so, once it is there."""
        found: Node = self._when(
            lambda: self.all(role, name)[nth : nth + 1], f"{role} {name!r}")[0]
        return found

    def all(self, role: str, name: str = "") -> list[Node]:
        """Return everything of this role with a name that begins so."""
        return [one for one in self.nodes() if one.role == role and one.name.startswith(name)]

    def group(self, name: str) -> list[Node]:
        """Return what is read from the group of this name on, up to the next one."""
        nodes: list[Node] = self._when(self.nodes, "a page")
        at = next(i for i, one in enumerate(nodes) if one.role == "group" and one.name == name)
        rest = nodes[at + 1 :]
        end = next((i for i, one in enumerate(rest) if one.role == "group"), len(rest))
        return rest[:end]

    def gone(self, role: str, name: str) -> None:
        """Wait until nothing of this role has such a name any more."""
        self._when(lambda: [] if self.all(role, name) else [1], f"the end of {name!r}")

    def text(self) -> str:
        """Return what is read from top to bottom."""
        return " ".join(one.name for one in self.nodes() if one.role == "StaticText")

    def hear(self, words: str) -> None:
        """Wait until these words stand in the tree."""
        self._when(lambda: [words] if words in self.text() else [], f"the words {words!r}")

    def announced(self, words: str) -> None:
        """Wait until a live region holds these words, or what has the focus does."""
        self._when(lambda: [1] if any(words in one for one in self._loud()) else [],
                   f"{words!r} announced")

    def press(self, what: Node) -> None:
        """Do what this is for: as a screen reader's double tap, or a switch."""
        self._call(what, PRESS)

    def write(self, what: Node, words: str) -> None:
        """Write into this."""
        self._call(what, FOCUS)
        self._tools.send("Input.insertText", {"text": words})

    def do(self, role: str, name: str, nth: int = 0) -> None:
        """Find this and press it."""
        self.press(self.find(role, name, nth))

    def _loud(self) -> Iterator[str]:
        told = self._tools.send("Accessibility.getFullAXTree")["nodes"]
        known = {one["nodeId"]: one for one in told}
        for one in told:
            states = _states(one)
            if states.get("live") in ("polite", "assertive") or states.get("focused"):
                yield " ".join(each.name for each in self._under(one, known))

    def _call(self, what: Node, deed: str) -> None:
        resolved = self._tools.send("DOM.resolveNode", {"backendNodeId": what.backend})
        self._tools.send("Runtime.callFunctionOn", {
            "objectId": resolved["object"]["objectId"], "functionDeclaration": deed,
        })

    def _when(self, look: Callable[[], list[Any]], what: str) -> list[Any]:
        until = time.monotonic() + PATIENCE
        while True:
            try:
                found = look()
            except Exception as lost:            # the page is between two documents
                if time.monotonic() > until:
                    raise AssertionError(f"{what} is not there") from lost
                found = []
            if found:
                return found
            if time.monotonic() > until:
                read = "\n".join(str(one) for one in self.nodes() if one.role != "StaticText")
                raise AssertionError(f"{what} is not among\n{read}\n{self.text()}")
            time.sleep(0.05)


def _states(told: dict[str, Any]) -> dict[str, Any]:
    return {one["name"]: one["value"].get("value") for one in told.get("properties", [])}
