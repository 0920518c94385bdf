"""Wrong answers without words of the author: named where a rule is sure, and told."""

from dataclasses import replace

import pytest

from elearn.content.compose import compose
from elearn.content.foreseen import mistake
from elearn.content.values import DRAWS, Mistake, QuestionScreen
from elearn.mistakes import CONFUSIONS
from elearn.questions import KINDS
from tests.content.written import FRONT, first, lesson, say, written

SUM = """### Soal: angka
Ibu membeli {a} ikat. Satu ikat Rp{h}. Berapa?
Acak: a = 2..5; h = 2000..5000 langkah 500
Satuan: Rp
- [x] {a * h}
- [ ] {a + h}
  > Kamu menambah {a} dan {h}. Kalikan.
Kode: baca-03-aaaa
"""
LETTERS = """### Soal: pilih
Dengar. Mana tulisannya?
Suara: [mama]
Pilihan: dibaca
- [x] mama
- [ ] nana
- [ ] mumu
- [ ] baba
  > Ini dibaca ba - ba.
Kode: baca-03-aaaa
"""


def marked(screen: QuestionScreen, raw: str) -> Mistake | None:
    """Answer the question, and return what the answer shows."""
    verdict = KINDS[screen.kind].mark(screen.key, raw)
    assert verdict.outcome == "wrong"
    return mistake(screen.mistakes, screen.key, verdict.line, verdict.canonical)


def told(screen: QuestionScreen, raw: str) -> tuple[str, str]:
    """Answer wrongly, and return the name of the confusion and what is said."""
    found = marked(screen, raw)
    return (found.confusion, found.words.html if found.words else "") if found else ("", "")


def test_options_without_words_are_told_by_a_rule() -> None:
    screen = first(written(question=LETTERS))
    assert told(screen, "1") == ("m-n", CONFUSIONS["m-n"].said)
    assert told(screen, "2") == ("", "")             # two vowels: no rule is sure
    assert told(screen, "3") == ("b-m", "")          # named, and told in the author's words


def test_words_of_a_rule_are_spoken() -> None:
    found = marked(first(written(question=LETTERS)), "1")
    assert found is not None
    assert found.words is not None
    assert found.words.sound == say(found.words.spoken, "id")
    assert len(found.words.spoken) == 2


def test_english_lessons_tell_it_in_english() -> None:
    screen = first(written(front=FRONT + "bahasa: en\n", question=LETTERS))
    assert told(screen, "1")[1].startswith("m and n are mixed up.")


def test_likely_wrong_numbers_stand_behind_the_authors_in_the_marking_data() -> None:
    for draw in range(DRAWS):
        screen = compose(lesson(written(question=SUM)), "dewasa", draw, say).questions[0]
        of, ok = screen.key["of"], screen.key["ok"]
        assert isinstance(of, list)
        assert ok == [0]
        assert len(of) > 4
        assert len(set(of)) == len(of)
        right = int(of[0])
        assert told(screen, of[1]) == ("tambah-kali", "")            # the author foresaw it
        assert told(screen, str(right * 10))[0] in {"nol-lebih", "ribu-hilang"}
        assert KINDS["angka"].mark(screen.key, of[0]).outcome == "right"
        assert told(screen, "77") == ("", "")


def test_the_same_page_is_marked_alike_when_it_is_composed_again() -> None:
    text = lesson(written(question=SUM))
    one, other = (compose(text, "dewasa", 3, say).questions[0] for _ in range(2))
    assert one == other


def test_nothing_is_added_that_the_author_accepts_within_a_tolerance() -> None:
    screen = first(written(question="""### Soal: angka
Berapa?
- [x] 20 ± 5
- [x] 7
Kode: baca-03-aaaa
"""))
    assert screen.key["ok"] == [0, 1]
    for text in ("19", "21", "8", "6"):
        verdict = KINDS["angka"].mark(screen.key, text)
        assert (verdict.outcome == "right") == (text in {"19", "21"})


def test_a_typed_word_is_foreseen_too() -> None:
    screen = first(written(question="""### Soal: isian
Tulis nama kota kita.
- [x] Sampit
- [ ] Sampi
  > Ujungnya t.
Kode: baca-03-aaaa
"""))
    assert told(screen, "sampi") == ("akhir-hilang", "")
    assert told(screen, "sanpit") == ("m-n", CONFUSIONS["m-n"].said)
    assert told(screen, "Bandung") == ("", "")


def test_pictures_that_are_counted_wrongly_are_told() -> None:
    screen = first(written(question="""### Soal: pilih
Berapa ikan?

🐟 🐟 🐟
- [x] 3
- [ ] 2
- [ ] 9
Kode: baca-03-aaaa
"""))
    assert told(screen, "1")[0] == "satu-kurang"
    assert told(screen, "2") == ("", "")


def test_who_has_chosen_too_few_is_told_that_there_are_more() -> None:
    screen = first(written(question="""### Soal: pilih semua
Mana yang mulai dengan m?
- [x] 🍎
- [x] 🐟
- [ ] ⚽
Kode: baca-03-aaaa
"""))
    assert told(screen, "0") == ("belum-semua", CONFUSIONS["belum-semua"].said)
    assert told(screen, "0,2") == ("", "")


TILES = """### Soal: urutkan
Susun.
Pilihan: dibaca
1. ba
2. mi
- mu
Kode: baca-03-aaaa
"""


def test_the_right_tiles_in_another_order_are_told_so() -> None:
    screen = first(written(question=TILES))
    assert told(screen, "1,0") == ("urutan-suku", CONFUSIONS["urutan-suku"].said)
    assert told(screen, "0,0") == ("", "")           # a plain form can put a tile in two places
    assert told(screen, "0,2")[0] == "vokal"
    words = TILES.replace("1. ba\n2. mi", "1. ibu\n2. mau\n3. ubi")
    assert told(first(written(question=words)), "1,0,2")[0] == "urutan"


CHANGE = """### Soal: uang
Harganya Rp{h}. Pembeli memberi Rp10.000. Beri kembaliannya.
Acak: h = 6000, 7000
- [x] {10000 - h}
- [ ] {h}
  > Itu harganya, Bu.
- [ ] 200
Kode: baca-03-aaaa
"""


def test_wrong_change_is_told_and_marked_alike_in_every_draw() -> None:
    for draw in range(DRAWS):
        screen = compose(lesson(written(question=CHANGE)), "dewasa", draw, say).questions[0]
        of = screen.key["of"]
        assert isinstance(of, list)
        change, price, *_ = of
        assert screen.key["ok"] == [0]
        asked_for = f"5000+{price - 5000}"
        assert told(screen, asked_for) == ("harga-kembalian", "")
        assert told(screen, "10000") == ("uang-pembeli", CONFUSIONS["uang-pembeli"].said)
        assert told(screen, "200")[0] == "uang-kurang"          # a line of hers without words
        assert told(screen, "200")[1] == CONFUSIONS["uang-kurang"].said
        assert told(screen, {6000: "20000+20000", 7000: "10000+20000"}[price])[0] == "nol-lebih"
        assert told(screen, "2000" if change == 3000 else "2000+1000")[0] == "satu-uang-kurang"


def test_what_she_cannot_pay_out_of_her_purse_is_not_foreseen() -> None:
    purse = CHANGE.replace("- [x]", "Dompet: 2000, 2000, 1000, 1000, 500\n- [x]")
    purse = purse.replace("- [ ] 200\n", "").replace("- [ ] {h}\n  > Itu harganya, Bu.\n", "")
    screen = first(written(question=purse))
    of = screen.key["of"]
    assert isinstance(of, list)
    assert max(of) <= 6500                                      # so much lies in her purse
    assert told(screen, "500") == ("uang-kurang", CONFUSIONS["uang-kurang"].said)


GAPS = """### Soal: rumpang
Ibu membaca [[(buku) | duku | meja]] dan makan [[(nasi) | masi | ikan]].
Pilihan: dibaca
Kode: baca-03-aaaa
"""


def test_what_fills_a_gap_is_compared_with_what_is_right_there() -> None:
    screen = first(written(question=GAPS))
    assert told(screen, "1,0") == ("b-d", CONFUSIONS["b-d"].said)
    assert told(screen, "0,1") == ("m-n", CONFUSIONS["m-n"].said)
    assert told(screen, "2,0") == ("", "")
    heard = first(written(question=GAPS.replace("Pilihan: dibaca\n", "")))
    assert told(heard, "1,0") == ("", "")                       # she hears both words


def test_a_number_in_a_gap_is_calculated() -> None:
    screen = first(written(question="""### Soal: rumpang
7 + [[(3) | 17 | 4]] = 10
Kode: baca-03-aaaa
"""))
    assert told(screen, "2")[0] == "satu-lebih"
    assert told(screen, "1")[0] == "tambah-kurang"


def test_a_word_of_a_passage_is_compared_by_letters_that_are_mixed_up() -> None:
    screen = first(written(question="""### Soal: ketuk
Ketuk kata yang mulai dengan b.
> ibu [bari] dari [bau] bu au [babu]
Kode: baca-03-aaaa
"""))
    assert told(screen, "1,2,3,6") == ("b-d", CONFUSIONS["b-d"].said)
    assert told(screen, "1,3,5,6") == ("", "")                  # a letter less is another word
    assert told(screen, "1,3")[0] == "belum-semua"


def test_a_sensitive_lesson_names_nothing() -> None:
    found = lesson(written(question=LETTERS))
    sensitive = replace(found, meta=replace(found.meta, sensitive=True))
    for screen in compose(sensitive, "dewasa", 0, say).questions:
        assert screen.mistakes == {}


@pytest.mark.parametrize("name", CONFUSIONS)
def test_words_stand_on_a_page_as_they_are(name: str) -> None:
    assert not {"<", "&", ">"} & set(CONFUSIONS[name].said)
