"""C1: a report opens in a spreadsheet as what it says, and nothing in it is run."""

import csv
import io
import shutil
import subprocess
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import update

from elearn.reports.csv_text import BOM, STARTS, as_csv
from elearn.reports.kelompok import KELOMPOK
from elearn.reports.values import Report, Scope, Table
from elearn.store import tables
from tests.reports.test_reports import SHELF
from tests.small_hub import JAKARTA, MORNING, SmallHub

EVIL = ["=cmd|' /C calc'!A0", "+1+1", "-2+3", "@SUM(A1)", "\t=1+1", "\r=1+1", '=HYPERLINK("x","y")']
PLAIN = ["Sari", "a=b", "dua, tiga", 'kata "kutip"', "baris\nbaru", "Nyai Ñ 🌻", "007"]


def parsed(text: str) -> list[list[str]]:
    assert text.startswith(BOM)
    return list(csv.reader(io.StringIO(text.removeprefix(BOM), newline="")))


def report(*columns: str) -> Report:
    return Report("Judul", columns, "", True, lambda _session, _scope: Table(()))


def test_c1_what_looks_like_a_formula_is_quoted_and_numbers_stay_numbers() -> None:
    rows = tuple((text, -5, 12, date(2026, 11, 24), None) for text in (*EVIL, *PLAIN))
    columns = ("Nama", "Selisih", "Jumlah", "Hari", "Rahasia")
    head, *read = parsed(as_csv(report(*columns), Table(rows), str))
    assert head == list(columns)
    for (text, *_), (first, *rest) in zip(rows, read, strict=True):
        assert isinstance(text, str)
        assert first == (f"'{text}" if text in EVIL else text)
        assert not first.startswith(STARTS)
        assert rest == ["-5", "12", "2026-11-24", "–"]


def test_c1_a_learner_called_like_a_formula_does_no_harm(hub: SmallHub) -> None:
    with hub.store.writing() as session:
        session.execute(
            update(tables.Person).where(tables.Person.id == hub.sari.id).values(name=EVIL[0])
        )
        table = KELOMPOK.rows(session, Scope(SHELF, JAKARTA, MORNING, "id", hub.class_id))
    names = [row[0] for row in parsed(as_csv(KELOMPOK, table, str))[1:]]
    assert f"'{EVIL[0]}" in names
    assert "Rudi" in names


@pytest.mark.soak
def test_c1_libreoffice_opens_it_as_text(tmp_path: Path) -> None:
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("belum ada LibreOffice: sudo apt-get install libreoffice-calc-nogui")
    table = Table(tuple((text, -5) for text in EVIL[:4]))
    source = tmp_path / "laporan.csv"
    source.write_text(as_csv(report("Nama", "Selisih"), table, str), encoding="utf-8", newline="")
    subprocess.run(  # noqa: S603  # our own command
        [office, "--headless", f"-env:UserInstallation=file://{tmp_path}/profile", "--convert-to",
         "fods", "--infilter=CSV:44,34,76", "--outdir", str(tmp_path), str(source)],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    opened = (tmp_path / "laporan.fods").read_text("utf-8")
    assert "table:formula" not in opened
    assert opened.count('office:value="-5"') == 4
