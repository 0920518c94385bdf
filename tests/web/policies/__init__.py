"""The written policy, room by room: what each visitor gets of each route, and an object to ask for.

Each module holds TABLE and addresses(app, cast); tests/web/test_policy.py runs them all.
"""

from collections.abc import Mapping

VISITORS = (
    "nobody", "device", "other device", "rudi", "sari", "maya", "anton", "dewi", "mitra", "admin"
)
"""Rudi and Sari learn in Ibu Maya's class, Pak Anton is tutor of another; Dewi is an author."""

Statuses = tuple[int, int, int, int, int, int, int, int, int, int]
Table = Mapping[tuple[str, str], Statuses]
"""(method, endpoint) -> the status that each of VISITORS gets."""

Addresses = Mapping[str, tuple[str, dict[str, str]]]
"""endpoint -> path and form of an object of Sari's, or of her class's."""
