"""A wrong answer is named where a rule knows it: in the log, in the words that are told."""

import json
import re
from html import unescape
from pathlib import Path

from flask import Flask

from elearn.learning import answers
from elearn.learning.attempts import Attempt
from elearn.mistakes import CONFUSIONS
from elearn.settings import Settings
from tests.cast import SAME_SITE, Cast, Learner, enrolled, prepare, sign_in
from tests.conftest import FixedClock
from tests.web import sample
from tests.web.test_answers import STEM, form_for, questions, seat_of, signed_in, site_of


def kept(app: Flask, learner: Learner, stem: str = STEM) -> list[Attempt]:
    """Return what she answered in a lesson, as the log holds it."""
    with site_of(app).store.reading() as session:
        return answers.of_lesson(session, learner.id, stem)


def test_what_the_author_foresaw_is_named_in_the_log(app: Flask, cast: Cast) -> None:
    client, seat = signed_in(app, cast, cast.sari)
    asked, _ = questions(app, seat)
    at = next(at for at, one in enumerate(asked) if one.kind == "angka")
    of = asked[at].key["of"]
    assert isinstance(of, list)
    for raw in (of[1], "77", of[0]):
        form = form_for(app, seat, at, raw)
        client.post(f"/b/{seat}/{STEM}/", data=form, headers=SAME_SITE)
    named = {one.raw: one.confusion for one in kept(app, cast.sari)}
    assert named == {of[1]: "satu-lebih", "77": "", of[0]: ""}


def test_what_nobody_foresaw_is_told_by_a_rule_with_and_without_script(
    settings: Settings, clock: FixedClock, tmp_path: Path
) -> None:
    with sample.serving(settings, clock, tmp_path / "contoh", sample.lesson()) as app:
        client = enrolled(app, (cast := prepare(app, clock())).device)
        assert sign_in(client, cast.sari) == 303
        home = f"/b/{seat_of(client)}/{sample.STEM}/"
        page = client.get(home).get_data(as_text=True)
        words = json.loads(unescape(re.findall(r"data-words='([^']*)'", page)[0]))
        assert words["tambah-kali"][0] == CONFUSIONS["tambah-kali"].said
        assert words["tambah-kali"][1].startswith("/suara/")
        data = [json.loads(unescape(one)) for one in re.findall(r"data-question='([^']*)'", page)]
        (sum_,) = (one for one in data if one["key"]["kind"] == "angka")
        line = next(at for at, name in sum_["say"].items() if name == "tambah-kali")
        shown = re.findall(r'name="s" value="([^"]*kddd[^"]*)"', page)[0]
        told = client.post(
            home, data={"s": shown, "a": sum_["key"]["of"][int(line)]}, headers=SAME_SITE,
            follow_redirects=True,
        ).get_data(as_text=True)
        assert CONFUSIONS["tambah-kali"].said in told
        assert [one.confusion for one in kept(app, cast.sari, sample.STEM)] == ["tambah-kali"]
