"""The total and the verdict: the first that holds, in the order of the contract."""

from ujikom_rules.evaluating.leaves import through
from ujikom_rules.evaluating.state import NOTHING, State
from ujikom_rules.evaluating.tree import combined, items_of, settle, weights_for
from ujikom_rules.evaluating.views import NodeView
from ujikom_rules.messages import finding
from ujikom_rules.model.outcome import Verdict
from ujikom_rules.planned import Plan


def settle_total(plan: Plan, state: State) -> None:
    """The root of the tree, for a candidacy whose stages are settled."""
    root = plan.decision.node
    weights = weights_for(root, state)
    if weights:
        state.weights = tuple((name, weights[name].text) for name in sorted(weights))
    if state.stopped or state.absent or state.disqualified:
        state.settled["total"] = NOTHING
        return
    view = NodeView(state, root)
    values = {child.id: state.settled.get(child.address, NOTHING).after for child in root.children}
    items = None if weights is None else items_of(root, values, view, weights)
    figure = combined(root, items, view)
    if figure is not None:
        figure = state.put("total:joined", figure, root.title)
        figure = through(root.values, figure, view) if root.values else figure
    settle(root, figure, state)
    row = state.entrant.candidacy
    for reason in state.reasons_at("total"):
        state.findings.append(
            finding("UJ562", row.place, row.pointer, severity="note", candidacy=state.id,
                    said=reason)
        )  # fmt: skip


def verdict_of(plan: Plan, state: State) -> Verdict:
    """The verdict; there is none that dismisses anybody."""
    settled = state.settled.get("total", NOTHING)
    if state.disqualified:
        return "disqualified"
    if state.failed or state.not_kept:
        return "not-qualified"
    if state.absent:
        return "absent"
    if settled.after is None or settled.before is None or state.unknown:
        return "incomplete"
    cut = plan.decision.cut_score
    compared = settled.after if plan.decision.compare == "rounded" else settled.before
    if cut is not None and compared.value < cut.value:
        return "not-qualified"
    return "qualified"
