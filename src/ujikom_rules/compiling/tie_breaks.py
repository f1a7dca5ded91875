"""Tie-breaks, and what parts equals in words: which stage, criterion or fact each one reads."""

from ujikom_rules import names
from ujikom_rules.messages import Text
from ujikom_rules.model.ruleset import FactRef, NodeSpec, Ruleset
from ujikom_rules.model.standings import order_text
from ujikom_rules.model.words import TIE_BREAK_WORDS
from ujikom_rules.planned import PlannedPart, PlannedTieBreak

LOWEST_FIRST = Text("{key} dari yang terendah", "{key} from the lowest")


def tie_break(part: PlannedPart, ruleset: Ruleset, *, ascending: bool = False) -> PlannedTieBreak:
    """A made tie-break with what it compares, in words."""
    text = _text(part, ruleset)
    if ascending:
        text = Text(LOWEST_FIRST.id.format(key=text.id), LOWEST_FIRST.en.format(key=text.en))
    return PlannedTieBreak(part, text, ascending)


def stage_value(stage: str, ruleset: Ruleset) -> Text:
    """The value of a stage as a key of an order: ``nilai tahapan 'Wawancara'``."""
    return order_text(TIE_BREAK_WORDS["stage-score"], title=_title(stage, ruleset))


def _text(planned: PlannedPart, ruleset: Ruleset) -> Text:
    """What a tie-break reads; a plugin's own keeps its name, and tells what it reads likewise."""
    own = names.shown(planned.name)
    name = TIE_BREAK_WORDS.get(own, Text.same(own))
    node = next(iter(getattr(planned.part, "nodes_read", ())), None)
    if node is not None:
        stage = node.partition(".")[0]
        return order_text(name, title=_title(node, ruleset), of=_title(stage, ruleset))
    stage = next(iter(getattr(planned.part, "stages_read", ())), None)
    if stage is not None:
        return order_text(name, title=_title(stage, ruleset))
    fact = getattr(planned.part, "fact", None)
    if isinstance(fact, FactRef):
        spec = ruleset.facts.get(fact.name)
        title = spec.title if spec is not None else None
        return order_text(name, title=title or Text.same(fact.name))
    return name


def _title(address: str, ruleset: Ruleset) -> Text:
    """The title of a stage or a criterion; what its id is where it has none."""
    stage, *steps = address.split(".")
    found: NodeSpec | None = ruleset.stage(stage)
    name = stage
    for name in steps:
        inside = () if found is None else found.criteria
        found = next((each for each in inside if each.id == name), None)
    return Text.same(name) if found is None or found.title is None else found.title
