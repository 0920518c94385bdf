"""A hub that can be lost and found again at the same address, and a phone that meets it."""

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from flask import Flask
from playwright.sync_api import BrowserContext, Page, expect
from werkzeug.serving import BaseWSGIServer, make_server

from elearn.web.site import KEY, Site
from tests.cast import Cast, Learner

KEPT = """async () => {
  const cache = await caches.open('elearn-1');
  return (await cache.keys()).map(key => new URL(key.url).pathname + new URL(key.url).search);
}"""

PATIENCE = 60                # seconds, for machines that do other work beside


class Hub:
    """The application on a loopback port of this process; `lose` it, and nobody answers there."""

    def __init__(self, app: Flask) -> None:
        self.app = app
        self._port = 0
        self._server: BaseWSGIServer | None = None
        self.asked: list[str] = []
        self.slow = 0.0      # seconds that a sound takes
        self.find()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self._port}"

    @property
    def site(self) -> Site:
        found: Site = self.app.extensions[KEY]
        return found

    def find(self) -> None:
        if self._server is None:
            self._server = make_server("127.0.0.1", self._port, self._wsgi, threaded=True)
            self._port = self._server.server_port
            serve = self._server.serve_forever
            threading.Thread(target=serve, args=(0.02,), daemon=True).start()

    def lose(self) -> None:
        if self._server is not None:
            self._server.shutdown()
            self._server.server_close()
            self._server = None

    def _wsgi(self, environ: Any, start_response: Any) -> Any:
        self.asked.append(environ["PATH_INFO"])
        time.sleep(self.slow if environ["PATH_INFO"].startswith("/suara/") else 0)
        return self.app(environ, start_response)      # `app` may be another one after an update


@dataclass
class Phone:
    """One browser of Ibu Maya's class."""

    hub: Hub
    cast: Cast
    context: BrowserContext
    page: Page
    errors: list[str] = field(default_factory=list)

    def enter(self, learner: Learner) -> None:
        """Sign in by pictures."""
        self.page.goto(self.hub.address)
        self.page.locator("a.tile", has_text=learner.name).click()
        for number in learner.code:
            self.page.locator(f"button[name=pilih][value='{number}']").click()
        self.page.locator(".tiles.two").first.wait_for()

    def home(self) -> None:
        self.page.goto(self.hub.address)

    def leave(self) -> None:
        self.page.locator(".foot button", has_text="Selesai").click()

    def save(self, query: str = "") -> None:
        """Tap "Simpan" on its page, and wait until all is there."""
        self.page.goto(f"{self.hub.address}/simpan{query}")
        self.page.locator("[data-save]").click()
        expect(self.page.locator("[data-told=done]")).to_be_visible(timeout=60_000)
        self.page.wait_for_function("() => navigator.serviceWorker.controller")

    def kept(self) -> set[str]:
        """Return what lies on the phone, by address."""
        return set(self.page.evaluate(KEPT))

    def until(self, is_so: Callable[[set[str]], object]) -> None:
        """Wait until what lies on the phone is as it should be."""
        end = time.monotonic() + PATIENCE
        while not is_so(kept := self.kept()):
            assert time.monotonic() < end, sorted(kept)
            time.sleep(0.05)
