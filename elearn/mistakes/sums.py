"""Numbers that come out when something else was calculated, or written, than what was asked."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from fractions import Fraction

from elearn.mistakes.calculation import Calculation

Numbers = Iterator[Fraction | int]
OfStep = Callable[[Calculation], Numbers]
OfRight = Callable[[int], Numbers]

COUNTED = 100
"""Up to here people count by ones, so that one too many is a slip of counting."""

FIRST_SUMS = 20

NOTES = (1000, 2000, 5000, 10_000, 20_000, 50_000)
"""Rupiah notes, one of which may be given too many or too few."""


def _instead(asked: str, done: Callable[[Fraction, Fraction], Fraction]) -> OfStep:
    """Return the rule that another step was done with the same two numbers."""

    def numbers(sum_: Calculation) -> Numbers:
        if sum_.step in asked.split():
            yield done(sum_.left, sum_.right)

    return numbers


def _multiplied(sum_: Calculation) -> Numbers:
    """Yield the product where a sum is asked for; who adds up to twenty has not met products."""
    if sum_.step == "+" and sum_.left + sum_.right > FIRST_SUMS:
        yield sum_.left * sum_.right


def _price(sum_: Calculation) -> Numbers:
    if sum_.change:
        yield sum_.right


def _whole_payment(sum_: Calculation) -> Numbers:
    if sum_.change:
        yield sum_.left


def _a_note(sum_: Calculation) -> Numbers:
    """Yield change that is one note off."""
    if sum_.change:
        right = sum_.left - sum_.right
        yield from (right - note for note in NOTES)
        yield from (right + note for note in NOTES if right + note < sum_.left)


def _rest_forgotten(sum_: Calculation) -> Numbers:
    """Yield how many are full where one more is needed for the rest: boats, boxes, days."""
    if sum_.step == "up":
        yield Fraction(sum_.left // sum_.right)


def _whole_for_rest(sum_: Calculation) -> Numbers:
    if sum_.step == "%" and sum_.right:
        yield Fraction(sum_.left // sum_.right)


def _columns(sum_: Calculation) -> Iterator[tuple[int, int]]:
    """Yield the digits under each other, ones first, of whole numbers."""
    left, right = sum_.left, sum_.right
    if left.denominator == right.denominator == 1 and left >= right >= 0:
        digits = str(left.numerator)[::-1], str(right.numerator)[::-1].ljust(15, "0")
        yield from ((int(above), int(under)) for above, under in zip(*digits, strict=False))


def _not_carried(sum_: Calculation) -> Numbers:
    """Yield the sum of which no ten was carried: 27 + 35 = 52."""
    turned = Calculation(
        sum_.step, max(sum_.left, sum_.right), min(sum_.left, sum_.right), (), change=False
    )
    columns = list(_columns(turned))
    if sum_.step == "+" and len(columns) > 1 and any(above + under > 9 for above, under in columns):
        yield _number(above + under if at == len(columns) - 1 else (above + under) % 10
                      for at, (above, under) in enumerate(columns))


def _not_borrowed(sum_: Calculation) -> Numbers:
    """Yield the difference of the smaller digit from the larger: 52 - 38 = 26."""
    columns = list(_columns(sum_))
    if sum_.step == "-" and any(above < under for above, under in columns):
        yield _number(abs(above - under) for above, under in columns)


def _number(columns: Iterable[int]) -> int:
    return sum(digit * 10**at for at, digit in enumerate(columns))


def _given(sum_: Calculation) -> Numbers:
    yield from sum_.given


def _one_more(right: int) -> Numbers:
    if 0 <= right <= COUNTED:
        yield right + 1


def _one_less(right: int) -> Numbers:
    if 0 < right <= COUNTED:
        yield right - 1


def _as_it_sounds(right: int) -> Numbers:
    """Yield a number that is written as it is said: 342 as 30042 or 300402."""
    digits = str(right)
    parts = [digit + "0" * (len(digits) - at - 1) for at, digit in enumerate(digits)
             if digit != "0"]
    if len(parts) > 1 and len(digits) <= 4:
        yield int("".join(parts))
        last = str(right % 100)
        if len(digits) > 2 and len(last) == 2 and last[1] != "0":
            yield int("".join(parts[:-2]) + last) if len(parts) > 2 else int(parts[0] + last)


def _digits_turned(right: int) -> Numbers:
    """Yield a number with two neighbouring digits in each other's place: 12 as 21."""
    digits = str(right)
    for at in range(len(digits) - 1):
        turned = [*digits[:at], digits[at + 1], digits[at], *digits[at + 2:]]
        if turned[0] != "0":
            yield int("".join(turned))


def _six_nine(right: int) -> Numbers:
    """Yield a number whose 6 and 9 were taken for each other, all or one of them."""
    digits = str(right)
    yield int(digits.translate(str.maketrans("69", "96")))
    for at, digit in enumerate(digits):
        if digit in "69":
            yield int(f"{digits[:at]}{15 - int(digit)}{digits[at + 1:]}")


def _thousand_lost(right: int) -> Numbers:
    if right and right % 1000 == 0:
        yield right // 1000


def _nought_more(right: int) -> Numbers:
    if right >= COUNTED and right % 10 == 0:
        yield right * 10


def _nought_less(right: int) -> Numbers:
    if right >= COUNTED and right % 10 == 0:
        yield right // 10


STEPS: Mapping[str, OfStep] = {
    "harga-kembalian": _price,
    "uang-pembeli": _whole_payment,
    "tambah-kali": _instead("*", lambda a, b: a + b),
    "tambah-kurang": _instead("-", lambda a, b: a + b),
    "kurang-tambah": _instead("+", lambda a, b: abs(a - b)),
    "kali-bagi": _instead("/ //", lambda a, b: a * b),
    "kurang-bagi": _instead("/ //", lambda a, b: a - b),
    "sisa-lupa": _rest_forgotten,
    "hasil-sisa": _whole_for_rest,
    "menyimpan": _not_carried,
    "meminjam": _not_borrowed,
}
"""What was done in place of what was asked; the more specific first."""

COUNTS: Mapping[str, OfRight] = {"satu-lebih": _one_more, "satu-kurang": _one_less}

LATER_STEPS: Mapping[str, OfStep] = {
    "kali-tambah": _multiplied,
    "angka-soal": _given,
    "selisih-uang": _a_note,
}

PLACES: Mapping[str, OfRight] = {
    "angka-terpisah": _as_it_sounds,
    "angka-tertukar": _digits_turned,
    "ribu-hilang": _thousand_lost,
    "nol-lebih": _nought_more,
    "nol-kurang": _nought_less,
}

CHANGE: Mapping[str, OfStep] = {"harga-kembalian": _price, "uang-pembeli": _whole_payment}
PAID: Mapping[str, OfStep] = {
    name: rule
    for name, rule in {**STEPS, "angka-soal": _given}.items()
    if name not in ("menyimpan", "meminjam")
}
PAID_PLACES: Mapping[str, OfRight] = {"nol-lebih": _nought_more}
"""For money on the table: nobody counts it by ones or in columns, and its kind tells the rest."""

LOOKS: Mapping[str, OfRight] = {"6-9": _six_nine}
"""Digits that look alike: where nothing is calculated."""
