"""What is doubtful is a fault: at its line, once, with what was probably meant."""

import pytest

from tests.content.written import CHOOSE, FRONT, STEP, faults, line_of, page, written

PAIRS = "### Soal: jodohkan\nCari.\n- 🐟 = ikan\n- ⚽ = bola\nKode: baca-03-aaaa\n"
TILES = "### Soal: urutkan\nSusun.\n1. ba\n2. ju\n- mi\nKode: baca-03-aaaa\n"
SUM = "### Soal: angka\nBerapa?\nAcak: a = 2..5\n- [x] {a}\nKode: baca-03-aaaa\n"


@pytest.mark.parametrize(
    ("question", "at", "message"),
    [
        (CHOOSE.replace("pilih", "pilh"), "pilh", "Soal 'pilh' tidak dikenal; maksudnya 'pilih'?"),
        (
            CHOOSE.replace("### Soal: pilih", "### Soal pilih"),
            "Soal pilih",
            "Titik dua belum ada. Tulis '### Soal: pilih'.",
        ),
        (
            CHOOSE.replace("Kode", "Kdoe"),
            "Kdoe",
            "'Kdoe:' tidak dikenal; maksudnya 'Kode:'? Kalau ini percakapan, tulis '**Kdoe:** …'.",
        ),
        (
            CHOOSE.replace("  > Benar", "> Benar"),
            "> Benar",
            "Kutipan sesudah pilihan harus menjorok. Geser dua spasi: '  > …'. Bacaan ditulis "
            "sebelum pilihan pertama.",
        ),
        (
            CHOOSE.replace("[ ] mimi", "[v] mimi"),
            "mimi",
            "Kotak '[v]' tidak dikenal; maksudnya '[x]' (benar) atau '[ ]' (salah)?",
        ),
        (
            CHOOSE.replace("- [ ] mimi", "- mimi"),
            "mimi",
            "Pilihan ini belum punya kotak. Tulis '- [x] …' (benar) atau '- [ ] …' (salah).",
        ),
        (
            CHOOSE.replace("mumu", "mumu\nIni tulisan.\nIni lagi."),
            "Ini tulisan",
            "Tulisan sesudah pilihan tidak terbaca. Pindahkan ke atas pilihan, atau tulis "
            "'Penjelasan: …'.",
        ),
        (
            CHOOSE.replace("mimi\n", "mimi\n  dan mama\n"),
            "dan mama",
            "Isi pilihan ditulis di satu baris. Kalau ini tanggapan, tulis '  > …'.",
        ),
        (
            CHOOSE.replace("Benar! ma - ma.", "Benar!\nma - ma."),
            "ma - ma",
            "Baris ini menempel pada kutipan di atasnya. Mulai dengan '> ', atau beri baris kosong "
            "di antaranya.",
        ),
        (
            CHOOSE.replace("Kode: baca-03-aaaa", "Kode: Baca 03"),
            "Baca 03",
            "Kode 'Baca 03' tidak terbaca. Pakai huruf kecil, angka dan tanda hubung, misalnya "
            "'baca-03-k7qd'.",
        ),
        (
            CHOOSE + "Urutan: acak\n",
            "Urutan",
            "'Urutan: acak' tidak dikenal; maksudnya 'Urutan: tetap'?",
        ),
        (
            CHOOSE + "Petunjuk:\n",
            "Petunjuk",
            "Isi 'Petunjuk:' kosong. Tulis isinya, atau hapus barisnya.",
        ),
        (
            CHOOSE + "Satuan: kg\n",
            "Satuan",
            "'Satuan:' tidak berlaku untuk soal pilih. Hapus baris ini.",
        ),
        (CHOOSE + "Suara: bola\n", "Suara", "Tulis suara seperti 'Suara: [bola]'."),
        (
            CHOOSE.replace("Mana kata **mama**?\n", ""),
            "### Soal",
            "Soal ini belum punya pertanyaan. Tulis di bawah judulnya.",
        ),
        (
            CHOOSE.replace("[ ] mimi", "[x] mimi"),
            "mimi",
            "Soal pilih punya tepat satu jawaban [x]. Kalau ada beberapa yang benar, tulis "
            "'### Soal: pilih semua'.",
        ),
        (
            CHOOSE.replace("**mama**", "{a}"),
            "{a}",
            "'a' belum ada di Acak. Tambahkan, misalnya 'Acak: a = 2..5'.",
        ),
        (
            CHOOSE.replace("**mama**", "{2 + }"),
            "{2 +",
            "Hitungan '2 +' tidak terbaca. Pakai + - * / ( ), bilangan bulat tanpa titik, dan nama "
            "dari Acak.",
        ),
        (
            CHOOSE.replace("**mama**", "{a"),
            "{a",
            "Kurung '{' tidak berpasangan. Hitungan ditulis dengan dua kurung, misalnya '{a + b}'.",
        ),
        (
            CHOOSE + "Syarat: a > 2\n",
            "Syarat",
            "'Syarat:' memerlukan 'Acak:'. Tambahkan 'Acak:', atau hapus.",
        ),
        (
            CHOOSE + "Ulang: 2\n",
            "Ulang",
            "'Ulang:' memerlukan 'Acak:', sebab soalnya akan sama saja.",
        ),
        (SUM + "Ulang: 40\n", "Ulang", "'Ulang:' adalah angka 2 sampai 10."),
        (
            SUM + "Ulang: 6\n",
            "### Soal",
            "'Ulang: 6' terlalu banyak: 'Acak:' memberi 4 soal berbeda.",
        ),
        (
            SUM.replace("2..5", "5..2"),
            "Acak",
            "Rentang 'a = 5..2' kosong. Tulis dari kecil ke besar, langkah di atas nol.",
        ),
        (
            SUM + "Syarat: a > 9\n",
            "Syarat",
            "Tidak ada angka Acak yang memenuhi Syarat. Longgarkan salah satunya.",
        ),
        (
            PAIRS.replace("🐟 = ikan", "🐟 ikan"),
            "ikan",
            "Pasangan tidak terbaca. Tulis seperti '- 🐟 = ikan', dengan spasi di kiri "
            "dan kanan '='.",
        ),
        (
            TILES.replace("1. ba", "- [x] ba"),
            "- [x] ba",
            "Soal urutkan memakai '1. …' untuk urutannya dan '- …' untuk keping "
            "tambahan, tanpa kotak.",
        ),
    ],
)
def test_a_question_that_is_doubtful(question: str, at: str, message: str) -> None:
    text = written(question=question)
    after = text.index("## Coba")
    line = text[: text.index(at, after)].count("\n") + 1
    assert faults(text) == [(line, message)]


@pytest.mark.parametrize(
    ("question", "twice", "once", "message"),
    [
        (
            CHOOSE + "Kode: baca-03-bbbb\n",
            "Kode: baca-03-bbbb",
            "Kode: baca-03-aaaa",
            "'Kode:' sudah ada di baris {other}. Hapus salah satu.",
        ),
        (
            CHOOSE.replace("mimi", "mama"),
            "- [ ] mama",
            "- [x] mama",
            "'mama' sudah ada di baris {other}. Hapus atau ganti salah satu.",
        ),
    ],
)
def test_what_stands_twice_names_the_other_line(
    question: str, twice: str, once: str, message: str
) -> None:
    text = written(question=question)
    assert faults(text) == [(line_of(text, twice), message.format(other=line_of(text, once)))]


@pytest.mark.parametrize(
    ("step", "at", "message"),
    [
        (
            "- [x] mama\n",
            "mama",
            "Kotak '[ ]' hanya ada di dalam soal. Tulis '### Soal: pilih' di atasnya, "
            "atau hapus kotaknya.",
        ),
        (
            "  > ibu\n",
            "ibu\n",
            "Kutipan ini menjorok, padahal belum ada pilihan di atasnya. Geser ke tepi kiri.",
        ),
        (
            "> ibu\nmau\n",
            "mau\n",
            "Baris ini menempel pada kutipan di atasnya. Mulai dengan '> ', atau beri "
            "baris kosong di antaranya.",
        ),
        (
            "# Judul\n",
            "# Judul",
            "'#' di awal baris tidak dipakai. Judul pelajaran ditulis di 'judul:', "
            "judul langkah dengan '## '.",
        ),
        (
            "#### Judul\n",
            "#### Judul",
            "Judul dengan '####' tidak dipakai. Pakai '## Judul langkah'.",
        ),
        ("##Judul\n", "##Judul", "Beri spasi sesudah '##'."),
        (
            "### Latihan\n",
            "### Latihan",
            "'### Latihan' tidak dipakai. '###' hanya untuk soal, seperti "
            "'### Soal: pilih'; langkah baru memakai '## '.",
        ),
        (
            "Ini\n---\n",
            "---\n\n##",
            "Garis pemisah tidak dipakai. Layar baru: tulis '## Judul langkah'.",
        ),
        (
            "```\nkode\n```\n",
            "```\nkode",
            "Blok kode '```' tidak dipakai di pelajaran. Tulis kalimat biasa.",
        ),
        (
            "[satu]: http://a.example\n",
            "[satu]",
            "Tautan rujukan '[…]: …' tidak dipakai. Hapus baris ini.",
        ),
        (
            "[satu][dua]\n",
            "[satu]",
            "Tautan '[satu][dua]' tidak lengkap atau merujuk. Yang boleh: '[dengar](suara:ma)'.",
        ),
        (
            "Ini[^1] itu[^2].\n",
            "Ini[",
            "Catatan kaki '[^…]' tidak dipakai. Tulis keterangannya di kalimat.",
        ),
        (
            "![ibu](http://a.example/b.png)\n",
            "![ibu]",
            "Alamat 'http://a.example/b.png' tidak boleh dipakai. "
            "Yang boleh: emoji, suara, dan gambar hitung seperti titik:7.",
        ),
        ("![](titk:7)\n", "![](t", "Gambar hitung 'titk' tidak dikenal; maksudnya 'titik'?"),
        ("![](titik:banyak)\n", "![](t", "Tulis jumlah titik dari 0 sampai 100, misalnya titik:7."),
        (
            "Jumlahnya {a}.\n",
            "{a}",
            "'a' di luar soal: angka dari Acak hanya ada di dalam soalnya.",
        ),
        (
            "Petunjuk: baca\n",
            "Petunjuk",
            "'Petunjuk:' hanya ada di dalam soal. Pindahkan ke bawah '### Soal: …'.",
        ),
        (
            "Ini \u202e terbalik.\n",
            "terbalik",
            "Ada aksara yang tidak terlihat (U+202E). Hapus, lalu ketik lagi.",
        ),
    ],
)
def test_a_step_that_is_doubtful(step: str, at: str, message: str) -> None:
    text = written(step=step)
    line = text[: text.index(at, text.index("## Suku"))].count("\n") + 1
    assert faults(text) == [(line, message)]


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("jdul: Lain", "'jdul' tidak dikenal; maksudnya 'judul'?"),
        ("judul: Lain", "'judul:' sudah ada di baris 2. Hapus salah satu."),
        (
            "menit: 1:30",
            "Menit '1:30' tidak terbaca. Tulis angka 1 sampai 99, misalnya 'menit: 15'.",
        ),
        ("menit: 010", "Menit '010' tidak terbaca. Tulis angka 1 sampai 99, misalnya 'menit: 15'."),
        ("peka: on", "'on' tidak dikenal. Pilih salah satu: ya, tidak."),
        ("huruf: m b", "'m b' bukan satu huruf. Pisahkan dengan koma."),
        ("\thuruf: m", "Hapus spasi di awal baris."),
        ("untuk: dewas", "'dewas' tidak dikenal; maksudnya 'dewasa'?"),
        ("bahasa: fr", "Bahasa 'fr' belum ada. Tulis 'id', 'en', 'nij' atau 'bjn'."),
        ("gambar: ikan", "'gambar:' adalah satu emoji, misalnya 'gambar: 🐟'."),
        (
            "prasyarat: baca 02",
            "'baca 02' bukan nama berkas pelajaran, misalnya baca-02-vokal-o-e. Pisahkan dengan "
            "koma.",
        ),
        (
            "ditinjau: bahasa kemarin",
            "'ditinjau:' tidak terbaca. Tulis seperti 'bahasa 2026-11-23, hukum –'.",
        ),
        ("fitur:", "Isi 'fitur:' kosong. Tulis isinya, atau hapus barisnya."),
        (
            "fitur: c:n, c:nn",
            "'c:nn' bukan fitur seperti c:n, m, d:ai atau k:cluster. Pisahkan dengan koma.",
        ),
        ("tanpa titik dua", "Baris ini tidak terbaca. Tulis 'kata: nilai', misalnya 'menit: 15'."),
    ],
)
def test_b7_front_matter_that_is_doubtful(line: str, message: str) -> None:
    front = "judul: Suku kata\ntujuan: Membaca\n" + line + "\n"
    assert faults(written(front=front)) == [(4, message)]


def test_b7_a_colon_in_a_value_belongs_to_it() -> None:
    assert page(written(front="judul: Ibu: dan anak  # catatan\ntujuan: Baca\n")).meta.title == (
        "Ibu: dan anak"
    )


def test_b7_front_matter_without_its_end() -> None:
    text = written().replace("---\n\n## Suku", "\n## Suku")
    assert faults(text) == [
        (
            line_of(text, "## Suku"),
            "Penutup '---' belum ada. Tulis '---' sesudah baris 'kata: nilai' yang terakhir.",
        )
    ]


def test_b7_front_matter_that_is_not_there() -> None:
    text = written().split("---\n", 2)[2]
    assert faults(text)[0] == (
        2,
        "Berkas harus mulai dengan '---', lalu 'judul: …' dan 'tujuan: …', lalu '---'.",
    )


def test_all_faults_are_told_in_one_run() -> None:
    text = written(
        front=FRONT.replace("judul", "jdul"),
        step="<b>Ini</b>\n\n![](jam:25.15)\n",
        question=CHOOSE.replace("Kode", "Kdoe").replace("[ ] mumu", "mumu"),
    )
    assert [line for line, _ in faults(text)] == [
        2,
        line_of(text, "<b>"),
        line_of(text, "jam"),
        line_of(text, "mumu"),
        line_of(text, "Kdoe"),
    ]


def test_a_question_before_the_first_step_is_a_fault() -> None:
    text = written().replace("## Suku kata\n\n" + STEP + "\n## Coba\n", "")
    assert faults(text)[0] == (
        line_of(text, "### Soal"),
        "Soal ini belum punya langkah. Tulis '## Judul langkah' dulu.",
    )


def test_a_bad_draw_is_told_once_and_not_at_each_use() -> None:
    text = written(
        question=SUM.replace("2..5", "2,5..").replace("Berapa?", "Berapa {a} dan {a * 2}?")
    )
    assert [line for line, _ in faults(text)] == [line_of(text, "Acak")]


def test_a_conversation_is_prose() -> None:
    text = written(question=CHOOSE.replace("Mana kata", "Ibu: Mau beli?\n\nMana kata"))
    assert "Ibu: Mau beli?" in page(text).questions[0].stem.html


@pytest.mark.parametrize(
    ("step", "message"),
    [
        ("Harganya {15.000}.\n", "Hitungan '15.000' tidak terbaca."),
        ("Ini {A}.\n", "'A' di luar soal"),
        ("Ini ~~ibu~~ <u>ibu</u>.\n", "Tag HTML '<u>' tidak boleh ada."),
        ("![ibu](javascript:x)\n", "Alamat 'javascript:x' tidak boleh dipakai."),
        ("> [ibu](baca-01-vokal-a-i-u.md)\n", "Tautan"),
        ("### Soal: pilih\nMana?\n", "Pelajaran ini punya 11 soal"),
        ("- ibu\n\n* [ ] ubi\n", "Kotak '[ ]' hanya ada di dalam soal."),
    ],
)
def test_each_rule_of_reading_is_kept(step: str, message: str) -> None:
    found = faults(written(step=step))
    assert any(text.startswith(message) for _, text in found), found


def test_a_sign_that_is_text_by_default_stays_text() -> None:
    body = page(written(step="Ini © dan ▶ dan 1\u20e3.\n")).screens[0].body  # type: ignore[union-attr]  # a step
    assert "<img" not in body.html
    assert "©" in body.html


def test_feedback_that_is_followed_by_a_quote_at_the_margin_is_told() -> None:
    text = written(question=CHOOSE.replace("ma - ma.", "ma - ma.\n> ubi"))
    assert faults(text) == [
        (line_of(text, "> ubi"), "Kutipan sesudah pilihan harus menjorok. Geser dua spasi: "
         "'  > …'. Bacaan ditulis sebelum pilihan pertama.")
    ]
