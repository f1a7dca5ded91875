"""One stage for one candidacy: absence, needs, the kind's own rule, what it does to the rest."""

from collections.abc import Mapping

from ujikom_rules.evaluating.call import NoValue, call_outcome
from ujikom_rules.evaluating.facts import name_of
from ujikom_rules.evaluating.failing import failing
from ujikom_rules.evaluating.leaves import (
    ZERO,
    enough,
    leaf_figure,
    no_mark_of,
    pool,
    rated,
    through,
)
from ujikom_rules.evaluating.predicates import holds
from ujikom_rules.evaluating.sheets import StageView
from ujikom_rules.evaluating.state import NOTHING, State
from ujikom_rules.evaluating.tree import (
    items_of,
    pooled_leaves,
    settle,
    settle_apart,
    settle_whole,
    value_of,
    weights_for,
)
from ujikom_rules.evaluating.views import Item, NodeView, looking
from ujikom_rules.messages import Text, finding
from ujikom_rules.model.bidi import isolated
from ujikom_rules.model.figure import Figure
from ujikom_rules.model.outcome import GateVerdict, StageOutcome, StageResult, Uncounted
from ujikom_rules.model.predicate import All, Not, Test
from ujikom_rules.model.predicate import Any as AnyOf
from ujikom_rules.model.ruleset import Policy
from ujikom_rules.model.scoresheet import Absence, Examiner
from ujikom_rules.planned import PlannedNode, PlannedPart, PlannedStage

_ABSENT = Text("tidak hadir", "absent")
_VERDICTS: Mapping[bool | None, GateVerdict] = {
    True: "qualified",
    False: "not-qualified",
    None: "incomplete",
}
_EFFECTS: Mapping[str, Text] = {
    "zero": Text("nilai tahapan 0", "the stage counts 0"),
    "no-score": Text("tanpa nilai, keputusan 'tidak hadir'", "no score, verdict 'absent'"),
    "disqualify": Text("gugur", "disqualified"),
}


def nothing(stage: PlannedStage, note: Text) -> StageResult:
    """A stage without a result, and why; who did not come to a shortlist is not kept."""
    kept = False if stage.gives == "shortlist" else None
    return StageResult(gives=stage.gives, kept=kept, notes=(note,))


def run_stage(stage: PlannedStage, state: State) -> None:
    """Settle a stage for a candidacy that was not stopped before it."""
    if absence_taken(stage, state) or lacks_needs(stage, state):
        return
    if stage.gives == "value":
        figure, notes = _points(stage, state)
        settled = settle(stage.node, figure, state)
        state.stages[stage.id] = StageResult(
            gives="value",
            value=settled.after,
            category=settled.category,
            notes=(*notes, *state.reasons_at(stage.id)),
        )
        return
    if not _facts_there(stage, state):
        take_outcome(stage, state, StageOutcome(notes=state.reasons_at(stage.id)))
        return
    take_outcome(stage, state, call_outcome(stage.kind, StageView(state, stage)))


def take_outcome(stage: PlannedStage, state: State, outcome: StageOutcome) -> None:
    """What a gate, a document stage, advice or a shortlist does to a candidacy."""
    notes = outcome.notes
    match stage.gives:
        case "verdict" | "document":
            waiting = stage.gives == "document" and bool(outcome.waiting)
            state.waiting.extend(outcome.waiting)
            if outcome.met is None:
                state.unknown = state.unknown or not waiting
            elif not outcome.met:
                state.failed = True
                notes = notes or _why_failed(stage, state)
                state.stopped = state.stopped or stage.when_failed == "stop"
            if outcome.met is None and not notes:
                notes = state.reasons_of(stage.id)
            verdict = _VERDICTS[outcome.met]
            state.stages[stage.id] = StageResult(
                gives=stage.gives,
                verdict=verdict,
                notes=notes,
            )
        case "shortlist":
            state.stages[stage.id] = StageResult(gives="shortlist", kept=outcome.kept, notes=notes)
        case _:
            state.stages[stage.id] = StageResult(gives="advice", notes=notes)


def _why_failed(stage: PlannedStage, state: State) -> tuple[Text, ...]:
    """Which of the requirements of a gate fail; nothing of a gate that asks in its own way."""
    asked = getattr(stage.kind.part, "require", None)
    if not isinstance(asked, (Test, All, AnyOf, Not)):
        return ()
    look = looking(state, stage.compare)
    return failing(asked, look, state.fitted.plan) if holds(asked, look) is False else ()


def absence_of(stage: PlannedStage, state: State) -> Absence | None:
    """The recorded absence that reaches a stage."""
    found = state.entrant.absences.get(stage.id)
    if found is None and stage.reads_examiners:
        found = state.entrant.absences.get("")
    return found


def absence_taken(stage: PlannedStage, state: State) -> bool:
    """Apply a recorded absence; true where nothing more is to be done."""
    found = absence_of(stage, state)
    if found is None:
        return False
    state.findings.append(
        finding("UJ704", found.place, found.pointer, got=state.id, stage=stage.node.title,
                effect=_EFFECTS[stage.absence])
    )  # fmt: skip
    if _marked(stage, state):
        state.findings.append(
            finding("UJ707", found.place, found.pointer, got=state.id, stage=stage.node.title)
        )
    why = isolated(found.note)
    note = Text(f"{_ABSENT.id} ({why})", f"{_ABSENT.en} ({why})") if why else _ABSENT
    state.settled[stage.node.address] = NOTHING
    state.stages[stage.id] = nothing(stage, note)
    if stage.absence == "no-score":
        state.absent = True
    elif stage.absence == "disqualify":
        state.disqualified = True
    elif stage.gives == "value":
        settled = settle(stage.node, Figure(ZERO, "zero", label=_ABSENT), state)
        state.stages[stage.id] = StageResult(
            gives="value", value=settled.after, category=settled.category, notes=(note,)
        )
    return True


def _marked(stage: PlannedStage, state: State) -> bool:
    """Whether somebody marked the candidacy at a stage that it was absent from."""
    if stage.gives != "value":
        return False
    marks = (state.fitted.marks[leaf.address].get(state.id, {}) for leaf in stage.node.leaves())
    return any(isinstance(mark, Figure) for row in marks for mark in row.values())


def lacking_need(stage: PlannedStage, state: State) -> str:
    """The first earlier stage that this one needs and that was not passed; empty for none."""
    return next((need for need in stage.needs if not _passed(state.stages.get(need))), "")


def _passed(result: StageResult | None) -> bool:
    return result is not None and (
        result.value is not None or result.kept is True or result.verdict == "qualified"
    )


def lacks_needs(stage: PlannedStage, state: State) -> bool:
    """Whether an earlier stage that this one needs was not passed; true settles the stage."""
    need = lacking_need(stage, state)
    if not need:
        return False
    state.settled[stage.node.address] = NOTHING
    note = Text(f"perlu tahapan '{need}'", f"needs the stage '{need}'")
    state.stages[stage.id] = nothing(stage, note)
    state.unknown = state.unknown or _decides(stage)
    return True


def _decides(stage: PlannedStage) -> bool:
    """Whether a gate takes part in the verdict; documents that come after the result do not."""
    later = getattr(stage.kind.part, "when", "before") == "after"
    return stage.gives == "verdict" or (stage.gives == "document" and not later)


def _facts_there(stage: PlannedStage, state: State) -> bool:
    """Whether every fact that the kind's keys name is recorded; those that are not are noted."""
    missing = {ref.name for ref in stage.kind.facts} - set(state.entrant.facts)
    for name in sorted(missing):
        said = name_of(state.fitted.plan.facts[name])
        state.because(stage.id, f"fakta '{said.id}' belum ada", f"the fact '{said.en}' is missing")
    return not missing


def _points(stage: PlannedStage, state: State) -> tuple[Figure | None, tuple[Text, ...]]:
    """The stage's value before its own rounding, and the notes of its kind."""
    node = stage.node
    if stage.by_examiner and node.pooling is not None:
        return _by_examiner(stage, node.pooling, state)
    view = NodeView(state, node, stage.id)
    if node.is_leaf:
        figure = leaf_figure(node, stage.id, state)
        if figure is None or not _facts_there(stage, state):
            return None, ()
        sheet = StageView(state, stage, [Item(view, node.id, figure)], view)
        outcome = call_outcome(stage.kind, sheet)
        return outcome.value, outcome.notes
    values = {child.id: value_of(child, stage.id, state) for child in node.children}
    joined = _join(stage, state, values, view)
    if joined is None or joined.value is None:
        return None, () if joined is None else joined.notes
    figure = state.put(f"{node.address}:joined", joined.value, node.title)
    return through(node.values, figure, view) if node.values else figure, joined.notes


def _join(
    stage: PlannedStage, state: State, values: Mapping[str, Figure | None], view: NodeView
) -> StageOutcome | None:
    """The kind's rule over the criteria; None where one that is needed lacks a value."""
    weights = weights_for(stage.node, state)
    if weights is None or not _facts_there(stage, state):
        return None
    items = items_of(stage.node, values, view, weights)
    if items is None:
        return None
    try:
        return call_outcome(stage.kind, StageView(state, stage, items, view))
    except NoValue:
        count = len(items)
        view.because(f"tidak ada nilai dari {count} kriteria", f"no value of {count} criteria")
        return None


def _by_examiner(
    stage: PlannedStage, pooling: PlannedPart, state: State
) -> tuple[Figure | None, tuple[Text, ...]]:
    """Each examiner's criteria joined by the kind's rule, then pooled."""
    node = stage.node
    settle_apart(node, stage.id, state)
    leaves = pooled_leaves(node)
    owing = {e.id: e for leaf in leaves for e in state.fitted.owing(stage.id, leaf, state.entrant)}
    view = NodeView(state, node, stage.id)
    items: list[Item] = []
    notes: dict[Text, None] = {}
    whole = True
    for examiner in sorted(owing.values(), key=lambda each: each.id):
        policy = _marks_of(examiner, leaves, stage, state)
        if policy == "leave-out":
            continue
        if policy == "incomplete":
            whole = False
            continue
        if policy == "zero":
            figure: Figure | None = Figure(ZERO, "zero")
            state.because(f"{node.address}@{examiner.id}", "dihitung 0", "counts 0")
        else:
            figure, said = _joined_by(examiner, stage, state)
            notes.update(dict.fromkeys(said))
        if figure is None:
            whole = False
            continue
        figure = figure.round_to(node.roundings.get("rating"))
        figure = state.put(f"{node.address}@{examiner.id}:rating", figure, node.title)
        items.append(Item(view, examiner.id, figure, examiner=examiner))
    if not whole or not enough(node, len(items), state):
        return None, tuple(notes)
    return pool(node, pooling, items, view, state), tuple(notes)


_WORST = ("incomplete", "leave-out", "zero")


def _marks_of(
    examiner: Examiner,
    leaves: tuple[PlannedNode, ...],
    stage: PlannedStage,
    state: State,
) -> str:
    """What lacks of an examiner's marks does as a whole; empty where none lacks."""
    found = {
        leaf.address: rated(leaf, stage.id, examiner, state, own="criterion") for leaf in leaves
    }
    lacking = {address: each for address, each in found.items() if isinstance(each, str)}
    if lacking:
        settle_whole(stage.node, stage.id, state, f"@{examiner.id}", lacking)
    whole = next((policy for policy in _WORST if policy in lacking.values()), "")
    if whole in ("leave-out", "zero"):
        effect: Policy = "zero" if whole == "zero" else "leave-out"
        state.uncounted += [
            Uncounted(stage.id, examiner.id, no_mark_of(leaf, examiner, state), effect)
            for leaf in leaves
            if leaf.address in lacking
        ]
    return whole


def _joined_by(
    examiner: Examiner, stage: PlannedStage, state: State
) -> tuple[Figure | None, tuple[Text, ...]]:
    node, suffix = stage.node, f"@{examiner.id}"
    view = NodeView(state, node, stage.id, suffix)
    values = {child.id: value_of(child, stage.id, state, suffix) for child in node.children}
    outcome = _join(stage, state, values, view)
    if outcome is None or outcome.value is None:
        return None, () if outcome is None else outcome.notes
    figure = state.put(f"{node.address}{suffix}:joined", outcome.value, node.title)
    return (through(node.values, figure, view) if node.values else figure), outcome.notes
