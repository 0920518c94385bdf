"""By which address other people's phones reach this site: what stands in links and QR codes."""

from urllib.parse import urlsplit

import segno
from flask import request
from markupsafe import Markup

from elearn.web.hosts import EVERYWHERE, LOOPBACK, lan_addresses
from elearn.web.site import site


def public_address() -> str:
    """Return the site's address with a slash at its end.

    The operator's own, else the one asked for; on the serving machine itself, where that is
    loopback, the machine's address on its network if it serves there.
    """
    settings = site().settings
    if settings.url:
        return f"{settings.url}/"
    asked = urlsplit(request.host_url)
    name = asked.hostname or ""
    if name in {one.strip("[]") for one in LOOPBACK} and settings.host in EVERYWHERE:
        for address in lan_addresses():
            return f"http://{address}:{asked.port or 80}/"
    return request.host_url


def qr(text: str) -> Markup:
    """Return a QR code as inline SVG, dark on white whatever the theme."""
    made = segno.make(text, error="m", micro=False)
    drawn = made.svg_inline(omitsize=True, border=3, dark="#000", light="#fff", svgclass="qr")
    return Markup(drawn)  # noqa: S704  # segno's own drawing
