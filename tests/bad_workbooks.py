"""What a repository of texts cannot hold: for each code about workbooks one that goes wrong."""

import sys
from collections.abc import Callable, Mapping, Sequence
from unittest import mock

import pytest

import ujikom_rules as ujikom
from tests.hostile_workbooks import HOSTILE
from tests.raw_workbooks import (
    MARKS,
    PERCENT,
    SOUND,
    TIME,
    Row,
    Xml,
    packed,
    parts_of,
    sheet_xml,
    with_marks,
    workbook,
)
from ujikom_rules.errors import Finding, Refused
from ujikom_rules.office.forms import join_forms, to_workbook
from ujikom_rules.reading.scoresheets.reader import scoresheet_from_tables
from ujikom_rules.reading.workbooks import read_content
from ujikom_rules.reading.workbooks.headers import name_of_column

FILE = "isian.xlsx"
Built = Callable[[], tuple[Finding, ...]]


def read(content: bytes, file: str = FILE) -> tuple[Finding, ...]:
    return scoresheet_from_tables(*read_content(content, file))[1]


def _without_openpyxl() -> tuple[Finding, ...]:
    with mock.patch.dict(sys.modules, {"openpyxl": None}):
        return read(workbook())


def _hostile(name: str) -> Built:
    return lambda: read(HOSTILE[name][1]())


def _mark(cell: Xml) -> Built:
    return lambda: read(with_marks(["A01", "E1", cell]))


def _joined(title: str, rows: list[list[object]]) -> Built:
    def joined() -> tuple[Finding, ...]:
        contents = {"a.xlsx": workbook(), FILE: workbook({**SOUND, title: rows})}
        sheets = [
            scoresheet_from_tables(*read_content(content, file))[0]
            for file, content in contents.items()
        ]
        return join_forms([sheet for sheet in sheets if sheet is not None])[1]

    return joined


def _made_for(*digests: str) -> Built:
    def joined() -> tuple[Finding, ...]:
        sheets = []
        for digest, file in zip(digests, ("a.xlsx", FILE), strict=True):
            event = [*SOUND["Acara"], ["Sidik aturan", digest]]
            content = workbook({**SOUND, "Acara": event})
            sheets.append(scoresheet_from_tables(*read_content(content, file))[0])
        return join_forms([sheet for sheet in sheets if sheet is not None])[1]

    return joined


def _too_long() -> tuple[Finding, ...]:
    plain = {
        "event": {"id": "e", "date": "2025-03-25"},
        "candidates": [{"id": "A1", "name": "x" * 40_000}],
        "ratings": [],
    }
    with pytest.raises(Refused) as refused:
        to_workbook(ujikom.parse_scoresheet(plain))
    return refused.value.findings


def _named(*letters: str, **more: Sequence[Row]) -> bytes:
    """A workbook whose marking sheet has names at these columns, as that of a form."""
    parts = parts_of({**SOUND, **more})
    keys = ("candidacy", "examiner", "criterion/integritas")
    names = "".join(
        f'<definedName name="{name_of_column("ratings", "wawancara", key)}">'
        f"Wawancara!${letter}$1</definedName>"
        for letter, key in zip(letters, keys, strict=True)
    )
    book = parts["xl/workbook.xml"].decode()
    end = f"</sheets><definedNames>{names}</definedNames>"
    return packed({**parts, "xl/workbook.xml": book.replace("</sheets>", end).encode()})


def _merged() -> tuple[Finding, ...]:
    merged = '<mergeCells count="1"><mergeCell ref="C2:C3"/></mergeCells>'
    return read(workbook({**SOUND, "Wawancara": sheet_xml(MARKS, tail=merged)}))


def _hidden() -> tuple[Finding, ...]:
    xml = sheet_xml(MARKS, head='<cols><col min="2" max="2" hidden="1"/></cols>')
    return read(workbook({**SOUND, "Wawancara": xml}))


BUILT: Mapping[str, Built] = {
    "UJ655": lambda: read(
        workbook({**SOUND, "Dokumen": [["Dokumen", "Ada", "Nomor"], ["laporan", "", "12/2025"]]})
    ),
    "UJ900": _without_openpyxl,
    "UJ901": _hostile("renamed .xls"),
    "UJ902": _hostile("encrypted"),
    "UJ903": _hostile("renamed .csv"),
    "UJ904": _hostile("truncated"),
    "UJ905": _hostile("a Word document"),
    "UJ906": _hostile("ratio"),
    "UJ907": _hostile("entities"),
    "UJ908": _hostile("a path that climbs"),
    "UJ909": _hostile("macro"),
    "UJ910": _hostile("XFD1048576"),
    "UJ911": _hostile("no XML"),
    "UJ912": lambda: read(with_marks(*(["A01", f"X{n}", 85] for n in range(300)))),
    "UJ920": _mark(Xml("<c {r}><v>1.9800101200003199E+17</v></c>")),
    "UJ921": _mark(Xml(f'<c {{r}} s="{PERCENT}"><v>0.85</v></c>')),
    "UJ922": _mark(Xml('<c {r} t="e"><v>#N/A</v></c>')),
    "UJ923": _mark(Xml("<c {r}><f>SUM(A1:A9)</f></c>")),
    "UJ924": _merged,
    "UJ925": _hidden,
    "UJ926": lambda: read(
        workbook({**SOUND, "Penguji": [["Daftar penguji"], ["Penguji"], ["E1"]]})
    ),
    "UJ927": _mark(Xml(f'<c {{r}} s="{TIME}"><v>0.354166</v></c>')),
    "UJ928": lambda: read(workbook({**SOUND, "Pengujj": [["x"]]})),
    "UJ929": lambda: read(workbook({**SOUND, "Examiners": [["Penguji"], ["E2"]]})),
    "UJ930": _joined("Wawancara", [list(MARKS[0]), ["A01", "E1", 90]]),
    "UJ931": _joined("Peserta", [["Peserta", "Nama"], ["A01", "Anna"]]),
    "UJ932": _joined("Acara", [["Acara", "uji-2"], ["Tanggal", "2025-03-25"]]),
    "UJ933": _too_long,
    "UJ935": _made_for("sha256:0001", "sha256:0002"),
    "UJ936": lambda: read(_named("A", "C", "B")),
    "UJ937": lambda: read(_named("A", "B", "C", Salinan=MARKS)),
}
