"""The road that `score` and `why` share: the sheet first, then the rules of its day."""

import time
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from ujikom_rules.cli import options
from ujikom_rules.errors import Finding, said_once
from ujikom_rules.model.outcome import Evaluation
from ujikom_rules.model.scoresheet import Scoresheet
from ujikom_rules.planned import Plan


def evaluated(
    name: str, sheet_path: str, rulesets: Sequence[Path], as_of: date | None
) -> tuple[Evaluation, tuple[Finding, ...]]:
    """The evaluation, and every finding of the ruleset, the sheet and the evaluation.

    Raises:
        Refused: when the ruleset or the scoresheet is refused.
    """
    from ujikom_rules import api

    sheet = options.read_scoresheet(sheet_path)
    plan = api.plan(name, rulesets=rulesets, as_of=as_of or sheet.event.date)
    evaluation, slow = _timed(plan, sheet)
    return evaluation, said_once((*plan.findings, *sheet.findings, *evaluation.findings, *slow))


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
