"""What a task is made of: how it is done (`Kumpul:`), and the rubric that a tutor ticks."""

from collections.abc import Iterator, Sequence

from elearn.content.keywords import COLLECT, known, nearest
from elearn.content.outline import RawOption, RawQuestion
from elearn.content.pieces import Span
from elearn.questions.tugas import TICKED
from elearn.questions.values import Fault


def collected(spans: Sequence[Span], faults: list[Fault]) -> tuple[str, ...]:
    """Return the words of a `Kumpul:`, each once; add to `faults` those that are none."""
    found: dict[str, None] = {}
    for span in spans:
        for part in filter(None, (part.strip() for part in span.text.split(","))):
            word = known(part, COLLECT)
            if word is None:
                faults.append(_unknown(part, span.line))
            else:
                found[word] = None
    return tuple(found)


def _unknown(part: str, line: int) -> Fault:
    near = nearest(part, COLLECT)
    message = (
        "'{text}' tidak dikenal; maksudnya '{near}'?" if near else
        "'{text}' tidak dikenal. Pilih dari: {words}."
    )
    return Fault(line, message, {"text": part[:40], "near": near, "words": ", ".join(COLLECT)})


def rubric_faults(raw: RawQuestion) -> Iterator[Fault]:
    """Yield what is wrong with the rubric of a task: each cause once."""
    rubric = next(iter(raw.fields.get("Rubrik", ())), None)
    beside = [one for one in raw.options if rubric is None or one.span.line < rubric.line]
    if beside:
        message = (
            "Soal tugas tidak punya pilihan. Tulis 'Rubrik:' di atas daftar yang dilihat tutor, "
            "atau hapus baris ini."
        )
        yield Fault(beside[0].span.line, message)
    elif rubric is None:
        message = "Soal tugas perlu rubrik. Tulis 'Rubrik:', lalu '- [ ] …' di setiap barisnya."
        yield Fault(raw.line, message)
    elif loose := _loose(raw, rubric):
        message = "Rubrik ditulis sebagai daftar: satu baris '- [ ] …' untuk satu hal."
        yield Fault(loose, message)
    elif not raw.options:
        message = "Rubrik ini kosong. Tulis '- [ ] …' untuk setiap hal yang dilihat tutor."
        yield Fault(rubric.line, message)
    yield from _line_faults(raw.options)
    for span in raw.fields.get("Ulang", ()):
        message = "'Ulang:' tidak berlaku untuk soal tugas. Hapus baris ini."
        yield Fault(span.line, message)


def _loose(raw: RawQuestion, rubric: Span) -> int:
    """Return the line of words that stand where the list belongs, 0 where there are none."""
    if rubric.text:
        return rubric.line
    return next((one.span.line for one in raw.blocks if one.span.line > rubric.line), 0)


def _line_faults(options: Sequence[RawOption]) -> Iterator[Fault]:
    unboxed = [one for one in options if one.mark not in ("[x]", "[ ]")]
    for one in unboxed[:1]:
        message = "Baris rubrik ini belum punya kotak. Tulis '- [ ] …'."
        yield Fault(one.span.line, message)
    yield from (Fault(one.span.line, TICKED) for one in options if one.mark == "[x]")
    for one in options:
        if one.feedback is not None:
            message = "Rubrik tidak memakai tanggapan. Pindahkan ke 'Penjelasan: …', atau hapus."
            yield Fault(one.feedback.line, message)
