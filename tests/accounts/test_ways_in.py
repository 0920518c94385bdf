from datetime import timedelta
from uuid import uuid4

from sqlalchemy import func, select

from elearn.accounts import archive, cards, consents, devices, let_in, people, sessions
from elearn.accounts.sign_in import card_sign_in, sign_in
from elearn.accounts.sign_in import let_in as come_in
from elearn.store import tables
from elearn.teaching import add_learner
from tests.small_hub import MORNING, SmallHub

TUTOR = uuid4()


def outcomes(hub: SmallHub) -> list[str]:
    with hub.store.reading() as session:
        event = tables.SignInEvent
        told = select(event.outcome).where(event.person_id == hub.sari.id).order_by(event.at)
        return list(session.scalars(told))


def test_a3_a_stop_is_never_in_the_way_of_card_or_tutor(hub: SmallHub) -> None:
    now = MORNING
    with hub.store.writing() as session:
        for _ in range(4):
            for _ in range(5):
                sign_in(session, hub.secrets, hub.device, hub.sari.id, hub.sari.wrong_code, now)
            now += timedelta(minutes=5)
        asked = (session, hub.secrets, hub.device, hub.sari.id, hub.sari.code)
        assert sign_in(*asked, now).outcome == "stopped"
        browser, _token = devices.visitor(session, now)
        card = cards.make_card(session, hub.sari.id, TUTOR, now)
        by_card = card_sign_in(session, card, browser, now)
        by_tutor = come_in(session, hub.sari.id, hub.device, TUTOR, now)
        assert by_card
        assert by_tutor
        assert by_card.outcome == by_tutor.outcome == "in"
        assert sign_in(*asked, now).outcome == "stopped"      # neither resets anything
    assert {"stopped", "card", "let in"} <= set(outcomes(hub))


def test_a18_a_card_is_one_and_its_token_is_kept_nowhere(hub: SmallHub) -> None:
    with hub.store.writing() as session:
        old = cards.make_card(session, hub.sari.id, TUTOR, MORNING)
        new = cards.make_card(session, hub.sari.id, TUTOR, MORNING)
        found = cards.holder(session, new)
        assert found
        assert found.person_id == hub.sari.id
        assert len(new) == 22
        for token in (old, "", "x", hub.token):
            assert cards.holder(session, token) is None
            assert card_sign_in(session, token, devices.Browser(hub.device.id, None), MORNING) \
                is None
        cards.void_cards(session, hub.sari.id, MORNING)
        assert cards.holder(session, new) is None
        kept = session.scalars(select(tables.Card.token_hash)).all()
    assert len(kept) == 2
    assert not {old.encode(), new.encode()} & set(kept)


def test_the_tutors_word_holds_ten_minutes_and_once(hub: SmallHub) -> None:
    later = MORNING + timedelta(minutes=10)
    with hub.store.writing() as session:
        let_in.open_door(session, hub.sari.id, TUTOR, MORNING)
        let_in.open_door(session, hub.sari.id, uuid4(), MORNING)       # a double tap
        assert let_in.waiting(session, hub.sari.id, later) is None
        assert let_in.waiting(session, hub.rudi.id, MORNING) is None
        assert let_in.take(session, hub.sari.id, MORNING) == TUTOR
        assert let_in.take(session, hub.sari.id, MORNING) is None


def test_an_adult_comes_without_a_yes_and_gives_it_once(hub: SmallHub) -> None:
    with hub.store.writing() as session:
        wati, code = add_learner(
            session, hub.secrets, hub.class_id, "Wati", "🌾", "dewasa", None, MORNING
        )
        tried = sign_in(session, hub.secrets, hub.device, wati.id, code, MORNING)
        assert tried.session_token
        signed = sessions.find(session, tried.session_token, MORNING)
        assert signed
        assert not signed.agreed
        for _ in range(2):
            consents.agree(session, wati.id, MORNING)
        signed = sessions.find(session, tried.session_token, MORNING)
        assert signed
        assert signed.agreed
        yes = tables.Consent
        rows = session.execute(select(yes.given_by, yes.recorded_by).where(
            yes.person_id == wati.id)).all()
    assert [tuple(row) for row in rows] == [("sendiri", None)]


def test_f4_no_way_in_is_open_to_a_child_without_a_guardians_yes(hub: SmallHub) -> None:
    with hub.store.writing() as session:
        eka = tables.Person(class_id=hub.class_id, name="Eka", picture="🐝", age_band="anak",
                            made_at=MORNING)
        session.add(eka)
        session.flush()
        card = cards.make_card(session, eka.id, TUTOR, MORNING)
        assert card_sign_in(session, card, devices.Browser(hub.device.id, None), MORNING) is None
        assert come_in(session, eka.id, hub.device, TUTOR, MORNING) is None
        assert sign_in(session, hub.secrets, hub.device, eka.id, (0, 1, 2), MORNING).outcome \
            == "wrong"
        assert session.scalar(select(func.count()).select_from(tables.WebSession)) == 0


def test_a9_who_is_archived_is_nowhere_and_comes_back_whole(hub: SmallHub) -> None:
    with hub.store.writing() as session:
        tried = sign_in(session, hub.secrets, hub.device, hub.sari.id, hub.sari.code, MORNING)
        assert tried.session_token
        card = cards.make_card(session, hub.sari.id, TUTOR, MORNING)
        for _ in range(2):
            archive.archive(session, hub.sari.id, TUTOR, MORNING)
        assert sessions.find(session, tried.session_token, MORNING) is None
        assert [one.name for one in people.learners(session, hub.class_id)] == ["Rudi"]
        assert [one.name for one in archive.archived(session, hub.class_id)] == ["Sari"]
        assert archive.class_of(session, hub.sari.id) == hub.class_id
        assert cards.holder(session, card) is None
        assert come_in(session, hub.sari.id, hub.device, TUTOR, MORNING) is None
        again = (session, hub.secrets, hub.device, hub.sari.id, hub.sari.code, MORNING)
        assert sign_in(*again).outcome == "wrong"
        archive.restore(session, hub.sari.id, TUTOR, MORNING)
        assert archive.class_of(session, hub.sari.id) is None
        assert cards.holder(session, card)
        assert sign_in(*again).outcome == "in"
        assert sessions.find(session, tried.session_token, MORNING) is None


def test_a_class_knows_its_devices_and_when_they_were_used(hub: SmallHub) -> None:
    second, _token = hub.second_device()
    later = MORNING + timedelta(minutes=1)
    with hub.store.writing() as session:
        devices.visitor(session, MORNING)
        sign_in(session, hub.secrets, hub.device, hub.sari.id, hub.sari.code, later)
        used = {one.id: one.used_at for one in devices.of_class(session, hub.class_id)}
        assert used == {hub.device.id: later, second.id: None}
        devices.withdraw(session, second.id, later)
        assert [one.id for one in devices.of_class(session, hub.class_id)] == [hub.device.id]
