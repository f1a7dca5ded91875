"""Who stands where: the people in the categories of the ruleset's own bands or matrices."""

from collections.abc import Callable, Iterator, Sequence

from ujikom_rules.builtin.bands import NamedBand
from ujikom_rules.builtin.classifiers import Matrix
from ujikom_rules.messages import Lang, Text
from ujikom_rules.messages.terms import term
from ujikom_rules.model.figure import Figure
from ujikom_rules.model.numerals import decimal
from ujikom_rules.model.outcome import Evaluation, Result
from ujikom_rules.model.ruleset import Compare
from ujikom_rules.model.standings import called
from ujikom_rules.office.report.sections import Cell, Map
from ujikom_rules.planned import Plan, PlannedNode

NOWHERE = Text("tanpa kategori", "no category")


def maps(plan: Plan, evaluation: Evaluation, lang: Lang) -> tuple[Map, ...]:
    """A map for the decision's classifier, and one for each stage that has its own."""
    nodes = [plan.decision.node, *(stage.node for stage in plan.stages)]
    return tuple(
        found
        for node in nodes
        if node.classifier is not None
        for found in [_map(plan, node, evaluation, lang)]
        if any(cell.people for _, cells in found.rows for cell in cells)
    )


def _map(plan: Plan, node: PlannedNode, evaluation: Evaluation, lang: Lang) -> Map:
    part = node.classifier.part if node.classifier is not None else None
    own = None if node is plan.decision.node else node.id
    title = term("total") if own is None else node.title
    if isinstance(part, Matrix):
        return _grid(plan, node, part, title, evaluation, lang=lang)
    people: dict[str, list[str]] = {name: [] for name in getattr(part, "categories", ())}
    elsewhere = []
    for each in evaluation:
        category = _category(each, own)
        if category is None:
            elsewhere.append(called(each))
        else:
            people.setdefault(category, []).append(called(each))
    rows = tuple((name, (Cell("", tuple(who)),)) for name, who in people.items())
    said = title.say(lang)
    return Map(said, "", term("category").say(lang), (), rows, tuple(elsewhere))


def _grid(
    plan: Plan, node: PlannedNode, part: Matrix, title: Text, evaluation: Evaluation, *, lang: Lang
) -> Map:
    compare = (node.classifier.compare if node.classifier else None) or node.compare
    xs, ys = (tuple(_rising(axis.bands)) for axis in (part.x, part.y))
    people: dict[tuple[str, str], list[str]] = {}
    elsewhere = []
    for each in evaluation:
        cell = part.cell(_values(each, compare))
        if cell is None:
            elsewhere.append(called(each))
        else:
            people.setdefault(cell, []).append(called(each))
    rows = tuple(
        (
            _band(y, lang),
            tuple(
                Cell(part.cells[f"{x.id}/{y.id}"], tuple(people.get((x.id, y.id), ()))) for x in xs
            ),
        )
        for y in reversed(ys)
    )
    axes = [_title(plan, axis.stage, lang) for axis in (part.x, part.y)]
    columns = tuple(_band(x, lang) for x in xs)
    return Map(title.say(lang), axes[0], axes[1], columns, rows, tuple(elsewhere))


def _values(result: Result, compare: Compare) -> Callable[[str], Figure | None]:
    """The values of a candidacy's stages, before or after their rounding."""

    def at(stage: str) -> Figure | None:
        found = result.stages.get(stage)
        if found is None or found.value is None:
            return None
        return found.value if compare == "rounded" else found.value.unrounded

    return at


def _rising(bands: Sequence[NamedBand]) -> Iterator[NamedBand]:
    yield from sorted(bands, key=lambda band: band.span()[0])


def _band(band: NamedBand, lang: Lang) -> str:
    """A band with its ends: ``tinggi (≥ 80, < 90)``."""
    signs = (("≥", band.at_least), (">", band.above), ("<", band.below), ("≤", band.at_most))
    ends = ", ".join(f"{sign} {decimal(end.value, lang)}" for sign, end in signs if end is not None)
    return f"{band.id} ({ends})" if ends else band.id


def _title(plan: Plan, stage: str, lang: Lang) -> str:
    found = plan.stage(stage)
    return stage if found is None else found.node.title.say(lang)


def _category(result: Result, stage: str | None) -> str | None:
    if stage is None:
        return result.category
    found = result.stages.get(stage)
    return None if found is None else found.category
