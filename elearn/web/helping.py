"""Help: what can be done on each page and each screen, and what its signs and buttons are called.

The words of a place stand in the sheet behind "?" of its page; a page of its own, `/bantuan/…`,
adds its signs, each with its sound. A lesson has many screens and few bytes: its sheet is filled
from here when it is opened (static/js/after/help.js).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from urllib.parse import urlsplit

from flask import Blueprint, Response, abort, render_template, request

from elearn.questions import KINDS
from elearn.web import auth
from elearn.web.i18n import gettext
from elearn.web.next_url import same_site
from elearn.web.sheets import Sheet

helping = Blueprint("helping", __name__)

KEPT = "private, max-age=3600"
"""The words of a place, as a browser keeps them: another voice may say them tomorrow."""

SPEAKER = "dengar"
"""The sign that is drawn, not written."""


@dataclass(frozen=True, slots=True)
class Sign:
    """A sign or a button: how it looks (`SPEAKER`, or letters), what it is called (message id)."""

    mark: str
    name: str


@dataclass(frozen=True, slots=True)
class Place:
    """A page, or a screen of a lesson: what can be done there (message ids), and its signs."""

    said: tuple[str, ...]
    signs: tuple[Sign, ...] = ()


def _named(*names: str) -> tuple[Sign, ...]:
    """Return buttons that bear their words."""
    return tuple(Sign("", name) for name in names)


_HEAR = Sign(SPEAKER, "Dengar. Ketuk lagi untuk berhenti.")
_HELP = Sign("?", "Bantuan")
_HOME = Sign("‹", "Ke rumah")
_START = Sign("‹", "Kembali ke awal")
_PAGES = (Sign("‹", "Sebelumnya"), Sign("›", "Berikutnya"))
_EVERYWHERE = (_HEAR, _HELP)

_SPEAKER_SPEAKS = "Ketuk pengeras suara untuk mendengar."
_AGAIN = "Ketuk pengeras suara di bawah untuk mendengar soalnya lagi."
_HINT = "Kalau ada tombol Petunjuk, ketuk untuk dibantu."
_ASKED = (*_EVERYWHERE, _HOME, *_named(
    "Periksa", "Petunjuk", "Coba lagi", "Lanjut",
), Sign("●", "Sudah sampai mana."))  # fmt: skip

_WITH: Mapping[str, tuple[str, ...]] = MappingProxyType({
    "pilih semua": ("Ketuk lagi untuk membatalkan.",),
    "ketuk": ("Ketuk lagi untuk membatalkan.",),
    "urutkan": ("Salah taruh? Ketuk lagi untuk mengambilnya kembali.",),
    "uang": ("Ketuk uang di meja untuk mengambilnya kembali.",),
    "rumpang": ("Ketuk titik-titik, lalu pilih atau tulis isinya.",),
    "isian": ("Ketuk kotaknya dulu, lalu tulis.",),
    "angka": ("Ketuk kotaknya dulu, lalu tulis.",),
    "tugas": ("Tutor melihatnya nanti.",),
})
"""What a kind of question allows beside its instruction."""

_SIGNS: Mapping[str, tuple[Sign, ...]] = MappingProxyType({
    "tugas": (
        Sign("↶", "Hapus satu"), Sign("✕", "Hapus semua"), Sign("☰", "Contoh"),
        Sign("⇄", "Bandingkan"), *_named("Lihat lagi", "Rekam suaramu", "Berhenti merekam",
        "Ambil foto", "Sudah saya kerjakan", "Mirip", "Belum mirip"),
    ),
    "uang": _named("Di meja", "Ambil kembali", "Uangmu"),
    "urutkan": _named("Susunanmu"),
    "rumpang": _named("Titik-titik"),
})  # fmt: skip


def _question(name: str) -> Place:
    task = name == "tugas"
    told = (*_WITH.get(name, ()), _AGAIN, *(() if task else (_HINT,)))
    return Place((KINDS[name].instruction, *told), (*_SIGNS.get(name, ()), *_ASKED))


QUESTIONS: Mapping[str, Place] = MappingProxyType({
    name.replace(" ", "-"): _question(name) for name in KINDS
})
"""Each kind of question, by its name in addresses."""

_READ = Place(
    ("Dengar atau baca dulu.", "Ketuk pengeras suara untuk mendengar lagi.",
     "Ketuk Lanjut untuk terus. Ketuk Selesai kalau sudah."),
    (*_EVERYWHERE, _HOME, *_named("Lanjut"), Sign("●", "Sudah sampai mana.")),
)  # fmt: skip
_END = Place(
    ("Semua soal sudah lewat.", "Ketuk Lihat hasil untuk melihat apa yang sudah bisa."),
    (*_EVERYWHERE, _HOME, *_named("Lihat hasil")),
)

PLACES: Mapping[str, Place] = MappingProxyType({
    "umum": Place(("Ketuk pengeras suara untuk mendengar. Ketuk tombol hijau untuk lanjut. "
                   "Ketuk Selesai kalau sudah.",), _EVERYWHERE),
    "baru": Place(("HP ini belum dikenal. Tutor bisa mendaftarkannya.",
                   "Ketuk Coba dulu untuk mencoba tanpa nama."),
                  (*_EVERYWHERE, *_named("Masuk petugas"))),
    "nama": Place(("Ketuk namamu. Pengeras suara menyebut nama.",
                   "Tidak ada? Panggil tutor."),
                  (*_EVERYWHERE, *_PAGES, Sign("✓", "sudah hari ini"))),
    "gambar": Place(("Ketuk gambar rahasiamu, satu per satu, menurut urutannya.",
                     "Lupa? Panggil tutor."),
                    (*_EVERYWHERE, Sign("‹", "Kembali ke nama"),
                     *_named("Ulangi dari awal", "Bukan saya", "Masuk"))),
    "pin": Place(("Tulis atau ketuk 6 angka PIN-mu, lalu ketuk Masuk.",
                  "Layar dan suara tidak menyebut angkamu. Kalau lupa, panggil tutor."),
                 (*_EVERYWHERE, Sign("‹", "Kembali ke nama"), Sign("⌫", "Hapus satu"),
                  *_named("Masuk", "Ucapkan angkanya", "Bukan saya"))),
    "izin": Place(("Ketuk Ya, boleh: jawabanmu disimpan.",
                   "Ketuk Belum: namamu belum dipakai. Boleh tanya tutor dulu."),
                  (*_EVERYWHERE, *_named("Ya, boleh", "Belum", "Kembali ke awal"))),
    "kartu": Place(("Kalau ini namamu, ketuk tombol hijau. Kalau bukan, ketuk Bukan saya.",),
                   (*_EVERYWHERE, *_named("Ya, ini saya", "Bukan saya", "Kembali ke awal"))),
    "perangkat": Place(("Tutor mendaftarkan HP atau komputer ini. Tunggu tutor.",),
                       (*_EVERYWHERE, *_named("Ya, daftarkan", "Ya", "Ke halaman awal"))),
    "coba": Place(("Ketuk Anak atau Dewasa. Kamu belajar tanpa nama.",),
                  (*_EVERYWHERE, _START, *_named("Anak", "Dewasa"))),
    "rumah": Place(("Ketuk yang paling atas untuk lanjut belajar.",
                    "Ketuk satu gambar untuk memilih pelajaran lain. Ketuk Selesai kalau sudah."),
                   (*_EVERYWHERE, *_named("Lewati"))),
    "rumah-bergilir": Place(("Ketuk yang paling atas untuk lanjut belajar.",
                             "Sudah? Ketuk Ganti orang, lalu berikan HP kepada temanmu."),
                            (*_EVERYWHERE, *_named("Lewati"))),
    "ranah": Place(("Ketuk satu pelajaran untuk membukanya.",
                    "Pengeras suara menyebut namanya. Panah di bawah: pelajaran lain."),
                   (*_EVERYWHERE, _HOME, *_PAGES, Sign("✓", "bisa"), Sign("◐", "hampir"),
                    Sign("↻", "pernah bisa, ulangi"), Sign("↷", "dilewati dulu"),
                    Sign("…", "tunggu tutor"))),
    "simpan": Place(("Ketuk Simpan. Tunggu sampai selesai, lalu boleh pergi jauh dari jaringan.",
                     "Ketuk Hapus kalau HP penuh. Jawabanmu tidak ikut terhapus."),
                    (*_EVERYWHERE, _HOME, *_named("Simpan", "Berhenti", "Hapus"),
                     Sign("✓", "sudah tersimpan"))),
    "luring": Place(("Belum tersambung. Pelajaran yang disimpan di HP ini tetap bisa dibuka.",
                     "Jawabanmu dikirim sendiri kalau sudah tersambung."),
                    (*_EVERYWHERE,
                     *_named("Coba sambungkan", "Coba lagi", "Lihat hasil", "Ke rumah"))),
    "tampilan": Place(("Ketuk satu kotak untuk menyalakan atau mematikan.",),
                      (*_EVERYWHERE, _HOME, Sign("✓", "nyala"), Sign("✗", "mati"))),
    "namaku": Place(("Ini namamu. Dengar, cari, lalu tulis.",
                     "Di sini tidak ada yang dikirim atau dinilai."),
                    (*_EVERYWHERE, _HOME, Sign("‹", "Layar sebelumnya"),
                     *_named("Lanjut", "Cetak", "Ke rumah"))),
    "penempatan": Place(("Jawab kalau bisa, lalu ketuk Lanjut. Kalau belum, ketuk Belum tahu.",
                         "Ketuk Cukup kalau mau berhenti."),
                        (*_EVERYWHERE, _HOME, *_named("Belum tahu", "Lanjut", "Cukup"))),
    "jawaban": Place(("Ini kata untuk jawabanmu. Ketuk Lanjut untuk soal berikutnya.",),
                     (*_EVERYWHERE, _HOME, *_named("Petunjuk", "Periksa", "Lanjut",
                                                   "Mirip", "Belum mirip"))),
    "hasil": Place(("Ini hasilmu. Ketuk Lanjut untuk terus. Ketuk Selesai kalau sudah.",),
                   (*_EVERYWHERE, _HOME, Sign("✓", "benar:"), Sign("↩", "belum:"),
                    *_named("Cetak", "Lanjut"))),
    "hasil-bergilir": Place(("Ini hasilmu.",
                             "Sudah? Ketuk Ganti orang, lalu berikan HP kepada temanmu."),
                            (*_EVERYWHERE, _HOME, Sign("✓", "benar:"), Sign("↩", "belum:"),
                             *_named("Cetak"))),
    "ganti": Place(("Orang lain sudah masuk di sini. Ketuk Ke rumah, lalu pilih namamu.",),
                   (*_EVERYWHERE, *_named("Ke rumah"))),
    "galat": Place(("Ketuk tombol hijau. Kalau masih begini, panggil tutor.",),
                   (*_EVERYWHERE, *_named("Kembali ke awal", "Muat ulang", "Ya, kirim",
                                          "Tidak, kembali ke awal"))),
    "pelajaran": Place((_SPEAKER_SPEAKS,)),
    "langkah": _READ,
    "akhir": _END,
    **QUESTIONS,
})
"""Every place by its name in addresses; templates say theirs in `place`."""

LESSON = "pelajaran"
"""All screens of a lesson together: for who has no script. Few words: its pages have few bytes."""


def told(which: Place | str) -> str:
    """Return what can be done at a place (or one of this name), in the language of this request."""
    place = PLACES[which] if isinstance(which, str) else which
    return " ".join(gettext(one) for one in place.said)


@helping.get("/bantuan/<place>")
def show(place: str) -> Response | str:
    """Show what can be done at a place; with ?isi only the words, for the sheet of its page."""
    if place not in PLACES:
        abort(404)
    if "isi" in request.args and place != LESSON:
        answer = words_of(place).response(request)
        answer.headers["Cache-Control"] = KEPT
        return answer
    each = (_READ, *QUESTIONS.values(), _END) if place == LESSON else (PLACES[place],)
    own = (sign for one in each for sign in one.signs)
    signs = dict.fromkeys((*own, *_in_the_sheet()))
    return render_template("bantuan-halaman.html", each=each, signs=signs, back=_back())


def _in_the_sheet() -> tuple[Sign, ...]:
    """Return the buttons that stand behind "?" for who is here."""
    if auth.me() is not None:
        return _named("Tampilan", "Ganti orang", "Selesai")
    return _named("Selesai") if auth.staff() is not None else _named("Coba dulu", "Tutor")


def words_of(place: str) -> Sheet:
    """Return what the sheet of a place says, and its signs: the same for everybody."""
    which = PLACES[place]
    return Sheet(render_template(
        "bantuan-isi.html", which=which, signs=(*which.signs, *_named("Ganti orang", "Selesai"))
    ))


def _back() -> str:
    """Return the page that she came from, else the first one."""
    came = urlsplit(request.referrer or "")
    if came.netloc != request.host or came.path.startswith("/bantuan/"):
        return "/"
    return same_site(came._replace(scheme="", netloc="", fragment="").geturl())
