"""Pieces among the words: pictures, figures, sounds and braces, taken out before Markdown."""

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field

from elearn.content import pictures
from elearn.content.facts import fact_meant, looks_like_fact, reference
from elearn.content.faults import LATER, RAW_HTML, later, phrase
from elearn.content.keywords import LATER_FIGURES, means, nearest
from elearn.content.lesson import Drawing, Link, Mention, Number, Picture, Piece, Sound
from elearn.content.own import Files
from elearn.content.prepared import RefusedError
from elearn.figures import FIGURES
from elearn.questions.values import Fault

OPEN, CLOSE = "\ue000", "\ue001"
"""Around the number of a piece while Markdown works; decoding lets no author write them."""

RECORDED = "rekaman"
"""The scheme under which `Suara: [ma](suara/ma.mp3)` stands here."""

MARK = re.compile(f"{OPEN}([0-9]+){CLOSE}")

# Every stretch stops at the sign that begins the next token, so that no input is scanned twice.
_TARGET = r"\((?P<{0}>(?:[^(){{}}\n]|\{{[^{{}}\n]*+\}})*+)\)"
_TOKENS = re.compile(
    r"(?P<escape>\\[\\`*_{}\[\]()<>#+.!|:-])"
    r"|(?P<html><[a-zA-Z/!?][^<>\n]*+>?)"
    r"|(?P<apart>!?\[[^\[\]\n]*+\][ \t]++\((?=[a-z-]++:[^\s()]))"
    rf"|(?P<image>!\[(?P<alt>[^\[\]\n]*+)\](?:{_TARGET.format('source')})?)"
    r"|(?P<broken>!\[)"
    r"|(?P<footnote>\[\^)"
    r"|(?P<gap>\[\[)"
    rf"|(?P<link>\[(?P<label>[^\[\]\n]*+)\](?:{_TARGET.format('address')}|\[[^\[\]\n]*+\]|\())"
    r"|(?P<brace>\{(?P<inside>[^{}\n]*+)\})"
    r"|(?P<loose>[{}])"
    r"|(?P<alias>:(?P<name>[a-z][a-z0-9_-]*+):)"
    r"|(?P<sign>[0-9#*]\ufe0f?\u20e3|[^\x00-\x7f])"
)
_SCHEME = re.compile(r"(?P<scheme>[A-Za-z][A-Za-z0-9+.-]*):(?P<rest>.*)")
_LESSON = re.compile(
    r"(?:\./|\.\./[a-z]+/)?(?P<stem>[a-z0-9][a-z0-9-]*)(?:\.[a-z]{2})?\.md", re.IGNORECASE
)
_NESTED = re.compile(r"\{[^{}]*\}")


@dataclass(frozen=True, slots=True)
class Span:
    """Words of the author that begin at a line."""

    line: int
    text: str


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What emoji are called in the language of a lesson, which facts and own files there are."""

    language: str = "id"
    words: Mapping[str, str] = field(default_factory=dict)
    facts: Collection[str] = ()
    files: Files = field(default_factory=Files)


@dataclass(slots=True)
class Taken:
    """A span whose pieces were taken out: marks stand where they were."""

    text: str
    pieces: list[Piece | str] = field(default_factory=list)     # a str is a sign to show as it is
    faults: list[Fault] = field(default_factory=list)
    notes: list[Fault] = field(default_factory=list)


def take(span: Span, lexicon: Lexicon) -> Taken:
    """Take the pieces out of a span; total, and linear in its length."""
    return _Taker(span, lexicon).run()


def with_pictures(text: str, lexicon: Lexicon) -> str:
    """Return a text with 🐟 in the place of `:ikan:`, wherever that is read as a picture."""
    out, at = "", 0
    while found := _TOKENS.search(text, at):
        out += text[at:found.start()]
        at = found.end()
        piece = found[0]
        if found.lastgroup == "sign":
            at = found.start() + len(pictures.sequence_at(text, found.start()) or piece)
            piece = text[found.start():at]
        elif found.lastgroup == "alias":
            at, piece = _drawn(found, lexicon)
        out += piece
    return out + text[at:]


def _drawn(found: re.Match[str], lexicon: Lexicon) -> tuple[int, str]:
    """Return where the text goes on after `:ikan:`, and what to write in its place."""
    sign = pictures.named(found["name"], lexicon.words, lexicon.language)
    if sign is None:
        return found.end() - 1, found[0][:-1]
    written, after = pictures.whole(sign), found.string[found.end():found.end() + 24]
    alone = pictures.sequence_at(written + after, 0) == written and pictures.drawing(sign)
    return found.end(), written if alone else found[0]


class _Taker:
    """Walks over one span from token to token."""

    def __init__(self, span: Span, lexicon: Lexicon) -> None:
        self._span = span
        self._lexicon = lexicon
        self._taken = Taken("")

    def run(self) -> Taken:
        """Return the span with marks for pieces."""
        text, out, at = self._span.text, [], 0
        line, counted = self._span.line, 0
        while found := _TOKENS.search(text, at):
            line += text.count("\n", counted, found.start())
            counted = found.start()
            out.append(text[at:found.start()])
            handle: Callable[[re.Match[str], int], int] = getattr(self, f"_{found.lastgroup}")
            before = len(self._taken.pieces)
            at = handle(found, line)
            if len(self._taken.pieces) > before:
                out.append(f"{OPEN}{before}{CLOSE}")
            elif found.lastgroup in ("sign", "alias"):
                out.append(text[found.start():at])
        self._taken.text = "".join(out) + text[at:]
        return self._taken

    def _fault(self, line: int, message: str, **values: object) -> None:
        if not any(fault.line == line and fault.message == message for fault in self._taken.faults):
            self._taken.faults.append(Fault(line, message, values))

    def _escape(self, found: re.Match[str], _line: int) -> int:
        self._taken.pieces.append(found[0][1])
        return found.end()

    def _html(self, found: re.Match[str], line: int) -> int:
        self._fault(line, RAW_HTML, tag=_short(found[0]))
        return found.end()

    def _apart(self, found: re.Match[str], line: int) -> int:
        self._fault(line, "Hapus spasi di antara ']' dan '('.")
        return found.end()

    def _unclosed(self, line: int) -> None:
        self._fault(line, "Kurung tutup ')' belum ada. Tulis seperti '![](titik:7)' atau "
                    "'[dengar](suara:ma)'.")

    def _image(self, found: re.Match[str], line: int) -> int:
        source = found["source"]
        if source is None and self._span.text.startswith("(", found.end()):
            self._unclosed(line)
            return found.end()
        if source is None:
            self._fault(
                line, "Gambar ini tidak punya alamat. Tulis seperti '![kuda](emoji:🐴)'."
            )
            return found.end()
        scheme = _SCHEME.fullmatch(source.strip())
        if not scheme or len(scheme["scheme"]) == 1:         # C:\ is no scheme
            self._own_picture(line, source.strip(), found["alt"].strip())
        elif scheme["scheme"] == "emoji":
            self._emoji(line, scheme["rest"], found["alt"].strip())
        else:
            self._figure(line, scheme["scheme"], scheme["rest"])
        return found.end()

    def _own_picture(self, line: int, source: str, word: str) -> None:
        if source.startswith("//"):
            self._foreign(line, source)
        elif not word:
            self._fault(line, "Gambar ini belum punya kata. Tulis apa yang terlihat, misalnya "
                        "'![Seekor ikan]({file})'.", file=_short(source))
        else:
            try:
                self._taken.pieces.append(self._lexicon.files.photo(line, source, word))
            except RefusedError as error:
                self._fault(line, error.fault.message, **error.fault.values)

    def _emoji(self, line: int, sign: str, word: str) -> None:
        if pictures.sequence_at(sign, 0) != sign:
            self._fault(
                line, "'{sign}' bukan satu emoji. Tulis seperti '![kuda](emoji:🐴)'.",
                sign=_short(sign),
            )
            return
        self._picture(line, sign, word)

    def _figure(self, line: int, name: str, args: str) -> None:
        if name in FIGURES and any(reference(one[1:-1]) for one in _NESTED.findall(args)):
            self._fault(line, "Fakta tidak bisa dipakai di gambar hitung. Tulis di kalimat.")
        elif name in FIGURES:
            # braces are numbers of a draw; whether those can be drawn is checked by drawing them
            message = None if "{" in args else FIGURES[name].fault(args)
            bare = "".join(args.split())
            if message and bare != args and not FIGURES[name].fault(bare):
                self._fault(line, "Hapus spasinya. Tulis '{figure}'.", figure=f"{name}:{bare}")
            elif message:
                self._fault(line, message)
            else:
                self._taken.pieces.append(Drawing(line, name, args))
        elif name in LATER_FIGURES:
            self._fault(
                line, LATER, **later(
                    phrase("Gambar hitung '{name}'", name=name),
                    "Yang sudah ada: {names}.", names=", ".join(FIGURES),
                ),
            )
        elif near := nearest(name, FIGURES):
            self._fault(
                line, "Gambar hitung '{name}' tidak dikenal; maksudnya '{near}'?",
                name=name, near=near,
            )
        else:
            self._foreign(line, f"{name}:{args}")

    def _foreign(self, line: int, address: str) -> None:
        self._fault(
            line,
            "Alamat '{address}' tidak boleh dipakai. Yang boleh: emoji, suara, dan gambar hitung "
            "seperti titik:7.",
            address=_short(address),
        )

    def _broken(self, found: re.Match[str], line: int) -> int:
        self._fault(line, "Gambar ini tidak lengkap. Tulis seperti '![kuda](emoji:🐴)'.")
        return found.end()

    def _footnote(self, found: re.Match[str], line: int) -> int:
        self._fault(line, "Catatan kaki '[^…]' tidak dipakai. Tulis keterangannya di kalimat.")
        return found.end()

    def _gap(self, found: re.Match[str], line: int) -> int:
        self._fault(
            line, LATER, **later(phrase("Kata rumpang '[[…]]'"), "Pakai '### Soal: isian'.")
        )
        return found.end()

    def _link(self, found: re.Match[str], line: int) -> int:
        address = found["address"]
        if address is None:
            self._incomplete(line, found[0])
            return found.end()
        address, label = address.strip(), found["label"].strip()
        scheme = _SCHEME.fullmatch(address)
        lesson = _LESSON.fullmatch(address)
        if scheme and means(scheme["scheme"], "suara") and scheme["rest"].strip():
            self._sound(line, scheme["rest"].strip(), label)
        elif scheme and scheme["scheme"] == RECORDED:
            self._recording(line, label, scheme["rest"])
        elif address.startswith(("suara/", "./suara/")):
            self._recording(line, label, address)
        elif lesson and label:
            self._taken.pieces.append(Link(line, lesson["stem"], label))
        elif scheme or address.startswith("//"):
            self._no_link(line, address, found[0])
        else:
            self._fault(line, "Tautan '{address}' tidak terbaca. Tulis nama berkas pelajaran, "
                        "misalnya '[lihat](baca-01-vokal-a-i-u.md)'.", address=_short(address))
        return found.end()

    def _incomplete(self, line: int, link: str) -> None:
        if link.endswith("("):
            self._unclosed(line)
            return
        self._fault(
            line,
            "Tautan '{link}' tidak lengkap atau merujuk. Yang boleh: '[dengar](suara:ma)'.",
            link=_short(link),
        )

    def _no_link(self, line: int, address: str, whole: str) -> None:
        if address.partition(":")[0] in (*FIGURES, "emoji"):
            self._fault(line, "Tanda '!' belum ada. Tulis '!{link}'.", link=_short(whole))
        else:
            self._foreign(line, address)

    def _recording(self, line: int, said: str, file: str) -> None:
        if not any(map(str.isalnum, said)) or "{" in said:
            self._fault(line, "Tulis di dalam kurung siku apa yang diucapkan rekaman ini, misalnya "
                        "'Suara: [ma](suara/ma.mp3)', tanpa hitungan.")
            return
        try:
            mark = self._lexicon.files.recording(line, file.strip())
        except RefusedError as error:
            self._fault(line, error.fault.message, **error.fault.values)
        else:
            self._taken.pieces.append(Sound(line, said, recording=mark))

    def _sound(self, line: int, text: str, label: str) -> None:
        for brace in _NESTED.findall(text):
            if self._is_fact(line, brace[1:-1].strip()) is False:
                return
        self._taken.pieces.append(Sound(line, text, label))

    def _brace(self, found: re.Match[str], line: int) -> int:
        inside = found["inside"].strip()
        fact = self._is_fact(line, inside)
        if fact is None:
            self._taken.pieces.append(Number(line, inside))
        elif fact and (named := reference(inside)):
            self._taken.pieces.append(Mention(line, *named))
        return found.end()

    def _is_fact(self, line: int, inside: str) -> bool | None:
        """Return whether braces name a fact that there is; None for arithmetic. Report the rest."""
        known = self._lexicon.facts
        named = reference(inside)
        if named and named[0] in known:
            return True
        if named is None and not looks_like_fact(inside, known):
            return None
        near = fact_meant(inside, known)
        message = (
            "Fakta '{fact}' tidak ada; maksudnya '{near}'?" if near else
            "Fakta '{fact}' tidak ada di fakta.md. Tulis dulu di sana, dengan sumber dan tanggal."
        )
        self._fault(line, message, fact=_short(f"{{{inside}}}"), near=f"{{{near}}}")
        return False

    def _loose(self, found: re.Match[str], line: int) -> int:
        self._fault(
            line,
            "Kurung '{brace}' tidak berpasangan. Hitungan ditulis dengan dua kurung, misalnya "
            "'{example}'.",
            brace=found[0], example="{a + b}",
        )
        return found.end()

    def _alias(self, found: re.Match[str], line: int) -> int:
        sign = pictures.named(found["name"], self._lexicon.words, self._lexicon.language)
        if sign is None:
            return found.end() - 1      # its last colon may begin the next name
        message = "'{name}' dibaca sebagai {emoji}."
        self._taken.notes.append(Fault(line, message, {"name": found[0], "emoji": sign}))
        self._picture(line, sign, "")
        return found.end()

    def _sign(self, found: re.Match[str], line: int) -> int:
        text = self._span.text
        sign = pictures.sequence_at(text, found.start())
        if sign is None:
            return found.end()
        self._picture(line, sign, "")
        return found.start() + len(sign)

    def _picture(self, line: int, sign: str, word: str) -> None:
        address = pictures.drawing(sign)
        if not address:
            message = "Tidak ada gambar untuk {emoji}. Pakai emoji lain."
            self._fault(line, message, emoji=sign)
            return
        word = word or pictures.word_for(sign, self._lexicon.words, self._lexicon.language)
        self._taken.pieces.append(Picture(line, pictures.plain(sign), word, address))


def _short(text: str) -> str:
    return text if len(text) <= 40 else text[:40] + "…"
