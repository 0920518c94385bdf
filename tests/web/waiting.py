"""What waits in a browser's outbox, read without its scripts."""

import time
from dataclasses import dataclass

from playwright.sync_api import Page

PATIENCE = 20.0       # seconds

_ALL = """() => new Promise((done) => {
  const found = new Map();
  const add = (item) => found.set(item.id, [item.to.split("/")[2], item.id, item.why || ""]);
  try {
    for (const key of Object.keys(localStorage).filter((one) => one.startsWith("kotak:"))) {
      [].concat(JSON.parse(localStorage.getItem(key))).forEach(add);
    }
  } catch (e) { /* refused */ }
  ((window.elearn || {}).held || []).forEach(add);
  const open = indexedDB.open("kotak", 1);
  open.onupgradeneeded = () => open.transaction.abort();       // there is none: leave it so
  open.onerror = (event) => { event.preventDefault(); done([...found.values()]); };
  open.onsuccess = () => {
    const all = open.result.transaction("jawaban").objectStore("jawaban").getAll();
    all.onsuccess = () => {
      all.result.forEach(add);
      open.result.close();
      done([...found.values()]);
    };
  };
})"""


@dataclass(frozen=True, slots=True)
class Kept:
    """An answer that waits: at whose seat, under which id, and why it waits apart, if it does."""

    seat: str
    id: str
    why: str


def waiting(page: Page) -> list[Kept]:
    """Return what waits in this browser, of all seats."""
    return [Kept(*one) for one in page.evaluate(_ALL)]


def expect_all_sent(page: Page) -> None:
    """Wait until no answer waits in the browser any more."""
    expect_waiting(page, 0)


def expect_waiting(page: Page, count: int, seat: str = "") -> None:
    """Wait until this many answers wait: of one seat, or of all."""
    until = time.monotonic() + PATIENCE
    while len(found := [one for one in waiting(page) if seat in ("", one.seat)]) != count:
        assert time.monotonic() < until, found
        time.sleep(0.03)


def expect_true(page: Page, expression: str) -> None:
    """Wait until something holds on a page whose policy allows no evaluation of its own."""
    until = time.monotonic() + PATIENCE
    while not page.evaluate(f"!!({expression})"):
        assert time.monotonic() < until, expression
        time.sleep(0.03)
