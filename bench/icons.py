"""The icons of the installed page: an open book and the woven border, drawn in our own colours.

`python -m bench.icons` writes them to static/ikon.
"""

from pathlib import Path

from PIL import Image, ImageDraw

from elearn import paths
from elearn.web.offline.manifest import GREEN, PAPER

AMBER = "#F4B536"
FINE = 4                     # drawn larger and made smaller, so that edges are smooth


def main(folder: Path) -> None:
    """Draw all three."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, size, room in (("192", 192, 0.86), ("512", 512, 0.86), ("topeng", 512, 0.62)):
        drawn(size, room, rounded=name != "topeng").save(folder / f"{name}.png", optimize=True)


def drawn(size: int, room: float, *, rounded: bool) -> Image.Image:
    """Return an icon whose drawing fills `room` of its width; a maskable one has no corners."""
    side = size * FINE
    image = Image.new("RGBA", (side, side), (0, 0, 0, 0))
    draw = ImageDraw.Draw(image)
    draw.rounded_rectangle((0, 0, side - 1, side - 1), side * (0.2 if rounded else 0), fill=GREEN)

    def at(*points: tuple[float, float]) -> list[tuple[float, float]]:
        return [(side / 2 + x * side * room, side / 2 + y * side * room) for x, y in points]

    for left in (-1, 1):     # two pages that rise from the fold
        draw.polygon(at((0, -0.16), (0.4 * left, -0.26), (0.4 * left, 0.16), (0, 0.26)), fill=PAPER)
        for row in (-0.08, 0.02):
            draw.polygon(at((0.07 * left, row), (0.33 * left, row - 0.065),
                            (0.33 * left, row - 0.02), (0.07 * left, row + 0.045)), fill=GREEN)
    draw.polygon(at((-0.012, -0.163), (0.012, -0.163), (0.012, 0.257), (-0.012, 0.257)), fill=AMBER)
    for x in (-0.3, -0.15, 0, 0.15, 0.3):
        draw.polygon(at((x - 0.065, 0.37), (x, 0.32), (x + 0.065, 0.37), (x, 0.42)), fill=AMBER)
    return image.resize((size, size), Image.Resampling.LANCZOS).quantize(32)


if __name__ == "__main__":
    main(paths.shipped("static") / "ikon")
