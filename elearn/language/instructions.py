"""Which sentences of a lesson are instruction: what she is to do now, and how she did.

Everything else is content: stories, facts, examples, and the words that she reads. The rule looks
at the words of a sentence only, never at the bank of stock phrases, so that what it finds does not
depend on what has been recorded.
"""

import re

from elearn.language.letters import WORD


def _listed(words: str) -> frozenset[str]:
    return frozenset(words.split())


DEEDS = _listed(
    "ambil amati artikan baca bagikan balik bandingkan bayangkan beri berhenti bilang buka "
    "bulatkan cari centang coba cocokkan cek contohkan dekatkan dengar dengarkan eja gabung "
    "gabungkan gambar ganti genapkan gores goreskan hapus hitung ikuti ingat isi jangan jawab "
    "jelaskan jumlahkan kalikan kerjakan ketuk kumpulkan kurangi lanjutkan lawan lepaskan "
    "letakkan lihat lingkari maju minta mulai mundur nyanyikan pakai pasangkan pegang perhatikan "
    "periksa pikirkan pilah pilih pindahkan potong raba rangkai rapatkan rekam salin "
    "sambung sambungkan samakan sebut sebutkan selesaikan sentuh siapkan simak simpan susun tahan "
    "tambah tambahkan tandai tanya tanyakan tarik tebak tekan telusuri temukan terka teruskan "
    "tiru tirukan tulis tulislah tunjuk tunjukkan turunkan tutup ubah ucapkan ukur ulang "
    "ulangi urutkan"
)
"""What lessons tell a learner to do, as they say it: bare verbs."""

SCREEN = _listed(
    "ada angka antara apa atas awal baca bagian bagaimana banyak baris baru bawah beda belakang "
    "belum benar benda bentuk berapa berikut berikutnya betul bisa bunyi cocok dalam dan dari "
    "dengan depan di dulu gambar garis goresan hasil hilang hitungan huruf ini isi itu jadi jawab "
    "jawaban juga jumlah kali kalimat kamu kanan kata ke kecil kedua kelompok ketiga kiri kosong "
    "kotak kurang lagi lain lebih mana masih mulai pada paling pas pasangan pertama pilih pilihan "
    "potongan saja salah sama sampai sebelum selanjutnya selisih semua sesudah siapa sisa soal "
    "suara suku sudah tanda tempat tengah terakhir tiap titik tulisan tutup ujung urutan "
    "yang"
)
"""Words for what stands on any screen: a question of these alone asks for nothing of one lesson."""

VERDICTS = _listed(
    "bagus belum benar betul bukan hampir hebat kamu kurang lebih masih pas salah sudah tepat "
    "terbalik terlalu tertukar"
)
"""What a sentence begins with that tells how she did."""

_OPENERS = _listed("ayo kita kemudian lalu mari nanti sekali sekarang yuk")
_NUMBERS = (
    "nol|satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|sebelas|belas|puluh|seratus|"
    "ratus|seribu|ribu|sejuta|juta|setengah"
)
_VALUE = re.compile(
    r"\d|\u2060|[\"“”]|:\s*\S|\s[-–]\s"                       # digits, quotes, "u - bi"
    r"|(?<![\w-])[^\W\d_](?![\w-])"                         # a letter by itself
    rf"|(?<!satu per )(?<![\w-])(?:{_NUMBERS})(?![\w-]| per satu)",      # not "satu-satu"
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"[,;:.!?…]|\blalu\b")


def is_instruction(sentence: str, feedback: bool = False) -> bool:
    """Whether a sentence says what to do or, where it is said of an answer, how she did.

    One that holds a value of its lesson is content: a number in digits or words, a letter by
    itself, a word in syllables, something quoted, what follows a colon. Total: any text has an
    answer.
    """
    return not _VALUE.search(sentence) and tells(sentence, feedback)


def tells(sentence: str, feedback: bool = False) -> bool:
    """Whether a sentence says what to do or how she did, whatever it holds besides."""
    if sentence.rstrip().endswith("?"):
        return _asks_of_screen(sentence)
    clauses = [_words(clause) for clause in _CLAUSE.split(sentence)]
    return any(map(_tells_to_do, clauses)) or (feedback and _judges(clauses[0]))


def _words(text: str) -> list[str]:
    return [found[0].lower() for found in WORD.finditer(text)]


def _asks_of_screen(sentence: str) -> bool:
    words = _words(sentence)
    return bool(words) and all(
        word in SCREEN or word.removesuffix("nya") in SCREEN for word in words
    )


def _tells_to_do(words: list[str]) -> bool:
    """Whether a clause begins with a deed: "lalu kita tulis" does, "sudah bisa kita baca" not."""
    return next((word in DEEDS for word in words if word not in _OPENERS), False)


def _judges(words: list[str]) -> bool:
    """Whether a sentence of feedback is about her answer: "ada yang terlewat", not "ada ubi"."""
    return words[:2] == ["ada", "yang"] or not VERDICTS.isdisjoint(words[:1])
