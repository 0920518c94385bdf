import json
import stat

import pytest
from sqlalchemy import func, select

from elearn.accounts import devices, people, sessions
from elearn.accounts.sign_in import sign_in
from elearn.store import tables
from elearn.teaching import demo
from elearn.teaching.demo import DemoClass
from tests.small_hub import MORNING, SmallHub


def prepare(hub: SmallHub) -> DemoClass:
    with hub.store.writing() as session:
        return demo.prepare(session, hub.secrets, hub.data, MORNING)


def everybody_gets_in(hub: SmallHub, made: DemoClass) -> bool:
    with hub.store.writing() as session:
        link = demo.enrolment_link_token(session, MORNING)
        enrolled = devices.enrol(session, link, MORNING)
        assert enrolled
        outcomes = {
            sign_in(
                session, hub.secrets, enrolled[0], one.learner.person_id, one.code, MORNING,
                one.learner.code_kind or "gambar",
            ).outcome
            for one in made.learners
        }
    return outcomes == {"in"}


def test_it_is_six_made_up_learners_of_both_ages(hub: SmallHub) -> None:
    made = prepare(hub)
    who = {one.learner.name: one.learner.age_band for one in made.learners}
    assert made.name == "Kelompok contoh"
    assert len(who) == 6
    assert (who["Sari"], who["Rudi"]) == ("dewasa", "anak")
    assert set(who.values()) == {"anak", "dewasa"}
    known = people.ANIMALS | people.THINGS
    assert all(one.learner.picture in known for one in made.learners)
    kinds = {(one.learner.age_band, one.learner.code_kind, len(one.code)) for one in made.learners}
    assert kinds == {("anak", "gambar", 3), ("dewasa", "gambar", 4), ("dewasa", "pin", 6)}


def test_it_is_prepared_once_and_its_codes_stay(hub: SmallHub) -> None:
    first, again = prepare(hub), prepare(hub)
    assert first == again
    assert everybody_gets_in(hub, again)
    with hub.store.reading() as session:
        demos = select(func.count()).select_from(tables.Class).where(tables.Class.demo)
        assert session.scalar(demos) == 1


def test_its_codes_can_be_printed_again_by_the_owner_only(hub: SmallHub) -> None:
    made = prepare(hub)
    path = hub.data / "contoh.json"
    kept = json.loads(path.read_text("utf-8"))
    assert kept == {str(one.learner.person_id): list(one.code) for one in made.learners}
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


@pytest.mark.parametrize("content", [None, "", "[1]", '{"x": [1]}', "{", '{"a": 7}'])
def test_codes_that_are_lost_or_spoilt_are_given_anew(hub: SmallHub, content: str | None) -> None:
    first = prepare(hub)
    path = hub.data / "contoh.json"
    if content is None:
        path.unlink()
    else:
        path.write_text(content, "utf-8")
    again = prepare(hub)
    assert [one.learner for one in again.learners] == [one.learner for one in first.learners]
    assert everybody_gets_in(hub, again)
    assert prepare(hub) == again


def test_a_preparation_that_was_undone_is_made_good_by_the_next(hub: SmallHub) -> None:
    class PowerCutError(Exception):
        pass

    def cut() -> None:
        with hub.store.writing() as session:
            demo.prepare(session, hub.secrets, hub.data, MORNING)
            raise PowerCutError

    with pytest.raises(PowerCutError):
        cut()
    assert everybody_gets_in(hub, prepare(hub))


def test_trying_as_a_learner_makes_a_browser_the_demonstrations_device_once(
    hub: SmallHub,
) -> None:
    made = prepare(hub)
    with hub.store.writing() as session:
        tried, token = demo.sign_in(session, MORNING)
        assert token
        device = devices.device_of(session, token)
        again, no_token = demo.sign_in(session, MORNING, device)
        foreign, new_token = demo.sign_in(session, MORNING, hub.device)
        signed = sessions.find(session, tried.session_token or "", MORNING)
    assert device
    assert device.class_id == made.id
    assert no_token is None
    assert again.seat == tried.seat
    assert new_token
    assert foreign.seat != tried.seat
    assert signed
    assert signed.name == "Sari"


def test_without_a_demonstration_there_is_no_open_door(hub: SmallHub) -> None:
    with hub.store.writing() as session:
        with pytest.raises(demo.NoDemoError):
            demo.sign_in(session, MORNING)
        with pytest.raises(demo.NoDemoError):
            demo.enrolment_link_token(session, MORNING)


def test_real_classes_are_left_alone(hub: SmallHub) -> None:
    with hub.store.reading() as session:
        before = people.learners(session, hub.class_id)
    prepare(hub)
    with hub.store.reading() as session:
        assert people.learners(session, hub.class_id) == before
