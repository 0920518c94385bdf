"""A lesson that asks one question of every kind, and a site that serves it."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

from flask import Flask

from elearn import paths
from elearn.content.fakta import NAME
from elearn.content.subjects import subject_of
from elearn.settings import Settings
from elearn.web import create_app
from elearn.web.site import KEY, Clock
from tests.content.written import filler

STEM = "baca-03-contoh"
FRONT = """judul: Contoh semua soal
tujuan: Menjawab 8 dari 10
untuk: semua
menit: 10
kata-pandang: ikan, api, ubi, ibu, mau, ini, itu
"""
MARKED = """### Soal: pilih
Mana ikan?
- [x] ![ikan](emoji:🐟)
  > Betul, ini ikan.
- [ ] ![bola](emoji:⚽)
  > Ini bola.
- [ ] ![rumah](emoji:🏠)
Petunjuk: Ia berenang.
Penjelasan: Ikan hidup di air.
Kode: baca-03-kaaa

### Soal: pilih semua
Mana saja yang ada huruf a?

> ikan api ubi
- [x] ikan
- [x] api
- [ ] ubi
  > Dengar lagi: u - bi.
Kode: baca-03-kbbb

### Soal: isian
Nama kota kita?
- [x] Palangka Raya
- [ ] Sampit
  > Sampit di Kotawaringin Timur.
Kode: baca-03-kccc

### Soal: angka
Berapa harga {a} telur?

![](titik:{a})
Acak: a = 2..5
Satuan: Rp
- [x] {a * 2000}
Kode: baca-03-kddd

### Soal: jodohkan
Pasangkan.
- ikan = 🐟
- bola = ⚽
- = 🏠
  > Ini rumah.
Kode: baca-03-keee

### Soal: urutkan
Susun angkanya.
1. 1
2. 2
3. 3
Kode: baca-03-kfff

### Soal: rumpang
Di pasar [[(ibu) | meja | bola]] membeli [[ikan / iwak]], lalu pulang.
- [ ] meja
  > Meja tidak membeli apa-apa.
- [ ] ikn
  > Kurang huruf a.
Kode: baca-03-khhh

### Soal: ketuk
Ketuk yang bisa dimakan.
> ibu mau [ubi].
> ini [ikan] itu api.
- [ ] api
  > Api itu panas.
Kode: baca-03-kiii

### Soal: uang
Bayar Rp7.000 dengan uang pas.
Dompet: 5000, 2000, 2000, 1000
- [x] 7000
- [ ] 6000
  > Kurang seribu.
Kode: baca-03-kjjj
"""
TASK = """### Soal: tugas
Ceritakan kegiatanmu pagi ini.
Kumpul: suara, foto, kertas
Rubrik:
- [ ] Menyebut tiga kegiatan
- [ ] Runtut
Penjelasan: Misalnya: saya bangun, mandi, lalu makan.
Kode: baca-03-kggg
"""
EVERY_KIND = f"{MARKED}\n{TASK}"
STEP = """Ini ibu. 🐟

> ibu mau ubi.

![](bingkai:4)
"""


def lesson(front: str = FRONT, step: str = STEP, questions: str = EVERY_KIND) -> str:
    """Return a whole lesson: one step, these questions, and fillers up to ten."""
    asked = f"{questions}\n{filler(10 - questions.count('### Soal:'))}"
    return f"---\n{front}---\n\n## Suku kata\n\n{step}\n## Coba\n\n{asked}"


def put(folder: Path, stem: str, text: str) -> None:
    """Write a lesson to its place."""
    path = folder / str(subject_of(stem)) / f"{stem}.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


@contextmanager
def serving(
    settings: Settings, clock: Clock, folder: Path, text: str, stem: str = STEM,
    others: Mapping[str, str] = MappingProxyType({}),
) -> Iterator[Flask]:  # fmt: skip
    """Give a site whose only lesson is `text`, and `others` by stem, written to `folder`.

    The facts that come with the lessons stand beside them, unless the folder has its own.
    """
    folder.mkdir(parents=True, exist_ok=True)
    if not (folder / NAME).exists():
        (folder / NAME).write_bytes((paths.shipped("lessons") / NAME).read_bytes())
    for name, source in {stem: text, **others}.items():
        put(folder, name, source)
    app = create_app(replace(settings, lessons=folder), clock)
    app.testing = True
    site = app.extensions[KEY]
    site.store.migrate()
    try:
        yield app
    finally:
        site.store.close()


SENSITIVE = "hak-17"
SENSITIVE_FRONT = """judul: Keluarga aman
tujuan: Tahu siapa yang bisa dihubungi
untuk: semua
peka: ya
ditinjau: bahasa 2026-11-20, perlindungan 2026-11-23
"""
CLOSING = """Polisi {F-110 dicek}. Darurat {F-112 dicek}. SAPA {F-SAPA dicek}.
"""
SENSITIVE_QUESTIONS = """### Soal: pilih
Siapa yang boleh memukul?
- [x] Tidak ada
  > Kamu berhak aman.
- [ ] Suami
  > Suami juga tidak boleh.
- [ ] Orang tua
Penjelasan: Tidak ada yang boleh.
Kode: hak-17-kaaa

### Soal: angka
Ada berapa nomor untuk minta tolong?
- [x] 3
Kode: hak-17-kbbb
"""


def sensitive(front: str = SENSITIVE_FRONT, questions: str = SENSITIVE_QUESTIONS) -> str:
    """Return a whole sensitive lesson: a step, its questions, the closing card."""
    return (
        f"---\n{front}---\n\n## Rumah yang aman\n\nRumah harus aman. 🏠\n\n{questions}\n"
        f"## Minta tolong\n\n{CLOSING}"
    )


TEST_FRONT = FRONT.replace("judul: Contoh semua soal", "judul: Uji satu") + "jenis: uji\n"


def examination() -> str:
    """Return a test that asks one question of every kind that rules mark, and fillers up to ten."""
    return lesson(TEST_FRONT, questions=MARKED.replace("Petunjuk: Ia berenang.\n", ""))
