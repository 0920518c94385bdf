"""What the voice of the interface weighs, and how soon an answer is answered aloud.

`python -m bench.voice`: sounds as the embedded voice makes them; feedback from the tap to the sound
in Chromium, as she meets it and, for comparison, where nothing was fetched before (Save-Data).
"""

import statistics
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from bench.hub import Hub, hub
from bench.learner import CHROMIUM, FLAGS, context, enrol, sign_in
from bench.tables import table, verdict
from elearn import messages
from elearn.language.sentences import split
from elearn.narration import ENGINES, Narrator
from elearn.questions import KINDS
from tests.web.test_prompt_feedback import AT_ONCE_MS, LISTEN, SAVING
from tests.web.walk import fill, key_of

ENTRY_KB = 12
SLOW = {"offline": False, "latency": 400, "downloadThroughput": 50_000, "uploadThroughput": 50_000}
"""400 kbps and 400 ms, in bytes a second and milliseconds."""


def figures() -> str:
    """Measure, and return the tables."""
    return f"{_weights()}\n\n{_waits()}"


def _weights() -> str:
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        narrator = Narrator(Path(folder), ENGINES["espeak"]())
        for language in messages.LANGUAGES:
            sizes = sorted(
                _size(narrator, text, language) for text in messages.everything(language)
            )
            at = statistics.quantiles(sizes, n=20)
            rows.append([
                f"phrases, {language}", str(len(sizes)), f"{at[9]:.1f}", f"{at[18]:.1f}",
                f"{sizes[-1]:.1f}", f"{sum(sizes):.0f}",
            ])
    return table(["sounds, KB", "number", "median", "p95", "largest", "all"], rows)


def _size(narrator: Narrator, text: str, language: str) -> float:
    address = narrator.say(split(text), language)
    clip = narrator.clip(address.rpartition("/")[2].removesuffix(".mp3"))
    assert clip is not None, text
    return clip.mp3.stat().st_size / 1024


def _waits() -> str:
    rows = []
    with hub() as served, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        for name, script, slow in (
            ("on the hub's own network", LISTEN, False),
            ("at 400 kbps and 400 ms", LISTEN, True),
            ("the same, nothing fetched before (Save-Data)", LISTEN + SAVING, True),
        ):
            waits = _answered(browser, served, script, slow)
            median = statistics.median(waits)
            budget = "–" if SAVING in script else verdict(
                "the median" if median > AT_ONCE_MS else ""
            )
            rows.append([name, str(len(waits)), f"{waits[0]:.0f}", f"{median:.0f}",
                         f"{max(waits):.0f}", budget])
        browser.close()
    head = ["from the tap to the sound, ms", "answers", "first of the session", "median", "most",
            f"budget {AT_ONCE_MS}"]
    return table(head, rows)


def _answered(browser: Browser, served: Hub, script: str, slow: bool) -> list[float]:
    """Answer the first lesson's questions and return how long each was silent."""
    opened = context(browser, (360, 640))
    opened.add_init_script(script)
    page = opened.new_page()
    enrol(page, served)
    sign_in(page, served, "Sari")
    page.click("a.continue")
    page.wait_for_selector("main[data-lesson]")
    lesson = page.url.partition("#")[0]
    if slow:
        opened.new_cdp_session(page).send("Network.emulateNetworkConditions", SLOW)
    page.goto(f"{lesson}#q1")
    page.click("#q1 .act a.dengar")
    waits = [_one(page, lesson, number) for number in range(1, 9)]
    opened.close()
    return waits


def _one(page: Page, lesson: str, number: int) -> float:
    page.goto(f"{lesson}#q{number}")
    form = page.locator(f"#q{number} form")
    key = key_of(form)
    fill(form, KINDS[str(key["kind"])].right(key), str(key["kind"]), script=True)
    page.wait_for_timeout(3_000)             # she thinks
    page.evaluate("window.heard = []")
    form.locator("button[type=submit]").click()
    first = page.locator("main").get_attribute("data-right-sound")
    said = page.wait_for_function(
        "first => window.heard.find(one => one[0] === first)", arg=first
    )
    return float(said.json_value()[1])


if __name__ == "__main__":
    print(figures())
