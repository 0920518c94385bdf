"""What the process that decodes (`developing`) and those who ask it (`prepared`) agree on."""

from typing import TypedDict

LONGEST_SIDE = 4096
"""Pixels of a side of a picture as an author gives it."""

MOST_PIXELS = 8_400_000
"""Of a picture that is no JPEG: those are decoded whole, and take 20 bytes a pixel for a moment."""

SIDE = 480
"""Pixels of the longer side of a finished one: sharp on a phone that has two for each of ours."""

PICTURE_BYTES = 20_000
"""Bytes of a finished picture."""

LONGEST_S = 20
"""Seconds of a recording."""

HIGHEST_RATE = 192_000
"""Samples a second of a recording: FLAC can claim three times that, in a file of a few KB."""

MOVING, BROKEN, LONG, SILENT = "moving", "broken", "long", "silent"
"""Why there is nothing."""


class Made(TypedDict, total=False):
    """What came of a file: its bytes in base64 and the ending of its name, or why there is none."""

    data: str
    ending: str
    fault: str
