"""Lists: the options of a question, their boxes and feedback, and items of prose."""

import re

from elearn.content.blocks.fields import loose_field
from elearn.content.blocks.headings import unasked
from elearn.content.blocks.place import Place
from elearn.content.meant import box_meant, kind_meant, tile_meant
from elearn.content.outline import RawQuestion
from elearn.content.pieces import Span
from elearn.questions.values import Fault


def item(place: Place, number: int, found: re.Match[str]) -> str | None:
    """Take a line of a list."""
    box = found["box"]
    if place.question is not None:
        if box is None and (meant := slip(place, number, found)):
            return meant
        mark = "1." if found["count"] else "-"
        mark = mark if box is None else _box(place, number, box, found["gap"])
        place.option(place.question, mark, Span(number, found["text"].strip()))
        return "item"
    if box is not None and place.steps:
        if place.last not in ("item", "shifted"):
            place.fault(number, "Kotak '[ ]' hanya ada di dalam soal. Tulis '### Soal: pilih' "
                        "di atasnya, atau hapus kotaknya.")
        return "item"
    if not place.steps:
        return None
    place.block("prose", Span(number, found[0].strip()), joins=place.last == "item")
    return "item"


def feedback(place: Place, question: RawQuestion, span: Span, indented: bool) -> str:
    """Take a quote under the options of a question."""
    option = question.options[-1]
    if not indented:
        if place.last != "shifted":
            place.fault(span.line, "Kutipan sesudah pilihan harus menjorok. Geser dua spasi: "
                        "'  > …'. Bacaan ditulis sebelum pilihan pertama.")
        return "shifted"
    if place.last == "field":
        place.fault(span.line, "Tanggapan ini tidak tepat di bawah pilihannya. Pindahkan ke "
                    "bawah pilihan yang dimaksud.")
    elif option.feedback is None:
        option.feedback = span
    else:
        gap = "\n" * (span.line - option.feedback.line - option.feedback.text.count("\n"))
        option.feedback = Span(option.feedback.line, option.feedback.text + gap + span.text)
    return "quote"


def slip(place: Place, number: int, found: re.Match[str]) -> str | None:
    """Take a line of a question as it was meant, so that one slip is one message."""
    line, question = found[0], place.question
    if kind := kind_meant(line):
        unasked(place, number, kind)
        return "blank"
    if question is None:
        return None
    return _loose_option(place, number, line, question) or loose_field(
        place, number, line, question)


def _loose_option(place: Place, number: int, line: str, question: RawQuestion) -> str | None:
    if box := box_meant(line):
        message = (
            "Kotak ini belum lengkap. Tulis '- {mark} …'." if not box.whole else
            "Tanda '{sign}' di depan kotak tidak dikenal. Tulis '- {mark} …'." if box.sign else
            "Tanda '-' di depan kotak belum ada. Tulis '- {mark} …'."
        )
        told = any(one.message == message and one.line > question.line for one in place.faults)
        if not (told and box.whole):
            place.fault(number, message, mark=box.mark, sign=box.sign)
        place.option(question, box.mark, Span(number, box.text))
        return "item"
    if tile := tile_meant(line, question.kind):
        if not question.options:
            place.fault(number, "Beri spasi sesudah '{signs}'.", signs=tile[0])
        place.option(question, "1.", Span(number, tile[1]))
        return "item"
    return None


def _box(place: Place, number: int, box: str, gap: str) -> str:
    sign = box.strip()
    if sign not in ("", "x", "X"):
        message = "Kotak '[{sign}]' tidak dikenal; maksudnya '[x]' (benar) atau '[ ]' (salah)?"
        place.fault(number, message, sign=sign)
    elif box not in (" ", "x") or not gap:
        meant = "- [x]" if sign else "- [ ]"
        message = "Kotak ini dibaca sebagai '{meant}'."
        place.notes.append(Fault(number, message, {"meant": meant}))
    return "[x]" if sign else "[ ]"
