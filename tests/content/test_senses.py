"""Which questions need hearing or sight, and lessons in which too many do."""

import pytest

from elearn.content.lesson import Question
from elearn.content.senses import asked, needs_hearing, needs_sight
from tests.content.written import FRONT, faults, filler, lesson, line_of, written

OPTIONS = "- [x] mama\n- [ ] mimi\n- [ ] mumu\nKode: baca-03-aaaa\n"


def question(stem: str, options: str = OPTIONS) -> Question:
    """Return the first question of a lesson without a fault."""
    return lesson(written(question=f"### Soal: pilih\n{stem}\n{options}")).questions[0]


@pytest.mark.parametrize("stem", [
    "Dengar. Mana tulisannya?\nSuara: [mama]",
    "Dengar [dengar](suara:mama). Mana tulisannya?",
    "Dengar kata ini. Mana tulisannya?\nSuara: [ini]",          # 'ini' stands there by chance
    "Mana yang sama?\n> mimi\nSuara: [mama]",
    "Dengar. Mana **mimi**?\nSuara: [mimi mama]",
])
def test_what_sounds_and_is_shown_nowhere_must_be_heard(stem: str) -> None:
    assert needs_hearing(question(stem))


@pytest.mark.parametrize("stem", [
    "Mana kata **mama**?",
    "Mana kata **Mama**?\nSuara: [mama]",
    "Mana kata *mama* itu?\nSuara: [mama.]",
    "Mana yang sama?\n> mama\nSuara: [mama]",
    "Mana tulisannya?\n\n![mama](emoji:👩‍👧)\nSuara: [mama]",
    "Mana [mama](suara:mama)?",
    "Siapa yang kita sebut dengan ibu kita?\nSuara: [ibu kita]",
])
def test_what_is_shown_need_not_be_heard(stem: str) -> None:
    assert not needs_hearing(question(stem))


def test_options_that_only_sound_must_be_heard() -> None:
    sounds = ("- [x] [dengar](suara:ma)\n- [ ] [dengar](suara:mi)\n- [ ] [dengar](suara:mu)\n"
              "Kode: baca-03-aaaa\n")
    assert needs_hearing(question("Mana **ma**?", sounds))
    assert not needs_hearing(question("Mana **ma**?", sounds.replace("] [", "] ma [", 1)
                                      .replace(" ] [dengar](suara:mi", " ] mi [dengar](suara:mi")
                                      .replace("[dengar](suara:mu", "[mu](suara:mu")))


@pytest.mark.parametrize(("stem", "seen"), [
    ("Mana kata **mama**?", False),
    ("Mana kata **mama**?\nPilihan: dibaca", True),
    ("Mana yang sama?\n> mama", True),
    ("Mana yang sama?\n> mama\nSuara: [mama]", False),
    ("Ini apa?\n\n🐟", False),
])
def test_what_is_silent_before_the_answer_must_be_seen(stem: str, seen: bool) -> None:
    assert needs_sight(question(stem)) is seen


def test_a_number_that_sounds_is_shown_when_it_stands_there() -> None:
    text = written(question="### Soal: angka\nBerapa **{a}** tambah satu?\nSuara: [{a}]\n"
                            "Acak: a = 2..9\n- [x] {a + 1}\nKode: baca-03-aaaa\n")
    assert not needs_hearing(lesson(text).questions[0])
    hidden = lesson(text.replace("**{a}**", "itu")).questions[0]
    assert needs_hearing(hidden)


LISTENING = "".join(
    f"### Soal: pilih\nDengar.\nSuara: [kata {at}]\nPilihan: dibaca\n- [x] satu {at}\n"
    f"- [ ] dua {at}\n- [ ] tiga {at}\nKode: baca-03-s{at:03}\n\n"
    for at in range(10)
)


def listening(count: int, front: str = FRONT) -> str:
    """Return a lesson of which `count` questions must be heard and seen."""
    heard = LISTENING.split("\n\n")[:count]
    steps = "\n\n".join(heard) + "\n\n" + filler(10 - count)
    return f"---\n{front}---\n\n## Coba\n\nCoba.\n\n{steps}"


def test_five_of_ten_must_do_without_hearing_and_five_without_sight() -> None:
    assert faults(listening(5)) == []
    told = faults(listening(6))
    line = line_of(listening(6), "Kode: baca-03-s005") - 7
    assert [(at, text[:62]) for at, text in told] == [
        (line, "Kurang dari 5 soal untuk anak bisa dijawab tanpa mendengar. Ub"),
        (line, "Kurang dari 5 soal untuk anak bisa dijawab tanpa melihat. Ubah"),
        (line, "Kurang dari 5 soal untuk dewasa bisa dijawab tanpa mendengar. "),
        (line, "Kurang dari 5 soal untuk dewasa bisa dijawab tanpa melihat. Ub"),
    ]


def test_a_lesson_may_say_why_not_for_each_sense_apart() -> None:
    deaf = FRONT + "tanpa-pendengaran: tujuannya membedakan bunyi\n"
    assert {text.split(". ")[0] for _, text in faults(listening(8, deaf))} == {
        f"Kurang dari 5 soal untuk {who} bisa dijawab tanpa melihat" for who in ("anak", "dewasa")
    }
    both = deaf + "without-sight: the goal is print\n"
    assert faults(listening(10, both)) == []
    meta = lesson(listening(10, both)).meta
    assert (meta.unheard, meta.unseen) == ("tujuannya membedakan bunyi", "the goal is print")


def test_a_question_that_is_asked_again_counts_each_time() -> None:
    text = written(question="### Soal: angka\nBerapa **{a}** tambah satu?\nAcak: a = 2..9\n"
                            "Ulang: 4\n- [x] {a + 1}\nKode: baca-03-aaaa\n")
    assert [one.code for one in asked(lesson(text), "anak")].count("baca-03-aaaa") == 4
