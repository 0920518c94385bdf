"""Lessons and addresses that mean harm, through the application's own pages."""

import json
import re
import unicodedata
from pathlib import Path
from urllib.parse import quote

import html5lib
import pytest
from flask import Flask

from elearn.settings import Settings
from elearn.web.site import KEY
from tests.cast import Cast, enrolled, prepare, sign_in
from tests.conftest import FixedClock
from tests.content.test_hostile import PAYLOADS
from tests.web.sample import EVERY_KIND, FRONT, STEM, lesson, serving
from tests.web.test_answers import seat_of

FORBIDDEN = {"iframe", "object", "embed", "base", "frame", "applet", "math", "foreignObject"}
ACTING = re.compile(r"^\s*(?:javascript|data|vbscript):", re.IGNORECASE)


def assert_inert(html: str) -> None:
    """Fail on anything that could act and is not ours: in a page, and in what scripts add to it."""
    for element in html5lib.parse(html, namespaceHTMLElements=False).iter():
        tag = str(element.tag).rpartition("}")[2]
        assert tag not in FORBIDDEN
        if tag == "script":
            assert str(element.get("src")).startswith("/s/")
            assert not element.text
        assert tag != "meta" or set(element.attrib) <= {"charset", "name", "content"}
        assert tag != "form" or str(element.get("action")).startswith(("./", "/", "../"))
        for name, value in element.attrib.items():
            assert not str(name).lower().startswith("on")
            assert name not in {"style", "srcdoc"}
            if str(name).rpartition("}")[2] in {"href", "src", "action", "formaction"}:
                assert not ACTING.match(str(value))
                assert not re.match(r"[a-z]*:?[/\\]{2}", str(value))
        for text in texts(json.loads(element.get("data-question", "null"))):
            assert_inert(text)


def texts(data: object) -> list[str]:
    """Return every string inside a piece of JSON."""
    if isinstance(data, dict | list):
        parts = data.values() if isinstance(data, dict) else data
        return [text for part in parts for text in texts(part)]
    return [data] if isinstance(data, str) else []


HOSTILE = {
    "title and goal": lambda bad: lesson(
        front=FRONT.replace("Contoh semua soal", f"Contoh {bad}").replace("8 dari 10", bad)
    ),
    "step": lambda bad: lesson(step=f"Ini ibu.\n\n{bad}\n"),
    "heading": lambda bad: lesson(step=f"Ini ibu.\n\n## Judul {bad}\n\nItu.\n"),
    "question": lambda bad: lesson(
        questions=EVERY_KIND.replace("> Ini bola.", f"> Ini {bad}.").replace("api\n", f"{bad}\n", 1)
        .replace("Ia berenang.", f"Ia {bad}").replace("Ikan hidup di air.", bad)
    ),
}


@pytest.mark.parametrize("place", HOSTILE)
def test_b1_nothing_that_acts_reaches_a_browser(
    settings: Settings, clock: FixedClock, tmp_path: Path, place: str
) -> None:
    with serving(settings, clock, tmp_path / "lessons", lesson()) as app:
        cast = prepare(app, clock())
        client = enrolled(app, cast.device)
        assert sign_in(client, cast.sari) == 303
        shelf, seat = app.extensions[KEY].shelf, seat_of(client)
        path = tmp_path / "lessons" / "literasi" / f"{STEM}.md"
        served = 0
        for bad in PAYLOADS:
            path.write_text(HOSTILE[place](bad), encoding="utf-8")
            if not shelf.refresh() or shelf.current.faults:
                continue                       # told to its author; the last good version stays
            served += 1
            addresses = [f"/b/{seat}/{STEM}/"]
            if place == "title and goal":
                addresses += ["/", "/ranah/literasi", f"/b/{seat}/{STEM}/selesai"]
            for address in addresses:
                answer = client.get(address)
                assert answer.status_code == 200
                policy = answer.headers["Content-Security-Policy"]
                assert "default-src 'self'" in policy
                assert "unsafe" not in policy
                assert_inert(answer.get_data(as_text=True))
        assert served
        assert client.get(f"/b/{seat}/{STEM}/").status_code == 200


SLUGS = (
    "../../etc/passwd", "..%2f..%2fetc%2fpasswd", "..\\..\\etc\\passwd", "%00", "baca-03-m-b\0",
    "CON", "NUL", "x" * 300, "a/b", ".", "..", "baca-03-m-b.md", "BACA-03-M-B", "/etc/passwd",
    unicodedata.normalize("NFC", "baca-03-é"), unicodedata.normalize("NFD", "baca-03-é"),
)


def test_b3_no_name_leads_out_of_what_is_known(app: Flask, cast: Cast) -> None:
    client = enrolled(app, cast.device)
    assert sign_in(client, cast.sari) == 303
    seat = seat_of(client)
    for slug in SLUGS:
        for name in (quote(slug, safe=""), quote(slug)):
            for address in (f"/b/{seat}/{name}/", f"/b/{seat}/{name}/selesai", f"/ranah/{name}",
                            f"/suara/saya/{name}.mp3", f"/suara/{name}.mp3", f"/s/{name}",
                            f"/gambar/{name}.svg"):
                answer = client.get(address)
                assert answer.status_code in {404, 308}, address
                assert b"root:" not in answer.get_data()
