"""What is looked at before any library opens a workbook: its container, its sizes, its parts.

A workbook is a zip file that others made. Everything here counts bytes and names; nothing is
understood yet. What passes is small, complete, says its true sizes, and holds no XML that
declares entities.
"""

import struct
import zlib
from collections.abc import Iterator, Mapping
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from ujikom_rules.errors import Finding, Place
from ujikom_rules.messages import Text, finding

MOST_ENTRIES = 500
MOST_BYTES = 32_000_000  # of all parts together, inflated
MOST_BYTES_A_PART = 24_000_000
MOST_BYTES_ELSEWHERE = 1_000_000  # of a part that holds neither cells nor texts
MOST_RATIO = 100
_SMALL = 1_000_000  # below it no ratio is asked for: blank cells pack very well

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_ZIP = b"PK\x03\x04"
_END = b"PK\x05\x06"
_END_64 = b"PK\x06\x07"
_LOCAL = struct.Struct("<4s5H3I2H")
_WORKBOOK = "xl/workbook.xml"
_TYPES = "[Content_Types].xml"
_PACKED = Text("isi setelah dibuka dari kompresi", "content, unpacked")
_PART = Text("satu bagian setelah dibuka dari kompresi", "one part, unpacked")
_RATIO = Text("kali pemampatan satu bagian", "times that one part is packed")
_ENTRIES = Text("bagian", "parts")
_BYTES = Text("byte", "bytes")


class _Stop(Exception):
    """Carries the finding out of the parts."""

    def __init__(self, found: Finding) -> None:
        self.found = found
        super().__init__(found.code)


def guarded(content: bytes, file: str) -> Mapping[str, bytes] | Finding:
    """The parts of a workbook that may be opened, or the one reason why it may not.

    Args:
        content: the bytes of the file.
        file: its name, for the finding.

    Returns:
        The inflated XML parts by their names; pictures and the like are checked and left out.
    """
    try:
        return dict(_parts(_opened(content, file), content, file))
    except _Stop as refused:
        return refused.found


def _refuse(code: str, file: str, **args: Any) -> _Stop:
    return _Stop(finding(code, Place(file), **args))


def _opened(content: bytes, file: str) -> list[ZipInfo]:
    """The entries of the container, after everything that can be told from its list of them."""
    if content.startswith(_OLE):
        raise _refuse("UJ902" if _ENCRYPTED in content else "UJ901", file)
    if not content.startswith(_ZIP):
        raise _refuse("UJ903" if _is_text(content) else "UJ904", file)
    end = content.rfind(_END)
    if end < 0 or len(content) < end + 22:
        raise _refuse("UJ904", file)
    count, listed = struct.unpack_from("<HI", content, end + 10)
    # a lying count does not help: the list itself is as long as it is, 46 bytes an entry
    if count > MOST_ENTRIES or listed > MOST_ENTRIES * 300:
        raise _refuse("UJ906", file, expected=MOST_ENTRIES, unit=_ENTRIES)
    if content.rfind(_END_64, max(0, end - 20), end) >= 0:
        raise _refuse("UJ904", file)
    try:
        with ZipFile(BytesIO(content)) as container:
            entries = container.infolist()
    except (BadZipFile, NotImplementedError, ValueError, OSError, struct.error):
        raise _refuse("UJ904", file) from None
    _named_well(entries, file)
    return entries


def _is_text(content: bytes) -> bool:
    start = content[:4000]
    if not start.strip():
        return False
    if start.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    return not any(byte < 9 or 13 < byte < 32 for byte in start)


def _named_well(entries: list[ZipInfo], file: str) -> None:
    names = [entry.orig_filename for entry in entries]
    if len(entries) > MOST_ENTRIES:
        raise _refuse("UJ906", file, expected=MOST_ENTRIES, unit=_ENTRIES)
    for name in names:
        pieces = name.replace("\\", "/").split("/")
        if ".." in pieces or not pieces[0] or ":" in name or "\x00" in name:
            raise _refuse("UJ908", file, got=_shown(name))
    folded = [name.casefold() for name in names]
    twice = next((name for name in names if folded.count(name.casefold()) > 1), None)
    if twice is not None:
        raise _refuse("UJ908", file, got=_shown(twice))
    if _TYPES.casefold() not in folded or _WORKBOOK not in folded:
        raise _refuse("UJ905", file)
    if any(name.endswith("vbaproject.bin") for name in folded):
        raise _refuse("UJ909", file)


def _shown(name: str) -> str:
    return "".join(sign if sign.isprintable() else "?" for sign in name[:60])


def _parts(entries: list[ZipInfo], content: bytes, file: str) -> Iterator[tuple[str, bytes]]:
    """Every part, inflated no further than the bounds allow and exactly as long as it says."""
    if sum(entry.file_size for entry in entries) > MOST_BYTES:
        raise _refuse("UJ906", file, got=_PACKED, expected=MOST_BYTES, unit=_BYTES)
    for entry in entries:
        name = entry.filename
        cells = name.startswith("xl/worksheets/") or name.casefold().endswith("sharedstrings.xml")
        most = MOST_BYTES_A_PART if cells else MOST_BYTES_ELSEWHERE
        is_xml = name.casefold().endswith((".xml", ".rels", ".vml"))
        if is_xml and entry.file_size > most:
            raise _refuse("UJ906", file, got=_PART, expected=most, unit=_BYTES)
        if entry.file_size > _SMALL and entry.file_size > MOST_RATIO * entry.compress_size:
            raise _refuse("UJ906", file, got=_RATIO, expected=MOST_RATIO, unit="×")
        part = _inflated(entry, content, file)
        if not is_xml:
            continue
        if _declares(part):
            raise _refuse("UJ907", file, got=_shown(name))
        yield name, part


def _inflated(entry: ZipInfo, content: bytes, file: str) -> bytes:
    """The bytes of one part; a part that is longer than it says, or other than it says, is bad."""
    start = entry.header_offset
    try:
        fields = _LOCAL.unpack_from(content, start)
    except struct.error:
        raise _refuse("UJ904", file) from None
    start += _LOCAL.size + fields[9] + fields[10]
    packed = memoryview(content)[start : start + entry.compress_size]
    if fields[0] != _ZIP or len(packed) != entry.compress_size or entry.flag_bits & 1:
        raise _refuse("UJ904", file)
    if entry.compress_type == ZIP_STORED:
        part = bytes(packed)
    elif entry.compress_type == ZIP_DEFLATED:
        unpacker = zlib.decompressobj(-15)
        try:
            part = unpacker.decompress(packed, entry.file_size + 1)
        except zlib.error:
            raise _refuse("UJ904", file) from None
    else:
        raise _refuse("UJ904", file)
    if len(part) != entry.file_size or zlib.crc32(part) != entry.CRC:
        raise _refuse("UJ904", file)
    return part


def _declares(part: bytes) -> bool:
    """Whether XML declares a document type or entities, whatever its encoding."""
    if b"\x00" in part[:200]:  # UTF-16: no spreadsheet program writes it
        return True
    return b"<!DOCTYPE" in part or b"<!ENTITY" in part or not _is_utf8(part)


def _is_utf8(part: bytes) -> bool:
    """Whether the declaration names an encoding in which the signs above look as they do here."""
    head = part[:200].lower()
    at = head.find(b"encoding=")
    if at < 0:
        return True
    return head[at + 10 :].startswith((b"utf-8", b"us-ascii", b"ascii"))
