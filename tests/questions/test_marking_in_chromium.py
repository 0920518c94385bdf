"""The same marking in a real browser: static/js/mark/ may never disagree with Python."""

import json
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from elearn.questions import KINDS
from elearn.questions.values import Key
from elearn.web.bundles import files_of

from .vectors import VECTORS, key_of, verdict

SCRIPTS = Path(__file__).parents[2] / "static" / "js"
RANDOM_ANSWERS = (
    pytest.param(1000, id="few"), pytest.param(10_000, id="many", marks=pytest.mark.soak)
)

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def page(chromium: Browser) -> Iterator[Page]:
    """A blank page that can mark every kind."""
    page = chromium.new_page()
    files = files_of(("mark.js", "mark/*"), _needs(), "js", _there())
    for name in files:
        page.add_script_tag(path=SCRIPTS / name)
    yield page
    page.close()


def _needs() -> list[str]:
    return [kind.replace(" ", "-") for kind in KINDS]


def _there() -> set[str]:
    return {path.relative_to(SCRIPTS).as_posix() for path in SCRIPTS.rglob("*.js")}


def marked(page: Page, asked: list[tuple[Key, str]]) -> list[dict[str, object]]:
    """Return the browser's verdicts; JSON with escapes carries even lone surrogates unharmed."""
    said = page.evaluate(
        "asked => JSON.stringify(JSON.parse(asked).map(a => elearn.mark(a[0], a[1])))",
        json.dumps(asked),
    )
    verdicts: list[dict[str, object]] = json.loads(said)
    return verdicts


@pytest.mark.parametrize("vector", VECTORS, ids=[v["about"] for v in VECTORS])
def test_the_browser_gives_every_verdict_of_the_vectors(page: Page, vector: dict[str, Any]) -> None:
    key = key_of(vector)
    verdicts = marked(page, [(key, answer[0]) for answer in vector["answers"]])
    for (raw, outcome, canonical, line), said in zip(vector["answers"], verdicts, strict=True):
        assert said == {"outcome": outcome, "canonical": canonical, "line": line}, ascii(raw)


@pytest.mark.parametrize("count", RANDOM_ANSWERS)
@pytest.mark.parametrize("kind", KINDS)
def test_the_browser_agrees_on_answers_that_nobody_foresaw(
    page: Page, kind: str, count: int
) -> None:
    random = Random(f"marking {kind} {count}")  # noqa: S311  repeatable answers, no secret
    vectors = [vector for vector in VECTORS if vector["kind"] == kind]
    keys = {vector["about"]: key_of(vector) for vector in vectors}
    asked = []
    for _ in range(count):
        vector = random.choice(vectors)
        asked.append((keys[vector["about"]], mangled(random, random.choice(vector["answers"])[0])))
    for (key, raw), said in zip(asked, marked(page, asked), strict=True):
        assert said == verdict(kind, key, raw), f"{raw!a} for {key}"


def test_both_fold_every_character_alike(page: Page) -> None:
    key: Key = {"kind": "isian", "of": ["a"], "ok": [0]}
    texts = [form.format(chr(code)) for code in range(0x10000) for form in ("{}", "xA{}\u0301x")]
    folded = page.evaluate(
        "asked => JSON.parse(asked).map(raw => elearn.mark({of: [], ok: [], kind: 'isian'}, raw))"
        ".map(verdict => verdict.canonical).join('\\n')",
        json.dumps(texts),
    ).split("\n")
    for text, said in zip(texts, folded, strict=True):
        assert said == KINDS["isian"].mark(key, text).canonical, ascii(text)


def mangled(random: Random, raw: str) -> str:
    """Return an answer like this one with a few characters put in, left out or made large."""
    signs = "0123456789,,,..-++%%2C \u00b1\u00a0\u200b\u0301´½ﬁéÉİ’–rpRpkg²１\n\U0001d429\ud83d🐟"
    for _ in range(random.randint(1, 4)):
        at = random.randint(0, len(raw))
        raw = random.choice((
            raw[:at] + random.choice(signs) + raw[at:],
            raw[:at] + raw[at + 1:],
            raw.swapcase() if len(raw) < 300 else raw,
            raw[at:] + raw[:at],
            raw[:at] + chr(random.randrange(0x3000)) + raw[at:],
            ",".join(str(random.randrange(4)) for _ in range(random.randint(1, 4))),
        ))
    return raw
