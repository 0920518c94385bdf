"""In real Chromium: a voice that stood in for another on the phone gives way to it."""

import pytest
from playwright.sync_api import Browser, Route

from elearn import paths

pytestmark = pytest.mark.browser

JS = paths.shipped("static") / "js"
HUB = "https://hub.example/"
SAVED = """async () => {
  await elearn.fetchAll([["/suara/abc.mp3", "/suara/abc.mp3"]], () => 0, () => false);
  return (await (await elearn.kept.open()).match("/suara/abc.mp3")).text();
}"""


def test_a_sound_that_stood_in_for_another_is_asked_for_again_and_the_right_one_never(
    chromium: Browser,
) -> None:
    replies = [("mesin", "public, max-age=604800"), ("orang", "public, max-age=9, immutable")]
    asked: list[str] = []

    def answer(route: Route) -> None:
        if not route.request.url.endswith(".mp3"):
            return route.fulfill(body="<!doctype html>", content_type="text/html")
        asked.append(route.request.url)
        body, cache = replies[len(asked) - 1]
        return route.fulfill(body=body, headers={"Cache-Control": cache})

    context = chromium.new_context()
    context.route(f"{HUB}**", answer)
    page = context.new_page()
    page.goto(HUB)
    for name in ("sw/kept.js", "simpan/fetching.js"):
        page.evaluate((JS / name).read_text())
    assert [page.evaluate(SAVED) for _ in range(3)] == ["mesin", "orang", "orang"]
    assert len(asked) == 2
    context.close()
