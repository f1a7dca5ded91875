"""A form: the workbook in which an event is recorded by hand."""

from collections.abc import Sequence
from fractions import Fraction

from attrs import evolve

from ujikom_rules.model.scoresheet import Scoresheet
from ujikom_rules.office.forms.columns import (
    NO_MARKS,
    YES_NO,
    Column,
    columns_of,
    fact_column,
    mark_column,
    title_of,
    told_apart,
)
from ujikom_rules.office.forms.guide import digests_of, documents_of, write_guide
from ujikom_rules.office.forms.lists import Lists
from ujikom_rules.office.forms.marking import Asked, Owed, asked_of
from ujikom_rules.office.forms.rows import Row, implied, keys_in, mark_of, rows_of
from ujikom_rules.office.forms.tables import (
    LAST_ROW,
    TITLES,
    event_sheet,
    free_title,
    table_sheet,
)
from ujikom_rules.office.workbooks import Book, Value
from ujikom_rules.planned import Plan

BLANK_PEOPLE, BLANK_EXAMINERS, BLANK_MARKS, BLANK_ROWS = 100, 15, 300, 40
_KEYS = {
    "positions": ("id", "title", "vacancies"),
    "candidates": ("id", "name", "person"),
    "candidacies": ("id", "candidate", "position", "room"),
    "examiners": ("id", "name", "person", "role", "kind", "origin", "room", "stages"),
    "recusals": ("examiner", "candidacy", "reason"),
    "absences": ("candidacy", "stage", "note"),
    "advice": ("candidacy", "stage", "from", "text"),
    "evidence": ("id", "candidacy", "given", "date", "reference", "signed-by"),
}
_BESIDE_MARKS = ("candidacy", "shown", "examiner", "date", "no-mark")
_ONE = Fraction(1)
_OF_AN_EXAMINER = ("positions", "candidates", "candidacies", "examiners", "recusals")


def write_form(plan: Plan, sheet: Scoresheet | None = None, *, examiner: str = "") -> bytes:
    """The form of a ruleset as an ``.xlsx`` workbook.

    Args:
        plan: the rules.
        sheet: an event whose people, and whatever else it records, stand in the form already.
        examiner: the id of an examiner of that event, for a form with this one's candidates alone:
            those to whom a mark is owed, recusals and rooms respected.

    Raises:
        Refused: when the extra `xlsx` is not installed (UJ900), or a text is longer than a cell
            (UJ933).

    Example:
        ``Path("isian.xlsx").write_bytes(write_form(ujikom.plan("malang/2024")))``
    """
    return _Form(plan, sheet, examiner).content()


class _Form:
    """One form while it is written."""

    def __init__(self, plan: Plan, sheet: Scoresheet | None, examiner: str) -> None:
        self.plan, self.sheet, self.examiner = plan, sheet, examiner
        self.book = Book("FORM.xlsx")
        self.lists = Lists(self.book)
        self.owed = None if sheet is None else Owed(plan, sheet)
        asked = asked_of(plan)
        self.asked = self._own(asked) if examiner else asked
        self.owners = self._owners()
        self.sizes: dict[str, int] = {}

    def content(self) -> bytes:
        """Write every sheet."""
        taken = {"daftar", "petunjuk", "acara", *(title.casefold() for title in TITLES.values())}
        asked = [(free_title(each.stage.node.title.id, taken), each) for each in self.asked]
        write_guide(self.book, self.plan, self.sheet, asked, self.examiner)
        event_sheet(self.book, self.sheet, locked=bool(self.examiner), rules=self.plan.digest)
        for name, told in digests_of(self.plan, self.sheet).items():
            self.book.property(name, told)
        tables = _OF_AN_EXAMINER if self.examiner else tuple(_KEYS)
        rows = {table: self._rows(table) for table in tables}
        shown = [table for table in tables if rows[table] or self._has_blank(table)]
        for table in shown:
            blank = self._blank(table)
            self.sizes[table] = max(len(rows[table]) + blank, LAST_ROW if blank else 0)
        for table in shown:
            columns = columns_of(table, self._keys(table, rows[table]), self._given(table))
            if self.examiner and table != "recusals":
                columns = [evolve(column, locked=True) for column in columns]
            table_sheet(
                self.book, self.lists, TITLES[table], told_apart(columns), rows[table],
                table=table, blank=self._blank(table),
            )  # fmt: skip
        for title, each in asked:
            self._marking(each, title)
        self.lists.write()
        return self.book.content()

    def _own(self, asked: Sequence[Asked]) -> tuple[Asked, ...]:
        """The marking sheets on which an examiner owes marks; of one who owes none, all of them."""
        examined = tuple(each for each in asked if each.examined)
        if self.owed is None:
            return examined
        return tuple(x for x in examined if self.owed.rows(x, self.examiner)) or examined

    def _owners(self) -> frozenset[str]:
        """The candidacies of an examiner's own form."""
        if self.owed is None or not self.examiner:
            return frozenset()
        return self.owed.candidacies(self.asked, self.examiner)

    def _rows(self, table: str) -> list[Row]:
        """The rows that the event has; in an examiner's form those about this one."""
        if self.sheet is None:
            return []
        rows = rows_of(self.sheet, table, self.plan.facts)
        if not self.examiner:
            return rows
        match table:
            case "positions":
                aims = {row.position for row in self.sheet.candidacies if row.id in self.owners}
                return [_only(row, "id", "title", "vacancies") for row in rows if row["id"] in aims]
            case "candidates":
                of = {row.candidate for row in self.sheet.candidacies if row.id in self.owners}
                return [_only(row, "id", "name") for row in rows if row["id"] in of]
            case "candidacies":
                kept = ("id", "candidate", "position", "room")
                return [_only(row, *kept) for row in rows if row["id"] in self.owners]
            case "examiners":
                return [row for row in rows if row["id"] == self.examiner]
            case _:  # those that the event has are of candidates who are not in this form
                return []

    def _has_blank(self, table: str) -> bool:
        if table == "advice" and not any(stage.gives == "advice" for stage in self.plan.stages):
            return False  # no stage could take it, no part looks at it
        if table in ("positions", "candidacies"):
            return self.sheet is None and any(
                "position" in ranking.within for ranking in self.plan.rankings
            )
        return not self.examiner or table in ("candidates", "recusals")

    def _blank(self, table: str) -> int:
        if self.examiner and table != "recusals":
            return 0
        if self.sheet is not None and table in ("positions", "candidates", "candidacies"):
            return 0
        if table == "examiners":
            return 0 if self.sheet is not None and self.sheet.examiners else BLANK_EXAMINERS
        return BLANK_PEOPLE if table == "candidates" else BLANK_ROWS

    def _keys(self, table: str, rows: Sequence[Row]) -> list[str]:
        """The table's own keys, the declared facts, and whatever else the event has."""
        used = keys_in(rows)
        own = list(_KEYS[table])
        if self.examiner:
            own = [key for key in own if key in used or key == "id" or table == "recusals"]
        facts: list[str] = []
        if table == "candidates" and not self.examiner:
            elsewhere = {f"facts/{name}" for name in self._recorded_facts(people=False)}
            declared = (
                f"facts/{name}" for name, spec in self.plan.facts.items() if not spec.derived
            )
            facts = [name for name in declared if name not in elsewhere or name in used]
        return list(dict.fromkeys((*own, *facts, *used)))

    def _given(self, table: str) -> dict[str, Column]:
        """The columns that are more than a text."""
        people, panel = self._ids("candidacies"), self._ids("examiners")
        keyed = self.sheet is not None
        stages: tuple[Value, ...] = tuple(
            stage.id
            for stage in self.plan.stages
            if stage.gives == ("advice" if table == "advice" else "value")
        )
        posts = self._range("positions") if "positions" in self.sizes else ()

        def column(key: str, **more: object) -> Column:
            return evolve(Column(key=key, title=title_of(table, key)), **more)  # type: ignore[arg-type]

        given = {f"facts/{name}": fact_column(spec) for name, spec in self.plan.facts.items()}
        for name in self._recorded_facts() - self.plan.facts.keys():
            given[f"facts/{name}"] = Column(key=f"facts/{name}", title=name)
        if table in ("positions", "candidates", "candidacies", "examiners"):
            given["id"] = column("id", locked=keyed and bool(self._rows(table)), wide=24)
        given |= {
            "vacancies": column("vacancies", shape="number", lower=_ONE, step=_ONE),
            "role": column("role", shape="list", choices=("ketua", "anggota")),
            "origin": column("origin", shape="list", choices=("internal", "eksternal")),
            "given": column("given", shape="list", choices=YES_NO),
            "date": column("date", shape="date"),
            "candidate": column("candidate", shape="list", choices=self._range("candidates")),
            "candidacy": column("candidacy", shape="list", choices=people),
            "examiner": column("examiner", shape="list", choices=panel),
            "position": column("position", shape="list", choices=posts),
            "stage": column("stage", shape="list", choices=stages),
        }  # fmt: skip
        if table == "evidence":
            offered = documents_of(self.plan)
            given["id"] = column("id", shape="list", choices=offered, loose=True, wide=30)
        return given

    def _recorded_facts(self, *, people: bool = True) -> set[str]:
        if self.sheet is None:
            return set()
        recorded = [row.facts for row in self.sheet.candidates if people]
        recorded += [row.facts for row in self.sheet.candidacies]
        recorded += [row.facts for row in self.sheet.positions]
        return {name for facts in recorded for name in facts}

    def _ids(self, table: str) -> str:
        """The cells with the ids of a table; of candidacies the candidates' where none are."""
        if table == "candidacies" and (
            "candidacies" not in self.sizes or self.sheet is None or implied(self.sheet)
        ):
            table = "candidates"
        return self._range(table)

    def _range(self, table: str) -> str:
        size = max(self.sizes.get(table, 1), 1)
        return f"='{TITLES[table]}'!$A$2:$A${size + 1}"

    def _marking(self, asked: Asked, title: str) -> None:
        """One marking sheet: a row a candidate and examiner, a column a criterion."""
        known = self.owed is not None
        whole = asked.stage.node.title.id
        columns = [
            Column(
                key="candidacy", title="Peserta", shape="list", choices=self._ids("candidacies"),
                locked=known, wide=24,
                note="" if title == whole else f"Tahapan: {whole} ({asked.stage.id})",
            ),
        ]  # fmt: skip
        names = {} if self.sheet is None else {row.id: row.name for row in self.sheet.candidates}
        if any(names.values()):
            columns.append(Column(key="shown", title="Nama", locked=True, wide=30))
        if asked.examined:
            columns.append(
                Column(
                    key="examiner", title="Penguji", shape="list", choices=self._ids("examiners"),
                    locked=known,
                )
            )  # fmt: skip
        if asked.dated:
            columns.append(Column(key="date", title="Tanggal", shape="date"))
        for leaf in asked.leaves:
            criterion = asked.criterion(leaf)
            key = f"criterion/{criterion}" if criterion else "value"
            columns.append(mark_column(key, leaf.title.id if criterion else "Nilai", leaf.scale))
        columns.append(_no_mark_column())
        table_sheet(
            self.book, self.lists, title, told_apart(columns),
            [] if self.owed is None else _marks(self.owed, asked, columns, self.examiner),
            table="ratings", stage=asked.stage.id, blank=0 if known else BLANK_MARKS,
        )  # fmt: skip


def _marks(owed: Owed, asked: Asked, columns: Sequence[Column], only: str) -> list[Row]:
    """The rows of a marking sheet, with what the event has recorded of them already."""
    names = {row.id: row.name for row in owed.sheet.candidates}
    owners = {row.id: row.candidate for row in owed.sheet.candidacies}
    keys = [column.key for column in columns if column.key not in _BESIDE_MARKS]
    marks = tuple(zip(keys, asked.leaves, strict=True))
    rows: list[Row] = []
    for candidacy, examiner in owed.rows(asked, only):
        name = names[owners[candidacy]]
        row: Row = {"candidacy": candidacy, "shown": name, "examiner": examiner}
        for key, leaf in marks:
            rating = owed.recorded(leaf, candidacy, examiner)
            if rating is not None and rating.no_mark != "not-entered":
                row[key] = mark_of(rating)
                if rating.date is not None:
                    row["date"] = rating.date
        rows.append(row)
    return rows


def _only(row: Row, *keys: str) -> Row:
    return {key: row[key] for key in keys}


def _no_mark_column() -> Column:
    note = "Sebab untuk seluruh baris; sel nilainya dikosongkan."
    return Column(
        key="no-mark",
        title=title_of("ratings", "no-mark"),
        shape="list",
        choices=NO_MARKS,
        note=note,
    )
