"""Recording: tutors of any class, authors and operators; nobody else, and no learner."""

from flask import Flask

from elearn.narration import keeping
from elearn.narration.keeping import About
from elearn.web.site import KEY
from tests.cast import Cast
from tests.web.policies import Addresses, Table
from tests.web.policies import author as desk

STEM = "baca-01-vokal-a-i-u"

TABLE: Table = {
    # route                        nobody device other rudi sari maya anton dewi mitra admin
    ("GET", "recording.home"):     (303, 303, 303, 303, 303, 200, 200, 200, 403, 200),
    ("GET", "recording.lesson"):   (303, 303, 303, 303, 303, 200, 200, 200, 403, 200),
    ("GET", "recording.voices"):   (303, 303, 303, 303, 303, 200, 200, 200, 403, 200),
    ("GET", "recording.guided"):   (303, 303, 303, 303, 303, 200, 200, 200, 403, 200),
    ("GET", "recording.draft"):    (303, 303, 303, 303, 303, 403, 403, 200, 403, 200),
    ("GET", "recording.hear"):     (303, 303, 303, 303, 303, 200, 200, 200, 403, 200),
    ("POST", "recording.give"):    (303, 303, 303, 303, 303, 422, 422, 422, 403, 422),
    ("POST", "recording.drop"):    (303, 303, 303, 303, 303, 404, 404, 404, 403, 404),
}  # fmt: skip


def addresses(app: Flask, cast: Cast) -> Addresses:
    """Return an address and a form for each route."""
    draft = desk.addresses(app, cast)["author.draft"][0].rpartition("/")[2]
    about = About("Benar!", lesson=STEM)
    name = keeping.keep(app.extensions[KEY].settings.data / "rekaman", "id", b"", about)
    return {
        "recording.home": ("/rekaman/", {}),
        "recording.lesson": (f"/rekaman/pelajaran/{STEM}/id", {}),
        "recording.voices": ("/rekaman/orang", {}),
        "recording.guided": ("/rekaman/orang/nij", {}),
        "recording.draft": (f"/rekaman/naskah/{draft}", {}),
        "recording.hear": (f"/rekaman/id/{name}", {}),
        "recording.give": ("/rekaman/id", {"kalimat": "Benar!"}),
        "recording.drop": ("/rekaman/id/aaaaaaaaaaaa/hapus", {}),
    }
