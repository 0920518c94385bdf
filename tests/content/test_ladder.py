"""What the reading lessons teach, beside the curriculum's table."""

import pytest

from elearn import paths
from elearn.content.catalogue import Catalogue
from elearn.content.curriculum import MAP
from elearn.content.decodable import decodability_faults
from elearn.content.ladder import Ladder, rung
from elearn.content.values import Meta
from elearn.language.letters import WORD
from tests.language.curriculum import LESSONS, Planned
from tests.shipped import catalogue as shipped_lessons

WRITTEN = {
    path.stem for path in paths.shipped("lessons").glob("literasi/baca-*.md")
    if "." not in path.stem
}  # fmt: skip


def meta(planned: Planned) -> Meta:
    return Meta(planned.stem, "", graphemes=(*planned.graphemes,), features=(*planned.features,),
                sight_words=(*planned.sight_words,), capitals=planned.capitals)


@pytest.fixture(scope="module")
def shipped() -> Catalogue:
    return shipped_lessons()


def test_the_table_holds_the_reading_lessons_of_the_map() -> None:
    mapped = [one.stem for one in MAP if one.stem.startswith("baca-")]
    assert [planned.stem for planned in LESSONS] == mapped


@pytest.mark.parametrize(
    "planned", [one for one in LESSONS if one.stem in WRITTEN], ids=lambda one: one.stem
)
def test_a_written_lesson_teaches_what_the_curriculum_says(
    planned: Planned, shipped: Catalogue
) -> None:
    lesson = shipped.lesson(planned.stem)
    assert lesson is not None
    assert lesson.meta.graphemes == tuple(planned.graphemes)
    assert lesson.meta.features == tuple(planned.features)
    assert lesson.meta.sight_words == tuple(planned.sight_words)
    assert lesson.meta.capitals == planned.capitals


@pytest.mark.parametrize("planned", LESSONS, ids=lambda one: one.stem)
def test_all_words_and_sentences_of_the_curriculum_can_be_read_in_their_lesson(
    planned: Planned,
) -> None:
    passages = ((1, "\n".join([*planned.words, *planned.sentences])),)
    read = {one.stem: (meta(one), passages if one is planned else ()) for one in LESSONS}
    assert [fault.text for fault in decodability_faults(read).get(planned.stem, ())] == []


def test_most_words_of_a_lesson_cannot_be_read_one_lesson_earlier() -> None:
    ladder = Ladder((one.stem, meta(one)) for one in LESSONS)
    for number, planned in enumerate(LESSONS[:24], 1):
        early = [word for word in planned.words if not ladder.lacking(word, number)]
        assert len(early) <= len(planned.words) * 0.2 or planned.capitals, (planned.stem, early)


@pytest.mark.parametrize("planned", LESSONS, ids=lambda one: one.stem)
def test_the_map_says_of_a_lesson_what_the_curriculum_says(planned: Planned) -> None:
    mapped = next(one.meta for one in MAP if one.stem == planned.stem)
    wanted = meta(planned)
    assert mapped.graphemes == wanted.graphemes
    assert mapped.features == wanted.features
    assert mapped.sight_words == wanted.sight_words
    assert mapped.capitals == wanted.capitals


FIRST = "baca-01-vokal-a-i-u", Meta("", "", graphemes=("a", "i", "u"))


def test_what_the_map_plans_counts_as_taught_to_the_lessons_after_it() -> None:
    ladder = Ladder([FIRST])
    assert ladder.lacking("mama", 3) == {"m"}
    assert ladder.lacking("mama", 4) == set()
    assert [one.stem for one in ladder.unwritten({"a", "m"}, 4)] == ["baca-03-m-b"]
    assert ladder.unwritten({"a", "m"}, 4, {"m"}) == set()
    assert [one.stem for one in ladder.rungs] == [FIRST[0]]


def test_a_lesson_of_ones_own_stands_in_the_place_of_the_mapped_one() -> None:
    ladder = Ladder([FIRST, ("baca-03-milik-sendiri", Meta("", "", graphemes=("m",)))])
    assert ladder.lacking("mama", 4) == set()
    assert ladder.lacking("baba", 4) == {"b"}
    assert ladder.unwritten({"a", "m"}, 4) == set()


def test_lessons_off_the_map_follow_their_own_order() -> None:
    ladder = Ladder([("baca-01-x", FIRST[1])])
    assert ladder.lacking("mama", 90) == {"m"}


def test_a_test_may_use_what_the_lesson_of_its_number_teaches() -> None:
    lesson, test = rung("baca-12-x", Meta("", "")), rung("baca-12-uji-x", Meta("", "", test=True))
    assert [one.below for one in (lesson, test) if one] == [12, 13]


def test_the_table_is_not_empty() -> None:
    words = [word for one in LESSONS for word in one.words]
    sentences = [sentence for one in LESSONS for sentence in one.sentences]
    assert len(words) > 300
    assert len(sentences) > 90
    assert sum(len(WORD.findall(sentence)) for sentence in sentences) > 350
