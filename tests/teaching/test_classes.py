import pytest
from sqlalchemy import func, select

from elearn.store import tables
from elearn.teaching import ConsentError, add_learner
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
