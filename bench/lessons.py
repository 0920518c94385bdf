"""Two thousand lessons: starts, a change, memory; and the bytes of each shipped lesson's page.

`python -m bench.lessons`: a real `elearn serve` on 2,000 files made of the shipped ones.
"""

import gzip
import os
import re
import tempfile
import time
from pathlib import Path

from bench.hub import Hub, children, hub
from bench.memory import Memory
from bench.tables import table, verdict
from bench.visitor import Line, Visitor
from elearn import paths
from elearn.content.catalogue import load
from elearn.content.naming import parts

COUNT = 2000
OPENED = 300
CHANGES = 5
START_S, COLD_S, CHANGE_S, BUDGET_MB = 3, 60, 1, 200
HTML_KB = 10


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
    """Return what each shipped lesson's page weighs for child and adult, without browser."""
    rows = []
    with hub() as served:
        visitor, line = Visitor.of(served.data), _line(served)
        for stem, readings in load(paths.shipped("lessons")).lessons.items():
            lesson = readings["id"]
            if "dewasa" not in lesson.audiences:
                continue
            answer = line(visitor.get(visitor.lesson(stem)))
            html = gzip.decompress(answer.body).decode()
            size = len(answer.body) / 1024
            rows.append([
                stem, f"{size:.2f} ({HTML_KB})", f"{len(html) / 1024:.1f}",
                str(html.count("<img")), str(html.count("<form")),
                str(len(set(re.findall(r"/suara/\w+\.mp3", html)))),
                verdict("HTML" if size > HTML_KB else ""),
            ])
    head = ["lesson, as an adult meets it", "KB, gzip (budget)", "KB unpacked", "pictures",
            "questions", "sounds", "budget"]
    return table(head, rows)


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
