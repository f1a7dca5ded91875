"""The laws of the kit: good parts keep them, and each bad one is told which law it breaks."""

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve, frozen
from hypothesis import strategies as st

import ujikom_rules.builtin.aggregators as core
from tests.fakes import fig
from ujikom_rules.builtin.bands import NamedBand
from ujikom_rules.builtin.classifiers import Axis, CategoryBands, Matrix
from ujikom_rules.builtin.panels import Composition
from ujikom_rules.builtin.pooling import RoomsFirst
from ujikom_rules.builtin.targets import Gap
from ujikom_rules.builtin.value_functions import Bands, Levels, Linear, ValueBand
from ujikom_rules.builtin.weightings import ByFact, Equal, Given
from ujikom_rules.model.ruleset import Level
from ujikom_rules.plugin import Fact, Figure, Item, NodeAt, Refusal, Scale, Text, mean_of, picked
from ujikom_rules.testing import (
    Node,
    aggregator_laws,
    classifier_laws,
    panel_laws,
    value_function_laws,
    weighting_laws,
)
from ujikom_rules.testing.proving import exact

TENTHS = Scale(Fraction(0), Fraction(10), Fraction(1, 2))
Answer = Callable[..., Any]
RISING = count()


def odd(method: str, answer: Answer) -> Any:
    """A part whose one method answers so."""
    return type("Odd", (), {method: staticmethod(answer)})()


def broken(prove: Callable[[], None]) -> str:
    with pytest.raises(AssertionError) as refused:
        prove()
    return str(refused.value).splitlines()[0]


# --- aggregators


@pytest.mark.parametrize(
    "part,is_sum",
    [
        (core.Mean(), False),
        (core.WeightedMean(), False),
        (core.TrimmedMean(drop=3), False),
        (core.ClampToMean(limit=fig(2)), False),
        (RoomsFirst(), False),
        (core.WeightedSum(), True),
        (core.Sum(start=fig(5)), True),
    ],
)
def test_the_cores_aggregators_keep_the_laws(part: Any, is_sum: bool) -> None:
    aggregator_laws(part, is_sum=is_sum)


def first(items: Sequence[Item], _: object) -> Figure:
    return items[0].value


def lowest_of_twice(items: Sequence[Item], _: object) -> Figure:
    return min((item.value for item in items), key=lambda each: each.value) * 2


def raised_to_nothing(items: Sequence[Item], _: object) -> Figure:
    """The largest one, but the least where the two are far apart."""
    least, most = (pick(item.value.value for item in items) for pick in (min, max))
    return Figure(most if most - least < 40 else least)


def turned(items: Sequence[Item], _: object) -> Figure:
    mean = mean_of([item.value for item in items])
    return 100 - mean


def unless_high(items: Sequence[Item], _: object) -> Figure | None:
    mean = mean_of([item.value for item in items])
    return None if mean.value > 50 else mean


def drained(items: list[Item], _: object) -> Figure:
    found = mean_of([item.value for item in items])
    items.clear()
    return found


@pytest.mark.parametrize(
    "answer,said",
    [
        (first, "symmetric: Odd minds the order of"),
        (turned, "internal: Odd gives"),
        (raised_to_nothing, "monotone: Odd gives"),
        (unless_high, "monotone: Odd gives"),
        (lowest_of_twice, "internal: Odd gives"),
        (lambda *_: None, "Odd.combine gives no value of nine marks"),
        (drained, "Odd.combine changed the list of items that it was given"),
        (lambda *_: 0.5, "Odd.combine answered float 0.5: answer with a Figure, or None"),
        (lambda *_: Fraction(1, 2), "Odd.combine answered Fraction Fraction(1, 2): answer with"),
        (lambda *_: Figure(0.5), "0.5 is no exact number"),  # type: ignore[arg-type]
        (lambda *_: Figure(float("nan")), "nan is no exact number"),  # type: ignore[arg-type]
    ],
)
def test_a_bad_aggregator_is_told_which_law_it_breaks(answer: Answer, said: str) -> None:
    assert said in broken(lambda: aggregator_laws(odd("combine", answer)))


def test_a_figure_that_hides_a_number_is_seen() -> None:
    def hidden(items: Sequence[Item], _: object) -> Figure:
        mean = mean_of([item.value for item in items])
        return evolve(mean, value=mean.value / 2 + mean.value / 2 + Fraction(1))

    assert "is not what its inputs make" in broken(
        lambda: aggregator_laws(odd("combine", hidden), is_sum=True)
    )
    assert exact("Odd.combine", picked(fig(3), fig(4))) == 3
    assert exact("Odd.combine", None) is None


def test_an_aggregator_may_read_the_node() -> None:
    def to_target(items: Sequence[Item], at: NodeAt) -> Figure:
        assert at.target is not None
        return mean_of([item.value for item in items]) * at.target

    aggregator_laws(odd("combine", to_target), is_sum=True, at=Node(target=fig(3)))


# --- value functions


def bands(*steps: int) -> Bands:
    ends = [fig(each) for each in range(0, 10, 10 // len(steps))]
    return Bands(
        bands=tuple(
            ValueBand(value=fig(step), at_least=low, below=high)
            for step, low, high in zip(steps, ends, [*ends[1:], None], strict=True)
        )
    )


@pytest.mark.parametrize(
    "part,rising",
    [
        (Linear(from_=(fig(0), fig(10)), to=(fig(0), fig(100))), True),
        (Linear(from_=(fig(0), fig(10)), to=(fig(100), fig(0))), False),
        (bands(1, 2), True),
        (bands(2, 1), False),
        (bands(1, 3, 2, 4, 5), None),
    ],
)
def test_the_cores_value_functions_keep_the_laws(part: Any, rising: bool | None) -> None:
    value_function_laws(part, TENTHS, rising)


def test_levels_are_shown_by_their_names() -> None:
    scale = Scale(
        Fraction(0), Fraction(2), levels=(Level(Fraction(0), "kurang"), Level(Fraction(2), "baik"))
    )
    value_function_laws(Levels(points={"kurang": fig(40), "baik": fig(90)}), scale, rising=True)


def test_a_value_function_may_read_a_target() -> None:
    table = tuple((fig(gap), fig(gap)) for gap in range(-6, 7))
    scale = Scale(Fraction(0), Fraction(5), Fraction(1))
    value_function_laws(Gap(table=table), scale, rising=True, at=Node(target=fig(3)))


@pytest.mark.parametrize(
    "part,rising,said",
    [
        (bands(2, 1), True, "monotone: Bands gives 2 of"),
        (bands(1, 2), False, "monotone: Bands gives 1 of"),
        (odd("value", lambda x, _: None if x > 9 else x), None, "total: Odd gives no value of 9.5"),
        (odd("value", lambda x, _: float(x.value)), None, "Odd.value answered float 0.0"),
        (odd("value", lambda x, _: x + next(RISING)), None, "gives two values of"),
        (
            Levels(points={"1": fig(1)}),
            None,
            "Levels refuses the scale: ",
        ),
    ],
)
def test_a_bad_value_function_is_told_which_law_it_breaks(
    part: Any, rising: bool | None, said: str
) -> None:
    assert said in broken(lambda: value_function_laws(part, TENTHS, rising))


# --- weightings


def test_the_cores_weightings_keep_the_laws() -> None:
    weighting_laws(Equal(), ["a", "b", "c"])
    weighting_laws(Given(), {"a": 40, "b": "59.5", "c": Fraction(1, 2)})
    rows = {"opd": {"a": fig(40), "b": fig(60)}, "sekda": {"a": fig(0), "b": fig(100)}}
    weighting_laws(ByFact(fact=Fact("group"), table=rows), ["a", "b"], facts={"group": list(rows)})


def test_facts_are_typed() -> None:
    def by_years(criteria: Sequence[Any], candidacy: Any) -> Mapping[str, Figure] | None:
        years, head = candidacy.fact("years"), candidacy.fact("head")
        if years is None or head is None:
            return None
        assert isinstance(years, Figure)
        assert isinstance(head, bool)
        return {criteria[0].id: years, criteria[1].id: 100 - years}

    facts: dict[str, Any] = {
        "years": st.integers(0, 100) | st.just(Fraction(1, 2)),
        "head": [True, False],
    }
    weighting_laws(odd("weights", by_years), ["a", "b"], facts=facts)


@pytest.mark.parametrize(
    "answer,said",
    [
        (lambda *_: None, "Odd gives no weights, and no fact is missing"),
        (lambda *_: {"a": fig(100)}, "Odd weighs ['a'], not ['a', 'b']"),
        (lambda *_: {"a": fig(130), "b": fig(-30)}, "Odd: negative: a = 130, b = -30"),
        (lambda *_: {"a": fig(40), "b": fig("59.99")}, "sum to 99.99, not 100"),
        (lambda *_: {"a": 40.0, "b": 60.0}, "Odd.weights answered float 40.0"),
    ],
)
def test_a_bad_weighting_is_told_which_law_it_breaks(answer: Answer, said: str) -> None:
    assert said in broken(lambda: weighting_laws(odd("weights", answer), ["a", "b"]))


# --- panels


@frozen(kw_only=True)
class ChairFirst:
    """Seats all but the one who stands first."""

    def seat(self, examiners: Sequence[Any], panel: Any) -> Sequence[str]:  # noqa: ARG002
        return [each.id for each in examiners[1:]]


def loud(examiners: Sequence[Any], panel: Any) -> list[str]:
    """Says another thing for each order."""
    for each in examiners[:1]:
        panel.find(Text.same(f"{each.id} stands first"))
    return []


@pytest.mark.parametrize(
    "part,said",
    [
        (ChairFirst(), "ChairFirst seats others when the rows stand in another order"),
        (odd("seat", loud), "Odd says something else when the rows stand in another order"),
        (odd("seat", lambda *_: ["E99"]), "Odd seats ['E99'], but there are only []"),
        (odd("seat", lambda *_: "E1"), "Odd.seat answered 'E1': answer with the ids"),
        (odd("seat", lambda *_: [1]), "Odd.seat answered [1]"),
        (odd("seat", lambda *_: None), "Odd.seat answered None"),
        (odd("seat", lambda e, _: [x.id for x in (*e, *e)]), "Odd seats somebody twice"),
    ],
)
def test_a_bad_panel_rule_is_told_which_law_it_breaks(part: Any, said: str) -> None:
    assert said in broken(lambda: panel_laws(part))


def test_the_cores_panel_rule_keeps_the_laws() -> None:
    panel_laws(Composition(chair=1, examinee=True, conflict="unseat"), kinds=("", "akademisi"))


# --- classifiers


def test_the_cores_classifiers_keep_the_laws() -> None:
    classifier_laws(CategoryBands(lower={"kurang": fig(0), "baik": fig("79.995")}), 0, 100)
    halves = (NamedBand(id="low", below=fig(50)), NamedBand(id="high", at_least=fig(50)))
    cells = {f"{x}/{y}": f"{x}-{y}" for x in ("low", "high") for y in ("low", "high")}
    part = Matrix(x=Axis(stage="x", bands=halves), y=Axis(stage="y", bands=halves), cells=cells)
    classifier_laws(part, 0, 100, stages=["x", "y"])


@pytest.mark.parametrize(
    "answer,said",
    [
        (lambda result: "baik" if result.value < 100 else None, "total: Odd answered None for 100"),
        (lambda _: "", "total: Odd answered '' for"),
        (lambda _: 3, "total: Odd answered 3 for"),
        (lambda _: f"k{next(RISING)}", " and then 'k"),
    ],
)
def test_a_bad_classifier_is_told_which_law_it_breaks(answer: Answer, said: str) -> None:
    assert said in broken(lambda: classifier_laws(odd("classify", answer), 0, 100))


def test_a_classifier_keeps_to_its_own_categories() -> None:
    part = odd("classify", lambda _: "baik")
    part.categories = ("kurang",)
    assert "Odd answered 'baik', none of its categories" in broken(
        lambda: classifier_laws(part, 0, 100)
    )


def test_what_a_part_raises_comes_through() -> None:
    def refuse(*_: object) -> Any:
        raise Refusal(Text("salah", "wrong"))

    with pytest.raises(Refusal, match="wrong"):
        aggregator_laws(odd("combine", refuse))


@frozen(kw_only=True)
class First:
    """No aggregator: it takes the first value, whatever the order."""

    def combine(self, items: Sequence[Item], _at: NodeAt) -> Figure | None:
        return items[0].value


def test_a_broken_law_says_where_the_part_stands() -> None:
    with pytest.raises(AssertionError) as found:
        aggregator_laws(First())
    note = found.value.__notes__[-1]  # behind the smallest example
    file, line, name = note.rsplit(":", 2)
    assert (file, name) == (__file__, " First")
    lines = Path(__file__).read_text(encoding="utf-8").splitlines()
    assert "class First" in "".join(lines[int(line) - 1 : int(line) + 1])
    with pytest.raises(AssertionError) as nowhere:
        aggregator_laws(odd("combine", lambda items, _at: items[0].value))
    assert nowhere.value.__notes__[-1] == "-:0: Odd"
