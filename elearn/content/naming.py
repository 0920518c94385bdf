"""Names of lesson files: which lesson a file is, in which language, and what a name may be."""

from dataclasses import dataclass
from pathlib import Path

from elearn.content.subjects import LONGEST, SUBJECTS, is_stem
from elearn.language.local import NAMES
from elearn.questions.values import Fault

LANGUAGES = ("en", *NAMES)
"""Languages that a second suffix can name: `hitung-01.en.md`; without one it is Indonesian."""


@dataclass(frozen=True, slots=True)
class File:
    """A lesson file; `stem` is the identity of the lesson, whatever its language."""

    path: Path
    subject: str
    stem: str
    language: str


def parts(name: str) -> tuple[str, str]:
    """Return the stem of a file's name and its language."""
    stem = name.removesuffix(".md")
    for language in LANGUAGES:
        if stem.endswith(f".{language}"):
            return stem.removesuffix(f".{language}"), language
    return stem, "id"


def file_at(path: Path) -> File:
    """Return what a path says of the file there, wherever it lies."""
    stem, language = parts(path.name)
    subject = next((name for name in SUBJECTS if path.parent.name == name), "")
    return File(path, subject, stem, language)


def name_fault(name: str, subject: str | None) -> Fault | None:
    """Return what is wrong with the name of a file in the folder of `subject` (None: anywhere)."""
    if not name.endswith(".md"):
        meant = name[: name.lower().index(".md")] + ".md" if ".md" in name.lower() else ""
        message = (
            "Nama berkas '{name}' harus berakhir '.md'; maksudnya '{meant}'?" if meant else
            "Berkas '{name}' bukan pelajaran. Nama pelajaran berakhir '.md'."
        )
        return Fault(1, message, {"name": name[:80], "meant": meant[:80]})
    stem, _ = parts(name)
    if not is_stem(stem):
        message = (
            "Nama berkas '{name}' tidak bisa dipakai. Pakai huruf kecil, nomor dua angka dan tanda "
            "hubung, paling panjang {most} huruf, misalnya 'baca-03-m-b.md'."
        )
        return Fault(1, message, {"name": name[:80], "most": LONGEST})
    prefixes = SUBJECTS[subject].prefixes if subject else ()
    if prefixes and stem.partition("-")[0] not in prefixes:
        message = "Nama berkas di folder '{folder}' harus mulai dengan salah satu: {prefixes}."
        starts = ", ".join(f"'{prefix}-'" for prefix in prefixes)
        return Fault(1, message, {"folder": subject, "prefixes": starts})
    return None
