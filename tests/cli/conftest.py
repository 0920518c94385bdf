"""Some commands work on a small hub."""

from tests.small_hub import file_hub

__all__ = ["file_hub"]
