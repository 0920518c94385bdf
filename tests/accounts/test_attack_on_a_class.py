"""A3: whoever burns the tries of a whole class locks nobody out."""

from datetime import datetime, timedelta
from uuid import UUID, uuid4

from sqlalchemy.orm import Session

from elearn.accounts import cards, devices, sessions
from elearn.accounts.devices import Device
from elearn.accounts.sign_in import card_sign_in, let_in, sign_in
from elearn.teaching import add_learner
from elearn.teaching.classes import new_code
from tests.small_hub import MORNING, SmallHub

TUTOR = uuid4()
CLASS = 6
STEP = timedelta(minutes=6)


def burn(
    session: Session, hub: SmallHub, boxes: list[Device], who: dict[UUID, tuple[int, ...]]
) -> datetime:
    """Guess wrong on every device, for everybody, until each of them is stopped."""
    now, stopped = MORNING, set[UUID]()
    while stopped != set(who):
        for box in boxes:
            for person_id, code in who.items():
                if person_id in stopped:
                    continue
                tried = sign_in(session, hub.secrets, box, person_id, code[::-1], now)
                if tried.outcome == "stopped":
                    stopped.add(person_id)
        now += STEP
        assert now < MORNING + timedelta(days=1)
    return now


def test_a3_after_an_attack_on_a_whole_class_everybody_comes_in(hub: SmallHub) -> None:
    boxes = [hub.device, *(hub.second_device()[0] for _ in range(3))]
    with hub.store.writing() as session:
        who = {}
        for n in range(CLASS):
            person, code = add_learner(
                session, hub.secrets, hub.class_id, f"Ani {n}", "🐟", "anak", "wali", MORNING
            )
            who[person.id] = code
        now = burn(session, hub, boxes, who)
        for person_id, code in who.items():
            own = (session, hub.secrets, hub.device, person_id)
            assert sign_in(*own, code, now).outcome == "stopped"
            browser, _token = devices.visitor(session, now)
            by_card = card_sign_in(
                session, cards.make_card(session, person_id, TUTOR, now), browser, now
            )
            by_tutor = let_in(session, person_id, hub.device, TUTOR, now)
            for way in (by_card, by_tutor):
                assert way
                assert way.session_token
                signed = sessions.find(session, way.session_token, now)
                assert signed
                assert signed.person_id == person_id
        rested = now + timedelta(hours=1)          # the bucket of the class fills by itself
        for person_id in who:                      # new pictures begin anew
            code = new_code(session, hub.secrets, person_id, rested)
            tried = sign_in(session, hub.secrets, hub.device, person_id, code, rested)
            assert tried.outcome == "in"
        other = sign_in(
            session, hub.secrets, hub.other_device, hub.tuti.id, hub.tuti.code, now
        )
        assert other.outcome == "in"
