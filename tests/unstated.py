"""Keys written out or set otherwise: what a shown ruleset must say of each of them.

Which keys there are, what each may say and what holds where it is silent stands here once more,
as the contract of the ruleset language has it, not as the program has it.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from attrs import evolve, frozen

from tests.mutations import Rebuild
from ujikom_rules import names
from ujikom_rules.catalogue.catalogue import Catalogue, Offered
from ujikom_rules.contract.fields import FieldType
from ujikom_rules.model.entry import Entry, Plain
from ujikom_rules.planned import Plan, PlannedStage

POLICIES = ("incomplete", "zero", "leave-out")
NO_MARKS = {
    "not-entered": "incomplete", "absent": "leave-out", "recused": "leave-out",
    "abstained": "leave-out", "void": "leave-out",
}  # fmt: skip
NODE: Mapping[str, tuple[object, ...]] = {
    "aggregation": (
        "weighted-mean", "weighted-sum", "sum", "mean", "median", "minimum", "maximum",
    ),
    "weighting": ("given", "equal", "rank-order-centroid"),
    "compare": ("unrounded", "rounded"),
}  # fmt: skip
LEAF: Mapping[str, tuple[object, ...]] = {
    "missing": POLICIES,
    "pooling": ("mean", "median", "minimum", "maximum", "sum"),
    "pool-by": ("criterion", "examiner"),
    "quorum": (1, 2, 3),
    "reads": ("examiners", "secretariat"),
    "no-marks": tuple(
        {**NO_MARKS, mark: policy} for mark in NO_MARKS for policy in POLICIES
    ),
    "target": (1, 2),
}  # fmt: skip
SIBLING: Mapping[str, tuple[object, ...]] = {"weight": (100, 0, "rest"), "factor": (1, 2)}
STAGE: Mapping[str, tuple[object, ...]] = {
    "absence": ("no-score", "zero", "disqualify"),
    "when-failed": ("go-on", "stop"),
}
RANKING: Mapping[str, tuple[object, ...]] = {
    "within": ("position", "event"),
    "by": ("total",),
    "method": (
        "standard-competition", "modified-competition", "dense", "mean-of-places", "ordinal",
    ),
    "among": ("eligible", "qualified", "all"),
    "compare": ("unrounded", "rounded"),
    "tie-breaks": ((), ("lot",)),
}  # fmt: skip
PARTS: Mapping[str, str] = {
    "aggregation": "aggregators", "pooling": "aggregators", "inside": "aggregators",
    "over": "aggregators", "value": "value_functions", "weighting": "weightings",
    "panel": "panel_rules", "classifier": "classifiers", "tie-breaks": "tie_breakers",
}  # fmt: skip
COMPOSITION: Mapping[str, tuple[object, ...]] = {
    "examinee": (False, True),
    "conflict": ("recuse", "unseat"),
    "quorum": (1, 2),
    "chair": (1, 2),
}
CLAUSES: Mapping[str, tuple[object, ...]] = {
    "size": ("error", "warning"), "chair": ("error", "warning"), "internal": ("error", "warning"),
    "examinee": ("error", "warning"), "quorum": ("warning", "error"), "seats": ("error", "warning"),
}  # fmt: skip


@frozen
class Setting:
    """A key set to a value.

    Attributes:
        what: the key path and the value, for people.
        root: the ruleset with it.
        silent: whether nothing was written there before.
        shown: whether the contract's default of this key must be told at this place; other places
            only hand it on.
    """

    what: str
    root: Entry
    silent: bool
    shown: bool


def settings(root: Entry, plan: Plan, catalogue: Catalogue) -> Iterator[Setting]:
    """Every key of the frame and of every part set to every closed word, a number or two."""
    for place in _places(root, "", lambda new: evolve(root, data=new)):
        yield from _node(place, plan)
        yield from _part(place, catalogue)


@frozen
class _Place:
    path: str
    entry: Entry
    rebuild: Rebuild

    def set(self, key: str, value: object, *, shown: bool) -> Setting:
        table = self.entry.table()
        new = {**table, key: evolve(table.get(key, Entry(None)), data=_plain(value))}
        what = f"{self.path}.{key} = {value}"
        return Setting(what, self.rebuild(new), key not in table, shown)


def _plain(value: object) -> Any:
    if isinstance(value, Mapping):
        return {key: Entry(_plain(each)) for key, each in value.items()}
    if isinstance(value, tuple):
        return tuple(Entry(_plain(each)) for each in value)
    return value


def _places(entry: Entry, path: str, rebuild: Rebuild) -> Iterator[_Place]:
    yield _Place(path, entry, rebuild)
    if isinstance(entry.data, Mapping):
        for key, each in entry.data.items():
            yield from _places(each, f"{path}.{key}".lstrip("."), _at(entry, key, rebuild))
    for number, each in enumerate(entry.items()):
        yield from _places(each, f"{path}[{number}]", _at_item(entry, number, rebuild))


def _at(entry: Entry, key: str, rebuild: Rebuild) -> Rebuild:
    table = entry.table()

    def changed(new: Plain) -> Entry:
        return rebuild({**table, key: evolve(table[key], data=new)})

    return changed


def _at_item(entry: Entry, number: int, rebuild: Rebuild) -> Rebuild:
    items = entry.items()

    def changed(new: Plain) -> Entry:
        return rebuild((*items[:number], evolve(items[number], data=new), *items[number + 1 :]))

    return changed


def _node(place: _Place, plan: Plan) -> Iterator[Setting]:
    """The keys of the frame at a node of the tree or a standing."""
    key = _key(place)
    if place.path in ("decision", "ranking") or place.path.startswith("rankings."):
        if place.path.count(".") > (0 if key in ("decision", "ranking") else 1):
            return
        words = NODE if key == "decision" else RANKING
        several = len(plan.decision.node.children) > 1
        yield from _all(place, words, {**dict.fromkeys(words, True), "weighting": several})
    elif key == "each" and "each" in place.path:
        yield from _all(place, LEAF, {"missing": True})
    elif place.path.startswith("stages[") and place.path.endswith("]"):
        yield from _in_stage(place, plan)
    elif key in ("rating", "pooled", "criterion", "term", "stage", "final"):
        if "places" in place.entry:
            yield from _all(place, {"mode": ("half-up", "half-even", "floor")}, {"mode": True})
    elif key == "reads" and "stage" in place.entry:
        yield from _all(place, {"at": ("value", "raw")}, {"at": True})


def _in_stage(place: _Place, plan: Plan) -> Iterator[Setting]:
    steps = place.path.replace("]", "").split(".")
    names_of_steps = {each.split("[")[0] for each in steps}
    if not names_of_steps <= {"stages", "criteria"}:
        return
    stage = plan.stages[int(steps[0].split("[")[1])]
    branch = "criteria" in place.entry
    classified = "classifier" in place.entry
    if len(steps) > 1:  # a criterion; what leaves hand on is told by the stage
        shown = {
            "aggregation": branch, "weighting": _many(place), "compare": classified,
            "missing": branch, "weight": True, "factor": True,
        }  # fmt: skip
        yield from _all(place, {**NODE, **LEAF, **SIBLING}, shown)
        return
    yield from _all(
        place, {**NODE, **LEAF, **SIBLING, **STAGE}, _shown_of_stage(place, stage, plan)
    )


def _shown_of_stage(place: _Place, stage: PlannedStage, plan: Plan) -> dict[str, bool]:
    entry = place.entry
    branch = "criteria" in entry
    valued = stage.gives == "value"
    examined = valued and any(leaf.reads_examiners for leaf in stage.node.leaves())
    kept_in_each = (entry.get("each") or Entry({})).table()
    later = entry.get("when") is not None and entry.table()["when"].data == "after"
    shown = {
        "absence": True,
        "missing": valued,
        "aggregation": valued and branch,
        "weighting": valued and _many(place),
        "compare": (valued and "classifier" in entry) or stage.gives == "shortlist",
        "reads": valued and not branch,
        "when-failed": stage.gives in ("verdict", "document") and not later,
        "weight": valued,
        "factor": valued,
    }
    for key in ("pooling", "no-marks"):
        shown[key] = examined and key not in kept_in_each
    shown["pool-by"] = examined and branch and "pool-by" not in kept_in_each
    own = {leaf.quorum for leaf in stage.node.leaves()}
    rules = plan.panels[stage.node.panel]
    known = all(rule.name.startswith(f"{names.CORE}:") for rule in rules)
    shown["quorum"] = examined and "quorum" not in kept_in_each and own == {None} and known
    return shown


def _many(place: _Place) -> bool:
    criteria = place.entry.get("criteria")
    return criteria is not None and len(criteria.items()) > 1


def _all(
    place: _Place, words: Mapping[str, tuple[object, ...]], shown: Mapping[str, bool]
) -> Iterator[Setting]:
    for key, values in words.items():
        for value in values:
            yield place.set(key, value, shown=shown.get(key, False) and value != "rest")


def _key(place: _Place) -> str:
    return place.path.split(".")[-1].split("[")[0]


def _part(place: _Place, catalogue: Catalogue) -> Iterator[Setting]:
    """The keys of a part, of the core or a plugin, and those that the frame gives to parts."""
    key = _key(place)
    role = PARTS.get(key, "")
    stage = place.path.startswith("stages[") and place.path.count(".") == 0
    use = place.entry.get("kind" if stage else "use")
    if stage and use is not None and isinstance(use.data, str):
        offered = catalogue.find("stage_kinds", names.qualified(use.data))
        yield from _fields(place, offered)
    elif role and use is not None and isinstance(use.data, str):
        yield from _fields(place, catalogue.find(role, names.qualified(use.data)))
        if role == "tie_breakers":
            yield from _all(place, {"order": ("descending", "ascending")}, {"order": True})
        if use.data == "composition":
            shown = {"examinee": True, "conflict": True}
            for word, values in COMPOSITION.items():
                if not _is_table(place, word):
                    yield from _all(place, {word: values}, shown)
    elif key in CLAUSES and "panel" in place.path and place.entry.table():
        yield from _all(place, {"severity": CLAUSES[key]}, {"severity": True})
        if key == "size":
            yield from _all(place, {"odd": (False, True)}, {"odd": True})


def _fields(place: _Place, offered: Offered | None) -> Iterator[Setting]:
    for each in () if offered is None else offered.fields:
        if not _is_table(place, each.key):
            yield from _all(place, {each.key: _values(each.type)}, {each.key: True})


def _is_table(place: _Place, key: str) -> bool:
    """Whether a key is written as a table, which may say the same as a single word."""
    return isinstance((place.entry.get(key) or Entry(None)).data, Mapping)


def _values(type_: FieldType) -> tuple[object, ...]:
    match type_.form:
        case "literal":
            return tuple(type_.args)
        case "bool":
            return (False, True)
        case "int" | "figure" | "fraction":
            return (1, 2)
        case "part":
            return ("mean", "median") if type_.table == "aggregators" else ()
        case "union":
            inside = (each for each in type_.args if isinstance(each, FieldType))
            return tuple(value for each in inside for value in _values(each))
        case _:
            return ()
