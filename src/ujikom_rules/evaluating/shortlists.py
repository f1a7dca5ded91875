"""What a reader of a shortlist must know: who is on it without qualifying, and who may come yet."""

from collections.abc import Iterator, Sequence

from ujikom_rules.errors import Finding
from ujikom_rules.evaluating.state import State
from ujikom_rules.messages import finding
from ujikom_rules.model.outcome import Result
from ujikom_rules.model.words import VERDICT_WORDS
from ujikom_rules.planned import Plan


def doubtful(plan: Plan, states: Sequence[State], results: Sequence[Result]) -> Iterator[Finding]:
    """Warnings about shortlists, which themselves change no verdict at the end.

    After the last scored stage a shortlist is what is proposed, and to propose somebody who does
    not qualify would be void. Wherever it stands, a choice that was made without somebody whose
    result is incomplete may be another one tomorrow.
    """
    shortlists = [stage for stage in plan.stages if stage.gives == "shortlist"]
    by_id = {state.id: state for state in states} if shortlists else {}
    for stage in shortlists:
        last = all(each.gives != "value" for each in plan.stages[stage.position + 1 :])
        for result in results:
            state = by_id[result.candidacy]
            if code := _doubt(stage.id, state, result, last=last):
                row = state.entrant.candidacy
                yield finding(code, row.place, row.pointer, candidacy=state.id,
                              stage=stage.node.title, verdict=VERDICT_WORDS[result.verdict])  # fmt: skip


def _doubt(stage: str, state: State, result: Result, *, last: bool) -> str:
    found = result.stages.get(stage)
    if found is not None and found.kept:
        return "UJ708" if last and result.verdict != "qualified" else ""
    return "UJ709" if result.verdict == "incomplete" and stage not in state.placed else ""
