"""The staff's door; cards and consent; a tutor's people, codes, devices, archive."""

from uuid import uuid4

from flask import Flask

from elearn.teaching import add_learner
from elearn.web.site import KEY
from tests.cast import Cast
from tests.web.policies import Addresses, Table

TABLE: Table = {
    # route                                nobody device other rudi sari maya anton dewi mitra admin
    ("GET", "account.staff_door_form"):    (200, 200, 200, 200, 200, 303, 303, 303, 303, 303),
    ("POST", "account.staff_enter"):       (403, 403, 403, 403, 403, 403, 403, 403, 403, 403),
    ("GET", "account.passphrase_form"):    (303, 303, 303, 303, 303, 200, 200, 200, 200, 200),
    ("POST", "account.change_passphrase"): (303, 303, 303, 303, 303, 422, 422, 422, 422, 422),
    ("POST", "account.try_as_staff"):      (403, 403, 403, 403, 403, 403, 403, 403, 403, 403),
    ("GET", "account.consent"):            (303, 303, 303, 303, 303, 303, 303, 303, 303, 303),
    ("POST", "account.answer_consent"):    (403, 403, 403, 303, 303, 403, 403, 403, 403, 403),
    ("POST", "account.enter_let_in"):      (404, 403, 404, 403, 403, 404, 404, 404, 404, 404),
    # a card is its holder's, whoever that is: the address alone signs nobody in
    ("GET", "account.card"):               (303, 303, 303, 303, 303, 303, 303, 303, 303, 303),
    ("GET", "account.card_holder"):        (404, 404, 404, 404, 404, 404, 404, 404, 404, 404),
    ("GET", "account.card_name"):          (404, 404, 404, 404, 404, 404, 404, 404, 404, 404),
    ("POST", "account.card_sign_in"):      (404, 404, 404, 404, 404, 404, 404, 404, 404, 404),
    ("GET", "tutor.new_class_form"):       (303, 303, 303, 303, 303, 200, 200, 403, 403, 200),
    ("POST", "tutor.new_class"):           (303, 303, 303, 303, 303, 422, 422, 403, 403, 422),
    ("GET", "tutor.class_settings"):       (303, 303, 303, 303, 303, 200, 404, 404, 404, 200),
    ("POST", "tutor.change_class"):        (303, 303, 303, 303, 303, 303, 404, 404, 404, 303),
    ("GET", "tutor.add_learner_form"):     (303, 303, 303, 303, 303, 200, 404, 404, 404, 200),
    ("POST", "tutor.add_learner"):         (303, 303, 303, 303, 303, 422, 404, 404, 404, 422),
    ("POST", "tutor.let_in"):              (303, 303, 303, 303, 303, 303, 404, 404, 404, 303),
    ("POST", "tutor.new_code"):            (303, 303, 303, 303, 303, 200, 404, 404, 404, 200),
    ("POST", "tutor.new_card"):            (303, 303, 303, 303, 303, 200, 404, 404, 404, 200),
    ("POST", "tutor.void_code"):           (303, 303, 303, 303, 303, 303, 404, 404, 404, 303),
    ("POST", "tutor.end_sessions"):        (303, 303, 303, 303, 303, 303, 404, 404, 404, 303),
    ("GET", "tutor.class_cards_form"):     (303, 303, 303, 303, 303, 200, 404, 404, 404, 200),
    ("POST", "tutor.class_cards"):         (303, 303, 303, 303, 303, 422, 404, 404, 404, 422),
    ("POST", "tutor.void_card"):           (303, 303, 303, 303, 303, 303, 404, 404, 404, 303),
    ("GET", "tutor.devices"):              (303, 303, 303, 303, 303, 200, 404, 404, 404, 200),
    ("GET", "tutor.beginning"):            (303, 303, 303, 303, 303, 200, 404, 404, 404, 200),
    ("POST", "tutor.choose_beginning"):    (303, 303, 303, 303, 303, 303, 404, 404, 404, 303),
    ("POST", "tutor.enrol_here"):          (303, 303, 303, 303, 303, 303, 404, 404, 404, 303),
    ("POST", "tutor.new_link"):            (303, 303, 303, 303, 303, 200, 404, 404, 404, 200),
    ("POST", "tutor.send_round"):          (303, 303, 303, 303, 303, 404, 404, 404, 404, 404),
    ("POST", "tutor.withdraw"):            (303, 303, 303, 303, 303, 404, 404, 404, 404, 404),
    ("GET", "tutor.archive_list"):         (303, 303, 303, 303, 303, 200, 404, 404, 404, 200),
    ("POST", "tutor.archive"):             (303, 303, 303, 303, 303, 303, 404, 404, 404, 303),
    ("POST", "tutor.restore"):             (303, 303, 303, 303, 303, 303, 404, 403, 403, 303),
}  # fmt: skip


def addresses(app: Flask, cast: Cast) -> Addresses:
    """Return an address and a form for each route, all of Sari's or of her class."""
    site = app.extensions[KEY]
    with site.store.writing() as session:      # somebody whose going troubles no other row
        budi, _code = add_learner(
            session, site.secrets, cast.class_id, "Budi", "🌵", "dewasa", None, site.now()
        )
    klass, sari = f"/tutor/kelompok/{cast.class_id}", f"/tutor/orang/{cast.sari.id}"
    return {
        "account.staff_door_form": ("/petugas", {}),
        "account.staff_enter": ("/petugas", {"nama": "maya", "sandi": "bukan kata sandinya"}),
        "account.passphrase_form": ("/petugas/sandi", {}),
        "account.change_passphrase": ("/petugas/sandi", {"sandi": "x"}),
        "account.try_as_staff": ("/contoh/tutor", {}),
        "account.consent": ("/izin", {}),
        "account.answer_consent": ("/izin", {"izin": "ya"}),
        "account.enter_let_in": (f"/masuk/{cast.sari.id}/dibukakan", {}),
        "account.card": ("/k/0123456789abcdefghijkl", {}),
        "account.card_holder": ("/kartu", {}),
        "account.card_name": ("/suara/kartu.mp3", {}),
        "account.card_sign_in": ("/kartu", {}),
        "tutor.new_class_form": ("/tutor/kelompok-baru", {}),
        "tutor.new_class": ("/tutor/kelompok-baru", {"nama": ""}),
        "tutor.class_settings": (f"{klass}/atur", {}),
        "tutor.change_class": (f"{klass}/atur", {"nama": "Kelompok Ibu Maya"}),
        "tutor.add_learner_form": (f"{klass}/tambah", {}),
        "tutor.add_learner": (f"{klass}/tambah", {"id": str(uuid4()), "nama": ""}),
        "tutor.let_in": (f"{sari}/masuk", {}),
        "tutor.beginning": (f"{sari}/mulai", {}),
        "tutor.choose_beginning": (f"{sari}/mulai", {"jalur": "baca", "batal": "ya"}),
        "tutor.new_code": (f"/tutor/orang/{budi.id}/kode", {}),
        "tutor.new_card": (f"{sari}/kartu", {}),
        "tutor.void_card": (f"/tutor/orang/{budi.id}/kartu/hilang", {}),
        "tutor.void_code": (f"/tutor/orang/{budi.id}/kode/batal", {}),
        "tutor.end_sessions": (f"/tutor/orang/{budi.id}/keluar", {}),
        "tutor.class_cards_form": (f"{klass}/kartu", {}),
        "tutor.class_cards": (f"{klass}/kartu", {}),
        "tutor.devices": (f"{klass}/perangkat", {}),
        "tutor.enrol_here": (f"{klass}/perangkat/ini", {}),
        "tutor.new_link": (f"{klass}/perangkat/tautan", {}),
        "tutor.send_round": (f"{klass}/perangkat/{uuid4()}/giliran", {}),
        "tutor.withdraw": (f"{klass}/perangkat/{uuid4()}/cabut", {}),
        "tutor.archive_list": (f"{klass}/arsip", {}),
        "tutor.archive": (f"/tutor/orang/{budi.id}/arsip", {}),
        "tutor.restore": (f"/tutor/orang/{budi.id}/kembali", {}),
    }
