"""Authors' own pictures: what is refused before and while it is decoded, and what learners get."""

import io
import os
import time
from pathlib import Path

import pytest
from PIL import Image

from elearn.content import sniffing
from elearn.content.catalogue import Shelf
from elearn.content.compose import compose
from elearn.content.darkroom import PICTURE_BYTES
from elearn.content.lesson import Photo
from elearn.content.prepared import LARGEST
from tests.content.own_files import bomb, photograph, put, reading, told
from tests.content.written import line_of, say, written

TEXT = written(step="Ini ikan.\n\n![Seekor ikan](gambar/ikan.jpg)\n")


def photos(text: str, home: Path, store: Path | None = None) -> list[Photo]:
    """Return the own pictures of a lesson that has no fault."""
    found = reading(text, home, store)
    assert found.lesson is not None, found.faults
    return [piece for step in found.lesson.steps for block in step.blocks
            for piece in block.prose.pieces if isinstance(piece, Photo)]


def named(name: str) -> str:
    return TEXT.replace("gambar/ikan.jpg", name)


def test_a_picture_is_made_small_kept_by_its_hash_and_shown(tmp_path: Path) -> None:
    put(tmp_path, "gambar/ikan.jpg", photograph((1600, 1200)))
    (photo,) = photos(TEXT, tmp_path, tmp_path / "olahan")
    assert (photo.word, photo.width, photo.height) == ("Seekor ikan", 240, 180)
    kept = tmp_path / "olahan" / photo.name
    assert kept.stat().st_size <= PICTURE_BYTES
    with Image.open(kept) as made:
        assert (made.format, made.size) == ("JPEG", (480, 360))
    lesson = reading(TEXT, tmp_path, tmp_path / "olahan").lesson
    assert lesson is not None
    html = compose(lesson, "dewasa", 0, say).screens[0].body  # type: ignore[union-attr]
    assert (f'<img class="foto" src="/gambar/p-{photo.name}" alt="Seekor ikan" width="240" '
            'height="180" loading="lazy">') in html.html
    assert html.spoken[-1] == "Seekor ikan"


@pytest.mark.parametrize(("form", "ending"), [("PNG", "png"), ("WEBP", "webp"), ("GIF", "gif"),
                                              ("JPEG", "jpeg")])
def test_every_kind_becomes_what_an_old_phone_can_show(
    form: str, ending: str, tmp_path: Path
) -> None:
    put(tmp_path, f"gambar/ikan.{ending}", photograph((640, 480), form))
    (photo,) = photos(named(f"gambar/ikan.{ending}"), tmp_path, tmp_path / "olahan")
    with Image.open(tmp_path / "olahan" / photo.name) as made:
        assert made.format in {"JPEG", "PNG"}
        assert (tmp_path / "olahan" / photo.name).stat().st_size <= PICTURE_BYTES


def test_what_shines_through_stays_so(tmp_path: Path) -> None:
    out = io.BytesIO()
    Image.new("RGBA", (300, 300), (200, 30, 30, 0)).save(out, "PNG")
    put(tmp_path, "gambar/ikan.png", out.getvalue())
    (photo,) = photos(named("gambar/ikan.png"), tmp_path, tmp_path / "olahan")
    with Image.open(tmp_path / "olahan" / photo.name) as made:
        assert made.convert("RGBA").getpixel((5, 5))[3] == 0  # type: ignore[index]


def test_where_it_was_taken_and_all_else_that_is_no_pixel_is_gone(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x010E] = "rumah Bu Sari"
    exif.get_ifd(0x8825)[2] = (2.0, 12.0, 30.0)          # GPS latitude
    exif[0x0112] = 6                                      # lies on its side
    raw = photograph((400, 300), exif=exif, comment=b"rahasia", icc_profile=b"x" * 200)
    put(tmp_path, "gambar/ikan.jpg", raw + b"<script>alert(1)</script>")
    (photo,) = photos(TEXT, tmp_path, tmp_path / "olahan")
    made = (tmp_path / "olahan" / photo.name).read_bytes()
    for trace in (b"Sari", b"rahasia", b"Exif", b"script", b"ICC_PROFILE", b"xxxx"):
        assert trace not in made
        assert trace in raw + b"<script>" or trace == b"script"
    with Image.open(io.BytesIO(made)) as upright:
        assert upright.size == (300, 400)
        assert not dict(upright.getexif())


def test_the_same_file_is_developed_once_and_anew_when_it_was_lost(tmp_path: Path) -> None:
    put(tmp_path, "gambar/ikan.jpg", photograph())
    (photo,) = photos(TEXT, tmp_path, tmp_path / "olahan")
    kept = tmp_path / "olahan" / photo.name
    first = kept.stat().st_mtime_ns
    assert photos(TEXT, tmp_path, tmp_path / "olahan") == [photo]
    assert kept.stat().st_mtime_ns == first
    kept.unlink()
    assert photos(TEXT, tmp_path, tmp_path / "olahan") == [photo]
    assert kept.is_file()


def test_another_picture_makes_another_version(tmp_path: Path) -> None:
    versions = set()
    for size in ((300, 200), (200, 300)):
        put(tmp_path, "gambar/ikan.jpg", photograph(size))
        lesson = reading(TEXT, tmp_path).lesson
        assert lesson is not None
        versions.add(lesson.version)
    assert len(versions) == 2


def test_a_changed_picture_has_only_its_own_lesson_read_again(tmp_path: Path) -> None:
    put(tmp_path, "gambar/ikan.jpg", photograph((300, 200)))
    put(tmp_path, "baca-03-m-b.md", TEXT.encode())
    put(tmp_path, "baca-01-a.md", written().replace("baca-03-", "baca-01-").encode())
    shelf = Shelf(tmp_path, prepared=tmp_path / "olahan")
    before = shelf.current.lessons
    put(tmp_path, "gambar/ikan.jpg", photograph((200, 300)))
    assert shelf.refresh()
    after = shelf.current.lessons
    assert after["baca-01-a"]["id"].version == before["baca-01-a"]["id"].version
    assert after["baca-03-m-b"]["id"].version != before["baca-03-m-b"]["id"].version
    (tmp_path / "literasi" / "gambar" / "ikan.jpg").unlink()
    assert shelf.refresh()
    assert after["baca-03-m-b"] == shelf.current.lessons["baca-03-m-b"]     # the last good one
    assert [fault.line for found in shelf.current.faults.values() for fault in found] == [
        line_of(TEXT, "![Seekor")
    ]


BROKEN = "Berkas 'ikan.jpg' rusak atau terpotong. Simpan sekali lagi."
NO_PICTURE = ("Isi berkas 'ikan.jpg' bukan PNG, JPEG, WebP atau GIF. Simpan sebagai JPEG atau "
              "PNG.")


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "Berkas 'ikan.jpg' kosong. Simpan atau salin sekali lagi."),
        (b"<!doctype html><script>alert(1)</script>", NO_PICTURE),
        (b"\0" * 500, NO_PICTURE),
        (b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"></svg>',
         "Berkas 'ikan.jpg' adalah SVG, yang bisa menjalankan program di HP pelajar. Simpan "
         "sebagai PNG."),
        (photograph((40, 40), "PNG"),
         "Isi berkas 'ikan.jpg' adalah PNG. Ganti akhiran namanya menjadi '.png'."),
        (b"\xff\xd8\xff", BROKEN),
        (photograph()[:200], BROKEN),
        (photograph()[:9000], BROKEN),
        (photograph() + b"\0" * LARGEST,
         "Berkas 'ikan.jpg' terlalu besar: paling besar 2 MB. Perkecil dulu."),
    ],
)  # fmt: skip
def test_what_is_no_picture_is_refused_with_the_reason(
    data: bytes, message: str, tmp_path: Path
) -> None:
    put(tmp_path, "gambar/ikan.jpg", data)
    found = reading(TEXT, tmp_path)
    assert [(fault.line, fault.text) for fault in found.faults] == [
        (line_of(TEXT, "![Seekor"), message)
    ]


@pytest.mark.parametrize(("width", "height"), [(50_000, 50_000), (4097, 10), (2**31, 2**31)])
def test_a_bomb_is_refused_by_its_first_bytes(width: int, height: int, tmp_path: Path) -> None:
    put(tmp_path, "gambar/ikan.png", bomb(width, height))
    began = time.monotonic()
    (message,) = told(named("gambar/ikan.png"), tmp_path)
    assert message.startswith(f"Gambar 'ikan.png' berukuran {width} × {height} titik;")
    assert time.monotonic() - began < 10         # Markdown's process may have to start first


def test_what_would_be_decoded_whole_may_have_fewer_pixels(tmp_path: Path) -> None:
    put(tmp_path, "gambar/ikan.png", bomb(4000, 3000))
    assert told(named("gambar/ikan.png"), tmp_path) == [
        "Gambar 'ikan.png' punya lebih dari 8 juta titik. Perkecil dulu, atau simpan sebagai JPEG."
    ]
    put(tmp_path, "gambar/ikan.jpg", photograph((4000, 3000), quality=30))
    assert told(TEXT, tmp_path) == []


def test_a_bomb_that_lies_about_its_size_is_broken_and_no_more(tmp_path: Path) -> None:
    put(tmp_path, "gambar/ikan.png", bomb(2800, 2900))
    assert told(named("gambar/ikan.png"), tmp_path) == [
        "Berkas 'ikan.png' rusak atau terpotong. Simpan sekali lagi."
    ]


def test_a_picture_that_is_a_program_too_becomes_a_picture_only(tmp_path: Path) -> None:
    gif = bytearray(photograph((60, 40), "GIF"))
    put(tmp_path, "gambar/ikan.gif", bytes(gif) + b"*/=1;alert(document.cookie)//")
    (photo,) = photos(named("gambar/ikan.gif"), tmp_path, tmp_path / "olahan")
    assert b"alert" not in (tmp_path / "olahan" / photo.name).read_bytes()
    put(tmp_path, "gambar/ikan.gif", b"GIF89a/*\x10\x00*/=1;alert(1)//")
    assert told(named("gambar/ikan.gif"), tmp_path) != []


def test_a_moving_picture_is_refused(tmp_path: Path) -> None:
    frames = [Image.new("RGB", (40, 40), colour) for colour in ("red", "blue")]
    for form, ending in (("GIF", "gif"), ("WEBP", "webp"), ("PNG", "png")):
        out = io.BytesIO()
        frames[0].save(out, form, save_all=True, append_images=frames[1:])
        put(tmp_path, f"gambar/ikan.{ending}", out.getvalue())
        assert told(named(f"gambar/ikan.{ending}"), tmp_path) == [
            f"Gambar 'ikan.{ending}' bergerak. Pakai gambar diam."
        ]


@pytest.mark.parametrize(
    ("written_as", "message"),
    [
        ("gambar/ikn.jpg", "Berkas 'gambar/ikn.jpg' tidak ada; maksudnya 'gambar/ikan.jpg'?"),
        ("gambar/Ikan.JPG", "Berkas 'gambar/Ikan.JPG' tidak ada; maksudnya 'gambar/ikan.jpg'?"),
        ("gambar/ikan.webp", "Berkas 'gambar/ikan.webp' tidak ada; maksudnya 'gambar/ikan.jpg'?"),
        ("ikan.jpg", "Berkas 'ikan.jpg' tidak ada; maksudnya 'gambar/ikan.jpg'?"),
        (r"gambar\ikan.jpg", r"Berkas 'gambar\ikan.jpg' tidak ada; maksudnya 'gambar/ikan.jpg'?"),
        (r"C:\Gambar\ikan.jpg",
         r"Berkas 'C:\Gambar\ikan.jpg' tidak ada; maksudnya 'gambar/ikan.jpg'?"),
        ("gambar/rumah.jpg",
         "Berkas 'gambar/rumah.jpg' tidak ada. Simpan di folder 'gambar/' di samping pelajaran."),
        ("../../rahasia.png", "Alamat '../../rahasia.png' keluar dari folder ranah. Simpan "
         "berkasnya di 'gambar/' di samping pelajaran."),
        ("gambar/../../x.png", "Alamat 'gambar/../../x.png' keluar dari folder ranah. Simpan "
         "berkasnya di 'gambar/' di samping pelajaran."),
        ("/etc/passwd", "Alamat '/etc/passwd' keluar dari folder ranah. Simpan berkasnya di "
         "'gambar/' di samping pelajaran."),
        ("//contoh.id/x.png", "Alamat '//contoh.id/x.png' tidak boleh dipakai. Yang boleh: emoji, "
         "suara, dan gambar hitung seperti titik:7."),
    ],
)  # fmt: skip
def test_a_name_that_is_not_there_is_told_with_what_was_meant(
    written_as: str, message: str, tmp_path: Path
) -> None:
    put(tmp_path, "gambar/ikan.jpg", photograph())
    put(tmp_path, "../rahasia.png", photograph((40, 40), "PNG"))
    assert told(named(written_as), tmp_path) == [message]


def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    home, secret = tmp_path / "pelajaran", tmp_path / "rahasia.jpg"
    secret.write_bytes(photograph())
    put(home, "gambar/lain.jpg", photograph())
    (home / "literasi" / "gambar" / "ikan.jpg").symlink_to(secret)
    assert told(TEXT, home) == [
        "Berkas 'gambar/ikan.jpg' tautan ke luar folder pelajaran, jadi tidak dipakai. Salin "
        "berkasnya sendiri."
    ]


def test_what_is_no_file_at_all_is_not_opened(tmp_path: Path) -> None:
    (tmp_path / "literasi" / "gambar").mkdir(parents=True)
    os.mkfifo(tmp_path / "literasi" / "gambar" / "ikan.jpg")      # reading it would wait for ever
    assert len(told(TEXT, tmp_path)) == 1


def test_a_picture_without_words_is_a_fault(tmp_path: Path) -> None:
    put(tmp_path, "gambar/ikan.jpg", photograph())
    assert told(TEXT.replace("Seekor ikan", " "), tmp_path) == [
        "Gambar ini belum punya kata. Tulis apa yang terlihat, misalnya "
        "'![Seekor ikan](gambar/ikan.jpg)'."
    ]


def test_many_pictures_are_told_to_be_heavy_and_still_shown(tmp_path: Path) -> None:
    names = [f"gambar/{at}.jpg" for at in range(4)]
    for at, name in enumerate(names):
        put(tmp_path, name, photograph((1000 + at, 800)))
    step = "\n\n".join(f"![Foto {at}]({name})" for at, name in enumerate(names))
    found = reading(written(step=f"Lihat.\n\n{step}\n"), tmp_path)
    assert found.lesson is not None
    (note,) = found.notes
    assert note.text.startswith("Gambar sendiri di pelajaran ini ")


def test_a_picture_may_be_an_option(tmp_path: Path) -> None:
    put(tmp_path, "gambar/ikan.jpg", photograph((50, 50)))
    put(tmp_path, "gambar/bola.jpg", photograph((51, 50)))
    options = "- [x] ![ikan](gambar/ikan.jpg)\n- [ ] ![bola](gambar/bola.jpg)\n- [ ] rumah\n"
    found = reading(written(question=f"### Soal: pilih\nMana ikan?\n{options}Kode: baca-03-aaaa\n"),
                    tmp_path)
    assert found.lesson is not None, found.faults


@pytest.mark.parametrize("form", ["PNG", "JPEG", "WEBP", "GIF"])
def test_sizes_are_read_without_decoding(form: str) -> None:
    lossless = {"lossless": True} if form == "WEBP" else {}
    for raw in (photograph((321, 123), form), photograph((321, 123), form, **lossless)):
        seen = sniffing.picture(raw)
        assert seen is not None
        assert (seen.width, seen.height) == (321, 123)


@pytest.mark.parametrize("cut", range(0, 60, 3))
def test_a_torn_beginning_is_never_misread(cut: int) -> None:
    for form in ("PNG", "JPEG", "WEBP", "GIF"):
        seen = sniffing.picture(photograph((321, 123), form)[:cut])
        assert seen is None or (seen.width, seen.height) in {(0, 0), (321, 123)}
