"""These tests work on a small hub."""

from tests.small_hub import file_hub, hub

__all__ = ["file_hub", "hub"]
