from datetime import timedelta

import pytest
from sqlalchemy import func, select

from elearn.accounts.identity_pictures import ANIMALS, THINGS
from elearn.accounts.sign_in import sign_in
from elearn.store import tables
from elearn.teaching import ConsentError, add_learner
from elearn.teaching.classes import free_pictures, once_more, rename_class
from tests.small_hub import MORNING, SmallHub


def test_a_learner_comes_in_with_a_yes(hub: SmallHub) -> None:
    with hub.store.reading() as session:
        consent = tables.Consent
        found = session.execute(select(consent.person_id, consent.given_by))
        given = {row.person_id: row.given_by for row in found}
    assert given == {hub.sari.id: "sendiri", hub.rudi.id: "wali", hub.tuti.id: "wali"}


def test_f4_a_child_learns_with_her_guardians_yes_only(hub: SmallHub) -> None:
    with hub.store.writing() as session:
        before = session.scalar(select(func.count()).select_from(tables.Person))
        with pytest.raises(ConsentError, match="wali"):
            add_learner(session, hub.secrets, hub.class_id, "Ani", "🐟", "anak", "sendiri", MORNING)
        assert session.scalar(select(func.count()).select_from(tables.Person)) == before


def test_what_is_made_here_names_this_hub(hub: SmallHub) -> None:
    with hub.store.reading() as session:
        here = session.scalars(select(tables.Hub.id)).one()
        for model in (tables.Class, tables.Person, tables.Consent, tables.Device):
            assert set(session.scalars(select(model.hub_id))) == {here}


def test_a_picture_is_nobodys_twice_while_there_are_enough(hub: SmallHub) -> None:
    with hub.store.writing() as session:
        assert set(free_pictures(session, hub.class_id, "anak")) == set(ANIMALS) - {"🐢"}
        assert set(free_pictures(session, hub.class_id, "dewasa")) == set(THINGS) - {"🌻"}
        for picture in ANIMALS:
            add_learner(session, hub.secrets, hub.class_id, "Ani", picture, "anak", "wali", MORNING)
        assert free_pictures(session, hub.class_id, "anak") == ANIMALS


def test_a_form_that_comes_twice_gives_a_code_that_opens_and_later_none(hub: SmallHub) -> None:
    with hub.store.writing() as session:
        made, first = add_learner(
            session, hub.secrets, hub.class_id, "Wati", "🌾", "dewasa", None, MORNING
        )
        late = MORNING + timedelta(minutes=11)
        assert once_more(session, hub.secrets, hub.class_id, made.id, late) == ()
        assert once_more(session, hub.secrets, hub.class_id, hub.tuti.id, MORNING) == ()
        code = once_more(session, hub.secrets, hub.class_id, made.id, MORNING)
        assert len(code) == len(first)
        assert sign_in(session, hub.secrets, hub.device, made.id, code, MORNING).outcome == "in"
        assert once_more(session, hub.secrets, hub.class_id, made.id, MORNING) == ()


def test_a_class_is_called_by_another_name(hub: SmallHub) -> None:
    with hub.store.writing() as session:
        rename_class(session, hub.class_id, "Ibu-ibu pasar")
    with hub.store.reading() as session:
        names = set(session.scalars(select(tables.Class.name)))
    assert names == {"Ibu-ibu pasar", "Kelompok Pak Anton"}
