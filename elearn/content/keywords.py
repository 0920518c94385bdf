"""The one table of words that authors write: Indonesian first, English as an alias."""

from collections.abc import Iterable, Mapping

FRONT: Mapping[str, str] = {
    "judul": "title",
    "tujuan": "goal",
    "untuk": "for",
    "menit": "minutes",
    "prasyarat": "prerequisites",
    "huruf": "letters",
    "fitur": "features",
    "kata-pandang": "sight-words",
    "huruf-besar": "capitals",
    "jenis": "kind",
    "penempatan": "placement",
    "peka": "sensitive",
    "bahasa": "language",
    "ditinjau": "reviewed",
    "gambar": "picture",
    "tanpa-pendengaran": "without-hearing",
    "tanpa-penglihatan": "without-sight",
    "ucapan": "spoken",
}
"""Keys of the front matter."""

FIELDS: Mapping[str, str] = {
    "Kode": "Code",
    "Petunjuk": "Hint",
    "Penjelasan": "Explanation",
    "Suara": "Sound",
    "Pilihan": "Options",
    "Urutan": "Order",
    "Acak": "Random",
    "Syarat": "Condition",
    "Satuan": "Unit",
    "Ulang": "Repeat",
    "Kumpul": "Collect",
    "Rubrik": "Rubric",
    "Dompet": "Purse",
    "Isyarat": "Signs",
}
"""Fields of a question; `Suara` and `Isyarat` also, or only, of a step."""

FACTS: Mapping[str, str] = {
    "nilai": "value",
    "nilai-en": "value-en",
    "jenis": "kind",
    "sumber": "source",
    "diperiksa": "checked",
    "berlaku": "valid",
    "catatan": "note",
}
"""Keys of a fact in fakta.md."""

WORDS: Mapping[str, str] = {
    "anak": "children",
    "dewasa": "adults",
    "semua": "all",
    "ya": "yes",
    "tidak": "no",
    "pelajaran": "lesson",
    "uji": "test",
    "dibaca": "read",
    "tetap": "fixed",
    "soal": "question",
    "untuk tutor": "for tutors",
    "suara": "sound",
    "telepon": "phone",
    "dicek": "checked",
}
"""Words that stand as values, in headings and in addresses."""

COLLECT: Mapping[str, str] = {
    "kertas": "paper",
    "suara": "voice",
    "foto": "photo",
    "layar": "screen",
}
"""How a task is done (`Kumpul:`): on paper, by voice, with a photo of it, on the screen."""

OTHER_KINDS: Mapping[str, str] = {
    "pilihan": "pilih",
    "pilihan ganda": "pilih",
    "pilgan": "pilih",
    "benar salah": "pilih",
    "multiple choice": "choose",
    "isian singkat": "isian",
    "hitungan": "angka",
    "menjodohkan": "jodohkan",
    "mengurutkan": "urutkan",
}
"""What school books call the kinds of question."""

NEAR = 2
"""Slips of the finger within which a word was probably meant."""


def known(word: str, table: Mapping[str, str]) -> str | None:
    """Return the Indonesian word of `table` that `word` is, in either language and any case."""
    wanted = " ".join(word.lower().split())
    for ours, english in table.items():
        if wanted in (ours.lower(), english.lower()):
            return ours
    return None


def spelled(word: str, table: Mapping[str, str], language: str) -> str:
    """Return a word of `table` as it is written: Indonesian, but English stays in English lessons.

    A word that is not in the table stays as it is.
    """
    ours = known(word, table)
    if ours is None:
        return word
    english = table[ours]
    same = " ".join(word.lower().split()) == english.lower()
    return english if language == "en" and same else ours


def means(text: str, word: str) -> bool:
    """Return whether `text` is `word` of `WORDS`, or its English alias."""
    return known(text, {word: WORDS[word]}) is not None


def nearest(word: str, words: Iterable[str]) -> str | None:
    """Return the word that `word` is at most `NEAR` slips away from, the closest first.

    A letter at least must be right: "on" is not "ya".
    """
    best = min(words, key=lambda other: slips(word, other), default="")
    return best if slips(word, best) <= min(NEAR, len(best) - 1) else None


def slips(one: str, other: str) -> int:
    """Return the letters to put in, leave out or change, of any case; more than `NEAR` is a few."""
    one, other = one.lower(), other.lower()
    if abs(len(one) - len(other)) > NEAR:
        return NEAR + 1
    row = list(range(len(other) + 1))
    for at, letter in enumerate(one, 1):
        before, row = row, [at]
        for place, mine in enumerate(other):
            change = before[place] + (letter != mine)
            row.append(min(before[place + 1] + 1, row[place] + 1, change))
    return row[-1]
