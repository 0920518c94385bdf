"""Hostile lessons, named by the ids of the cases they are."""

import time
from collections.abc import Iterator

import html5lib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from elearn.content.compose import compose
from elearn.content.pieces import Lexicon, Span
from elearn.content.prose import ALLOWED
from elearn.content.render import Renderer, TooSlowError
from elearn.content.typeset import typeset
from elearn.content.values import DRAWS, QuestionScreen, Rich, StepScreen
from tests.content.written import CHOOSE, FRONT, faults, line_of, reading, say, written
from tests.matrix import crossed

PAYLOADS = (
    "<script>alert(1)</script>",
    "<ScRiPt src=//evil.example></sCrIpT>",
    "<img src=x onerror=alert(1)>",
    "<svg onload=alert(1)>",
    "<svg><script>alert(1)</script></svg>",
    "<iframe src=javascript:alert(1)>",
    "<a href='javascript:alert(1)'>ya</a>",
    "<form action=//evil.example><input>",
    "<style>*{background:url(//evil.example)}</style>",
    "<base href=//evil.example>",
    "<meta http-equiv=refresh content=0>",
    "<math><mi//xlink:href='data:x,<script>alert(1)</script>'>",
    "<details open ontoggle=alert(1)>",
    "<!--><script>alert(1)</script>-->",
    "<![CDATA[<script>alert(1)</script>]]>",
    "<?php evil ?>",
    "</p><script>alert(1)</script><p>",
    "<body onload=alert(1)",
    "[ya](javascript:alert(1))",
    "[ya](JaVaScRiPt:alert)",
    "[ya](data:text/html;base64,PHNjcmlwdD4=)",
    "![ya](javascript:alert)",
    "![ya](//evil.example/x.png)",
    "![ya](data:image/svg+xml,x)",
    '![" onerror="alert(1)](emoji:🐟)',
    "![x' onload='alert(1)](emoji:🐟)",
    '["><img src=x onerror=alert(1)>](suara:ma)',
    '[dengar](suara:"onclick=alert)',
    "[dengar](suara:'><script>alert`1`</script>)",
    "<javascript:alert(1)>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&#60;script&#62;alert(1)&#60;/script&#62;",
    "\\<script>alert(1)\\</script>",
    "**<script>** alert(1)",
    "[a]: javascript:alert(1)",
    "[ya][a]",
    "{__import__('os').system('true')}",
    '![](titik:7"onload=alert)',
    "![](titik:{a}<script>)",
    "＜script＞alert(1)＜/script＞",
    "java\u0000script:alert(1)",
    "\ue0000\ue001\ue0007\ue001",
    "`<script>alert(1)</script>`",
    "    <script>alert(1)</script>",
)

PLACES = {
    "text": lambda bad: written(step=f"Ini {bad}\n"),
    "line": lambda bad: written(step=f"{bad}\n"),
    "bacaan": lambda bad: written(step=f"> ibu {bad}\n"),
    "heading": lambda bad: written(step=f"Ini.\n\n## Judul {bad}\n\nItu.\n"),
    "title": lambda bad: written(front=FRONT.replace("Suku kata ma", f"Suku {bad}")),
    "goal": lambda bad: written(front=FRONT.replace("Membaca", f"Membaca {bad}")),
    "reviewed": lambda bad: written(front=f"{FRONT}ditinjau: {bad}\n"),
    "picture": lambda bad: written(front=f"{FRONT}gambar: {bad}\n"),
    "option": lambda bad: written(question=CHOOSE.replace("mimi", bad)),
    "feedback": lambda bad: written(question=CHOOSE.replace("Benar!", bad)),
    "hint": lambda bad: written(question=f"{CHOOSE}Petunjuk: {bad}\n"),
    "explanation": lambda bad: written(question=f"{CHOOSE}Penjelasan: {bad}\n"),
    "sound": lambda bad: written(question=f"{CHOOSE}Suara: [{bad}]\n"),
    "code": lambda bad: written(question=CHOOSE.replace("baca-03-aaaa", bad)),
    "kind": lambda bad: written(question=CHOOSE.replace("pilih", bad)),
    "unit": lambda bad: written(
        question=f"### Soal: angka\nBerapa?\n- [x] 5\nSatuan: {bad}\nKode: baca-03-aaaa\n"
    ),
    "alt": lambda bad: written(step=f"![{bad}](emoji:🐟)\n"),
}

TAGS = ALLOWED | {
    "html",
    "head",
    "body",
    "a",
    "img",
    "span",
    "blockquote",
    "svg",
    "path",
    "rect",
    "circle",
    "g",
    "text",
    "line",
    "use",
    "ellipse",
    "polygon",
}
URLS = ("/suara/", "/gambar/")


def riches(text: str) -> Iterator[Rich]:
    """Yield every piece of HTML of every page of a lesson; none if it is not served."""
    found = reading(text).lesson
    if found is None:
        return
    for audience in found.audiences:
        for screen in compose(found, audience, DRAWS - 1, say).screens:
            if isinstance(screen, StepScreen):
                yield screen.body
            else:
                yield from pieces(screen)


def pieces(screen: QuestionScreen) -> Iterator[Rich]:
    yield from (screen.stem, screen.answer, *screen.hints)
    for choice in (*screen.choices, *screen.matches):
        yield choice.body
        yield from (part for part in (choice.feedback, choice.match) if part)
    if screen.explanation:
        yield screen.explanation


def assert_clean(html: str) -> None:
    """Fail on anything in `html` that could act: only our tags, no handler, only our addresses."""
    for element in html5lib.parse(html, namespaceHTMLElements=False).iter():
        tag = str(element.tag).rpartition("}")[2]
        assert tag in TAGS, html
        for name, value in element.attrib.items():
            bare = str(name).rpartition("}")[2].lower()
            assert not bare.startswith("on"), html
            assert bare not in ("style", "id", "srcdoc", "action"), html
            if bare in ("href", "src"):
                assert str(value).startswith(URLS), html


@pytest.mark.parametrize(("place", "bad"), crossed(list(PLACES), PAYLOADS, 4))
def test_b1_nothing_that_acts_reaches_a_page(place: str, bad: str) -> None:
    for rich in riches(PLACES[place](bad)):
        assert_clean(rich.html)


@pytest.mark.parametrize("bad", [bad for bad in PAYLOADS if bad.startswith("<") and bad[1] != "!"])
@pytest.mark.parametrize(
    "place", ["text", "bacaan", "heading", "title", "option", "feedback", "hint"]
)
def test_b1_raw_html_is_named_at_its_line(place: str, bad: str) -> None:
    text = PLACES[place](bad)
    assert line_of(text, bad) in [line for line, message in faults(text) if "Tag HTML" in message]


@pytest.mark.parametrize(
    "bad", ["javascript:alert", "data:text/html", "//evil.example", "http://evil.example"]
)
@pytest.mark.parametrize("form", ["[ya]({})", "![ya]({})"])
def test_b1_addresses_of_others_are_named_at_their_line(form: str, bad: str) -> None:
    text = written(step=f"Ini.\n\n{form.format(bad)}\n")
    (found,) = faults(text)
    assert found[0] == line_of(text, bad)
    assert "tidak boleh dipakai" in found[1]


def test_b1_a_page_that_was_attacked_still_shows_the_words() -> None:
    text = written(step="Tanda \\< dan & dan \\> aman.\n")
    assert "Tanda &lt; dan &amp; dan &gt; aman." in next(riches(text)).html


@pytest.mark.parametrize(
    "hostile",
    [
        "[^1]" * 4000,
        "![](" * 4000,
        "[" * 16000,
        "![" * 8000,
        "[]" * 8000,
        "[a](" * 4000,
        "*a **b " * 4000,
        "_a __b " * 4000,
        "**" * 16000,
        "*" * 32000,
        "{" * 16000,
        "<a " * 8000,
        "> " * 16000,
        "- " * 16000,
        "`" * 32000,
        "\\" * 32000,
        "👩\u200d" * 8000,
        "&#x" * 8000,
        ":a" * 16000,
        "a*_" * 10000,
        "1. " * 10000,
        "\u0301" * 16000,
        "[x](suara:{" * 2000,
    ],
    ids=lambda text: text[:8],
)
def test_b11_quadratic_input_is_fast_or_stopped(hostile: str) -> None:
    text = written(step=hostile + "\n")
    began = time.monotonic()
    reading(text)
    assert time.monotonic() - began < 10  # 2 s for Markdown, the rest for a busy machine


@pytest.mark.parametrize("many", [" ", "a", "a ", "soal ", ": ", "* "])
@pytest.mark.parametrize("place", ["Berapa {} ?", "{}?", "soal {} : {} ?"])
def test_b11_a_long_line_of_a_question_is_read_at_once(place: str, many: str) -> None:
    line = place.replace("{}", many * (16_000 // len(many)))
    question = f"### Soal: angka\n{line}\n- [x] 5\nKode: baca-03-aaaa\n"
    began = time.monotonic()
    reading(written(question=question))
    assert time.monotonic() - began < 10  # 2 s for Markdown, the rest for a busy machine


def test_b11_what_takes_too_long_is_stopped_and_the_next_text_is_read() -> None:
    renderer = Renderer(limit_s=0.5)
    try:
        assert renderer.render(["**ma**"]) == ["<p><strong>ma</strong></p>"]
        with pytest.raises(TooSlowError) as stopped:
            renderer.render(["ibu", "ibu **mau** ubi.\n\n" * 200_000])
        assert stopped.value.at == 1
        assert renderer.render(["*ba*"]) == ["<p><em>ba</em></p>"]
    finally:
        renderer.close()


def test_b11_what_takes_too_long_is_named_at_its_line() -> None:
    renderer = Renderer(limit_s=0.5)
    try:
        spans = [Span(3, "ibu"), Span(7, "ibu **mau** ubi.\n\n" * 200_000)]
        prose, found, _ = typeset(spans, Lexicon(), renderer)
    finally:
        renderer.close()
    assert [(fault.line, fault.text) for fault in found] == [
        (7, "Tulisan ini terlalu rumit untuk dibaca. Hapus tanda yang berulang-ulang.")
    ]
    assert [bool(prose[span].paragraphs) for span in spans] == [True, False]


def test_b11_a_file_that_is_too_large_is_not_read() -> None:
    assert faults("x" * 64 * 1024 + "y") == [
        (1, "Berkas terlalu besar (65 KB); paling besar 64 KB. Bagi dua pelajarannya.")
    ]


PARTS = some.sampled_from(
    [
        "---\n",
        "judul: a\n",
        "tujuan: b\n",
        "## A\n",
        "### Soal: pilih\n",
        "### Soal: angka\n",
        "### Soal: jodohkan\n",
        "### Soal: urutkan\n",
        "- [x] ",
        "- [ ] ",
        "- ",
        "1. ",
        "> ",
        "  > ",
        "🐟",
        "{a}",
        "{a * ",
        "Acak: a = 1..3\n",
        "Syarat: a > 1\n",
        "Ulang: 3\n",
        "Kode: a-b\n",
        "Suara: [x]\n",
        "![](titik:{a})",
        "![](titik:7)",
        "[dengar](suara:ma)",
        "=",
        " = ",
        "\n",
        "\n\n",
        "**",
        "*",
        "_",
        "[[",
        "]]",
        "<b>",
        "\\",
        ":ikan:",
        "[^1]",
        "\t",
        "\r",
        "\x00",
        "\ufeff",
        "\ue000",
        "{F-112}",
        "Rp10.000",
    ]
)


@settings(max_examples=150, deadline=None)
@given(some.binary(max_size=300))
def test_c9_any_bytes_are_read_without_an_exception(source: bytes) -> None:
    assert reading(source).lesson is None


@settings(max_examples=150, deadline=None)
@given(some.lists(PARTS | some.text(max_size=8), max_size=30).map("".join))
def test_c9_any_text_is_read_without_an_exception_and_is_clean(text: str) -> None:
    whole = written(step=text)
    for fault in (*reading(text).faults, *reading(whole).faults):
        assert 1 <= fault.line <= max(text.count("\n"), whole.count("\n")) + 1
        assert fault.text
    for rich in riches(whole):
        assert_clean(rich.html)


@settings(max_examples=100, deadline=None)
@given(some.lists(PARTS | some.text(max_size=8), max_size=20).map("".join))
def test_c9_any_question_is_read_without_an_exception_and_is_clean(text: str) -> None:
    for rich in riches(written(question=CHOOSE.replace("Mana kata", f"{text}\nMana kata"))):
        assert_clean(rich.html)
