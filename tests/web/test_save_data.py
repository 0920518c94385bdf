"""Who saves data is sent nothing that she did not tap: no voice by itself, nothing ahead."""

import pytest
from flask import Flask
from playwright.sync_api import Browser

from bench.wire import Wire
from tests.cast import Cast, enrolled, sign_in
from tests.live import live
from tests.web.test_answers import STEM, seat_of

SAVES = {"Save-Data": "on"}


def test_a_page_says_to_its_scripts_that_she_saves(app: Flask, cast: Cast) -> None:
    own = enrolled(app, cast.device)
    sign_in(own, cast.sari)
    lesson = f"/b/{seat_of(own)}/{STEM}/"
    for path in ("/", "/ranah/literasi", lesson):
        assert " data-hemat" in own.get(path, headers=SAVES).text
        assert " data-hemat" not in own.get(path).text
        assert " data-hemat" not in own.get(path, headers={"Save-Data": "off"}).text
    kept = own.get(lesson).headers["ETag"]
    assert own.get(lesson, headers={"If-None-Match": kept}).status_code == 304
    assert own.get(lesson, headers={"If-None-Match": kept, **SAVES}).status_code == 200


@pytest.mark.browser
def test_nothing_sounds_by_itself_where_only_the_header_says_so(
    app: Flask, cast: Cast, chromium: Browser
) -> None:
    own = enrolled(app, cast.device)
    sign_in(own, cast.sari)
    with live(app) as address:
        heard = {}
        for saves in (False, True):
            context = chromium.new_context(extra_http_headers=SAVES if saves else {})
            context.add_cookies([
                {"name": one.key, "value": one.value, "url": address}
                for one in map(own.get_cookie, ("perangkat", "sesi")) if one
            ])
            context.add_init_script("sessionStorage.setItem('suara', '1')")
            page = context.new_page()
            wire = Wire(page)
            page.goto(f"{address}/b/{seat_of(own)}/{STEM}/", wait_until="networkidle")
            heard[saves] = [one.path for one in wire.requests if one.path.endswith(".mp3")]
            context.close()
    assert heard[False] != []
    assert heard[True] == []
