"""Lines of a lesson that can be read for sure, written as the format writes them."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence

from elearn.content.gaps import is_gapped, spaced
from elearn.content.keywords import COLLECT, FIELDS, FRONT, WORDS, spelled
from elearn.content.pieces import Lexicon, with_pictures
from elearn.questions import KINDS

_COMMENT = re.compile(r"(?:^|\s\s)#.*")
_HEADING = re.compile(r"(?P<signs>#+)\s*(?P<text>.*)")
_ASKED = re.compile(r"(?P<word>[^\s:]+)\s*:\s*(?P<kind>.*)")
_BRACKET = re.compile(r"(?P<title>.*\S)\s*\((?P<who>[^()]*)\)")
_QUOTE = re.compile(r"\s*>\s?(?P<text>.*)")
_OPTION = re.compile(
    r"\s*(?:[-*+]\s*\[\s*(?P<box>[xX]?)\s*\](?![(\[])|(?P<sign>[-*+])\s+|(?P<count>[0-9]{1,3})[.)]\s+)"
    r"(?P<text>.*)"
)
_FIELD = re.compile(r"(?P<name>[A-Za-z][A-Za-z-]+)\s?:(?P<value>.*)")

_KINDS: Mapping[str, str] = {kind.name: kind.english for kind in KINDS.values()}
_LISTS = frozenset({"prasyarat", "huruf", "fitur", "kata-pandang", "ditinjau"})
_CHOICES = frozenset({"untuk", "huruf-besar", "jenis", "peka"})
_APART = frozenset({("prose", "prose"), ("bacaan", "prose"), ("bacaan", "bacaan")})
"""Neighbours in a question that a blank line keeps apart."""


def tidy_front(lines: Sequence[str], language: str) -> list[str]:
    """Return front matter with its two `---`."""
    inside = [_entry(line, language) for line in lines if line.strip() and line != "---"]
    return ["---", *inside, "---"]


def _entry(line: str, language: str) -> str:
    comment = _COMMENT.search(line)
    bare = line[:comment.start()] if comment else line
    if not bare.strip():
        return line
    kept = bare[len(bare.rstrip()):] + (comment[0] if comment else "")
    key, _, value = (part.strip() for part in bare.partition(":"))
    ours = spelled(key, FRONT, "id")
    return f"{spelled(key, FRONT, language)}: {_value(ours, value, language)}{kept}"


def _value(key: str, value: str, language: str) -> str:
    if key in _LISTS:
        parts = (" ".join(part.split()) for part in value.split(","))
        return re.sub(r" -(?=,|$)", " –", ", ".join(parts)) if key == "ditinjau" else (
            ", ".join(parts)
        )
    return spelled(value, WORDS, language) if key in _CHOICES else value


def tidy_body(
    lines: Sequence[str], kinds: Sequence[tuple[str, bool]], lexicon: Lexicon
) -> list[str]:
    """Return the steps; `kinds` says of each line what it is."""
    tidying = _Tidying(lexicon)
    for line, (kind, asking) in zip(lines, kinds, strict=True):
        tidying.take(line, kind, asking)
    return tidying.lines


class _Tidying:
    """Writes line by line, and settles where blank lines stand."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lines: list[str] = []
        self._lexicon = lexicon
        self._before = ""        # what the last line was
        self._blank = False      # whether blank lines came after it
        self._options = False    # whether the question has shown options
        self._gapped = False     # whether it has gaps

    def take(self, line: str, kind: str, asking: bool) -> None:
        """Take in the next line."""
        if not line.strip():
            self._blank = True
            return
        tag = self._tag(line, kind, asking)
        if tag in ("step", "question"):
            self._options = self._gapped = False
        self._options |= tag == "option"
        if self.lines:
            self.lines += self._gap(tag, asking)
        self.lines.append(self._written(line, tag).rstrip())
        self._before, self._blank = tag, False

    def _tag(self, line: str, kind: str, asking: bool) -> str:
        if line.startswith("#"):
            return "question" if asking else "step"
        if kind == "quote":
            return "feedback" if asking and self._options else "bacaan"
        if kind == "item":
            return "option" if asking else "item"
        return ("field" if asking else "sound") if kind == "field" else kind

    def _gap(self, tag: str, asking: bool) -> list[str]:
        """Return the blank line that stands before a line, or none."""
        before = self._before
        if tag in ("step", "question") or before == "step":
            return [""]
        if asking and tag == before == "feedback" and self._blank:
            return ["  >"]
        if asking:
            return [""] if self._blank and (before, tag) in _APART else []
        return [""] if self._blank or before != tag else []

    def _written(self, line: str, tag: str) -> str:
        write: Callable[[str], str] = getattr(self, f"_{tag}", self._as_it_is)
        return write(line)

    def _as_it_is(self, line: str) -> str:
        text = with_pictures(line, self._lexicon)
        return spaced(text) if self._gapped else text

    def _step(self, line: str) -> str:
        text = _HEADING.sub(r"\g<text>", line).strip()
        found = _BRACKET.fullmatch(text)
        who = spelled(found["who"], _some(("anak", "dewasa")), self._language) if found else ""
        if found and who in _words(("anak", "dewasa")):
            text = f"{found['title']} ({who})"
        return f"## {text}"

    def _question(self, line: str) -> str:
        text = _HEADING.sub(r"\g<text>", line).strip()
        found = _ASKED.fullmatch(text)
        if found is None:
            return line
        self._gapped = is_gapped(found["kind"])
        word = spelled(found["word"], {"Soal": "Question"}, self._language)
        return f"### {word}: {spelled(found['kind'].strip(), _KINDS, self._language)}"

    def _bacaan(self, line: str) -> str:
        text = self._quoted(line)
        return f"> {spaced(text) if self._gapped else text}"

    def _feedback(self, line: str) -> str:
        return f"  > {self._quoted(line)}"

    def _quoted(self, line: str) -> str:
        return with_pictures(_QUOTE.sub(r"\g<text>", line), self._lexicon)

    def _option(self, line: str) -> str:
        found = _OPTION.fullmatch(line)
        if found is None:
            return line
        text = with_pictures(found["text"].strip(), self._lexicon)
        if found["box"] is not None:
            return f"- [{'x' if found['box'] else ' '}] {text}"
        return f"{found['count']}. {text}" if found["count"] else f"- {text}"

    def _field(self, line: str) -> str:
        found = _FIELD.fullmatch(line)
        if found is None:
            return line
        name, value = spelled(found["name"], FIELDS, self._language), found["value"].strip()
        if spelled(name, FIELDS, "id") in ("Petunjuk", "Penjelasan"):
            value = with_pictures(value, self._lexicon)
        elif spelled(name, FIELDS, "id") in ("Pilihan", "Urutan"):
            value = spelled(value, _some(("dibaca", "tetap")), self._language)
        elif spelled(name, FIELDS, "id") == "Kumpul":
            parts = (part.strip() for part in value.split(","))
            value = ", ".join(spelled(part, COLLECT, self._language) for part in parts)
        return f"{name}: {value}"

    _sound = _field

    @property
    def _language(self) -> str:
        return self._lexicon.language


def _some(words: Iterable[str]) -> Mapping[str, str]:
    return {word: WORDS[word] for word in words}


def _words(words: Iterable[str]) -> frozenset[str]:
    return frozenset(form for word in words for form in (word, WORDS[word]))
