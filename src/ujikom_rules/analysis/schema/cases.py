"""The file of cases as a shape: what each case scores, and what it expects as printed."""

from typing import get_args

from ujikom_rules.analysis.schema import shapes, texts
from ujikom_rules.analysis.schema.frame import keys
from ujikom_rules.analysis.schema.shapes import Key, Schema, Shape
from ujikom_rules.model.outcome import VERDICTS, GateVerdict

# A number with a point is a text, since a bare 82.50 has lost its last digit.
_PRINTED = Shape({"type": ["string", "integer"]})
_RANK = Shape({"type": ["string", "number"]})
_ADDRESSED = shapes.map_of(_PRINTED)


def cases_shape() -> Shape:
    """The whole file."""
    finding = {"code": shapes.WORDS, "path": shapes.WORDS}
    case: dict[str, Shape] = {
        "id": shapes.AN_ID,
        "title": shapes.called("text"),
        "scoresheet": Shape({"type": ["string", "object"]}),
        "expect": shapes.map_of(_expected()),
        "findings": shapes.list_of(_closed(texts.FINDING, finding, "code")),
        "printed": shapes.map_of(_ADDRESSED),
    }
    inside = {
        name: Key(shape, texts.CASE[name], always=name in ("id", "scoresheet"))
        for name, shape in case.items()
    }
    schema: Schema = {"type": "object", **shapes.properties(inside), "additionalProperties": False}
    listed: Schema = {"type": "array", "minItems": 1, "items": schema}
    listed["items"]["anyOf"] = [{"required": [key]} for key in ("expect", "findings", "printed")]
    return _closed(texts.CASES_FILE, {"cases": Shape(listed)}, "cases")


def _expected() -> Shape:
    rank = {"rank": _RANK, "shared": shapes.YES_NO}
    stage = {
        "value": _PRINTED,
        "verdict": shapes.one_of(get_args(GateVerdict)),
        "kept": shapes.YES_NO,
        "category": shapes.WORDS,
        "note": shapes.WORDS,
    }
    return _closed(
        texts.EXPECTED,
        {
            "total": _PRINTED,
            **rank,
            "verdict": shapes.one_of(VERDICTS),
            "category": shapes.WORDS,
            "ranks": shapes.map_of(shapes.either(_RANK, _closed(texts.EXPECTED, rank))),
            "stages": shapes.map_of(_closed(texts.STAGE_EXPECTED, stage)),
            "figures": _ADDRESSED,
            "printed": _ADDRESSED,
        },
    )


def _closed(said: texts.Texts, of: dict[str, Shape], *needed: str) -> Shape:
    """A table that no base stands behind: what is needed is needed at once."""
    of = {**of, "source": Shape({"description": texts.SOURCE_KEY})}
    schema = {"type": "object", **shapes.properties(keys(said, of)), "additionalProperties": False}
    return Shape(schema | ({"required": list(needed)} if needed else {}))
