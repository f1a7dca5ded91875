"""The columns of a form's tables: their headers, what may stand in them, how they look."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from fractions import Fraction
from typing import Any, Literal

from attrs import evolve, frozen

from ujikom_rules.exact import to_text
from ujikom_rules.messages import Text
from ujikom_rules.messages.terms import term
from ujikom_rules.model.ruleset import FactSpec, Scale
from ujikom_rules.model.words import NO_MARK_WORDS
from ujikom_rules.office.forms.lists import Lists
from ujikom_rules.office.workbooks import DAY, Value
from ujikom_rules.reading.scoresheets.grid import letters_of
from ujikom_rules.reading.scoresheets.words import fold

Shape = Literal["text", "number", "date", "list", "mark"]
YES_NO: tuple[Value, ...] = ("ya", "tidak")
NO_MARKS: tuple[Value, ...] = tuple(text.id for text in NO_MARK_WORDS.values())
_MOST_IN_A_TIP = 255
_UNSEEN = ("locked", "num_format", "align")
_WRONG = Text("Nilai ini tidak boleh diisi di sini", "This value may not stand here")
_OR_WORD = Text("atau {words}", "or {words}")
_SCALE = Text("{lower} sampai {upper}", "{lower} to {upper}")
_STEP = Text(", kelipatan {step}", ", in steps of {step}")


@frozen(kw_only=True)
class Column:
    """One column of a table.

    Attributes:
        key: its key, as in the tables of a scoresheet; ``facts/…``, ``criterion/…``, or
            ``shown`` for what only helps the eye.
        title: its header.
        shape: what kind of cell it has.
        choices: of a list what it offers, or of a table in this form the key and number of rows.
        lower, upper, step: bounds of a number.
        note: what the header explains when it is pointed at.
        wide: its width.
        locked: whether nothing may be changed in it.
        loose: whether a list only proposes.
    """

    key: str
    title: str
    shape: Shape = "text"
    choices: tuple[Value, ...] | str = ()
    lower: Fraction | None = None
    upper: Fraction | None = None
    step: Fraction | None = None
    note: str = ""
    wide: int = 16
    locked: bool = False
    loose: bool = False

    def look(self) -> dict[str, object]:
        """The properties of its cells' format."""
        look: dict[str, object] = {"locked": self.locked, "border": 1, "border_color": "#BFBFBF"}
        if self.locked:
            look["bg_color"] = "#F2F2F2"
        if self.shape in ("text", "list"):
            look["num_format"] = "@"
        elif self.shape == "date":
            look |= {"num_format": DAY, "align": "center"}
        return look

    def beneath(self) -> dict[str, object]:
        """The same for cells beneath the ruled rows: nothing that is seen before it is filled."""
        return {key: said for key, said in self.look().items() if key in _UNSEEN}

    def validation(self, lists: Lists, number: int) -> dict[str, Any] | None:
        """What Excel checks while a cell is filled; `number` is that of the column, from 0.

        Nothing where the cells are locked: none is filled.
        """
        rule = None if self.locked else self._rule(lists, f"{letters_of(number + 1)}2")
        if rule is None:
            return None
        tip = self.note[:_MOST_IN_A_TIP]
        return {
            **rule,
            "ignore_blank": True,
            "error_title": "ujikom",
            "error_message": f"{_WRONG.id}. {self.bounds()}"[:_MOST_IN_A_TIP].strip(),
            **({"input_message": tip} if tip and self.shape == "mark" else {}),
        }

    def _rule(self, lists: Lists, cell: str) -> dict[str, Any] | None:
        match self.shape:
            case "list":
                if not self.choices:
                    return None
                offered = self.choices
                source = offered if isinstance(offered, str) else lists.range_of(offered)
                return {"validate": "list", "source": source, "show_error": not self.loose}
            case "date":
                first = date(1901, 1, 1)
                return {"validate": "date", "criteria": ">=", "value": first}
            case "number" | "mark":
                return self._numbers(lists, cell)
            case _:
                return None

    def _numbers(self, lists: Lists, cell: str) -> dict[str, Any] | None:
        tests = [f"ISNUMBER({cell})"]
        if self.lower is not None:
            tests.append(f"{cell}>={_formula(self.lower)}")
        if self.upper is not None:
            tests.append(f"{cell}<={_formula(self.upper)}")
        if self.step is not None:
            steps = f"({cell}-{_formula(self.lower or Fraction(0))})/{_formula(self.step)}"
            tests.append(f"ABS({steps}-ROUND({steps},0))<0.000000001")
        test = f"AND({','.join(tests)})"
        if self.shape == "mark":
            words = lists.range_of(NO_MARKS).removeprefix("=")
            test = f"OR({test},COUNTIF({words},{cell})>0)"
        elif self.step is None and self.lower is not None and self.upper is not None:
            ends = {"minimum": f"={_formula(self.lower)}", "maximum": f"={_formula(self.upper)}"}
            return {"validate": "decimal", "criteria": "between", **ends}
        rule = f"={test}"
        # Excel takes no longer one; the reading checks the mark all the same
        return {"validate": "custom", "value": rule} if len(rule) <= _MOST_IN_A_TIP else None

    def bounds(self) -> str:
        """The bounds in words."""
        if self.lower is None or self.upper is None:
            return ""
        said = _SCALE.id.format(lower=_said(self.lower), upper=_said(self.upper))
        if self.step is not None:
            said += _STEP.id.format(step=_said(self.step))
        if self.shape == "mark":
            said += "; " + _OR_WORD.id.format(words=", ".join(map(str, NO_MARKS)))
        return said


def _formula(value: Fraction) -> str:
    text = to_text(value)
    return f"({text})" if "/" in text or "-" in text else text


def _said(value: Fraction) -> str:
    return to_text(value).replace(".", ",")


def fact_column(spec: FactSpec) -> Column:
    """The column of a declared fact."""
    title = spec.title.id if spec.title is not None else spec.name
    key = f"facts/{spec.name}"
    match spec.type:
        case "yes-no":
            return Column(key=key, title=title, shape="list", choices=YES_NO)
        case "date":
            return Column(key=key, title=title, shape="date")
        case "number":
            return Column(
                key=key, title=title, shape="number",
                lower=spec.lower, upper=spec.upper, step=spec.step,
            )  # fmt: skip
        case _:
            offered = spec.levels or spec.one_of
            return Column(
                key=key, title=title, shape="list" if offered else "text", choices=offered
            )


def mark_column(key: str, title: str, scale: Scale | None) -> Column:
    """The column of one criterion: its levels to choose from, or a number within its bounds."""
    if scale is None:
        return Column(key=key, title=title, shape="mark")
    if scale.levels:
        offered: list[Value] = [level.id or level.value for level in scale.levels]
        said = [
            f"{level.id or _said(level.value)}"
            + (f" ({_said(level.value)})" if level.id else "")
            + (f": {level.text.id}" if level.text is not None else "")
            for level in scale.levels
        ]
        return Column(
            key=key, title=title, shape="list", choices=(*offered, *NO_MARKS), note="\n".join(said)
        )
    plain = Column(
        key=key, title=title, shape="mark", lower=scale.lower, upper=scale.upper, step=scale.step
    )
    return Column(
        key=key, title=title, shape="mark", lower=scale.lower, upper=scale.upper, step=scale.step,
        note=plain.bounds(),
    )  # fmt: skip


TITLES: Mapping[str, str] = {
    "id": "Id",
    "person": "Orang",
    "name": "Nama",
    "title": "Judul",
    "vacancies": "Lowongan",
    "candidate": "Peserta",
    "candidacy": "Peserta",
    "position": "Jabatan",
    "room": "Ruang",
    "role": "Peran",
    "kind": "Jenis",
    "origin": "Asal",
    "stages": "Tahapan",
    "stage": "Tahapan",
    "criterion": "Kriteria",
    "examiner": term("examiner").id.capitalize(),
    "value": "Nilai",
    "no-mark": term("no-mark").id.capitalize(),
    "date": "Tanggal",
    "reason": "Alasan",
    "note": "Catatan",
    "from": "Dari",
    "text": "Isi",
    "given": "Ada",
    "reference": "Nomor",
    "signed-by": "Penandatangan",
    "lot-seed": "Benih undian",
    "rules-digest": "Sidik aturan",
}
"""The headers of a form: Indonesian words that any table may use for these keys."""
TITLES_OF: Mapping[tuple[str, str], str] = {
    ("candidates", "id"): "Peserta",
    ("candidacies", "id"): "Pencalonan",
    ("examiners", "id"): "Penguji",
    ("positions", "id"): "Jabatan",
    ("evidence", "id"): "Dokumen",
    ("event", "id"): "Kegiatan",
}


def title_of(table: str, key: str) -> str:
    """The header of a key in a table.

    >>> title_of("candidates", "id"), title_of("recusals", "reason")
    ('Peserta', 'Alasan')
    """
    return TITLES_OF.get((table, key)) or TITLES[key]


def columns_of(table: str, keys: Sequence[str], given: Mapping[str, Column]) -> list[Column]:
    """The columns of a table by its keys; those that are `given` as they are, others as texts."""
    return [
        given[key]
        if key in given
        else Column(key=key, title=title_of(table, key), wide=WIDTHS.get(key, 16))
        for key in keys
    ]


def told_apart(columns: Sequence[Column]) -> list[Column]:
    """Columns with the id of a fact or criterion behind a title that another column has as well.

    So too where another has that title as its id: people could not tell which of them is meant.
    """
    ids = {column.key: column.key.partition("/")[2] for column in columns}
    said = Counter(word for each in columns for word in {fold(each.title), ids[each.key]})
    return [
        evolve(each, title=f"{each.title} ({ids[each.key]})")
        if ids[each.key] and said[fold(each.title)] > 1
        else each
        for each in columns
    ]


WIDTHS: Mapping[str, int] = {
    "name": 30, "title": 30, "text": 50, "reason": 30, "note": 30, "person": 24, "id": 24,
}  # fmt: skip
