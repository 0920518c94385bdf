"""The service worker."""

import json
from functools import lru_cache

from flask import Response, current_app, render_template, request

from elearn.messages import LANGUAGES, translator
from elearn.web.offline import offline
from elearn.web.packing import Parcel
from elearn.web.site import site


@offline.get("/sw.js")
def worker() -> Response:
    """Serve the worker: static/js/sw, and the page it shows when all it kept was taken away.

    Another version of our styles and scripts is another worker, so that browsers notice.
    """
    told = {
        "version": site().assets.version,
        "policy": current_app.config["CSP"],
        "lost": render_template("luring/hilang.html", words=[_lost(one) for one in LANGUAGES]),
    }
    told_as = json.dumps(told, separators=(",", ":"), sort_keys=True)
    answer = _made(told_as, site().assets.source("sw.js")).response(request, "no-cache")
    answer.headers["Service-Worker-Allowed"] = "/"
    answer.headers["Content-Security-Policy"] = "default-src 'self'"
    return answer


@lru_cache(maxsize=2)
def _made(told: str, program: bytes) -> Parcel:
    return Parcel(f"self.elearn={told};\n".encode() + program, "text/javascript")


def _lost(language: str) -> tuple[str, str, str, str]:
    """Return what is said in a language when all that was kept is gone."""
    _ = translator(language)
    return (
        language, _("Belum tersambung"),
        _("Simpanan di HP ini hilang. Sambungkan ke jaringan, lalu simpan lagi."), _("Coba lagi"),
    )  # fmt: skip
