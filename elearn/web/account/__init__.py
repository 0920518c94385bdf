"""The door of the platform: devices, names, pictures, sign-out."""

from flask import Blueprint

account = Blueprint("account", __name__)

from elearn.web.account import devices, door  # noqa: E402  # they add routes

__all__ = ["account", "devices", "door"]
