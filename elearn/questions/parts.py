"""Raw answers of several parts that may be typed: joined by commas, their own commas escaped."""

from collections.abc import Iterable


def escaped(part: str) -> str:
    """Return a part without commas: "%2C" stands for one, and "%25" for a per cent sign."""
    return part.replace("%", "%25").replace(",", "%2C")


def with_parts(parts: Iterable[str]) -> str:
    """Return parts as a raw answer; empty ones at its end are left out."""
    return ",".join(map(escaped, parts)).rstrip(",")


def parts_of(raw: str) -> list[str]:
    """Return the parts of a raw answer, whatever it holds; the opposite of `with_parts`."""
    return [
        part.replace("%2C", ",").replace("%25", "%") for part in raw.rstrip(",").split(",")
    ]
