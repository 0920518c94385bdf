"""`elearn preview`: the page follows the file."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.content.written import written

TEXT = written().replace("baca-03-", "baca-90-")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "baca-90-baru.md"
    path.write_text(TEXT, "utf-8")
    return path


@pytest.fixture
def address(file: Path) -> Iterator[str]:
    process = subprocess.Popen(  # noqa: S603  # our own command
        [sys.executable, "-u", "-m", "elearn", "preview", str(file), "--port", "0"],
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
        env={name: value for name, value in os.environ.items() if not name.startswith("ELEARN_")},
    )  # fmt: skip
    assert process.stdout
    found = re.search(r"http://\S+/", process.stdout.readline())
    assert found
    yield found[0]
    process.terminate()
    process.communicate()


def test_what_is_saved_is_seen_and_faults_are_told(
    file: Path, address: str, chromium: Browser
) -> None:
    context = chromium.new_context(viewport={"width": 1366, "height": 768})
    page = context.new_page()
    page.goto(address)
    phone = page.frame_locator("iframe[title^='anak']")
    expect(phone.locator("main")).to_contain_text("Ini ibu.")
    file.write_text(TEXT.replace("Ini ibu.", "Ini bukan ubi."), "utf-8")
    expect(phone.locator("main")).to_contain_text("Ini bukan ubi.")
    file.write_text(TEXT.replace("untuk: semua", "untuk: siapa"), "utf-8")
    expect(page.get_by_role("alert")).to_contain_text("Baris 4")
    file.write_text(TEXT, "utf-8")
    expect(phone.locator("main")).to_contain_text("Ini ibu.")
    sound = phone.locator(".screen.now a.dengar").first.get_attribute("href") or ""
    assert len(page.request.get(address + sound.lstrip("/")).body()) > 2000
    context.close()
