"""These tests work on a small hub."""

from tests.small_hub import file_hub as hub

__all__ = ["hub"]
