"""What stands on a learner's page can be heard there, or behind its "?"; and entering one is light.
"""

import re
from collections.abc import Iterator
from functools import partial

import pytest
from flask import Flask, abort
from flask.testing import FlaskClient

from elearn.accounts import devices
from elearn.web.errors import TROUBLES, InsufficientStorage
from elearn.web.site import KEY
from tests.cast import SAME_SITE, Cast, enrolled, sign_in
from tests.web import ways_in
from tests.web.hearing import listening, unheard
from tests.web.test_answers import STEM, seat_of
from tests.web.test_pages import LESSONS, pages

ENTRY = 12 * 1024
"""Bytes of what a page says by itself; a question of placement says what it asks."""

STEMS = frozenset({"baca-01-vokal-a-i-u", "baca-12-uji-suku-terbuka", "hitung-17-kembalian"})

_FOOT = re.compile(r'<\w+ class="foot" [^>]*data-enter[^>]*>.*?href="([^"]+)"', re.DOTALL)
_BRIEF = re.compile(r'data-brief="([^"]+)"')


@pytest.mark.audio
def test_what_stands_on_a_page_can_be_heard_and_entering_it_is_light(
    app: Flask, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = listening(app.extensions[KEY].narrator, monkeypatch)
    silent, heavy, entered = {}, {}, 0
    for path, client in (*pages(app, cast), *handed_on(app, cast)):
        if any(stem in path for stem in LESSONS if stem not in STEMS):
            continue
        html = client.get(path).get_data(as_text=True)
        if found := unheard(app, html, client, told):
            silent[path] = found
        if (said := _entry(html, client)) is not None:
            entered += 1
            if said > ENTRY:
                heavy[path] = said
    assert silent == {}
    assert heavy == {}
    assert entered > 20


def handed_on(app: Flask, cast: Cast) -> Iterator[tuple[str, FlaskClient]]:
    """Yield the pages of a phone that goes round; they are asked for after all others."""
    with app.extensions[KEY].store.writing() as session:
        device = devices.device_of(session, cast.device)
        assert device is not None
        devices.send_round(session, device.id, True)
    own = enrolled(app, cast.device)
    sign_in(own, cast.sari)
    yield "/", own
    yield f"/b/{seat_of(own)}/{STEM}/selesai", own
    own.post("/keluar", headers=SAME_SITE)
    yield "/?ganti=1", own


def _entry(html: str, client: FlaskClient) -> int | None:
    """Return the bytes of what a page says when it is entered; None where that is a lesson's."""
    found = _BRIEF.search(html) or _FOOT.search(html)
    return len(client.get(found[1]).get_data()) if found else None


def _fail(code: int) -> str:
    if code == InsufficientStorage.code:
        raise InsufficientStorage
    abort(code)


@pytest.mark.audio
def test_every_error_can_be_heard_by_a_learner(app: Flask, cast: Cast) -> None:
    for code in TROUBLES:
        app.add_url_rule(f"/galat/{code}", f"galat{code}", partial(_fail, code))
    own = enrolled(app, cast.device)
    sign_in(own, cast.sari)
    for code in TROUBLES:
        page = own.get(f"/galat/{code}").get_data(as_text=True)
        assert unheard(app, page, own, []) == []


@pytest.mark.audio
def test_what_keeps_her_from_going_on_can_be_heard(
    app: Flask, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = listening(app.extensions[KEY].narrator, monkeypatch)
    door, own, other = (enrolled(app, cast.device) for _ in range(3))
    sign_in(own, cast.sari)
    sign_in(other, cast.rudi)
    asked = next(client for path, client in ways_in.pages(app, cast) if path == "/izin")
    wrong = {"sudah": "-".join(str(one) for one in cast.sari.code[::-1])}

    def shown(client: FlaskClient, path: str, form: dict[str, str] | None = None) -> str:
        method = "GET" if form is None else "POST"
        answer = client.open(path, method=method, data=form, headers=SAME_SITE)
        return answer.get_data(as_text=True)

    tried = [shown(door, f"/masuk/{cast.sari.id}", wrong) for _ in range(6)]
    blocked = {
        "wrong pictures": (tried[0], door, "Belum cocok"),
        "held": (tried[-1], door, "menit"),
        "somebody else": (shown(other, f"/b/{seat_of(own)}/{STEM}/"), other, "ganti orang"),
        "no consent": (shown(asked, "/izin", {"izin": "belum"}), asked, "Nama ini belum dipakai"),
        "unasked": (app.test_client().post("/coba", data={"umur": "anak"})
                    .get_data(as_text=True), app.test_client(), "Kirim?"),
    }
    for what, (html, client, words) in blocked.items():
        assert words in html, what
        sent = {"anak"} if what == "unasked" else set()      # her own words, shown to be confirmed
        assert set(unheard(app, html, client, told)) == sent, what
