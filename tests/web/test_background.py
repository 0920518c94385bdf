"""Sound of published lessons, made while nobody waits."""

import threading
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from flask import Flask

from elearn.narration.repertoire import of_lesson
from elearn.web.background import Waiting
from elearn.web.site import KEY, Site
from tests.cast import SAME_SITE, Cast, staffed
from tests.content.written import written

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIEnvironment

NAME = "baca-90-baru.md"
TEXT = written().replace("baca-03-", "baca-90-").replace("Suku kata ma dan ba", "Ma dan ba baru")


def published(app: Flask, cast: Cast) -> Callable[[], str]:
    """Publish a lesson; return what shows its page."""
    dewi = staffed(app, cast.dewi)
    kept = dewi.post("/penulis/baru", data={"teks": TEXT, "nama": NAME}, headers=SAME_SITE)
    draft = kept.headers["Location"].partition("?")[0]
    assert "Suara:" not in dewi.get(draft).text
    assert dewi.post(f"{draft}/terbit", headers=SAME_SITE).status_code == 303
    return lambda: dewi.get(draft).text


def spoken(site: Site) -> int:
    """Count the sentences that are kept."""
    return len(list((site.settings.audio / "kalimat").rglob("*.flac")))


@pytest.mark.audio
def test_a_published_lesson_is_narrated_and_its_page_tells_how_far_it_is(
    app: Flask, cast: Cast
) -> None:
    shown = published(app, cast)
    site: Site = app.extensions[KEY]
    lesson = site.shelf.current.lessons["baca-90-baru"]["id"]
    clips = of_lesson(lesson, site.narrator, site.facts())
    for clip_id in clips[:3]:                            # somebody was faster
        assert site.voice.clip(clip_id)
    there = sum(site.narrator.current(one) is not None for one in clips)
    assert 3 <= there < len(clips)
    assert f"Suara: {there} dari {len(clips)} siap." in shown()
    assert site.background.queue.waiting
    before = site.narrator.syntheses - spoken(site)
    fetched = threading.Thread(target=lambda: [site.voice.clip(one) for one in reversed(clips)])
    fetched.start()                                      # a learner asks for the same meanwhile
    site.background.queue.work_off()
    fetched.join()
    assert site.narrator.syntheses - spoken(site) == before          # nothing was said twice,
    site.background.queue.ask("baca-90-baru", "id")
    site.background.queue.work_off()
    assert site.narrator.syntheses - spoken(site) == before
    made = [list((site.settings.audio / "klip").glob(f"{one}-*.mp3")) for one in clips]
    assert all(len(files) == 1 for files in made)                    # nor made
    assert "Suara: semua siap." in shown()


def test_a_lesson_that_was_taken_back_is_not_narrated(app: Flask, cast: Cast) -> None:
    published(app, cast)
    staffed(app, cast.dewi).post(
        "/penulis/tarik", data={"pelajaran": "baca-90-baru", "bahasa": "id"}, headers=SAME_SITE
    )
    site: Site = app.extensions[KEY]
    before = list((site.settings.audio / "klip").glob("*"))
    site.background.queue.work_off()
    assert list((site.settings.audio / "klip").glob("*")) == before
    assert not site.background.queue.waiting


def test_it_stands_aside_while_somebody_waits_for_an_answer(app: Flask) -> None:
    asked, answer = threading.Event(), threading.Event()

    def slow(environ: "WSGIEnvironment", start: Any) -> Iterable[bytes]:
        asked.set()
        answer.wait(10)
        return []

    waiting = Waiting(slow)
    assert waiting.over(0)
    learner = threading.Thread(target=lambda: list(waiting({}, lambda *_: lambda _: None)))
    learner.start()
    assert asked.wait(10)
    assert not waiting.over(0.05)                        # but not for ever
    began = time.monotonic()
    threading.Timer(0.1, answer.set).start()
    assert waiting.over(10)
    assert time.monotonic() - began < 5
    learner.join()


def test_an_answer_that_breaks_off_is_waited_for_no_longer() -> None:
    def broken(environ: "WSGIEnvironment", start: Any) -> Iterable[bytes]:
        raise ValueError("oh")

    waiting = Waiting(broken)
    with pytest.raises(ValueError, match="oh"):
        waiting({}, lambda *_: lambda _: None)
    assert waiting.over(0)


def test_every_request_of_the_site_is_counted(app: Flask, tmp_path: Path) -> None:
    site: Site = app.extensions[KEY]
    seen: list[object] = []

    def asked() -> str:
        seen.append(_soon(site))
        return ""

    app.add_url_rule("/uji", "uji", asked)
    app.test_client().get("/uji")
    assert seen == [False]
    assert site.background.stand_aside() is True


def _soon(site: Site) -> object:
    """Ask from another thread, as the one in the background does, whether it may go on."""
    found: list[object] = []
    asking = threading.Thread(target=lambda: found.append(site.background.stand_aside()))
    asking.start()
    asking.join(0.2)
    return bool(found)
