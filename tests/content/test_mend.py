"""Lesson files are tidied, and nothing that a learner sees or hears changes."""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from elearn import paths
from elearn.content.compose import compose
from elearn.content.lesson import Lesson
from elearn.content.mend import Codes, codes_of, mended
from elearn.content.values import DRAWS, Page
from tests.content.test_hostile import PARTS
from tests.content.written import (
    AROUND,
    CHOOSE,
    FRONT,
    STEM,
    faults,
    lesson,
    notes,
    reading,
    say,
    written,
)

BLOCKS = (
    "Ini ibu.\nIbu mau **ubi**.",
    "🐟 🐔",
    "- Lihat.\n- Dengar.",
    "> ibu mau ubi.\n> ini ibu.",
    "> ubi",
    "![](titik:7)",
    "Dengar: [dengar](suara:ma)",
    "Suara: [ibu]",
    'Kata "ibu" dan \'ubi\'.',
    "1. Lihat.\n2. Ketuk.",
    "Ini ikan 🐟 dan ![kuda](emoji:🐴).",
    "Kafé itu di Jl. A. Yani; jam 08:30:00.",
    "Ibu: Mau beli?\n\nDewi: Mau!",
)
QUESTIONS = (
    "### Soal: pilih\nMana kata **{n}**?\n> ibu {n}\nPilihan: dibaca\n- [x] mama {n}\n"
    "  > Benar! ma - ma.\n- [ ] mimi\n  > Ini mimi.\n  >\n  > Lihat lagi.\n- [ ] mumu\n"
    "Petunjuk: Mulai dengan *ma*.\nPetunjuk: Lihat 🐟.\nPenjelasan: ma dan ma.\n",
    "### Soal: pilih semua\nMana yang dimakan?\n\n🐟 {n}\n- [x] nasi\n- [x] ikan 🐟\n- [ ] meja\n",
    "### Soal: pilih\nLihat dulu.\n\nMana nomor {n}?\n> ubi\n\nJawab.\nUrutan: tetap\n"
    "- [ ] ini\n- [x] itu\n- [ ] sana\n",
    "### Soal: isian\nNama kota {n}?\n- [x] Palangka Raya\n- [ ] Sampit\n  > Bukan.\n",
    "### Soal: angka\nIbu membeli {{a}} ikat Rp{{h}}.\nAcak: a = 2..5; h = 2000..5000 langkah 500\n"
    "Syarat: a * h <= 20000\nSatuan: Rp\n- [x] {{a * h}}\n- [ ] {{a + h}}\n  > Kalikan.\n",
    "### Soal: jodohkan\nCari pasangan {n}.\n- 🐟 = ikan\n- ⚽ = bola\n- = meja\n",
    "### Soal: rumpang\n[[Ibu {n}]] ke [[(pasar) | 🐟 | sungai]] beli [[ikan / iwak]].\n"
    "- [ ] sungai\n  > Di sungai tidak ada kios.\n",
    "### Soal: uang\nBayar Rp7.000 nomor {n}.\nDompet: 5000, 2000, 500\n- [x] 7000\n- [ ] 5500\n"
    "  > Hitung lagi.\n",
    "### Soal: ketuk\nKetuk nomor {n}.\n> ibu [mau] ubi {n}.\n> ini [buku 🐟] itu.\n"
    "- [ ] ibu\n  > Bukan ibu.\n",
    "### Soal: urutkan\nSusun {n}.\nSuara: [ibu mau ubi]\n1. ibu\n2. mau\n3. ubi\n- mi\n",
)


@some.composite
def lessons(draw: some.DrawFn) -> str:
    """Give a whole lesson as the format writes it."""
    front = "".join(line + "\n" for line in (
        "judul: Suku kata ma dan ba",
        "tujuan: Membaca 6 dari 8 suku kata",
        *draw(some.lists(some.sampled_from((
            "menit: 15", "gambar: 🐟", "huruf: m, b", "kata-pandang: ini, itu", "huruf-besar: ya",
            "ditinjau: bahasa 2026-11-23, hukum –", "jenis: pelajaran",
        )), unique=True)),
        "untuk: semua               # untuk anak dan dewasa",
        "tanpa-penglihatan: tujuannya membaca huruf",
        "tanpa-pendengaran: tujuannya bunyi",
        "bahasa: id",
    ))
    common = draw(some.integers(1, 9))
    text = [f"---\n{front}---"]
    number = 0
    for heading, count in (
        ("Di pasar", common), ("Di rumah (anak)", 10 - common), ("Di kios (dewasa)", 10 - common),
    ):
        text.append(f"## {heading}")
        text += draw(some.lists(some.sampled_from(BLOCKS), min_size=1, max_size=4))
        for _ in range(count):
            number += 1
            asked = draw(some.sampled_from(QUESTIONS)).format(n=number)
            text.append(f"{asked}Kode: baca-03-n{number:03}")
    return "\n\n".join(text) + "\n"


Disfigure = Callable[[str, Random], str]


def each(pattern: str, *forms: str) -> Disfigure:
    """Return what writes matches of a pattern in other forms, here and there."""
    def disfigure(text: str, random: Random) -> str:
        return re.sub(
            pattern,
            lambda found: found.expand(random.choice((r"\g<0>", *forms))),
            text, flags=re.MULTILINE,
        )

    return disfigure


DISFIGURED: tuple[Disfigure, ...] = (
    each(r"^- \[x\] ", r"- [X] ", r"- [ x ]  ", r"-[x] ", r"* [x] ", r"- [x]", r"  - [x] "),
    each(r"^- \[ \] ", r"- [] ", r"- [  ] ", r"-[ ] ", r"+ [ ] "),
    each(r"(?<!\r)$", "  ", "\t"),          # a lone CR would be another line
    each(r"\n\n", "\n\n\n", "\n \n\n\n"),
    each(r"^(?=- \[|Kode:|Petunjuk:|Pilihan:|Acak:|Syarat:|1\. ibu|- 🐟 =|  > (?:Benar|Kalikan))",
         "\n", "\n\n"),
    each(r'"(\w+)"', r"“\1”", r"„\1“"),
    each(r"'(\w+)'", r"‘\1’"),
    each(r"(?<=[a-z]) (?=[a-z])", "\u00a0"),
    each("(?<!gambar: )🐟", ":ikan:"),
    each(r"\[\[(.*?)\]\]", r"[[ \1 ]]"),
    each(r"\[\[\(pasar\) \| (.*?) \| sungai\]\]", r"[[(pasar)|\1|sungai]]",
         r"[[  ( pasar )  |\1  |  sungai]]"),
    each(r"\[\[ikan / iwak\]\]", r"[[ikan   /  iwak ]]"),
    each(r"^Kode: ", "kode :", "Code:   ", "KODE: "),
    each(r"^Petunjuk: ", "Hint: ", "petunjuk :"),
    each(r"^Pilihan: dibaca", "Options: read", "pilihan:  DIBACA"),
    each(r"^Urutan: tetap", "Order:Fixed"),
    each(r"^### Soal: pilih semua$", "### Question: Choose  all", "###  soal :  Pilih Semua"),
    each(r"^### Soal: angka$", "### question: number"),
    each(r"\((anak|dewasa)\)$", r" ( \1 )"),
    each(r"^## (?=Di)", "##   "),
    each(r"^menit: 15", "menit:15", "Menit :  15", "minutes: 15"),
    each(r"^untuk: semua", "for: ALL", "Untuk :semua"),
    each(r"^huruf: m, b", "huruf: m,b", "Letters:  m ,  b"),
    each(r"^kata-pandang: ini, itu", "sight-words: ini,itu"),
    each(r"2026-11-23, hukum –", "2026-11-23,hukum -"),
    each(r"^> ", ">"),
    each(r"^  > ", "      > ", "\t> ", "  >"),
    each(r"^(\d)\. (?=ibu|mau|ubi)", r"\1)  "),
    lambda text, _: text.rstrip("\n"),
    lambda text, _: text + "\n\n\n",
    lambda text, _: "\n\n" + text,
    lambda text, _: "\ufeff" + text,
    lambda text, _: re.sub(r"(?<!\r)\n", "\r\n", text),
    lambda text, _: unicodedata.normalize("NFD", text),
)


def pages(one: Lesson, *draws: int) -> list[Page]:
    """Return these pages of a lesson, without what its text as such gives them."""
    return [
        replace(compose(one, audience, draw, say, AROUND.facts.whole), version="")
        for audience in one.audiences
        for draw in draws
    ]


@settings(max_examples=25, deadline=None)
@given(lessons(), some.integers(0, 10**6), some.lists(some.sampled_from(DISFIGURED), max_size=6))
def test_a_disfigured_lesson_is_written_again_as_it_was(
    text: str, seed: int, disfigured: list[Disfigure]
) -> None:
    source, random = text, Random(seed)  # noqa: S311  no secret
    for disfigure in disfigured:
        source = disfigure(source, random)
    found = mended(source, STEM, AROUND, Codes())
    assert found.text is not None
    assert found.faults == ()
    assert found.text == text
    assert notes(found.text) == []
    before, after = lesson(source), lesson(found.text)
    assert pages(before, 0) == pages(after, 0)


@settings(max_examples=4, deadline=None)
@given(lessons(), some.integers(0, 10**6))
def test_every_page_stays_what_it_was(text: str, seed: int) -> None:
    source, random = text, Random(seed)  # noqa: S311  no secret
    for disfigure in DISFIGURED:
        source = disfigure(source, random)
    found = mended(source, STEM, AROUND, Codes())
    assert found.text is not None
    every = range(DRAWS)
    assert pages(lesson(source), *every) == pages(lesson(found.text), *every)


@settings(max_examples=60, deadline=None)
@given(some.lists(PARTS | some.sampled_from((*BLOCKS, *QUESTIONS, "\n", "\n\n", ":ikan:"))
                  | some.text(max_size=8), max_size=30).map("".join))
def test_any_text_is_mended_once_and_gets_no_fault(text: str) -> None:
    for whole in (text, written(step=text), written(question=text + "\n" + CHOOSE)):
        for codes in (None, Codes()):
            found = mended(whole, STEM, AROUND, codes)
            if found.text is None:
                continue
            assert mended(found.text, STEM, AROUND, codes).text == found.text
            before = Counter(fault.message for fault in reading(whole).faults)
            after = Counter(fault.message for fault in reading(found.text).faults)
            assert after <= before


@settings(max_examples=100, deadline=None)
@given(some.binary(max_size=300))
def test_any_bytes_are_left_or_mended(source: bytes) -> None:
    found = mended(source, STEM)
    if found.text is not None:
        assert mended(found.text.encode(), STEM).text == found.text


@pytest.mark.parametrize(
    "path", sorted(paths.shipped("lessons").glob("*/*.md")), ids=lambda path: path.name
)
def test_the_shipped_lessons_are_tidy(path: Path) -> None:
    stem = path.name.split(".")[0]
    assert mended(path.read_bytes(), stem, AROUND, Codes()).text == path.read_text()


def test_old_windows_text_becomes_utf_8() -> None:
    text = written(step="Ini kafé.\n")
    assert mended(text.encode("cp1252"), STEM).text == text
    assert mended(text.encode("utf-16"), STEM).text == text


def test_a_file_with_a_doubtful_line_only_gets_its_letters_tidied() -> None:
    text = written(question=CHOOSE.replace("Kode", "Kdoe").replace("[x]", "[X]"))
    found = mended(text.replace("\n", "\r\n") + "\n\n", STEM, codes=Codes())
    assert found.text == text
    assert [(one.line, one.text) for one in found.faults] == faults(text)


def test_letters_in_doubt_are_left_as_they_are() -> None:
    text = written(step="Ini \u202e ibu.\n")
    assert mended(text, STEM).text is None
    assert [one.line for one in mended(text, STEM).faults] == [faults(text)[0][0]]
    assert mended("", STEM).text is None
    assert mended("a" * 70_000, STEM).text is None


def test_a_missing_code_is_added_at_the_end_of_its_question() -> None:
    text = written(question=CHOOSE.replace("Kode: baca-03-aaaa\n", ""))
    found = mended(text, STEM, codes=Codes())
    assert found.text is not None
    assert found.codes == 1
    code = codes_of(found.text)[0]
    assert re.fullmatch("baca-03-[a-z0-9]{4}", code)
    assert found.text == text.replace("- [ ] mumu\n", f"- [ ] mumu\nKode: {code}\n")
    again = mended(text, STEM, codes=Codes({code}))
    assert again.text is not None
    assert codes_of(again.text)[0] not in {"", code}
    assert mended(text, STEM).text == text


def test_all_missing_codes_differ() -> None:
    text = re.sub("Kode: .*\n", "", written())
    found = mended(text, STEM, codes=Codes())
    assert found.text is not None
    assert len(set(codes_of(found.text))) == 10
    assert lesson(found.text)


def test_a_reading_in_another_language_takes_the_codes_of_its_original() -> None:
    text = re.sub("Kode: .*\n", "", written(front=FRONT + "bahasa: en\n"))
    codes = codes_of(written())
    found = mended(text, STEM, codes=Codes((), codes))
    assert found.text is not None
    assert codes_of(found.text) == codes
    assert mended(text, STEM, codes=Codes((), codes[:9])).text == text


def test_english_words_stay_english_in_english_lessons_only() -> None:
    asked = "### question: CHOOSE\nWhich?\noptions: Read\n- [x] a\n- [ ] b\ncode: baca-03-a1\n"
    english = mended(written(front=FRONT.replace("judul", "Title") + "language: en\n",
                             question=asked), STEM)
    assert english.text is not None
    assert "title: Suku" in english.text
    assert "### Question: choose\nWhich?\nOptions: read\n" in english.text
    assert "untuk: semua" in english.text
    ours = mended(written(question=asked), STEM)
    assert ours.text is not None
    assert "### Soal: pilih\nWhich?\nPilihan: dibaca\n" in ours.text


def test_a_comment_and_its_place_stay() -> None:
    text = written(front=FRONT + "bahasa: id        # dua spasi, lalu catatan\n")
    assert mended(text, STEM).text == text
