"""What is compressed how: brotli and gzip, each only for who says that it can."""

import gzip

import brotli
import pytest
from flask import Response, request
from flask.testing import FlaskClient

from elearn.web import packing
from elearn.web.packing import PLAIN, Parcel, understood
from tests.web.tiny import tiny

BODY = b"<p>ibu mau ubi</p>" * 100
UNPACKED = {"br": brotli.decompress, "gzip": gzip.decompress, None: bytes}
CHROMIUM = {"http": "gzip, deflate", "https": "gzip, deflate, br, zstd"}


@pytest.fixture
def client() -> FlaskClient:
    app, parcel = tiny(), Parcel(BODY, "text/html")

    @app.get("/isi")
    def content() -> Response:
        return parcel.response(request, "private, no-cache")

    return app.test_client()


@pytest.mark.parametrize(("accepted", "encoding"), [
    (CHROMIUM["https"], "br"), (CHROMIUM["http"], "gzip"), ("gzip", "gzip"), ("br", "br"),
    ("br;q=0, gzip", "gzip"), ("gzip;q=0", PLAIN), ("br;q=0.5, gzip", "br"), ("GZIP", "gzip"),
    ("*", PLAIN), ("", PLAIN), ("identity", PLAIN), ("gzip;q=rusak", PLAIN), ("zstd", PLAIN),
])
def test_brotli_is_for_who_says_so_else_gzip_else_nothing(accepted: str, encoding: str) -> None:
    assert understood(accepted) == encoding


@pytest.mark.parametrize("accepted", ["gzip, br", "gzip", ""])
def test_each_form_unpacks_to_the_same_and_has_a_name_of_its_own(
    client: FlaskClient, accepted: str
) -> None:
    told = client.get("/isi", headers={"Accept-Encoding": accepted})
    assert UNPACKED[told.headers.get("Content-Encoding")](told.data) == BODY
    assert told.headers["Vary"] == "Accept-Encoding"
    others = [one for one in ("gzip, br", "gzip", "") if one != accepted]
    for other in others:
        again = client.get("/isi", headers={
            "Accept-Encoding": other, "If-None-Match": told.headers["ETag"],
        })
        assert again.status_code == 200
    same = client.get("/isi", headers={
        "Accept-Encoding": accepted, "If-None-Match": "W/" + told.headers["ETag"],
    })
    assert same.status_code == 304        # a proxy may have weakened the name
    assert (same.data, same.headers["ETag"]) == (b"", told.headers["ETag"])


def test_a_form_is_made_when_it_is_first_asked_for_and_once(client: FlaskClient) -> None:
    made = []

    def noting(body: bytes, encoding: str) -> bytes:
        made.append(encoding)
        return packing.smallest(body, encoding)

    parcel = Parcel(BODY, "text/css", noting)
    with client.application.test_request_context(headers={"Accept-Encoding": "gzip"}):
        for _ in range(3):
            parcel.response(request, "immutable")
    assert made == ["gzip"]


@pytest.mark.parametrize("encoding", ["br", "gzip"])
def test_what_is_kept_is_smaller_than_what_is_made_in_a_hurry(encoding: str) -> None:
    page = b"".join(f"<p>{n * n * n:x} ibu {n}</p>".encode() for n in range(2000))
    assert len(packing.smallest(page, encoding)) < len(packing.quickly(page, encoding))
    assert UNPACKED[encoding](packing.quickly(page, encoding)) == page
