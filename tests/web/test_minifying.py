"""Scripts get small without a change of what they do; without the minifier they are sent, too."""

import re
from pathlib import Path

import pytest

from elearn import paths
from elearn.web.minifying import minified

SCRIPT = """/* Says it. */
(function () {
  "use strict";
  function say(sentence) { return "/* " + sentence; }
  window.elearn = { say: say };
})();
"""


def test_only_names_within_functions_are_short() -> None:
    (small,) = minified({"say.js": SCRIPT}).values()
    assert len(small) < len(SCRIPT) * 0.6
    assert "window.elearn" in small
    assert "sentence" not in small
    assert '"/* "' in small
    assert "Says it" not in small


def test_no_script_is_written_in_newer_syntax_than_ours() -> None:
    shipped = paths.shipped("static") / "js"
    scripts = {
        path.name: path.read_text("utf-8") for path in shipped.rglob("*.js")
        if path.parent.name != "sw"      # who has service workers has ES2015 (test_scripts)
    }
    for name, small in minified(scripts).items():
        assert not re.search(r"=>|\?\?|\?\.[a-z]|\b(?:let|const|class) ", small), name


def test_a_minifier_that_hangs_is_waited_for_no_longer_than_it_may_be(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("elearn.web.minifying._PROGRAM", "import time; time.sleep(60)")
    monkeypatch.setattr("elearn.web.minifying._WAIT", 0.1)
    (small,) = minified({"slow.js": SCRIPT + "\n\n"}).values()
    assert "sentence" in small


def test_the_folder_where_the_server_starts_brings_no_code(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "minify.py").write_text("config = string = lambda *given: 'theirs'")
    monkeypatch.chdir(tmp_path)
    (small,) = minified({"here.js": SCRIPT + "\n\n\n"}).values()
    assert "theirs" not in small


def test_without_the_minifier_scripts_lose_their_spaces(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("elearn.web.minifying.sys.executable", "/nowhere/python")
    (small,) = minified({"other.js": SCRIPT + "\n"}).values()
    assert "sentence" in small
    assert len(small) < len(SCRIPT)
