"""The ids that a scoresheet declares, and what is said when a row names another."""

from collections.abc import Iterator

from attrs import evolve

from ujikom_rules.errors import Finding, Place
from ujikom_rules.messages import Text, finding
from ujikom_rules.names import nearest
from ujikom_rules.reading.scoresheets.known import Known
from ujikom_rules.reading.scoresheets.row_reader import RowReader
from ujikom_rules.reading.scoresheets.tables import RawSheet


class Anything(dict[str, Place]):
    """Ids that cannot be looked up, since their table could not be read: all are taken."""

    def __contains__(self, key: object) -> bool:
        return True


class Ids:
    """The declared ids of one scoresheet, filled table after table.

    Args:
        raw: the tables.
        found: where findings are kept.
    """

    def __init__(self, raw: RawSheet, found: list[Finding]) -> None:
        self.raw, self.found = raw, found
        self.positions = self._known("positions", Text("jabatan", "position"))
        self.candidates = self._known("candidates", Text("peserta", "candidate"))
        self.candidacies = self._known("candidacies", Text("peserta", "candidacy"))
        self.candidacies.there = True  # without the table there is one a candidate
        self.examiners = self._known("examiners", Text("penguji", "examiner"))

    def _known(self, table: str, what: Text) -> Known:
        known = Known(what, table, there=bool(self.raw.named(table)))
        if table in self.raw.refused or (table == "candidates" and not known.there):
            known.ids, known.there = Anything(), True
        return known

    @property
    def signers(self) -> Known:
        """The examiners where others may stand too: an unknown one is a warning."""
        ids = self.examiners.ids if self.examiners.there else Anything()
        return evolve(self.examiners, severity="warning", ids=ids)

    def readers(self, name: str) -> Iterator[RowReader]:
        """The readers of the tables of a name; ids of a table that was left may be any."""
        for table in self.raw.named(name):
            row = RowReader(table, self.found, self.missing)
            yield row
            if row.cut:
                self._cut(name)

    def _cut(self, name: str) -> None:
        for known in (self.positions, self.candidates, self.candidacies, self.examiners):
            if known.table == name:
                known.ids = Anything()

    def missing(self, known: Known, place: Place) -> None:
        """Say once that the table is not there whose ids a row names."""
        self.table_missing(known.table, place)
        known.ids = Anything()

    def table_missing(self, name: str, place: Place) -> None:
        """Say that a table is not there, and which unused name may be it."""
        called = self.raw.called.get(name)
        shown: Text | str = name + self.raw.suffix
        if called is not None:
            shown = Text(f"lembar {called}", f"the sheet {called}")
        if name == "event" and self.raw.suffix:
            shown = "event.toml"
        stems = {unused.removesuffix(self.raw.suffix): unused for unused in self.raw.unused}
        guess = stems.get(nearest(name, stems), "")
        self.found.append(finding("UJ613", place, f"/{name}", got=shown, nearest=guess))

    def own(self, row: RowReader, known: Known) -> str:
        """The id that a row declares; it is remembered, and said if it stands twice."""
        own = row.person("id") if row.require("id") else ""
        if own and own in known.ids and not isinstance(known.ids, Anything):
            row.wrong("UJ649", "id", (known.ids[own],), got=own, what=known.what)
        elif row.told("id"):
            known.ids = Anything()  # an id that could not be read may be any
        elif own:
            known.ids[own] = row.place
            called = row.row.get("title" if known is self.positions else "name")
            known.names[own] = called.strip() if isinstance(called, str) else ""
        return own
