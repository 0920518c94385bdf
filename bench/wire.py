"""Chromium as a low-end phone: what crosses the wire, and a slow line and processor."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Literal
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page, Playwright

from bench.learner import CHROMIUM, FLAGS
from bench.visitor import Visitor

KILOBITS = 400
LATENCY = 400  # ms of every request
SLOWER = 6

Cookies = Literal["none", "device", "learner"]


@dataclass(slots=True)
class Request:
    """One request: compressed body and headers as they crossed the wire, 0 from the cache."""

    path: str
    kind: str
    status: int = 0
    bytes: int = 0
    cached: bool = False
    ended: bool = False

    @property
    def media(self) -> bool:
        """Whether it is a picture or a sound: these have budgets of their own."""
        return self.path.startswith(("/gambar/", "/suara/", "/favicon"))


class Wire:
    """Listens to a page's network by the DevTools protocol."""

    def __init__(self, page: Page) -> None:
        """Listen to `page` from now on."""
        self._tools = page.context.new_cdp_session(page)
        self._by_id: dict[str, Request] = {}
        on = self._tools.on
        on("Network.requestWillBeSent", self._sent)
        on("Network.requestServedFromCache", self._from_cache)
        on("Network.responseReceived", self._received)
        on("Network.responseReceivedExtraInfo", self._told)
        on("Network.loadingFinished", self._finished)
        on("Network.loadingFailed", self._failed)
        self._tools.send("Network.enable")

    @property
    def requests(self) -> list[Request]:
        """What crossed the wire since the last `forget`."""
        return [request for request in self._by_id.values() if not request.cached]

    def forget(self) -> None:
        """Count from nothing again."""
        self._by_id.clear()

    def slow(self) -> None:
        """Be a slow line and a slow processor from now on."""
        speed = KILOBITS * 1000 / 8
        line = {
            "offline": False,
            "latency": LATENCY,
            "downloadThroughput": speed,
            "uploadThroughput": speed,
        }
        self._tools.send("Network.emulateNetworkConditions", line)
        self._tools.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})

    def fast(self) -> None:
        """Be as fast as this machine again."""
        line = {"offline": False, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1}
        self._tools.send("Network.emulateNetworkConditions", line)
        self._tools.send("Emulation.setCPUThrottlingRate", {"rate": 1})

    def empty(self) -> None:
        """Forget what the browser keeps."""
        self._tools.send("Network.clearBrowserCache")

    def _sent(self, event: dict[str, Any]) -> None:
        address = urlsplit(event["request"]["url"])
        if address.scheme.startswith("http"):
            self._by_id[event["requestId"]] = Request(address.path, event.get("type", "Other"))

    def _from_cache(self, event: dict[str, Any]) -> None:
        self._of(event).cached = True

    def _received(self, event: dict[str, Any]) -> None:
        response = event["response"]
        request = self._of(event)
        request.status = request.status or response["status"]
        request.cached = request.cached or bool(response.get("fromDiskCache"))

    def _told(self, event: dict[str, Any]) -> None:
        self._of(event).status = event["statusCode"]  # 304, where the page is shown a 200

    def _finished(self, event: dict[str, Any]) -> None:
        request = self._of(event)
        request.bytes = 0 if request.cached else int(event["encodedDataLength"])
        request.ended = True

    def _failed(self, event: dict[str, Any]) -> None:
        self._of(event).ended = True

    def _of(self, event: dict[str, Any]) -> Request:
        return self._by_id.get(event["requestId"]) or Request("", "")


@contextmanager
def phone(playwright: Playwright) -> Iterator[Browser]:
    """Start a browser of its own, and end it."""
    browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
    try:
        yield browser
    finally:
        browser.close()


def fresh(browser: Browser, address: str, visitor: Visitor, cookies: Cookies) -> Page:
    """Open a page with an empty cache that holds these cookies, 360×640 points."""
    opened = browser.new_context(
        viewport={"width": 360, "height": 640},
        device_scale_factor=2,
        is_mobile=True,
        has_touch=True,
        locale="id-ID",
    )
    held = {"perangkat": visitor.device, "sesi": visitor.session}
    names = {"none": (), "device": ("perangkat",), "learner": ("perangkat", "sesi")}[cookies]
    opened.add_cookies([{"name": name, "value": held[name], "url": address} for name in names])
    return opened.new_page()
