"""Tasks as Dewi writes them: how they are done, the rubric, what is heard beforehand."""

import pytest

from elearn.content.mend import mended
from elearn.content.reader import read
from elearn.content.senses import needs_sight
from tests.content.written import AROUND, faults, filler, first, lesson, line_of, written
from tests.web.sample import SENSITIVE, SENSITIVE_QUESTIONS, sensitive

TASK = """### Soal: tugas
Ceritakan kegiatanmu pagi ini.
Kumpul: suara, kertas
Rubrik:
- [ ] Menyebut tiga kegiatan
- [ ] Runtut
Penjelasan: Misalnya: saya bangun, mandi, lalu makan.
Kode: baca-03-aaaa
"""


def test_she_hears_the_task_then_the_rubric_then_how_it_is_done() -> None:
    assert first(written(question=TASK)).stem.spoken == (
        "Ceritakan kegiatanmu pagi ini.",
        "Nanti tutor melihat:",
        "Menyebut tiga kegiatan",
        "Runtut",
        "Tulis di kertas, lalu tunjukkan kepada tutor.",
        "Kerjakan dulu, lalu ketuk Sudah saya kerjakan.",
    )


def test_the_rubric_keeps_its_order_in_every_draw_and_tells_no_answer() -> None:
    for draw in range(8):
        screen = first(written(question=TASK), draw)
        assert [choice.id for choice in screen.choices] == [0, 1]
        assert screen.key == {"kind": "tugas", "of": 2}
    assert "Menyebut tiga kegiatan" in screen.answer.html


def test_a_bacaan_that_is_read_aloud_shows_its_letters() -> None:
    read = TASK.replace("pagi ini.", "pagi ini.\n> ibu mau ubi.")
    assert first(written(question=read)).evidence == {"a", "i", "u", "m", "b"}
    assert first(written(question=TASK)).evidence == frozenset()


@pytest.mark.parametrize(("collect", "sight"), [
    ("Kumpul: kertas\n", True), ("Kumpul: layar, foto\n", True), ("Kumpul: suara, kertas\n", False),
    ("", False),
])
def test_what_is_written_or_drawn_needs_sight_and_what_is_told_does_not(
    collect: str, sight: bool
) -> None:
    text = written(question=TASK.replace("Kumpul: suara, kertas\n", collect))
    assert needs_sight(lesson(text).questions[0]) is sight


def test_fmt_writes_a_task_as_the_format_does_and_changes_nothing() -> None:
    rough = (
        TASK.replace("Kumpul: suara, kertas", "kumpul :  voice,KERTAS")
        .replace("- [ ] Runtut", "-  [] Runtut").replace("Rubrik:", "rubric:")
    )
    tidied = mended(written(question=rough)).text
    assert tidied is not None
    assert TASK in tidied
    assert mended(tidied).text == tidied


def test_prose_between_rubrik_and_its_list_is_told_once() -> None:
    text = written(question=TASK.replace("Rubrik:\n", "Rubrik:\nIni yang dilihat.\n"))
    assert faults(text) == [(
        line_of(text, "Ini yang dilihat"),
        "Rubrik ditulis sebagai daftar: satu baris '- [ ] …' untuk satu hal.",
    )]


def test_a_rubric_is_short_and_says_each_thing_once() -> None:
    many = "".join(f"- [ ] Hal nomor {at}\n" for at in range(5))
    text = written(question=TASK.replace("- [ ] Runtut\n", f"- [ ] Runtut\n{many}"))
    assert [message for _line, message in faults(text)] == [
        "Rubrik ini terlalu panjang: paling banyak 6 baris.",
    ]
    twice = TASK.replace("- [ ] Runtut\n", "- [ ] Menyebut tiga kegiatan\n")
    assert "sudah ada di baris" in faults(written(question=twice))[0][1]


def test_a_lesson_of_ten_tasks_is_a_lesson() -> None:
    tasks = "\n".join(TASK.replace("aaaa", f"aab{at}") for at in range(9))
    text = written(question=f"{tasks}\n{filler(1)}")
    assert faults(text) == []


def test_a_sensitive_lesson_asks_nobody_to_tell_of_herself() -> None:
    asked = f"{SENSITIVE_QUESTIONS}\n{TASK.replace('baca-03-aaaa', 'hak-17-kccc')}"
    text = sensitive(questions=asked)
    (fault,) = read(text, SENSITIVE, "hak", AROUND).faults
    assert fault.line == line_of(text, "### Soal: tugas")
    assert "tidak memakai soal 'tugas'" in fault.text
