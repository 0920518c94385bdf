"""A tutor begins with nothing: a class, an adult, a device; the adult comes in by her pictures."""

import pytest
from flask import Flask
from playwright.sync_api import Browser, expect

from elearn.accounts import staff
from elearn.web.site import KEY
from tests.cast import Cast
from tests.live import live

pytestmark = pytest.mark.browser

WORDS = "bako-tile-runa-mido-pelu"


def test_a_tutor_takes_an_adult_in_and_she_learns(
    app: Flask, cast: Cast, chromium: Browser
) -> None:
    site = app.extensions[KEY]
    with site.store.writing() as session:
        staff.make_staff(session, "tutor", "lina", "Ibu Lina", WORDS, site.now())
    with live(app) as address:
        context = chromium.new_context(viewport={"width": 360, "height": 640})
        context.set_default_timeout(20_000)
        page = context.new_page()
        page.goto(address)
        page.get_by_role("link", name="Masuk petugas").click()
        page.get_by_label("Nama masuk").fill("lina")
        page.get_by_label("Kata sandi").fill(WORDS)
        page.get_by_role("button", name="Masuk").click()
        page.get_by_role("link", name="Kelompok baru").click()
        page.get_by_label("Nama kelompok").fill("Ibu-ibu pasar")
        page.get_by_role("button", name="Buat kelompok").click()
        page.get_by_role("link", name="Tambah orang").click()
        page.get_by_label("Nama panggilan").fill("Wati")
        page.get_by_label("Dewasa", exact=True).check()
        page.get_by_role("button", name="Simpan").click()
        names = [text.split(". ")[1] for text in page.locator(".code li").all_inner_texts()]
        page.get_by_role("link", name="Sudah").click()
        page.get_by_role("link", name="Perangkat").click()
        page.get_by_role("button", name="Daftarkan perangkat ini").click()
        expect(page.locator(".row")).to_contain_text("Perangkat ini")
        page.locator(".help summary").click()
        page.get_by_role("button", name="Selesai").click()
        page.locator("a.tile", has_text="Wati").click()
        for name in names:
            page.locator("button[name=pilih]", has=page.get_by_alt_text(name, exact=True)).click()
        expect(page.locator("h1")).to_contain_text("Boleh disimpan?")
        page.get_by_role("button", name="Ya, boleh").click()
        expect(page.locator("h1")).to_contain_text("Namaku")
        page.goto(address)
        expect(page.locator("h1")).to_contain_text("Wati")
        page.locator("a.continue").click()
        page.locator("main[data-lesson]").wait_for()
        context.close()
