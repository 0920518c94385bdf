"""Links from lesson to lesson."""

from pathlib import Path

import pytest

from elearn.content.catalogue import load
from elearn.content.compose import compose, tutor_notes
from tests.content.written import CHOOSE, faults, lesson, line_of, page, say, written

OTHER = "baca-01-vokal-a-i-u"


def among(text: str, folder: Path) -> list[tuple[int, str]]:
    """Return what is wrong with a text in a folder that has one more lesson."""
    home = folder / "literasi"
    home.mkdir()
    (home / "baca-03-m-b.md").write_text(text, encoding="utf-8")
    (home / f"{OTHER}.md").write_text(written().replace("baca-03-", "baca-01-"), encoding="utf-8")
    found = load(folder).faults
    return [(fault.line, fault.text) for fault in found.get(home / "baca-03-m-b.md", ())]


@pytest.mark.parametrize("target", [f"{OTHER}.md", f"./{OTHER}.md", f"../literasi/{OTHER}.md",
                                    f"{OTHER}.en.md"])
def test_a_link_leads_to_the_lesson_beside_this_one(target: str, tmp_path: Path) -> None:
    text = written(step=f"Baca dulu [huruf *a*]({target}).\n")
    assert among(text, tmp_path) == []
    body = page(text).screens[0].body  # type: ignore[union-attr]
    assert f'<a class="tautan" href="../{OTHER}/">huruf *a*</a>' in body.html
    assert body.spoken[-1] == "Baca dulu huruf *a*."


@pytest.mark.parametrize(
    ("target", "message"),
    [
        ("baca-01-vokal.md", f"Pelajaran 'baca-01-vokal' tidak ada; maksudnya '{OTHER}'?"),
        ("Baca-01-vokal-a-i-u.md",
         f"Pelajaran 'Baca-01-vokal-a-i-u' tidak ada; maksudnya '{OTHER}'?"),
        ("hak-09-x.md", "Pelajaran 'hak-09-x' tidak ada. Periksa nama berkasnya."),
    ],
)
def test_a_link_to_no_lesson_is_told_and_the_lesson_still_shown(
    target: str, message: str, tmp_path: Path
) -> None:
    text = written(step=f"Baca dulu [huruf a]({target}).\n")
    assert among(text, tmp_path) == [(line_of(text, "Baca dulu"), message)]
    assert "baca-03-m-b" in load(tmp_path).lessons


@pytest.mark.parametrize("target", ["berkas.pdf", "../catatan", "#atas", f"{OTHER}.md#s2",
                                    "../../etc/passwd", f"a/b/{OTHER}.md"])
def test_any_other_place_is_a_fault(target: str) -> None:
    text = written(step=f"Lihat [ini]({target}).\n")
    ((line, message),) = faults(text)
    assert line == line_of(text, "Lihat")
    assert message.startswith("Tautan '")


def test_a_question_and_bacaan_lead_nowhere() -> None:
    link = f"[huruf a]({OTHER}.md)"
    for text in (
        written(question=CHOOSE.replace("Mana kata", f"Lihat {link}. Mana kata")),
        written(question=CHOOSE.replace("Benar!", f"Lihat {link}.")),
        written(step=f"Baca.\n\n> ibu {link}\n"),
    ):
        ((line, message),) = faults(text)
        assert line == line_of(text, link)
        assert message.startswith("Tautan ke pelajaran tidak ditulis di dalam soal atau bacaan.")


def test_a_tutor_follows_it_from_her_own_page() -> None:
    text = written(step=f"Ini ibu.\n\n## Untuk tutor\n\nLihat [huruf a]({OTHER}.md).\n")
    (note,) = tutor_notes(lesson(text), say)
    assert f'href="{OTHER}"' in note
    assert OTHER not in "".join(
        screen.body.html for screen in compose(lesson(text), "dewasa", 0, say).screens
        if hasattr(screen, "body")
    )
