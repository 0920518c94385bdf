"""The author's desk, with a good draft and a faulty one."""

import io
from collections.abc import Iterator

from flask import Flask
from flask.testing import FlaskClient

from tests.cast import SAME_SITE, Cast, staffed
from tests.content.own_files import photograph
from tests.content.written import written
from tests.web.policies import author


def pages(app: Flask, cast: Cast) -> Iterator[tuple[str, FlaskClient]]:
    """Yield every page of the desk with a browser that may open it; lesson pages are elsewhere."""
    objects = author.addresses(app, cast)
    dewi = staffed(app, cast.dewi)
    for endpoint in ("author.home", "author.new", "author.draft", "author.end"):
        yield objects[endpoint][0], dewi
    faulty = written(step="<b>Ini</b> ibu.\n\n![Ikan](gambar/ikan.jpg)\n\n"
                     "Suara: [ma](suara/ma.mp3)\n")
    kept = dewi.post("/penulis/baru", data={"teks": faulty, "nama": "baca-96-salah.md"},
                     headers=SAME_SITE)
    yield kept.headers["Location"], dewi
    given = dewi.post(
        kept.headers["Location"].partition("?")[0] + "/berkas", headers=SAME_SITE,
        content_type="multipart/form-data",
        data={"berkas": (io.BytesIO(photograph((60, 40))), "Ikan di pasar.JPG")},
    )  # fmt: skip
    yield given.headers["Location"].partition("#")[0], dewi
