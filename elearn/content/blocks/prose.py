"""Running words: prose, and quotes, which are a passage to read or feedback."""

import re

from elearn.content.blocks.options import feedback, slip
from elearn.content.blocks.place import Place
from elearn.content.pieces import Span


def quote(place: Place, number: int, found: re.Match[str]) -> str:
    """Take a line that begins with '>'."""
    indented = len(found["indent"].expandtabs(4)) >= 2
    span = Span(number, found["text"])
    question = place.question
    if question is not None and question.options:
        return feedback(place, question, span, indented)
    if indented:
        if place.last != "shifted":
            place.fault(number, "Kutipan ini menjorok, padahal belum ada pilihan di atasnya. "
                        "Geser ke tepi kiri.")
        return "shifted"
    if not place.steps:
        place.homeless(number)
    place.block("bacaan", span, joins=place.last == "quote")
    return "quote"


def prose(place: Place, number: int, found: re.Match[str]) -> str:
    """Take a line that is nothing else."""
    if meant := slip(place, number, found):
        return meant
    if place.last in ("quote", "shifted", "lazy"):
        if place.last != "lazy":
            place.fault(
                number, "Baris ini menempel pada kutipan di atasnya. Mulai dengan '> ', atau "
                "beri baris kosong di antaranya.",
            )
        return "lazy"
    if not place.steps:
        place.homeless(number)
    if place.question is not None and place.question.options:
        _after_options(place, number, found[0])
    else:
        place.block("prose", Span(number, found[0].strip()), joins=place.last == "prose")
    return "prose"


def _after_options(place: Place, number: int, line: str) -> None:
    if place.last == "prose":
        return
    if place.question is not None and place.last == "item":
        place.question.doubtful = True       # a part of the list, perhaps
    message = (
        "Isi pilihan ditulis di satu baris. Kalau ini tanggapan, tulis '  > …'."
        if line.startswith("  ") and place.last == "item" else
        "Tulisan sesudah pilihan tidak terbaca. Pindahkan ke atas pilihan, atau tulis "
        "'Penjelasan: …'."
    )
    place.fault(number, message)
