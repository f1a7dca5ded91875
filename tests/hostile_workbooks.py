"""Workbooks made to do harm, or only strange: each with the code by which it is refused."""

import struct
import zipfile
import zlib
from collections.abc import Callable, Iterable, Mapping
from io import BytesIO
from itertools import pairwise

from tests.raw_workbooks import (
    MAIN,
    MARKS,
    SOUND,
    Xml,
    overwritten,
    packed,
    parts_of,
    sheet_xml,
    with_marks,
    with_part,
    with_xml,
    workbook,
)

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
SHEET = "xl/worksheets/sheet4.xml"
LAUGHS = "".join(
    f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in pairwise(["l0", "l1", "l2", "l3", "l4", "l5"])
)


def _zeros() -> bytes:
    return with_part("xl/media/image1.png", bytes(20_000_000))


def _lying_size() -> bytes:
    parts = {**parts_of(SOUND), "xl/bomb.xml": b"<a>" + b" " * 5_000_000 + b"</a>"}
    small = zlib.crc32(b"<a>")
    content = packed(parts)
    return overwritten(overwritten(content, "xl/bomb.xml", 24, 3), "xl/bomb.xml", 16, small)


def _many_sheets() -> bytes:
    return workbook({**SOUND, **{f"Lembar {n}": [["x"]] for n in range(120)}})


def _zip64() -> bytes:
    content = workbook()
    end = content.rindex(b"PK\x05\x06")
    return content[:end] + b"PK\x06\x07" + bytes(16) + content[end:]


def _twice() -> bytes:
    out = BytesIO(workbook())
    with zipfile.ZipFile(out, "a") as container:
        name = zipfile.ZipInfo("XL/Worksheets/sheet4.xml")
        container.writestr(name, sheet_xml([["Peserta"], ["A02"]]))
    return out.getvalue()


def _overlapping() -> bytes:
    """Many entries that share one stream of zeros, as the best of bombs do."""
    stream = zlib.compressobj(9, zlib.DEFLATED, -15)
    body = stream.compress(bytes(900_000)) + stream.flush()
    crc = zlib.crc32(bytes(900_000))
    kept = packed(parts_of(SOUND))
    start = kept.index(b"PK\x01\x02")
    first = struct.pack("<4s5H3I2H", b"PK\x03\x04", 20, 0, 8, 0, 33, crc, len(body), 900_000, 5, 0)
    listed = kept[start : kept.rindex(b"PK\x05\x06")]
    entry = "<4s6H3I5H2I"
    for number in range(300):
        name = f"b{number:04}".encode()
        listed += struct.pack(
            entry, b"PK\x01\x02", 20, 20, 0, 8, 0, 33, crc, len(body), 900_000, len(name), 0, 0, 0,
            0, 0, start,
        ) + name  # fmt: skip
    whole = kept[:start] + first + b"b0000" + body
    count = listed.count(b"PK\x01\x02")
    return (
        whole
        + listed
        + struct.pack("<4s4H2IH", b"PK\x05\x06", 0, 0, count, count, len(listed), len(whole), 0)
    )


def _in_the_list(content: bytes, field: int, value: int) -> bytes:
    """A container whose list says something else of its last part, the sheet with the marks."""
    at = content.index(SHEET.encode(), content.index(b"PK\x01\x02")) - 46
    return content[: at + field] + value.to_bytes(2, "little") + content[at + field + 2 :]


def _damaged_list() -> bytes:
    content = workbook()
    at = content.index(b"PK\x01\x02")
    return content[:at] + b"PK\x07\x07" + content[at + 4 :]


def _noise_in_a_stream() -> bytes:
    content = workbook()
    at = content.index(SHEET.encode()) + len(SHEET)
    return content[:at] + b"\xff" * 20 + content[at + 20 :]


def _shared_texts() -> bytes:
    texts = "".join(f"<si><t>{n * 7919 % 999_983}</t></si>" for n in range(600_000))
    return with_part("xl/sharedStrings.xml", f'<sst xmlns="{MAIN}">{texts}</sst>'.encode())


def _stored() -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as container:
        for name, part in parts_of(SOUND).items():
            container.writestr(zipfile.ZipInfo(name), part)
    return out.getvalue()


def _nested() -> bytes:
    deep = f'<worksheet xmlns="{MAIN}">{"<a>" * 300_000}'
    deep += '<sheetData><row r="1"><c r="A1"/></row></sheetData>'
    return workbook({**SOUND, "Wawancara": deep})


def _many_rows() -> bytes:
    xml = f'<worksheet xmlns="{MAIN}"><sheetData>{"<row/>" * 100_000}</sheetData></worksheet>'
    return workbook({**SOUND, "Wawancara": xml})


def _columns_of_rows() -> bytes:
    cells = "".join(f'<row r="{n}"><c r="ZZ{n}"><v>1</v></c></row>' for n in range(1, 90_000))
    xml = f'<worksheet xmlns="{MAIN}"><sheetData>{cells}</sheetData></worksheet>'
    return workbook({**SOUND, "Wawancara": xml})


def _long(rows: Iterable[str]) -> bytes:
    """A long table of marks with these rows beneath one that is sound."""
    sound = sheet_xml([["Peserta", "Tahapan", "Penguji", "Nilai"], ["A01", "wawancara", "E1", 85]])
    sheets = {key: value for key, value in SOUND.items() if key != "Wawancara"}
    xml = sound.replace("</sheetData>", "".join(rows) + "</sheetData>")
    return workbook({**sheets, "Nilai": xml})


def _rows_of_one_cell() -> bytes:
    return _long(f'<row r="{n}"><c r="A{n}"><v>1</v></c></row>' for n in range(800, 90_800))


def _rows_of_ten_cells() -> bytes:
    cells = "".join(f'<c r="{x}%d"><v>1</v></c>' for x in "ABCDEFGHIJ")
    return _long(f'<row r="{n}">{cells % ((n,) * 10)}</row>' for n in range(800, 80_000))


HOSTILE: Mapping[str, tuple[str, Callable[[], bytes]]] = {
    "ratio": ("UJ906", _zeros),
    "size that lies": ("UJ904", _lying_size),
    "entries that overlap": ("UJ906", _overlapping),
    "10,000 entries": (
        "UJ906",
        lambda: packed({**parts_of(SOUND), **{f"xl/{n}.bin": b"" for n in range(10_000)}}),
    ),
    "too much in all": (
        "UJ906",
        lambda: overwritten(with_part("xl/media/a.bin", b"x"), "xl/media/a.bin", 24, 40_000_000),
    ),
    "a part too big": ("UJ906", lambda: overwritten(workbook(), "xl/styles.xml", 24, 1_500_000)),
    "another packing": ("UJ904", lambda: _in_the_list(workbook(), 10, 12)),
    "an encrypted part": ("UJ904", lambda: _in_the_list(workbook(), 8, 1)),
    "a part that begins elsewhere": ("UJ904", lambda: _in_the_list(workbook(), 42, 9)),
    "a part that begins behind the end": ("UJ904", lambda: _in_the_list(workbook(), 44, 9)),
    "a damaged list": ("UJ904", _damaged_list),
    "noise in a stream": ("UJ904", _noise_in_a_stream),
    "text in UTF-16": ("UJ903", lambda: "peserta;nilai".encode("utf-16")),
    "blanks": ("UJ904", lambda: b"   "),
    "too many entries by their list": (
        "UJ906",
        lambda: packed({**parts_of(SOUND), **{f"x{n}": b"" for n in range(501)}}),
    ),
    "entities": (
        "UJ907",
        lambda: with_part(
            SHEET, f"<!DOCTYPE w [<!ENTITY l0 'ha'>{LAUGHS}]><w>&l5;</w>".encode()
        ),
    ),
    "entities in UTF-16": (
        "UJ907",
        lambda: with_part(SHEET, "<!DOCTYPE w [<!ENTITY l0 'ha'>]><w>&l0;</w>".encode("utf-16")),
    ),
    "entities in UTF-7": (
        "UJ907",
        lambda: with_part(SHEET, b'<?xml version="1.0" encoding="UTF-7"?>+ADwAIQ-DOCTYPE w+AD4-'),
    ),
    "a path that climbs": ("UJ908", lambda: with_part("xl/../../../etc/passwd", b"x")),
    "a path that climbs, Windows": ("UJ908", lambda: with_part("xl\\..\\..\\x.xml", b"x")),
    "an absolute path": ("UJ908", lambda: with_part("/etc/passwd", b"x")),
    "a drive": ("UJ908", lambda: with_part("C:/x.xml", b"x")),
    "names twice": ("UJ908", _twice),
    "encrypted": ("UJ902", lambda: OLE + "EncryptedPackage".encode("utf-16-le") + bytes(100)),
    "renamed .xls": ("UJ901", lambda: OLE + "Workbook".encode("utf-16-le") + bytes(100)),
    "renamed .csv": ("UJ903", lambda: b"peserta;penguji;nilai\nA01;E1;85\n"),
    "renamed web page": ("UJ903", lambda: b"<html><table><tr><td>A01</td></tr></table></html>"),
    "empty file": ("UJ904", lambda: b""),
    "noise": ("UJ904", lambda: bytes(range(256)) * 20),
    "macro": ("UJ909", lambda: with_part("xl/vbaProject.bin", b"\xd0\xcf\x11\xe0")),
    "truncated": ("UJ904", lambda: workbook()[:-400]),
    "only its list": ("UJ905", lambda: workbook()[:60] + b"PK\x05\x06" + bytes(18)),
    "bad CRC": ("UJ904", lambda: overwritten(workbook(), SHEET, 16, 12345)),
    "zip64": ("UJ904", _zip64),
    "a Word document": ("UJ905", lambda: packed({"[Content_Types].xml": b"<Types/>"})),
    "a zip in a zip": ("UJ905", lambda: packed({"dalam.xlsx": workbook()})),
    "XFD1048576": (
        "UJ910",
        lambda: with_marks(["A01", "E1", Xml('<c r="XFD1048576"><v>1</v></c>')]),
    ),
    "row 1048576": (
        "UJ910",
        lambda: with_marks(["A01", "E1", Xml('</row><row r="1048576"><c r="A1048576"/>')]),
    ),
    "a wide last column": ("UJ910", _columns_of_rows),
    "rows without numbers": ("UJ910", _many_rows),
    "90,000 rows of one cell": ("UJ910", _rows_of_one_cell),
    "79,200 rows of ten cells": ("UJ910", _rows_of_ten_cells),
    "120 sheets": ("UJ910", _many_sheets),
    "shared texts": ("UJ910", _shared_texts),
    "deep nesting": ("UJ910", _nested),
    "deep nesting in a cell": (
        "UJ910",
        lambda: with_marks(["A01", "E1", Xml("<c {r}>" + "<a>" * 300_000 + "</c>")]),
    ),
    "deep nesting in a text": (
        "UJ910",
        lambda: with_part("xl/sharedStrings.xml", b"<sst>" + b"<si><a x='1'>" * 90 + b"<a>" * 300_000),
    ),
    "a sheet without its part": (
        "UJ911",
        lambda: packed({k: v for k, v in parts_of(SOUND).items() if k != SHEET}),
    ),
    "no XML": ("UJ911", lambda: with_part("xl/workbook.xml", b"PK")),
    "styles that are none": (
        "UJ911",
        lambda: with_part("xl/styles.xml", b'<styleSheet xmlns="x"><cellXfs count="9'),
    ),
    "cells without addresses": (
        "UJ911",
        lambda: with_marks(["A01", "E1", Xml("<c><v>85</v></c>")]),
    ),
    "a number that is none": ("UJ911", lambda: with_marks(["A01", "E1", Xml("<c {r}><v>nan</v></c>")])),
    "a text that is not there": (
        "UJ911",
        lambda: with_marks(["A01", "E1", Xml('<c {r} t="s"><v>7</v></c>')]),
    ),
}  # fmt: skip

HARMLESS: Mapping[str, Callable[[], bytes]] = {
    "sound": workbook,
    "not packed": _stored,
    "two cells": lambda: workbook({**SOUND, "Rekap": [["x", "y"]]}),
    "a dimension that lies": lambda: with_xml('<dimension ref="A1:XFD1048576"/>'),
    "a dimension of one cell": lambda: with_xml('<dimension ref="A1"/>'),
    "external links": lambda: with_part(
        "xl/externalLinks/externalLink1.xml", f'<externalLink xmlns="{MAIN}"/>'.encode()
    ),
    "DDE in a text": lambda: workbook(
        {**SOUND, "Penguji": [["Penguji", "Nama"], ["E1", "=cmd|'/c calc'!A1"]]}
    ),
    "a zip as a picture": lambda: with_part("xl/media/image1.zip", workbook()),
    "a prefix on every tag": lambda: workbook(
        {
            **SOUND,
            "Wawancara": sheet_xml(MARKS)
            .replace("<", "<x:")
            .replace("<x:/", "</x:")
            .replace("xmlns=", "xmlns:x="),
        }
    ),
}
"""Strange workbooks that are read, all to the same mark."""
