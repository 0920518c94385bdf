"""Every confusion that has a name: what tutors read, and what is said to a learner."""

from collections.abc import Mapping
from types import MappingProxyType

from elearn.mistakes.values import Confusion

_SLOWLY = "Ucapkan lagi pelan-pelan."

_LETTERS = (
    Confusion("b-d", "tertukar b – d", "b dan d tertukar. Perut b di kanan, perut d di kiri."),
    Confusion("b-p", "tertukar b – p", "b dan p tertukar. Tiang b ke atas, tiang p ke bawah."),
    Confusion("b-m", "tertukar b – m", "b dan m tertukar. Pada m, hidung bergetar."),
    Confusion("m-n", "tertukar m – n", "m dan n tertukar. Lengkung m dua, lengkung n satu."),
    Confusion("n-ng", "tertukar n – ng", "n dan ng tertukar. ng ditulis dengan dua huruf."),
    Confusion("n-ny", "tertukar n – ny", "n dan ny tertukar. ny ditulis dengan dua huruf."),
    Confusion("ng-ny", "tertukar ng – ny", f"ng dan ny tertukar. {_SLOWLY}"),
    Confusion("n-u", "tertukar n – u", "n dan u tertukar. n terbuka di bawah, u di atas."),
    Confusion("l-r", "tertukar l – r", "l dan r tertukar. Pada r, lidah bergetar."),
    Confusion("d-t", "tertukar d – t", f"d dan t tertukar. {_SLOWLY}"),
    Confusion("g-k", "tertukar g – k", f"g dan k tertukar. {_SLOWLY}"),
    Confusion("e-i", "tertukar e – i", f"e dan i tertukar. {_SLOWLY}"),
    Confusion("o-u", "tertukar o – u", f"o dan u tertukar. {_SLOWLY}"),
    Confusion("akhir-hilang", "huruf mati di ujung hilang", "Ujung katanya kurang satu huruf."),
    Confusion("akhir-lebih", "huruf mati di ujung berlebih", "Ujung katanya lebih satu huruf."),
    Confusion(
        "urutan-suku", "urutan suku kata", "Potongan katanya benar, urutannya belum."
    ),
    Confusion("urutan-huruf", "urutan huruf", "Hurufnya benar, urutannya belum."),
    Confusion("vokal", "huruf hidup lain", "Ada huruf hidup yang tertukar."),
    Confusion("kurang-huruf", "kurang satu huruf", "Masih kurang satu huruf."),
)
_NUMBERS = (
    Confusion(
        "harga-kembalian", "menjawab harga, bukan kembalian",
        "Itu harganya. Yang ditanya kembaliannya.",
    ),
    Confusion(
        "uang-pembeli", "menjawab uang bayarnya, bukan kembalian",
        "Itu uang bayarnya. Yang ditanya kembaliannya.",
    ),
    Confusion(
        "tambah-kali", "menambah, bukan mengalikan", "Kamu menambah. Di sini dikalikan."
    ),
    Confusion(
        "tambah-kurang", "menambah, bukan mengurangi", "Kamu menambah. Di sini dikurangi."
    ),
    Confusion(
        "kurang-tambah", "mengurangi, bukan menambah", "Kamu mengurangi. Di sini ditambah."
    ),
    Confusion("kali-bagi", "mengalikan, bukan membagi", "Kamu mengalikan. Di sini dibagi."),
    Confusion("kurang-bagi", "mengurangi, bukan membagi", "Kamu mengurangi. Di sini dibagi."),
    Confusion("sisa-lupa", "lupa sisa pembagian", "Masih ada sisanya. Sisanya ikut dihitung."),
    Confusion("hasil-sisa", "menjawab hasil bagi, bukan sisa", "Yang ditanya sisanya."),
    Confusion("menyimpan", "lupa menyimpan", "Ada sepuluh yang disimpan. Tambahkan lagi."),
    Confusion(
        "meminjam", "lupa meminjam", "Ada angka yang tidak cukup. Pinjam sepuluh dulu."
    ),
    Confusion("satu-lebih", "lebih satu", "Lebih satu. Hitung lagi pelan-pelan."),
    Confusion("satu-kurang", "kurang satu", "Kurang satu. Hitung lagi pelan-pelan."),
    Confusion("kali-tambah", "mengalikan, bukan menambah", "Kamu mengalikan. Di sini ditambah."),
    Confusion("angka-soal", "mengulang angka dari soal", "Itu angka dari soal. Hitung dulu."),
    Confusion(
        "selisih-uang", "kembalian beda selembar uang", "Beda selembar uang. Hitung lagi uangnya."
    ),
    Confusion("6-9", "tertukar 6 – 9", "6 dan 9 tertukar. Perut 6 di bawah, perut 9 di atas."),
    Confusion(
        "angka-terpisah", "menulis angka seperti diucapkan",
        "Terlalu panjang. Puluhan dan satuan ditulis rapat.",
    ),
    Confusion("angka-tertukar", "tempat angka tertukar", "Angkanya benar, tempatnya tertukar."),
    Confusion("ribu-hilang", "lupa ribuan", "Ribunya belum ada. Tambahkan tiga nol."),
    Confusion("nol-lebih", "kelebihan nol", "Nolnya lebih satu."),
    Confusion("nol-kurang", "kekurangan nol", "Nolnya kurang satu."),
    Confusion("pecahan-terbalik", "pecahan terbalik", "Angka atas dan bawahnya tertukar."),
    Confusion(
        "jarum-tertukar", "jarum jam tertukar", "Jarum pendek untuk jam, jarum panjang untuk menit."
    ),
    Confusion("jam-lebih", "jam lebih satu", "Jamnya lebih satu."),
)
_KINDS = (
    Confusion("belum-semua", "belum memilih semua", "Masih ada lagi yang benar."),
    Confusion("urutan", "urutan terbalik", "Isinya benar, urutannya belum."),
    Confusion("uang-kurang", "uangnya kurang", "Uangnya masih kurang. Tambah lagi."),
    Confusion("uang-lebih", "uangnya lebih", "Uangnya lebih. Ambil kembali sebagian."),
    Confusion("satu-uang-kurang", "kurang satu uang", "Masih kurang satu uang. Tambah lagi."),
    Confusion("satu-uang-lebih", "lebih satu uang", "Lebih satu uang. Ambil kembali satu."),
    Confusion(
        "uang-besar", "membayar dengan satu uang besar",
        "Uangnya lebih. Pakai uang yang lebih kecil.",
    ),
)

CONFUSIONS: Mapping[str, Confusion] = MappingProxyType(
    {one.name: one for one in (*_LETTERS, *_NUMBERS, *_KINDS)}
)
"""Every confusion by its name. Never rename one: the log keeps the name."""
