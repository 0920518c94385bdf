"""C9 for questions: whatever is written, typed or forged, marking stays calm and repeatable."""

import json

from hypothesis import given
from hypothesis import strategies as st

from elearn.questions import KINDS, kind_named, raw_answer
from elearn.questions.uang import APART, PIECES
from elearn.questions.values import Kind, Line, Verdict

kinds = st.sampled_from(list(KINDS.values()))
texts = st.text(max_size=20) | st.sampled_from(
    ["ma", "mi", "12.500", "12,5 ± 1", "5 kg", "7.000", "500", "🐟", ""]
)
lines = st.lists(
    st.builds(Line, texts, st.booleans(), st.integers(0, 9), texts, texts, st.integers(0, 2),
              st.booleans(), st.lists(st.sampled_from([*PIECES]), max_size=4).map(tuple)),
    max_size=6,
)
ids = st.lists(st.sampled_from(["0", "1", "2", "3", "", "07"]), max_size=6).map(",".join)
money = st.lists(st.sampled_from([*map(str, PIECES), "7", ""]), max_size=5).map("+".join)
numbers = st.from_regex(r"(Rp)?[-+]?[0-9]{0,13}[.,]?[0-9]{0,4}( kg|,-)?", fullmatch=True)
raws = ids | numbers | money | texts | st.text()


@given(kinds, lines, raws)
def test_any_answer_to_any_lines_gets_a_verdict(
    kind: Kind, written: list[Line], raw: str
) -> None:
    key = json.loads(json.dumps(kind.key(written)))
    verdict = kind.mark(key, raw)
    assert (verdict == Verdict("unclear")) is (verdict.canonical == "")
    behind = len(APART) if kind.name == "uang" else 0
    assert verdict.line is None or 0 <= verdict.line < len(written) + behind


@given(kinds, lines, raws)
def test_a_canonical_answer_is_marked_as_its_raw_one(
    kind: Kind, written: list[Line], raw: str
) -> None:
    key = kind.key(written)
    verdict = kind.mark(key, raw)
    assert kind.mark(key, verdict.canonical) == verdict


@given(kinds, lines)
def test_the_right_answer_is_right_wherever_there_is_one(kind: Kind, written: list[Line]) -> None:
    if not kind.faults(written, 1):
        key = kind.key(written)
        best = "given" if kind.shape == "task" else "right"
        assert kind.mark(key, kind.right(key)).outcome == best


@given(kinds, lines)
def test_every_fault_is_a_whole_message(kind: Kind, written: list[Line]) -> None:
    for fault in kind.faults(written, 1):
        assert fault.text.strip().endswith(".")


@given(kinds, st.dictionaries(st.from_regex("a[0-9]{0,4}") | texts, st.lists(texts, max_size=3)))
def test_any_form_is_an_answer_that_can_be_marked(kind: Kind, form: dict[str, list[str]]) -> None:
    kind.mark(kind.key([Line("ma", True), Line("mi", False)]), raw_answer(kind, form))


@given(texts)
def test_any_word_after_soal_names_a_kind_or_none(text: str) -> None:
    found = kind_named(text)
    assert found is None or " ".join(text.lower().split()) in (found.name, found.english)
