"""What can go wrong, as values: places and findings."""

from collections.abc import Iterable, Mapping
from typing import Any, Literal

from attrs import field, frozen

Severity = Literal["error", "warning", "note"]
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "note")


def _as_read(cell: str) -> tuple[str, int, int, str]:
    """A cell as a sheet is read: by sheet, its second row before its tenth, column Z before AA."""
    sheet, exclamation, address = cell.rpartition("!")
    if not exclamation:
        return (address, 0, 0, "")  # the sheet as a whole
    letters = address.rstrip("0123456789")
    return (sheet, int(address[len(letters) :] or 0), len(letters), letters)


@frozen(order=True)
class Place:
    """Where something stands: a file with line and column (from 1), or a cell of a sheet.

    Places are ordered as they are read: file by file, line by line.

    >>> str(Place("kota.toml", 12, 5))
    'kota.toml:12:5'
    >>> Place("nilai.xlsx", cell="Wawancara!C2") < Place("nilai.xlsx", cell="Wawancara!C10")
    True
    """

    file: str = ""
    line: int = 0
    column: int = 0
    cell: str = field(default="", order=_as_read)

    def __str__(self) -> str:
        parts = [self.file or "-"]
        if self.line:
            parts.append(str(self.line))
            if self.column:
                parts.append(str(self.column))
        text = ":".join(parts)
        return " › ".join((text, *filter(None, self.cell.rpartition("!")[::2])))


NOWHERE = Place()


@frozen(kw_only=True)
class Finding:
    """A message about a ruleset, a scoresheet or a plugin: a code and its arguments, never text.

    `ujikom_rules.messages` holds the text of every code in both languages.

    Attributes:
        code: the code in the register, such as ``UJ301``.
        severity: ``error`` stops the work, ``warning`` and ``note`` do not.
        place: where it stands, as far as known.
        path: in a ruleset the dotted key path with ids, in data a JSON Pointer.
        args: what the text of the code is filled with.
        related: further places that belong to it, such as the other of two duplicates.
        article: the article of law that the rule rests on.
        plugin: the namespace of the plugin that it is about.
        about: what a row of a scoresheet says of itself, as far as it is known: under
            ``candidacy``, ``position``, ``stage``, ``criterion`` and ``examiner`` an id or a title.
    """

    code: str
    severity: Severity
    place: Place = NOWHERE
    path: str = ""
    args: Mapping[str, Any] = field(factory=dict)
    related: tuple[Place, ...] = ()
    article: str = ""
    plugin: str = ""
    about: Mapping[str, Any] = field(factory=dict)

    def key(self) -> tuple[Place, str, str]:
        """What makes two findings the same one: it is said once."""
        return (self.place, self.code, self.path)


def errors_in(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Those findings that stop the work."""
    return tuple(f for f in findings if f.severity == "error")
