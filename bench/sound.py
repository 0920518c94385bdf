"""Sound: what it costs to make and to fetch, and how long a tap waits for it on a slow line.

`python -m bench.sound`: at 400/400 kbps and 400 ms a request, on a processor six times slower.
"""

import io
import shutil
import statistics
import tempfile
import time
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

import numpy as np
import soundfile
from playwright.sync_api import Page, sync_playwright

from bench.hub import Hub, hub
from bench.tables import table, verdict
from bench.visitor import Visitor
from bench.wire import Wire, fresh, phone
from elearn import paths
from elearn.content.catalogue import load
from elearn.narration import ENGINES, Narrator, encoding, sound
from elearn.narration.script import Script, utterance
from elearn.narration.values import RATE, Pcm
from elearn.narration.weight import Scales, scripts

Made = TypeVar("Made")

RUNS = 5
BUDGET_S, MEDIAN_MB = 1.5, 1.2
STEP_S = 20.0
LESSON = "baca-12-uji-suku-terbuka"      # its first step sounds 19 s

HEARD = """() => {
  const Real = window.Audio;
  window.Audio = function () { return (window.heard = new Real()); };
}"""

TAP = """speaker => new Promise((done, lost) => {
  const tapped = performance.now();
  speaker.click();
  (function look() {
    const one = window.heard;
    if (performance.now() - tapped > 20000) { lost(one ? one.readyState : "no player"); return; }
    if (!one || !(one.currentTime > 0.02)) { setTimeout(look, 10); return; }
    const there = one.buffered.length ? one.buffered.end(one.buffered.length - 1) : 0;
    done([(performance.now() - tapped) / 1000 - one.currentTime, there, one.duration]);
  })();
})"""


@dataclass(frozen=True, slots=True)
class Start:
    """How a tap was answered."""

    seconds: float           # from the tap to the first sound
    there: float             # seconds of sound that had come by then
    whole: float             # seconds of the clip


def figures() -> str:
    """Measure, and return the three tables."""
    return "\n\n".join((_starts(), _making(), _weights()))


def tap(page: Page, speaker: str) -> Start:
    """Tap a speaker of a page whose `Audio` is watched (HEARD); return how that was answered."""
    return Start(*page.locator(speaker).first.evaluate(TAP))


def _starts() -> str:
    with hub() as served, sync_playwright() as playwright:
        visitor = Visitor.of(served.data)

        def once(made: bool) -> Start:
            with phone(playwright) as browser:
                page = fresh(browser, served.address, visitor, "learner")
                page.add_init_script(f"({HEARD})()")
                page.goto(served.address + visitor.lesson(LESSON), wait_until="networkidle")
                address = page.locator(SPEAKER).first.get_attribute("href")
                if made:
                    _fetched(served.address + str(address))
                else:
                    _forget(served)
                Wire(page).slow()
                return tap(page, SPEAKER)

        rows = [_start_row(name, once, made)
                for name, made in (("made before", True), ("made at this tap", False))]
    head = ["tap to sound, s", "median (least–most)", "of the clip there by then",
            f"budget {BUDGET_S}"]
    return table(head, rows)


SPEAKER = ".screen .act a.dengar"


def _start_row(name: str, once: Callable[[bool], Start], made: bool) -> list[str]:
    each = [once(made) for _ in range(RUNS)]
    waits = [one.seconds for one in each]
    middle = statistics.median(waits)
    there = statistics.median(one.there / one.whole for one in each)
    return [
        f"a step of {each[0].whole:.0f} s, {name}",
        f"{middle:.2f} ({min(waits):.2f}–{max(waits):.2f})",
        f"{there:.0%}",
        verdict("start" if middle > BUDGET_S else ""),
    ]


def _fetched(address: str) -> bytes:
    with urllib.request.urlopen(address) as answer:  # noqa: S310  # our own hub
        return bytes(answer.read())


def _forget(served: Hub) -> None:
    for folder in ("klip", "kalimat"):
        shutil.rmtree(served.data / "suara" / folder, ignore_errors=True)


def _making() -> str:
    """Return CPU and bytes per minute of speech, and how late a cue is after encoding."""
    said = _minute()
    engine = ENGINES["espeak"]()
    engine.speak("ibu", "id")
    spoken, speeches = _cpu(lambda: [engine.speak(text, "id") for text in said])
    finished, each = _cpu(lambda: [sound.finished(one) for one in speeches])
    (pcm, starts) = sound.joined([one.pcm for one in each])
    minutes = len(pcm) / RATE / 60
    encoded, mp3 = _cpu(lambda: encoding.mp3(pcm))
    rows = [
        ["said by the embedded voice", f"{spoken / minutes:.2f}", "–"],
        ["trimmed and levelled", f"{finished / minutes:.2f}", "–"],
        [f"encoded, {encoding.KBPS} kbps", f"{encoded / minutes:.2f}",
         f"{len(mp3) / 1000 / minutes:.0f}"],
        ["last sentence after its cue, ms", f"{_late(pcm, mp3, starts[-1]):.0f} (80)", "–"],
    ]
    return table(["a minute of speech", "CPU s", "KB of 1000"], rows)


def _minute() -> list[str]:
    """Return about a minute of a lesson's spoken sentences."""
    lesson = load(paths.shipped("lessons")).lesson(LESSON)
    assert lesson is not None
    facts = load(paths.shipped("lessons")).around.facts.on(datetime.now(UTC).date())
    each = [utterance(sentence, "id").text
            for script in scripts(lesson, "dewasa", facts) for sentence in script.sentences]
    return [text for text in dict.fromkeys(each) if len(text) > 20][:20]


def _late(pcm: Pcm, mp3: bytes, start: float) -> float:
    """Return how many ms after its cue the last sentence sounds, by the best fit of its samples."""
    samples = soundfile.read(io.BytesIO(mp3), dtype="float32")[0]
    first = round(start * RATE)
    wanted = pcm[first : first + RATE].astype(np.float32)
    fits = [float(samples[first + lag : first + lag + RATE][: len(wanted)] @ wanted[: len(
        samples[first + lag : first + lag + RATE])]) for lag in range(RATE // 5)]
    return (int(np.argmax(fits)) / RATE - encoding.DELAY) * 1000


def _cpu(work: Callable[[], Made]) -> tuple[float, Made]:
    began = time.process_time()
    made = work()
    return time.process_time() - began, made


def _weights() -> str:
    """Return the whole sound of each shipped lesson: the lightest, the middle, the heaviest."""
    catalogue = load(paths.shipped("lessons"))
    facts = catalogue.around.facts.on(datetime.now(UTC).date())
    with tempfile.TemporaryDirectory() as folder:
        narrator = Narrator(Path(folder), ENGINES["espeak"]())
        scales = Scales(narrator)
        each = sorted(
            (_made(narrator, scripts(lesson, audience, facts)),
             scales.weigh(lesson, audience, facts).bytes, f"{stem}, {audience}")
            for stem in catalogue.lessons
            if (lesson := catalogue.lesson(stem)) is not None
            for audience in lesson.audiences
        )
    middle = statistics.median(made for made, _, _ in each) / 1e6
    shown = (each[0], min(each, key=lambda one: abs(one[0] / 1e6 - middle)), each[-1])
    rows = [[name, f"{made / 1e6:.2f}", f"{guess / 1e6:.2f}"] for made, guess, name in shown]
    rows.append([f"median of {len(each)} (budget {MEDIAN_MB})", f"{middle:.2f}",
                 verdict("median" if middle > MEDIAN_MB else "")])
    return table(["whole sound of a lesson, MB", "made", "guessed from the text"], rows)


def _made(narrator: Narrator, each: list[Script]) -> int:
    """Return the bytes of these clips; they are made and thrown away."""
    return sum(
        len(encoding.mp3(sound.joined([one.said.pcm for one in narrator.heard(script)])[0]))
        for script in each
    )


if __name__ == "__main__":
    print(figures())
