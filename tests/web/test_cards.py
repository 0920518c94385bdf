"""Cards on paper: a whole class on sheets to be cut, read by a real reader of QR codes."""

import re

import cv2
import numpy as np
import pytest
from flask import Flask
from playwright.sync_api import Browser, Page

from elearn.teaching import add_learner
from elearn.web.site import KEY
from tests.cast import SAME_SITE, Cast, enrolled, sign_in, staffed
from tests.live import live
from tests.web.test_ways_in import card_of, come_by_card

MM = 96 / 25.4
"""CSS pixels."""
LINK = re.compile(r'<p class="link">(\S+/k/[\w-]{22})</p>')
NAME = re.compile(r"<strong>(\w+)</strong>")


def sheet(app: Flask, cast: Cast, *who: object) -> dict[str, str]:
    """Make cards for these; return the addresses by name."""
    told = staffed(app, cast.maya).post(
        f"/tutor/kelompok/{cast.class_id}/kartu", data={"orang": [str(one) for one in who]},
        headers=SAME_SITE,
    )
    assert told.status_code == 200
    assert told.headers["Cache-Control"] == "no-store"
    cards = told.text.split('class="cards"')[1]
    return dict(zip(NAME.findall(cards), LINK.findall(cards), strict=True))


def test_a_class_gets_its_cards_on_one_page_and_each_opens_for_its_own(
    app: Flask, cast: Cast
) -> None:
    cards = sheet(app, cast, cast.sari.id, cast.rudi.id, cast.tuti.id, "nobody")
    assert list(cards) == ["Rudi", "Sari"]            # Tuti is of another class
    for name, link in cards.items():
        client = app.test_client()
        assert come_by_card(client, link.rpartition("/")[2]) == 303
        assert name in client.get("/").text


def test_those_without_a_card_are_chosen_and_a_new_card_ends_the_old(
    app: Flask, cast: Cast
) -> None:
    old = card_of(app, cast, cast.sari)
    maya, page = staffed(app, cast.maya), f"/tutor/kelompok/{cast.class_id}/kartu"
    asked = maya.get(page).text
    chosen = re.findall(r'name="orang" value="([\w-]+)" checked', asked)
    assert chosen == [str(cast.rudi.id)]
    assert asked.count("sudah punya kartu") == 1
    sheet(app, cast, cast.rudi.id)
    assert come_by_card(app.test_client(), old) == 303
    sheet(app, cast, cast.sari.id)
    assert come_by_card(app.test_client(), old) == 404
    nobody = maya.post(page, data={}, headers=SAME_SITE)
    assert nobody.status_code == 422
    assert "Pilih dulu" in nobody.text


def test_a_lost_card_is_void_at_once_and_who_came_by_it_is_out(app: Flask, cast: Cast) -> None:
    thief, token = app.test_client(), card_of(app, cast, cast.sari)
    assert come_by_card(thief, token) == 303
    assert thief.get("/ranah/literasi").status_code == 200
    maya = staffed(app, cast.maya)
    maya.post(f"/tutor/orang/{cast.sari.id}/kartu/hilang", headers=SAME_SITE)
    assert thief.get("/ranah/literasi").status_code == 303
    assert come_by_card(thief, token) == 404
    assert sign_in(enrolled(app, cast.device), cast.sari) == 303      # her pictures are her own


def test_signed_out_everywhere_at_once_and_in_again_by_her_code(app: Flask, cast: Cast) -> None:
    here, there = enrolled(app, cast.device), app.test_client()
    assert sign_in(here, cast.sari) == 303
    assert come_by_card(there, card_of(app, cast, cast.sari)) == 303
    staffed(app, cast.maya).post(f"/tutor/orang/{cast.sari.id}/keluar", headers=SAME_SITE)
    for client in (here, there):
        assert client.get("/ranah/literasi").status_code == 303
    assert sign_in(here, cast.sari) == 303


def test_a_withdrawn_device_signs_out_at_once_and_shows_no_name(app: Flask, cast: Cast) -> None:
    client, maya = enrolled(app, cast.device), staffed(app, cast.maya)
    assert sign_in(client, cast.sari) == 303
    page = f"/tutor/kelompok/{cast.class_id}/perangkat"
    for found in re.findall(r'action="(/tutor/[^"]+/cabut)"', maya.get(page).text):
        maya.post(found, headers=SAME_SITE)
    assert client.get("/ranah/literasi").status_code == 303
    assert "Sari" not in client.get("/").text
    assert sign_in(client, cast.sari) == 404


@pytest.mark.browser
def test_a_reader_of_qr_codes_reads_each_card_as_it_is_printed(
    app: Flask, cast: Cast, chromium: Browser
) -> None:
    site = app.extensions[KEY]
    with site.store.writing() as session:
        for n in range(10):
            add_learner(session, site.secrets, cast.class_id, f"Maria Magdalena {n}", "🌹",
                        "dewasa", "wali", site.now())
    context = chromium.new_context(viewport={"width": 800, "height": 1200})
    with live(app) as address:
        token = staffed(app, cast.maya).get_cookie("petugas")
        assert token
        context.add_cookies([{"name": "petugas", "value": token.value, "url": address}])
        page = context.new_page()
        page.goto(f"{address}/tutor/kelompok/{cast.class_id}/kartu")
        page.locator("main button.main").click()
        links = page.locator(".badge .link").all_inner_texts()
        page.emulate_media(media="print")
        assert len(links) == 12
        box = page.locator(".badge").first.bounding_box()
        assert box
        assert (round(box["width"] / MM, 1), round(box["height"] / MM, 1)) == (85.6, 54.0)
        assert read(page) == set(links)
        paper = page.pdf(prefer_css_page_size=True)
        assert len(re.findall(rb"/Type\s*/Page\b", paper)) == 2        # ten on the first sheet
    context.close()
    assert all(link.startswith(f"{address}/k/") for link in links)
    assert come_by_card(app.test_client(), links[0].rpartition("/")[2]) == 303


def read(page: Page) -> set[str]:
    """Return what a reader reads off each card, one pixel of the screen a pixel."""
    found = set()
    for card in page.locator(".badge").all():
        pixels = np.frombuffer(card.screenshot(), np.uint8)
        picture = cv2.imdecode(pixels, cv2.IMREAD_GRAYSCALE)
        assert picture is not None
        found.add(cv2.QRCodeDetector().detectAndDecode(picture)[0])
    return found


def test_a_card_that_was_shown_here_and_left_opens_nothing_in_the_next_ones_turn(
    app: Flask, cast: Cast
) -> None:
    client = enrolled(app, cast.device)
    client.get(f"/k/{card_of(app, cast, cast.sari)}")
    assert "Sari" in client.get("/kartu").text
    assert sign_in(client, cast.rudi) == 303
    assert client.get("/kartu").status_code == 404
    assert client.post("/kartu", headers=SAME_SITE).status_code == 404
