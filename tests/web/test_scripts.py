"""Scripts run in old browsers: ES2015 at most, and no newer API unless its absence is thought of.

esprima reads ES2017 and stumbles over what is newer; what came in 2016 and 2017 is refused here.
Oldest: Chrome 49 and Firefox 48 (KaiOS 2.5).
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import esprima
import pytest

from elearn import paths
from elearn.web.minifying import minified

JS = paths.shipped("static") / "js"
SCRIPTS = {
    path.relative_to(JS).as_posix(): path.read_text("utf-8") for path in sorted(JS.rglob("*.js"))
}
FLAGS = set("gimuy")

YOUNGER = frozenset({
    "allSettled", "any", "at", "entries", "finally", "flat", "flatMap", "fromEntries",
    "getOwnPropertyDescriptors", "padEnd", "padStart", "prepend", "queueMicrotask",
    "randomUUID", "replaceAll", "replaceChildren", "replaceWith", "requestIdleCallback",
    "requestSubmit", "structuredClone", "toggleAttribute", "values",
    "AbortController", "BroadcastChannel", "IntersectionObserver", "ResizeObserver",
})
"""What is called or made here and Chrome 49 or Firefox 48 has not got."""
GUARDED = frozenset({
    ("ikuti/controls.js", "BroadcastChannel"), ("kotak/send.js", "AbortController"),
})
"""Where a script looks first whether there is one, and does without."""


def too_new(source: str) -> list[str]:
    """Return what of a script is newer than ES2015, or an API of YOUNGER without a look before."""
    found: list[str] = []

    def look(node: object, _: object) -> object:
        found.extend(newer(node))
        return node

    try:
        read = esprima.parseScript(source, {"tokens": True, "loc": True}, look)
    except esprima.Error as error:
        return [str(error)]
    for one, after in pairwise(read.tokens):
        if (one.value, after.value) == (",", ")"):
            found.append(f"Line {one.loc.start.line}: a comma before the bracket")
    return found


def newer(node: object) -> Iterator[str]:
    """Yield what is wrong with one node of the tree."""
    told = {name: getattr(node, name, None) for name in (
        "type", "operator", "regex", "isAsync", "properties", "callee",
    )}
    kind, place = told["type"], f"Line {node.loc.start.line}: "  # type: ignore[attr-defined]
    if told["isAsync"] or kind == "AwaitExpression":
        yield place + "async"
    if told["operator"] in {"**", "**="}:
        yield place + "**"
    if kind in {"ObjectExpression", "ObjectPattern"}:
        inside = {part.type for part in told["properties"] or ()}
        if inside & {"SpreadElement", "RestElement"}:
            yield place + "... in an object"
    if told["callee"]:
        yield from (place + name for name in called(told["callee"]))
    regex = told["regex"]
    if regex and (set(regex.flags) - FLAGS or re.search(r"\(\?<|\\p\{", regex.pattern)):
        yield place + f"/{regex.pattern}/{regex.flags}"


def called(callee: Any) -> Iterator[str]:
    """Yield what is called or made, where it is too new."""
    if callee.type == "Import":
        yield "import()"
    last = getattr(callee, "property", None) or callee
    if getattr(last, "name", None) in YOUNGER:
        yield str(last.name)


@pytest.mark.parametrize("name", SCRIPTS)
def test_a_script_is_es2015_at_most(name: str) -> None:
    found = too_new(SCRIPTS[name])
    assert [one for one in found if (name, one.split()[-1]) not in GUARDED] == []


def test_what_is_served_is_no_newer_than_what_was_written() -> None:
    served = minified(SCRIPTS)
    assert set(served) == set(SCRIPTS)
    def kinds(source: str) -> set[str]:
        return {one.partition(": ")[2] for one in too_new(source)}

    assert {name for name in SCRIPTS if kinds(served[name]) - kinds(SCRIPTS[name])} == set()


@pytest.mark.parametrize("source", [
    "a?.b", "a ?? b", "a ||= b", "async function f() {}", "f(async () => 1)", "({ async f() {} })",
    "x ** 2", "x **= 2", "({ ...a })", "let { a, ...b } = c", "f(a,)", "function f(a,) {}",
    "try { f() } catch { g() }", "import('x')", "class A { b = 1 }", "class A { #b() {} }", "1_000",
    "1n", "/a/s", "/(?<n>a)/", "/(?<=a)b/", r"/\p{L}/u",
    "async function f() { for await (x of y) {} }", "[1].flat()",
    "crypto.randomUUID()", "'a'.replaceAll('a', 'b')", "Object.entries(a)", "f(",
])  # fmt: skip
def test_what_is_newer_is_refused(source: str) -> None:
    assert too_new(source)


@pytest.mark.parametrize("source", [
    "let a = 1; const b = 2", "x => x + 1", "class A extends B { get c() { return 1 } }", "`a${b}`",
    "for (const a of b) {}", "function f(a = 1, ...b) {}", "f(...a)", "const { a, b: [c] } = d",
    "function* f() { yield 1 }", "[1, 2,]", "({ a, [b]: 1, })", "/a/uy", "p.catch(f)",
    "var async = 1",
])
def test_what_2015_knew_is_allowed(source: str) -> None:
    assert too_new(source) == []
