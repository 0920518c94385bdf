"""Lines of a lesson -> its outline; every line is one thing, or a fault."""

from elearn.content.blocks.lines import kinds_of, outline

__all__ = ["kinds_of", "outline"]
