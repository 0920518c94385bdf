"""A lesson that asks one question of every kind, and a site that serves it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from flask import Flask

from elearn.settings import Settings
from elearn.web import create_app
from elearn.web.site import KEY, Clock
from tests.content.written import filler

STEM = "baca-03-contoh"
FRONT = """judul: Contoh semua soal
tujuan: Menjawab 8 dari 10
untuk: semua
menit: 10
kata-pandang: ikan, api, ubi, ibu, mau
"""
EVERY_KIND = """### Soal: pilih
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
"""
STEP = """Ini ibu. 🐟

> ibu mau ubi.

![](bingkai:4)
"""


def lesson(front: str = FRONT, step: str = STEP, questions: str = EVERY_KIND) -> str:
    """Return a whole lesson: one step, these questions, and fillers up to ten."""
    asked = f"{questions}\n{filler(10 - questions.count('### Soal:'))}"
    return f"---\n{front}---\n\n## Suku kata\n\n{step}\n## Coba\n\n{asked}"


@contextmanager
def serving(
    settings: Settings, clock: Clock, folder: Path, text: str, stem: str = STEM
) -> Iterator[Flask]:
    """Give a site whose only lesson is `text`, written to `folder`."""
    path = folder / "literasi" / f"{stem}.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    app = create_app(replace(settings, lessons=folder), clock)
    app.testing = True
    site = app.extensions[KEY]
    site.store.migrate()
    try:
        yield app
    finally:
        site.store.close()
