"""An author gives pictures and recordings with nothing but a browser."""

import re
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from playwright.sync_api import Browser, expect
from werkzeug.test import TestResponse

from elearn.authoring import own_files
from elearn.operating import archive, backup
from elearn.web import bodies
from elearn.web.site import KEY
from tests.cast import SAME_SITE, Cast, enrolled, sign_in, staffed
from tests.content.own_files import bomb, photograph, voice
from tests.content.written import written
from tests.live import live
from tests.web.test_answers import seat_of

NAME = "baca-90-baru.md"
STEP = "Ini ikan.\n\n![Seekor ikan](gambar/ikan.jpg)\n\nSuara: [ma](suara/ma.wav)\n"
TEXT = written(step=STEP).replace("baca-03-", "baca-90-")


def drafted(client: FlaskClient, text: str = TEXT) -> str:
    """Keep a draft and return its address."""
    kept = client.post("/penulis/baru", data={"teks": text, "nama": NAME}, headers=SAME_SITE)
    return kept.headers["Location"].partition("?")[0]


def give(client: FlaskClient, draft: str, data: bytes, name: str, wanted: str = "") -> TestResponse:
    """Post a file as a browser does, in one piece (the test client lets large ones lie open)."""
    field = 'Content-Disposition: form-data; name="{}"{}\r\n\r\n'
    body = b"--batas\r\n" + field.format("nama", "").encode() + wanted.encode() + b"\r\n--batas\r\n"
    body += field.format("berkas", f'; filename="{name}"').encode() + data + b"\r\n--batas--\r\n"
    return client.post(f"{draft}/berkas", headers=SAME_SITE, data=body,
                       content_type="multipart/form-data; boundary=batas")


def test_what_a_lesson_lacks_is_asked_for_and_then_all_is_well(app: Flask, cast: Cast) -> None:
    dewi = staffed(app, cast.dewi)
    draft = drafted(dewi)
    page = dewi.get(draft).text
    assert "Naskah ini memakai gambar/ikan.jpg, yang belum ada." in page
    assert "Naskah ini memakai suara/ma.wav, yang belum ada." in page
    for data, name, wanted in ((photograph(), "IMG_2031.JPG", "gambar/ikan.jpg"),
                               (voice(), "Rekaman baru.wav", "suara/ma.wav")):
        kept = give(dewi, draft, data, name, wanted)
        assert kept.status_code == 303
        assert f"Tersimpan: {wanted}" in dewi.get(kept.headers["Location"]).text
    page = dewi.get(draft).text
    assert "Semua baik." in page
    look = dewi.get(f"{draft}/lihat/dewasa/").text
    (address,) = re.findall(r'src="(/gambar/p-[^"]+)"', look)
    assert dewi.get(address).mimetype == "image/jpeg"


def test_learners_meet_the_picture_and_a_backup_holds_it(
    app: Flask, cast: Cast, tmp_path: Path
) -> None:
    dewi, site = staffed(app, cast.dewi), app.extensions[KEY]
    draft = drafted(dewi)
    give(dewi, draft, photograph(), "ikan.jpg")
    give(dewi, draft, voice(), "ma.wav")
    assert dewi.post(f"{draft}/terbit", headers=SAME_SITE).status_code == 303
    sari = enrolled(app, cast.device)
    assert sign_in(sari, cast.sari) == 303
    assert "/gambar/p-" in sari.get(f"/b/{seat_of(sari)}/baca-90-baru/").text
    about = backup.back_up(site.settings.database, site.settings.data, tmp_path / "c.zip",
                           site.now())
    assert "pelajaran/literasi/gambar/ikan.jpg" in about.files
    with archive.opened(tmp_path / "c.zip") as (_about, folder):
        kept = (folder / "pelajaran" / "literasi" / "suara" / "ma.wav").read_bytes()
    assert kept == voice()


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("Foto Pasar (1).JPG", "gambar/foto-pasar-1.jpg"), ("../../x/ikan.png", "gambar/ikan.jpg"),
        ("Ikan.jpeg", "gambar/ikan.jpeg"), ("ikan", "gambar/ikan.jpg"),
        ("🐟.jpg", "gambar/berkas.jpg"), ("Ikán.jpg", "gambar/ikan.jpg"),
        ("x" * 300 + ".jpg", f"gambar/{'x' * 60}.jpg"), (".jpg", "gambar/jpg.jpg"),
    ],
)  # fmt: skip
def test_any_name_becomes_a_plain_one(app: Flask, cast: Cast, given: str, kept: str) -> None:
    dewi, site = staffed(app, cast.dewi), app.extensions[KEY]
    answer = give(dewi, drafted(dewi), photograph((40, 40)), given)
    assert answer.status_code == 303
    assert own_files.listed(site.settings.data, "literasi") == [kept]


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "Pilih gambar atau rekaman dulu."),
        (b"<script>alert(1)</script>", "bukan PNG, JPEG, WebP atau GIF"),
        (bomb(50_000, 50_000), "50000 × 50000 titik"),
        (photograph()[:3000], "rusak atau terpotong"),
        (voice(21.0, rate=8000), "lebih dari 20 detik"),
    ],
)
def test_what_learners_could_not_get_is_not_kept(
    app: Flask, cast: Cast, data: bytes, why: str
) -> None:
    dewi, site = staffed(app, cast.dewi), app.extensions[KEY]
    answer = give(dewi, drafted(dewi), data, "ikan.jpg")
    assert answer.status_code == 422
    assert why in answer.text
    assert own_files.listed(site.settings.data, "literasi") == []


def test_a_name_is_given_once(app: Flask, cast: Cast) -> None:
    dewi = staffed(app, cast.dewi)
    draft = drafted(dewi)
    assert give(dewi, draft, photograph((40, 40)), "ikan.jpg").status_code == 303
    assert give(dewi, draft, photograph((40, 40)), "ikan.jpg").status_code == 303
    other = give(dewi, draft, photograph((41, 40)), "ikan.jpg")
    assert other.status_code == 422
    assert "Nama &#39;gambar/ikan.jpg&#39; sudah dipakai berkas lain." in other.text


def test_a_file_of_a_published_lesson_stays(app: Flask, cast: Cast) -> None:
    dewi, site = staffed(app, cast.dewi), app.extensions[KEY]
    draft = drafted(dewi)
    for data, name in ((photograph(), "ikan.jpg"), (voice(), "ma.wav"), (voice(), "mi.wav")):
        give(dewi, draft, data, name)
    dewi.post(f"{draft}/terbit", headers=SAME_SITE)

    def drop(name: str) -> int:
        return dewi.post(f"{draft}/berkas/hapus", data={"nama": name},
                         headers=SAME_SITE).status_code

    assert (drop("gambar/ikan.jpg"), drop("suara/mi.wav"), drop("../../elearn.db")) == (
        422, 303, 404)
    assert own_files.listed(site.settings.data, "literasi") == ["gambar/ikan.jpg", "suara/ma.wav"]


def test_there_is_an_end_to_files(
    app: Flask, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    dewi = staffed(app, cast.dewi)
    draft = drafted(dewi)
    monkeypatch.setattr(own_files, "MOST_FILES", 1)
    assert give(dewi, draft, photograph((40, 40)), "ikan.jpg").status_code == 303
    full = give(dewi, draft, photograph((41, 40)), "bola.jpg")
    assert full.status_code == 422
    assert "Tempat berkas sudah penuh" in full.text


def test_only_this_form_takes_large_bodies_and_not_larger_ones(app: Flask, cast: Cast) -> None:
    dewi = staffed(app, cast.dewi)
    draft = drafted(dewi)
    large = photograph() + b"\0" * (bodies.LIMIT * 2)
    assert give(dewi, draft, large, "ikan.jpg").status_code == 303
    assert give(dewi, draft, b"\0" * bodies.LARGE, "ikan.jpg").status_code == 413
    other = dewi.post("/penulis/baru", headers=SAME_SITE, data=large)
    assert other.status_code == 413


def test_a_link_to_another_lesson_does_not_break_the_look(app: Flask, cast: Cast) -> None:
    dewi = staffed(app, cast.dewi)
    draft = drafted(dewi, written(step="[Buka](baca-01-vokal-a-i-u.md).\n").replace(
        "baca-03-", "baca-90-"))
    assert 'href="../baca-01-vokal-a-i-u/"' in dewi.get(f"{draft}/lihat/dewasa/").text
    there = dewi.get(f"{draft}/lihat/baca-01-vokal-a-i-u/")
    assert there.status_code == 200
    assert "Di sini hanya contoh." in there.text
    assert dewi.get(f"{draft}/lihat/baca-77-tidak-ada/").status_code == 404


@pytest.mark.browser
def test_an_author_on_a_phone_gives_a_picture(app: Flask, cast: Cast, chromium: Browser) -> None:
    dewi = staffed(app, cast.dewi)
    draft = drafted(dewi, TEXT.replace("Suara: [ma](suara/ma.wav)\n", ""))
    cookie = dewi.get_cookie("petugas")
    assert cookie is not None
    with live(app) as address:
        context = chromium.new_context(viewport={"width": 360, "height": 640},
                                       java_script_enabled=False)
        context.add_cookies([{"name": "petugas", "value": cookie.value, "url": address}])
        page = context.new_page()
        page.goto(address + draft)
        page.locator("#berkas1").set_input_files(
            {"name": "IMG_1.JPG", "mimeType": "image/jpeg", "buffer": photograph()})
        page.get_by_role("button", name="Simpan berkas").first.click()
        expect(page.locator(".done").first).to_contain_text("Tersimpan: gambar/ikan.jpg")
        expect(page.get_by_text("Semua baik.")).to_be_visible()
        context.close()
