"""The tree of one stage: leaves to nodes, each settled at its own place."""

from collections.abc import Collection, Mapping, Sequence
from fractions import Fraction

from ujikom_rules.errors import Finding
from ujikom_rules.evaluating.call import call, call_figure, refused, refused_weights
from ujikom_rules.evaluating.leaves import ZERO, leaf_figure, through
from ujikom_rules.evaluating.state import NOTHING, Settled, State
from ujikom_rules.evaluating.views import (
    CandidacyView,
    Item,
    NodeView,
    ResultView,
    WeightedView,
)
from ujikom_rules.exact import to_text
from ujikom_rules.messages import finding
from ujikom_rules.model.figure import Figure
from ujikom_rules.model.ruleset import Bound
from ujikom_rules.names import shown
from ujikom_rules.planned import PlannedNode, PlannedPart

_NONE: Mapping[str, Figure] = {}


def settle(node: PlannedNode, figure: Figure | None, state: State, suffix: str = "") -> Settled:
    """A node's own rounding, its address, its category."""
    if figure is None:
        state.settled[node.address] = NOTHING
        return NOTHING
    rounding = node.roundings.get("own")
    before = figure
    after = state.put(f"{node.address}{suffix}:{node.own}", figure.round_to(rounding), node.title)
    category = None
    if node.classifier is not None and not suffix:
        compare = node.classifier.compare or node.compare
        chosen = after if compare == "rounded" else before
        category = classify(node, node.classifier, ResultView(state, compare, chosen), state)
    settled = Settled(before, after, category)
    if not suffix:
        state.settled[node.address] = settled
    return settled


def classify(node: PlannedNode, part: PlannedPart, view: ResultView, state: State) -> str | None:
    """A value's category; a value outside all categories is noted."""
    found = call(part, "classify", view)
    if found is not None and not isinstance(found, str):
        raise refused(part, found, "str")
    if found is None:
        row = state.entrant.candidacy
        state.findings.append(
            finding("UJ706", row.place, row.pointer, got=node.address, candidacy=state.id,
                    value="" if view.value is None else view.value.text)
        )  # fmt: skip
    return found


def weights_for(node: PlannedNode, state: State) -> Mapping[str, Figure] | None:
    """The weights of a node's children for this candidacy; None where a fact is missing."""
    part = node.weighting
    if part is None or not node.children:
        return _NONE
    siblings = [WeightedView(child) for child in node.children]
    found = call(part, "weights", siblings, CandidacyView(state))
    if found is None:
        name = shown(part.name)
        state.because(
            node.address, f"bobot menurut '{name}' belum diketahui", f"'{name}' knows no weights"
        )
        return None
    if not isinstance(found, Mapping) or not all(
        isinstance(found.get(child.id), Figure) for child in node.children
    ):
        raise refused(part, found, "Mapping[str, Figure]")
    figures = tuple(found[child.id] for child in node.children)
    key = tuple(map(id, figures))
    if key not in state.fitted.sound:
        wrong = refused_weights(part, {child.id: found[child.id] for child in node.children})
        if wrong is not None:
            raise wrong
        state.fitted.sound[key] = figures  # held, so that no other figure gets their identity
    state.findings += bounds_kept(node, found, state)
    return found


def items_of(
    node: PlannedNode,
    values: Mapping[str, Figure | None],
    view: NodeView,
    weights: Mapping[str, Figure],
) -> list[Item] | None:
    """The children that count, with weight or factor; None where one that is needed lacks."""
    items: list[Item] = []
    real = False
    for child in node.children:
        weight = weights.get(child.id)
        if weight is not None and not weight.value:
            continue
        figure = values[child.id]
        if figure is not None:
            real = True
        elif child.missing == "incomplete":
            return None
        elif child.missing == "leave-out":
            continue
        else:
            figure = Figure(ZERO, "zero", label=child.title)
            view.because(f"'{child.id}' dihitung 0", f"'{child.id}' counts 0")
        factor = None
        if child.factor is not None:
            factor = view.number(child.factor)
            if factor is None:
                view.because(
                    f"faktor '{child.id}' belum ada", f"the factor of '{child.id}' is missing"
                )
                return None
        items.append(Item(view, child.id, figure, weight, factor, node=child))
    return items if real else None


def settle_branch(node: PlannedNode, stage: str, state: State, examiner: str = "") -> Settled:
    """A criterion with criteria beneath it: joined, valued, rounded."""
    suffix = f"@{examiner}" if examiner else ""
    values = {child.id: value_of(child, stage, state, suffix) for child in node.children}
    view = NodeView(state, node, stage, suffix)
    weights = weights_for(node, state)
    items = None if weights is None else items_of(node, values, view, weights)
    figure = combined(node, items, view)
    if figure is not None:
        figure = state.put(f"{node.address}{suffix}:joined", figure, node.title)
        figure = through(node.values, figure, view) if node.values else figure
    return settle(node, figure, state, suffix)


def combined(node: PlannedNode, items: Sequence[Item] | None, view: NodeView) -> Figure | None:
    """What a node's aggregation makes of its children; that it makes nothing of them is noted."""
    part = node.aggregation
    if not items or part is None:
        return None
    figure = call_figure(part, "combine", items, view)
    if figure is None:
        name, count = shown(part.name), len(items)
        of = ("tahapan", "stages") if node.own == "final" else ("kriteria", "criteria")
        view.because(
            f"'{name}' tidak memberi nilai dari {count} {of[0]}",
            f"'{name}' gives no value of {count} {of[1]}",
        )
    return figure


def value_of(node: PlannedNode, stage: str, state: State, suffix: str = "") -> Figure | None:
    """The value of a child, settled on the way where it is not yet."""
    if suffix and _by_examiner(node):
        examiner = suffix[1:]
        if node.is_leaf:
            return state.figures.get(f"{node.address}{suffix}:criterion")
        return settle_branch(node, stage, state, examiner).after
    settled = state.settled.get(node.address)
    if settled is None:
        settled = (
            settle(node, leaf_figure(node, stage, state), state)
            if node.is_leaf
            else settle_branch(node, stage, state)
        )
    return settled.after


def _by_examiner(node: PlannedNode) -> bool:
    """Whether a node is joined for each examiner: a leaf beneath it is pooled by examiner."""
    return any(leaf.reads_examiners and not leaf.pooled_here for leaf in node.leaves())


def settle_apart(node: PlannedNode, stage: str, state: State) -> None:
    """Settle what is one and the same in every examiner's join, before anybody's."""
    for child in node.children:
        if _by_examiner(child):
            settle_apart(child, stage, state)
        else:
            value_of(child, stage, state)


def settle_whole(
    node: PlannedNode, stage: str, state: State, suffix: str, lacking: Collection[str]
) -> None:
    """Settle, for an examiner who lacks marks, the criteria beneath which none is lacking."""
    for child in node.children:
        if child.is_leaf or not _by_examiner(child):
            continue
        if any(leaf.address in lacking for leaf in pooled_leaves(child)):
            settle_whole(child, stage, state, suffix, lacking)
        else:
            value_of(child, stage, state, suffix)


def pooled_leaves(node: PlannedNode) -> tuple[PlannedNode, ...]:
    """The leaves that each examiner's join needs a mark for."""
    return tuple(leaf for leaf in node.leaves() if leaf.reads_examiners and not leaf.pooled_here)


def bounds_kept(node: PlannedNode, arisen: Mapping[str, Figure], state: State) -> list[Finding]:
    """Weights that arose outside the bounds that a base lays on them."""
    found: list[Finding] = []
    for child in node.children:
        for bound in child.bounds:
            value = arisen[child.id].value
            if _within(value, bound):
                continue
            low = "…" if bound.at_least is None else to_text(bound.at_least)
            high = "…" if bound.at_most is None else to_text(bound.at_most)
            row = state.entrant.candidacy
            found.append(
                finding("UJ705", row.place, row.pointer, severity=bound.breach,
                        related=(bound.place,), article=bound.article, key=bound.key,
                        got=to_text(value), candidacy=state.id, expected=f"{low} – {high}")
            )  # fmt: skip
    return found


def _within(value: Fraction, bound: Bound) -> bool:
    low = bound.at_least is None or bound.at_least <= value
    return low and (bound.at_most is None or value <= bound.at_most)
