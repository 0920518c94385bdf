"""The door of the platform: devices, names, pictures, sign-out."""

from flask import Blueprint

account = Blueprint("account", __name__)

from elearn.web.account import (  # noqa: E402  # they add routes
    cards,
    consent,
    devices,
    door,
    staff,
)

__all__ = ["account", "cards", "consent", "devices", "door", "staff"]
