"""Scripts made small: names within functions become short, which no page and no test can see.

The minifier is a library of another language with threads of its own, so it works in a process of
its own, once for all scripts at start; where it cannot be had, or hangs, they only lose their
spaces. That process looks for no module in the folder where the server was started.
"""

import json
import subprocess
import sys
from collections.abc import Mapping
from functools import lru_cache

import rjsmin

_WAIT = 30                   # seconds
_SCRIPT = "application/javascript"
_PROGRAM = f"""
import json, sys, minify
minify.config({{"js-version": 2011}})    # old browsers: no newer syntax than we write
json.dump([minify.string("{_SCRIPT}", one) for one in json.load(sys.stdin)], sys.stdout)
"""


def minified(scripts: Mapping[str, str]) -> dict[str, str]:
    """Return scripts by name without comments and spare spaces, with short local names."""
    return dict(zip(scripts, _batch(tuple(scripts.values())), strict=True))


@lru_cache(maxsize=8)        # tests make many sites of the same scripts
def _batch(sources: tuple[str, ...]) -> tuple[str, ...]:
    if not sources:
        return ()
    try:
        made = subprocess.run(  # noqa: S603  # ourselves, nothing given
            [sys.executable, "-P", "-c", _PROGRAM], input=json.dumps(sources), capture_output=True,
            text=True, timeout=_WAIT, check=True,
        )  # fmt: skip
        return tuple(json.loads(made.stdout))
    except (OSError, subprocess.SubprocessError, ValueError):
        return tuple(str(rjsmin.jsmin(source)) for source in sources)
