"""The author's desk: authors and operators, nobody else."""

from flask import Flask

from elearn.authoring import drafts
from elearn.authoring.judging import judge, named
from elearn.web.site import KEY
from tests.cast import Cast
from tests.content.written import STEM, written
from tests.web.policies import Addresses, Table

TABLE: Table = {
    # route                        nobody device other rudi sari maya anton dewi mitra admin
    ("GET", "author.home"):        (303, 303, 303, 303, 303, 403, 403, 200, 403, 200),
    ("GET", "author.new"):         (303, 303, 303, 303, 303, 403, 403, 200, 403, 200),
    ("POST", "author.give"):       (303, 303, 303, 303, 303, 403, 403, 422, 403, 422),
    ("GET", "author.draft"):       (303, 303, 303, 303, 303, 403, 403, 200, 403, 200),
    ("GET", "author.download"):    (303, 303, 303, 303, 303, 403, 403, 200, 403, 200),
    ("GET", "author.look"):        (303, 303, 303, 303, 303, 403, 403, 200, 403, 200),
    ("POST", "author.try_answer"): (303, 303, 303, 303, 303, 403, 403, 303, 403, 303),
    ("GET", "author.told"):        (303, 303, 303, 303, 303, 403, 403, 200, 403, 200),
    ("GET", "author.end"):         (303, 303, 303, 303, 303, 403, 403, 200, 403, 200),
    ("POST", "author.give_file"):  (303, 303, 303, 303, 303, 403, 403, 422, 403, 422),
    ("POST", "author.drop_file"):  (303, 303, 303, 303, 303, 403, 403, 404, 403, 404),
    ("POST", "author.publish"):    (303, 303, 303, 303, 303, 403, 403, 422, 403, 422),
    ("POST", "author.take_back"):  (303, 303, 303, 303, 303, 403, 403, 404, 403, 404),
}  # fmt: skip

OTHER = "baca-98-lain"


def addresses(app: Flask, cast: Cast) -> Addresses:
    """Return an address and a form for each route: a good draft, whose codes another one took."""
    site = app.extensions[KEY]
    text = written().replace("baca-03-", "baca-98-")
    with site.store.writing() as session:
        ids = []
        for stem in (OTHER, "baca-97-uji"):
            judged = judge(text, named(f"{stem}.md"), site.shelf.current)
            assert judged.lesson is not None, judged.faults
            ids.append(drafts.keep(session, judged, cast.dewi.id, site.now()))
            lesson = judged.lesson
        other = judge(text, named(f"{OTHER}.md"), site.shelf.current).lesson
        assert other is not None
        drafts.publish(session, ids[0], other, site.shelf.current.around, cast.dewi.id, site.now())
    question = lesson.questions[0]
    said = f"{question.code}~0~{lesson.version}"
    draft = f"/penulis/naskah/{ids[1]}"
    return {
        "author.home": ("/penulis/", {}),
        "author.new": (f"/penulis/baru?dari={STEM}", {}),
        "author.give": ("/penulis/baru", {"teks": ""}),
        "author.draft": (draft, {}),
        "author.download": (f"{draft}/unduh", {}),
        "author.look": (f"{draft}/lihat/dewasa/", {}),
        "author.try_answer": (f"{draft}/lihat/dewasa/", {"s": said, "a": "0"}),
        "author.told": (f"{draft}/lihat/dewasa/jawaban/coba?s={said}&a=0", {}),
        "author.end": (f"{draft}/lihat/dewasa/selesai", {}),
        "author.give_file": (f"{draft}/berkas", {}),
        "author.drop_file": (f"{draft}/berkas/hapus", {"nama": "gambar/ikan.jpg"}),
        "author.publish": (f"{draft}/terbit", {}),
        "author.take_back": ("/penulis/tarik", {"pelajaran": "baca-77-lain"}),
    }
