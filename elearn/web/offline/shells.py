"""The pages that the worker shows where the hub cannot be reached: nothing personal in them."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from flask import abort, render_template, request
from werkzeug.wrappers import Response

from elearn.web.offline import offline
from elearn.web.sheets import Sheet


@dataclass(frozen=True, slots=True)
class Shell:
    """One of them: its heading, what it says, its picture and its way on (message ids)."""

    heading: str
    said: str
    emoji: str
    way: str = "Ke rumah"
    to: str = "/"


SHELLS: Mapping[str, Shell] = MappingProxyType({
    "rumah": Shell("Belajar tanpa jaringan", "Ini pelajaran yang disimpan di HP ini.", "🏠",
                   "Coba sambungkan"),
    "selesai": Shell("Sampai di akhir", "Jawabanmu tersimpan di HP ini. "
                     "Hasilnya bisa dilihat kalau sudah tersambung.", "📥", "Lihat hasil",
                     "selesai"),
    "masuk": Shell("Belum tersambung", "Masuk bisa kalau sudah tersambung. "
                   "Jawaban yang belum dikirim aman di HP ini.", "🔑", "Coba lagi"),
    "ganti": Shell("Sudah ganti orang", "Pelajaran ini dibuka orang lain. "
                   "Ketuk Ke rumah.", "👥"),
    "belum": Shell("Belum tersambung", "Ini belum disimpan di HP ini. "
                   "Pilih pelajaran yang sudah disimpan.", "📭"),
    "habis": Shell("Simpanan ini hilang", "HP ini sudah menghapusnya. "
                   "Sambungkan, lalu simpan lagi.", "📭"),
})


@offline.get("/luring/<which>")
def shell(which: str) -> Response:
    """Serve one of the pages, to be kept by the worker."""
    if which not in SHELLS:
        abort(404)
    return Sheet(page_of(which)).response(request)


def page_of(which: str) -> str:
    """Return the HTML of one of the pages, in the language and the looks of who asks."""
    template = "luring/rumah.html" if which == "rumah" else "luring/kulit.html"
    return render_template(
        template, shell=SHELLS[which], which=which, personal=False, here="", learning=True,
        leave=which not in ("masuk", "ganti"),
    )
