"""Styles and scripts: bundled, hashed, compressed, kept."""

import gzip
import re
from itertools import combinations
from pathlib import Path

import brotli
import pytest
from flask import Response, request
from flask.testing import FlaskClient

from elearn import paths
from elearn.web.assets import MOST, Assets, squeeze_css
from elearn.web.bundles import BUNDLES
from tests.web.tiny import tiny


@pytest.fixture
def static(tmp_path: Path) -> Path:
    (tmp_path / "css").mkdir()
    (tmp_path / "js").mkdir()
    (tmp_path / "css" / "page.css").write_text("/* pertama */\nbody { margin: 0 }\n")
    (tmp_path / "css" / "b.css").write_text(".b { color: red }\n" * 20)
    (tmp_path / "css" / "a.css").write_text('/* a */\n.a::before { content: "/* tetap */" }\n')
    (tmp_path / "js" / "satu.js").write_text("// satu\n(function () {\n  a();\n})()")
    (tmp_path / "js" / "dua.js").write_text("(function () {\n  b();\n})();\n")
    return tmp_path


@pytest.fixture
def assets(static: Path) -> Assets:
    return Assets(static, {"base.js": ("satu.js", "dua.js")})


def browser(assets: Assets) -> FlaskClient:
    app = tiny()

    @app.get("/s/<path:hashed>")
    def serve(hashed: str) -> Response:
        return assets.serve(hashed, request)

    return app.test_client()


def test_styles_are_one_file_in_order_without_the_critical_ones(assets: Assets) -> None:
    body = browser(assets).get(assets.url("app.css")).text
    assert body.startswith('.a::before { content: "/* tetap */" }.b')
    assert "margin" not in body
    assert assets.inline_css == "body { margin: 0 }"


def test_scripts_are_one_file_and_do_not_call_each_other(assets: Assets) -> None:
    body = browser(assets).get(assets.url("base.js")).text
    assert body == "(function(){a()})()\n;(function(){b()})()"


def test_a_bundle_of_styles_holds_only_what_it_names(static: Path) -> None:
    assets = Assets(static, {"base.css": ("a.css",)})
    assert browser(assets).get(assets.url("base.css")).text.startswith(".a")
    assert ".b" not in browser(assets).get(assets.url("base.css")).text


def test_an_address_names_its_bytes(static: Path, assets: Assets) -> None:
    assert re.fullmatch(r"/s/app\.[0-9a-f]{10}\.css", assets.url("app.css"))
    (static / "css" / "b.css").write_text(".b { color: blue }")
    assert Assets(static, {}).url("app.css") != assets.url("app.css")


def test_an_asset_is_kept_for_good_and_comes_compressed(assets: Assets) -> None:
    asking = browser(assets)
    plain = asking.get(assets.url("app.css"))
    packed = asking.get(assets.url("app.css"), headers={"Accept-Encoding": "gzip"})
    assert packed.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(packed.data) == plain.data
    smaller = asking.get(assets.url("app.css"), headers={"Accept-Encoding": "gzip, br"})
    assert smaller.headers["Content-Encoding"] == "br"
    assert brotli.decompress(smaller.data) == plain.data
    for reply in (plain, packed, smaller):
        assert "immutable" in reply.headers["Cache-Control"]
        assert reply.headers["Vary"] == "Accept-Encoding"
    assert plain.mimetype == "text/css"
    refused = asking.get(assets.url("app.css"), headers={"Accept-Encoding": "gzip;q=0"})
    assert "Content-Encoding" not in refused.headers


def test_a_browser_that_has_it_is_told_so(assets: Assets) -> None:
    asking = browser(assets)
    tag = asking.get(assets.url("app.css")).headers["ETag"]
    assert asking.get(assets.url("app.css"), headers={"If-None-Match": tag}).status_code == 304


@pytest.mark.parametrize("name", ["app.css", "app.0000000000.css", "../pyproject.toml", "b.css"])
def test_nothing_else_is_served(assets: Assets, name: str) -> None:
    assert browser(assets).get(f"/s/{name}").status_code == 404


def test_a_bundle_that_lacks_a_file_stops_at_the_start(static: Path) -> None:
    with pytest.raises(FileNotFoundError):
        Assets(static, {"base.js": ("tidak-ada.js",)})


def test_every_script_of_ours_is_in_a_bundle() -> None:
    scripts = paths.shipped("static") / "js"
    ours = {path.relative_to(scripts).as_posix() for path in scripts.rglob("*.js")}
    bundled = {name for names in BUNDLES.values() for name in names if name.endswith(".js")}
    assert bundled <= ours
    asked = {f"{folder}/" for folder in ("mark", "soal", "figur")}      # by what a page needs
    assert {name for name in ours - bundled if not name.startswith(tuple(asked))} == set()


@pytest.mark.parametrize(("source", "squeezed"), [
    ("a {\n  b: c;\n}\n", "a {b: c;}"),
    ("a,\nb\nc {\n  d: e\n  f;\n}", "a,b\nc {d: e\nf;}"),
    ("/* x */ a {}", "a {}"),
    ('a { content: "/*" } /* x */ b { content: "*/" }', 'a { content: "/*" }  b { content: "*/" }'),
    ("a { background: url(data:image/x,/*y*/) }", "a { background: url(data:image/x,/*y*/) }"),
    (r'a { content: "\"/*" } /* x */', r'a { content: "\"/*" }'),
])
def test_squeezing_styles_keeps_their_sense(source: str, squeezed: str) -> None:
    assert squeeze_css(source) == squeezed


@pytest.fixture
def by_need(static: Path) -> Assets:
    for name in ("js/mark/angka.js", "js/mark/typed.js", "js/mark/pilih.js", "css/soal/angka.css",
                 "css/figur/jam.css", "js/lesson.js", "css/lesson.css"):
        path = static / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"/**/{path.parent.name}_{path.stem}{{}}")
    return Assets(static, {
        "base.js": ("satu.js", "dua.js"),
        "lesson.js": ("mark/*", "soal/*", "lesson.js"),
        "lesson.css": ("lesson.css", "soal/*", "figur/*"),
    })


def test_a_page_brings_the_scripts_and_styles_of_what_it_asks_and_of_nothing_else(
    by_need: Assets,
) -> None:
    needs = {"pilih", "angka", "figur-jam", "unknown"}
    scripts, styles = by_need.url("lesson.js", needs), by_need.url("lesson.css", needs)
    assert re.fullmatch(r"/s/lesson\+angka\+pilih\.[0-9a-f]{10}\.js", scripts)
    assert browser(by_need).get(scripts).text.split("\n;") == [
        "mark_typed{}", "mark_angka{}", "mark_pilih{}", "js_lesson{}",
    ]
    assert browser(by_need).get(styles).text == "css_lesson{}soal_angka{}figur_jam{}"
    assert "angka" not in by_need.url("lesson.js")
    assert by_need.url("base.js", needs) == by_need.url("base.js")


def test_another_process_serves_a_bundle_that_this_one_named(
    by_need: Assets, static: Path
) -> None:
    named = by_need.url("lesson.js", {"angka", "pilih"})
    other = Assets(static, {"lesson.js": ("mark/*", "soal/*", "lesson.js")})
    assert browser(other).get(named).data == browser(by_need).get(named).data
    for wrong in ("/s/lesson+pilih+angka.0123456789.js", "/s/lesson+x.0123456789.js",
                  "/s/lesson+angka.0123456789.js", "/s/nothing+angka.0123456789.css"):
        assert browser(other).get(wrong).status_code == 404


def test_strangers_who_ask_for_every_combination_fill_nothing(static: Path) -> None:
    (static / "js" / "mark").mkdir()
    kinds = [f"k{letter}" for letter in "abcdefgh"]
    for kind in kinds:
        (static / "js" / "mark" / f"{kind}.js").write_text(kind)
    assets = Assets(static, {"lesson.js": ("mark/*",)})
    first = assets.url("lesson.js", kinds[:1])
    for many in range(2, 9):
        for some in combinations(kinds, many):
            assets.url("lesson.js", some)
    assert len(assets._assets) <= MOST + 1
    assert browser(assets).get(first).status_code == 200
