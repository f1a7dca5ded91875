"""What is written for marks and candidates that are not there."""

from collections.abc import Iterator, Sequence

from ujikom_rules.analysis.coverage.things import Run, Thing
from ujikom_rules.messages import Text
from ujikom_rules.model.ruleset import NodeSpec, Ruleset
from ujikom_rules.model.scoresheet import NoMark
from ujikom_rules.model.words import NO_MARK_WORDS
from ujikom_rules.planned import Plan


def things(ruleset: Ruleset, plan: Plan, runs: Sequence[Run]) -> Iterator[Thing]:
    """Each effect of an absence and each policy of a no-mark that a stage writes."""
    for spec in ruleset.stages:
        if "absence" in spec.written:
            what = Text(
                f"{spec.id}: peserta tidak hadir ({spec.absence})",
                f"{spec.id}: an absent candidate ({spec.absence})",
            )
            there = any(_is_absent(run, spec.id, plan) for run in runs)
            yield Thing(what, spec.place_of("absence"), there)
        yield from _no_marks(spec, spec.id, runs)


def _is_absent(run: Run, stage: str, plan: Plan) -> bool:
    planned = plan.stage(stage)
    everywhere = planned is not None and planned.reads_examiners
    return any(
        row.stage == stage or (row.stage is None and everywhere) for row in run.sheet.absences
    )


def _no_marks(spec: NodeSpec, stage: str, runs: Sequence[Run]) -> Iterator[Thing]:
    for written in (spec, spec.each):
        if written is None:
            continue
        for mark, policy in written.no_marks.items():
            word = NO_MARK_WORDS[mark]
            what = Text(f"{spec.id}: {word.id} ({policy})", f"{spec.id}: {word.en} ({policy})")
            there = any(_is_missing(run, stage, mark) for run in runs)
            yield Thing(what, written.place_of("no-marks"), there)
    for child in spec.criteria:
        yield from _no_marks(child, stage, runs)


def _is_missing(run: Run, stage: str, mark: NoMark) -> bool:
    """Whether a mark of the stage is missing in this way."""
    if any(row.stage == stage and row.no_mark == mark for row in run.sheet.ratings):
        return True
    if mark == "recused":
        return bool(run.sheet.recusals)
    owed = (address for result in run.evaluation for address in result.owed)
    return mark == "not-entered" and any(
        address.startswith((f"{stage}.", f"{stage}@")) for address in owed
    )
