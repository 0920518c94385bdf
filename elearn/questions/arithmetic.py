"""Arithmetic in questions: names drawn by `Acak`, conditions of `Syarat`, expressions in braces.

Python's own parser reads it, a short list of nodes is let through, and every step is an exact
fraction of bounded size; so nothing an author writes can hang or surprise the hub.
"""

import ast
import functools
import hashlib
import keyword
import math
import operator
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from fractions import Fraction

LENGTH = 200                  # characters of an expression, which bounds its depth too
LARGEST = 10**15              # of a numerator or denominator
TEXT = 400                    # characters of a whole Acak or Syarat
TRIES = 50                    # draws by hash before neighbours are looked at in turn
SPACE = 1000                  # draws looked at in turn

_TOKENS = re.compile(r"(?:[a-z][a-z0-9_]*|[0-9]+(?![a-z0-9_])|[-+*/%()<>=! ])*")
_SIGNS = str.maketrans({"×": "*", "÷": "/", "−": "-", "–": "-", "≤": "<=", "≥": ">=", "≠": "!="})
_EQUALS = re.compile("(?<![<>=!])=(?!=)")
_AND = re.compile(r";|\b(?:dan|and)\b")
_NAME = re.compile("[a-z][a-z0-9_]*")
_SPAN = re.compile(
    r"(-?[0-9]{1,12})\s*\.\.\s*(-?[0-9]{1,12})(?:\s+(?:langkah|step)\s+([0-9]{1,12}))?"
)
_INTEGER = re.compile("-?[0-9]{1,12}")

_BINARY: Mapping[type[ast.operator], Callable[[Fraction, Fraction], Fraction]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
    ast.FloorDiv: lambda a, b: Fraction(a // b),
    ast.Mod: operator.mod,
}
_STEPS: Mapping[type[ast.operator], str] = {
    ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/", ast.FloorDiv: "//", ast.Mod: "%",
}
_COMPARE: Mapping[type[ast.cmpop], Callable[[Fraction, Fraction], bool]] = {
    ast.Lt: operator.lt,
    ast.LtE: operator.le,
    ast.Gt: operator.gt,
    ast.GtE: operator.ge,
    ast.Eq: operator.eq,
    ast.NotEq: operator.ne,
}


class CalculationError(ValueError):
    """Something that cannot be computed: a message id in Indonesian and the values in it."""

    def __init__(self, message: str, **values: object) -> None:
        """Keep the message id beside the filled-in text."""
        super().__init__(message.format(**values))
        self.message = message
        self.values = values


class _BeyondError(CalculationError):
    """Well written, but not to be computed with these numbers."""


def evaluate(expression: str, names: Mapping[str, Fraction]) -> Fraction:
    """Return the exact value of `+ - * / // %` and brackets over whole numbers and names."""
    return _value(_parsed(expression), names)


def operation(
    expression: str, names: Mapping[str, Fraction]
) -> tuple[str, Fraction, Fraction] | None:
    """Return the last step of a calculation, "a * h" as ("*", a, h); None where there is none."""
    node = _parsed(expression)
    if not isinstance(node, ast.BinOp) or type(node.op) not in _STEPS:
        return None
    return _STEPS[type(node.op)], _value(node.left, names), _value(node.right, names)


def holds(condition: str, names: Mapping[str, Fraction]) -> bool:
    """Return whether a `Syarat` is true: comparisons, joined by `dan` or `;`."""
    results = [_compared(part, names) for part in _parts(condition)]
    return all(results)       # only now: a slip in a later part shows even after a false one


def ranges(acak: str) -> dict[str, Sequence[int]]:
    """Return what each name of an `Acak` may be: "a = 2..5; b = 10..50 langkah 10; c = 1, 3".

    Whole numbers only; fractions come about by dividing.
    """
    if len(acak) > TEXT:
        raise CalculationError("Acak terlalu panjang. Pendekkan.")
    found: dict[str, Sequence[int]] = {}
    for part in filter(str.strip, acak.split(";")):
        name, equals, numbers = (piece.strip() for piece in part.partition("="))
        if not equals or not _NAME.fullmatch(name):
            raise CalculationError(
                "Acak tidak terbaca di '{part}'. Tulis seperti 'a = 2..5'.", part=part.strip()
            )
        if keyword.iskeyword(name) or name == "dan":
            raise CalculationError("Nama '{name}' tidak bisa dipakai. Ganti namanya.", name=name)
        if name in found:
            raise CalculationError("'{name}' ada dua kali di Acak. Hapus salah satu.", name=name)
        found[name] = _numbers(name, numbers)
    return found


_ranges = functools.lru_cache(maxsize=256)(ranges)   # the checker draws 200 times from each


@functools.lru_cache(maxsize=256)
def _parts(condition: str) -> tuple[str, ...]:
    return tuple(part for part in _AND.split(condition) if part.strip())


def draw_numbers(acak: str, syarat: str | Sequence[str], seed: int) -> dict[str, Fraction]:
    """Return a number for each name of `acak` so that every `syarat` holds.

    The same seed gives the same numbers on every machine. A condition that cannot be computed for
    some numbers (a division by zero) does not hold for them.
    """
    spans = _ranges(acak)
    condition = syarat if isinstance(syarat, str) else ";".join(syarat)
    if len(condition) > TEXT:
        raise CalculationError("Syarat terlalu panjang. Pendekkan.")
    for places in _places(spans, seed):
        numbers = zip(spans.items(), places, strict=True)
        drawn = {name: Fraction(span[place]) for (name, span), place in numbers}
        if _possible(condition, drawn):
            return drawn
    raise CalculationError("Tidak ada angka Acak yang memenuhi Syarat. Longgarkan salah satunya.")


def _places(spans: Mapping[str, Sequence[int]], seed: int) -> Iterator[list[int]]:
    """Yield for each name a place in its span: by hash, then neighbours in turn."""
    for at in range(TRIES):
        yield [_hash(f"{seed} {at} {name}") % len(span) for name, span in spans.items()]
    total = math.prod(map(len, spans.values()))
    start = _hash(f"{seed}")
    for at in range(min(total, SPACE)):
        rest, places = (start + at) % total, []
        for span in spans.values():
            rest, place = divmod(rest, len(span))
            places.append(place)
        yield places


def _hash(text: str) -> int:
    return int.from_bytes(hashlib.sha256(text.encode()).digest()[:8])


def _possible(condition: str, names: Mapping[str, Fraction]) -> bool:
    try:
        return holds(condition, names)
    except _BeyondError:
        return False


def _numbers(name: str, text: str) -> Sequence[int]:
    span = _SPAN.fullmatch(text)
    if span:
        first, last, step = int(span[1]), int(span[2]), int(span[3] or 1)
        if first > last or not step:
            raise CalculationError(
                "Rentang '{name} = {text}' kosong. Tulis dari kecil ke besar, langkah di atas nol.",
                name=name, text=text,
            )
        return range(first, last + 1, step)
    pieces = [piece.strip() for piece in text.split(",")]
    if not all(map(_INTEGER.fullmatch, pieces)):
        raise CalculationError(
            "Angka '{name} = {text}' tidak terbaca. Tulis bilangan bulat tanpa titik, seperti "
            "'2..5', '10..50 langkah 10' atau '1, 2, 5'.",
            name=name, text=text,
        )
    return tuple(map(int, pieces))


@functools.lru_cache(maxsize=1024)
def _parsed(expression: str) -> ast.expr:
    text = _EQUALS.sub("==", " ".join(expression.translate(_SIGNS).split()))
    if not text or len(text) > LENGTH or not _TOKENS.fullmatch(text):
        raise _unreadable(expression)
    try:
        return ast.parse(text, mode="eval").body
    except (SyntaxError, ValueError, MemoryError, RecursionError):
        raise _unreadable(expression) from None


def _unreadable(expression: str) -> CalculationError:
    return CalculationError(
        "Hitungan '{expression}' tidak terbaca. Pakai + - * / ( ), bilangan bulat tanpa titik, dan "
        "nama dari Acak.",
        expression=expression if len(expression) <= LENGTH else expression[:LENGTH] + "…",
    )


def _value(node: ast.expr, names: Mapping[str, Fraction]) -> Fraction:
    match node:
        case ast.Constant(value=int(number)):
            return _bounded(Fraction(number))
        case ast.Name(id=name):
            if name not in names:
                raise CalculationError(
                    "'{name}' belum ada di Acak. Tambahkan, misalnya 'Acak: {name} = 2..5'.",
                    name=name,
                )
            return names[name]
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            return -_value(operand, names)
        case ast.BinOp(left=left, op=op, right=right) if type(op) in _BINARY:
            return _operated(_BINARY[type(op)], _value(left, names), _value(right, names))
    raise _unreadable(ast.unparse(node))


def _operated(
    operate: Callable[[Fraction, Fraction], Fraction], left: Fraction, right: Fraction
) -> Fraction:
    try:
        return _bounded(operate(left, right))
    except ZeroDivisionError:
        raise _BeyondError("Ada pembagian dengan nol. Ubah Acak atau Syarat.") from None


def _bounded(number: Fraction) -> Fraction:
    if max(abs(number.numerator), number.denominator) > LARGEST:
        raise _BeyondError("Hasil hitungan terlalu besar. Perkecil angka di Acak.")
    return number


def _compared(condition: str, names: Mapping[str, Fraction]) -> bool:
    compared, operators = _comparison(condition)
    sides = [_value(side, names) for side in compared]
    pairs = zip(operators, sides, sides[1:], strict=False)
    return all(compare(left, right) for compare, left, right in pairs)


@functools.lru_cache(maxsize=256)
def _comparison(
    condition: str,
) -> tuple[tuple[ast.expr, ...], tuple[Callable[[Fraction, Fraction], bool], ...]]:
    """Return the sides of a comparison and what stands between them."""
    node = _parsed(condition)
    if not isinstance(node, ast.Compare) or not all(type(op) in _COMPARE for op in node.ops):
        raise CalculationError(
            "Syarat '{condition}' harus membandingkan, seperti 'a * h <= 20000'.",
            condition=condition.strip(),
        )
    return (node.left, *node.comparators), tuple(_COMPARE[type(op)] for op in node.ops)
