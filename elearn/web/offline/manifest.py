"""What makes the site installable: its manifest and its icons. Nothing in them is personal."""

from collections.abc import Mapping

from flask import Response, abort, jsonify

from elearn import paths
from elearn.web.media import REPLACED, send_file_ranged
from elearn.web.offline import offline

PAPER, GREEN = "#FFFAF0", "#0B5D3B"      # as static/css names them
ICONS: Mapping[str, tuple[str, str]] = {
    "192": ("192x192", "any"), "512": ("512x512", "any"), "topeng": ("512x512", "maskable")
}


@offline.get("/manifest.webmanifest")
def manifest() -> Response:
    """Serve the manifest."""
    answer: Response = jsonify({
        "id": "/", "start_url": "/", "scope": "/", "display": "standalone",
        "name": "elearn: belajar membaca, berhitung, usaha, hak", "short_name": "Belajar",
        "lang": "id", "dir": "ltr", "background_color": PAPER, "theme_color": GREEN,
        "icons": [
            {"src": f"/ikon/{name}.png", "type": "image/png", "sizes": sizes, "purpose": purpose}
            for name, (sizes, purpose) in ICONS.items()
        ],
    })
    answer.mimetype = "application/manifest+json"
    answer.headers["Cache-Control"] = "public, max-age=86400"
    return answer


@offline.get("/ikon/<name>.png")
def icon(name: str) -> Response:
    """Serve an icon; `python -m bench.icons` draws them."""
    if name not in ICONS:
        abort(404)
    return send_file_ranged(paths.shipped("static") / "ikon" / f"{name}.png", "image/png", REPLACED)
