"""`/gaya`: the design system as it is, for who works on it: each component in each of its states.

Every scene is a page's own template with sample people and shipped lessons, never a copy of its
markup. Served in a checkout that runs as a demonstration (`make run`) and nowhere else.
"""

import re
from functools import cache

from flask import Blueprint, abort, current_app, render_template, request
from jinja2 import ChainableUndefined
from markupsafe import Markup

from elearn import paths
from elearn.web.bundles import COMPONENTS
from elearn.web.gaya.scenes import SCENES, Scene
from elearn.web.site import site

gaya = Blueprint("gaya", __name__)

LOOKS = ("besar", "kontras")
SWITCHES = (*LOOKS, "gelap", "fokus")
"""Large letters, clear colours, dark, and every focus ring at once."""

SHOWN = tuple(name for name in (*COMPONENTS, "switch.css") if not name.startswith("tokens/"))
"""The components that this page owes a showing."""

_BODY = re.compile(r'</a>\s*(<(?:div class="weave|header).*?)<link rel="stylesheet"', re.DOTALL)


@gaya.get("/gaya")
def show() -> str:
    """Show all scenes, under the looks that are asked for (`?besar&gelap`)."""
    if not (site().settings.demo and paths.in_checkout()):
        abort(404)
    on = {name for name in SWITCHES if name in request.args}
    return render_template(
        "gaya.html",
        looks=" ".join(name for name in LOOKS if name in on),
        scenes=[(scene, drawn(scene)) for scene in SCENES],
        components=[(name, told(name), places(name)) for name in SHOWN],
        switches=[(name, name in on, address(on ^ {name})) for name in SWITCHES],
        dark="gelap" in on, focus="fokus" in on,
    )


def drawn(scene: Scene) -> Markup:
    """Return the body of the scene's page, after what scripts would have done to it."""
    page = _rendered(scene.template, {"here": "", "learning": True, **scene.context()})
    found = _BODY.search(page)
    body = found[1] if found else page
    for before, after in scene.becomes:
        if before not in body:
            raise ValueError(f"{scene.title}: {before!r} is not on the page any more")
        body = body.replace(before, after)
    return Markup(body)  # noqa: S704  # our own templates


def _rendered(template: str, context: dict[str, object]) -> str:
    """Return a page's template; what a scene does not tell is not so there.

    Elsewhere a name that is not told is an error; here a new switch of a page is off.
    """
    current_app.update_template_context(context)
    lenient = current_app.jinja_env.overlay(undefined=ChainableUndefined)
    return lenient.get_template(template).render(context)


def places(component: str) -> list[Scene]:
    """Return the scenes that show a component."""
    return [scene for scene in SCENES if component in scene.components]


def address(on: set[str]) -> str:
    """Return the address of this page with these switches on."""
    return "/gaya?" + "&".join(sorted(on))


@cache
def told(component: str) -> str:
    """Return what a component says of itself: the first comment of its file."""
    source = (paths.shipped("static") / "css" / component).read_text("utf-8")
    return re.sub(r"\s+", " ", source.partition("/*")[2].partition("*/")[0]).strip()
