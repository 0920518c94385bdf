"""How children and adults are spoken to: the one place where a page's tone is chosen.

Pages ask for a message as it stands in the catalogue. A child then gets it warmer and in simpler
words, an adult plainly: no "kamu", no praise as for a child, no "Ibu" or "Bapak". What is in
neither table is said to everybody alike; so is what stands before it is known who asks, and what
must not tell who asks (a refused code). Each is in the catalogue itself: it has its English and
its sound. What is heard after every answer begins alike ("Benar!", "Belum."), so that a person
lends her voice to it once.
"""

from collections.abc import Mapping
from types import MappingProxyType

from elearn.store.tables import AgeBand

CHILDREN = MappingProxyType({
    # at the door
    "Ketuk gambarmu, satu per satu.": "Ketuk tiga gambar rahasiamu. Satu, dua, tiga!",
    "Ini kamu? Kalau ya, ketuk tombol hijau.": "Halo! Ini kamu? Kalau ya, ketuk tombol hijau.",
    # home
    "Selamat pagi, {name}": "Pagi, {name}!",
    "Selamat siang, {name}": "Siang, {name}!",
    "Selamat sore, {name}": "Sore, {name}!",
    "Selamat malam, {name}": "Malam, {name}!",
    "Ketuk yang paling atas untuk lanjut.": "Ayo lanjut! Ketuk yang paling atas.",
    # answers
    "Benar!": "Benar! Hebat!",
    "Coba lagi": "Ayo coba lagi",
    "Pilih dulu jawabannya.": "Pilih satu dulu, ya.",
    "Belum jelas. Coba tulis lagi.": "Belum terbaca. Tulis lagi, ya.",
    "Belum lengkap. Isi semuanya dulu.": "Masih ada yang kosong. Isi dulu, ya.",
    # the end
    "Sampai di akhir": "Hore, sampai di akhir!",
    "Lihat apa yang sudah bisa.": "Yuk, lihat kamu sudah bisa apa.",
    "Sampai di akhir. Lihat apa yang sudah bisa.":
        "Hore, sampai di akhir! Yuk, lihat kamu sudah bisa apa.",
    "Hebat. Ini tersimpan untukmu.": "Hore! Kamu hebat. Ini tersimpan untukmu.",
    "Besok ulangi sekali lagi.": "Bagus! Besok ulangi sekali lagi, ya.",
    "Ulangi pelan-pelan. Nanti bisa lagi.": "Tidak apa-apa. Ulangi pelan-pelan, nanti bisa lagi.",
    "Belum lancar. Ayo ulangi pelajaran ini.": "Sedikit lagi. Ayo ulangi pelajaran ini, ya.",
    "Hebat, semuanya kamu tahu.": "Hore! Semuanya kamu tahu.",
    "Bagus. Lihat lagi yang belum.": "Bagus! Yuk, lihat lagi yang belum.",
    "Terima kasih sudah mencoba. Lihat lagi yang belum, lalu coba lain hari.":
        "Kamu berani mencoba, bagus! Lihat lagi yang belum, lalu coba lain hari, ya.",
    "Terima kasih sudah berlatih. Besok ada latihan lagi.":
        "Hebat, kamu sudah berlatih! Besok ada latihan lagi.",
})  # fmt: skip

ADULTS = MappingProxyType({
    # at the door
    "gambarmu": "gambar rahasia",
    "Ketuk gambarmu, satu per satu.": "Ketuk gambar rahasia, satu per satu.",
    "PIN-mu": "PIN",
    "Tulis PIN-mu, 6 angka, lalu ketuk Masuk.": "Tulis PIN, 6 angka, lalu ketuk Masuk.",
    "Ini kamu? Kalau ya, ketuk tombol hijau.": "Kalau nama ini benar, ketuk tombol hijau.",
    "Kami menyimpan nama, gambar, dan jawabanmu, supaya kamu bisa belajar lagi besok. Hanya "
    "tutormu yang melihatnya. Kamu boleh minta dihapus kapan saja. Boleh?":
        "Kami menyimpan nama, gambar, dan jawaban, supaya besok bisa belajar lagi. Hanya tutor "
        "yang melihatnya. Kapan saja boleh minta dihapus. Boleh?",
    "Baik. Namamu belum dipakai. Bicara dengan tutor, atau coba dulu tanpa nama.":
        "Baik. Nama ini belum dipakai. Bicara dengan tutor, atau coba dulu tanpa nama.",
    "Ketuk tombol hijau. Kalau tidak, sebentar lagi kamu keluar. Jawabanmu aman.":
        "Ketuk tombol hijau. Kalau tidak, sebentar lagi keluar sendiri. Jawaban aman.",
    # home and the paths
    "Jalanmu mulai di sini.": "Jalan mulai di sini.",
    "Kamu bisa membaca: {letters}.": "Sudah bisa membaca: {letters}.",
    "Kamu bisa: {title}.": "Sudah bisa: {title}.",
    "Tugasmu menunggu dilihat tutor.": "Tugas menunggu dilihat tutor.",
    # the end
    "Kamu sudah bisa:": "Sudah bisa:",
    "Kamu hampir bisa:": "Hampir bisa:",
    "Kamu pernah bisa:": "Pernah bisa:",
    "Kamu sedang belajar:": "Sedang dipelajari:",
    "Hebat. Ini tersimpan untukmu.": "Sudah lancar. Hasil ini tersimpan.",
    "Ini karena jawabanmu:": "Dilihat dari jawaban ini:",
    "Semua sudah kamu kerjakan. Tinggal dilihat tutor.":
        "Semua sudah dikerjakan. Tinggal dilihat tutor.",
    "Semua pelajaran di sini sudah kamu kerjakan.": "Semua pelajaran di sini sudah dikerjakan.",
    "Kamu sedang mengerjakan uji:": "Uji belum selesai:",
    "Kamu tahu {right} dari {whole}.": "Benar {right} dari {whole}.",
    "Hebat, semuanya kamu tahu.": "Bagus, semuanya benar.",
    "Ini sudah kamu tahu:": "Ini sudah benar:",
    "Terima kasih. Kamu mulai dari:": "Terima kasih. Mulai dari:",
    "Terima kasih. Kamu sudah bisa semuanya.": "Terima kasih. Semuanya sudah bisa.",
})  # fmt: skip

TONES: Mapping[AgeBand, Mapping[str, str]] = MappingProxyType(
    {"anak": CHILDREN, "dewasa": ADULTS}
)

_PLAIN = {said: message for tone in TONES.values() for message, said in tone.items()}


def toned(message: str, listener: AgeBand | None) -> str:
    """Return a message (its id) as it is said to a child or to an adult; None is anybody."""
    return TONES[listener].get(message, message) if listener else message


def plain(message: str) -> str:
    """Return the message that is said to somebody as `message`."""
    return _PLAIN.get(message, message)
