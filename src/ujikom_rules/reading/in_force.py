"""Which file of a ruleset is in force: its days, which is the newer, and two that clash."""

import re
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import TypeAlias

from attrs import frozen

from ujikom_rules.errors import Finding, Place
from ujikom_rules.messages import finding
from ujikom_rules.messages.texts import Text
from ujikom_rules.model.entry import Entry
from ujikom_rules.reading.document import read_document_file

Findings: TypeAlias = tuple[Finding, ...]


@frozen(eq=False, repr=False)
class Edition:
    """One file of a ruleset.

    Attributes:
        path: the file.
        root: what stands in it; None when it cannot be read.
        findings: what is wrong with reading it.
    """

    path: Path
    root: Entry | None
    findings: Findings = ()

    def head(self, key: str) -> Entry | None:
        """What `[ruleset]` says under a key."""
        head = self.root.get("ruleset") if self.root is not None else None
        return head.get(key) if head is not None else None

    def text(self, key: str) -> str:
        """The same, of a text."""
        said = self.head(key)
        return said.data if said is not None and isinstance(said.data, str) else ""

    @property
    def days(self) -> tuple[date, date]:
        """First and last day in force; a side that is not said is open."""
        said = self.head("effective")
        first, last = (said.get(key) if said is not None else None for key in ("from", "to"))
        return (
            first.data if first is not None and isinstance(first.data, date) else date.min,
            last.data if last is not None and isinstance(last.data, date) else date.max,
        )

    def in_force(self, day: date) -> bool:
        """Whether it holds on a day."""
        first, last = self.days
        return first <= day <= last

    @property
    def place(self) -> Place:
        """Where it says when it holds, or at least its id."""
        said = self.head("effective") or self.head("id")
        return said.place if said is not None else Place(str(self.path))


def newness(edition: Edition) -> tuple[date, tuple[tuple[int, int, str], ...]]:
    """What editions of one id are sorted by: their first day in force, then their version."""
    return edition.days[0], _version_key(edition.text("version"))


def _version_key(version: str) -> tuple[tuple[int, int, str], ...]:
    """Versions in their order: 1.10 after 1.9; a number after a word, as 1.0 after 1.rc."""
    parts = re.findall(r"[0-9]{1,18}|[^0-9.]+", version, re.ASCII)
    return tuple((1, int(part), "") if part.isdigit() else (0, 0, part) for part in parts)


def clashes(id_: str, editions: Iterable[Edition], version: str) -> Findings:
    """One version twice; and, unless a version is asked for, two in force on one day."""
    found: list[Finding] = []
    before: list[Edition] = []
    for each in editions:
        for other in before:
            said, older = each.text("version"), other.head("version")
            first = max(each.days[0], other.days[0])
            if said == other.text("version") and version in ("", said):
                at = each.head("version")
                place = at.place if at is not None else each.place
                related = (older.place if older is not None else other.place,)
                found.append(
                    finding(
                        "UJ804", place, "ruleset.version", related=related, got=id_, version=said
                    )
                )
            elif not version and first <= min(each.days[1], other.days[1]):
                found.append(
                    finding(
                        "UJ805", each.place, "ruleset.effective",
                        related=(other.place,), got=id_, day=_day(first),
                    )
                )  # fmt: skip
        before.append(each)
    return tuple(found)


def twice(files: Iterable[Path]) -> Findings:
    """One version of one id in several of some files; what else is wrong with them is not said.

    Days in force that overlap are nothing here: these files are compared, not searched.
    """
    known: dict[str, list[Edition]] = {}
    for file in {each.resolve(): each for each in files}.values():
        edition = Edition(file, read_document_file(file)[0])
        if edition.text("version"):
            known.setdefault(edition.text("id"), []).append(edition)
    found = (each for id_, editions in known.items() for each in clashes(id_, editions, ""))
    return tuple(each for each in found if each.code == "UJ804")


def _day(day: date) -> str | Text:
    return Text("setiap hari", "every day") if day == date.min else str(day)
