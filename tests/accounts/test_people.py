from uuid import uuid4

import pytest

from elearn.accounts import people
from elearn.accounts.sessions import find
from elearn.accounts.sign_in import sign_in
from elearn.teaching import add_learner
from tests.small_hub import MORNING, SmallHub


def test_learners_are_listed_by_name_and_only_those_of_the_class(hub: SmallHub) -> None:
    with hub.store.writing() as session:
        for name in ("ani", "Zainab", "Budi"):
            add_learner(session, hub.secrets, hub.class_id, name, "🐟", "anak", "wali", MORNING)
        found = people.learners(session, hub.class_id)
    assert [one.name for one in found] == ["ani", "Budi", "Rudi", "Sari", "Zainab"]
    assert people.learners(session, uuid4()) == []


def test_a_learner_is_asked_for_as_many_pictures_as_her_code_has(hub: SmallHub) -> None:
    with hub.store.reading() as session:
        for one in (hub.sari, hub.rudi):
            learner = people.learner(session, one.id)
            assert learner
            assert people.code_length(learner) == len(one.code)
        assert people.learner(session, uuid4()) is None
        assert people.person(session, uuid4()) is None


def test_she_likes_her_pages_as_she_says_and_nobody_elses_change(hub: SmallHub) -> None:
    with hub.store.writing() as session:
        people.set_preference(session, hub.sari.id, language="en")
        people.set_preference(session, hub.sari.id, large_text=True)
        people.set_preference(session, hub.sari.id)
        tried = sign_in(session, hub.secrets, hub.device, hub.sari.id, hub.sari.code, MORNING)
        signed = find(session, tried.session_token or "", MORNING)
        rudi = people.person(session, hub.rudi.id)
    assert signed
    assert (signed.language, signed.large_text, signed.contrast) == ("en", True, False)
    assert rudi
    assert (rudi.language, rudi.large_text, rudi.contrast) == ("id", False, False)


def test_a_language_that_we_do_not_speak_is_refused(hub: SmallHub) -> None:
    with hub.store.writing() as session, pytest.raises(ValueError, match="xx"):
        people.set_preference(session, hub.sari.id, language="xx")
