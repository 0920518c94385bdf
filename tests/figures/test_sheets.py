"""What holds for every table and document."""

import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import Browser

from elearn.content.values import StepScreen
from elearn.figures import FIGURES, KNOWN, SHEETS
from tests.content.written import STEP, faults, first, line_of, page, written

EXAMPLES = {
    "kalender": ("2026-03@17", "2026-8@1@31"),
    "kas": ("Modal+50000;Jual keripik+35000", "Modal+12500000;Minyak goreng-8000000?;Lain+?=?"),
    "dokumen": ("ktp", "label", "struk", "formulir", "sms;Dari: 0800-0000-0000;Halo & selamat pagi",
                "nota;Toko: Warung;Beras 25 kg kelas satu dari Palangka Raya: 1.250.000"),
}
CSS = Path(__file__).resolve().parents[2] / "static" / "css"
SHOWN = [(name, args) for name, examples in EXAMPLES.items() for args in examples]


def test_every_sheet_stands_here_and_is_no_drawing() -> None:
    assert set(SHEETS) == set(EXAMPLES)
    assert set(KNOWN) == {*FIGURES, *SHEETS}
    assert all(sheet.name == name for name, sheet in SHEETS.items())


@pytest.mark.parametrize(("name", "args"), SHOWN)
@pytest.mark.parametrize("language", ["id", "en"])
def test_a_sheet_is_one_small_block_that_names_its_style(
    name: str, args: str, language: str
) -> None:
    shown = SHEETS[name].block(args, language)
    root = ET.fromstring(shown)  # noqa: S314  # our own markup, not a stranger's
    assert root.attrib["class"].split()[:2] == ["fig", name]
    assert not re.search("<(script|style)|style=| id=", shown)
    assert len(shown) <= 1200
    assert (CSS / "figur" / f"{name}.css").is_file()


@pytest.mark.parametrize(("name", "args"), SHOWN)
def test_a_sheet_is_told_in_both_languages(name: str, args: str) -> None:
    sheet = SHEETS[name]
    assert sheet.alt(args) != sheet.alt(args, "en")
    assert sheet.block(args) != sheet.block(args, "en")


@given(st.sampled_from(list(SHEETS)),
       st.text() | st.text(alphabet="0123456789+-=?;:@abM_ <&") | st.from_regex(
           r"[A-Za-z <]{1,4}[+-][0-9]{1,4}(;[a-z]{1,3}[+-][0-9?]{1,2})*", fullmatch=True))
def test_any_args_are_shown_or_refused_with_a_reason(name: str, args: str) -> None:
    sheet = SHEETS[name]
    if sheet.fault(args):
        with pytest.raises(ValueError, match=r"Tulis|Paling"):
            sheet.block(args)
    else:
        ET.fromstring(sheet.block(args))  # noqa: S314
        assert sheet.alt(args, "en", question=True)


def test_a_sheet_among_words_stands_between_two_paragraphs_and_is_heard() -> None:
    shown = page(written(step=f"{STEP}\nLihat.\n![](kas:Modal+50000)\nItu saldonya.\n"))
    step = shown.screens[0]
    assert isinstance(step, StepScreen)
    body = step.body
    table = SHEETS["kas"].block("Modal+50000")
    assert f"<p>Lihat.</p>{table}<p>Itu saldonya.</p>" in body.html
    assert "Modal: masuk 50.000, saldo 50.000" in body.spoken


@pytest.mark.parametrize(
    "line", ["- [x] ![](kas:Modal+500)", "Petunjuk: Lihat ![](kas:Modal+500)",
             "Penjelasan: ![](kas:Modal+500)", "  > Ini ![](kas:Modal+500)"],
)  # fmt: skip
def test_a_sheet_within_a_line_is_a_fault(line: str) -> None:
    right = line if line.startswith("- ") else "- [x] a"
    rest = f"{line}\n" if not line.startswith("- ") else ""
    text = written(question=(
        f"### Soal: pilih\nMana?\n{right}\n{rest if rest.startswith('  ') else ''}- [ ] b\n"
        f"- [ ] c\n{rest if not rest.startswith('  ') else ''}Kode: baca-03-aaaa\n"
    ))  # fmt: skip
    ((number, message),) = faults(text)
    assert number == line_of(text, "kas:")
    assert message.startswith("Gambar hitung 'kas' berdiri sendiri")


def test_a_sheet_in_bacaan_is_a_fault() -> None:
    text = written(step=f"{STEP}\n> ![](kas:Modal+500)\n")
    assert [number for number, _ in faults(text)] == [line_of(text, "kas:")]


def test_numbers_of_a_draw_stand_in_a_sheet() -> None:
    asked = first(written(question=(
        "### Soal: angka\nBerapa?\n![](kas:Modal+{a * 1000};Gula-{b}=?)\n"
        "Acak: a = 50..50; b = 12000..12000\n- [x] {a * 1000 - b}\nKode: baca-03-aaaa\n"
    )))  # fmt: skip
    assert SHEETS["kas"].block("Modal+50000;Gula-12000=?") in asked.stem.html
    assert "38.000" not in asked.stem.html


@pytest.mark.browser
@pytest.mark.parametrize("look", ["", "besar"])
def test_every_sheet_fits_a_small_phone(chromium: Browser, look: str) -> None:
    opened = chromium.new_page(viewport={"width": 240, "height": 320})
    files = (
        "tokens/scale.css", "tokens/colours.css", "page.css", "choice.css", "screen.css",
        "prose.css", "picture.css", "figure.css", "tokens/looks.css", "looks/large.css",
    )
    css = "".join((CSS / file).read_text() for file in files)
    css += "".join(path.read_text() for path in sorted(CSS.glob("figur/*.css")))
    for name, args in SHOWN:
        sheet = SHEETS[name].block(args)
        opened.set_content(
            f'<!doctype html><html class="{look}"><style>{css}</style>'
            f'<main><section class="screen">{sheet}</section></main>'
        )
        assert opened.evaluate("document.documentElement.scrollWidth") <= 240, (name, args)
        small = "[...document.querySelectorAll('td')].map(p => parseFloat(getComputedStyle(p)" \
                ".fontSize)).filter(size => size < 14)"
        assert opened.evaluate(small) == [], (name, args)
    opened.close()
