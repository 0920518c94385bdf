"""Rules of a whole lesson."""

from elearn.content.check import suggested_code
from tests.content.written import (
    CHOOSE,
    FRONT,
    faults,
    filler,
    lesson,
    line_of,
    page,
    reading,
    written,
)

TWO = "### Soal: pilih\nYa?\n- [x] ya\n- [ ] bukan\nKode: baca-03-t{at}\n\n"


def test_each_audience_meets_ten_questions() -> None:
    text = written().replace(filler(9), filler(8))
    assert faults(text) == [
        (1, "Pelajaran ini punya 9 soal untuk anak; harus tepat 10."),
        (1, "Pelajaran ini punya 9 soal untuk dewasa; harus tepat 10."),
    ]
    assert faults(
        written(front=FRONT.replace("semua", "dewasa")).replace(filler(9), filler(8))
    ) == [(1, "Pelajaran ini punya 9 soal untuk dewasa; harus tepat 10.")]


def test_questions_of_one_audience_count_for_it_alone() -> None:
    own = CHOOSE.replace("aaaa", "bbbb")
    text = written().replace(
        CHOOSE, f"## Satu (anak)\n\n{CHOOSE}\n## Dua (dewasa)\n\n{own}\n## Tiga\n\n"
    )
    assert faults(text) == []


def test_a_question_asked_five_times_counts_five() -> None:
    five = (
        "### Soal: angka\nBerapa {a}?\nAcak: a = 1..20\nUlang: 5\n- [x] {a}\nKode: baca-03-aaaa\n"
    )
    assert len(page(written(question=five)).questions) == 10


def test_a_lost_question_is_not_told_again_as_a_missing_one() -> None:
    text = written(question=CHOOSE.replace("pilih", "pilh"))
    assert len(faults(text)) == 1


def test_two_questions_may_have_two_options_and_no_more() -> None:
    two = "".join(TWO.format(at=at) for at in range(2))
    assert faults(written(question=two)) == []
    three = "".join(TWO.format(at=at) for at in range(3))
    text = written(front=FRONT.replace("semua", "anak"), question=three)
    third = line_of(text, "baca-03-t2") - 4
    assert faults(text) == [
        (
            third,
            "Soal dengan dua pilihan terlalu banyak untuk anak: paling banyak 2. Tambahkan pilihan "
            "ketiga.",
        )
    ]


def test_a_missing_code_is_offered() -> None:
    text = written(question=CHOOSE.replace("Kode: baca-03-aaaa\n", ""))
    (found,) = faults(text)
    assert found[0] == line_of(text, "### Soal")
    code = found[1].removeprefix("Soal ini belum punya Kode. Tambahkan 'Kode: ").removesuffix("'.")
    assert faults(written(question=CHOOSE.replace("baca-03-aaaa", code))) == []


def test_an_offered_code_is_never_one_that_is_taken() -> None:
    question = lesson(written()).questions[0]
    first = suggested_code("baca-03-m-b", question.line, ())
    assert first.startswith("baca-03-")
    assert suggested_code("baca-03-m-b", question.line, {first}) != first


def test_a_code_stands_once_in_a_lesson() -> None:
    text = written(question=CHOOSE.replace("aaaa", "f003"))
    first = line_of(text, "### Soal")
    assert [message for _, message in faults(text)] == [
        f"Kode 'baca-03-f003' sudah dipakai soal di baris {first}. Ganti salah satu."
    ]


def test_equal_options_in_some_draw_are_told_with_an_example() -> None:
    text = written(
        question=(
            "### Soal: pilih\nBerapa?\nAcak: a = 1..9; b = 1..9\n- [x] {a}\n- [ ] {b}\n- [ ] 100\n"
            "Kode: baca-03-aaaa\n"
        )
    )
    (found,) = faults(text)
    assert found[0] == line_of(text, "{b}")
    assert "sudah ada di baris" in found[1]
    assert "Misalnya saat a = " in found[1]
    assert faults(text.replace("Kode: baca-03-aaaa", "Syarat: a != b\nKode: baca-03-aaaa")) == []


def test_a_count_below_nothing_is_told() -> None:
    text = written(
        question=(
            "### Soal: angka\nSisa {a - b}?\nAcak: a = 1..9; b = 1..9\n- [x] {a + b}\n"
            "Kode: baca-03-aaaa\n"
        )
    )
    (found,) = faults(text)
    assert found[0] == line_of(text, "Sisa")
    assert found[1].startswith(
        "Hasil 'a - b' kurang dari nol. Tambahkan 'Syarat:'. (Misalnya saat a = "
    )


def test_a_figure_that_some_draw_cannot_draw_is_told() -> None:
    text = written(
        question=(
            "### Soal: angka\nBerapa?\n\n![](titik:{a * 20})\nAcak: a = 1..9\n- [x] {a * 20}\n"
            "Kode: baca-03-aaaa\n"
        )
    )
    (found,) = faults(text)
    assert found[0] == line_of(text, "titik")


def test_a_step_of_the_other_audience_is_told() -> None:
    text = written(
        front=FRONT.replace("semua", "dewasa"), step="Ini.\n\n## Di sekolah (anak)\n\nItu.\n"
    )
    assert faults(text) == [
        (
            line_of(text, "## Di sekolah"),
            "Langkah ini untuk anak, tetapi pelajaran ini untuk dewasa.",
        )
    ]


def test_a_question_for_the_tutor_is_told() -> None:
    own = CHOOSE.replace("aaaa", "bbbb")
    text = written().replace("## Coba", f"## Untuk tutor\n\n{own}\n## Coba")
    assert (
        line_of(text, "### Soal"),
        "Soal di bawah 'Untuk tutor' tidak ditanyakan. Pindahkan ke langkah lain.",
    ) in faults(text)


def test_a_version_is_that_of_the_name_and_the_words() -> None:
    once, again, other = (reading(written(), stem).lesson
                          for stem in ("baca-03-x", "baca-03-x", "baca-04-x"))
    assert once is not None
    assert again is not None
    assert other is not None
    assert once.version == again.version != other.version
    assert len(once.version) == 16
