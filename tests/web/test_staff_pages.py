"""Pages of staff are whole, kept by no cache, and light enough; test_access looks at them."""

import re
from types import ModuleType

import html5lib
import pytest
from flask import Flask

from elearn.teaching import add_learner
from elearn.web.site import KEY
from tests.cast import SAME_SITE, Cast, staffed
from tests.web.staff_pages import author, people, voices, work
from tests.web.weighing import weigh

ROOMS = (people, work, author, voices)


def check_whole(path: str, html: str) -> None:
    parser = html5lib.HTMLParser(strict=False, namespaceHTMLElements=False)
    tree = parser.parse(html)
    assert not parser.errors, (path, parser.errors[:3])
    assert len(tree.findall(".//h1")) == 1, path
    ids = [one.get("id") for one in tree.iter() if one.get("id")]
    assert len(ids) == len(set(ids)), path
    assert all(form.get("action") for form in tree.iter("form")), path
    assert not re.search(r"<script(?![^>]+src=)|\son\w+=|\sstyle=", html), path


@pytest.mark.parametrize("room", ROOMS)
def test_every_staff_page_is_whole_and_kept_by_no_cache(
    app: Flask, cast: Cast, room: ModuleType
) -> None:
    for path, client in room.pages(app, cast):
        answer = client.get(path)
        assert answer.status_code == 200, path
        assert answer.headers["Cache-Control"] == "no-store"
        check_whole(path, answer.text)


def test_what_a_post_shows_is_whole_too(app: Flask, cast: Cast) -> None:
    for path, form, client in people.posted(app, cast):
        answer = client.post(path, data=form, headers=SAME_SITE)
        assert answer.status_code in {200, 403, 422}, path
        assert answer.headers["Cache-Control"] == "no-store"
        check_whole(path, answer.text)
        for field in re.findall(r'<li><a href="#(\w+)"', answer.text):
            assert f'id="{field}"' in answer.text, (path, field)


def test_the_tutors_first_page_with_thirty_learners_keeps_its_budget(
    app: Flask, cast: Cast
) -> None:
    site = app.extensions[KEY]
    with site.store.writing() as session:
        for number in range(28):
            add_learner(
                session, site.secrets, cast.class_id, f"Pelajar {number}", "🌵", "dewasa",
                "sendiri", site.now(),
            )  # fmt: skip
    client = staffed(app, cast.maya)
    html, whole, requests = weigh(client, f"/tutor/kelompok/{cast.class_id}")
    assert (html <= 8192, whole <= 12288, requests <= 3) == (True, True, True), (html, whole)
