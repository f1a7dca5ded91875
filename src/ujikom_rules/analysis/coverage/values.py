"""Criteria that are marked, rows of tables that are taken, rows of weights that are used."""

from collections.abc import Iterator, Mapping, Sequence

from ujikom_rules.analysis.coverage.things import Run, Thing, nodes
from ujikom_rules.builtin.targets import Gap
from ujikom_rules.builtin.value_functions import Bands, Conditions, Levels
from ujikom_rules.errors import Place
from ujikom_rules.messages import Text
from ujikom_rules.messages.terms import term
from ujikom_rules.model.figure import Figure
from ujikom_rules.model.working import split_address
from ujikom_rules.planned import Plan, PlannedPart

Where = tuple[Place, str]


def things(plan: Plan, runs: Sequence[Run]) -> Iterator[Thing]:
    """Every criterion, every row of its tables, and every row of weights."""
    used = _used(runs)
    settled = {
        split_address(address)[0]
        for run in runs
        for result in run.evaluation
        for address in result.figures
        if split_address(address)[2] in ("criterion", "stage")
    }
    word = term("criterion")
    for node in nodes(plan):
        if node.is_leaf:
            what = Text(f"{word.id} {node.address}", f"{word.en} {node.address}")
            yield Thing(what, node.place, node.address in settled)
        for made in (*node.values, *node.pooled_values):
            for row, figure in _rows(made):
                what = Text(f"{node.address}: {row.id}", f"{node.address}: {row.en}")
                yield Thing(what, figure.place, _where(figure) in used)
        if node.weighting is not None:
            for name, weights in _groups(node.weighting).items():
                what = Text(
                    f"{node.address}: bobot kelompok '{name}'",
                    f"{node.address}: weights of the group '{name}'",
                )
                first = next(iter(weights.values()), None)
                place = node.weighting.place if first is None else first.place
                yield Thing(what, place, any(_where(each) in used for each in weights.values()))


def _groups(weighting: PlannedPart) -> Mapping[str, Mapping[str, Figure]]:
    """The rows of a weighting that has a table, one of a plugin's included."""
    table = getattr(weighting.part, "table", None)
    return table if isinstance(table, Mapping) else {}


def _rows(made: PlannedPart) -> Iterator[tuple[Text, Figure]]:
    part = made.part
    match part:
        case Levels():
            for name, points in part.points.items():
                yield Text(f"tingkat '{name}'", f"level '{name}'"), points
        case Bands():
            for band in part.bands:
                said = band.value.text
                yield Text(f"rentang bernilai {said}", f"the band worth {said}"), band.value
        case Conditions():
            for number, case in enumerate(part.cases, 1):
                yield Text(f"keadaan ke-{number}", f"case {number}"), case.value
            if isinstance(part.otherwise, Figure):
                yield Text("tanpa keadaan yang berlaku", "no case holds"), part.otherwise
        case Gap():
            for gap, value in part.table:
                yield Text(f"selisih {gap.text}", f"gap {gap.text}"), value
        case _:
            return


def _used(runs: Sequence[Run]) -> set[Where]:
    """The numbers of the ruleset that some working contains, by where they stand."""
    found: set[Where] = set()
    seen: dict[int, Figure] = {}
    for run in runs:
        for result in run.evaluation:
            stack = list(result.figures.values())
            while stack:
                figure = stack.pop()
                if id(figure) in seen:
                    continue
                seen[id(figure)] = figure  # held, so that no other figure gets its identity
                stack.extend(figure.inputs)
                if figure.rule == "given":
                    found.add(_where(figure))
    return found


def _where(figure: Figure) -> Where:
    return figure.place, figure.path
