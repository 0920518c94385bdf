"""When each displayed word sounds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from elearn.narration.encoding import DELAY
from elearn.narration.script import Script, utterance
from elearn.narration.timing import Timings, cues, displayed, webvtt

PRICE = utterance("Harganya Rp10.000, ya?", "id")


def test_spoken_words_are_gathered_under_the_word_that_is_shown() -> None:
    heard = [
        (0.0, 0.5, 0, 8), (0.5, 1.0, 9, 16), (1.0, 1.3, 17, 21), (1.3, 1.9, 22, 28),
        (2.0, 2.3, 30, 32),
    ]
    assert displayed(PRICE, heard, 2.4) == [(0.0, 0.5, 0, 8), (0.5, 1.9, 9, 17), (2.0, 2.3, 19, 21)]


def test_a_word_that_the_engine_swallowed_gets_its_share_of_the_time() -> None:
    said = utterance("di mana ibu", "id")
    heard = [(0.0, 0.8, 0, 7), (0.8, 1.2, 8, 11)]
    (_, first_end, _, _), (start, end, _, _), _ = displayed(said, heard, 1.2)
    assert 0 < first_end == start < end == 0.8


def test_an_engine_that_tells_nothing_spreads_the_words_over_the_sound() -> None:
    spread = displayed(utterance("satu dua tiga", "id"), [], 3.0)
    assert [round(start, 1) for start, _, _, _ in spread] == [0.0, 1.2, 2.1]
    assert spread[-1][1] == 3.0


@given(
    st.text(alphabet="ab 1Rp.,5/%?", max_size=40),
    st.lists(st.tuples(st.floats(0, 9), st.floats(0, 9), st.integers(0, 60), st.integers(0, 60))),
    st.floats(0, 5),
)
def test_whatever_an_engine_tells_words_follow_one_another(
    sentence: str, heard: list[tuple[float, float, int, int]], seconds: float
) -> None:
    said = utterance(sentence, "id")
    intervals = displayed(said, heard, seconds)
    assert [(a, b) for _, _, a, b in intervals] == [(w.start, w.end) for w in said.words]
    latest = 0.0
    for start, end, _, _ in intervals:
        assert latest <= start <= end <= seconds
        latest = end


def test_cues_count_the_delay_of_the_encoding() -> None:
    script = Script(("Halo.", "Ibu."), "id")
    first, second = cues(
        script, ["espeak"] * 2, [(0.0, 1.0), (1.4, 2.0)], [[(0.0, 1.0, 0, 4)], [(0.0, 0.6, 0, 3)]]
    )
    assert first["start"] == pytest.approx(DELAY, abs=0.001)
    assert second["words"] == [(round(1.4 + DELAY, 3), round(2.0 + DELAY, 3), 0, 3)]


def test_a_sentence_said_twice_has_two_ids_and_keeps_them_when_another_is_edited() -> None:
    def ids(*sentences: str) -> list[str]:
        script = Script(sentences, "id")
        spans = [(0.0, 0.0)] * len(sentences)
        voices = ["espeak"] * len(sentences)
        return [cue["id"] for cue in cues(script, voices, spans, [[]] * len(sentences))]

    before = ids("Halo.", "Ibu.", "Halo.")
    assert len(set(before)) == 3
    after = ids("Halo.", "Bapak.", "Halo.")
    assert (after[0], after[2]) == (before[0], before[2])
    assert after[1] != before[1]


def test_webvtt_holds_the_sentences_with_their_times() -> None:
    script = Script(("1 < 2 & 3\n--> 4", "Ibu."), "id")
    timings = Timings(audio="x.mp3", sentences=cues(
        script, ["espeak"] * 2, [(0.0, 1.0), (3661.4, 3662.0)], [[], []]
    ))
    first, second = webvtt(script, timings).split("\n\n")[1:]
    assert first.splitlines()[2] == "1 &lt; 2 &amp; 3 --&gt; 4"
    assert second.splitlines()[1] == "01:01:01.450 --> 01:01:02.050"
