"""What a tutor does with her class, what a guest may, what a partner sees."""

from uuid import UUID, uuid4

from flask import Flask

from elearn.accounts import devices
from elearn.accounts.devices import Browser
from elearn.teaching import assignments
from elearn.web.site import KEY
from tests.cast import Cast
from tests.web import handed
from tests.web.policies import Addresses, Table

STEM = "hitung-01-satu-lima"

TABLE: Table = {
    # route                             nobody device other rudi sari maya anton dewi mitra admin
    ("GET", "learn.ask_guest"):         (200, 200, 200, 303, 303, 303, 303, 303, 303, 303),
    ("POST", "learn.begin_guest"):      (303, 303, 303, 303, 303, 303, 303, 303, 303, 303),
    ("GET", "tutor.home"):              (303, 303, 303, 303, 303, 303, 303, 403, 403, 200),
    ("GET", "tutor.klass"):             (303, 303, 303, 303, 303, 200, 404, 404, 404, 200),
    ("GET", "tutor.person"):            (303, 303, 303, 303, 303, 200, 404, 404, 404, 200),
    ("POST", "tutor.looks"):            (303, 303, 303, 303, 303, 303, 404, 404, 404, 303),
    ("GET", "tutor.sittings"):          (303, 303, 303, 303, 303, 200, 404, 404, 404, 200),
    ("GET", "tutor.task"):              (303, 303, 303, 303, 303, 200, 404, 404, 404, 200),
    ("POST", "tutor.tick"):             (303, 303, 303, 303, 303, 303, 404, 404, 404, 303),
    ("GET", "tutor.paper"):             (303, 303, 303, 303, 303, 200, 404, 404, 404, 200),
    ("POST", "tutor.mark"):             (303, 303, 303, 303, 303, 303, 404, 404, 404, 303),
    ("GET", "tutor.data"):              (303, 303, 303, 303, 303, 200, 404, 404, 404, 200),
    ("GET", "tutor.erasure"):           (303, 303, 303, 303, 303, 200, 404, 404, 404, 200),
    ("POST", "tutor.erase_learner"):    (303, 303, 303, 303, 303, 422, 404, 404, 404, 422),
    ("GET", "tutor.tasks_list"):        (303, 303, 303, 303, 303, 200, 404, 404, 404, 200),
    ("GET", "tutor.task_form"):         (303, 303, 303, 303, 303, 200, 404, 404, 404, 200),
    ("POST", "tutor.give_task"):        (303, 303, 303, 303, 303, 303, 404, 404, 404, 303),
    ("POST", "tutor.withdraw_task"):    (303, 303, 303, 303, 303, 303, 404, 403, 403, 303),
    ("GET", "tutor.guest_list"):        (303, 303, 303, 303, 303, 200, 200, 403, 403, 200),
    ("GET", "tutor.guest"):             (303, 303, 303, 303, 303, 200, 404, 403, 403, 200),
    ("POST", "tutor.give_guest"):       (303, 303, 303, 303, 303, 303, 404, 403, 403, 303),
    ("GET", "tutor.report"):            (303, 303, 303, 303, 303, 200, 404, 404, 404, 200),
    ("GET", "tutor.report_file"):       (303, 303, 303, 303, 303, 200, 404, 404, 404, 200),
    ("GET", "tutor.lessons"):           (303, 303, 303, 303, 303, 200, 200, 403, 403, 200),
    ("GET", "tutor.lesson"):            (303, 303, 303, 303, 303, 200, 200, 403, 403, 200),
    ("GET", "tutor.look"):              (303, 303, 303, 303, 303, 200, 200, 403, 403, 200),
    ("POST", "tutor.try_answer"):       (303, 303, 303, 303, 303, 400, 400, 403, 403, 400),
    ("GET", "tutor.told"):              (303, 303, 303, 303, 303, 400, 400, 403, 403, 400),
    ("GET", "tutor.end"):               (303, 303, 303, 303, 303, 200, 200, 403, 403, 200),
    ("GET", "partner.home"):            (303, 303, 303, 303, 303, 403, 403, 403, 200, 200),
    ("GET", "partner.reach_file"):      (303, 303, 303, 303, 303, 403, 403, 403, 200, 200),
}  # fmt: skip


def addresses(app: Flask, cast: Cast) -> Addresses:
    """Return an address and a form for each route, all of Sari's or of her class."""
    task, guest = _made(app, cast)
    handed.hand_in(app, cast)
    lesson = f"/tutor/pelajaran/{STEM}"
    klass, sari = f"/tutor/kelompok/{cast.class_id}", f"/tutor/orang/{cast.sari.id}"
    return {
        "learn.ask_guest": ("/coba", {}),
        "learn.begin_guest": ("/coba", {"umur": "anak"}),
        "tutor.home": ("/tutor/", {}),
        "tutor.klass": (klass, {}),
        "tutor.person": (sari, {}),
        "tutor.looks": (f"{sari}/tampilan", {"bahasa": "id"}),
        "tutor.sittings": (f"{sari}/{STEM}", {}),
        "tutor.task": (f"{sari}/{handed.STEM}/nilai/{handed.CODE}?hari={handed.day(app)}", {}),
        "tutor.tick": (
            f"{sari}/{handed.STEM}/nilai/{handed.CODE}", {"hari": handed.day(app), "k": "0"}
        ),
        "tutor.paper": (f"{sari}/kertas", {}),
        "tutor.mark": (f"{sari}/{STEM}/duduk", {"hari": "2026-11-24", "punya": "bukan"}),
        "tutor.data": (f"{sari}/data.json", {}),
        "tutor.erasure": (f"{sari}/hapus", {}),
        "tutor.erase_learner": (f"{sari}/hapus", {"nama": "Bukan Sari"}),
        "tutor.tasks_list": (f"{klass}/tugas", {}),
        "tutor.task_form": (f"{klass}/tugas/beri?orang={cast.sari.id}", {}),
        "tutor.give_task": (f"{klass}/tugas/beri", {"pelajaran": STEM}),
        "tutor.withdraw_task": (f"/tutor/tugas/{task}/tarik", {}),
        "tutor.guest_list": ("/tutor/tamu", {}),
        "tutor.guest": (f"/tutor/tamu/{guest}", {}),
        "tutor.give_guest": (f"/tutor/tamu/{guest}", {"orang": str(cast.sari.id)}),
        "tutor.report": (f"{klass}/laporan/kelompok", {}),
        "tutor.report_file": (f"{klass}/laporan/kelompok.csv", {}),
        "tutor.lessons": ("/tutor/pelajaran", {}),
        "tutor.lesson": (lesson, {}),
        "tutor.look": (f"{lesson}/lihat/anak/", {}),
        "tutor.try_answer": (f"{lesson}/lihat/anak/", {"s": "bukan~0"}),
        "tutor.told": (f"{lesson}/lihat/anak/jawaban/coba", {}),
        "tutor.end": (f"{lesson}/lihat/anak/selesai", {}),
        "partner.home": ("/mitra/", {}),
        "partner.reach_file": ("/mitra/jangkauan.csv", {}),
    }


def _made(app: Flask, cast: Cast) -> tuple[UUID, UUID]:
    """Make an assignment of Ibu Maya's, and a guest on her class's device."""
    from tests.teaching.guests import answered_guest

    site = app.extensions[KEY]
    task = uuid4()
    with site.store.writing() as session:
        assignments.assign(
            session, task, cast.class_id, None, STEM, None, cast.maya.id, site.now(), site.today()
        )
        device = devices.browser_of(session, cast.device)
        assert device is not None
        guest = answered_guest(session, Browser(device.id, cast.class_id), site.now())
    return task, guest


