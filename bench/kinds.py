"""Pictures of every kind of question, for the guide: `python -m bench.kinds docs/pictures`."""

import io
import sys
import tempfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

from bench.learner import CHROMIUM, FLAGS, context
from elearn import paths
from elearn.questions import KINDS
from elearn.settings import Settings
from elearn.web.preview import create_preview
from tests.live import live
from tests.web.sample import STEM, lesson, put

SIZE = (360, 640)
_COLOURS = 32                 # enough for ink, amber, green and the steps between


def main(folder: Path) -> None:
    """Take each as a phone of 360 pixels shows it with script, in few colours."""
    with tempfile.TemporaryDirectory() as made, sync_playwright() as playwright:
        home = Path(made)
        put(home, STEM, lesson())
        chosen = Settings(data=home / "data", lessons=paths.shipped("lessons"), audio=home)
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        page = context(browser, SIZE).new_page()
        with live(create_preview(home / "literasi" / f"{STEM}.md", chosen)) as address:
            for number, kind in enumerate(KINDS, 1):
                page.goto(f"{address}/lihat/dewasa/#q{number}")
                page.wait_for_load_state("networkidle")
                picture = Image.open(io.BytesIO(page.screenshot()))
                few = picture.convert("P", palette=Image.Palette.ADAPTIVE, colors=_COLOURS)
                few.save(folder / f"soal-{kind.replace(' ', '-')}.png", optimize=True)
        browser.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
