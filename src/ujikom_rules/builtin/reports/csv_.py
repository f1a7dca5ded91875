"""The evaluation as CSV: one line a candidacy, for spreadsheets and other programs."""

import csv
import io

from attrs import frozen

from ujikom_rules.plugin import Evaluation, Part, ReportAt, Result, Text, text_at, to_text

_OPENS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def _text(cell: str | None) -> str:
    """A text cell on one line that no spreadsheet takes for a formula."""
    said = cell or ""
    led = f"'{said}" if said.startswith(_OPENS_A_FORMULA) else said
    return "".join(sign if sign.isprintable() else " " for sign in led)


def _truth(value: bool | None) -> str:
    return "" if value is None else str(value).lower()


@frozen(kw_only=True, eq=False, repr=False)
class CsvReport:
    """Comma and decimal point, keys as in the JSON document, one line a candidacy.

    Text that a spreadsheet would run as a formula is led by an apostrophe; numbers never are.
    """

    def render(self, evaluation: Evaluation, at: ReportAt) -> str:
        """The whole table, its first line the heads."""
        stages = [(name, what) for name, gives in _stages(evaluation) for what in _columns(gives)]
        standings = list(dict.fromkeys(name for each in evaluation for name in each.ranks))
        addresses = (
            list(dict.fromkeys(a for each in evaluation for a in each.figures))
            if at.figures
            else []
        )
        out = io.StringIO()
        lines = csv.writer(out, lineterminator="\n")
        lines.writerow(
            [
                *("candidacy", "candidate", "name", "position", "group", "rank", "shared"),
                *(
                    _text(f"stages.{name}" + f".{what}" * (what != "value"))
                    for name, what in stages
                ),
                *("total", "category", "verdict"),
                *(f"ranks.{name}" for name in standings),
                *("owed", "notes"),
                *(f"figures.{address}" for address in addresses),
            ]
        )
        for each in evaluation:
            lines.writerow(
                [
                    *map(_text, (each.candidacy, each.candidate, each.name)),
                    *map(_text, (each.position, each.group)),
                    *(_place(each, ""), _truth(each.rank.shared)),
                    *(_cell(each, name, what) for name, what in stages),
                    "" if each.total is None else text_at(each.total, "total:final"),
                    *(_text(each.category), each.verdict),
                    *(_place(each, name) for name in standings),
                    *map(_text, (" ".join(each.owed), _notes(each, at))),
                    *(
                        text_at(each.figures[address], address) if address in each.figures else ""
                        for address in addresses
                    ),
                ]
            )
        return out.getvalue()


def _stages(evaluation: Evaluation) -> list[tuple[str, str]]:
    """The stages in their order, each with what it gives."""
    found = {name: stage.gives for each in evaluation for name, stage in each.stages.items()}
    ordered = [name for name in evaluation.stage_titles if name in found]
    return [
        (name, found[name]) for name in [*ordered, *(name for name in found if name not in ordered)]
    ]


def _columns(gives: str) -> tuple[str, ...]:
    match gives:
        case "value":
            return ("value", "category")
        case "shortlist":
            return ("kept",)
        case "advice":
            return ()
        case _:
            return ("verdict",)


def _cell(result: Result, name: str, what: str) -> str:
    stage = result.stages.get(name)
    if stage is None:
        return ""
    match what:
        case "value":
            return "" if stage.value is None else text_at(stage.value, f"{name}:stage")
        case "kept":
            return _truth(stage.kept)
        case "category":
            return _text(stage.category)
        case _:
            return stage.verdict or ""


def _notes(result: Result, at: ReportAt) -> str:
    return "; ".join(
        f"{name}: {note.say(at.lang)}"
        for name, stage in result.stages.items()
        for note in stage.notes
    )


def _place(result: Result, standing: str) -> str:
    rank = result.ranks.get(standing) if standing else result.rank
    return "" if rank is None or rank.place is None else to_text(rank.place)


CSV = Part(
    "csv",
    CsvReport,
    summary=Text("Satu baris untuk tiap peserta.", "One line a candidacy."),
)
