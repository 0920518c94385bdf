"""Recordings of people beside a lesson: what is refused, and what a button then says."""

from pathlib import Path

import pytest
import soundfile

from elearn.content.compose import compose
from elearn.content.lesson import Sound
from elearn.content.markup import Ink, said
from elearn.content.values import Recorded
from tests.content.own_files import photograph, put, reading, told, voice
from tests.content.written import line_of, say, written

TEXT = written(step="Dengar.\n\nSuara: [ma](suara/ma.wav)\n")


def sounds(text: str, home: Path, store: Path | None = None) -> list[Sound]:
    """Return the sounds of a lesson that has no fault."""
    found = reading(text, home, store)
    assert found.lesson is not None, found.faults
    return [piece for step in found.lesson.steps for block in step.blocks
            for piece in block.prose.pieces if isinstance(piece, Sound)]


def named(name: str) -> str:
    return TEXT.replace("suara/ma.wav", name)


@pytest.mark.parametrize(("form", "ending"), [("WAV", "wav"), ("MP3", "mp3"), ("FLAC", "flac"),
                                              ("OGG", "ogg")])
def test_a_recording_is_kept_as_plain_sound(form: str, ending: str, tmp_path: Path) -> None:
    put(tmp_path, f"suara/ma.{ending}", voice(1.0, form))
    (sound,) = sounds(named(f"suara/ma.{ending}"), tmp_path, tmp_path / "olahan")
    assert sound.text == "ma"
    kept = soundfile.info(tmp_path / "olahan" / f"{sound.recording}.flac")
    assert kept.channels == 1
    assert abs(kept.duration - 1.0) < 0.1


def test_its_button_and_its_screen_say_it_by_the_recording(tmp_path: Path) -> None:
    put(tmp_path, "suara/ma.wav", voice())
    (sound,) = sounds(TEXT, tmp_path)
    (sentence,) = said(sound, Ink({}, "id", say))
    assert sentence == "ma"
    assert isinstance(sentence, Recorded)
    assert sentence.mark == sound.recording
    lesson = reading(TEXT, tmp_path).lesson
    assert lesson is not None
    body = compose(lesson, "dewasa", 0, say).screens[0].body  # type: ignore[union-attr]
    assert '<a class="dengar"' in body.html
    assert isinstance(body.spoken[-1], Recorded)


def test_a_recording_may_stand_in_a_question_and_among_words(tmp_path: Path) -> None:
    put(tmp_path, "suara/ma.wav", voice())
    question = ("### Soal: pilih\nMana **ma**?\nSuara: [ma](suara/ma.wav)\n- [x] ma\n- [ ] mi\n"
                "- [ ] mu\nKode: baca-03-aaaa\n")
    text = written(step="Ini [ma](suara/ma.wav) lagi.\n", question=question)
    assert len(sounds(text, tmp_path)) == 1


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "Berkas 'ma.wav' kosong. Simpan atau salin sekali lagi."),
        (b"<script>alert(1)</script>",
         "Isi berkas 'ma.wav' bukan MP3, WAV, Ogg atau FLAC. Simpan sebagai MP3."),
        (photograph((40, 40), "PNG"),
         "Isi berkas 'ma.wav' bukan MP3, WAV, Ogg atau FLAC. Simpan sebagai MP3."),
        (voice(1.0, "FLAC"), "Isi berkas 'ma.wav' adalah FLAC. Ganti akhiran namanya menjadi "
         "'.flac'."),
        (voice(0.5)[:20], "Berkas 'ma.wav' rusak atau terpotong. Simpan sekali lagi."),
        (b"RIFF\xff\xff\xff\xffWAVEfmt " + b"\xff" * 400,
         "Berkas 'ma.wav' rusak atau terpotong. Simpan sekali lagi."),
        (voice(21.0, rate=8000), "Rekaman 'ma.wav' lebih dari 20 detik. Potong dulu."),
        (voice(1.0) + b"\0" * 2 * 1024 * 1024,
         "Berkas 'ma.wav' terlalu besar: paling besar 2 MB. Perkecil dulu."),
    ],
)  # fmt: skip
def test_what_is_no_recording_is_refused_with_the_reason(
    data: bytes, message: str, tmp_path: Path
) -> None:
    put(tmp_path, "suara/ma.wav", data)
    found = reading(TEXT, tmp_path)
    assert [(fault.line, fault.text) for fault in found.faults] == [
        (line_of(TEXT, "Suara:"), message)
    ]


def test_silence_is_no_recording(tmp_path: Path) -> None:
    put(tmp_path, "suara/ma.wav", voice()[:44] + b"\0" * 88_200)
    assert told(TEXT, tmp_path) == ["Berkas 'ma.wav' rusak atau terpotong. Simpan sekali lagi."]


@pytest.mark.parametrize(
    ("written_as", "message"),
    [
        ("suara/mi.wav", "Berkas 'suara/mi.wav' tidak ada; maksudnya 'suara/ma.wav'?"),
        ("ma.wav", "Berkas 'ma.wav' tidak ada; maksudnya 'suara/ma.wav'?"),
        ("suara/MA.mp3", "Berkas 'suara/MA.mp3' tidak ada; maksudnya 'suara/ma.wav'?"),
        ("../x.mp3", "Alamat '../x.mp3' keluar dari folder ranah. Simpan berkasnya di 'suara/' di "
         "samping pelajaran."),
    ],
)  # fmt: skip
def test_a_name_that_is_not_there_is_told_with_what_was_meant(
    written_as: str, message: str, tmp_path: Path
) -> None:
    put(tmp_path, "suara/ma.wav", voice())
    assert told(named(written_as), tmp_path) == [message]


def test_a_recording_says_the_same_words_in_every_draw(tmp_path: Path) -> None:
    put(tmp_path, "suara/ma.wav", voice())
    (message,) = told(TEXT.replace("[ma]", "[{a}]"), tmp_path)
    assert message.startswith("Tulis di dalam kurung siku apa yang diucapkan rekaman ini")
