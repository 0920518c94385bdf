"""B12: a lesson is changed, renamed or taken away while somebody is in it: hers goes on."""

import shutil
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlencode

import pytest
from flask import Flask

from elearn import paths
from elearn.learning import answers
from elearn.settings import Settings
from elearn.web.learn.given import lesson_of
from tests.cast import SAME_SITE, Cast
from tests.web.test_answers import SCRIPT, STEM, form_for, log, signed_in, site_of

FILE = Path("numerasi") / f"{STEM}.md"


@pytest.fixture
def settings(tmp_path: Path, sounds: Path) -> Settings:
    """A hub whose lessons its author can change."""
    lessons = tmp_path / "lessons"
    shutil.copytree(paths.shipped("lessons"), lessons)
    data = tmp_path / "data"
    data.mkdir()
    return replace(Settings(), data=data, lessons=lessons, audio=sounds)


def swapped(text: str) -> str:
    """Return the lesson with another right answer to its first question."""
    first = text.index("### Soal")
    head, asked = text[:first], text[first:]
    asked = asked.replace("- [x] 2\n", "- [ ] 2\n", 1).replace("- [ ] 1\n", "- [x] 1\n", 1)
    assert head + asked != text
    return head + asked


@pytest.mark.parametrize("change", ["changed", "broken", "renamed", "taken away"])
def test_b12_an_answer_to_the_page_begun_is_marked_by_that_page(
    app: Flask, cast: Cast, change: str
) -> None:
    site = site_of(app)
    client, seat = signed_in(app, cast, cast.sari)
    assert client.get(f"/b/{seat}/{STEM}/").status_code == 200
    form = form_for(app, seat)
    version = form["s"].rsplit("~", 1)[1]
    path = site.settings.lessons / FILE
    text = path.read_text()
    match change:
        case "changed":
            path.write_text(swapped(text))
        case "broken":
            path.write_text(text[: len(text) // 2])
        case "renamed":
            path.rename(path.with_name("hitung-01-lain.md"))
            path.with_name(f"{STEM}.en.md").unlink()
        case _:
            path.unlink()
            path.with_name(f"{STEM}.en.md").unlink()
    assert site.shelf.refresh()
    reply = client.post(f"/b/{seat}/{STEM}/", data=form, headers=SCRIPT)
    assert reply.status_code == 200
    assert reply.get_json()["outcome"] == "right"
    with app.test_request_context():
        begun = lesson_of(version)
    assert begun is not None
    assert begun.version == version
    plain = client.post(f"/b/{seat}/{STEM}/", data=form | {"coba": "2"}, headers=SAME_SITE)
    assert plain.status_code == 303
    told = client.get(plain.headers["Location"])
    assert told.status_code == 200
    assert "Benar!" in told.text
    assert client.get(f"/b/{seat}/{STEM}/selesai").status_code in {200, 404}


def test_b12_a_question_that_got_a_new_answer_is_asked_anew(app: Flask, cast: Cast) -> None:
    site = site_of(app)
    client, seat = signed_in(app, cast, cast.sari)
    client.get(f"/b/{seat}/{STEM}/")
    old = form_for(app, seat)
    path = site.settings.lessons / FILE
    path.write_text(swapped(path.read_text()))
    assert site.shelf.refresh()
    client.get(f"/b/{seat}/{STEM}/")
    new = form_for(app, seat)
    assert new["s"] != old["s"]
    assert client.post(f"/b/{seat}/{STEM}/", data=new, headers=SCRIPT).json["outcome"] == "right"  # type: ignore[index]  # JSON was asked for
    mixed = new | {"a": old["a"]}
    assert client.post(f"/b/{seat}/{STEM}/", data=mixed, headers=SCRIPT).json["outcome"] == "wrong"  # type: ignore[index]  # the same


def test_c5_of_answers_that_waited_the_good_ones_are_stored_and_bad_ones_hold_none_up(
    app: Flask, cast: Cast
) -> None:
    """Answers that came after a session had ended are stored together at the next sign-in."""
    from elearn.learning import held

    site = site_of(app)
    client, seat = signed_in(app, cast, cast.sari)
    client.get(f"/b/{seat}/{STEM}/")
    good = [form_for(app, seat, at) for at in range(4)]
    client.post("/keluar", headers=SAME_SITE)
    rows = [
        good[3], {"s": "baca-99-xxxx~0~0", "a": "0"},                # a question of no lesson
        good[1], {"s": good[0]["s"]}, {"a": "1"}, {},                # cut short
        good[2], good[2], good[0],                                   # twice, and out of order
    ]
    bodies = [urlencode(row, doseq=True) for row in rows]
    bodies += [bodies[0][: len(bodies[0]) // 2], "\0%%%", "s=" + "~" * 500]
    with site.store.writing() as session:
        for number, body in enumerate(bodies):
            stem = "hitung-99-tidak-ada" if number == 1 else STEM
            held.hold(session, seat, f"/b/{seat}/{stem}/", body.encode(), site.now())
    from tests.cast import sign_in

    assert sign_in(client, cast.sari) == 303
    with site.store.reading() as session:
        kept = answers.log(session, cast.sari.id)
    codes = sorted(form["s"].split("~")[0] for form in good)
    assert sorted(one.question for one in kept) == codes
    assert all(one.right for one in kept)
    assert len(log(app, cast.sari)) == 4


def test_c5_an_unknown_or_cut_answer_is_named_back_and_the_next_is_stored(
    app: Flask, cast: Cast
) -> None:
    client, seat = signed_in(app, cast, cast.sari)
    good = form_for(app, seat)
    unknown = client.post(f"/b/{seat}/tidak-ada/", data=good, headers=SCRIPT)
    assert (unknown.status_code, unknown.get_json()) == (400, {"error": "soal-tidak-ada"})
    cut = client.post(f"/b/{seat}/{STEM}/", data={"s": good["s"][:12]}, headers=SCRIPT)
    assert (cut.status_code, cut.get_json()) == (400, {"error": "soal-tidak-ada"})
    assert client.post(f"/b/{seat}/{STEM}/", data=good, headers=SCRIPT).status_code == 200
    assert len(log(app, cast.sari)) == 1
