"""Which table a sheet holds, and the names by which a form says so.

A form keeps the key of every column as a defined name of its header cell, so that titles may be
written as people like them: ``ujikom.candidates.facts.post_group`` stands at the header of the
fact ``post-group``. A workbook without such names is read by the titles of its sheets and headers.
"""

import re

from ujikom_rules.names import is_id
from ujikom_rules.reading.scoresheets.tables import KEYS, ROW_TABLES
from ujikom_rules.reading.scoresheets.words import fold

SHEETS = {
    "acara": "event",
    "kegiatan": "event",
    "jabatan": "positions",
    "peserta": "candidates",
    "pencalonan": "candidacies",
    "penguji": "examiners",
    "nilai": "ratings",
    "benturan": "recusals",
    "ketidakhadiran": "absences",
    "masukan": "advice",
    "dokumen": "evidence",
}
"""The titles of sheets, folded, and the tables that they hold; the English names hold too."""

_PREFIX = "ujikom."
_CRITERION = ".criterion."
_NAME = re.compile(r"ujikom\.([a-z]+)\.(?:stage\.([a-z0-9_]+)\.)?(.+)")


def table_of_title(title: str) -> tuple[str, str]:
    """The table and stage that the title of a sheet names, or empty texts.

    >>> table_of_title("Peserta"), table_of_title("ratings.wawancara"), table_of_title("Rekap")
    (('candidates', ''), ('ratings', 'wawancara'), ('', ''))
    """
    folded = fold(title)
    name, dot, stage = folded.partition(".")
    name = SHEETS.get(name, name)
    if name == "ratings" and dot and stage:
        return name, stage
    return (name, "") if not dot and name in ("event", *ROW_TABLES) else ("", "")


def name_of_column(table: str, stage: str, key: str) -> str:
    """The defined name of a column; keys of facts are ``facts/id``, of criteria ``criterion/id``.

    >>> name_of_column("ratings", "paparan", "criterion/isi.naskah-akhir")
    'ujikom.ratings.stage.paparan.criterion.isi.naskah_akhir'
    """
    where = f"stage.{stage}." if stage else ""
    return f"{_PREFIX}{table}.{where}{key.replace('/', '.')}".replace("-", "_")


def column_of_name(name: str) -> tuple[str, str, str] | None:
    """The table, stage and key that a defined name stands for; None for a name of others.

    >>> column_of_name("ujikom.candidates.facts.post_group")
    ('candidates', '', 'facts/post-group')
    """
    match = _NAME.fullmatch(name)
    if match is None or match[1] not in KEYS:
        return None
    table, stage, key = match[1], (match[2] or "").replace("_", "-"), match[3].replace("_", "-")
    for start in ("facts", "criterion"):
        if key.startswith(f"{start}."):
            rest = key.removeprefix(f"{start}.")
            sound = all(map(is_id, rest.split(".")))
            return (table, stage, f"{start}/{rest}") if sound else None
    return table, stage, key
