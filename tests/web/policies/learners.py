"""The door, devices, lessons and sounds: what learners open."""

import uuid

from flask import Flask

from elearn.web.site import KEY
from tests.cast import SAME_SITE, Cast, enrolled, sign_in
from tests.web.policies import Addresses, Table
from tests.web.practised import took

STEM = "hitung-01-satu-lima"

# 303 to the start page is how somebody who is not signed in is sent to the door.
TABLE: Table = {
    # route                              nobody device other rudi sari maya anton dewi mitra admin
    ("GET", "account.start"):            (200, 200, 200, 200, 200, 303, 303, 303, 303, 303),
    ("GET", "account.pictures"):         (404, 200, 404, 200, 200, 404, 404, 404, 404, 404),
    ("POST", "account.tap"):             (404, 403, 403, 403, 403, 404, 404, 404, 404, 404),
    ("POST", "account.leave"):           (303, 303, 303, 303, 303, 303, 303, 303, 303, 303),
    ("POST", "account.choose_language"): (303, 303, 303, 303, 303, 303, 303, 303, 303, 303),
    ("GET", "account.enrolment"):        (404, 404, 404, 404, 404, 404, 404, 404, 404, 404),
    ("POST", "account.enrol"):           (404, 404, 404, 404, 404, 404, 404, 404, 404, 404),
    ("GET", "account.enrolled"):         (303, 200, 200, 200, 200, 303, 303, 303, 303, 303),
    ("POST", "account.try_as_learner"):  (403, 403, 403, 403, 403, 403, 403, 403, 403, 403),
    ("GET", "learn.subject"):            (303, 303, 303, 200, 200, 303, 303, 303, 303, 303),
    ("GET", "learn.looks"):              (303, 303, 303, 200, 200, 303, 303, 303, 303, 303),
    ("POST", "learn.switch"):            (303, 303, 303, 303, 303, 303, 303, 303, 303, 303),
    ("GET", "learn.own_name"):           (303, 303, 303, 200, 200, 303, 303, 303, 303, 303),
    ("POST", "learn.know_own_name"):     (303, 303, 303, 303, 303, 303, 303, 303, 303, 303),
    ("GET", "learn.say_own_name"):       (303, 303, 303, 200, 200, 303, 303, 303, 303, 303),
    ("GET", "learn.lesson"):             (303, 303, 303, 409, 200, 303, 303, 303, 303, 303),
    ("POST", "learn.answer"):            (303, 303, 303, 409, 303, 303, 303, 303, 303, 303),
    ("GET", "learn.feedback"):           (303, 303, 303, 409, 200, 303, 303, 303, 303, 303),
    ("GET", "learn.result"):             (303, 303, 303, 409, 200, 303, 303, 303, 303, 303),
    ("GET", "learn.placement"):          (303, 303, 303, 409, 200, 303, 303, 303, 303, 303),
    ("POST", "learn.answer_placement"):  (303, 303, 303, 409, 303, 303, 303, 303, 303, 303),
    ("GET", "learn.placed"):             (303, 303, 303, 409, 200, 303, 303, 303, 303, 303),
    ("GET", "learn.practice"):           (303, 303, 303, 409, 200, 303, 303, 303, 303, 303),
    ("GET", "learn.practised"):          (303, 303, 303, 409, 200, 303, 303, 303, 303, 303),
    ("GET", "learn.at_the_end_of_practice"): (303, 303, 303, 200, 200, 303, 303, 303, 303, 303),
    ("GET", "learn.still"):              (401, 401, 401, 204, 204, 401, 401, 401, 401, 401),
    ("GET", "learn.ask_still"):          (200, 200, 200, 200, 200, 200, 200, 200, 200, 200),
    ("GET", "learn.waiting"):            (404, 200, 200, 200, 200, 404, 404, 404, 404, 404),
    ("GET", "learn.name"):               (404, 200, 404, 200, 200, 404, 404, 404, 404, 404),
    ("GET", "learn.at_home"):            (303, 303, 303, 200, 200, 303, 303, 303, 303, 303),
    ("GET", "learn.on_entry"):           (303, 303, 303, 200, 200, 303, 303, 303, 303, 303),
    ("GET", "learn.at_the_end"):         (303, 303, 303, 200, 200, 303, 303, 303, 303, 303),
    ("GET", "media.asset"):              (200, 200, 200, 200, 200, 200, 200, 200, 200, 200),
    ("GET", "media.photo"):              (404, 404, 404, 404, 404, 404, 404, 404, 404, 404),
    ("GET", "media.signs"):              (404, 404, 404, 404, 404, 404, 404, 404, 404, 404),
    ("GET", "media.drawing"):            (200, 200, 200, 200, 200, 200, 200, 200, 200, 200),
    ("GET", "media.sound"):              (200, 200, 200, 200, 200, 200, 200, 200, 200, 200),
    ("GET", "media.rupiah"):             (200, 200, 200, 200, 200, 200, 200, 200, 200, 200),
    ("GET", "media.timings"):            (200, 200, 200, 200, 200, 200, 200, 200, 200, 200),
    ("GET", "helping.show"):             (200, 200, 200, 200, 200, 200, 200, 200, 200, 200),
    ("GET", "aloud.controls"):           (200, 200, 200, 200, 200, 200, 200, 200, 200, 200),
    ("GET", "outbox.words"):             (200, 200, 200, 200, 200, 200, 200, 200, 200, 200),
    ("GET", "aloud.comparing"):          (200, 200, 200, 200, 200, 200, 200, 200, 200, 200),
    ("GET", "aloud.by_syllables"):       (200, 200, 200, 200, 200, 200, 200, 200, 200, 200),
    ("GET", "offline.worker"):           (200, 200, 200, 200, 200, 200, 200, 200, 200, 200),
    ("GET", "offline.manifest"):         (200, 200, 200, 200, 200, 200, 200, 200, 200, 200),
    ("GET", "offline.icon"):             (200, 200, 200, 200, 200, 200, 200, 200, 200, 200),
    ("GET", "offline.shell"):            (200, 200, 200, 200, 200, 200, 200, 200, 200, 200),
    ("GET", "offline.page"):             (303, 303, 303, 200, 200, 303, 303, 303, 303, 303),
    ("GET", "offline.parts"):            (401, 401, 401, 200, 200, 401, 401, 401, 401, 401),
    ("GET", "offline.marks"):            (401, 401, 401, 200, 200, 401, 401, 401, 401, 401),
    ("GET", "gaya.show"):                (404, 404, 404, 404, 404, 404, 404, 404, 404, 404),
    ("GET", "health.ask"):               (200, 200, 200, 200, 200, 200, 200, 200, 200, 200),
}


def addresses(app: Flask, cast: Cast) -> Addresses:
    """Return an address and a form for each route, all of Sari's."""
    from elearn.web.learn.pages import draw_for, page

    site = app.extensions[KEY]
    client = enrolled(app, cast.device)
    assert sign_in(client, cast.sari) == 303
    seat = client.get("/").get_data(as_text=True).split("/b/")[1].split("/")[0]
    lesson = site.shelf.current.lessons[STEM]["id"]
    draw = draw_for(seat, site.today())
    asked = page(lesson, "dewasa", draw, site.narrator, site.facts()).questions[0]
    form = {"s": f"{asked.code}~{asked.draw}~{lesson.version}", "a": "0"}
    own = f"/b/{seat}/{STEM}/"
    told = client.post(own, data=form, headers=SAME_SITE)
    took(app, cast.sari)
    client.post("/keluar", headers=SAME_SITE)
    return {
        "account.start": ("/", {}),
        "helping.show": ("/bantuan/rumah", {}),
        "learn.placement": (f"/b/{seat}/penempatan/", {}),
        "learn.answer_placement": (f"/b/{seat}/penempatan/", {"s": ""}),
        "learn.placed": (f"/b/{seat}/penempatan/selesai", {}),
        "learn.looks": ("/tampilan", {}),
        "learn.switch": ("/tampilan", {"apa": "besar", "jadi": "ya"}),
        "learn.own_name": ("/namaku", {}),
        "learn.know_own_name": ("/namaku", {}),
        "learn.say_own_name": ("/suara/saya/namaku/suku.mp3", {}),
        "account.pictures": (f"/masuk/{cast.sari.id}", {}),
        "account.tap": (f"/masuk/{cast.sari.id}", {"sudah": wrong(cast.sari.code)}),
        "account.leave": ("/keluar", {}),
        "account.choose_language": ("/bahasa", {"bahasa": "id"}),
        "account.enrolment": (f"/perangkat/{uuid.uuid4()}", {}),
        "account.enrol": (f"/perangkat/{uuid.uuid4()}", {}),
        "account.enrolled": ("/perangkat", {}),
        "account.try_as_learner": ("/contoh/pelajar", {}),
        "learn.subject": ("/ranah/literasi", {}),
        "learn.lesson": (own, {}),
        "learn.answer": (own, form),
        "learn.feedback": (told.headers["Location"], {}),
        "learn.result": (f"{own}selesai", {}),
        "learn.practice": (f"/b/{seat}/latihan/", {}),
        "learn.practised": (f"/b/{seat}/latihan/selesai", {}),
        "learn.at_the_end_of_practice": ("/suara/saya/latihan.mp3", {}),
        "learn.still": ("/masih", {}),
        "learn.ask_still": ("/masih/id", {}),
        "learn.waiting": ("/menunggu", {}),
        "learn.name": (f"/suara/nama/{cast.sari.id}.mp3", {}),
        "learn.at_home": ("/suara/saya/rumah.mp3", {}),
        "learn.on_entry": ("/suara/saya/singkat.mp3", {}),
        "learn.at_the_end": (f"/suara/saya/{STEM}.mp3", {}),
        "media.asset": (site.assets.url("app.css"), {}),
        "media.photo": ("/gambar/p-0123456789abcdef0123.jpg", {}),
        "media.signs": ("/isyarat/0123456789abcdef0123.mp4", {}),
        "media.drawing": ("/gambar/1F41F.svg", {}),
        "media.sound": (site.voice.say("Belum.", "id"), {}),
        "media.rupiah": ("/suara/rupiah/id/7000.mp3", {}),
        "media.timings": (site.voice.say("Belum.", "id").replace(".mp3", ".json"), {}),
        "aloud.controls": ("/ikuti/id", {}),
        "outbox.words": ("/kotak/id", {}),
        "aloud.comparing": ("/banding/id", {}),
        "aloud.by_syllables": (
            site.voice.say("ibu", "id").replace("suara", "suara/suku").replace("mp3", "json"), {}
        ),
        "offline.worker": ("/sw.js", {}),
        "offline.manifest": ("/manifest.webmanifest", {}),
        "offline.icon": ("/ikon/192.png", {}),
        "offline.shell": ("/luring/rumah", {}),
        "offline.page": ("/simpan", {}),
        "offline.parts": (f"/simpan/{STEM}.json", {}),
        "offline.marks": (f"/simpan.json?p={STEM}", {}),
        "gaya.show": ("/gaya", {}),
        "health.ask": ("/health", {}),
    }


def wrong(code: tuple[int, ...]) -> str:
    """Return other pictures than these."""
    return "-".join(str((number + 1) % 12) for number in code)
