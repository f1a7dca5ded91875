"""A copy of a workbook in which every cell with a finding is coloured and says what is wrong."""

import warnings
from collections.abc import Iterable, Mapping
from io import BytesIO
from pathlib import Path
from typing import Any

from ujikom_rules.errors import SEVERITIES, Finding, Place, Refused, Severity
from ujikom_rules.messages import Lang, finding, hint_of, text_of
from ujikom_rules.model.words import SEVERITY_WORDS, word
from ujikom_rules.reading.workbooks import guarded

COLOURS: Mapping[Severity, str] = {"error": "FFF8CBAD", "warning": "FFFFE699", "note": "FFDDEBF7"}
_SIZE = (120, 360)


def annotate(content: bytes, file: str, findings: Iterable[Finding], lang: Lang) -> bytes:
    """The copy.

    Findings about a sheet as a whole stand in its first cell, those about the file nowhere.

    Args:
        content: the bytes of the workbook.
        file: its name, as the places of the findings have it.
        findings: what was found.
        lang: the language of the comments.

    Raises:
        Refused: where the workbook may not be opened, or the extra `xlsx` is missing (UJ900).
    """
    parts = guarded(content, file)
    if isinstance(parts, Finding):
        raise Refused([parts])
    try:
        from openpyxl import load_workbook
        from openpyxl.comments import Comment
        from openpyxl.styles import PatternFill
    except ModuleNotFoundError:
        raise Refused([finding("UJ900", Place(file), got=Path(file).name)]) from None
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # what it cannot keep, such as a chart, is not missed here
        book = load_workbook(BytesIO(content))
    for (title, address), found in _by_cell(file, findings).items():
        if title not in book.sheetnames:
            continue
        cell = _first_of_merged(book[title], address)
        worst = min(found, key=lambda each: SEVERITIES.index(each.severity)).severity
        said = [_said(each, lang) for each in found]
        if cell.comment is not None:
            said.insert(0, cell.comment.text)
        cell.comment = Comment("\n\n".join(said), "ujikom", *_SIZE)
        cell.fill = PatternFill("solid", fgColor=COLOURS[worst])
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def _by_cell(file: str, findings: Iterable[Finding]) -> dict[tuple[str, str], list[Finding]]:
    """The findings of each cell, by sheet and address."""
    cells: dict[tuple[str, str], list[Finding]] = {}
    for found in findings:
        if found.place.file == file and found.place.cell:
            title, exclamation, address = found.place.cell.rpartition("!")
            key = (title, address) if exclamation else (address, "A1")
            cells.setdefault(key, []).append(found)
    return cells


def _first_of_merged(page: Any, address: str) -> Any:
    """The cell, or the one that stands for it where it is merged away."""
    for merged in page.merged_cells.ranges:
        if address in merged:
            return page.cell(merged.min_row, merged.min_col)
    return page[address]


def _said(found: Finding, lang: Lang) -> str:
    severity = word(SEVERITY_WORDS, found.severity, lang)
    lines = [f"{severity} {found.code}: {text_of(found, lang)}", hint_of(found, lang)]
    return "\n".join(filter(None, lines))
