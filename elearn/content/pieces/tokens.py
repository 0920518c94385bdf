"""What may begin a piece: one pattern, each of its alternatives named for its handler."""

import re

# Every stretch stops at the sign that begins the next token, so that no input is scanned twice.
_TARGET = r"\((?P<{0}>(?:[^(){{}}\n]|\{{[^{{}}\n]*+\}})*+)\)"

TOKENS = re.compile(
    r"(?P<escape>\\[\\`*_{}\[\]()<>#+.!|:-])"
    r"|(?P<html><[a-zA-Z/!?][^<>\n]*+>?)"
    r"|(?P<apart>!?\[[^\[\]\n]*+\][ \t]++\((?=[a-z-]++:[^\s()]))"
    rf"|(?P<image>!\[(?P<alt>[^\[\]\n]*+)\](?:{_TARGET.format('source')})?)"
    r"|(?P<broken>!\[)"
    r"|(?P<footnote>\[\^)"
    r"|(?P<gap>\[\[(?:(?P<blank>[^\[\]\n]*+)\]\])?)"
    rf"|(?P<link>\[(?P<label>[^\[\]\n]*+)\](?:{_TARGET.format('address')}|\[[^\[\]\n]*+\]|\())"
    r"|(?P<brace>\{(?P<inside>[^{}\n]*+)\})"
    r"|(?P<loose>[{}])"
    r"|(?P<alias>:(?P<name>[a-z][a-z0-9_-]*+):)"
    r"|(?P<sign>[0-9#*]\ufe0f?\u20e3|[^\x00-\x7f])"
)
"""The next token of a text."""

SCHEME = re.compile(r"(?P<scheme>[A-Za-z][A-Za-z0-9+.-]*):(?P<rest>.*)")
"""An address that says what it is: `titik:7`."""

NESTED = re.compile(r"\{[^{}]*\}")
"""Braces within an address."""
