"""A page: what a learner meets, for every audience and draw."""

import re
from fractions import Fraction

import pytest

from elearn.content.compose import compose, compose_one
from elearn.content.values import DRAWS, QuestionScreen, StepScreen
from elearn.questions import KINDS
from tests.content.written import CHOOSE, FRONT, first, lesson, page, say, written

SUM = """### Soal: angka
Ibu membeli {a} ikat. Satu ikat Rp{h}. Berapa?
Acak: a = 2..5; h = 2000..5000 langkah 500
Syarat: a * h <= 20000
Satuan: Rp
Ulang: 5
- [x] {a * h}
- [ ] {a + h}
  > Kamu menambah {a} dan {h}. Kalikan.
Petunjuk: {a} kali {h}.
Penjelasan: Jadi {a * h}.
Kode: baca-03-aaaa
"""

TILES = """### Soal: urutkan
Susun katanya.
1. ba
2. ju
3. ba
- mi
Kode: baca-03-aaaa
"""

PAIRS = """### Soal: jodohkan
Cari pasangannya.
- 🐟 = ikan
- 🐔 = ayam
- = meja
  > Meja tidak ada gambarnya.
Kode: baca-03-aaaa
"""

WHO = """Untuk semua.

## Di pasar (dewasa)

Untuk ibu.

## Di sekolah (anak)

Untuk anak.

## Di pasar (besar)

Bukan untuk siapa-siapa.

## Untuk tutor

Rahasia {1 + 1}.

"""


def step(text: str, at: int = 0) -> StepScreen:
    screen = page(text).screens[at]
    assert isinstance(screen, StepScreen)
    return screen


def test_each_audience_meets_its_own_steps_and_nobody_the_tutors() -> None:
    whole = lesson(written(step=WHO))
    for audience, own, other in (
        ("dewasa", "Untuk ibu", "Untuk anak"),
        ("anak", "Untuk anak", "Untuk ibu"),
    ):
        assert audience in whole.audiences
        screens = compose(whole, "anak" if audience == "anak" else "dewasa", 0, say).screens
        html = "".join(one.body.html for one in screens if isinstance(one, StepScreen))
        assert own in html
        assert other not in html
        assert "Rahasia" not in html
        headings = [one.heading for one in screens if isinstance(one, StepScreen)]
        assert "Di pasar (besar)" in headings


def test_screens_are_numbered_in_their_order() -> None:
    assert [screen.anchor for screen in page(written()).screens] == [
        "s1",
        "s2",
        *(f"q{number}" for number in range(1, 11)),
    ]


def test_every_word_of_bacaan_in_a_step_can_be_heard() -> None:
    html = step(written(step="> Ibu **mau** “ubi”, Rp10.000.\n")).body.html
    assert re.findall('<a class="kata" href="/suara/id/([^"]*).mp3">(.*?)</a>', html) == [
        ("Ibu", "Ibu"),
        ("mau", "<strong>mau</strong>"),
        ("ubi", '"ubi",'),
        ("Rp10.000", "Rp10.000."),
    ]
    assert html.startswith('<blockquote class="bacaan"><p><span class="kalimat">')


def test_a_picture_in_bacaan_is_a_word() -> None:
    html = step(written(step="> ibu beli 🐟.\n")).body.html
    assert '<a class="kata" href="/suara/id/ikan.mp3"><img class="gambar"' in html
    assert step(written(step="> ibu beli 🐟.\n")).body.spoken[-1] == "ibu beli ikan."


def test_a_picture_among_words_is_silent_and_alone_it_is_named() -> None:
    assert step(written(step="🐟 Ini ikan.\n\n🐟 🐔\n")).body.spoken == (
        "Suku kata",
        "Ini ikan.",
        "ikan, ayam",
    )


def test_a_step_says_its_heading_first_and_all_in_order() -> None:
    body = step(written(step="Satu. Dua.\n\n> ibu\n\nTiga.\n")).body
    assert body.spoken == ("Suku kata", "Satu.", "Dua.", "ibu", "Tiga.")
    assert body.sound == "/suara/id/Suku kata|Satu.|Dua.|ibu|Tiga..mp3"


@pytest.mark.parametrize(("text", "said"), [
    ("Ibu membeli 🐟 di pasar.", "Ibu membeli ikan di pasar."),
    ("Ibu membeli 🐟.", "Ibu membeli ikan."),
    ("Ini ikan 🐟.", "Ini ikan ."),
    ("🐟 Berenang.", "Berenang."),
    ("Bagus 🐟", "Bagus"),
])
def test_a_picture_that_stands_for_a_word_is_said(text: str, said: str) -> None:
    assert step(written(step=f"{text}\n")).body.spoken == ("Suku kata", said)


def test_bacaan_of_a_question_is_silent_before_the_answer_and_said_after() -> None:
    asked = first(written(question=CHOOSE.replace("**mama**?", "ini?\n> buah")))
    assert '<span class="kalimat">buah</span>' in asked.stem.html
    assert asked.stem.spoken == ("Mana kata ini?", "Ketuk satu jawaban, lalu ketuk Periksa.")
    assert asked.answer.spoken == ("buah", "mama")


def test_a_button_says_its_word() -> None:
    html = step(written(step="[dengar](suara:ma)\n\nSuara: [bola]\n")).body.html
    assert html.count('<a class="dengar" href="/suara/id/') == 2
    assert '/suara/id/ma.mp3"><span>dengar</span></a>' in html
    assert '/suara/id/bola.mp3"><span>dengar</span></a>' in html


def test_the_sound_of_a_question_is_said_with_it() -> None:
    asked = first(written(question=CHOOSE + "Suara: [bola]\n"))
    assert asked.stem.spoken[1] == "bola"
    assert "/suara/id/bola.mp3" in asked.stem.html


def test_an_emoji_is_a_drawing_with_the_word_of_this_place() -> None:
    assert step(written(step="![mama](emoji:👩‍👧) dan 🐟\n")).body.html == (
        '<p><img class="gambar" src="/gambar/1F469-200D-1F467.svg" alt="mama" width="72" '
        'height="72" loading="lazy"> dan <img class="gambar" src="/gambar/1F41F.svg" alt="ikan" '
        'width="72" height="72" loading="lazy"></p>'
    )


@pytest.mark.parametrize(
    ("sign", "drawn"),
    [
        ("©", False),
        ("▶", False),
        ("☀", False),
        ("☀️", True),
        ("1⃣", False),
        ("1️⃣", True),
        ("🌶", True),
        ("❤︎", False),
        ("👩🏽‍🌾", True),
        ("🇮🇩", True),
        ("7", False),
        ("#", False),
    ],
)
def test_signs_that_are_text_stay_text(sign: str, drawn: bool) -> None:
    html = step(written(step=f"Ini {sign} ya.\n")).body.html
    assert ("<img" in html) is drawn
    assert (sign in html) is not drawn


def test_a_figure_lists_in_a_question_and_counts_in_a_step() -> None:
    asked = first(written(question=CHOOSE.replace("**mama**?", "ini? ![](titik:3)")))
    assert (
        '<span role="img" aria-label="titik, titik, titik"><svg class="fig titik"'
        in asked.stem.html
    )
    assert 'aria-label="3 titik"' in step(written(step="Ini ![](titik:3).\n")).body.html


@pytest.mark.parametrize("draw", range(DRAWS))
def test_each_draw_puts_its_numbers_everywhere(draw: int) -> None:
    asked = first(written(question=SUM), draw)
    found = re.search(r"membeli (\d) ikat. Satu ikat Rp(\d)\.(\d{3})", asked.stem.html)
    assert found
    a, h = int(found[1]), int(found[2] + found[3])
    assert a * h <= 20000
    product = f"{a * h:,}".replace(",", ".")
    assert asked.answer.html == f"Rp{product}"
    assert asked.answer.spoken == (f"Rp{product}",)
    assert asked.explanation is not None
    assert asked.explanation.html == f"Jadi {product}."
    assert f"membeli {a} ikat" in asked.stem.spoken[0]
    right = next(choice for choice in asked.choices if choice.accepted)
    assert right.body.html == product
    assert KINDS["angka"].mark(asked.key, str(a * h)).outcome == "right"


def test_the_numbers_of_repeated_questions_differ() -> None:
    for draw in range(DRAWS):
        asked = page(written(question=SUM), draw).questions[:5]
        assert len({one.stem.html for one in asked}) == 5
        assert [one.draw for one in asked] == [draw * 5 + at for at in range(5)]
        assert {one.code for one in asked} == {"baca-03-aaaa"}


def test_numbers_that_nobody_has_checked_are_asked_only_if_they_make_sense() -> None:
    rest = ("### Soal: angka\nBagi 400 dengan {n}. Berapa sisanya?\nAcak: n = 0..400\n"
            "- [x] {400 % n}\nKode: baca-03-aaa4\n")
    read = lesson(written(question=rest))        # 0 is in none of the draws that were checked
    alone = {which: compose_one(read, "dewasa", "baca-03-aaa4", which, say)
             for which in range(DRAWS, 9 * DRAWS)}
    assert [which for which, found in alone.items() if found is None] == [23]


def test_an_edit_elsewhere_keeps_the_numbers() -> None:
    before, after = first(written(question=SUM)), first(written(step="Lain.\n", question=SUM))
    assert before.stem == after.stem


def test_options_come_in_other_orders_on_other_days() -> None:
    orders = {
        tuple(choice.id for choice in first(written(), draw).choices) for draw in range(DRAWS)
    }
    assert len(orders) > 1


def test_a_fixed_order_stays() -> None:
    text = written(question=CHOOSE + "Urutan: tetap\n")
    for draw in range(DRAWS):
        assert [choice.id for choice in first(text, draw).choices] == [0, 1, 2]


@pytest.mark.parametrize("draw", range(DRAWS))
def test_tiles_never_lie_in_order(draw: int) -> None:
    asked = first(written(question=TILES), draw)
    lying = ",".join(str(tile.id) for tile in asked.choices if tile.accepted)
    assert KINDS["urutkan"].mark(asked.key, lying).outcome == "wrong"
    assert sorted(tile.id for tile in asked.choices) == [0, 1, 2, 3]
    assert asked.answer.html == "ba ju ba"


def test_pairs_show_lefts_and_shuffled_rights() -> None:
    asked = first(written(question=PAIRS))
    assert [choice.id for choice in asked.choices] == [0, 1]
    assert sorted(choice.id for choice in asked.matches) == [0, 1, 2]
    alone = next(choice for choice in asked.matches if not choice.body.html)
    assert alone.match is not None
    assert (alone.match.html, alone.accepted) == ("meja", False)
    assert KINDS["jodohkan"].mark(asked.key, "0,1").outcome == "right"
    assert asked.answer.spoken == ("ikan", "ayam")


def test_all_rights_of_several_are_the_answer() -> None:
    several = CHOOSE.replace("pilih", "pilih semua").replace("[ ] mimi", "[x] mimi")
    assert first(written(question=several)).answer.html == "mama mimi"


def test_what_a_right_answer_shows_of_the_granted_letters() -> None:
    assert first(written()).evidence == {"a", "m"}
    none = "".join(line for line in FRONT.splitlines(True) if not line.startswith("huruf"))
    assert first(written(front=none)).evidence == frozenset()
    read = first(written(question=CHOOSE.replace("**mama**?", "ini?\n> buah")))
    assert read.evidence == {"a", "u", "m", "b"}


def test_silent_options_say_so() -> None:
    assert not first(written()).reading
    assert first(written(question=CHOOSE + "Pilihan: dibaca\n")).reading


def test_typed_kinds_name_their_keys() -> None:
    assert first(written(question=SUM)).keypad == "digits"
    word = "### Soal: isian\nNama kota?\n- [x] Palangka Raya\nKode: baca-03-aaaa\n"
    assert first(written(question=word)).keypad == "letters"
    assert first(written()).keypad == ""


def test_the_same_lesson_and_draw_are_the_same_page() -> None:
    assert page(written(question=SUM), 3) == page(written(question=SUM), 3)


def test_english_numbers_are_written_in_english_and_marked_alike() -> None:
    text = written(front=FRONT + "bahasa: en\n", question=SUM.replace("{a * h}\n-", "{a * h}\n-"))
    asked = first(text)
    assert re.search(r"Rp\d,\d{3}", asked.stem.html)
    assert asked.key == first(written(question=SUM)).key


def test_a_question_is_found_by_code_and_draw() -> None:
    whole = page(written(question=SUM), 2)
    asked = whole.question("baca-03-aaaa", 12)
    assert isinstance(asked, QuestionScreen)
    assert asked.anchor == "q3"
    assert lesson(written(question=SUM)).rounds("baca-03-aaaa") == 5
    assert lesson(written(question=SUM)).rounds("lain") == 0


def test_exact_fractions_stay_exact() -> None:
    from elearn.content.lesson import Number
    from elearn.content.markup import Ink, comparable, silent
    from tests.content.written import reading

    found = reading(written(step="Ini {1 / 3}.\n")).lesson
    assert found is not None
    prose = found.steps[0].blocks[0].prose
    assert [piece.expression for piece in prose.pieces if isinstance(piece, Number)] == ["1 / 3"]
    assert comparable(prose, Ink({"a": Fraction(1)}, "id", silent)) == "Ini 1/3."


def test_an_answer_is_said_by_its_words_and_without_them_by_its_pictures() -> None:
    worded = CHOOSE.replace("[x] mama", "[x] ![ibu](emoji:👩‍👧) mama")
    alone = CHOOSE.replace("[x] mama", "[x] ![ibu](emoji:👩‍👧)")
    assert first(written(question=worded)).answer.spoken == ("mama",)
    assert first(written(question=alone)).answer.spoken == ("ibu",)


def test_a_picture_among_the_words_of_an_option_is_silent_to_screen_readers() -> None:
    worded = first(written(question=CHOOSE.replace("[x] mama", "[x] 🐟 mama")))
    alone = first(written(question=CHOOSE.replace("[x] mama", "[x] 🐟")))
    html = {choice.body.html for choice in (*worded.choices, *alone.choices) if choice.accepted}
    assert sorted(re.findall('alt="([^"]*)"', " ".join(html))) == ["", "ikan"]
