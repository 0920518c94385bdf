"""Everything the interface says has English: what is written in templates, views and registries."""

import ast
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from babel.messages.extract import extract_from_dir

from elearn import messages, paths
from elearn.accounts.picture_codes import OBJECTS
from elearn.content import curriculum
from elearn.content.catalogue import SUBJECTS
from elearn.content.compose import WILL_LOOK
from elearn.content.keywords import COLLECT
from elearn.figures import FIGURES
from elearn.mistakes import CONFUSIONS
from elearn.narration.weight import MORE, WORDS
from elearn.questions import KINDS
from elearn.questions.tugas import how
from elearn.reports import REPORTS
from elearn.web import errors
from elearn.web.helping import PLACES
from elearn.web.offline.shells import SHELLS
from elearn.web.recording.guided import PARTS, SPOKEN
from elearn.web.tone import TONES

ROOMS = (
    (Path(errors.__file__).parent, [("**.py", "python")]),
    (paths.shipped("templates"), [("**.html", "jinja2")]),
)
NAMES = re.compile(r"\{(\w+)\}")


def written() -> Iterator[tuple[str, str]]:
    """Yield every literal text given to `_`, with where it stands."""
    for room, method in ROOMS:
        for file, line, message, _notes, _context in extract_from_dir(
            room, method_map=method, keywords={"_": None}
        ):
            assert isinstance(message, str)
            yield message, f"{file}:{line}"


def registered() -> Iterator[tuple[str, str]]:
    """Yield every message id that is data."""
    yield from ((subject.title, f"SUBJECTS {name}") for name, subject in SUBJECTS.items())
    yield from ((one.name, f"OBJECTS {one.key}") for one in OBJECTS)
    yield from ((kind.instruction, f"KINDS {name}") for name, kind in KINDS.items())
    yield from ((one.sentence, f"TROUBLES {code}") for code, one in errors.TROUBLES.items())
    for name, report in REPORTS.items():
        yield from ((text, f"REPORTS {name}") for text in (
            report.title, report.note, *report.columns, *report.words))
    for name, confusion in CONFUSIONS.items():
        yield from ((text, f"CONFUSIONS {name}") for text in (confusion.label, confusion.said))
    for name, shell in SHELLS.items():
        yield from ((text, f"SHELLS {name}") for text in (shell.heading, shell.said, shell.way))
    yield curriculum.SENTENCE, "content/curriculum.py"
    yield "dengar", "content/markup.py"
    yield from ((text, "narration/weight.py") for text in (*(text for _, text in WORDS), MORE))
    yield from ((how([word]), "questions/tugas.py") for word in COLLECT)
    yield WILL_LOOK, "content/compose.py"
    yield from ((text, "recording/guided.py") for text in (*SPOKEN.values(), *PARTS.values()))
    for band, tone in TONES.items():
        yield from ((text, f"TONES {band}") for text in tone.values())
    for name, place in PLACES.items():
        yield from ((text, f"PLACES {name}") for text in place.said)
        yield from ((sign.name, f"PLACES {name}") for sign in place.signs)


@pytest.mark.parametrize("source", [written, registered])
def test_everything_that_is_said_has_english(
    source: Callable[[], Iterator[tuple[str, str]]]
) -> None:
    english = messages.catalogue("en")
    said = dict(source())
    assert len(said) > 20
    assert {text: place for text, place in said.items() if text not in english} == {}


def test_english_fills_in_the_same_names() -> None:
    for text, english in messages.catalogue("en").items():
        assert set(NAMES.findall(english)) == set(NAMES.findall(text)), text


def test_views_give_literal_sentences_to_be_translated() -> None:
    for file in ROOMS[0][0].rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                assert node.func.id != "_" or isinstance(node.args[0], ast.Constant), file


def test_figures_say_in_english_what_they_show() -> None:
    args = {"titik": "3", "bingkai": "7", "uang": "5000+2000", "jam": "3.15",
            "garis": "0..10@7", "goresan": "a", "pecahan": "3/4", "timbangan": "250g",
            "penggaris": "12cm", "nilai-tempat": "342"}
    for name, figure in FIGURES.items():
        assert figure.alt(args[name], "en") != figure.alt(args[name], "id")


OF_STAFF = ("tutor", "penulis", "petugas", "mitra", "rekam", "gaya.html")
"""Folders of templates, and one of them, that no learner opens."""

OPERATOR = {"rusak.html"}
"""Its second half is for who runs the hub, in words of theirs."""

TOLD = re.compile(r"\{[{%#].*?[}%#]\}", re.DOTALL)
TAGS = re.compile(r"""<[^>]*>|[\w-]+=(?:"[^"]*"|'[^']*')""")
LABELS = re.compile(r'\b(?:aria-label|placeholder|title|alt)="(?=[^"{]*[^\W\d_])([^"{]+)"')
OWN_NAMES = {"English", "Bahasa Indonesia", "elearn"}


def learner_templates() -> Iterator[tuple[str, str]]:
    """Yield the templates that learners see, by their paths."""
    room = paths.shipped("templates")
    for file in sorted(room.rglob("*.html")):
        path = file.relative_to(room)
        if path.parts[0] not in OF_STAFF:
            yield path.as_posix(), file.read_text(encoding="utf-8")


def test_templates_of_learners_hold_no_words_of_their_own() -> None:
    """What is not in the catalogue has neither English nor a voice."""
    found = {}
    for path, source in learner_templates():
        plain = re.sub(r"\{#.*?#\}", "", source, flags=re.DOTALL)
        texts = [*TAGS.sub("\n", TOLD.sub("", plain)).splitlines(), *LABELS.findall(plain)]
        words = {text.strip() for text in texts if re.search(r"[^\W\d_]{2}", text)} - OWN_NAMES
        if words:
            found[path] = words
    assert found == {}


def test_what_learners_read_is_in_the_catalogue_that_is_heard() -> None:
    heard = messages.spoken("id")
    rooms = ("learn/", "account/door", "account/cards", "account/consent", "errors", "helping")
    silent = {}
    for text, place in written():
        of_learners = not place.startswith(OF_STAFF) if ".html" in place else (
            place.startswith(rooms)
        )
        if of_learners and text not in heard and place.partition(":")[0] not in OPERATOR:
            silent[text] = place
    assert silent == {}
