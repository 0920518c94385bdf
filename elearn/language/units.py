"""Units of measure, and the words that may follow "per"."""

import re
from collections.abc import Mapping
from types import MappingProxyType

UNITS: Mapping[str, str] = MappingProxyType({
    "kg": "kilogram", "g": "gram", "gr": "gram", "mg": "miligram", "ton": "ton",
    "km": "kilometer", "m": "meter", "cm": "sentimeter", "mm": "milimeter", "mtr": "meter",
    "l": "liter", "L": "liter", "ltr": "liter", "dl": "desiliter", "ml": "mililiter",
    "mL": "mililiter", "m²": "meter persegi", "m2": "meter persegi", "cm²": "sentimeter persegi",
    "km²": "kilometer persegi", "km2": "kilometer persegi", "m³": "meter kubik",
    "m3": "meter kubik", "cc": "c c", "ha": "hektare", "x": "kali", "W": "watt",
    "kWh": "kilowatt jam",
    "VA": "v a", "V": "volt", "MB": "mega", "GB": "giga", "TB": "tera", "kkal": "kilokalori",
    "rb": "ribu", "jt": "juta", "org": "orang", "bks": "bungkus", "btr": "butir", "bln": "bulan",
    "thn": "tahun", "th": "tahun", "hr": "hari", "mnt": "menit", "dtk": "detik",
})
"""Said so only after a number: alone, m and l are letters."""

ENGLISH_UNITS: Mapping[str, str] = MappingProxyType({
    "kg": "kilogram", "g": "gram", "mg": "milligram", "km": "kilometre", "m": "metre",
    "cm": "centimetre", "mm": "millimetre", "l": "litre", "L": "litre", "ml": "millilitre",
    "m²": "square metre", "km²": "square kilometre", "W": "watt", "GB": "gigabyte",
    "MB": "megabyte",
})

_THINGS = (
    "bulan bungkus buah butir anak detik ekor hari ikat jam karung kodi lembar liter malam menit "
    "minggu ons orang paket porsi potong sak tahun"
)
MEASURES = "|".join([*sorted(map(re.escape, UNITS), key=len, reverse=True), *_THINGS.split()])


def alternatives(units: Mapping[str, str]) -> str:
    """Return units as a pattern, the longest first."""
    return "|".join(map(re.escape, sorted(units, key=len, reverse=True)))
