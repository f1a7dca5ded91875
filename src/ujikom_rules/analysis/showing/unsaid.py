"""What holds where a node does not say it: defaults, and weights that nobody has to write."""

from collections.abc import Mapping, Sequence
from typing import Any

from attrs import frozen

from ujikom_rules import names
from ujikom_rules.analysis.showing import sentences as s
from ujikom_rules.analysis.showing.frame import no_marks
from ujikom_rules.analysis.showing.kinds import gives, kind_of, marked_by_examiners, sources
from ujikom_rules.analysis.showing.origins import NODES
from ujikom_rules.analysis.showing.parts import called
from ujikom_rules.analysis.showing.speaking import Speaker, is_single
from ujikom_rules.analysis.showing.values import Told, told
from ujikom_rules.catalogue.catalogue import Offered
from ujikom_rules.compiling.predicates import SUBJECTS
from ujikom_rules.model.entry import Entry
from ujikom_rules.model.numerals import decimal

_COMPUTED = ("equal", "rank-order-centroid")  # weights that the number and order of siblings say
_COMPARED = ("stage", "criterion")  # subjects of a predicate of which a value is compared
_EXAMINED = ("panel", "pooling", "pool-by", "no-marks", "quorum")


@frozen
class _Sibling:
    """What a computed weighting looks at."""

    id: str
    weight: None = None


def of_stage(speaker: Speaker, key: str, stage: Entry, root: Entry) -> Told | None:
    """What holds where a stage does not say a key; None where it does not matter there."""
    each = stage.get("each")
    if each is not None and key in each and key != "missing":
        return None
    if key == "absence":
        return speaker.default(speaker.word(key, "no-score"), NODES)
    if gives(speaker, stage) != "value":
        return _of_gate(speaker, key, stage)
    if key in ("weight", "factor"):
        decision = root.get("decision") or root.with_data({})
        return of_child(speaker, key, stage, decision, scored(speaker, root))
    if key in _EXAMINED and marked_by_examiners(speaker, stage):
        return _of_examined(speaker, key, stage, root)
    if key == "reads" and "criteria" not in stage:
        default = next(iter(sources(speaker, stage)))
        return speaker.default(s.SOURCES[str(default)].say(speaker.lang), NODES)
    return of_node(speaker, key, stage)


def of_node(speaker: Speaker, key: str, node: Entry) -> Told | None:
    """What holds where a stage or criterion with a value does not say a key of the tree."""
    branch = "criteria" in node
    if key == "aggregation" and branch:
        return _named(speaker, "weighted-mean")
    if key == "weighting" and branch:
        return weighting(speaker, node, node.table()["criteria"].items())
    if key == "missing":
        return speaker.default(speaker.word(key, "incomplete"), NODES)
    if key == "compare" and "classifier" in node:
        return speaker.default(speaker.word(key, "unrounded"), NODES)
    return None


def weighting(speaker: Speaker, node: Entry, children: Sequence[Entry]) -> Told | None:
    """How the weights of several children arise where nothing says it."""
    if takes(speaker, node) != "weight" or len(children) < 2:
        return None
    return speaker.default(called(speaker, "weightings", "core:given", None), NODES)


def of_child(
    speaker: Speaker, key: str, child: Entry, parent: Entry, siblings: Sequence[Entry]
) -> Told | None:
    """A weight or factor that is not written, as it arises from what is."""
    wanted = takes(speaker, parent)
    if key != wanted:
        return None
    if key == "factor":
        return speaker.default("1", NODES)
    use = _use(parent.get("weighting")) or "core:given"
    if use == "core:given":
        return speaker.default("100", NODES) if len(siblings) == 1 else None
    name = names.shown(use)
    if name not in _COMPUTED:
        return None
    found = _computed(speaker.catalogue.find("weightings", use), siblings)
    number = decimal(found[str(siblings.index(child))], speaker.lang)
    return told(speaker.say(s.COMPUTED, x=number))


def _computed(offered: Offered | None, siblings: Sequence[Entry]) -> Mapping[str, Any]:
    """The weights of siblings by their number, as the core's own part makes them."""
    made: Any = None if offered is None else offered.part.make()
    found = made.weights([_Sibling(str(number)) for number in range(len(siblings))], None)
    return {id_: figure.value for id_, figure in found.items()}


def takes(speaker: Speaker, node: Entry) -> str:
    """What the aggregation of a node takes of its children: weight, factor or nothing."""
    use = _use(node.get("aggregation")) or "core:weighted-mean"
    offered = speaker.catalogue.find("aggregators", use)
    return "nothing" if offered is None else offered.part.takes


def scored(speaker: Speaker, root: Entry) -> tuple[Entry, ...]:
    """The stages that give a value."""
    listed = root.get("stages")
    items = () if listed is None else listed.items()
    return tuple(each for each in items if gives(speaker, each) == "value")


def _use(entry: Entry | None) -> str:
    use = entry if entry is None or isinstance(entry.data, str) else entry.get("use")
    text = use.data if use is not None else None
    return names.qualified(text) if isinstance(text, str) else ""


def _named(speaker: Speaker, name: str) -> Told:
    return speaker.default(called(speaker, "aggregators", names.qualified(name), None), NODES)


def _of_gate(speaker: Speaker, key: str, stage: Entry) -> Told | None:
    """As `of_stage`, of a stage that gives no value."""
    given, when = gives(speaker, stage), stage.get("when")
    if key == "when-failed" and given in ("verdict", "document"):
        later = when is not None and when.data == "after"  # then no verdict changes
        return None if later else speaker.default(speaker.word(key, "go-on"), NODES)
    if key == "compare" and (given == "shortlist" or _compares(speaker, stage)):
        return speaker.default(speaker.word(key, "unrounded"), NODES)
    return None


def _compares(speaker: Speaker, stage: Entry) -> bool:
    """Whether a gate looks at values; of a plugin's nobody knows."""
    if gives(speaker, stage) != "verdict":
        return False
    keys = {key for entry in stage.walk() for key in entry.table() if key in SUBJECTS}
    whole, _ = kind_of(speaker, stage)
    return bool(keys & set(_COMPARED)) or not whole.startswith(f"{names.CORE}:")


def _of_examined(speaker: Speaker, key: str, stage: Entry, root: Entry) -> Told | None:
    """As `of_stage`, of the keys about examiners."""
    if key == "no-marks":
        return no_marks(speaker, stage)
    if key == "pooling":
        return _named(speaker, "mean")
    if key == "quorum":
        return _quorum(speaker, stage, root)
    if key == "panel":
        has = root.get("panel") is not None
        return speaker.default(s.EVENT_PANEL.say(speaker.lang), NODES) if has else None
    if "criteria" not in stage:  # one mark an examiner: both ways are one
        return None
    return speaker.default(speaker.word(key, "criterion"), NODES)


def _quorum(speaker: Speaker, stage: Entry, root: Entry) -> Told:
    """The panel rule's own quorum, else one mark."""
    panel = stage.get("panel") or root.get("panel")
    rules = () if panel is None else panel.items() or (panel,)
    for rule in rules:
        said = rule.get("quorum")
        number = said if said is None or is_single(said) else said.get("at-least")
        if number is not None:
            return speaker.line(s.QUORUM_OF_PANEL, x=speaker.value(number))
    at_least = speaker.say(s.QUORUM, x="1")
    if all(_use(rule).startswith(f"{names.CORE}:") for rule in rules):
        return speaker.default(at_least, NODES)
    return speaker.default(speaker.say(s.QUORUM_OR, default=at_least), NODES)
