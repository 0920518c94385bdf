"""What a partner meets: what the programme reaches, and never a name."""

from flask import Blueprint

partner = Blueprint("partner", __name__, url_prefix="/mitra")

from elearn.web.partner import reports  # noqa: E402  # it adds routes

__all__ = ["partner", "reports"]
