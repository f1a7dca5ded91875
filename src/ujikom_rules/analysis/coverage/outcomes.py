"""Both sides of every bound: gates, the cut score, shortlists; and every category and cell."""

from collections.abc import Iterable, Iterator, Sequence

from ujikom_rules.analysis.coverage.things import Run, Thing, figure_at, nodes
from ujikom_rules.builtin.bands import Bounds, NamedBand, half_open
from ujikom_rules.builtin.classifiers import CategoryBands, Matrix
from ujikom_rules.errors import Place
from ujikom_rules.messages import Text
from ujikom_rules.messages.terms import term
from ujikom_rules.model.figure import Figure
from ujikom_rules.model.outcome import Result, StageResult
from ujikom_rules.model.ruleset import Compare
from ujikom_rules.planned import Plan, PlannedNode, PlannedPart, PlannedStage

_MET = Text("terpenuhi", "met")
_MISSED = Text("tidak terpenuhi", "missed")
_KEPT = Text("yang lanjut", "somebody kept")
_DROPPED = Text("yang tidak lanjut", "somebody dropped")


def things(plan: Plan, runs: Sequence[Run]) -> Iterator[Thing]:
    """Gates and shortlists in their order, the cut score, then categories."""
    results = [result for run in runs for result in run.evaluation]
    for stage in plan.stages:
        yield from _stage(stage, [each.stages[stage.id] for each in results])
    yield from _cut_score(plan, results)
    for node in nodes(plan):
        if node.classifier is not None:
            yield from _categories(node, node.classifier, plan, results)


def _two(
    name: str, place: Place, sides: tuple[Text, Text], seen: Iterable[bool]
) -> Iterator[Thing]:
    """A thing that has two sides: one seen true, one seen false."""
    told = set(seen)
    for side, there in zip(sides, (True in told, False in told), strict=True):
        yield Thing(Text(f"{name}: {side.id}", f"{name}: {side.en}"), place, there)


def _stage(stage: PlannedStage, seen: Sequence[StageResult]) -> Iterator[Thing]:
    reached = [each for each in seen if stage.gives == "document" or not each.notes]
    if stage.gives in ("verdict", "document"):
        later = getattr(stage.kind.part, "when", "before") == "after"
        met = [_is_met(each, later) for each in seen]
        sides = (_MET, _MISSED)
        yield from _two(
            stage.id, stage.node.place, sides, [each for each in met if each is not None]
        )
    elif stage.gives == "shortlist":
        kept = [each.kept for each in reached if each.kept is not None]
        yield from _two(stage.id, stage.node.place, (_KEPT, _DROPPED), kept)


def _is_met(result: StageResult, later: bool) -> bool | None:
    """Whether a gate was met; a document that comes later is missed where it is awaited."""
    if result.verdict == "incomplete":
        return False if later else None
    return None if result.verdict is None else result.verdict == "qualified"


def _cut_score(plan: Plan, results: Sequence[Result]) -> Iterator[Thing]:
    cut, node = plan.decision.cut_score, plan.decision.node
    if cut is not None:
        values = [figure_at(each, node, plan.decision.compare) for each in results]
        met = [each.value >= cut.value for each in values if each is not None]
        yield from _two(f"cut-score {cut.text}", cut.place, (_MET, _MISSED), met)


def _categories(
    node: PlannedNode, made: PlannedPart, plan: Plan, results: Sequence[Result]
) -> Iterator[Thing]:
    part, compare = made.part, made.compare or node.compare
    word = term("category")
    if isinstance(part, CategoryBands):
        bands = half_open(part.lower) if part.lower else part.bands
        values = [figure_at(each, node, compare) for each in results]
        for band in bands:
            what = f"{node.address}: {{}} '{band.id}'"
            there = any(each is not None and band.holds(each) for each in values)
            said = Text(what.format(word.id), what.format(word.en))
            yield Thing(said, _place_of(band, made), there)
    if isinstance(part, Matrix):
        met = {cell for each in results for cell in _cell(part, each, plan, compare)}
        for cell in part.cells:
            said = Text(f"{node.address}: sel '{cell}'", f"{node.address}: cell '{cell}'")
            yield Thing(said, made.place, cell in met)


def _cell(part: Matrix, result: Result, plan: Plan, compare: Compare) -> Iterator[str]:
    """The cell in which a candidacy lies, where it lies in one."""
    found: list[str] = []
    for axis in (part.x, part.y):
        stage = plan.stage(axis.stage)
        value = None if stage is None else figure_at(result, stage.node, compare)
        found += [] if value is None else _holding(axis.bands, value)
    if len(found) == 2:
        yield "/".join(found)


def _holding(bands: Sequence[NamedBand], value: Figure) -> list[str]:
    return [band.id for band in bands if band.holds(value)]


def _place_of(band: Bounds, made: PlannedPart) -> Place:
    bounds = (band.at_least, band.above, band.below, band.at_most)
    return next((each.place for each in bounds if each is not None), made.place)
