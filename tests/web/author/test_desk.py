"""An author with nothing installed: gives, sees, mends, looks, publishes, takes back."""

import io
import re
import shutil
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from playwright.sync_api import Browser, expect

from elearn import paths
from elearn.content.catalogue import Shelf
from elearn.web.author import desk
from elearn.web.site import KEY
from tests.cast import SAME_SITE, Cast, enrolled, sign_in, staffed
from tests.conftest import FixedClock
from tests.content.written import written
from tests.live import live
from tests.web.test_answers import seat_of

NAME = "baca-90-baru.md"
TEXT = written().replace("baca-03-", "baca-90-").replace("Suku kata ma dan ba", "Ma dan ba baru")
FAULTY = TEXT.replace("- [ ] mimi", "- [x] mimi", 1)


def last_listed(client: FlaskClient) -> str:
    """Return the pages of the reading lessons from the third on: one numbered 90 stands there."""
    return "".join(
        client.get(f"/ranah/literasi?hal={page}").get_data(as_text=True) for page in range(3, 12)
    )


def test_a_windows_file_is_taken_and_given_back_clean(app: Flask, cast: Cast) -> None:
    dewi = staffed(app, cast.dewi)
    raw = TEXT.replace("\n", "\r\n").replace("Ini ibu.", "Ini “ibu”.").encode("cp1252")
    kept = dewi.post(
        "/penulis/baru", headers=SAME_SITE, content_type="multipart/form-data",
        data={"berkas": (io.BytesIO(raw), NAME + ".txt")},
    )  # fmt: skip
    assert kept.status_code == 303
    page = dewi.get(kept.headers["Location"])
    assert "Semua baik." in page.text
    assert "hal kecil sudah dirapikan" in page.text
    file = dewi.get(kept.headers["Location"].partition("?")[0] + "/unduh")
    assert NAME in file.headers["Content-Disposition"]
    assert 'Ini "ibu".' in file.text
    assert "\r" not in file.text


def test_b1_a_hostile_text_is_shown_and_does_nothing(app: Flask, cast: Cast) -> None:
    dewi = staffed(app, cast.dewi)
    evil = TEXT.replace("Ini ibu.", '<script>alert(1)</script> <img src=x onerror="alert(2)">')
    kept = dewi.post("/penulis/baru", data={"teks": evil, "nama": NAME}, headers=SAME_SITE)
    page = dewi.get(kept.headers["Location"]).text
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)" in page
    look = kept.headers["Location"] + "/lihat/dewasa/"
    assert dewi.get(look).status_code == 404            # what is faulty is no page


@pytest.mark.parametrize("name", ["../../../tmp/x.md", "CON", "x" * 300, "tanpa ranah.md", ""])
def test_b3_a_bad_name_loses_nothing_that_was_typed(app: Flask, cast: Cast, name: str) -> None:
    dewi = staffed(app, cast.dewi)
    told = dewi.post("/penulis/baru", data={"teks": TEXT, "nama": name}, headers=SAME_SITE)
    assert told.status_code == 422
    assert "Kode: baca-90-aaaa" in told.text


def test_a_big_or_binary_upload_is_told_and_not_kept(app: Flask, cast: Cast) -> None:
    dewi = staffed(app, cast.dewi)
    for content in (b"x" * 70_000, bytes(range(256)) * 40):
        told = dewi.post(
            "/penulis/baru", headers=SAME_SITE, content_type="multipart/form-data",
            data={"berkas": (io.BytesIO(content), NAME)},
        )  # fmt: skip
        assert told.status_code in {303, 422}
        if told.status_code == 303:
            assert "harus diperbaiki" in dewi.get(told.headers["Location"]).text


def test_an_author_mends_looks_publishes_and_takes_back(
    app: Flask, cast: Cast, chromium: Browser
) -> None:
    with live(app) as address:
        context = chromium.new_context(viewport={"width": 1366, "height": 768})
        context.set_default_timeout(20_000)
        cookie = staffed(app, cast.dewi).get_cookie("petugas")
        assert cookie is not None
        context.add_cookies([{"name": "petugas", "value": cookie.value, "url": address}])
        page = context.new_page()
        page.goto(address)
        page.get_by_role("link", name="Pelajaran baru").click()
        page.get_by_label("Atau tempel tulisannya di sini").fill(FAULTY)
        page.locator("#nama").fill(NAME)
        page.get_by_role("button", name="Periksa").click()
        bad = page.locator(".source .bad").first
        expect(bad).to_be_visible()
        line = int((bad.get_attribute("id") or "b0")[1:])
        assert FAULTY.split("\n")[line - 1] in bad.inner_text()
        page.set_viewport_size({"width": 360, "height": 640})
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
        page.get_by_label("Tulisan").fill(TEXT)
        page.get_by_role("button", name="Periksa lagi").click()
        expect(page.get_by_role("status")).to_contain_text("Semua baik.")
        for audience in ("anak", "dewasa"):
            page.locator("summary", has_text=audience).click()
            phone = page.frame_locator(f"iframe[title^='{audience}, 360']")
            expect(phone.locator("main[data-lesson]")).to_be_visible()
        sound = phone.locator(".screen.now a.dengar").first.get_attribute("href")
        heard = page.request.get(f"{address}{sound}")
        assert heard.ok
        assert len(heard.body()) > 2000
        page.get_by_role("button", name="Terbitkan").click()
        expect(page.locator("h1")).to_contain_text("terbit")
        sari = enrolled(app, cast.device)
        assert sign_in(sari, cast.sari) == 303
        assert "Ma dan ba baru" in last_listed(sari)
        lesson = f"/b/{seat_of(sari)}/baca-90-baru/"
        assert sari.get(lesson).status_code == 200
        page.get_by_role("button", name="Tarik kembali").click()
        expect(page.locator("h1")).to_have_text("Meja penulis")
        assert "Ma dan ba baru" not in last_listed(sari)
        context.close()


def test_without_script_an_answer_is_told_and_kept_for_nobody(app: Flask, cast: Cast) -> None:
    dewi = staffed(app, cast.dewi)
    kept = dewi.post("/penulis/baru", data={"teks": TEXT, "nama": NAME}, headers=SAME_SITE)
    look = kept.headers["Location"] + "/lihat/dewasa/"
    asked = re.search(r'name="s" value="([^"]+)"', dewi.get(look).text)
    assert asked
    told = dewi.post(look, data={"s": asked[1], "a": "0"}, headers=SAME_SITE)
    page = dewi.get(told.headers["Location"])
    assert "Benar!" in page.text or "Belum." in page.text
    assert dewi.post(look, data={"s": "tidak~ada"}, headers=SAME_SITE).status_code == 400


def test_the_desk_names_facts_that_are_due_and_a_draft_says_what_waits(
    app: Flask, cast: Cast, clock: FixedClock
) -> None:
    due, waits = "Fakta yang perlu diperiksa lagi", "tidak ditanyakan sampai F-OJK"
    text = TEXT.replace("- [ ] mimi", "- [ ] {F-OJK}").replace("Ini ibu.", "Telepon {F-OJK}.")
    dewi = staffed(app, cast.dewi)
    kept = dewi.post("/penulis/baru", data={"teks": text, "nama": NAME}, headers=SAME_SITE)
    where = kept.headers["Location"]
    assert due not in dewi.get("/penulis/").text
    assert waits not in dewi.get(where).text
    clock.time = datetime(2027, 5, 24, 1, 0, tzinfo=UTC)
    dewi = staffed(app, cast.dewi)
    desk = dewi.get("/penulis/").text
    assert due in desk
    assert "F-OJK: 157" in desk
    assert "F-OJK lewat sesudah 2027-05-23." in desk
    assert waits in (page := dewi.get(where).text)
    assert "pelajar membaca &#39;tanyakan petugas&#39; di sini" in page
    assert "tanyakan petugas" in dewi.get(f"{where}/lihat/dewasa/").text


def test_b13_the_desk_says_which_lesson_files_are_to_be_mended(
    app: Flask, cast: Cast, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    lessons = tmp_path / "lessons"
    shutil.copytree(paths.shipped("lessons"), lessons)
    shelf = Shelf(lessons)
    broken = lessons / "literasi" / "baca-03-m-b.md"
    whole = broken.read_bytes()
    broken.write_bytes(whole[: len(whole) // 2])
    (lessons / "literasi" / "catatan.docx").write_bytes(b"")
    assert shelf.refresh()
    site = app.extensions[KEY]
    monkeypatch.setitem(app.extensions, KEY, replace(site, shelf=shelf))
    page = staffed(app, cast.dewi).get("/penulis/").text
    assert "Berkas yang perlu diperbaiki" in page
    assert "literasi/baca-03-m-b.md:" in page
    assert "Pelajar masih membaca isinya yang lama." in page
    assert "catatan.docx" in page
    assert "Berkas yang perlu diperbaiki" not in staffed(
        app, cast.dewi, app.test_client()
    ).get("/penulis/baru").text


def test_two_thousand_lessons_are_listed_a_page_at_a_time(
    app: Flask, cast: Cast, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(desk, "LISTED", 3)
    dewi = staffed(app, cast.dewi)
    seen = []
    for page in ("1", "2", "99"):
        seen.append(set(re.findall(r"\?dari=([a-z0-9-]+)", dewi.get(f"/penulis/?hal={page}").text)))
    assert all(1 <= len(one) <= 3 for one in seen)
    assert not seen[0] & seen[1]


def test_a_lesson_ahead_of_those_before_it_is_looked_at_and_not_published(
    app: Flask, cast: Cast
) -> None:
    dewi = staffed(app, cast.dewi)
    ahead = TEXT.replace("menit: 15\n", "menit: 15\nprasyarat: baca-89-belum-ada\n", 1)
    kept = dewi.post("/penulis/baru", data={"teks": ahead, "nama": NAME}, headers=SAME_SITE)
    draft = kept.headers["Location"].partition("?")[0]
    page = dewi.get(draft).text
    assert "baca-89-belum-ada" in page
    assert "Terbitkan" not in page
    assert dewi.get(f"{draft}/lihat/dewasa/").status_code == 200
    dewi.post(f"{draft}/terbit", headers=SAME_SITE)
    assert "belum terbit" in dewi.get("/penulis/").text
    assert app.extensions[KEY].shelf.current.lesson("baca-90-baru") is None
