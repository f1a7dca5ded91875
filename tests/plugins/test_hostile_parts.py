"""Clumsy and hostile parts while they score: stopped by name, and no score is moved."""

import pickle
from collections.abc import Callable, Mapping, Sequence
from copy import deepcopy
from decimal import Decimal
from fractions import Fraction
from itertools import permutations
from types import ModuleType
from typing import Any, Literal

import pytest
from attrs import evolve, frozen

import ujikom_rules as ujikom
from tests.plugins.making import RULES, SHEET, check, codes, core, hook, offer, plugin, rules, score
from ujikom_rules.compiling.unchanging import Unchanging
from ujikom_rules.errors import Finding
from ujikom_rules.messages import text_of
from ujikom_rules.plugin import Figure, Item, NodeAt, StageOutcome, Text, mean_of, review

Answer = Callable[..., Any]


def fail() -> Any:
    raise RuntimeError("out of order")


def answering(method: str, answer: Answer, **more: Any) -> type:
    """A part whose one method answers so."""
    names = {"combine": "items at", "value": "x at", "weights": "criteria candidacy",
             "seat": "examiners panel", "classify": "result", "key": "result",
             "score": "sheet", "render": "evaluation at"}  # fmt: skip
    body = {"one": "lambda self, a: answer(a)", "two": "lambda self, a, b: answer(a, b)"}
    kind = "two" if " " in names[method] else "one"
    function = eval(body[kind], {"answer": answer})  # noqa: S307  each role's own number of arguments
    return frozen(kw_only=True)(type("Odd", (), {method: function, "__module__": __name__, **more}))


PLACES: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "combine": ("aggregators", ('pooling = "demo:odd"',)),
    "value": ("value_functions", ('value = "demo:odd"',)),
    "weights": ("weightings", ("[decision]", 'weighting = "demo:odd"')),
    "seat": ("panel_rules", ('panel = "demo:odd"',)),
    "classify": ("classifiers", ('classifier = "demo:odd"',)),
    "key": ("tie_breakers", ("[ranking]", 'tie-breaks = ["demo:odd"]')),
}


def refused(method: str, answer: Answer) -> Finding:
    """The one finding of a part that answers so."""
    role, lines = PLACES[method]
    offers: dict[str, Any] = {role: offer("odd", answering(method, answer))}
    module = plugin(**offers)
    assert check(module, *lines) == ()
    with pytest.raises(ujikom.Refused) as wrong:
        score(module, *lines)
    (found,) = wrong.value.findings
    assert found.plugin == "demo"
    return found


@pytest.mark.parametrize("method", PLACES)
def test_a_part_that_raises_is_named(method: str) -> None:
    found = refused(method, lambda *_: fail())
    assert found.code == "UJ520"
    assert (
        text_of(found, "en")
        == "the part 'demo:odd' (in process) failed: RuntimeError: out of order"
    )
    assert found.place.line > 0


@pytest.mark.parametrize("method", PLACES)
def test_a_part_that_ends_the_program_is_named(method: str) -> None:
    def end(*_: Any) -> Any:
        raise SystemExit(0)

    assert "SystemExit" in text_of(refused(method, end), "en")


class Sly(Figure):
    """Not quite a figure."""


NUMBERS: dict[str, Answer] = {
    "a float": lambda *_: 80.0,
    "NaN": lambda *_: float("nan"),
    "a float in a figure": lambda *_: Figure(80.0),  # type: ignore[arg-type]
    "NaN in a figure": lambda *_: Figure(float("nan")),  # type: ignore[arg-type]
    "an infinite number": lambda *_: Figure(float("inf")),  # type: ignore[arg-type]
    "a decimal": lambda *_: Decimal(80),
    "a whole number": lambda *_: 80,
    "a fraction without its working": lambda *_: Fraction(80),
    "a text": lambda *_: "80",
    "yes": lambda *_: True,
    "a subclass": lambda *_: Sly(Fraction(80)),
}


@pytest.mark.parametrize("method", ["combine", "value", "key"])
@pytest.mark.parametrize("answer", NUMBERS)
def test_only_figures_of_fractions_reach_a_score(method: str, answer: str) -> None:
    found = refused(method, NUMBERS[answer])
    assert (found.code, found.args["expected"]) in {("UJ521", "Figure"), ("UJ521", "Fraction")}
    assert "demo:odd" in text_of(found, "id")


def weighing(weight: object) -> Answer:
    return lambda criteria, _: {each.id: weight for each in criteria}


OTHERS: list[tuple[str, Answer, str]] = [
    ("classify", lambda *_: 80, "UJ521"),
    ("classify", lambda *_: ["baik"], "UJ521"),
    ("seat", lambda *_: "E1", "UJ521"),
    ("seat", lambda *_: [1, 2], "UJ521"),
    ("seat", lambda *_: None, "UJ521"),
    ("weights", lambda *_: 100, "UJ521"),
    ("weights", lambda *_: {}, "UJ521"),
    ("weights", weighing(100), "UJ521"),
    ("weights", weighing(Figure(100.0)), "UJ521"),  # type: ignore[arg-type]
    ("weights", weighing(Figure(Fraction(-100))), "UJ521"),
    ("weights", weighing(Figure(Fraction(9999, 100))), "UJ522"),
]


@pytest.mark.parametrize("method,answer,code", OTHERS)
def test_an_answer_of_another_type_is_named(method: str, answer: Answer, code: str) -> None:
    assert refused(method, answer).code == code


KINDS: list[tuple[Answer, str]] = [
    (lambda sheet: sheet.joined(), "StageOutcome"),
    (lambda _: None, "StageOutcome"),
    (lambda _: StageOutcome(value=80.0), "Figure"),  # type: ignore[arg-type]
    (lambda _: StageOutcome(value=Figure(80.0)), "Fraction"),  # type: ignore[arg-type]
    (lambda sheet: evolve(sheet.outcome(80), notes=("late",)), "Text"),
    (lambda _: StageOutcome(met=1), "bool"),  # type: ignore[arg-type]
]


@pytest.mark.parametrize("answer,expected", KINDS)
def test_a_kind_answers_with_a_sound_outcome(answer: Answer, expected: str) -> None:
    odd = offer("odd", answering("score", answer), reads="examiners")
    kinds = rules(text=RULES.replace('"panel"', '"demo:odd"'))
    with pytest.raises(ujikom.Refused) as wrong:
        ujikom.score(
            kinds, ujikom.parse_scoresheet(SHEET), plugins={"demo": plugin(stage_kinds=odd)}
        )
    (found,) = wrong.value.findings
    assert (found.code, found.args["expected"]) == ("UJ521", expected)


@pytest.mark.parametrize("answer", [None, 80, ["text"]])
def test_a_report_is_text_or_bytes(answer: object) -> None:
    module = plugin(report_formats=offer("odd", answering("render", lambda *_: answer)))
    evaluation = score(plugin())
    with pytest.raises(ujikom.PluginError, match="demo:odd"):
        ujikom.render(evaluation, "demo:odd", plugins={"demo": module})


# --- what a part is shown cannot be changed by it


@frozen(kw_only=True)
class Remembers:
    """Wants to keep count of what it has seen."""

    seen: int = 0

    def combine(self, items: Sequence[Item], at: NodeAt) -> Figure | None:  # noqa: ARG002
        self.seen += 1  # type: ignore[misc]
        return mean_of(item.value for item in items)


def raise_first_mark(items: Sequence[Any], _: object) -> Any:
    items[0].value.value = Fraction(100)


def give_a_chair(examiners: Sequence[Any], _: object) -> Any:
    examiners[0].role = "chair"


def rename(_: object, at: Any) -> Any:
    at.candidacy.id = "A99"


@pytest.mark.parametrize(
    "method,answer",
    [("combine", raise_first_mark), ("seat", give_a_chair), ("combine", rename), ("value", rename)],
)
def test_values_are_frozen_and_who_tries_is_named(method: str, answer: Answer) -> None:
    found = refused(method, answer)
    assert found.code == "UJ520"
    assert "FrozenInstanceError" in found.args["reason"]


def test_a_part_is_frozen_itself() -> None:
    with pytest.raises(ujikom.Refused) as wrong:
        score(plugin(aggregators=offer("odd", Remembers)), 'pooling = "demo:odd"')
    (found,) = wrong.value.findings
    assert (found.code, "FrozenInstanceError" in found.args["reason"]) == ("UJ520", True)


def test_a_list_that_is_handed_over_is_the_parts_own() -> None:
    def drained(items: list[Item], _: object) -> Any:
        mean = mean_of([item.value for item in items])
        items.clear()
        return mean

    module = plugin(aggregators=offer("odd", answering("combine", drained)))
    assert results(score(module, 'pooling = "demo:odd"')) == results(score(plugin()))


# --- observers


def results(evaluation: ujikom.Evaluation) -> Any:
    return ujikom.document(evaluation, figures=True)["results"]


INSIDE: dict[str, Answer] = {
    "figures": lambda evaluation: evaluation["A01"].figures.clear(),
    "stages": lambda evaluation: evaluation.results[0].stages.clear(),
    "ranks": lambda evaluation: evaluation.results[0].ranks.update(other=None),
    "plugins": lambda evaluation: evaluation.provenance.plugins.clear(),
    "titles": lambda evaluation: evaluation.stage_titles.clear(),
}


def crown(evaluation: Any) -> None:
    evaluation.results[0].verdict = "qualified"


@pytest.mark.parametrize(
    "observer,reason",
    [(fail, "RuntimeError: out of order"), (crown, "FrozenInstanceError")],
)
def test_an_observer_that_fails_becomes_a_warning(observer: Answer, reason: str) -> None:
    module = plugin(hook("ujikom_evaluation_done", observer))
    evaluation = score(module)
    (found,) = evaluation.findings
    assert (found.code, found.severity, found.plugin) == ("UJ523", "warning", "demo")
    assert reason in text_of(found, "en")
    assert results(evaluation) == results(score(plugin()))


@pytest.mark.parametrize("table", INSIDE)
def test_an_observer_cannot_change_what_stands_in_the_results(table: str) -> None:
    module = plugin(hook("ujikom_evaluation_done", INSIDE[table]))
    evaluation, plain = score(module), score(plugin())
    assert codes(evaluation.findings) == ["UJ523"]
    assert results(evaluation) == results(plain)
    assert set(evaluation.provenance.plugins) == set(plain.provenance.plugins) == {"demo"}
    assert set(evaluation.stage_titles) == {"wawancara"}


def test_an_observer_sees_what_is_published_once() -> None:
    seen: list[Any] = []

    def note(evaluation: Any) -> None:
        seen.append(evaluation)

    module = plugin(hook("ujikom_evaluation_done", note))
    evaluation = score(module)
    (told,) = seen
    assert ujikom.document(told, figures=True) == ujikom.document(evaluation, figures=True)


# --- keys


@frozen(kw_only=True)
class Restless:
    """A part that changes its own table while it scores."""

    shares: Mapping[str, Mapping[str, int]]
    way: Literal["set", "delete", "update", "inside"] = "set"

    def combine(self, items: Sequence[Item], at: NodeAt) -> Figure:  # noqa: ARG002
        shares: Any = self.shares
        match self.way:
            case "set":
                shares["a"] = {}
            case "delete":
                del shares["a"]
            case "update":
                shares.update(a={})
            case _:
                shares["a"]["b"] = 2
        return items[0].value


RESTLESS = 'pooling = { use = "demo:odd", shares = { a = { b = 1 } }, way = "%s" }'


@pytest.mark.parametrize("way", ["set", "delete", "update", "inside"])
def test_a_part_cannot_change_its_own_keys(way: str) -> None:
    with pytest.raises(ujikom.Refused) as wrong:
        score(plugin(aggregators=offer("odd", Restless)), RESTLESS % way)
    (found,) = wrong.value.findings
    assert (found.code, found.plugin) == ("UJ520", "demo")
    assert "the keys of a part cannot be changed" in text_of(found, "en")


def test_keys_that_cannot_be_changed_survive_a_copy_and_a_pickle() -> None:
    table = Unchanging({"a": Unchanging({"b": 1})})
    for again in (pickle.loads(pickle.dumps(table)), deepcopy(table)):  # noqa: S301  our own
        assert (again, type(again), type(again["a"])) == (table, Unchanging, Unchanging)
    with pytest.raises(TypeError, match="cannot be changed"):
        table |= {"c": Unchanging({})}


# --- many good ones


def good(name: str) -> ModuleType:
    """A plugin with one part of its own, a remark on the ruleset, and an observer."""
    parts: dict[str, Any] = {
        "pool": {"aggregators": offer("part", answering("combine", _lowest))},
        "lift": {"value_functions": offer("part", answering("value", lambda x, _: x + 1))},
        "seat": {"panel_rules": offer("part", answering("seat", _everybody))},
        "sort": {"classifiers": offer("part", answering("classify", _passed))},
    }
    said = review("stages.wawancara", Text.same(f"read by {name}"), "note")
    return plugin(
        hook("ujikom_review_ruleset", lambda ruleset: [said]),  # noqa: ARG005
        hook("ujikom_evaluation_done", lambda evaluation: None),  # noqa: ARG005
        **parts[name],
    )


def _lowest(items: Sequence[Item], _: object) -> Figure:
    return min((item.value for item in items), key=lambda each: each.value)


def _everybody(examiners: Sequence[Any], _: object) -> list[str]:
    return [each.id for each in examiners]


def _passed(result: Any) -> str:
    return "lulus" if result.value >= 70 else "belum"


FOUR = {name: good(name) for name in ("pool", "lift", "seat", "sort")}
LINES = (
    'pooling = "pool:part"', 'value = "lift:part"', 'panel = "seat:part"',
    'classifier = "sort:part"',
)  # fmt: skip


@pytest.mark.parametrize("order", list(permutations(FOUR)), ids=" ".join)
def test_any_order_of_four_plugins_gives_the_same(order: tuple[str, ...]) -> None:
    def scored(names: Sequence[str]) -> tuple[Any, ...]:
        named = "\n".join(f'{name} = "1.0"' for name in names)
        ruleset = rules(*LINES, text=RULES.replace('demo = "1.0"', named))
        plan = ujikom.plan(ruleset, plugins={name: FOUR[name] for name in reversed(names)})
        evaluation = ujikom.evaluate(plan, ujikom.parse_scoresheet(SHEET))
        said = sorted(text_of(each, "en") for each in plan.findings)
        document = ujikom.document(evaluation, figures=True)
        del document["findings"]  # remarks at one place stand in the ruleset's order
        return plan.digest, said, document

    digest, said, document = scored(order)
    assert (digest, said, document) == scored(tuple(FOUR))
    assert [each for each in said if "read by" in each] == [
        f"read by {name}" for name in sorted(FOUR)
    ]
    by_id = {each["candidacy"]: each for each in document["results"]}
    assert (by_id["A01"]["total"], by_id["A02"]["total"]) == ("71", "76")


def test_a_plugin_beside_others_moves_nothing_until_it_is_named() -> None:
    assert core(FOUR) == core({})
    assert codes(check(FOUR["pool"])) == ["UJ590"]
