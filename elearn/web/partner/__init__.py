"""What a partner meets: what the programme reaches, and never a name."""

from flask import Blueprint

partner = Blueprint("partner", __name__, url_prefix="/mitra")

__all__ = ["partner"]
