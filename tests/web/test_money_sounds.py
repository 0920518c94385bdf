"""The sum on the table is said by its address."""

import pytest
from flask import Flask


@pytest.mark.audio
def test_a_sum_sounds_and_is_kept_by_its_words(app: Flask) -> None:
    client = app.test_client()
    said = client.get("/suara/rupiah/id/7000.mp3")
    assert (said.status_code, said.mimetype) == (200, "audio/mpeg")
    again = client.get("/suara/rupiah/id/7000.mp3", headers={"If-None-Match": said.headers["ETag"]})
    assert again.status_code == 304
    hidden = client.get("/suara/rupiah/id/7000.mp3?simpan=0")
    assert hidden.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("path", ["id/0", "id/7050", "id/500100", "id/-100", "xx/7000", "id/ibu"])
def test_no_other_sum_is_said(app: Flask, path: str) -> None:
    assert app.test_client().get(f"/suara/rupiah/{path}.mp3").status_code == 404
