"""The design system holds: one name for each measure and colour, and nothing that nobody uses."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from elearn import paths
from elearn.web.assets import Assets, squeeze_css
from elearn.web.bundles import BUNDLES, COMPONENTS, CRITICAL, rooms
from elearn.web.tokens import SCALE, measures, written

CSS = paths.shipped("static") / "css"
STYLES = {
    path.relative_to(CSS).as_posix(): squeeze_css(path.read_text("utf-8"))
    for path in sorted(CSS.rglob("*.css"))
}
RULES = {name: css for name, css in STYLES.items() if not name.startswith("tokens/")}
SOURCES = "\n".join(
    path.read_text("utf-8")
    for folder, ending in (("templates", "html"), ("static", "js"))
    for path in sorted(paths.shipped(folder).rglob(f"*.{ending}"))
) + "\n".join(
    path.read_text("utf-8") for path in Path(paths.__file__).parent.rglob("*.py")
)


def test_every_style_is_in_a_bundle_and_every_component_has_a_place() -> None:
    bundles = {**rooms(CSS), **BUNDLES}
    bundled = {name for names in bundles.values() for name in names} | {*CRITICAL, SCALE}
    by_need = tuple(name.removesuffix("*") for name in bundled if name.endswith("/*"))
    assert {one for one in STYLES if one not in bundled and not one.startswith(by_need)} == set()
    at_the_top = {name for name in STYLES if "/" not in name} - {*CRITICAL, "switch.css"}
    assert at_the_top == {name for name in COMPONENTS if not name.startswith("tokens/")}


@pytest.mark.parametrize("name", STYLES)
def test_every_file_of_styles_begins_with_what_it_is(name: str) -> None:
    assert re.match(r"/\* [A-Z][^*]{20,}\*/\n", (CSS / name).read_text("utf-8")), name


def test_no_colour_stands_but_among_the_tokens() -> None:
    raw = re.compile(r"#[0-9a-fA-F]{3,8}\b|\b(?:rgb|hsl)\(|(?<!-)\b(?:white|black)\b(?!-)")
    found = {name: raw.findall(values(css)) for name, css in RULES.items()}
    assert {name: some for name, some in found.items() if some} == {}


DRAWN = {"speaker.css": ["margin-left:-12px"]}       # a stroke of the drawing, no space


def test_spaces_and_corners_are_those_of_the_scale() -> None:
    raw = re.compile(r"\b(?:margin|padding|gap|border-radius)(?:-[a-z-]+)?:[^;}]*\d(?:px|rem)")
    found = {name: [one for one in raw.findall(css) if one not in DRAWN.get(name, ())]
             for name, css in RULES.items()}
    assert {name: some for name, some in found.items() if some} == {}


def test_each_bundle_tells_the_colours_it_uses() -> None:
    """What no style of a page tells is no colour at all, and takes its whole border along."""
    always = "".join(STYLES[name] for name in (*CRITICAL, SCALE))
    missing = {}
    for bundle, names in {**rooms(CSS), **BUNDLES}.items():
        if not bundle.endswith(".css"):
            continue
        css = "".join(STYLES[one] for name in names for one in STYLES
                      if one == name or (name.endswith("*") and one.startswith(name[:-1])))
        told = set(re.findall(r"(--[a-z0-9-]+):", always + css))
        if untold := set(re.findall(r"var\((--[a-z0-9-]+)", css)) - told:
            missing[bundle] = untold
    assert missing == {}


def test_every_name_of_a_measure_or_a_colour_is_told_and_used() -> None:
    told = set(re.findall(r"(--[a-z0-9-]+):", "".join(STYLES.values())))
    used = set(re.findall(r"var\((--[a-z0-9-]+)", "".join(STYLES.values())))
    assert used == told


def test_no_class_has_styles_that_no_page_has() -> None:
    names = {
        name: {one for one in re.findall(r"\.([a-zA-Z][\w-]*)", selectors(css))
               if not re.search(rf"(?<![\w-]){re.escape(one)}(?![\w-])", SOURCES)}
        for name, css in RULES.items()
    }
    assert {name: some for name, some in names.items() if some} == {}


def test_a_page_gets_the_value_of_a_measure_and_the_name_of_what_changes() -> None:
    assets = Assets(paths.shipped("static"))
    scale = measures(STYLES[SCALE])
    body = assets.inline_css
    assert "max-width:720px" in body
    assert "var(--paper)" in body
    assert not [name for name in scale if f"{name}:" in body or f"var({name})" in body]


def test_a_measure_has_one_value() -> None:
    assert written("a{b:var(--x) var(--y)}", measures(":root{--x:4px;}")) == "a{b:4px var(--y)}"
    with pytest.raises(ValueError, match="two values"):
        measures(":root{--x:4px;--x:8px;}")


INK = (
    ("ink", "paper", 13), ("ink", "card", 13), ("ink", "right", 10), ("ink", "not-yet", 9),
    ("quiet", "paper", 7), ("quiet", "card", 7), ("on-green", "green", 7),
    ("literasi", "card", 7), ("numerasi", "card", 7), ("kewirausahaan", "card", 7),
    ("hak", "card", 7), ("red", "card", 7),
)


@pytest.mark.parametrize("theme", ["light", "dark", "clear", "clear dark"])
def test_everything_is_read_in_sunlight(theme: str) -> None:
    """At least 7:1, which is WCAG's AAA; more for what is read most."""
    colours = themed(theme)
    for ink, ground, least in INK:
        assert contrast(colours[ink], colours[ground]) >= least, (theme, ink, ground)
    amber = measures(STYLES[SCALE])
    assert contrast(amber["--on-amber"], amber["--amber"]) >= 9


def themed(theme: str) -> dict[str, str]:
    """Return the colours by name as a page of this theme has them."""
    colours: dict[str, str] = {}
    plain = ("tokens/colours.css", "tokens/answers.css", "tokens/subjects.css")
    for name, looks in (*((one, False) for one in plain), ("tokens/looks.css", True)):
        for selector, dark, told in roots(STYLES[name]):
            wanted = looks == ("kontras" in selector) and (not looks or "clear" in theme)
            if wanted and (not dark or "dark" in theme):
                colours.update(re.findall(r"--([a-z-]+):(#[0-9A-F]+)", told))
    return colours


def roots(css: str) -> Iterator[tuple[str, bool, str]]:
    """Yield each rule of a file of tokens: its selector, whether for the dark, what it tells."""
    for found in re.finditer(r"(@media[^{]*\{)?(:root[.\w]*)\{([^}]*)\}", css):
        yield found[2], "dark" in (found[1] or ""), found[3]


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours as WCAG counts it."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(digit * 2 for digit in colour[1:])
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
              for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def values(css: str) -> str:
    """Return what stands within the braces."""
    return " ".join(re.findall(r"\{([^{}]*)\}", css))


def selectors(css: str) -> str:
    """Return what stands before the braces."""
    return " ".join(re.findall(r"([^{}]*)\{", css))
