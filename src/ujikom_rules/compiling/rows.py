"""A weighting's table: its rows name what the fact may say, and every row just the siblings."""

from collections.abc import Mapping

from ujikom_rules import names
from ujikom_rules.compiling.parts import Workshop
from ujikom_rules.messages import finding
from ujikom_rules.model.figure import Figure
from ujikom_rules.model.ruleset import FactRef, NodeSpec, PartSpec
from ujikom_rules.planned import PlannedPart


def refuse_rows(
    spec: PartSpec | None,
    weighting: PlannedPart | None,
    siblings: tuple[NodeSpec, ...],
    workshop: Workshop,
) -> None:
    """Note rows that the fact never says, and rows that do not name just the siblings."""
    if spec is None or weighting is None:
        return
    rows: Mapping[str, Mapping[str, Figure]] = getattr(weighting.part, "table", {})
    _refuse_names(spec, weighting, rows, workshop)
    wanted = {each.id: each.place_of("id") for each in siblings}
    table = spec.table.get("table")
    for row, weights in rows.items():
        path = f"{weighting.path}.table.{row}"
        written = table.get(row) if table is not None else None
        meant = set(weights)
        for id_, figure in weights.items():
            if id_ not in wanted:
                nearest = names.nearest(id_, wanted)
                entry = written.get(id_) if written is not None else None
                place = figure.place if entry is None else entry.key_place
                related = (wanted[nearest],) if nearest else ()
                workshop.log.findings.append(
                    finding("UJ312", place, path, related=related, got=id_, nearest=nearest)
                )
                meant.add(nearest)  # a misspelt stage is told once
        missing = sorted(wanted.keys() - meant)
        if missing:
            place = weighting.place if written is None else written.key_place
            workshop.log.findings.append(
                finding("UJ309", place, path, got=row, expected=tuple(missing))
            )


def _refuse_names(
    spec: PartSpec,
    weighting: PlannedPart,
    rows: Mapping[str, Mapping[str, Figure]],
    workshop: Workshop,
) -> None:
    """Note rows that are none of the fact's words, and words that have no row."""
    said = _words(getattr(weighting.part, "fact", None), workshop)
    table = spec.table.get("table")
    if not said or not rows or table is None:
        return
    meant = set(rows)
    for row, entry in table.table().items():
        if row in rows and row not in said:
            nearest = names.nearest(row, said)
            workshop.log.add("UJ205", entry, at_key=True, got=row, expected=said, nearest=nearest)
            meant.add(nearest)  # a misspelt row is told once
    missing = tuple(word for word in said if word not in meant)
    if missing:
        fact = weighting.part.fact.name
        workshop.log.add("UJ320", table, at_key=True, got=missing, fact=fact)


def _words(fact: object, workshop: Workshop) -> tuple[str, ...]:
    """What a fact may say, where its declaration tells."""
    spec = workshop.ruleset.facts.get(fact.name) if isinstance(fact, FactRef) else None
    if spec is None:
        return ()
    return ("no", "yes") if spec.type == "yes-no" else (spec.levels or spec.one_of)
