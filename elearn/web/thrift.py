"""A browser that was told to save data says so: then nothing sounds or is fetched by itself."""

from flask import request


def saving() -> bool:
    """Whether this request asks for few bytes (the header Save-Data, of Chromium and Opera).

    Pages then say so to their scripts, which not every browser tells. Pictures stay: a lesson's are
    about 1 KB each, wait until they come into view, and are what she reads who cannot read.
    """
    return request.headers.get("Save-Data", "").strip().lower() == "on"
