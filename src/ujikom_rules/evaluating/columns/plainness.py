"""Which plans are plain: whose numbers can be found in columns, for all candidacies at once.

Only what is listed here is plain. Everything else, and every candidacy of a plain plan with whom
anything is out of the ordinary, is evaluated by itself.
"""

from collections.abc import Mapping

from ujikom_rules.evaluating.call import refused_weights
from ujikom_rules.evaluating.columns.joining import JOINED
from ujikom_rules.evaluating.views import WeightedView
from ujikom_rules.model.figure import Figure
from ujikom_rules.planned import Plan, PlannedNode, PlannedPart, PlannedStage

_KINDS = frozenset(("panel", "weighted-criteria", "imported"))
_VALUES = frozenset(("linear", "levels", "bands"))
_WEIGHTINGS = frozenset(("given", "equal", "rank-order-centroid"))
_WEIGHTED = frozenset(("weighted-mean", "weighted-sum"))
_SOURCES = frozenset(("examiners", "secretariat"))
_HOME = "ujikom_rules.builtin."
Weights = Mapping[str, Mapping[str, Figure]]


def core(part: PlannedPart | None) -> str:
    """The bare name of a part of the core; empty for any other and for none."""
    if part is None or not type(part.part).__module__.startswith(_HOME):
        return ""
    namespace, _, name = part.name.partition(":")
    return name if namespace == "core" else ""


def weights_of(plan: Plan) -> Weights | None:
    """The weights of a plain plan by node and child; None for a plan that is not plain."""
    found: dict[str, Mapping[str, Figure]] = {}
    root = plan.decision.node
    if not _joins(root, found):
        return None
    if not all(_plain_stage(stage, found) for stage in plan.stages):
        return None
    return found if _classified(root) else None


def _plain_stage(stage: PlannedStage, found: dict[str, Mapping[str, Figure]]) -> bool:
    kind = stage.kind
    if stage.gives != "value" or kind.cohort or kind.facts or stage.by_examiner:
        return False
    return core(kind) in _KINDS and _classified(stage.node) and _plain(stage.node, found)


def _classified(node: PlannedNode) -> bool:
    return node.classifier is None or core(node.classifier) == "bands"


def _plain(node: PlannedNode, found: dict[str, Mapping[str, Figure]]) -> bool:
    if node.is_leaf:
        return _plain_leaf(node)
    return _joins(node, found) and all(
        child.classifier is None and _plain(child, found) for child in node.children
    )


def _plain_leaf(leaf: PlannedNode) -> bool:
    if leaf.reads is None or leaf.reads.source not in _SOURCES or leaf.valid_years is not None:
        return False
    if leaf.reads_examiners and core(leaf.pooling) not in JOINED - _WEIGHTED:
        return False
    parts = (*leaf.values, *leaf.pooled_values)
    return leaf.scale is not None and all(core(part) in _VALUES for part in parts)


def _joins(node: PlannedNode, found: dict[str, Mapping[str, Figure]]) -> bool:
    """Whether a node joins its children plainly; notes their weights."""
    name = core(node.aggregation)
    if name not in JOINED or not all(core(part) in _VALUES for part in node.values):
        return False
    weights = _weights(node)
    if weights is None or (name in _WEIGHTED) is not bool(weights):
        return False
    if any(not (each.factor is None or isinstance(each.factor, Figure)) for each in node.children):
        return False
    if any(each.bounds for each in node.children):  # a breach is said of each candidacy
        return False
    found[node.address] = weights
    return bool(counting(node, weights))


def _weights(node: PlannedNode) -> Mapping[str, Figure] | None:
    """Weights that are the same for every candidacy; none where nothing is weighted."""
    part = node.weighting
    if part is None or not node.children:
        return {}
    if core(part) not in _WEIGHTINGS:
        return None
    weights: Mapping[str, Figure] | None = part.part.weights(
        [WeightedView(child) for child in node.children], None
    )
    return None if weights is None or refused_weights(part, weights) else weights


def counting(node: PlannedNode, weights: Mapping[str, Figure]) -> tuple[PlannedNode, ...]:
    """The children that count: all but those of weight 0."""
    return tuple(
        child for child in node.children if child.id not in weights or weights[child.id].value
    )
