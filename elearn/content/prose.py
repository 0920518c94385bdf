"""Markdown and nh3 over the author's words, in a process of its own (see `render`)."""

import json
import sys

import markdown
import nh3

ALLOWED = frozenset({"p", "ul", "ol", "li", "strong", "em"})
"""All that prose may hold; no tag has an attribute."""

SHORT = 400
"""Letters of a text that cannot take long."""

# What the reader settles itself (links, pictures, quotes, headings, escapes) or reports as a fault.
_NOT_OURS = (
    ("preprocessors", "html_block"),
    *(("parser", name)
      for name in ("code", "hashheader", "setextheader", "hr", "quote", "reference")),
    *(("inlinePatterns", name)
      for name in ("backtick", "escape", "reference", "link", "image_link", "image_reference",
                   "short_reference", "short_image_ref", "autolink", "automail", "linebreak",
                   "html", "entity")),
)


def clean(text: str) -> str:
    """Return prose as HTML of the allowed tags only."""
    _MARKDOWN.reset()
    return nh3.clean(_MARKDOWN.convert(text), tags=set(ALLOWED), attributes={}, url_schemes=set())


def serve() -> None:
    """Answer each line (a JSON list of texts) with one JSON line per text."""
    _answer("")
    sys.stdout.flush()
    for line in sys.stdin:
        for text in json.loads(line):
            if len(text) > SHORT:
                sys.stdout.flush()      # who waits shall know which text it is that takes so long
            _answer(clean(text))
        sys.stdout.flush()


def _answer(text: str) -> None:
    sys.stdout.write(json.dumps(text) + "\n")


def _processor() -> markdown.Markdown:
    processor = markdown.Markdown(output_format="html")
    for registry, name in _NOT_OURS:
        owner = processor.parser.blockprocessors if registry == "parser" else None
        (owner or getattr(processor, registry)).deregister(name)
    return processor


_MARKDOWN = _processor()

if __name__ == "__main__":
    serve()
