"""Versions are kept for ever; one of them at most is what learners meet."""

from datetime import timedelta
from uuid import UUID, uuid4

import pytest

from elearn.authoring import drafts
from elearn.authoring.judging import Judged, judge, named
from elearn.authoring.shelve import shelve
from elearn.content.around import NOTHING
from elearn.content.catalogue import Catalogue, Shelf
from tests.content.written import written
from tests.small_hub import MORNING, SmallHub, hub

__all__ = ["hub"]

DEWI = uuid4()
FILE = "baca-90-baru.md"


def judged(text: str, name: str = FILE) -> Judged:
    found = judge(text, named(name), Catalogue())
    assert found.lesson is not None, found.faults
    return found


def kept(hub: SmallHub, text: str, name: str = FILE, minutes: int = 0) -> UUID:
    with hub.store.writing() as session:
        at = MORNING + timedelta(minutes=minutes)
        return drafts.keep(session, judged(text, name), DEWI, at)


def publish(hub: SmallHub, draft: UUID, text: str, name: str = FILE) -> None:
    lesson = judged(text, name).lesson
    assert lesson is not None
    with hub.store.writing() as session:
        drafts.publish(session, draft, lesson, NOTHING, DEWI, MORNING)


def test_the_same_text_twice_is_one_version(hub: SmallHub) -> None:
    assert kept(hub, written()) == kept(hub, written())
    assert kept(hub, written()) != kept(hub, written(step="Ini ubi.\n"))


def test_a_newer_version_takes_the_place_of_the_older_and_that_can_be_undone(hub: SmallHub) -> None:
    texts = [written(), written(step="Ini ubi.\n")]
    ids = [kept(hub, text, minutes=at) for at, text in enumerate(texts)]
    shelf = Shelf(hub.data / "bawaan", hub.data / "pelajaran")
    (hub.data / "bawaan").mkdir()
    for draft, text in ((ids[0], texts[0]), (ids[1], texts[1]), (ids[0], texts[0])):
        publish(hub, draft, text)
        assert shelve(hub.store, hub.data)
        assert shelf.refresh()
        assert shelf.current.lessons["baca-90-baru"]["id"].source == text.rstrip("\n") + "\n" or (
            shelf.current.lessons["baca-90-baru"]["id"].source == text
        )
    assert not shelve(hub.store, hub.data)
    with hub.store.writing() as session:
        assert [one.published for one in drafts.versions(session, named(FILE))] == [False, True]
        assert drafts.take_back(session, "baca-90-baru", "id", DEWI, MORNING)
        assert not drafts.take_back(session, "baca-90-baru", "id", DEWI, MORNING)
    shelve(hub.store, hub.data)
    assert shelf.refresh()
    assert shelf.current.lessons == {}


def test_two_authors_cannot_publish_one_code_at_once(hub: SmallHub) -> None:
    publish(hub, kept(hub, written()), written())
    other = kept(hub, written(), "baca-91-lain.md")
    with pytest.raises(drafts.PublishError, match="baca-90-baru"):
        publish(hub, other, written(), "baca-91-lain.md")
