"""A document on a page: its fields are tapped without a script, also in a test."""

import re
from collections.abc import Iterator
from pathlib import Path

import html5lib
import pytest
from flask import Flask

from elearn.learning import answers
from elearn.settings import Settings
from tests.cast import SAME_SITE, enrolled, prepare, sign_in
from tests.conftest import FixedClock
from tests.web import sample
from tests.web.test_answers import seat_of, site_of

TAPPED = """### Soal: ketuk
Ketuk tanggal baik sebelum.
![](dokumen:label)
- [x] Baik sebelum
- [ ] Isi
  > Itu isinya.
Kode: baca-03-kdok
"""
FIELDS = ["Nama Keripik singkong", "Isi 100 g", "Bahan Singkong, minyak, garam",
          "Baik sebelum 12-2027", "Dibuat oleh Dapur Sari"]


@pytest.fixture(params=[sample.FRONT, sample.TEST_FRONT], ids=["lesson", "test"])
def app(
    settings: Settings, clock: FixedClock, tmp_path: Path, request: pytest.FixtureRequest
) -> Iterator[Flask]:
    text = sample.lesson(request.param, questions=TAPPED)
    with sample.serving(settings, clock, tmp_path / "contoh", text) as made:
        yield made


@pytest.mark.parametrize(("field", "outcome"), [(3, "right"), (1, "wrong")])
def test_the_field_that_was_asked_for_is_right(
    app: Flask, clock: FixedClock, field: int, outcome: str
) -> None:
    cast = prepare(app, clock())
    client = enrolled(app, cast.device)
    assert sign_in(client, cast.sari) == 303
    home = f"/b/{seat_of(client)}/{sample.STEM}/"
    html = client.get(home).get_data(as_text=True)
    assert re.search('href="/s/(test|lesson[a-z+-]*figur-dokumen[a-z+-]*)[.]', html)
    assert '<fieldset class="fig dokumen label">' in html
    form = html5lib.parse(html, namespaceHTMLElements=False).find(".//section[@id='q1']/form")
    labels = form.findall(".//label")
    assert [" ".join("".join(label.itertext()).split()) for label in labels] == FIELDS
    box = labels[field].find("./input[@type='checkbox']")
    named = form.find("./input[@name='s']").get("value")
    client.post(home, data={"s": named, "a": box.get("value")}, headers=SAME_SITE)
    with site_of(app).store.reading() as session:
        (given,) = answers.of_lesson(session, cast.sari.id, sample.STEM)
    assert given.outcome == outcome
