"""Languages of the place that no machine here speaks: people's recordings are their only voice."""

from collections.abc import Mapping
from types import MappingProxyType

NAMES: Mapping[str, str] = MappingProxyType({"nij": "Ngaju", "bjn": "Banjar"})
"""By their ISO 639-3 codes, what people here call them."""


def shown(language: str) -> str:
    """Return the language whose words stand where `language` has none of its own."""
    return "id" if language in NAMES else language
