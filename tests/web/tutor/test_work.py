"""The tutor at her pages: reasons, bukan dia, tasks, guests, reports, erasure."""

import re
from uuid import UUID, uuid4

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from elearn.store import tables
from elearn.teaching import add_learner
from elearn.web.site import KEY
from tests.cast import SAME_SITE, Cast, enrolled, staffed
from tests.conftest import FixedClock
from tests.web.test_answers import STEM, form_for, questions, seat_of, signed_in
from tests.web.weighing import counted, weigh


def post(client: FlaskClient, path: str, **data: str) -> int:
    return client.post(path, data=data, headers=SAME_SITE).status_code


def html(client: FlaskClient, path: str) -> str:
    answer = client.get(path, follow_redirects=True)
    assert answer.status_code == 200, path
    return answer.get_data(as_text=True)


def test_the_first_page_of_a_class_of_thirty_keeps_its_budget(app: Flask, cast: Cast) -> None:
    site = app.extensions[KEY]
    with site.store.writing() as session:
        for number in range(28):
            add_learner(session, site.secrets, cast.class_id, f"Siti Nurhaliza {number}", "🌹",
                        "dewasa", "sendiri", site.now())  # fmt: skip
    maya = staffed(app, cast.maya)
    path = f"/tutor/kelompok/{cast.class_id}"
    assert html(maya, path).count('class="row"') == 30
    page, whole, requests = weigh(maya, path)
    assert page <= 8 * 1024
    assert whole <= 12 * 1024
    assert requests <= 3
    with counted() as statements:
        maya.get(path)
    assert len(statements) <= 20


def test_a_tutor_of_one_class_is_there_at_once_and_an_operator_sees_all(
    app: Flask, cast: Cast
) -> None:
    there = staffed(app, cast.maya).get("/tutor/")
    assert there.headers["Location"] == f"/tutor/kelompok/{cast.class_id}"
    listed = html(staffed(app, cast.admin), "/tutor/")
    assert "Kelompok Ibu Maya" in listed
    assert "Kelompok Pak Anton" in listed


def test_she_sees_what_is_mixed_up_how_often_and_where(app: Flask, cast: Cast) -> None:
    client, seat = signed_in(app, cast, cast.sari)
    asked, _version = questions(app, seat)
    at = next(at for at, one in enumerate(asked) if one.kind == "angka")
    of = asked[at].key["of"]
    assert isinstance(of, list)
    client.post(f"/b/{seat}/{STEM}/", data=form_for(app, seat, at, of[1]), headers=SAME_SITE)
    maya, page = staffed(app, cast.maya), f"/tutor/orang/{cast.sari.id}"
    shown = html(maya, page)
    assert "lebih satu, 1×, terakhir 24 Nov" in shown
    assert f"orang={cast.sari.id}&amp;pelajaran={STEM}" in shown
    assert "lebih satu" in html(maya, f"{page}/{STEM}")
    task = f"/tutor/kelompok/{cast.class_id}/tugas/beri?orang={cast.sari.id}&pelajaran={STEM}"
    assert f'value="{STEM}" checked' in html(maya, task)


def test_she_sees_the_question_the_answer_and_whether_it_was_right(app: Flask, cast: Cast) -> None:
    client, seat = signed_in(app, cast, cast.sari)
    asked, _version = questions(app, seat)
    client.post(f"/b/{seat}/{STEM}/", data=form_for(app, seat), headers=SAME_SITE)
    page = html(staffed(app, cast.maya), f"/tutor/orang/{cast.sari.id}/{STEM}")
    assert asked[0].stem.html in page
    assert "1 benar dari 1 jawaban" in page
    assert "↩" not in page


def test_bukan_dia_is_left_out_of_her_progress_and_can_be_taken_back(
    app: Flask, cast: Cast, clock: FixedClock
) -> None:
    client, seat = signed_in(app, cast, cast.sari)
    for at in range(10):
        clock.forward(seconds=30)
        client.post(f"/b/{seat}/{STEM}/", data=form_for(app, seat, at), headers=SAME_SITE)
    maya, page = staffed(app, cast.maya), f"/tutor/orang/{cast.sari.id}"

    def says_almost() -> bool:
        hers = "Hampir bisa" in html(client, f"/b/{seat}/{STEM}/selesai")
        assert hers is ("hampir: sekali lagi" in html(maya, page))    # one truth for both
        return hers

    assert says_almost()
    for _ in range(2):
        assert post(maya, f"{page}/{STEM}/duduk", hari="2026-11-24", punya="bukan") == 303
    assert not says_almost()
    assert "bukan dia, tidak dihitung" in html(maya, f"{page}/{STEM}")
    post(maya, f"{page}/{STEM}/duduk", hari="2026-11-24", punya="dia")
    assert says_almost()
    assert post(maya, f"{page}/{STEM}/duduk", hari="kemarin", punya="bukan") == 400
    with app.extensions[KEY].store.reading() as session:
        deeds = session.scalars(select(tables.StaffDeed.did).order_by(tables.StaffDeed.at)).all()
    assert sorted(deeds) == ["gave a sitting back", "took a sitting out"]


def test_an_assignment_is_what_lanjut_opens_and_it_is_said(app: Flask, cast: Cast) -> None:
    client, seat = signed_in(app, cast, cast.sari)
    maya, form = staffed(app, cast.maya), f"/tutor/kelompok/{cast.class_id}/tugas/beri"
    double = str(uuid4())
    for _ in range(2):
        assert post(maya, form, id=double, pelajaran=STEM, sampai="2026-12-01") == 303
    home = html(client, "/")
    assert "Tugas dari tutor." in home
    assert f'continue numerasi" href="/b/{seat}/{STEM}/"' in home
    listed = html(maya, f"/tutor/kelompok/{cast.class_id}/tugas")
    assert listed.count("/tarik") == 1
    assert "sampai 1 Des" in listed
    assert "Rudi, Sari" in listed
    task = re.findall(r"/tutor/tugas/([^/]+)/tarik", listed)[0]
    assert post(staffed(app, cast.anton), f"/tutor/tugas/{task}/tarik") == 404
    assert post(maya, f"/tutor/tugas/{task}/tarik") == 303
    assert "Tugas dari tutor." not in html(client, "/")


def test_a_form_with_faults_keeps_what_was_chosen(app: Flask, cast: Cast) -> None:
    maya, path = staffed(app, cast.maya), f"/tutor/kelompok/{cast.class_id}/tugas/beri"
    answer = maya.post(path, data={"pelajaran": STEM, "sampai": "1 Mei"}, headers=SAME_SITE)
    page = answer.get_data(as_text=True)
    assert answer.status_code == 422
    assert f'value="{STEM}" checked' in page
    assert 'value="1 Mei"' in page
    assert "Tanggal ditulis seperti" in page
    assert post(maya, path, pelajaran=STEM, sampai="2026-11-23") == 422
    assert post(maya, path, pelajaran="../../etc/passwd") == 422
    other = post(maya, path, pelajaran=STEM, orang=str(cast.tuti.id))
    assert other == 404


def guest_of(app: Flask, client: FlaskClient) -> UUID:
    """Try as an adult in this browser, answer one question, and return who it was."""
    assert post(client, "/coba", umur="dewasa") == 303
    seat = seat_of(client)
    assert post(client, f"/b/{seat}/{STEM}/", **form_for(app, seat)) == 303
    with app.extensions[KEY].store.reading() as session:
        seats = tables.Seat
        found: UUID | None = session.scalar(select(seats.person_id).where(seats.key == seat))
    assert found
    return found


def test_anybody_may_try_and_her_sitting_finds_its_owner(app: Flask, cast: Cast) -> None:
    visitor = app.test_client()
    guest = guest_of(app, visitor)
    assert "Tunjukkan gambar ini kepada tutor." in html(visitor, "/")
    maya = staffed(app, cast.maya)
    assert str(guest) in html(maya, "/tutor/tamu")
    path = f"/tutor/tamu/{guest}"
    assert "Sari" in html(maya, path)
    assert post(maya, path) == 422
    assert post(maya, path, orang=str(cast.tuti.id)) == 404
    for _ in range(2):
        assert post(maya, path, orang=str(cast.sari.id)) == 303
    assert post(staffed(app, cast.anton), path, orang=str(cast.tuti.id)) == 404
    assert str(guest) not in html(maya, "/tutor/tamu")
    assert "belum: 1 dari 10 soal" in html(maya, f"/tutor/orang/{cast.sari.id}")
    assert "Coba dulu" in html(visitor, "/")         # her session has ended


def test_a_visitors_browser_shows_no_names_and_a_guest_no_learner(app: Flask, cast: Cast) -> None:
    visitor, device = app.test_client(), enrolled(app, cast.device)
    guest_of(app, visitor)
    guest = guest_of(app, device)
    for client in (visitor, device):
        post(client, "/keluar")
    assert "Sari" not in html(visitor, "/")
    names = html(device, "/")
    assert "Sari" in names
    assert str(guest) not in names
    anton, maya = (html(staffed(app, one), "/tutor/tamu") for one in (cast.anton, cast.maya))
    assert str(guest) in maya
    assert str(guest) not in anton


def test_guests_cannot_fill_the_hub(app: Flask, cast: Cast) -> None:
    client = app.test_client()
    seen = set()
    for _ in range(22):
        seen.add(post(client, "/coba", umur="anak"))
        post(client, "/keluar")
    assert seen == {303, 429}


@pytest.mark.parametrize("form", [{}, {"umur": "tua"}])
def test_a_guest_says_only_child_or_adult(app: Flask, cast: Cast, form: dict[str, str]) -> None:
    assert post(app.test_client(), "/coba", **form) == 400


def test_f1_a_tutor_erases_a_learner_after_typing_her_name(app: Flask, cast: Cast) -> None:
    client, seat = signed_in(app, cast, cast.sari)
    client.post(f"/b/{seat}/{STEM}/", data=form_for(app, seat), headers=SAME_SITE)
    maya, page = staffed(app, cast.maya), f"/tutor/orang/{cast.sari.id}"
    taken = maya.get(f"{page}/data.json").get_json()
    assert [row["id"] for row in taken["person"]] == [str(cast.sari.id)]
    assert post(maya, f"{page}/hapus", nama="Rudi") == 422
    assert maya.get(page).status_code == 200
    assert post(maya, f"{page}/hapus", nama=" sari ") == 303
    assert maya.get(page).status_code == 404
    assert client.get("/ranah/literasi").status_code == 303      # she is signed out
    report = html(maya, f"/tutor/kelompok/{cast.class_id}/laporan/kelompok")
    assert "Sari" not in report
    assert re.search(r"<tfoot>.*<td>1</td></tr></tfoot>", report)


def test_looks_are_changed_by_the_tutor(app: Flask, cast: Cast) -> None:
    maya, page = staffed(app, cast.maya), f"/tutor/orang/{cast.sari.id}"
    assert post(maya, f"{page}/tampilan", bahasa="en", besar="on") == 303
    assert 'name="besar" checked' in html(maya, page)
    assert post(maya, f"{page}/tampilan", bahasa="xx") == 400
