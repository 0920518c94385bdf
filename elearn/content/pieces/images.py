"""`![word](source)`: emoji with a word, figures, the author's own pictures."""

import re

from elearn.content import pictures
from elearn.content.facts import reference
from elearn.content.keywords import nearest
from elearn.content.lesson import Drawing
from elearn.content.pieces.emojis import picture
from elearn.content.pieces.refused import foreign, unclosed
from elearn.content.pieces.taken import Lexicon, Taken, short
from elearn.content.pieces.tokens import NESTED, SCHEME
from elearn.content.prepared import RefusedError
from elearn.figures import KNOWN


def image(taken: Taken, lexicon: Lexicon, found: re.Match[str], line: int) -> None:
    """Take a picture by its address."""
    source, word = found["source"], found["alt"].strip()
    if source is None and found.string.startswith("(", found.end()):
        unclosed(taken, line)
        return
    if source is None:
        taken.fault(line, "Gambar ini tidak punya alamat. Tulis seperti '![kuda](emoji:🐴)'.")
        return
    scheme = SCHEME.fullmatch(source.strip())
    if not scheme or len(scheme["scheme"]) == 1:         # C:\ is no scheme
        _own_picture(taken, lexicon, line, source.strip(), word)
    elif scheme["scheme"] != "emoji":
        _figure(taken, line, scheme["scheme"], scheme["rest"])
    elif pictures.sequence_at(scheme["rest"], 0) == scheme["rest"]:
        picture(taken, lexicon, line, scheme["rest"], word)
    else:
        taken.fault(line, "'{sign}' bukan satu emoji. Tulis seperti '![kuda](emoji:🐴)'.",
                    sign=short(scheme["rest"]))


def _own_picture(taken: Taken, lexicon: Lexicon, line: int, source: str, word: str) -> None:
    if source.startswith("//"):
        foreign(taken, line, source)
    elif not word:
        taken.fault(line, "Gambar ini belum punya kata. Tulis apa yang terlihat, misalnya "
                    "'![Seekor ikan]({file})'.", file=short(source))
    else:
        try:
            taken.pieces.append(lexicon.files.photo(line, source, word))
        except RefusedError as error:
            taken.fault(line, error.fault.message, **error.fault.values)


def _figure(taken: Taken, line: int, name: str, args: str) -> None:
    if name in KNOWN and any(reference(one[1:-1]) for one in NESTED.findall(args)):
        taken.fault(line, "Fakta tidak bisa dipakai di gambar hitung. Tulis di kalimat.")
    elif name in KNOWN:
        _known_figure(taken, line, name, args)
    elif near := nearest(name, KNOWN):
        taken.fault(
            line, "Gambar hitung '{name}' tidak dikenal; maksudnya '{near}'?",
            name=name, near=near,
        )
    else:
        foreign(taken, line, f"{name}:{args}")


def _known_figure(taken: Taken, line: int, name: str, args: str) -> None:
    # braces are numbers of a draw; whether those can be drawn is checked by drawing them
    message = None if "{" in args else KNOWN[name].fault(args)
    bare = "".join(args.split())
    if message and bare != args and not KNOWN[name].fault(bare):
        taken.fault(line, "Hapus spasinya. Tulis '{figure}'.", figure=f"{name}:{bare}")
    elif message:
        taken.fault(line, message)
    else:
        taken.pieces.append(Drawing(line, name, args))
