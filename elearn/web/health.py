"""Whether the hub is well: asked by monitors, start scripts and tests."""

import logging
from importlib.metadata import version

from flask import Blueprint, Response, jsonify
from sqlalchemy import text

from elearn.web.site import site

health = Blueprint("health", __name__)
log = logging.getLogger(__name__)

VERSION = version("elearn")


@health.get("/health")
def ask() -> Response:
    """Answer 200 after a read of the database, else 503."""
    try:
        with site().store.reading() as session:
            session.execute(text("SELECT 1 FROM hub LIMIT 1"))
    except Exception:  # whatever keeps the database from answering, the hub is not well
        log.exception("the database does not answer")
        answer = jsonify(status="error", version=VERSION)
        answer.status_code = 503
        return answer
    return jsonify(status="ok", version=VERSION)
