"""Fill an empty Kolibri with one learner, one class, a text lesson and an exercise.

Run by the Python of Kolibri's own environment, never by ours (`bench/kolibri.py` does it): it
writes into the folder KOLIBRI_HOME and prints the ids of the two resources as JSON. The exercise
is three choices in the format of Kolibri's own exercises (Perseus), the lesson one page of text.
"""

import hashlib
import io
import json
import sys
import uuid
import zipfile
from pathlib import Path
from typing import Any

SPACE = uuid.UUID("6f0d3a86-6c4b-4f6e-9f43-5a7a0c0e7a11")
LEARNER, PASSWORD = "sari", "sari-2026"  # of a school that goes away
TEXT = (
    "Uang kembalian adalah uang yang diberikan kembali kepada pembeli. Pembeli membayar lebih "
    "besar daripada harga barang. Penjual menghitung selisihnya. "
)
QUESTIONS = (("2 + 3 = ?", "5", "6"), ("4 + 4 = ?", "8", "7"), ("7 - 2 = ?", "5", "4"))


def name(of: str) -> str:
    """Return the same id for the same name, as 32 hexadecimal digits."""
    return uuid.uuid5(SPACE, of).hex


def packed(files: dict[str, str]) -> bytes:
    """Return these files as a ZIP."""
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as into:
        for path, text in files.items():
            into.writestr(path, text)
    return kept.getvalue()


def lesson() -> bytes:
    """Return a page of 1.4 KB of text."""
    prose = "".join(f"<p>{TEXT}</p>" for _ in range(9))
    head = '<!doctype html><html lang="id"><meta charset="utf-8"><title>Kembalian</title>'
    return packed({"index.html": f"{head}<h1>Uang kembalian</h1>{prose}</html>"})


def exercise() -> bytes:
    """Return the questions, one file each."""
    items = {f"{name(asked)}.json": _item(asked, right, wrong) for asked, right, wrong in QUESTIONS}
    about = {
        "all_assessment_items": [name(asked) for asked, _, _ in QUESTIONS],
        "mastery_model": "m_of_n", "m": 3, "n": 3, "randomize": False,
    }
    return packed({"exercise.json": json.dumps(about), **items})


def _item(asked: str, right: str, wrong: str) -> str:
    choices = [{"content": right, "correct": True}, {"content": wrong, "correct": False}]
    radio = {
        "type": "radio", "alignment": "default", "static": False, "graded": True,
        "version": {"major": 1, "minor": 0},
        "options": {
            "choices": choices, "randomize": False, "multipleSelect": False,
            "displayCount": None, "hasNoneOfTheAbove": False, "onePerLine": True,
            "deselectEnabled": False,
        },
    }
    return json.dumps({
        "question": {
            "content": f"{asked}\n\n[[☃ radio 1]]", "images": {}, "widgets": {"radio 1": radio},
        },
        "answerArea": {"calculator": False},
        "itemDataVersion": {"major": 0, "minor": 1},
        "hints": [],
    })


def fill(home: Path) -> dict[str, str]:
    """Make the school, and return the ids."""
    from kolibri.utils.main import initialize

    initialize()
    from django.core.management import call_command

    call_command(
        "provisiondevice", facility="Hub", superusername="kepala", superuserpassword=PASSWORD,
        preset="nonformal", language_id="id", interactive=False,
    )
    channel = _channel()
    made = {
        "text": _resource(home, channel, "html5", lesson(), "zip", "html5_zip"),
        "quiz": _resource(home, channel, "exercise", exercise(), "perseus", "exercise"),
    }
    from kolibri.core.content.utils import annotation

    annotation.recurse_annotation_up_tree(channel.id)
    annotation.set_channel_metadata_fields(channel.id)
    annotation.set_channel_ancestors(channel.id)
    return made | _class_of(channel, list(made.values()))


def _channel() -> Any:
    from kolibri.core.content.models import ChannelMetadata, ContentNode

    root = ContentNode.objects.create(
        id=name("root"), title="Pelajaran", content_id=name("root content"),
        channel_id=name("channel"), kind="topic", available=True,
    )
    return ChannelMetadata.objects.create(
        id=name("channel"), name="Pelajaran", root=root, min_schema_version="5",
    )


def _resource(
    home: Path, channel: Any, kind: str, body: bytes, extension: str, preset: str
) -> str:
    from kolibri.core.content.models import (
        AssessmentMetaData,
        ContentNode,
        File,
        Language,
        LocalFile,
    )

    digest = hashlib.md5(body, usedforsecurity=False).hexdigest()
    folder = home / "content" / "storage" / digest[0] / digest[1]
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{digest}.{extension}").write_bytes(body)
    tongue, _ = Language.objects.get_or_create(id="id", lang_code="id", lang_name="Indonesian")
    node = ContentNode.objects.create(
        id=name(kind), title=kind, content_id=name(f"{kind} content"), channel_id=channel.id,
        kind=kind, available=True, parent=ContentNode.objects.get(id=channel.root_id),
        admin_imported=True, lang=tongue,
    )
    local = LocalFile.objects.create(
        id=digest, extension=extension, available=True, file_size=len(body)
    )
    File.objects.create(
        id=name(f"{kind} file"), local_file=local, contentnode=node, preset=preset, priority=1
    )
    if kind == "exercise":
        AssessmentMetaData.objects.create(
            id=name("questions"), contentnode=node, randomize=False, is_manipulable=True,
            assessment_item_ids=[name(asked) for asked, _, _ in QUESTIONS],
            number_of_assessments=len(QUESTIONS), mastery_model={"type": "m_of_n", "m": 3, "n": 3},
        )
    return str(node.id)


def _class_of(channel: Any, nodes: list[str]) -> dict[str, str]:
    from kolibri.core.auth.models import Classroom, Facility, FacilityUser
    from kolibri.core.content.models import ContentNode
    from kolibri.core.lessons.models import Lesson, LessonAssignment

    hub = Facility.get_default_facility()
    learner = FacilityUser.objects.create_user(
        LEARNER, password=PASSWORD, facility=hub, full_name="Sari",
        gender="NOT_SPECIFIED", birth_year="NOT_SPECIFIED",
    )
    room = Classroom.objects.create(name="Kelas", parent=hub)
    room.add_member(learner)
    head = FacilityUser.objects.get(username="kepala")
    resources = [
        {"contentnode_id": node, "channel_id": channel.id,
         "content_id": ContentNode.objects.get(id=node).content_id}
        for node in nodes
    ]
    lesson = Lesson.objects.create(
        title="Kembalian", collection=room, created_by=head, is_active=True, resources=resources
    )
    LessonAssignment.objects.create(lesson=lesson, collection=room, assigned_by=head)
    return {"class": str(room.id), "lesson": str(lesson.id)}


if __name__ == "__main__":
    made = fill(Path(sys.argv[1]))
    (Path(sys.argv[1]) / "school.json").write_text(json.dumps(made))
