"""Keys of the frame that mean nothing where they stand: noted, lest they seem to count."""

from collections.abc import Sequence

from ujikom_rules.messages import Text, finding
from ujikom_rules.model.ruleset import NodeSpec
from ujikom_rules.planned import PlannedNode
from ujikom_rules.reading.structure import Log

_NO_CRITERIA = Text("tidak ada kriteria di bawahnya", "there are no criteria beneath it")
_NO_EXAMINER = Text("tidak ada penguji yang menilai di sini", "no examiner marks anything here")
_BENEATH = Text(
    "kriteria di bawahnya dinilai sendiri-sendiri; tulis pada kriteria itu, atau pada each",
    "the criteria beneath are marked each on its own; write it there, or in each",
)


def refuse_unused(spec: NodeSpec, node: PlannedNode, log: Log) -> None:
    """Note keys without effect on a node that gives a value, and on all beneath it."""
    examined = any(leaf.reads_examiners for leaf in node.leaves())
    if node.is_leaf:
        _note(spec, ("aggregation", "weighting"), _NO_CRITERIA, spec.id, log)
    if not examined:
        for written in (spec, spec.each):
            if written is not None:
                _note(written, ("quorum", "no-marks"), _NO_EXAMINER, spec.id, log)
    elif not node.is_leaf and node.own == "criterion":
        _note(spec, ("pooling", "quorum", "no-marks"), _BENEATH, spec.id, log)
    for child, planned in zip(spec.criteria, node.children, strict=True):
        refuse_unused(child, planned, log)


def _note(spec: NodeSpec, keys: Sequence[str], why: Text, id: str, log: Log) -> None:
    for key in keys:
        if key in spec.written:
            place, path = spec.written[key].key_place, f"{spec.path}.{key}"
            log.findings.append(finding("UJ369", place, path, got=id, key=key, why=why))
