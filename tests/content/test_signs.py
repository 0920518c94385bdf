"""A step's video of signs: what is refused, and what the page is given."""

from pathlib import Path

import pytest

from elearn.content.compose import compose
from elearn.content.own import Files
from elearn.content.prepared import LARGEST
from elearn.content.reader import read
from elearn.content.values import StepScreen
from tests.content.own_files import SUBJECT, around, mp4, photograph, put, reading, webm
from tests.content.written import STEM, line_of, say, written

TEXT = written(step="Dengar.\nIsyarat: isyarat/ma.mp4\n\nIni ma.\n")


def first_screen(text: str, home: Path) -> StepScreen:
    lesson = reading(text, home).lesson
    assert lesson is not None, reading(text, home).faults
    screen = compose(lesson, "dewasa", 0, say).screens[0]
    assert isinstance(screen, StepScreen)
    return screen


@pytest.mark.parametrize(("name", "data"), [("ma.mp4", mp4()), ("ma.webm", webm()),
                                            ("ma.m4v", mp4(brand=b"M4V "))])
def test_a_video_is_kept_as_it_is_and_never_said(name: str, data: bytes, tmp_path: Path) -> None:
    put(tmp_path, f"isyarat/{name}", data)
    text = TEXT.replace("ma.mp4", name)
    screen = first_screen(text, tmp_path)
    assert screen.signs.endswith((".mp4", ".webm"))
    reading(text, tmp_path, tmp_path / "olahan")
    assert (tmp_path / "olahan" / screen.signs).read_bytes() == data
    assert "isyarat" not in " ".join(screen.body.spoken).lower()
    assert "Ini ma." in screen.body.spoken


def test_it_is_written_in_english_too_and_stays_out_of_the_words(tmp_path: Path) -> None:
    put(tmp_path, "isyarat/ma.mp4", mp4())
    assert first_screen(TEXT.replace("Isyarat:", "Signs:"), tmp_path).signs


def test_another_video_is_another_version_of_the_lesson(tmp_path: Path) -> None:
    versions = set()
    for data in (mp4(), mp4(b"moov", b"free", b"mdat")):
        put(tmp_path, "isyarat/ma.mp4", data)
        lesson = reading(TEXT, tmp_path).lesson
        assert lesson is not None
        versions.add(lesson.version)
    assert len(versions) == 2


@pytest.mark.parametrize(("name", "data", "words"), [
    ("ma.mp4", b"", "kosong"),
    ("ma.mp4", mp4() + bytes(LARGEST), "terlalu besar: paling besar 2 MB"),
    ("ma.mp4", photograph((40, 30)), "bukan video MP4 atau WebM"),
    ("ma.mp4", mp4(brand=b"qt  "), "bukan video MP4 atau WebM"),
    ("ma.mp4", webm().replace(b"webm", b"mkvx"), "bukan video MP4 atau WebM"),
    ("ma.mp4", mp4()[:-2], "rusak atau terpotong"),
    ("ma.mp4", mp4(b"moov"), "rusak atau terpotong"),
    ("ma.webm", webm()[:30], "rusak atau terpotong"),
    ("ma.webm", mp4(), "Ganti akhiran namanya menjadi '.mp4'"),
    ("mi.mp4", mp4(), "maksudnya 'isyarat/mi.mp4'?"),
])  # fmt: skip
def test_what_no_phone_plays_is_refused_with_its_line(
    name: str, data: bytes, words: str, tmp_path: Path
) -> None:
    put(tmp_path, f"isyarat/{name}", data)
    text = TEXT if name == "mi.mp4" else TEXT.replace("ma.mp4", name)
    (fault,) = reading(text, tmp_path).faults
    assert words in fault.text
    assert fault.line == line_of(text, "Isyarat:")


def test_a_step_has_one_and_a_question_none(tmp_path: Path) -> None:
    put(tmp_path, "isyarat/ma.mp4", mp4())
    twice = TEXT.replace("\n\nIni ma.", "\nIsyarat: isyarat/ma.mp4\n\nIni ma.")
    (fault,) = reading(twice, tmp_path).faults
    assert "sudah ada di baris" in fault.text
    text = TEXT.replace("Kode:", "Isyarat: isyarat/ma.mp4\nKode:", 1)
    assert ["milik satu langkah" in one.text for one in reading(text, tmp_path).faults] == [True]
    empty = TEXT.replace("Isyarat: isyarat/ma.mp4", "Isyarat:")
    assert ["kosong" in one.text for one in reading(empty, tmp_path).faults] == [True]
    near = TEXT.replace("Isyarat:", "Isarat:")
    assert ["maksudnya 'Isyarat:'" in one.text for one in reading(near, tmp_path).faults] == [True]


def test_a_version_of_before_is_read_without_the_lost_video(tmp_path: Path) -> None:
    found = around(tmp_path)
    assert isinstance(found.files(SUBJECT), Files)
    old = read(TEXT, STEM, SUBJECT, type(found)(**{**found.__dict__, "lost": True}))
    assert old.lesson is not None
    assert old.lesson.steps[0].signs == ""
