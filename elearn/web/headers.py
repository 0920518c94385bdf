"""Security headers: one constant policy for every page, and nothing personal left in a cache."""

import base64
import hashlib

from flask import Flask, Response

PERMISSIONS = "camera=(), geolocation=(), microphone=(self)"
"""A learner may record herself for a task; what she records stays in her browser."""
_DOCUMENTS = frozenset({"text/html", "image/svg+xml", "application/xml", "text/xml"})


def content_security_policy(inline_css: str) -> str:
    """Return the policy: all from this site, no inline script, `inline_css` known by its hash."""
    digest = base64.b64encode(hashlib.sha256(inline_css.encode()).digest()).decode()
    return ";".join((
        "default-src 'self'",
        f"style-src 'self' 'sha256-{digest}'",
        "img-src 'self' blob:",       # what she photographs or records for a task
        "media-src 'self' blob:",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'self'",
    ))


def install(app: Flask, inline_css: str = "", secure: bool = False) -> None:
    """Send the headers with every response; pages carry `inline_css` byte for byte in <style>.

    `secure` is a site over HTTPS. Over plain HTTP browsers ignore Cross-Origin-Opener-Policy and
    give no page a camera, a place or a microphone: what would say so is left out of each page.

    A response that says nothing about caching is `no-store`; a view that knows better says so.
    The policy is built once and kept in `app.config["CSP"]`.
    """
    policy = app.config["CSP"] = content_security_policy(inline_css)

    @app.after_request
    def add_headers(response: Response) -> Response:
        response.headers.setdefault("Cache-Control", "no-store")
        if response.status_code == 304:  # the stored page keeps the headers it came with
            return response
        response.headers["X-Content-Type-Options"] = "nosniff"
        if response.mimetype in _DOCUMENTS:
            response.headers["Content-Security-Policy"] = policy
            response.headers["Referrer-Policy"] = "same-origin"
            if secure:
                response.headers["Permissions-Policy"] = PERMISSIONS
                response.headers["Cross-Origin-Opener-Policy"] = "same-origin"
        return response
