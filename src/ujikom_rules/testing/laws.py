"""The laws of the roles, proved on drawn examples: one line in an author's test.

Each function takes the part as a test makes it, ``BestMean(keep=2)``, and raises AssertionError
with the law that is broken, and Hypothesis' smallest example of it.
"""

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from typing import Any

from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from ujikom_rules.exact import to_text
from ujikom_rules.plugin import (
    Aggregator,
    Classifier,
    Examiner,
    FactValue,
    Figure,
    PanelRule,
    Scale,
    ValueFunction,
    Weighting,
)
from ujikom_rules.testing import strategies
from ujikom_rules.testing.proving import exact, law, placed, shown, unhurried
from ujikom_rules.testing.strategies import Choice, chosen
from ujikom_rules.testing.views import Mark, Node, PanelTable, Settled, Sibling, Standing

_WHOLE = Fraction(100)
_NINTH = Figure(_WHOLE / 9)


@placed
def aggregator_laws(part: Aggregator, *, is_sum: bool = False, at: Node | None = None) -> None:
    """Idempotent, internal, monotone, and whatever the order of its items the same.

    The items are marks of examiners of any kind and room, all of one weight. A part may give no
    value for too few of them; that must not depend on what the marks are, and of nine examiners
    who are all alike it gives one.

    Args:
        part: the aggregator.
        is_sum: whether it is a sum (or rescales), which lies not between its values.
        at: the node at which it works, where it reads a target or facts.

    Raises:
        AssertionError: names the law, and the marks that break it.

    Example:
        ``aggregator_laws(BestMean(keep=2))``
    """
    node = at or Node()
    name = type(part).__name__

    def of(items: Sequence[Mark]) -> Fraction | None:
        handed: list[Any] = list(items)
        found = exact(f"{name}.combine", part.combine(handed, node))
        law(handed == list(items), f"{name}.combine changed the list of items that it was given")
        return found

    alike = [
        Mark(f"E{n}", Figure(Fraction(n)), _NINTH, examiner=Examiner(id=f"E{n}")) for n in range(9)
    ]
    law(of(alike) is not None, f"{name}.combine gives no value of nine marks")

    @unhurried
    @given(strategies.items(), st.integers(0, 8), strategies.marks())
    def keeps(items: list[Mark], place: int, more: Fraction) -> None:
        numbers = [item.value.value for item in items]
        listed = ", ".join(map(to_text, numbers))
        found = of(items)
        for other in (items[::-1], sorted(items, key=lambda item: item.value.value)):
            law(of(other) == found, f"symmetric: {name} minds the order of {listed}")
        raised = list(items)
        place %= len(items)
        raised[place] = evolve(items[place], value=items[place].value + more)
        after = of(raised)
        said = f"monotone: {name} gives {shown(found)} of {listed}, but {shown(after)} when "
        said += f"number {place + 1} is raised by {to_text(more)}"
        law((found is None) == (after is None), said)
        law(found is None or after is None or found <= after, said)
        if not is_sum and found is not None:
            said = f"internal: {name} gives {shown(found)} of {listed}"
            law(min(numbers) <= found <= max(numbers), said)
            same = of([evolve(item, value=items[0].value) for item in items])
            law(
                same == numbers[0],
                f"idempotent: {name} gives {shown(same)} of {len(items)} × {to_text(numbers[0])}",
            )

    keeps()


@placed
def weighting_laws(
    part: Weighting,
    criteria: Sequence[str] | Mapping[str, int | str | Fraction],
    *,
    facts: Mapping[str, Choice] | None = None,
) -> None:
    """Not negative, and together exactly 100; one weight for each of the siblings.

    Args:
        part: the weighting.
        criteria: the ids of the siblings, or their written weights by id.
        facts: what each fact may be, as a strategy or the values themselves; left out at times.

    Raises:
        AssertionError: names the law, and the facts that break it.

    Example:
        ``weighting_laws(Doubled(first="a"), ["a", "b"], facts={"group": ["opd", "sekda"]})``
    """
    name = type(part).__name__
    written = criteria if isinstance(criteria, Mapping) else {}
    siblings = [
        Sibling(each, Figure(Fraction(written[each])) if each in written else None)
        for each in criteria
    ]

    @unhurried
    @given(_facts(facts or {}))
    def keeps(drawn: Mapping[str, FactValue]) -> None:
        found = part.weights(siblings, Standing(facts=drawn))
        if found is None:
            law(len(drawn) < len(facts or {}), f"{name} gives no weights, and no fact is missing")
            return
        law(set(found) == set(criteria), f"{name} weighs {sorted(found)}, not {sorted(criteria)}")
        weights = {each: exact(f"{name}.weights", figure) for each, figure in found.items()}
        listed = ", ".join(f"{each} = {shown(weight)}" for each, weight in weights.items())
        law(all((weight or 0) >= 0 for weight in weights.values()), f"{name}: negative: {listed}")
        whole = sum((weight or Fraction(0) for weight in weights.values()), Fraction(0))
        law(whole == _WHOLE, f"{name}: {listed} sum to {to_text(whole)}, not 100")

    keeps()


@placed
def panel_laws(
    rule: PanelRule,
    *,
    kinds: Sequence[str] = ("", "akademisi", "praktisi"),
    most: int = 7,
) -> None:
    """Those seated are among the examiners, each once; their order changes nothing.

    Args:
        rule: the panel rule.
        kinds: the kinds of examiners that it knows, and some that it does not.
        most: how many examiners at most.

    Raises:
        AssertionError: names the law, and the examiners that break it.

    Example:
        ``panel_laws(OddPanel(at_least=3))``
    """
    name = type(rule).__name__
    some = st.frozensets(st.sampled_from(["P1", "P2", "P3"]))
    ids = st.frozensets(st.sampled_from([f"E{n}" for n in range(1, most + 1)]))

    @unhurried
    @given(strategies.examiners(most=most, kinds=kinds), some, ids, st.integers(0, most))
    def keeps(
        panel: list[Any], examined: frozenset[str], conflicted: frozenset[str], cut: int
    ) -> None:
        here = sorted(each.id for each in panel)
        table = PanelTable(examined=examined, conflicted=conflicted)
        seated: Any = rule.seat(tuple(panel), table)
        law(
            isinstance(seated, Sequence)
            and not isinstance(seated, str)
            and all(isinstance(each, str) for each in seated),
            f"{name}.seat answered {seated!r}: answer with the ids, [each.id for each in …]",
        )
        law(set(seated) <= set(here), f"{name} seats {sorted(seated)}, but there are only {here}")
        law(len(set(seated)) == len(seated), f"{name} seats somebody twice: {sorted(seated)}")
        turned = PanelTable(examined=examined, conflicted=conflicted)
        again = rule.seat((*panel[cut:][::-1], *panel[:cut]), turned)
        law(set(again) == set(seated), f"{name} seats others when the rows stand in another order")
        law(
            sorted(turned.found) == sorted(table.found),
            f"{name} says something else when the rows stand in another order",
        )

    keeps()


@placed
def classifier_laws(
    part: Classifier,
    lower: int | Fraction,
    upper: int | Fraction,
    *,
    stages: Sequence[str] = (),
) -> None:
    """Total: every value from `lower` to `upper` has exactly one category.

    Args:
        part: the classifier.
        lower: the least value that it can meet.
        upper: the largest.
        stages: those whose values it reads, ``x`` or ``x.criterion``; drawn from the same span.

    Raises:
        AssertionError: names the value that has no category.

    Example:
        ``classifier_laws(ThreeBands(), 0, 100)``
    """
    name = type(part).__name__
    scale = Scale(Fraction(lower), Fraction(upper))
    # Bounds are numbers with few places: beside hundredths, the two ends and thirds are tried.
    span = strategies.marks(scale) | st.fractions(scale.lower, scale.upper, max_denominator=9)
    numbers = span | st.sampled_from([scale.lower, scale.upper])
    values = numbers.map(Figure)
    known = getattr(part, "categories", None)

    @unhurried
    @given(values, st.fixed_dictionaries(dict.fromkeys(stages, values)))
    def keeps(value: Figure, settled: Mapping[str, Figure]) -> None:
        met = ", ".join([value.text, *(f"{each} = {x.text}" for each, x in settled.items())])
        found = part.classify(Settled(value=value, values=settled))
        law(isinstance(found, str) and found != "", f"total: {name} answered {found!r} for {met}")
        law(known is None or found in known, f"{name} answered {found!r}, none of its categories")
        again = part.classify(Settled(value=value, values=settled))
        law(again == found, f"{name} answers {found!r} and then {again!r} for {met}")

    keeps()


@placed
def value_function_laws(
    part: ValueFunction,
    scale: Scale,
    rising: bool | None = None,
    *,
    at: Node | None = None,
) -> None:
    """Total on the scale, exact, and monotone where it says so.

    Args:
        part: the value function.
        scale: that of the marks.
        rising: True where a higher mark never gives less, False where it never gives more,
            None where neither is promised.
        at: the node at which it works, where it reads a target or facts.

    Raises:
        AssertionError: names the law, and the marks that break it.

    Example:
        ``value_function_laws(Steps(size=5), Scale(Fraction(0), Fraction(10), Fraction(1)), True)``
    """
    name = type(part).__name__
    node = at or Node()
    levels = {level.value: level.id for level in scale.levels if level.id}
    check: Callable[[Scale], Sequence[Any]] | None = getattr(part, "check", None)
    refused = [each.text.en for each in check(scale)] if check is not None else []
    law(not refused, f"{name} refuses the scale: {'; '.join(refused)}")

    def of(mark: Fraction) -> Fraction:
        here = evolve(node, scale=scale, level=levels.get(mark, node.level))
        found = exact(f"{name}.value", part.value(Figure(mark, "mark"), here))
        if found is None:
            raise AssertionError(f"total: {name} gives no value of {to_text(mark)}")
        return found

    @unhurried
    @given(strategies.marks(scale), strategies.marks(scale))
    def keeps(one: Fraction, other: Fraction) -> None:
        low, high = sorted((one, other))
        below, above = of(low), of(high)
        law(of(low) == below, f"{name} gives two values of {to_text(low)}")
        if rising is not None:
            said = f"{name} gives {to_text(below)} of {to_text(low)}"
            said += f" and {to_text(above)} of {to_text(high)}"
            law(below <= above if rising else below >= above, f"monotone: {said}")

    keeps()


def _facts(facts: Mapping[str, Choice]) -> st.SearchStrategy[dict[str, FactValue]]:
    """Some of the facts, or all."""
    return st.fixed_dictionaries(
        {}, optional={each: chosen(choice).map(_typed) for each, choice in facts.items()}
    )


def _typed(value: Any) -> FactValue:
    number = isinstance(value, (int, Fraction)) and not isinstance(value, bool)
    found: FactValue = Figure(Fraction(value), "fact") if number else value
    return found
