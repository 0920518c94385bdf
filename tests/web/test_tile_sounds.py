"""Tiles and right sides can be heard before they are chosen, unless they are what is to be read."""

from pathlib import Path

import html5lib
import pytest

from elearn.settings import Settings
from tests.cast import enrolled, prepare, sign_in
from tests.conftest import FixedClock
from tests.web import sample
from tests.web.test_answers import seat_of


@pytest.mark.parametrize("read", [False, True])
def test_each_tile_and_each_right_side_has_its_speaker(
    settings: Settings, clock: FixedClock, tmp_path: Path, read: bool
) -> None:
    questions = sample.EVERY_KIND
    if read:
        for code in ("keee", "kfff"):
            field = f"Kode: baca-03-{code}"
            questions = questions.replace(field, f"Pilihan: dibaca\n{field}")
    text = sample.lesson(questions=questions)
    with sample.serving(settings, clock, tmp_path / "contoh", text) as app:
        client = enrolled(app, (cast := prepare(app, clock())).device)
        assert sign_in(client, cast.sari) == 303
        page = client.get(f"/b/{seat_of(client)}/{sample.STEM}/").get_data(as_text=True)
    tree = html5lib.parse(page, namespaceHTMLElements=False)
    pairs = tree.findall(".//fieldset[@class='pair']/div/div[@class='choice']")
    tiles = tree.findall(".//fieldset[@class='place choices']/div[@class='choice']")
    heard = [
        [one.find("a[@class='dengar']") is not None for one in pieces] for pieces in (pairs, tiles)
    ]
    assert heard[0] == [not read] * 6
    assert heard[1] == [not read] * 3 + [False] * 6      # the first place says them all
