"""Away from the hub: what a phone keeps, the worker that answers from it, the installed page."""

from flask import Blueprint, Response, request

from elearn.web import auth
from elearn.web.offline.scope import scope_of

SEAT = "Kursi"
"""Header of home: whose it is and how her pages are made. The worker knows it from nowhere else."""

offline = Blueprint("offline", __name__)


@offline.after_app_request
def tell_whose(response: Response) -> Response:
    """Name the seat of the signed-in learner on her home, and nobody anywhere else."""
    signed = auth.me() if request.endpoint == "account.start" else None
    if signed is not None and signed.role != "guest" and response.status_code == 200:
        response.headers[SEAT] = f"{signed.seat} {scope_of(signed)}"
    return response


from elearn.web.offline import manifest, saving, shells, worker  # noqa: E402  # they add routes

__all__ = ["manifest", "offline", "saving", "shells", "worker"]
