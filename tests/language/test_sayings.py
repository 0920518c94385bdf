"""What people say otherwise than the rules, told by authors."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from elearn.language.sayings import Sayings, Told, occurring, over, tokens
from elearn.language.spoken import LANGUAGES, spoken_words

TOLD: Told = (
    ("Jl. Tjilik Riwut", "jalan cilik riwut"), ("KB", "ka be"), ("Rp5.000", "goceng"),
    ("m", "em"), ("wi-fi", "wai fai"), ("🎉", "hore"),
)


def said(sentence: str, told: Told = TOLD) -> str:
    return " ".join(word.text for word in spoken_words(sentence, "id", told))


@pytest.mark.parametrize(("sentence", "spoken"), [
    ("Ikut KB, ya.", "Ikut ka be, ya."),
    ("kb dan KBRI", "k b dan kbri"),
    ("WI-FI dan Wi-Fi gratis", "wai fai dan wai fai gratis"),
    ("Di Jl.  Tjilik Riwut.", "Di jalan cilik riwut."),
    ("Bayar Rp5.000!", "Bayar goceng!"),
    ("Bayar Rp5.000.000!", "Bayar lima juta rupiah!"),
    ("Bagus 🎉", "Bagus hore"),
    ("2 m kain, huruf M", "dua em kain, huruf em"),
])
def test_what_was_told_comes_before_the_rules(sentence: str, spoken: str) -> None:
    assert said(sentence) == spoken


def test_a_phrase_is_one_displayed_word() -> None:
    sentence = "Di Jl. Tjilik Riwut, ya."
    assert [sentence[word.start:word.end] for word in spoken_words(sentence, "id", TOLD)] == [
        "Di", "Jl. Tjilik Riwut", "ya"]


def test_only_what_stands_in_a_text_goes_with_it() -> None:
    assert occurring(TOLD, "Ikut KB.") == (("KB", "ka be"),)
    assert occurring(TOLD, "Ikut saja, kbri.") == ()


def test_a_table_is_looked_up_by_the_words_of_a_text() -> None:
    table = Sayings(dict(TOLD))
    assert table[tokens("**KB** di jl. Yos Sudarso")] == TOLD[:2]
    assert table.get(tokens("tidak ada"), ()) == ()
    assert table.whole == TOLD


def test_what_one_lesson_tells_counts_before_what_the_site_tells() -> None:
    assert over([("KB", "keluarga berencana")], TOLD) == tuple(
        sorted({**dict(TOLD), "KB": "keluarga berencana"}.items()))


WORDS = st.text(alphabet="KB kbm1.🎉-=é\u0301", min_size=1, max_size=6).filter(str.strip)


@given(st.dictionaries(WORDS.map(str.strip), st.sampled_from(["ka be", "em"]), max_size=4),
       st.text(alphabet="KB kbm1.🎉-=é\u0301") | st.text(), st.sampled_from(list(LANGUAGES)))
def test_any_table_and_any_text_give_rising_ranges(
    table: dict[str, str], sentence: str, language: str
) -> None:
    reached = 0
    told = Sayings(table)[tokens(sentence)]
    assert occurring(Sayings(table).whole, sentence) == occurring(told, sentence)
    for word in spoken_words(sentence, language, told):
        assert reached <= word.start < word.end <= len(sentence)
        reached = word.end
