"""Where to go after sign-in: only ever a page of our own."""

from urllib.parse import unquote, urlsplit

HOME = "/"
LONGEST = 2000  # characters; our own addresses stay far below


def same_site(next_value: str | None) -> str:
    """Return `next_value` if it is a plain absolute path of this site, else "/".

    Browsers drop tabs and newlines from addresses and read a backslash as a slash, and a proxy may
    decode per cents once more; so whatever is doubtful in any of these readings goes home.
    """
    if not next_value or len(next_value) > LONGEST or not next_value.startswith("/"):
        return HOME
    reading = next_value
    while True:
        if not _plain(reading):
            return HOME
        decoded = unquote(reading)
        if decoded == reading:
            return next_value
        reading = decoded


def _plain(address: str) -> bool:
    if "\\" in address or not address.isprintable():
        return False
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return not parts.scheme and not parts.netloc and "//" not in address.partition("?")[0]
