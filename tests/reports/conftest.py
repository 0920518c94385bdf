"""These tests work on a small hub."""

from tests.small_hub import hub

__all__ = ["hub"]
