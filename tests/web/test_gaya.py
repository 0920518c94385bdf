"""The living page shows every component in each state, by the pages' own templates."""

import re
from dataclasses import replace

import pytest
from flask import Flask

from elearn import paths
from elearn.web import create_app
from elearn.web.assets import squeeze_css
from elearn.web.gaya import SHOWN, SWITCHES, drawn, places
from elearn.web.gaya.scenes import SCENES
from elearn.web.site import KEY

CSS = paths.shipped("static") / "css"
ELSEWHERE = {"js", "now", "piece", "more", "worded", "crowd", "foto"}
"""Classes that a script gives, or pictures that the lessons of the scenes have none of."""


@pytest.fixture
def shown(app: Flask) -> str:
    site = app.extensions[KEY]
    demo = create_app(replace(site.settings, demo=True), site.now)
    answer = demo.test_client().get("/gaya")
    assert answer.status_code == 200
    demo.extensions[KEY].store.close()
    return answer.text


def test_every_component_has_its_showing_and_says_what_it_is(shown: str) -> None:
    for name in SHOWN:
        assert places(name), name
        assert f'<li id="{name}"><strong>{name}</strong> ' in shown
    known = {*SHOWN}
    assert all(set(scene.components) <= known for scene in SCENES)


def test_every_class_of_a_component_is_seen(shown: str) -> None:
    there = {one for names in re.findall(r'class="([^"]*)"', shown) for one in names.split()}
    owed = {
        name: set(re.findall(r"\.([a-z][\w-]*)(?=[^{}]*\{)",
                             squeeze_css((CSS / name).read_text("utf-8")))) - ELSEWHERE
        for name in SHOWN
    }
    assert {name: classes - there for name, classes in owed.items() if classes - there} == {}


def test_the_states_that_are_often_forgotten_are_designed(shown: str) -> None:
    titles = " ".join(scene.title for scene in SCENES)
    for state in ("Empty", "Loading", "Offline", "Error", "No sound", "Not yet", "Right"):
        assert state in titles
    assert all(f"?{name}" in shown for name in SWITCHES)


def test_each_trouble_has_a_picture_a_sentence_and_a_way_on(app: Flask) -> None:
    with app.test_request_context("/gaya"):
        for scene in SCENES:
            if not scene.title.startswith(("Error", "Offline", "Empty", "Changed", "Loading")):
                continue
            body = str(drawn(scene))
            main = body.partition("<main")[2].partition("</main>")[0]
            assert "<img" in main, scene.title
            assert re.search(r'class="(button|icon)', body.replace("summary", "")), scene.title
            assert 'class="dengar"' in body, scene.title


def test_it_is_there_for_who_works_on_it_and_for_nobody_else(app: Flask) -> None:
    assert app.test_client().get("/gaya").status_code == 404
