"""What a page is to eyes, fingers and keys, under each condition in which somebody meets it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any, Literal

from axe_playwright_python.base import AXE_FILE_PATH
from playwright.sync_api import Page

from elearn import paths
from elearn.web.bundles import LOOKS
from elearn.web.tokens import SCALE, measures, written

Scheme = Literal["light", "dark"]

AXE_SCRIPT = AXE_FILE_PATH.read_text(encoding="utf-8")
EYES_SCRIPT = Path(__file__).with_name("eyes.js").read_text(encoding="utf-8")
STYLES = paths.shipped("static") / "css"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
WHOLE: Mapping[str, Any] = MappingProxyType({
    "resultTypes": ["violations"], "runOnly": RULES,
    "rules": {"target-size": {"enabled": False}},    # ours are 48, and it counts what lies over one
})
FORCED: Mapping[str, Any] = MappingProxyType({
    **WHOLE, "rules": {**WHOLE["rules"], "color-contrast": {"enabled": False}},
})
BROKEN = """options => axe.run(
    document.querySelector("details.help[open]") || document, options).then(
    found => found.violations.map(one => `axe: ${one.id} ${one.nodes[0].html.slice(0, 120)}`))"""


def chosen_styles() -> str:
    """Return what is there for who chose large letters or clear colours, as pages get it."""
    sheets = "\n".join((STYLES / name).read_text(encoding="utf-8") for name in LOOKS)
    return written(sheets, measures((STYLES / SCALE).read_text(encoding="utf-8")))


MOST = 45
"""Characters on a line."""


@dataclass(frozen=True)
class Condition:
    """How somebody meets a page: her screen, her system's wishes, what she chose here."""

    name: str
    width: int
    height: int
    scheme: Scheme = "light"
    forced: bool = False
    still: bool = False
    chosen: tuple[str, ...] = ()

    @property
    def least(self) -> int:
        """Return the smallest text of a learner's page, in px."""
        return 18 if self.width < 300 else 20


CONDITIONS = (
    Condition("phone", 360, 640),
    Condition("small phone, dark", 240, 320, "dark"),
    Condition("computer", 1366, 768),
    Condition("computer at 200 %, dark", 683, 384, "dark"),
    Condition("computer at 400 %", 320, 192),
    Condition("phone, large", 360, 640, chosen=("besar",)),
    Condition("phone, clear, dark", 360, 640, "dark", chosen=("kontras",)),
    Condition("small phone, large and clear", 240, 320, chosen=("besar", "kontras")),
    Condition("forced colours", 360, 640, forced=True),
    Condition("forced colours, dark, still", 1366, 768, "dark", forced=True, still=True),
)


class Eyes:
    """Somebody who looks at the page that a browser shows, under one condition after another."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._looks = chosen_styles()

    def open(self) -> None:
        """Begin with what the page shows now: once for each document."""
        self._page.evaluate(EYES_SCRIPT)

    def take(self, condition: Condition) -> None:
        """See the page under a condition."""
        self._page.set_viewport_size({"width": condition.width, "height": condition.height})
        self._page.emulate_media(
            color_scheme=condition.scheme,
            forced_colors="active" if condition.forced else "none",
            reduced_motion="reduce" if condition.still else "no-preference",
        )
        self._page.evaluate("([names, css]) => eyes.looks(names, css)",
                            [list(condition.chosen), self._looks])

    def measured(self, least: int, most: int = MOST) -> list[str]:
        """Return what is too small, too near, too long, cut off or wider than the screen."""
        found: list[str] = self._page.evaluate(
            "([least, most]) => [...eyes.small(), ...eyes.near(), ...eyes.faint(least),"
            " ...eyes.wide(), ...eyes.long(most), ...eyes.cut()]", [least, most])
        return found

    def spaced(self) -> list[str]:
        """Return what is lost when somebody widens the spaces of text (WCAG 1.4.12)."""
        found: list[str] = self._page.evaluate(
            "() => { eyes.spacing(true); const found = [...eyes.wide(), ...eyes.cut()];"
            " eyes.spacing(false); return found.map(one => 'spaced ' + one); }")
        return found

    def rings(self) -> list[str]:
        """Return where the focus goes and is not well seen."""
        self._page.keyboard.press("Tab")
        found: list[str] = self._page.evaluate("() => eyes.focus()")
        return found

    def axe(self, condition: Condition) -> Iterator[str]:
        """Yield what axe finds; in forced colours it cannot tell which colours are drawn."""
        yield from self._axe(FORCED if condition.forced else WHOLE)

    def _axe(self, rules: Mapping[str, Any]) -> Iterator[str]:
        if not self._page.evaluate("() => Boolean(window.axe)"):
            self._page.evaluate(AXE_SCRIPT)
        yield from self._page.evaluate(BROKEN, dict(rules))
