"""Pictures of every figure, for the authors' guide: `python -m bench.figures docs/pictures`."""

import io
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

from bench.learner import CHROMIUM, FLAGS
from elearn import paths
from elearn.figures import FIGURES, SHEETS

SHOWN: Mapping[str, tuple[str, str]] = {
    "titik": ("titik", "7"),
    "bingkai": ("bingkai", "7"),
    "uang": ("uang", "5000+2000+500"),
    "jam": ("jam", "03.15"),
    "garis": ("garis", "0..10@7"),
    "pecahan": ("pecahan", "5/4"),
    "timbangan": ("timbangan", "1,5kg"),
    "penggaris": ("penggaris", "12cm"),
    "nilai-tempat": ("nilai-tempat", "342"),
    "kalender": ("kalender", "2026-03@17"),
    "kas": ("kas", "Modal+50000;Singkong-20000?;Keripik+35000=?"),
    **{f"dokumen-{kind}": ("dokumen", kind)
       for kind in ("ktp", "label", "struk", "formulir", "sms")},
}  # fmt: skip
"""By the name of its picture: a figure and its args."""

_COLOURS = 32                 # enough for ink, amber and the steps between


def main(folder: Path) -> None:
    """Take each as a phone of 240 pixels shows it, in few colours."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        page = browser.new_page(viewport={"width": 240, "height": 320})
        for name, (figure, args) in SHOWN.items():
            page.set_content(
                f"<!doctype html><style>{''.join(_styles())}</style>"
                f"<main>{_drawn(figure, args)}</main>"
            )
            picture = Image.open(io.BytesIO(page.locator("main").screenshot()))
            few = picture.convert("P", palette=Image.Palette.ADAPTIVE, colors=_COLOURS)
            few.save(folder / f"{name}.png", optimize=True)
        browser.close()


def _drawn(figure: str, args: str) -> str:
    return SHEETS[figure].block(args) if figure in SHEETS else FIGURES[figure].svg(args)


def _styles() -> Iterator[str]:
    css = paths.shipped("static") / "css"
    parts = ("tokens/scale.css", "tokens/colours.css", "page.css", "prose.css", "figure.css")
    for path in (*(css / part for part in parts), *sorted(css.glob("figur/*.css"))):
        yield path.read_text(encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
