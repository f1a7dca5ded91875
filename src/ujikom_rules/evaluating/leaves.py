"""Leaves: from what is read, marks of examiners above all, to one figure."""

from collections.abc import Mapping, Sequence
from fractions import Fraction

from ujikom_rules.evaluating.call import call_figure
from ujikom_rules.evaluating.facts import name_of, told_as
from ujikom_rules.evaluating.marks import SECRETARIAT
from ujikom_rules.evaluating.state import NOTHING, State
from ujikom_rules.evaluating.views import Item, NodeView
from ujikom_rules.model.figure import Figure, picked
from ujikom_rules.model.numerals import day
from ujikom_rules.model.outcome import Uncounted
from ujikom_rules.model.ruleset import Reads
from ujikom_rules.model.scoresheet import Examiner, NoMark
from ujikom_rules.model.words import NO_MARK_WORDS
from ujikom_rules.names import shown
from ujikom_rules.planned import PlannedNode, PlannedPart

ZERO = Fraction(0)
_NONE: Mapping[str, Figure] = {}
_SECRETARIAT = Reads("secretariat")


def leaf_figure(node: PlannedNode, stage: str, state: State) -> Figure | None:
    """A leaf before its own rounding: marks, value of each, rounding, pooling.

    That of a norm-referenced leaf was found before, for all who came to the stage together.
    """
    if node.address in state.compared:
        return state.compared[node.address]
    begun = begin(node, stage, state)
    if begun is None:
        return None
    figure, view = begun
    return finish(node, through(node.last_values, figure, view), state)


def begin(node: PlannedNode, stage: str, state: State) -> tuple[Figure | None, NodeView] | None:
    """What the last value functions of a leaf are given; None where nothing is there."""
    if node.pooling is None:  # no examiner marks it
        return _single(node, stage, state)
    view = NodeView(state, node, stage)
    figure = _pooled(node, node.pooling, stage, state, view)
    return None if figure is None else (figure, view)


def finish(node: PlannedNode, figure: Figure | None, state: State) -> Figure | None:
    """A leaf behind its last value functions; one that no examiner marks is rounded here."""
    if figure is None or node.pooling is not None:
        return figure
    figure = figure.round_to(node.roundings.get("rating"))
    return state.put(f"{node.address}:rating", figure, node.title)


def through(parts: Sequence[PlannedPart], figure: Figure | None, view: NodeView) -> Figure | None:
    """A figure through value functions, left to right; None where one gives no value."""
    for number, part in enumerate(parts):
        if figure is None and number:
            return None
        given, figure = figure, call_figure(part, "value", figure, view)
        if figure is not None and given is None and view.level:  # a word became a number
            made = figure.inputs if figure.rule == "picked" else (figure,)
            figure = picked(made[-1], view.worded(figure.value), *made[:-1])
        if figure is None:
            note_no_value(part, given, view)
    return figure


def note_no_value(part: PlannedPart, given: Figure | None, view: NodeView) -> None:
    """Note that a value function gives no value of what it was given."""
    said = "" if given is None else f" ({given.text})"
    name = shown(part.name)
    view.because(f"'{name}' tidak memberi nilai{said}", f"'{name}' gives no value{said}")


def _single(node: PlannedNode, stage: str, state: State) -> tuple[Figure | None, NodeView] | None:
    """What is read at a leaf that no examiner marks."""
    raw, level, there = _source(node, state)
    if raw is not None:
        raw = state.put(f"{node.address}:raw", raw, node.title)
    return (raw, NodeView(state, node, stage, level=level)) if there else None


def _source(node: PlannedNode, state: State) -> tuple[Figure | None, str, bool]:
    """The raw figure, the text that is read, and whether anything is there at all."""
    reads = node.reads or _SECRETARIAT
    match reads.source:
        case "facts":
            return None, "", True
        case "fact":
            return _fact(reads.fact, node.address, state)
        case "stage":
            address = f"{reads.stage}.{reads.criterion}" if reads.criterion else reads.stage
            figure = _raw_at(address, state) if reads.at == "raw" else _value_at(address, state)
            return figure, "", figure is not None
        case _:
            mark = state.fitted.marks[node.address].get(state.id, {}).get(SECRETARIAT)
            if isinstance(mark, Figure):
                level = state.fitted.levels.get((node.address, state.id, SECRETARIAT), "")
                return mark, level, True
            if mark is None or mark == "not-entered":
                state.owed.append(node.address)
            else:
                state.because(node.address, *_lost(node.address, mark, state))
            return None, "", False


def _lost(address: str, mark: NoMark, state: State) -> tuple[str, str]:
    """Why the secretariat's one mark is no value, in both languages."""
    when = state.fitted.expired.get((address, state.id))
    if when is None:
        word = NO_MARK_WORDS[mark]
        return word.id, word.en
    return (
        f"hasil bertanggal {day(when, 'id')} sudah lewat masa berlakunya",
        f"the result of {day(when, 'en')} is past its validity",
    )


def _value_at(address: str, state: State) -> Figure | None:
    return state.settled.get(address, NOTHING).after


def _raw_at(address: str, state: State) -> Figure | None:
    """What an earlier node was before its own value functions: its mark, else its join."""
    if _value_at(address, state) is None:
        return None
    places = ("raw", "pooled", "joined")
    found = (state.figures.get(f"{address}:{place}") for place in places)
    return next((figure for figure in found if figure is not None), None)


def _fact(name: str, address: str, state: State) -> tuple[Figure | None, str, bool]:
    found = state.entrant.facts.get(name)
    if found is None:
        said = name_of(state.fitted.plan.facts[name])
        state.because(address, f"fakta '{said.id}' belum ada", f"the fact '{said.en}' is missing")
        return None, "", False
    if isinstance(found, Figure):
        return found, "", True
    if isinstance(found, str):
        return None, found, True
    spec, raw = state.fitted.plan.facts[name], state.entrant.recorded[name]
    if isinstance(found, bool):
        return told_as(spec, raw, Fraction(int(found))), "yes" if found else "no", True
    return told_as(spec, raw, Fraction(found.toordinal())), "", True


def _pooled(
    node: PlannedNode, pooling: PlannedPart, stage: str, state: State, view: NodeView
) -> Figure | None:
    """The marks of all who owe one, each through its value and its rounding, pooled."""
    items: list[Item] = []
    whole = True
    row = state.fitted.marks[node.address].get(state.id, _NONE)
    as_it_is = not node.values and node.roundings.get("rating") is None
    figures, address = state.figures, node.address
    for examiner in state.fitted.owing(stage, node, state.entrant):
        mark = row.get(examiner.id)
        if as_it_is and type(mark) is Figure:  # most marks: nothing is done to them
            figures[mark.address] = figures[f"{address}@{examiner.id}:rating"] = mark
            items.append(Item(view, examiner.id, mark, None, None, examiner))
            continue
        found = rated(node, stage, examiner, state)
        if found == "zero":
            zero = Figure(ZERO, "zero").round_to(node.roundings.get("rating"))
            found = state.put(f"{address}@{examiner.id}:rating", zero, node.title)
            state.because(f"{address}@{examiner.id}", "dihitung 0", "counts 0")
        if found == "incomplete":
            whole = False
        elif isinstance(found, Figure):
            items.append(Item(view, examiner.id, found, examiner=examiner))
    if not whole or not enough(node, len(items), state):
        return None
    return pool(node, pooling, items, view, state)


def enough(node: PlannedNode, marks: int, state: State) -> bool:
    """Whether as many marks are there as the quorum asks, and at least one."""
    quorum = max(node.quorum or 1, 1)
    if marks < quorum:
        state.because(
            node.address,
            f"{marks} nilai penguji, kuorum {quorum}",
            f"{marks} marks, quorum {quorum}",
        )
    return marks >= quorum


def pool(
    node: PlannedNode,
    pooling: PlannedPart,
    items: Sequence[Item],
    view: NodeView,
    state: State,
) -> Figure | None:
    """Marks to one value, rounded."""
    figure = call_figure(pooling, "combine", items, view)
    if figure is None:
        name, count = shown(pooling.name), len(items)
        state.because(
            node.address,
            f"'{name}' tidak memberi nilai dari {count} nilai penguji",
            f"'{name}' gives no value of {count} marks",
        )
        return None
    figure = figure.round_to(node.roundings.get("pooled"))
    return state.put(f"{node.address}:pooled", figure, node.title)


def rated(
    node: PlannedNode, stage: str, examiner: Examiner, state: State, own: str = "rating"
) -> Figure | str:
    """One examiner's rating of a leaf, or the policy of the no-mark in its place."""
    fitted = state.fitted
    mark = fitted.marks[node.address].get(state.id, _NONE).get(examiner.id)
    address = f"{node.address}@{examiner.id}"
    if isinstance(mark, Figure):
        state.figures[mark.address] = mark
        figure = _valued(mark, node, stage, examiner, state) if node.values else mark
        if figure is None:
            return "incomplete"
        rounding = node.roundings.get("rating" if own == "rating" else "own")
        return state.put(f"{address}:{own}", figure.round_to(rounding), node.title)
    reason = no_mark_of(node, examiner, state)
    policy = node.no_marks[reason]
    if reason == "not-entered":
        state.owed.append(address)
    elif policy == "incomplete":
        word = NO_MARK_WORDS[reason]
        state.because(address, word.id, word.en)
    if own == "rating" and policy != "incomplete":
        state.uncounted.append(Uncounted(node.address, examiner.id, reason, policy))
    return policy


def no_mark_of(node: PlannedNode, examiner: Examiner, state: State) -> NoMark:
    """Why an examiner's mark is not there."""
    if (examiner.id, state.id) in state.fitted.recused:
        return "recused"
    mark = state.fitted.marks[node.address].get(state.id, {}).get(examiner.id)
    return "not-entered" if mark is None or isinstance(mark, Figure) else mark


def _valued(
    mark: Figure, node: PlannedNode, stage: str, examiner: Examiner, state: State
) -> Figure | None:
    """One examiner's mark through the value functions of the leaf."""
    level = state.fitted.levels.get((node.address, state.id, examiner.id), "")
    view = NodeView(state, node, stage, f"@{examiner.id}", level)
    return through(node.values, mark, view)
