"""Keys that were meant for a stage and fell to the last of its criteria."""

from collections.abc import Iterator

from ujikom_rules.analysis.linting.subject import Subject
from ujikom_rules.errors import Finding, Place
from ujikom_rules.messages import finding
from ujikom_rules.model.ruleset import NodeSpec

# What a stage says for all its criteria; a criterion takes each of them too. `missing` and
# `classifier` are not among them: on a stage they speak of the stage's own value.
_OF_STAGES = ("quorum", "no-marks", "pooling", "pool-by", "rounding")


def findings(subject: Subject) -> Iterator[Finding]:
    """Every key of a stage that stands in the last ``[[stages.criteria]]`` alone."""
    for stage in subject.ruleset.stages:
        *others, last = stage.criteria or (stage,)
        if others:
            for key in _OF_STAGES:
                if key in last.written and _is_alone(key, stage, others):
                    at = last.written[key]
                    if _beneath_a_header(at.key_place, last):
                        name = f"{stage.id}.{last.id}"
                        yield finding("UJ375", at.key_place, at.path, key=key, node=name)


def _is_alone(key: str, stage: NodeSpec, others: list[NodeSpec]) -> bool:
    each = stage.each.written if stage.each is not None else {}
    return key not in each and not any(key in spec.written for spec in (stage, *others))


def _beneath_a_header(at: Place, node: NodeSpec) -> bool:
    """Whether a key has a line of its own behind the id: inline, both stand on one line."""
    named = node.place_of("id")
    return at.file == named.file and at.line > named.line
