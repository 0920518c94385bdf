"""Two thousand lessons: starts, a change, memory; and the bytes of each shipped lesson's page.

`python -m bench.lessons`: a real `elearn serve` on 2,000 files made of the shipped ones.
"""

import gzip
import os
import re
import tempfile
import time
from pathlib import Path

from flask import Flask, render_template

from bench.hub import Hub, children, hub
from bench.memory import Memory
from bench.tables import table, verdict
from bench.visitor import Line, Visitor
from elearn import paths
from elearn.content.lesson import Lesson
from elearn.content.naming import parts
from elearn.content.values import DRAWS
from elearn.settings import Settings
from elearn.web import create_app
from elearn.web.learn.pages import page
from elearn.web.site import KEY

COUNT = 2000
OPENED = 300
CHANGES = 5
START_S, COLD_S, CHANGE_S, BUDGET_MB = 3, 60, 1, 200
HTML_KB, WHOLE_KB = 10, 14


def figures() -> str:
    """Measure, and return both tables."""
    return f"{_many()}\n\n{_pages()}"


def write_many(home: Path, count: int) -> list[str]:
    """Write `count` lessons like the shipped ones, each with codes of its own; return stems."""
    shipped = [one for one in sorted(paths.shipped("lessons").glob("*/*.md"))
               if parts(one.name)[1] == "id"]
    for beside in paths.shipped("lessons").glob("*.md"):
        _put(home / beside.name, beside.read_text())
    stems = []
    for number in range(count):
        source = shipped[number % len(shipped)]
        prefix = source.name.partition("-")[0]
        stem = f"{prefix}-{number // len(shipped) % 100:02}-v{number}"
        text = re.sub(r"(?m)^Kode: (.*)$", rf"Kode: v{number}-\1", source.read_text())
        text = re.sub(r"(?m)^prasyarat:.*\n", "", text)
        _put(home / source.parent.name / f"{stem}.md", text)
        stems.append(stem)
    return stems


def _many() -> str:
    with tempfile.TemporaryDirectory() as folder:
        home, data = Path(folder, "lessons"), Path(folder, "data")
        data.mkdir()
        stems = write_many(home, COUNT)
        with hub(home, data) as served:
            rows = [_started("first start, nothing kept", served, stems, COLD_S)]
        with hub(home, data) as served:
            rows.append(_started("start with what was kept", served, stems, START_S))
            rows += _used(served, home, stems)
    head = ["2,000 lessons", "CPU s, all processes", "clock s", "budget"]
    return table(head, rows)


def _started(name: str, served: Hub, stems: list[str], budget: float) -> list[str]:
    visitor = Visitor.of(served.data)
    _line(served)(visitor.get(visitor.lesson(_any(stems))))
    clock = time.monotonic() - served.began
    return [name, f"{_cpu(served):.1f}", f"{clock:.1f} ({budget})",
            verdict("clock" if clock > budget else "")]


def _used(served: Hub, home: Path, stems: list[str]) -> list[list[str]]:
    """Change lessons and wait until they are served; then open many, and weigh the process."""
    visitor, line = Visitor.of(served.data), _line(served)
    waited, before = [], _cpu(served)
    for number in range(CHANGES):
        stem = _any(stems, number)
        mark = f"Baris baru nomor {number}."
        file = next(home.glob(f"*/{stem}.md"))
        text = file.read_text().replace("\n## ", f"\n## Ubah {number}\n\n{mark}\n\n## ", 1)
        _put(file, text)
        began = time.monotonic()
        while mark not in _page(line, visitor, stem):
            time.sleep(0.02)
        waited.append(time.monotonic() - began)
    cost = (_cpu(served) - before) / CHANGES
    rows = [[f"one file changed ({CHANGES} times, the slowest)", f"{cost:.2f}",
             f"{max(waited):.2f} ({CHANGE_S})", verdict("clock" if max(waited) > CHANGE_S else "")]]
    for number in range(OPENED):
        _page(line, visitor, _any(stems, number))
    now = Memory.of(served.worker)
    over = verdict("memory" if now.resident > BUDGET_MB else "")
    rows.append([f"after {OPENED} lessons were opened: {now.resident:.0f} MB resident", "–", "–",
                 f"{BUDGET_MB} MB: {over}"])
    return rows


def _pages() -> str:
    """Return what each shipped lesson's page weighs, the heaviest of its audiences and draws."""
    with tempfile.TemporaryDirectory() as folder:
        shipped = paths.shipped("lessons")
        app = create_app(Settings(data=Path(folder), lessons=shipped, audio=Path(folder)))
        shelf = app.extensions[KEY].shelf
        rows = [
            _weighed(app, readings["id"])
            for stem, readings in sorted(shelf.current.lessons.items())
        ]
    head = ["lesson, heaviest page", "HTML, KB gzip (budget)", "first visit, KB (budget)",
            "HTML unpacked, KB", "pictures", "sounds", "budgets"]
    return table(head, rows)


def _weighed(app: Flask, lesson: Lesson) -> list[str]:
    pages = []
    for audience in lesson.audiences:
        for draw in range(DRAWS):
            with app.test_request_context("/"):
                site = app.extensions[KEY]
                made = page(lesson, audience, draw, site.narrator, site.facts())
                pages.append(render_template(
                    "belajar/pelajaran.html", page=made, personal=False, leave=True
                ))
    html = max(pages, key=lambda one: len(gzip.compress(one.encode(), 9)))
    size, whole = len(gzip.compress(html.encode(), 9)) / 1024, _whole(app, html) / 1024
    return [
        lesson.stem, f"{size:.2f} ({HTML_KB})", f"{whole:.2f} ({WHOLE_KB})",
        f"{len(html.encode()) / 1024:.1f}", str(html.count("<img")),
        str(len(set(re.findall(r"/suara/\w+\.mp3", html)))),
        verdict("HTML" if size > HTML_KB else "", "first visit" if whole > WHOLE_KB else ""),
    ]


def _whole(app: Flask, html: str) -> int:
    """Return the bytes of a first visit: page, styles and scripts, with their headers."""
    client, found = app.test_client(), len(gzip.compress(html.encode(), 9))
    for address in ("/coba", *re.findall(r'(?:href|src)="(/s/[^"]+)"', html)):
        answer = client.get(address, headers={"Accept-Encoding": "gzip"})
        found += sum(len(name) + len(value) + 4 for name, value in answer.headers.items())
        found += len(answer.get_data()) if address.startswith("/s/") else 0
    return found


def _page(line: Line, visitor: Visitor, stem: str) -> str:
    return gzip.decompress(line(visitor.get(visitor.lesson(stem))).body).decode()


def _any(stems: list[str], number: int = 0) -> str:
    """Return the stem of a lesson that adults have, another one for each number."""
    found = [stem for stem in stems if stem.startswith(("baca", "hitung"))]
    return found[number * 37 % len(found)]


def _line(served: Hub) -> Line:
    return Line(int(served.address.rpartition(":")[2]))


def _cpu(served: Hub) -> float:
    """Return the CPU seconds of the server's processes, ended ones too."""
    found, waiting = 0.0, [served.process.pid]
    while waiting:
        one = waiting.pop()
        fields = Path(f"/proc/{one}/stat").read_text().rpartition(")")[2].split()
        found += sum(int(fields[at]) for at in (11, 12, 13, 14)) / os.sysconf("SC_CLK_TCK")
        waiting += children(one)
    return found


def _put(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)


if __name__ == "__main__":
    print(figures())
