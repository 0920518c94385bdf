"""F1: what is kept of one learner can be taken along whole, and forgotten whole."""

import json
from datetime import timedelta
from pathlib import Path
from uuid import UUID

from sqlalchemy import Connection, inspect, text

from elearn.accounts import sessions
from elearn.accounts.devices import Browser
from elearn.learning import answers, held, marks
from elearn.store import tables
from elearn.store.base import Base
from elearn.teaching import assignments, guests, totals
from elearn.teaching.erase import erase, erasures, person_hash, reapply_erasures
from elearn.teaching.export import as_json, export
from tests.learning.test_answers import give
from tests.small_hub import MORNING, SmallHub
from tests.teaching.guests import answered_guest
from tests.teaching.test_attention import BY, sit

NAME = "Sarinah Kaluwarga"


def live_on(hub: SmallHub) -> UUID:
    """Let Sari leave a trace in every table that can hold one; return the guest she once was."""
    sari, now = hub.sari.id, MORNING
    with hub.store.writing() as session:
        session.get_one(tables.Person, sari).name = NAME
        seat = tables.Seat(person_id=sari, device_id=hub.device.id, key="k" * 22, made_at=now)
        session.add(seat)
        session.flush()
        sessions.begin(session, sari, hub.device.id, now)
        held.hold(session, seat.key, f"/b/{seat.key}/baca-03-m-b/", b"a=1", now)
        marks.mark_sitting(session, sari, "baca-03-m-b", now.date(), False, BY, now)
        assignments.assign(session, UUID(int=1), hub.class_id, sari, "baca-03-m-b", None, BY, now,
                           now.date())
        guest = answered_guest(session, Browser(hub.device.id, hub.class_id), now)
        guests.give(session, guest, sari, BY, now)
        session.add_all([
            tables.StaffDeed(staff_id=BY, did="made a code", about=sari, at=now),
            tables.SignInEvent(person_id=sari, device_id=hub.device.id, outcome="wrong", at=now),
            tables.Streak(person_id=sari, device_id=hub.device.id, wrong=1, wrong_at=now),
            tables.Card(person_id=sari, token_hash=b"c" * 32, made_by=BY, made_at=now),
            tables.LetIn(person_id=sari, by=BY, made_at=now, expires_at=now),
            tables.Archiving(person_id=sari, by=BY, at=now),
            tables.Bucket(rule="a rule", subject=sari, tokens=1.0, at=now),
        ])
    sit(hub, 0, "right")
    return guest


def traces(connection: Connection, *words: str) -> list[str]:
    """Return where any of these words stands in any column of any table."""
    found = []
    for table in inspect(connection).get_table_names():
        for row in connection.execute(text(f'SELECT * FROM "{table}"')).mappings():  # noqa: S608
            told = " ".join(str(value) for value in row.values())
            found += [f"{table}: {word}" for word in words if word in told]
    return found


def test_f1_an_export_is_complete_and_only_hers(hub: SmallHub) -> None:
    live_on(hub)
    give(hub, hub.answer(person_id=hub.rudi.id, raw="jawaban Rudi"))
    with hub.store.reading() as session:
        whole = export(session, hub.sari.id, lambda _stem: False)
        left = traces(session.connection(), hub.sari.id.hex, str(hub.sari.id))
    told = json.loads(as_json(whole))
    assert {line.partition(":")[0] for line in left} <= set(told)
    assert told["person"][0]["name"] == NAME
    assert len(told["attempt"]) == 13
    assert told["held_answer"][0]["body"] == "a=1"
    text = as_json(whole)
    assert not any(one in text for one in ("Rudi", str(hub.rudi.id), "seal", "token_hash"))


def test_f1_nothing_is_left_of_who_was_erased_but_the_totals(hub: SmallHub) -> None:
    guest = live_on(hub)
    give(hub, hub.answer(5, person_id=hub.rudi.id, outcome="wrong"))
    with hub.store.writing() as session:
        before = totals.of_class(session, hub.class_id)
        assert erase(session, hub.sari.id, BY, MORNING)
        assert not erase(session, hub.sari.id, BY, MORNING)
    hub.store.scrub()
    words = [NAME, *(form for one in (hub.sari.id, guest) for form in (one.hex, str(one)))]
    with hub.store.reading() as session:
        assert traces(session.connection(), *words) == []
        assert totals.of_class(session, hub.class_id) == before
        assert totals.whole(before).answers == 14
        assert {gone for gone, _ in erasures(session)} == {
            person_hash(hub.sari.id), person_hash(guest)
        }
        assert answers.log(session, hub.rudi.id)
    files = [path for path in hub.data.rglob("*") if path.is_file()]
    assert [path.name for path in files if held_in(path, hub.sari.id, guest)] == []


def held_in(path: Path, *people: UUID) -> bool:
    """Whether a file holds her name or an id, in any form that we write."""
    content = path.read_bytes()
    forms = [form for one in people for form in (one.hex.encode(), str(one).encode(), one.bytes)]
    return any(form in content for form in (NAME.encode(), *forms))


def test_a_second_erasure_in_a_class_adds_to_the_totals(hub: SmallHub) -> None:
    for one in (hub.sari.id, hub.rudi.id):
        give(hub, hub.answer(person_id=one))
    with hub.store.writing() as session:
        for one in (hub.sari.id, hub.rudi.id):
            erase(session, one, BY, MORNING)
        assert totals.whole(totals.of_class(session, hub.class_id)) == totals.Count(2, 2)


def test_who_comes_back_with_an_old_backup_is_erased_again(hub: SmallHub) -> None:
    with hub.store.writing() as session:
        known = [(person_hash(hub.sari.id), MORNING)]
        assert reapply_erasures(session, MORNING + timedelta(days=1), known) == 1
        assert reapply_erasures(session, MORNING + timedelta(days=1), known) == 0
        assert session.get(tables.Person, hub.sari.id) is None
        assert session.get(tables.Person, hub.rudi.id) is not None
        assert erasures(session) == known


def test_a_new_table_that_names_a_learner_cannot_be_forgotten_here(hub: SmallHub) -> None:
    """Whatever points to a person is among the rooms that are exported and emptied."""
    from elearn.teaching.export import rooms

    person = tables.Person.__table__
    pointing = {
        table.name
        for table in Base.metadata.sorted_tables
        for column in table.columns
        if any(key.column.table is person for key in column.foreign_keys)
    }
    with hub.store.reading() as session:
        assert pointing < {table.name for table, _hers in rooms(session, hub.sari.id)}
