"""A reading lesson makes its learner read only what was taught by then."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from elearn import messages
from elearn.authoring.judging import judge, named
from elearn.content.catalogue import Catalogue, Shelf, load
from elearn.content.decodable import decodability_faults
from elearn.content.faults import told
from elearn.content.values import Meta
from tests.content.written import line_of, written

VOWELS = "huruf: a, i, u\n"


def front(title: str, grants: str = "") -> str:
    return f"judul: {title}\ntujuan: Membaca\n{grants}"


def reads(text: str) -> str:
    return f"Baca ini.\n\n{text}\n"


def put(folder: Path, stem: str, text: str, subject: str = "literasi") -> Path:
    path = folder / subject / f"{stem}.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text.replace("baca-03-", f"{'-'.join(stem.split('-')[:2])}-"))
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three lessons: a i u, then m b with "ini", then k t; capitals come with the ninth."""
    put(tmp_path, "baca-01-x", written(front("Vokal", VOWELS), reads("> a i u")))
    put(tmp_path, "baca-02-x", written(front("Ma dan ba", "huruf: m, b\nkata-pandang: ini\n"),
                                       reads("> ini ibu. ini ubi.\n> ibu mau ubi.")))
    put(tmp_path, "baca-03-x", written(front("Ka dan ta", "huruf: k, t\n"),
                                       reads("> ini buku. kita mau buku.")))
    put(tmp_path, "baca-09-x", written(front("Akhir n", "fitur: c:k, m\nhuruf-besar: ya\n"),
                                       reads("> Ibu mau ubi.")))
    return tmp_path


def faults(folder: Path, stem: str, text: str) -> list[tuple[int, str]]:
    """Return what the folder says to a lesson, as (line, message)."""
    path = put(folder, stem, text)
    return [(one.line, one.text) for one in load(folder).faults.get(path, ())]


def second(folder: Path, step: str, **parts: str) -> list[tuple[int, str]]:
    """Return what is said to the second lesson when its step reads `step`."""
    head = front("Ma dan ba", "huruf: m, b\nkata-pandang: ini\n")
    return faults(folder, "baca-02-x", written(head, reads(step), **parts))


def test_lessons_in_their_order_have_no_fault(folder: Path) -> None:
    assert load(folder).faults == {}


def test_a_word_that_comes_too_early_is_told_with_its_lesson_and_with_words_that_can_be_read(
    folder: Path,
) -> None:
    (told,) = second(folder, "> ibu mau ubi. ini ibu.\n> ini buku.")
    text = (folder / "literasi" / "baca-02-x.md").read_text()
    assert told == (
        line_of(text, "ini buku"),
        "'buku' belum bisa dibaca di sini: huruf 'k' baru diajarkan di 'Ka dan ta' (baca-03-x). "
        "Yang bisa: ini, mau, ibu.",
    )


def test_what_no_lesson_teaches_is_told_so(folder: Path) -> None:
    ((_, told),) = second(folder, "> ibu mau roti.")
    assert "'roti' belum bisa dibaca di sini: belum ada pelajaran yang mengajarkan huruf" in told


@pytest.mark.parametrize(("word", "part"), [
    ("Ibu", "huruf besar baru diajarkan di 'Akhir n' (baca-09-x)"),
    ("bambu", "suku kata tertutup di tengah kata, seperti 'bam-bu' baru diajarkan di 'Akhir n'"),
    ("buka", "huruf 'k' baru diajarkan di 'Ka dan ta' (baca-03-x)"),
    ("baik", "'k' di akhir kata baru diajarkan di 'Akhir n' (baca-09-x)"),
    ("imbau", "belum ada pelajaran yang mengajarkan bunyi 'au'"),
    ("abang", "belum ada pelajaran yang mengajarkan huruf 'ng'"),
    ("BUMI", "belum ada pelajaran yang mengajarkan singkatan, yang dieja huruf demi huruf"),
    ("BMT", "belum ada pelajaran yang mengajarkan singkatan, yang dieja huruf demi huruf"),
    ("bubrubu", "belum ada pelajaran yang mengajarkan huruf 'r'"),
])
def test_the_untaught_part_is_named(folder: Path, word: str, part: str) -> None:
    ((_, told),) = second(folder, f"> {word} ibu.")
    assert told.startswith(f"'{word}' belum bisa dibaca di sini: ")
    assert part in told


@pytest.mark.parametrize("text", [
    "ini ibu, ini ubi!", "ini 3 ubi 2.000", "k t ng", "🐟 ibu", "ibu-ibu mau ubi-ubi",
    "{3 + 4} ubi", "**ibu** *mau* ubi", "mubi", "íbu mau ubi",
])
def test_sight_words_digits_pictures_and_single_letters_can_be_read(
    folder: Path, text: str
) -> None:
    assert second(folder, f"> {text}") == []


def test_a_sight_word_is_not_known_before_its_lesson(folder: Path) -> None:
    first = written(front("Vokal", VOWELS), reads("> ini a."))
    ((_, told),) = faults(folder, "baca-01-x", first)
    assert "'ini' belum bisa dibaca di sini: belum ada pelajaran yang mengajarkan huruf 'n'" in told


def test_one_untaught_part_is_told_once_in_a_block_and_names_the_words(folder: Path) -> None:
    ((line, told),) = second(folder, "> kita mau buku.\n> kita mau kuku kita.")
    text = (folder / "literasi" / "baca-02-x.md").read_text()
    assert line == line_of(text, "kita mau buku")
    assert told.startswith("'kita', 'buku', 'kuku' belum bisa dibaca di sini: huruf ")


def test_many_words_are_not_all_named(folder: Path) -> None:
    ((_, told),) = second(folder, "> kaki kuku kaku kiba kuba kubu kibi kabu")
    assert told.startswith("'kaki', 'kuku', 'kaku', 'kiba', 'kuba', … belum")


READ = """### Soal: pilih
Mana?
{field}- [x] ibu
  > Betul, ini kaki.
- [ ] ubi
- [ ] kaki
Kode: baca-03-aaaa
"""


def test_options_that_are_read_count_and_those_that_are_heard_do_not(folder: Path) -> None:
    assert second(folder, "> ibu", question=READ.format(field="")) == []
    ((line, told),) = second(folder, "> ibu", question=READ.format(field="Pilihan: dibaca\n"))
    text = (folder / "literasi" / "baca-02-x.md").read_text()
    assert line == line_of(text, "- [ ] kaki")
    assert told.startswith("'kaki' belum bisa dibaca")


@pytest.mark.parametrize("question", [
    "### Soal: urutkan\nSusun kaki.\n1. ka\n2. ki\n- mu\nKode: baca-03-aaaa\n",
    "### Soal: pilih\nMana?\n> ini kaki\n- [x] 🐟\n- [ ] ⚽\n- [ ] 🐔\nKode: baca-03-aaaa\n",
    "### Soal: jodohkan\nCari.\nPilihan: dibaca\n- 🐟 = kaki\n- ⚽ = ibu\nKode: baca-03-aaaa\n",
    "### Soal: rumpang\nIsi.\n> ini [[(ubi) | kaki | ibu]].\nKode: baca-03-aaaa\n",
])
def test_tiles_bacaan_of_questions_and_pairs_that_are_read_count(
    folder: Path, question: str
) -> None:
    ((_, told),) = second(folder, "> ibu", question=question)
    assert "belum bisa dibaca di sini: huruf 'k'" in told


@pytest.mark.parametrize("step", ["> ibu\n\nIni kaki.", "> ibu\n\nSuara: [kaki]",
                                  "> ibu\n\n## Untuk tutor\n\n> ini kaki."])
def test_what_is_heard_or_for_tutors_is_not_checked(folder: Path, step: str) -> None:
    assert second(folder, step) == []


def test_only_reading_lessons_in_indonesian_are_checked(folder: Path) -> None:
    other = written(front("Satu sampai lima"), reads("> satu dua tiga."))
    path = put(folder, "hitung-01-x", other.replace("baca-03-", "hitung-01-"), "numerasi")
    english = written(front("Vowels", f"{VOWELS}bahasa: en\n"), reads("> this is an egg."))
    put(folder, "baca-01-x.en", english)
    assert load(folder).faults == {}
    assert load(folder).lesson("hitung-01-x") is not None, path


def test_a_lesson_with_words_too_early_stays_on_the_shelf(folder: Path) -> None:
    shelf = Shelf(folder)
    assert second(folder, "> ini buku.")
    assert shelf.refresh()
    now = shelf.current.lesson("baca-02-x")
    assert now is not None
    assert "ini buku." in now.source
    assert not shelf.current.outdated
    path = folder / "literasi" / "baca-02-x.md"
    path.write_text(path.read_text().replace("tujuan", "tujan"))
    assert shelf.refresh()
    assert shelf.current.outdated == {path}


def test_what_a_broken_lesson_teaches_still_counts(folder: Path) -> None:
    path = folder / "literasi" / "baca-02-x.md"
    path.write_text(path.read_text().replace("tujuan", "tujan"))
    assert {one.name for one in load(folder).faults} == {"baca-02-x.md"}


def test_an_author_hears_it_at_her_desk(folder: Path) -> None:
    lesson = written(front("Ma dan ba", "huruf: m, b\n"), reads("> ibu mau kaki."))
    judged = judge(lesson.replace("baca-03-", "baca-02-"), named("baca-02-x.md"), load(folder))
    assert [one.text.partition(":")[0] for one in judged.faults] == [
        "'kaki' belum bisa dibaca di sini"
    ]
    alone = judge(lesson, named("baca-02-x.md"), Catalogue())
    assert "'ibu'" in alone.faults[0].text


def test_the_message_can_be_read_in_english(folder: Path) -> None:
    second(folder, "> ibu mau kaki.")
    (found,) = load(folder).faults.values()
    assert told(found[0], messages.translator("en")) == (
        "'kaki' cannot be read here yet: the letter 'k' is taught later, in 'Ka dan ta' "
        "(baca-03-x). Readable: mau, ibu, ini."
    )


GRANTS = st.lists(st.sampled_from("abcdefghijklmnoprstu"), max_size=5).map(tuple)


@given(st.text(), GRANTS, GRANTS)
def test_any_text_is_answered_and_every_line_lies_in_it(
    text: str, graphemes: tuple[str, ...], later: tuple[str, ...]
) -> None:
    read = {
        "baca-01-x": (Meta("Satu", "", graphemes=graphemes), ((5, text),)),
        "baca-02-x": (Meta("Dua", "", graphemes=later), ()),
    }
    for fault in decodability_faults(read).get("baca-01-x", ()):
        assert 5 <= fault.line <= 5 + text.count("\n")
        assert fault.text


def test_what_rests_on_a_lesson_that_only_the_map_knows_is_noted(tmp_path: Path) -> None:
    put(tmp_path, "baca-01-vokal-a-i-u", written(front("Vokal", VOWELS), reads("> a i u")))
    path = put(tmp_path, "baca-06-l-d", written(front("La", "huruf: l, d\n"),
                                                reads("> ini buku lama. mama ada.")))
    catalogue = load(tmp_path)
    assert not catalogue.faults
    assert [(one.line, one.text) for one in catalogue.notes[path]] == [
        (1, "baca-03, baca-04 belum ditulis; hurufnya dianggap sudah diajarkan.")
    ]
