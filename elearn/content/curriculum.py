"""The map: every lesson that is planned, how many are written, and what the others will teach."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from elearn.content.subjects import number_of, subject_of
from elearn.content.values import For, Meta
from elearn.messages import translator

SENTENCE = "{written} dari {mapped} pelajaran sudah ada."
"""A message id; `told` fills it in."""


@dataclass(frozen=True, slots=True)
class Mapped:
    """A lesson of the map, written or not; `grants` is what its head says that it teaches."""

    stem: str
    audience: For
    title: str
    grants: str = ""

    @property
    def meta(self) -> Meta:
        """Its front matter as far as the map knows it."""
        lists = {key: tuple(listed.split(", ")) for key, _, listed in
                 (part.partition(": ") for part in self.grants.split("; "))}
        return Meta(
            self.title, "", self.audience, graphemes=lists.get("huruf", ()),
            features=lists.get("fitur", ()), sight_words=lists.get("kata-pandang", ()),
            capitals="huruf-besar" in lists,
        )


@dataclass(frozen=True, slots=True)
class Count:
    """How many lessons of the map are written."""

    written: int
    mapped: int


def count(stems: Iterable[str], subject: str | None = None) -> Count:
    """Return how many of the map, or of a subject in it, are among the lessons `stems`.

    A lesson of one's own that the map does not know counts nowhere.
    """
    mapped = {one.stem for one in MAP if subject in (None, subject_of(one.stem))}
    return Count(len(mapped.intersection(stems)), len(mapped))


def is_mapped(stem: str) -> bool:
    """Whether the map plans a lesson of this name."""
    return stem in _STEMS


def unwritten(stems: Collection[str]) -> tuple[Mapped, ...]:
    """Return the lessons of the map that are not among `stems`, in their order.

    A lesson of one's own with the number of a mapped one stands in its place; lessons of which none
    is on the map follow a plan of their own.
    """
    numbers = {number_of(stem) for stem in stems}
    left = tuple(one for one in MAP if number_of(one.stem) not in numbers)
    return left if any(map(is_mapped, stems)) else ()


def told(found: Count, language: str) -> str:
    """Return the count as a sentence."""
    return translator(language)(SENTENCE, written=found.written, mapped=found.mapped)


def _read(table: str) -> tuple[Mapped, ...]:
    rows = (line.split(" | ") for line in table.strip().split("\n"))
    return tuple(Mapped(*row) for row in rows)  # type: ignore[arg-type]  # the table holds nothing else


MAP = _read("""
baca-01-vokal-a-i-u | semua | Huruf hidup: a, i, u | huruf: a, i, u
baca-02-vokal-o-e | semua | Huruf hidup: o dan e | huruf: o
baca-03-m-b | semua | Suku kata ma dan ba | huruf: m, b; kata-pandang: ini
baca-04-k-t | semua | Suku kata ka dan ta | huruf: k, t; kata-pandang: itu
baca-05-n-s | semua | Suku kata na dan sa | huruf: n, s
baca-06-l-d | semua | Suku kata la dan da | huruf: l, d; kata-pandang: dan
baca-07-e-dua-bunyi | semua | Huruf e: satu huruf, dua bunyi | huruf: e
baca-08-p-r | semua | Suku kata pa dan ra | huruf: p, r
baca-09-g-h | semua | Suku kata ga dan ha | huruf: g, h; kata-pandang: tidak
baca-10-j-y | semua | Suku kata ja dan ya | huruf: j, y
baca-11-c-w | semua | Suku kata ca dan wa | huruf: c, w; kata-pandang: yang
baca-12-huruf-besar | semua | Huruf besar untuk nama dan awal kalimat | huruf-besar: ya
baca-13-akhir-n | semua | Kata berakhir -n | fitur: c:n
baca-14-akhir-k-h | semua | Kata berakhir -k dan -h | fitur: c:k, c:h
baca-15-akhir-m-t | semua | Kata berakhir -m dan -t | fitur: c:m, c:t
baca-16-akhir-r-s | semua | Kata berakhir -r dan -s | fitur: c:r, c:s
baca-17-akhir-l-p-b-d | semua | Kata berakhir -l, -p, -b, -d | fitur: c:l, c:p, c:b, c:d
baca-18-suku-tengah | semua | Suku tertutup di tengah kata | fitur: m
baca-19-ng-awal | semua | Bunyi ng di awal suku | huruf: ng
baca-20-ng-akhir | semua | Bunyi ng di akhir suku | fitur: c:ng
baca-21-ny | semua | Bunyi ny | huruf: ny
baca-22-ai-au-oi | semua | Bunyi ai, au, oi | fitur: d:ai, d:au, d:oi
baca-23-f-v-z-kh-sy | semua | Huruf serapan: f, v, z, kh, sy, q, x | huruf: f, v, z, kh, sy, q, x; \
fitur: c:f, c:kh
baca-24-gugus-konsonan | semua | Dua konsonan bersama: pr, tr, kr, st … | fitur: k:cluster
baca-25-imbuhan | semua | Kata berimbuhan: me-, ber-, di-, ke-, -kan, -an, -nya
baca-26-kata-panjang | semua | Kata ulang dan kata panjang
baca-27-kalimat-tanda-baca | semua | Kalimat dan tanda baca
baca-28-cerita-pendek | semua | Cerita pendek: Pagi di tepi Kahayan
baca-29-label-obat-makanan | semua | Membaca label makanan dan obat
baca-30-sms-dan-penipuan | semua | Membaca SMS dan pesan WhatsApp
baca-31-ktp-kk-papan | semua | Membaca KTP, KK, papan petunjuk, dan jadwal
baca-32-formulir-uji-akhir | semua | Membaca formulir dan surat; uji akhir membaca
tulis-01-garis | semua | Memegang pensil, garis, dan lengkung
tulis-02-huruf-hidup | semua | Menulis a i u e o
tulis-03-nama-saya | semua | Menulis nama sendiri
tulis-04-tanda-tangan | dewasa | Tanda tangan dan paraf
tulis-05-suku-kata | semua | Menulis suku kata m b k t n s
tulis-06-suku-kata-2 | semua | Menulis l d p r g h j y c w
tulis-07-angka | semua | Menulis angka 0–9
tulis-08-kata | semua | Dikte kata
tulis-09-kalimat | semua | Menulis kalimat
tulis-10-tanggal-alamat | semua | Menulis tanggal, umur, dan alamat
tulis-11-daftar-belanja | semua | Daftar belanja dan catatan
tulis-12-pesan-singkat | semua | Menulis SMS dan pesan WhatsApp
tulis-13-formulir | dewasa | Mengisi formulir
tulis-14-kuitansi-nota | dewasa | Menulis nota dan kuitansi
tulis-15-surat-izin | semua | Surat sederhana
tulis-16-cerita-saya | semua | Menulis cerita sendiri; uji akhir menulis
hitung-01-satu-lima | semua | Bilangan 1 sampai 5
hitung-02-nol-sepuluh | semua | Bilangan 0 dan 6 sampai 10
hitung-03-banding | semua | Lebih banyak, lebih sedikit, sama
hitung-04-tambah-10 | semua | Menambah sampai 10
hitung-05-kurang-10 | semua | Mengurangi sampai 10
hitung-06-belasan | semua | Bilangan 11 sampai 20
hitung-07-tambah-kurang-20 | semua | Tambah dan kurang sampai 20
hitung-08-puluhan-100 | semua | Puluhan dan nilai tempat sampai 100
hitung-09-banding-100 | semua | Membandingkan dan pola bilangan sampai 100
hitung-10-tambah-dua-angka | semua | Tambah dua angka tanpa menyimpan
hitung-11-tambah-menyimpan | semua | Tambah dengan menyimpan
hitung-12-kurang-dua-angka | semua | Kurang dua angka tanpa meminjam
hitung-13-kurang-meminjam | semua | Kurang dengan meminjam
hitung-14-ratusan-1000 | semua | Ratusan sampai 1.000
hitung-15-mengenal-rupiah | semua | Mengenal uang rupiah
hitung-16-jumlah-uang | semua | Menjumlah uang dan harga
hitung-17-kembalian | semua | Menghitung kembalian
hitung-18-kali-konsep | semua | Perkalian: kelompok yang sama
hitung-19-kali-2-5-10 | semua | Perkalian 2, 5, 10
hitung-20-kali-3-9 | semua | Perkalian 3, 4, 6, 7, 8, 9
hitung-21-bagi | semua | Pembagian: bagi rata
hitung-22-jam | semua | Membaca jam
hitung-23-kalender | semua | Tanggal, kalender, dan umur
hitung-24-panjang | semua | Panjang: sentimeter dan meter
hitung-25-berat | semua | Berat: gram, ons, kilogram
hitung-26-isi | semua | Isi: liter dan mililiter
hitung-27-pecahan | semua | Setengah, sepertiga, seperempat
hitung-28-persen-diskon | semua | Persen dan diskon
hitung-29-bilangan-besar | semua | Ribuan sampai juta
hitung-30-kalkulator-taksir | semua | Menaksir dan memakai kalkulator HP
hitung-31-catat-uang | semua | Catatan uang masuk dan keluar
hitung-32-untung-rugi | semua | Untung dan rugi; uji akhir berhitung
usaha-01-kebutuhan-keinginan | semua | Kebutuhan dan keinginan
usaha-02-menabung | semua | Menabung sedikit demi sedikit
usaha-03-pasar-pasaran | anak | Pasar-pasaran: menjual dan membeli
usaha-04-uang-saku | anak | Uang sakuku
usaha-05-karya-kecil | anak | Membuat dan menjual karya kecil
usaha-06-jujur-kerjasama | semua | Jujur dan bekerja sama
usaha-07-kenal-diri | dewasa | Apa keterampilan saya?
usaha-08-pilih-ide | dewasa | Memilih ide usaha
usaha-09-siapa-pembeli | dewasa | Siapa pembeli saya?
usaha-10-rencana-satu-halaman | dewasa | Rencana usaha satu halaman
usaha-11-keripik-singkong | dewasa | Contoh usaha: kelompok keripik singkong
usaha-12-kebersihan-pangan | dewasa | Kebersihan dan keamanan makanan
usaha-13-menjahit | dewasa | Contoh usaha: menjahit dan permak
usaha-14-anyaman | dewasa | Contoh usaha: anyaman rotan dan purun
usaha-15-modal-awal | dewasa | Modal awal: alat dan bahan
usaha-16-hpp-bahan | dewasa | Menghitung modal (HPP) 1: bahan
usaha-17-hpp-lain | dewasa | HPP 2: tenaga, gas, kemasan, alat
usaha-18-harga-jual | dewasa | Menentukan harga jual
usaha-19-titik-impas | dewasa | Berapa harus laku supaya tidak rugi?
usaha-20-buku-kas | dewasa | Buku kas usaha
usaha-21-pisah-uang | dewasa | Memisahkan uang usaha dan uang rumah
usaha-22-stok-utang | dewasa | Stok, utang, dan piutang
usaha-23-pemasaran-4p | dewasa | Memasarkan: produk, harga, tempat, promosi
usaha-24-kemasan-label | dewasa | Kemasan dan label
usaha-25-jual-whatsapp | dewasa | Berjualan lewat WhatsApp
usaha-26-layani-pembeli | dewasa | Melayani pembeli dan keluhan
usaha-27-kelompok | dewasa | Kerja kelompok dan kas bersama
usaha-28-nib | dewasa | NIB: nomor usaha gratis
usaha-29-pirt-halal | dewasa | P-IRT dan sertifikat halal
usaha-30-sumber-modal | dewasa | Dari mana modal?
usaha-31-pinjaman | dewasa | Menghitung pinjaman; waspada pinjol ilegal
usaha-32-rencana-3-bulan | dewasa | Bertahan dan tumbuh; uji akhir
hak-01-apa-itu-hak | semua | Apa itu hak?
hak-02-nomor-penting | semua | Nomor penting dan cara minta tolong
hak-03-tubuhku | anak | Tubuhku milikku
hak-04-hak-anak | anak | Hakku sebagai anak
hak-05-nama-akta | anak | Aku punya nama dan akta lahir
hak-06-perundungan | anak | Tidak pada perundungan
hak-07-kerja-anak | anak | Boleh membantu, tidak boleh dieksploitasi
hak-08-aman-di-hp | anak | Aman di HP
hak-09-teman-disabilitas | anak | Beda itu biasa
hak-10-hak-belajar | semua | Hak belajar: sekolah, PKBM, Paket A/B/C
hak-11-ktp-kk | dewasa | NIK, KTP, dan KK: gratis
hak-12-akta | dewasa | Akta lahir dan akta lain; terlambat tetap bisa
hak-13-jaminan-kesehatan | dewasa | Jaminan kesehatan: JKN dan PBI
hak-14-bantuan-sosial | dewasa | Bantuan sosial: siapa berhak, tanpa potongan
hak-15-setara | semua | Perempuan dan laki-laki setara
hak-16-usia-kawin | semua | Usia kawin 19 tahun
hak-17-kenali-kdrt | dewasa | Mengenali kekerasan di rumah
hak-18-langkah-aman-kdrt | dewasa | Jika terjadi kekerasan: langkah aman
hak-19-kekerasan-seksual | dewasa | Kekerasan seksual: bukan salah korban
hak-20-ancaman-foto | semua | Ancaman sebar foto dan pelecehan di internet
hak-21-hak-disabilitas | semua | Hak penyandang disabilitas
hak-22-kerja-disabilitas | dewasa | Kerja dan usaha bagi penyandang disabilitas
hak-23-layanan-akses | semua | Layanan umum yang bisa dipakai semua orang
hak-24-hak-pekerja | dewasa | Hak pekerja
hak-25-tawaran-kerja | dewasa | Waspada tawaran kerja bohong
hak-26-bantuan-hukum | dewasa | Bantuan hukum gratis
hak-27-data-pribadi | semua | Data pribadi dan kode OTP
hak-28-konsumen | dewasa | Hak pembeli
hak-29-suara-lapor | dewasa | Suara saya: musyawarah, memilih, dan melapor
hak-30-rencana-aman | semua | Rencana aman keluarga; uji akhir
""")
"""All lessons in their order: stem, audience, title, what a reading lesson teaches."""

_STEMS = frozenset(one.stem for one in MAP)
