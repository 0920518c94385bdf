"""Where the folders that ship with the code lie, in a checkout and in an installed wheel."""

from pathlib import Path

PACKAGE = Path(__file__).resolve().parent
CHECKOUT = PACKAGE.parent


class ShippedFolderMissingError(RuntimeError):
    """A folder that every installation carries is not there."""


def in_checkout() -> bool:
    """Whether the code runs from a source checkout rather than from an installed wheel."""
    return (CHECKOUT / "pyproject.toml").is_file()


def shipped(name: str) -> Path:
    """Return the folder `name` (lessons, static, templates) that came with this code.

    Inside the package if it lies there (a wheel), else beside it in a checkout.
    """
    inside = PACKAGE / name
    if inside.is_dir():
        return inside
    beside = CHECKOUT / name
    if in_checkout() and beside.is_dir():
        return beside
    raise ShippedFolderMissingError(
        f"folder '{name}' tidak ada di {PACKAGE} maupun di {CHECKOUT}; pasang ulang elearn"
    )
