"""Scoresheets read, and an event scored in one step."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any

from ujikom_rules.api.planning import plan
from ujikom_rules.api.rulesets import Document, refuse_other
from ujikom_rules.errors import Finding, PluginError, Refused, errors_in
from ujikom_rules.evaluating import evaluate
from ujikom_rules.model.outcome import Evaluation
from ujikom_rules.model.scoresheet import Scoresheet
from ujikom_rules.planned import Plan
from ujikom_rules.reading import scoresheets
from ujikom_rules.reading.document import LIMIT

_OF_PANELS = ("UJ561", "UJ665", "UJ674")  # nothing sure where an examiner's row is wrong
_OF_DAYS = ("UJ670", "UJ677", "UJ681", "UJ685")  # nor these where the event's date is


def read_scoresheet(path: str | Path, *, limits: int = LIMIT) -> Scoresheet:
    """Read a scoresheet: a JSON file, an Excel workbook, or a folder of CSVs with ``event.toml``.

    Raises:
        Refused: with every finding, where one of them is an error.
    """
    return _sheet(*scoresheets.read_scoresheet(Path(path), limit=limits))


def parse_scoresheet(
    data: str | bytes | Mapping[str, Any], *, file: str = "", limits: int = LIMIT
) -> Scoresheet:
    """Read a scoresheet from JSON text or from a dictionary of the same shape.

    Raises:
        Refused: with every finding, where one of them is an error.
    """
    refuse_other(data, (str, bytes, Mapping), file)
    return _sheet(*scoresheets.parse_scoresheet(data, file, limit=limits))


def _sheet(sheet: Scoresheet | None, findings: tuple[Finding, ...]) -> Scoresheet:
    if sheet is None or errors_in(findings):
        raise Refused(findings)
    return sheet


def score(
    ruleset: str | Path | Document | Plan,
    scoresheet: str | Path | Scoresheet,
    *,
    rulesets: Sequence[str | Path] = (),
    plugins: Mapping[str, ModuleType] | None = None,
    as_of: date | None = None,
) -> Evaluation:
    """Plan and evaluate in one step, with the ruleset in force on the day of the event.

    Raises:
        Refused: as `plan`, `read_scoresheet` and `evaluate`.
    """
    try:
        sheet = scoresheet if isinstance(scoresheet, Scoresheet) else read_scoresheet(scoresheet)
    except Refused as refused:
        path = Path(str(scoresheet))
        further = misfits(ruleset, path, rulesets=rulesets, plugins=plugins, as_of=as_of)
        raise Refused((*refused.findings, *further)) from None
    made = ruleset
    if not isinstance(made, Plan):
        day = as_of or sheet.event.date
        made = plan(made, rulesets=rulesets, plugins=plugins, as_of=day)
    return evaluate(made, sheet)


def misfits(
    ruleset: str | Path | Document | Plan,
    scoresheet: Path | bytes,
    *,
    rulesets: Sequence[str | Path] = (),
    plugins: Mapping[str, ModuleType] | None = None,
    as_of: date | None = None,
) -> tuple[Finding, ...]:
    """What rules have to say of the sound rows of a scoresheet that is refused, raising nothing.

    So one run tells what is wrong with the sheet itself, with the ruleset, and with both together.
    """
    from ujikom_rules.reading.scoresheets.drafts import build_draft  # noqa: PLC0415  seldom wanted

    if isinstance(scoresheet, bytes):
        sheet, said = scoresheets.parse_scoresheet(scoresheet, build=build_draft)
    else:
        sheet, said = scoresheets.read_scoresheet(scoresheet, build=build_draft)
    if sheet is None:
        return ()
    made, found = ruleset, said
    dated = sheet.event.date != date.min
    try:
        if not isinstance(made, Plan):
            day = as_of or (sheet.event.date if dated else None)
            made = plan(made, rulesets=rulesets, plugins=plugins, as_of=day)
        evaluate(made, sheet)  # stops behind the fitting: the sheet carries errors
    except Refused as refused:
        found = refused.findings
    except PluginError:  # it is said when the sheet is sound
        return ()
    if any(each.path.startswith("/examiners/") for each in errors_in(said)):
        found = tuple(each for each in found if each.code not in _OF_PANELS)
    if not dated:
        found = tuple(each for each in found if each.code not in _OF_DAYS)
    return found
