"""Two lists crossed: a part of the pairs in every run, the rest in the long campaign."""

from collections.abc import Sequence
from typing import Any

import pytest


def crossed(rows: Sequence[Any], columns: Sequence[Any], part: int) -> list[Any]:
    """Return every pair as parameters; each row and column is in one of `part` pairs always run."""
    return [
        pytest.param(row, column, marks=() if (i + j) % part == 0 else pytest.mark.soak)
        for i, row in enumerate(rows)
        for j, column in enumerate(columns)
    ]
