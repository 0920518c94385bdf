"""A tutor reads what a lesson is for, and her notes; learners never meet a byte of them."""

import re
from collections.abc import Iterator

from flask import Flask

from elearn.content.compose import compose, tutor_notes
from elearn.content.lesson import Lesson
from elearn.content.values import DRAWS
from elearn.web.site import KEY
from tests.cast import SAME_SITE, Cast, staffed
from tests.content.written import FRONT, filler, lesson, say
from tests.shipped import catalogue as shipped_lessons
from tests.web.test_answers import form_for, signed_in

STEM = "baca-03-m-b"
BY_HAND = "kupas-rangkai: kalimat dan gambar"


def shipped() -> Iterator[Lesson]:
    """Yield every lesson that comes with the code."""
    for readings in shipped_lessons().lessons.values():
        yield from readings.values()


def test_a_tutor_sees_what_the_lesson_is_for_and_her_notes(app: Flask, cast: Cast) -> None:
    page = staffed(app, cast.maya).get(f"/tutor/pelajaran/{STEM}").text
    assert "Membaca 6 dari 8 suku kata" in page
    assert "15 menit" in page
    assert 'href="/tutor/pelajaran/baca-0' in page
    assert BY_HAND in page
    assert "bahasa: belum" in page
    assert re.search(r"Semua suaranya: 1,[0-9] MB, [67] menit\.", page)


def test_she_sees_which_questions_do_without_hearing_and_why_none_without_sight(
    app: Flask, cast: Cast
) -> None:
    page = staffed(app, cast.maya).get(f"/tutor/pelajaran/{STEM}").text
    told = re.findall(r"<dt>([^<]+)</dt><dd>([^<]+)</dd>", page)
    assert ("Tanpa mendengar, anak", "5/10 (soal 2, 4, 6, 8, 9)") in told
    why = next(text for name, text in told if name == "Tanpa melihat, anak")
    assert why.endswith("membaca huruf cetak, jadi pilihannya tidak dibacakan sebelum dijawab")


def test_the_page_speaks_the_tutors_language(app: Flask, cast: Cast) -> None:
    maya = staffed(app, cast.maya)
    maya.post("/bahasa", data={"bahasa": "en", "kembali": "/tutor/"}, headers=SAME_SITE)
    page = maya.get("/tutor/pelajaran/hitung-01-satu-lima").text
    assert "About this lesson" in page
    assert "What is practised" in page


def test_a_look_keeps_no_answer(app: Flask, cast: Cast) -> None:
    maya = staffed(app, cast.maya)
    at = f"/tutor/pelajaran/{STEM}/lihat/anak/"
    asked = re.search(r'name="s" value="([^"]+)"', maya.get(at).text)
    assert asked is not None
    there = maya.post(at, data={"s": asked[1], "a": "0"}, headers=SAME_SITE)
    assert there.status_code == 303
    assert "Lanjut" in maya.get(there.headers["Location"]).text
    assert "belum disimpan" in maya.get(f"{at}selesai").text
    with app.extensions[KEY].store.reading() as session:
        from elearn.store import tables

        assert session.query(tables.Attempt).count() == 0


def test_lists_lead_to_it(app: Flask, cast: Cast) -> None:
    maya = staffed(app, cast.maya)
    link = f'href="/tutor/pelajaran/{STEM}"'
    klass = f"/tutor/kelompok/{cast.class_id}"
    maya.post(f"{klass}/tugas/beri", data={"pelajaran": STEM}, headers=SAME_SITE)
    for path in ("/tutor/pelajaran", f"{klass}/tugas", f"/tutor/orang/{cast.sari.id}/{STEM}"):
        assert link in maya.get(path).text, path
    assert 'href="/tutor/pelajaran"' in maya.get(klass).text
    assert 'href="/tutor/pelajaran"' in maya.get(f"{klass}/tugas/beri").text


def test_no_learner_meets_a_byte_of_the_notes() -> None:
    seen = 0
    for one in shipped():
        notes = tutor_notes(one, say)
        sentences = re.findall(r"[^<>]{12,}", " ".join(notes))
        assert bool(notes) is bool(sentences)
        for audience in one.audiences:
            for draw in (0, DRAWS - 1):
                page = repr(compose(one, audience, draw, say))
                seen += sum(1 for words in sentences if words in page)
    assert seen == 0


def test_notes_may_hold_what_a_step_holds() -> None:
    text = (f"---\n{FRONT}---\n\n## Coba\n\nCoba.\n\n{filler(10)}\n\n## Untuk tutor\n\n"
            "Tulis **ma**.\n\n> ibu mau ubi.\n\n[dengar](suara:ma) 🐟 ![](titik:3)\n")
    (notes,) = tutor_notes(lesson(text), say)
    assert "<strong>ma</strong>" in notes
    assert "ibu mau ubi." in notes
    assert "/suara/id/ma.mp3" in notes
    assert "<svg" in notes


def test_the_pages_of_a_learner_hold_none_of_them_either(app: Flask, cast: Cast) -> None:
    client, seat = signed_in(app, cast, cast.sari)
    at = f"/b/{seat}/{STEM}/"
    posted = client.post(at, data=form_for(app, seat, 0), headers=SAME_SITE)
    for path in ("/", "/ranah/literasi", at, f"{at}selesai", posted.headers.get("Location", "/")):
        page = client.get(path).text
        assert BY_HAND not in page, path
        assert "/tutor/pelajaran" not in page
