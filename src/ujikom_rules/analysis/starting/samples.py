"""What may stand at an open term for which a base has no value: something to be replaced."""

from collections.abc import Mapping
from fractions import Fraction

from ujikom_rules.model.entry import Entry
from ujikom_rules.reading.document import read_document
from ujikom_rules.reading.overlay.opens import Open

# By the last key of the path, as it would be written. None of them says a rule of law.
_SAMPLES: Mapping[str, str] = {
    "absence": '"no-score"',
    "aggregation": '"weighted-mean"',
    "classifier": '{ use = "bands", lower = { sesuai = 70, belum-sesuai = 0 } }',
    "compare": '"unrounded"',
    "criteria": '[{ id = "kriteria-1", title = "Kriteria 1", weight = 100 }]',
    "cut-score": "70",
    "each": "{ scale = { lower = 0, upper = 100 } }",
    "factor": "1",
    "missing": '"incomplete"',
    "no-marks": '{ recused = "leave-out" }',
    "panel": '{ use = "composition", size = { at-least = 3 } }',
    "pool-by": '"criterion"',
    "pooling": '"mean"',
    "quorum": "1",
    "ranking": '{ within = "event", method = "standard-competition" }',
    "rankings": '{ keseluruhan = { within = "event" } }',
    "rounding": '{ final = { places = 2, mode = "half-up" } }',
    "scale": "{ lower = 0, upper = 100 }",
    "target": "1",
    "valid": "{ years = 3 }",
    "value": '{ use = "linear", from = [0, 100], to = [0, 100] }',
    "weight": "100",
    "weighting": '"given"',
    "when-failed": '"go-on"',
}
NEW_STAGE = (
    "[[stages]]",
    'id = "tahapan-baru"',
    'title = { id = "Tahapan baru", en = "A new stage" }',
    'kind = "advisory"',
)
NEW_RULE = ("[[panel]]", 'use = "composition"', "size = { at-least = 3 }")


def sample(term: Open, steps: tuple[str, ...]) -> Entry | None:
    """A value that the term allows; None where nobody but a plugin could say one."""
    if term.one_of:
        return term.one_of[0]
    for bound in (term.at_least, term.at_most):
        if bound is not None:
            return Entry(int(bound) if bound.denominator == 1 else Fraction(bound))
    written = _SAMPLES.get(steps[-1])
    if written is None:
        return None
    root, _ = read_document(f"value = {written}")
    return None if root is None else root.get("value")
