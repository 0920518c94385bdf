"""Attacks on the door, through its pages: guessing, spraying, copied cookies, foreign `next`."""

import re
from collections import Counter
from urllib.parse import urljoin, urlsplit
from uuid import UUID, uuid4

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from elearn.accounts import codes, devices
from elearn.store.tables import CodeKind
from elearn.teaching import add_learner
from elearn.web.site import KEY
from tests.cast import SAME_SITE, Cast, Learner, enrolled, sign_in
from tests.conftest import FixedClock
from tests.web.weighing import counted

NOT_YET = "Belum cocok. Coba lagi."
WAIT = "Tunggu {} menit, lalu coba lagi. Atau panggil tutor."
CALL = "Panggil tutor. Tutor bisa membukakan pintu."
ELSEWHERE = (
    "https://evil.example", "http:evil.example", "//evil.example", "///evil.example",
    "/\\evil.example", "\\\\evil.example", "/%5Cevil.example", "javascript:alert(1)",
    "%2F%2Fevil.example", "/%2Fevil.example", "/%252Fevil.example", "/\t/evil.example",
    "/%09/evil.example", "/a\r\nSet-Cookie: x=1", "/%0d%0aSet-Cookie:%20x=1", "/..//evil.example",
    "data:text/html,x", "@evil.example", "/ranah/hak//evil.example",
)


def wrong(learner: Learner) -> tuple[int, ...]:
    """Return other pictures than hers."""
    return tuple((number + 1) % 12 for number in learner.code)


def tap(client: FlaskClient, learner: Learner, code: tuple[int, ...]) -> tuple[int, str]:
    """Tap these pictures one by one, as a browser without script; return status and page."""
    sudah = ""
    for number in code:
        answer = client.post(
            f"/masuk/{learner.id}", data={"sudah": sudah, "pilih": str(number)}, headers=SAME_SITE
        )
        found = re.search(r'name="sudah" value="([\d-]*)"', answer.get_data(as_text=True))
        sudah = found[1] if found else ""
    return answer.status_code, answer.get_data(as_text=True)


def refusal(html: str) -> str:
    """Return what the card of a refusing page says; it is seen and heard."""
    card = re.search(r'<p class="card hold" role="status">(.*?)</p>', html, re.DOTALL)
    assert card, html
    assert "<img" in card[1]
    assert re.search(r'class="dengar" href="/suara/[a-z0-9]+\.mp3"', card[1])
    words = re.sub(r'<a class="dengar".*?</a>', " ", card[1], flags=re.DOTALL)
    return " ".join(re.sub(r"<[^>]+>", " ", words).split())


def test_a1_twenty_five_wrong_codes_and_then_the_right_one(app: Flask, cast: Cast) -> None:
    client, sari = enrolled(app, cast.device), cast.sari
    answers = [tap(client, sari, wrong(sari)) for _ in range(25)]
    answers.append(tap(client, sari, sari.code))
    assert {status for status, _ in answers} == {403}
    said = [refusal(html) for _, html in answers]
    assert said == [NOT_YET] * 5 + [WAIT.format(5)] * 21
    assert "Siapa kamu?" in client.get("/").get_data(as_text=True)


def test_a1_a_hold_is_seen_and_heard_and_the_right_code_is_refused_alike(
    app: Flask, cast: Cast, clock: FixedClock
) -> None:
    client, sari = enrolled(app, cast.device), cast.sari
    for _ in range(5):
        assert sign_in(client, sari, wrong(sari)) == 403
    clock.forward(minutes=1, seconds=30)
    held = [post(client, sari, code) for code in (wrong(sari), sari.code)]
    assert held[0] == held[1]
    status, html = held[0]
    assert status == 403
    assert refusal(html) == WAIT.format(4)
    assert 'name="pilih"' not in html
    assert client.get_cookie("sesi") is None
    clock.forward(minutes=3, seconds=30)
    assert sign_in(client, sari) == 303


def test_a1_after_twenty_in_a_row_only_the_tutor_is_named(
    app: Flask, cast: Cast, clock: FixedClock
) -> None:
    client, sari = enrolled(app, cast.device), cast.sari
    for _ in range(4):
        for _ in range(5):
            assert refusal(post(client, sari, wrong(sari))[1]) == NOT_YET
        clock.forward(minutes=6)
    for later in (0, 30):
        clock.forward(days=later)
        stopped = [post(client, sari, code) for code in (wrong(sari), sari.code)]
        assert stopped[0] == stopped[1]
        assert stopped[0][0] == 403
        assert refusal(stopped[0][1]) == CALL
        assert 'name="pilih"' not in stopped[0][1]
        assert sign_in(client, cast.rudi) == 303
        client.post("/keluar", headers=SAME_SITE)


def crowd(app: Flask, cast: Cast, clock: FixedClock) -> list[Learner]:
    """Let forty more learn in Ibu Maya's class."""
    site = app.extensions[KEY]
    with site.store.writing() as session:
        made = [
            add_learner(
                session, site.secrets, cast.class_id, f"Ani {n}", "🐟", "anak", "wali", clock()
            )
            for n in range(40)
        ]
        return [Learner(person.id, person.name, code) for person, code in made]


def further_devices(app: Flask, cast: Cast, clock: FixedClock, count: int) -> list[FlaskClient]:
    """Enrol `count` more devices of Ibu Maya's class."""
    tokens = []
    with app.extensions[KEY].store.writing() as session:
        for _ in range(count):
            link = devices.offer_enrolment(session, cast.class_id, clock())
            device = devices.enrol(session, link, clock())
            assert device
            tokens.append(device[1])
    return [enrolled(app, token) for token in tokens]


def test_a2_spraying_a_class_closes_the_device_and_not_the_class(
    app: Flask, cast: Cast, clock: FixedClock
) -> None:
    client = enrolled(app, cast.device)
    said = [refusal(post(client, one, wrong(one))[1]) for one in crowd(app, cast, clock)]
    assert said == [NOT_YET] * 30 + [WAIT.format(1)] * 10
    assert refusal(post(client, cast.rudi, cast.rudi.code)[1]).startswith("Tunggu")
    (second,) = further_devices(app, cast, clock, 1)
    assert sign_in(second, cast.rudi) == 303


def test_a2_four_hundred_tries_over_many_devices_trip_the_class(
    app: Flask, cast: Cast, clock: FixedClock
) -> None:
    learners = crowd(app, cast, clock)
    said: Counter[str] = Counter()
    for n, client in enumerate(further_devices(app, cast, clock, 20)):
        for one in learners[n % 2 :: 2]:
            said[refusal(post(client, one, wrong(one))[1])] += 1
    assert said == {NOT_YET: 200, WAIT.format(1): 200}
    assert sign_in(enrolled(app, cast.other_device), cast.tuti) == 303


def test_a4_unknown_wrong_and_held_look_alike_and_cost_alike(
    app: Flask, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    sealed: list[object] = []
    real = codes.seal

    def counting(pepper: bytes, person_id: UUID, code: codes.Code, kind: CodeKind) -> bytes:
        sealed.append(person_id)
        return real(pepper, person_id, code, kind)

    monkeypatch.setattr(codes, "seal", counting)
    held = cast.rudi
    other = enrolled(app, cast.device)
    for _ in range(5):
        sign_in(other, held, wrong(held))
    nobody = Learner(uuid4(), "", cast.sari.code)
    told = {}
    for name, learner, code in (
        ("wrong", cast.sari, wrong(cast.sari)[:3]), ("wrong", cast.sari, wrong(cast.sari)),
        ("unknown", nobody, cast.sari.code), ("elsewhere", cast.tuti, (*cast.tuti.code, 11)),
        ("held", held, (*held.code, 11)),
    ):
        sealed.clear()
        with counted() as seen:
            answer = other.post(f"/masuk/{learner.id}", headers=SAME_SITE,
                                data={"sudah": "-".join(map(str, code))})
        page = answer.get_data(as_text=True).replace(str(learner.id), "")
        told[name] = (answer.status_code, len(page), len(seen), len(sealed))
        if name == "held":
            assert "Tunggu" in page
        elif len(code) == 4:
            assert not re.search("Sari|Rudi|Tuti", page)
    assert told["unknown"] == told["elsewhere"] == told["wrong"]
    assert told["wrong"][3] == 1
    assert told["held"][0] == 403
    assert told["held"][2:] == told["wrong"][2:]      # but for what is said of a hold, all alike


def test_a6_a_copied_cookie_opens_nothing_after_sign_out(app: Flask, cast: Cast) -> None:
    client = enrolled(app, cast.device)
    assert sign_in(client, cast.sari) == 303
    copied = client.get_cookie("sesi")
    assert copied
    home = client.get("/").get_data(as_text=True)
    assert "Sari" in home
    seat = home.split("/b/")[1].split("/")[0]
    assert client.post("/keluar", headers=SAME_SITE).status_code == 303
    thief = app.test_client()
    thief.set_cookie("sesi", copied.value)
    assert "Sari" not in thief.get("/").get_data(as_text=True)
    for path in (f"/b/{seat}/hitung-01-satu-lima/", f"/b/{seat}/hitung-01-satu-lima/selesai",
                 "/ranah/literasi", "/suara/saya/rumah.mp3"):
        answer = thief.get(path)
        assert (answer.status_code, urlsplit(answer.headers["Location"]).path) == (303, "/")


def test_a16_sign_in_never_leads_to_another_site(app: Flask, cast: Cast) -> None:
    client, person = enrolled(app, cast.device), cast.sari.id
    code = {"sudah": "-".join(map(str, cast.sari.code))}
    for wanted in ELSEWHERE:
        names = client.get("/", query_string={"next": wanted}).get_data(as_text=True)
        onward = re.search(rf'href="(/masuk/{person.hex}[^"]*)"', names)
        assert onward
        asked = client.get(onward[1].replace("&amp;", "&")).get_data(as_text=True)
        hidden = re.search(r'name="next" value="([^"]*)"', asked)
        for query, form in (
            ({}, code | ({"next": hidden[1]} if hidden else {})),    # as the pages themselves ask
            ({}, code | {"next": wanted}),
            ({"next": wanted}, code),
        ):
            answer = client.post(
                f"/masuk/{person}", query_string=query, data=form, headers=SAME_SITE
            )
            assert answer.status_code == 303
            assert landed(answer) == "http://localhost/", wanted
            client.post("/keluar", headers=SAME_SITE)
        form = {"bahasa": "id", "kembali": wanted}
        assert landed(client.post("/bahasa", data=form, headers=SAME_SITE)) == "http://localhost/"


def test_a16_sign_in_goes_on_to_a_page_of_this_site(app: Flask, cast: Cast) -> None:
    client = enrolled(app, cast.device)
    sent = {"sudah": "-".join(map(str, cast.sari.code)), "next": "/ranah/hak?hal=1"}
    answer = client.post(f"/masuk/{cast.sari.id}", data=sent, headers=SAME_SITE)
    assert answer.headers["Location"] == "/ranah/hak?hal=1"


def post(client: FlaskClient, learner: Learner, code: tuple[int, ...]) -> tuple[int, str]:
    """Send a whole code at once; return status and page."""
    taps = "-".join(map(str, code))
    answer = client.post(f"/masuk/{learner.id}", data={"sudah": taps}, headers=SAME_SITE)
    return answer.status_code, answer.get_data(as_text=True)


def landed(answer: TestResponse) -> str:
    """Return where a browser goes that reads backslashes as slashes and drops tabs and newlines."""
    address = re.sub(r"[\t\r\n]", "", answer.headers["Location"]).replace("\\", "/")
    return urljoin("http://localhost/masuk/1", address)
