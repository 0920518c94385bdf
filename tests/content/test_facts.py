"""A fact in a lesson: how it is shown, said, compared, and what happens past its date."""

from datetime import date

import pytest

from elearn.content.around import Around
from elearn.content.asked import asked, how_many
from elearn.content.compose import compose
from elearn.content.facts import Facts, Stated
from elearn.content.fakta import read_facts
from elearn.content.lesson import Lesson
from elearn.content.reader import read
from elearn.content.values import QuestionScreen, StepScreen
from elearn.language.codes import CALLED
from elearn.narration.script import utterance
from elearn.questions import KINDS
from tests.content.written import CHOOSE, FRONT, STEM, faults, say, written

FACTS = read_facts("""## F-112
nilai: 112
jenis: telepon
sumber: koran
diperiksa: 2026-11-23
berlaku: 3 bulan

## F-OJK
nilai: 157
jenis: telepon
sumber: koran
diperiksa: 2026-11-23
berlaku: 3 bulan

## F-WA
nilai: 08111-129-129
sumber: koran
diperiksa: 2026-11-23
berlaku: 3 bulan

## F-KAWIN
nilai: 19 tahun
nilai-en: 19 years
sumber: undang-undang
diperiksa: 2026-11-23
berlaku: tetap
""").facts
BEFORE, AFTER = date(2027, 2, 23), date(2027, 2, 24)


def lesson(text: str, language: str = "id") -> Lesson:
    found = read(text, STEM, "hak", Around(facts=FACTS), language)
    assert found.lesson is not None, [(fault.line, fault.text) for fault in found.faults]
    return found.lesson


def step(words: str, facts: Stated, language: str = "id") -> StepScreen:
    front = FRONT if language == "id" else f"{FRONT}bahasa: {language}\n"
    page = compose(lesson(written(front=front, step=words), language), "dewasa", 0, say, facts)
    (first, *_rest) = page.screens
    assert isinstance(first, StepScreen)
    return first


def question(text: str, facts: Stated) -> QuestionScreen:
    return compose(lesson(written(question=text)), "dewasa", 0, say, facts).questions[0]


def said(screen: StepScreen, language: str = "id") -> list[str]:
    return [utterance(sentence, language).text for sentence in screen.body.spoken[1:]]


def test_a_fact_stands_in_its_sentence() -> None:
    screen = step("Umur kawin: **{F-KAWIN}**.\n", FACTS.whole)
    assert screen.body.html == "<p>Umur kawin: <strong>19 tahun</strong>.</p>"
    assert said(screen) == ["Umur kawin: sembilan belas tahun."]


def test_an_english_lesson_shows_the_english_value_where_there_is_one() -> None:
    screen = step("From {F-KAWIN} on. Call {F-112}.\n", FACTS.whole, "en")
    assert screen.body.html == "<p>From 19 years on. Call 112.</p>"
    assert said(screen, "en") == ["From nineteen years on.", "Call one one two."]


@pytest.mark.parametrize(("words", "spoken"), [
    ("{F-112} hanya di kota.\n", "satu satu dua hanya di kota."),
    ("Ada api: {F-112}!\n", "Ada api: satu satu dua!"),
    ("Pilih {F-112} 5 kali.\n", "Pilih satu satu dua lima kali."),
    ("{F-112}\n", "satu satu dua."),
    ("WhatsApp {F-WA}.\n",
     "WhatsApp nol delapan satu satu satu, satu dua sembilan, satu dua sembilan."),
    ("> {F-112}\n", "satu satu dua."),
])
def test_a_number_to_call_is_said_digit_by_digit(words: str, spoken: str) -> None:
    (sentence,) = said(step(words, FACTS.whole))
    assert sentence.rstrip(".") == spoken.rstrip(".")


def test_what_a_voice_needs_is_not_on_the_page() -> None:
    screen = step("{F-112}, {F-WA}.\n\n> telepon {F-112}\n\n[{F-112}](suara:{F-112})\n"
                  .replace("[{F-112}]", "[dengar]"), FACTS.whole)
    visible = screen.body.html.split("/suara/")
    assert CALLED not in visible[0]
    assert "112" in visible[0]
    assert any(f"{CALLED}112{CALLED}" in address for address in visible[1:])   # it is in the voice


def test_a_word_of_bacaan_that_is_a_number_sounds_digit_by_digit() -> None:
    screen = step("> telepon {F-112}.\n", FACTS.whole)
    assert '.mp3">112.</a>' in screen.body.html
    assert f"/suara/id/{CALLED}112{CALLED}.mp3" in screen.body.html


@pytest.mark.parametrize(("words", "shown", "spoken"), [
    ("Pinjaman: {F-OJK}.\n", "Pinjaman: tanyakan petugas.", "Pinjaman: tanyakan petugas."),
    ("Pinjaman: {F-OJK dicek}.\n", "Pinjaman: tanyakan petugas.", "Pinjaman: tanyakan petugas."),
    ("Api: {F-112}.\n", "Api: 112 (terakhir dicek 23 November 2026).",
     "Api: satu satu dua, terakhir dicek dua puluh tiga November dua ribu dua puluh enam,"),
])
def test_past_its_date_a_fact_is_to_be_asked_for_an_emergency_number_never_hides(
    words: str, shown: str, spoken: str
) -> None:
    screen = step(words, FACTS.on(AFTER))
    assert screen.body.html == f"<p>{shown}</p>"
    assert said(screen) == [spoken]


def test_the_day_of_the_check_can_always_be_shown() -> None:
    for day in (BEFORE, AFTER):
        html = step("Api: {F-112 dicek}.\n", FACTS.on(day)).body.html
        assert html == "<p>Api: 112 (terakhir dicek 23 November 2026).</p>"
    english = step("Fire: {F-112 checked}.\n", FACTS.on(BEFORE), "en").body.html
    assert english == "<p>Fire: 112 (last checked 23 November 2026).</p>"


def test_the_number_stands_out_and_the_day_of_its_check_does_not() -> None:
    html = step("Api: **{F-112}**!\n", FACTS.on(AFTER)).body.html
    assert html == "<p>Api: <strong>112</strong> (terakhir dicek 23 November 2026)!</p>"


def test_years_later_the_emergency_number_is_still_there() -> None:
    assert "112 (terakhir dicek" in step("Api: {F-112}.\n", FACTS.on(date(2099, 1, 1))).body.html


TYPED = """### Soal: angka
Nomor apa?
- [x] {F-112}
- [ ] {F-OJK}
  > Itu OJK.
Kode: baca-03-aaaa
"""


def test_a_fact_is_an_answer() -> None:
    asking = question(TYPED, FACTS.on(BEFORE))
    mark = KINDS["angka"].mark
    assert mark(asking.key, "112").outcome == "right"
    assert mark(asking.key, "157") == mark(asking.key, "157 ")
    assert mark(asking.key, "157").line == 1
    assert asking.answer.html == "112"


def test_a_past_emergency_number_is_still_the_answer() -> None:
    text = TYPED.replace("- [ ] {F-OJK}\n  > Itu OJK.\n", "")
    asking = question(text, FACTS.on(AFTER))
    assert KINDS["angka"].mark(asking.key, "112").outcome == "right"
    assert asking.answer.html == "112 (terakhir dicek 23 November 2026)"


@pytest.mark.parametrize(("where", "text"), [
    ("stem", CHOOSE.replace("mama**?", "mama**? Telepon {F-OJK}.")),
    ("bacaan", CHOOSE.replace("mama**?\n", "mama**?\n> {F-OJK}\n")),
    ("button", CHOOSE.replace("mama**?\n", "mama**?\n[dengar](suara:{F-OJK})\n")),
    ("Suara", CHOOSE.replace("mama**?\n", "mama**?\nSuara: [telepon {F-OJK}]\n")),
    ("accepted", CHOOSE.replace("[x] mama", "[x] {F-OJK}")),
    ("foreseen", CHOOSE.replace("[ ] mimi", "[ ] {F-OJK}")),
])
def test_a_question_that_stands_on_a_past_fact_is_left_out(where: str, text: str) -> None:
    assert where
    made = lesson(written(question=text))
    for day, count in ((BEFORE, 10), (AFTER, 9)):
        facts = FACTS.on(day)
        page = compose(made, "dewasa", 0, say, facts)
        assert len(page.questions) == how_many(made, "dewasa", facts) == count
        assert ("baca-03-aaaa" in {one.code for one in page.questions}) is (count == 10)
        assert len(asked(made, "dewasa", facts)) == count


@pytest.mark.parametrize("text", [
    CHOOSE.replace("> Benar! ma - ma.", "> Benar! Telepon {F-OJK}."),
    CHOOSE + "Petunjuk: telepon {F-OJK}\n",
    CHOOSE + "Penjelasan: telepon {F-OJK}\n",
    CHOOSE.replace("[x] mama", "[x] {F-112}"),
    CHOOSE.replace("[x] mama", "[x] {F-KAWIN}"),
])
def test_a_question_that_only_helps_by_it_or_needs_what_never_hides_stays(text: str) -> None:
    page = compose(lesson(written(question=text)), "dewasa", 0, say, FACTS.on(AFTER))
    assert len(page.questions) == 10
    assert "157" not in repr(page)


def test_a_round_of_questions_counts_each_time() -> None:
    text = """### Soal: angka
Telepon {F-OJK}. Berapa {a} tambah 1?
Acak: a = 1..9
Ulang: 5
- [x] {a + 1}
Kode: baca-03-aaaa
"""
    made = lesson(written(question=text))
    assert how_many(made, "dewasa", FACTS.on(BEFORE)) == 10
    assert how_many(made, "dewasa", FACTS.on(AFTER)) == 5


def test_the_version_of_a_lesson_is_its_own_text_whatever_the_facts() -> None:
    text = written(step="Api: {F-112}.\n")
    other = read_facts(FACTS.source.replace("nilai: 112", "nilai: 113")).facts
    again = read(text, STEM, "hak", Around(facts=other)).lesson
    assert again is not None
    assert again.version == lesson(text).version
    assert compose(again, "dewasa", 0, say, other.whole).facts == other.version


def test_pages_differ_only_where_a_fact_is_told_differently() -> None:
    assert FACTS.on(BEFORE).mark == FACTS.on(date(2026, 11, 24)).mark != FACTS.on(AFTER).mark
    assert FACTS.on(AFTER).mark == FACTS.on(date(2027, 6, 1)).mark
    renewed = read_facts(FACTS.source.replace("2026-11-23", "2026-11-24")).facts
    assert renewed.on(BEFORE).mark != FACTS.on(BEFORE).mark


def test_what_nobody_knows_is_to_be_asked_for() -> None:
    nobody = Facts().on(BEFORE)
    assert step("Api: {F-112}.\n", nobody).body.html == "<p>Api: tanyakan petugas.</p>"


@pytest.mark.parametrize(("words", "told"), [
    ("{F-SAPPA}", "Fakta '{F-SAPPA}' tidak ada; maksudnya '{F-SAPA}'?"),
    ("{f-sapa}", "Fakta '{f-sapa}' tidak ada; maksudnya '{F-SAPA}'?"),
    ("{F SAPA}", "Fakta '{F SAPA}' tidak ada; maksudnya '{F-SAPA}'?"),
    ("{F_SAPA}", "Fakta '{F_SAPA}' tidak ada; maksudnya '{F-SAPA}'?"),
    ("{FSAPA}", "Fakta '{FSAPA}' tidak ada; maksudnya '{F-SAPA}'?"),
    ("{F-Sapa}", "Fakta '{F-Sapa}' tidak ada; maksudnya '{F-SAPA}'?"),
    ("{F-SAPA-WA}", "Fakta '{F-SAPA-WA}' tidak ada; maksudnya '{F-SAPAWA}'?"),
    ("{F-SAPA dicekk}", "Fakta '{F-SAPA dicekk}' tidak ada; maksudnya '{F-SAPA dicek}'?"),
    ("[dengar](suara:telepon {F-SAPPA})", "Fakta '{F-SAPPA}' tidak ada; maksudnya '{F-SAPA}'?"),
    ("{F-LPSK}", "Fakta '{F-LPSK}' tidak ada di fakta.md. Tulis dulu di sana, dengan sumber dan "
                 "tanggal."),
])
def test_a_fact_that_is_not_there_is_told_with_the_nearest(words: str, told: str) -> None:
    text = written(step=f"Telepon {words}.\n")
    assert [message for _line, message in faults(text)] == [told]


def test_arithmetic_is_no_fact() -> None:
    text = """### Soal: angka
Berapa {f} kurang {f-a}?
Acak: f = 5..9; a = 1..4
- [x] {f - (f-a)}
Kode: baca-03-aaaa
"""
    assert faults(written(question=text)) == []
