"""Workbooks made part by part, as no library would write them: for reading what others send."""

import zipfile
import zlib
from collections.abc import Mapping, Sequence
from io import BytesIO
from typing import Any
from xml.sax.saxutils import escape, quoteattr

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
CALCULATED = '<calcPr calcId="191029"/>'
STYLES = (
    f'<styleSheet xmlns="{MAIN}"><fonts count="1"><font/></fonts>'
    '<fills count="1"><fill><patternFill/></fill></fills><borders count="1"><border/></borders>'
    '<cellStyleXfs count="1"><xf/></cellStyleXfs>'
    '<cellXfs count="4"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/>'
    '<xf numFmtId="10" applyNumberFormat="1"/><xf numFmtId="22" applyNumberFormat="1"/></cellXfs>'
    "</styleSheet>"
)
DATE, PERCENT, TIME = 1, 2, 3  # the styles above


class Xml(str):
    """A cell that is written as it stands, `{r}` being its address."""

    __slots__ = ()


Row = Sequence[Any]
EVENT: Sequence[Row] = [["Acara", "uji-1"], ["Tanggal", "2025-03-25"]]
PEOPLE: Sequence[Row] = [["Peserta", "Nama", "pendidikan"], ["A01", "Ani", "S2"]]
PANEL: Sequence[Row] = [["Penguji", "Peran"], ["E1", "Ketua"]]
MARKS: Sequence[Row] = [["Peserta", "Penguji", "integritas"], ["A01", "E1", 85]]
SOUND: Mapping[str, Sequence[Row]] = {
    "Acara": EVENT,
    "Peserta": PEOPLE,
    "Penguji": PANEL,
    "Wawancara": MARKS,
}


def cell_of(value: Any, at: str) -> str:
    """One cell; texts stand in it themselves."""
    if isinstance(value, Xml):
        return value.replace("{r}", f'r="{at}"')
    if isinstance(value, bool):
        return f'<c r="{at}" t="b"><v>{int(value)}</v></c>'
    if isinstance(value, str):
        return f'<c r="{at}" t="inlineStr"><is><t>{escape(value)}</t></is></c>' if value else ""
    return f'<c r="{at}"><v>{value}</v></c>'


def sheet_xml(rows: Sequence[Row], head: str = "", tail: str = "") -> str:
    """The part of a sheet."""
    lines = []
    for number, row in enumerate(rows, 1):
        cells = "".join(cell_of(x, f"{chr(64 + at)}{number}") for at, x in enumerate(row, 1))
        lines.append(f'<row r="{number}">{cells}</row>')
    inside = "".join(lines)
    return f'<worksheet xmlns="{MAIN}">{head}<sheetData>{inside}</sheetData>{tail}</worksheet>'


def parts_of(
    sheets: Mapping[str, Sequence[Row] | str],
    *,
    calc: str = CALCULATED,
    states: Mapping[str, str] | None = None,
    names: str = "",
) -> dict[str, bytes]:
    """The parts of a workbook; a sheet given as text is its part."""
    shown = states or {}
    listed = "".join(
        f'<sheet name={quoteattr(title)} sheetId="{n}" state="{shown.get(title, "visible")}" '
        f'r:id="rId{n}"/>'
        for n, title in enumerate(sheets, 1)
    )
    relations = "".join(
        f'<Relationship Id="rId{n}" Type="{OFFICE}/worksheet" Target="worksheets/sheet{n}.xml"/>'
        for n in range(1, len(sheets) + 1)
    )
    types = "".join(
        f'<Override PartName="/xl/worksheets/sheet{n}.xml" ContentType="application/vnd.'
        'openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>'
        for n in range(1, len(sheets) + 1)
    )
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    texts = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.'
        'relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{kind}.sheet.main+xml"/>'
        f'<Override PartName="/xl/styles.xml" ContentType="{kind}.styles+xml"/>{types}</Types>',
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" '
        f'Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>{listed}</sheets>'
        f"{names}{calc}</workbook>",
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships">{relations}'
        f'<Relationship Id="rIdS" Type="{OFFICE}/styles" Target="styles.xml"/></Relationships>',
        "xl/styles.xml": STYLES,
        **{
            f"xl/worksheets/sheet{n}.xml": rows if isinstance(rows, str) else sheet_xml(rows)
            for n, rows in enumerate(sheets.values(), 1)
        },
    }
    return {name: text.encode() for name, text in texts.items()}


def packed(parts: Mapping[str, bytes]) -> bytes:
    """A container of the parts."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as container:
        for name, part in parts.items():
            container.writestr(zipfile.ZipInfo(name), part, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def workbook(sheets: Mapping[str, Sequence[Row] | str] | None = None, **more: Any) -> bytes:
    """A workbook of sheets; the sound one where none are given."""
    return packed(parts_of(SOUND if sheets is None else sheets, **more))


def with_marks(*rows: Row, **more: Any) -> bytes:
    """The sound workbook with other rows in the sheet Wawancara."""
    return workbook({**SOUND, "Wawancara": [MARKS[0], *rows]}, **more)


def with_xml(head: str = "", tail: str = "", rows: Sequence[Row] = MARKS) -> bytes:
    """The sound workbook, with more XML before or behind the cells of the sheet Wawancara."""
    return workbook({**SOUND, "Wawancara": sheet_xml(rows, head, tail)})


def with_part(name: str, part: bytes, content: bytes | None = None) -> bytes:
    """The sound workbook with one part more, or another one."""
    parts = parts_of(SOUND)
    return packed({**parts, name: part}) if content is None else content


def overwritten(content: bytes, name: str, field: int, value: int) -> bytes:
    """A container whose list lies about one part: 16 its CRC, 24 its size when inflated."""
    at = content.index(name.encode(), content.index(b"PK\x01\x02")) - 46
    return content[: at + field] + value.to_bytes(4, "little") + content[at + field + 4 :]


def deflated(part: bytes) -> bytes:
    """The raw stream of a part."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    return packer.compress(part) + packer.flush()
