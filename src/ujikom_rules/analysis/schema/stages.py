"""Stages and criteria as shapes: the frame's keys, and those of each kind."""

from ujikom_rules.analysis.schema import shapes, texts
from ujikom_rules.analysis.schema.frame import node_keys
from ujikom_rules.analysis.schema.parts import Named, keys_of, named_parts, says_kind
from ujikom_rules.analysis.schema.shapes import Key, Keys, Schema, Shape
from ujikom_rules.catalogue.catalogue import Catalogue, Offered
from ujikom_rules.compiling.plans import WITHOUT_VALUE
from ujikom_rules.reading.nodes import CRITERION_KEYS, STAGE_KEYS

_MERGED = ("after", "remove")


def stage_shapes(catalogue: Catalogue) -> dict[str, Shape]:
    """The definitions of stages, and of their criteria."""
    kinds = dict(named_parts(catalogue, "stage_kinds"))
    offers = catalogue.offers["stage_kinds"]
    found = {"criterion": _criterion({}, "criterion")}
    found["criterion.any"] = _criterion({}, "criterion.any", closed=False)
    for name, offered in offers.items():
        if offered.criteria:
            own = keys_of(offered.part.criteria, offered.criteria, offered.part.titles)
            found[f"criterion.{name}"] = _criterion(own, f"criterion.{name}")
    found["stage"] = _stage(
        kinds, {name: _of_kind(name, offers[name], kinds[name]) for name in kinds}
    )
    return found


def _criterion(own: Keys, again: str, *, closed: bool = True) -> Shape:
    criteria = shapes.list_of(shapes.called(again), filled=True)
    frame = {**node_keys(CRITERION_KEYS), "criteria": Key(criteria, texts.NODE["criteria"])}
    return shapes.table({**frame, **own}, closed=closed)


def _of_kind(name: str, offered: Offered, kind: Named) -> Shape:
    """What a stage may say once its kind is known."""
    frame = STAGE_KEYS if offered.part.gives == "value" else WITHOUT_VALUE - {"weight", "factor"}
    own = dict(kind.keys)
    merged = [key for key in _MERGED if key not in own]
    if offered.part.gives == "value":
        inside = f"criterion.{name}" if offered.criteria else "criterion"
        own["criteria"] = Key(shapes.list_of(shapes.called(inside), filled=True))
    schema: Schema = shapes.properties(own)
    schema["properties"] |= dict.fromkeys(sorted({*frame, *merged} - set(own)), True)
    schema["additionalProperties"] = False
    return Shape(schema, shapes.required(own))


def _stage(kinds: dict[str, Named], said: dict[str, Shape]) -> Shape:
    loose = shapes.list_of(shapes.called("criterion.any"))
    frame = {**node_keys(STAGE_KEYS), "criteria": Key(loose, texts.NODE["criteria"])}
    not_total = Shape({**shapes.AN_ID.schema, "not": {"const": "total"}})
    frame["id"] = Key(not_total, texts.NODE["id"], always=True)
    frame["kind"] = Key(frame["kind"].shape, frame["kind"].text, required=True)
    table = shapes.table(frame, closed=False)
    schema = dict(table.schema)
    schema |= shapes.chosen(
        [(says_kind(kind), said[name].schema) for name, kind in kinds.items()], {}
    )
    by_word: list[tuple[Schema, Schema]] = [
        (
            {"required": ["kind"], "properties": {"kind": {"enum": list(kind.words)}}},
            said[name].whole,
        )
        for name, kind in kinds.items()
    ]
    whole = {**table.whole, **shapes.chosen(by_word, {})}
    offers = [shapes.properties(kind.keys) for kind in kinds.values() if kind.keys]
    return shapes.offered(Shape(schema, whole), offers)
