"""The road that `score` and `why` share: the sheet first, then the rules of its day."""

import time
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import click

from ujikom_rules.cli import options, output
from ujikom_rules.cli.language import lang_of
from ujikom_rules.cli.progress import EVALUATING, PLANNING, Bar
from ujikom_rules.errors import Finding, Refused, said_once
from ujikom_rules.messages import Text
from ujikom_rules.model.outcome import Evaluation
from ujikom_rules.model.scoresheet import Scoresheet
from ujikom_rules.names import nearest
from ujikom_rules.planned import Plan

UNKNOWN = Text("Tidak ada peserta '{got}'.", "There is no candidacy '{got}'.")
MEANT = Text("Maksudnya '{near}'?", "Did you mean '{near}'?")


def evaluated(
    name: str, sheet_path: str, rulesets: Sequence[Path], as_of: date | None, bar: Bar
) -> tuple[Evaluation, tuple[Finding, ...]]:
    """The evaluation, and every finding of the ruleset, the sheet and the evaluation.

    Raises:
        Refused: when the ruleset or the scoresheet is refused.
    """
    plan, sheet = planned(name, sheet_path, rulesets, as_of, bar)
    bar.says(EVALUATING)
    evaluation, slow = _timed(plan, sheet)
    return evaluation, said_once((*plan.findings, *sheet.findings, *evaluation.findings, *slow))


def planned(
    name: str, sheet_path: str, rulesets: Sequence[Path], as_of: date | None, bar: Bar
) -> tuple[Plan, Scoresheet]:
    """The scoresheet, and the plan of the rules in force on its day.

    Raises:
        Refused: when the ruleset or the scoresheet is refused.
    """
    from ujikom_rules import api

    try:
        sheet = options.read_scoresheet(sheet_path, bar)
    except Refused as refused:
        path = Path(sheet_path)
        further = (
            api.misfits(name, path, rulesets=rulesets, as_of=as_of) if path.name != "-" else ()
        )
        raise Refused((*refused.findings, *further)) from None
    bar.says(PLANNING)
    return api.plan(name, rulesets=rulesets, as_of=as_of or sheet.event.date), sheet


def _timed(plan: Plan, sheet: Scoresheet) -> tuple[Evaluation, tuple[Finding, ...]]:
    """The evaluation, and a warning for each plugin's part that took most of its time."""
    from ujikom_rules import api

    if not plan.plugins:
        return api.evaluate(plan, sheet), ()
    from ujikom_rules.analysis.pace import timed

    plan, meter = timed(plan, time.perf_counter_ns)
    began = time.perf_counter_ns()
    evaluation = api.evaluate(plan, sheet)
    return evaluation, meter.slow(time.perf_counter_ns() - began)


def known(ctx: click.Context, evaluation: Evaluation, candidacy: str) -> None:
    """Refuse the id of a candidacy that is not there, and name the nearest.

    Raises:
        click.UsageError: for an id that nobody has.
    """
    if candidacy in evaluation:
        return
    near = nearest(candidacy, evaluation.by_id)
    said = [UNKNOWN.say(lang_of(ctx)).format(got=candidacy)]
    said += [MEANT.say(lang_of(ctx)).format(near=near)] if near else []
    raise click.UsageError(output.clean(" ".join(said)), ctx)
