"""From keys to parts: every type that a field may have, right and wrong; what parts themselves say."""

from collections.abc import Mapping, Sequence
from datetime import date
from fractions import Fraction
from typing import Any, Literal

import pytest
from attrs import field, frozen

from tests.compiled import NAMED, PANEL, SCALE, findings_of, module, plan_of, said_of, stage
from ujikom_rules.messages import text_of
from ujikom_rules.model.predicate import Not
from ujikom_rules.model.ruleset import FactRef
from ujikom_rules.planned import PlannedPart, PlannedTieBreak
from ujikom_rules.plugin import (
    Aggregator,
    Fact,
    Figure,
    Item,
    NodeAt,
    Part,
    Predicate,
    Refusal,
    ResultAt,
    Scale,
    Text,
    TieBreaker,
)

F = Fraction
FACTS = '[facts]\nmasa = { type = "number" }\nlapor = { type = "yes-no" }\n'


@frozen(kw_only=True)
class Clause:
    """A table among the keys."""

    at_least: int
    note: str = ""


@frozen(kw_only=True)
class Everything:
    """One field of every type."""

    text: str = ""
    yes: bool = False
    count: int = 0
    exact: Fraction = Fraction(0)
    number: Figure = field(factory=lambda: Figure(F(7)))
    word: Literal["satu", "dua"] = "satu"
    many: tuple[int, ...] = ()
    two: tuple[Fraction, str] = (F(0), "")
    by_name: Mapping[str, Fraction] = field(factory=dict)
    said: Text | None = None
    when: Predicate | None = None
    clause: Clause | None = None
    clauses: tuple[Clause, ...] = ()
    inside: Aggregator | None = None
    ties: tuple[TieBreaker, ...] = ()
    fact: Fact | None = None
    either: int | Fact | Clause = 0
    words_or_number: Literal["rest"] | Fraction = Fraction(1)
    from_: str = ""
    yes_or: bool | Clause = False
    when_or: Predicate | int = 0
    list_or: tuple[int, ...] | int = 0
    part_or: Aggregator | int = 0
    map_or: Mapping[str, int] | int = 0
    text_or: Text | int = 0

    def value(self, x: Figure | None, at: NodeAt) -> Figure | None:  # noqa: ARG002
        return x


@frozen(kw_only=True)
class Picky:
    """Refuses its keys, in several ways."""

    way: str = ""

    def __attrs_post_init__(self) -> None:
        if self.way == "key":
            raise Refusal(Text("cara itu tidak ada", "there is no such way"), key="way")
        if self.way == "table":
            raise Refusal(Text("isinya salah", "its content is wrong"))
        if self.way == "raise":
            raise ZeroDivisionError("oops")
        if self.way == "raise bare":
            raise ZeroDivisionError

    def check(self, scale: Scale | None) -> Sequence[Any]:
        if self.way == "check raises":
            raise LookupError("no table")
        if self.way == "check answers":
            return ["no refusal"]
        if self.way == "check refuses" and scale is not None:
            upper = scale.upper
            return [Refusal(Text(f"skala {upper}", f"the scale {upper}"), key="way")]
        return []

    def value(self, x: Figure | None, at: NodeAt) -> Figure | None:  # noqa: ARG002
        return x


@frozen(kw_only=True)
class Looks:
    """A tie-break that reads a stage."""

    stages_read: tuple[str, ...] = ()

    def key(self, result: ResultAt) -> Figure | None:
        return result.value


@frozen(kw_only=True)
class Second:
    """An aggregator of the plugin's own."""

    def combine(self, items: Sequence[Item], at: NodeAt) -> Figure | None:  # noqa: ARG002
        return items[1].value


PLUGINS = {
    "demo": module(
        value_functions=[Part("everything", Everything), Part("picky", Picky)],
        aggregators=[Part("second", Second)],
        tie_breakers=[Part("looks", Looks)],
    )
}
AT = "stages.w.value"


def using(keys: str, use: str = "everything", more: str = "") -> str:
    inside = ", ".join(filter(None, [f'use = "demo:{use}"', keys]))
    return FACTS + NAMED + PANEL + f"value = {{ {inside} }}\n" + more


def made(keys: str) -> Any:
    return plan_of(using(keys), PLUGINS).stages[0].node.values[0].part


def said(keys: str, use: str = "everything", more: str = "") -> list[str]:
    return said_of(using(keys, use, more), PLUGINS)


# ------------------------------------------------------------------ what fits


@pytest.mark.parametrize(
    "keys, name, value",
    [
        ('text = "teks"', "text", "teks"),
        ("yes = true", "yes", True),
        ("count = -3", "count", -3),
        ("exact = 2.50", "exact", F(5, 2)),
        ('exact = "1/3"', "exact", F(1, 3)),
        ('word = "dua"', "word", "dua"),
        ("many = [1, 2]", "many", (1, 2)),
        ("many = []", "many", ()),
        ('two = [1, "x"]', "two", (F(1), "x")),
        ("by-name = { a = 1, b = 0.5 }", "by_name", {"a": F(1), "b": F(1, 2)}),
        ('said = "Halo"', "said", Text("Halo", "Halo")),
        ('said = { id = "Halo", en = "Hello" }', "said", Text("Halo", "Hello")),
        ("clause = { at-least = 2 }", "clause", Clause(at_least=2)),
        ('clause = { at-least = 2, source = "assumption" }', "clause", Clause(at_least=2)),
        ("clauses = [{ at-least = 1 }]", "clauses", (Clause(at_least=1),)),
        ("either = 4", "either", 4),
        ("either = { at-least = 3 }", "either", Clause(at_least=3)),
        ('words-or-number = "rest"', "words_or_number", "rest"),
        ('words-or-number = "1/2"', "words_or_number", F(1, 2)),
        ("words-or-number = 2", "words_or_number", F(2)),
        ('from = "x"', "from_", "x"),
        ("yes-or = true", "yes_or", True),
        ("yes-or = { at-least = 1 }", "yes_or", Clause(at_least=1)),
        ("when-or = 3", "when_or", 3),
        ("list-or = [3]", "list_or", (3,)),
        ("list-or = 3", "list_or", 3),
        ("part-or = 3", "part_or", 3),
        ("map-or = { a = 1 }", "map_or", {"a": 1}),
        ("map-or = 1", "map_or", 1),
        ('text-or = { id = "a", en = "b" }', "text_or", Text("a", "b")),
        ("text-or = 1", "text_or", 1),
    ],
)
def test_a_key_arrives_in_the_type_of_its_field(keys: str, name: str, value: object) -> None:
    assert getattr(made(keys), name) == value


def test_defaults_hold_where_nothing_is_said() -> None:
    assert made("").number.value == 7
    assert (made("").clause, made("").said, made("").fact) == (None, None, None)


def test_a_number_knows_its_key_line_and_source() -> None:
    number = made('number = 2.5, source = { title = "PP 11/2017" }').number
    assert (number.value, number.path, number.place.line) == (F(5, 2), f"{AT}.number", 15)
    assert (number.rule, number.source.title) == ("given", "PP 11/2017")


def test_a_predicate_a_fact_and_nested_parts() -> None:
    part = made(
        'when = { not = { fact = "lapor", is = true } }, fact = "masa", '
        'either = { fact = "masa" }, inside = { use = "trimmed-mean", drop = 1 }'
    )
    assert isinstance(part.when, Not)
    assert (part.fact.name, part.fact.path) == ("masa", f"{AT}.fact")
    assert isinstance(part.either, FactRef)
    assert isinstance(part.inside, PlannedPart)
    assert (part.inside.name, part.inside.part.drop) == ("core:trimmed-mean", 1)
    assert made('fact = { fact = "masa" }').fact.name == "masa"
    assert isinstance(made('when-or = { not = { evidence = "sk" } }').when_or, Not)
    assert made('part-or = "mean"').part_or.name == "core:mean"
    assert made('part-or = { use = "mean" }').part_or.name == "core:mean"
    assert made('inside = "demo:second"').inside.distribution == "in process"


def test_a_nested_tie_break_has_an_order() -> None:
    rules = using('ties = ["demo:looks", { use = "fact", fact = "masa", order = "ascending" }]')
    first, second = plan_of(rules, PLUGINS).stages[0].node.values[0].part.ties
    assert isinstance(first, PlannedTieBreak)
    assert (first.ascending, second.ascending, second.part.name) == (False, True, "core:fact")


def test_facts_that_a_part_cannot_do_without_are_remembered() -> None:
    (part,) = (
        plan_of(using('fact = "masa", either = { fact = "lapor" }'), PLUGINS).stages[0].node.values
    )
    assert {each.name for each in part.facts} == {"masa", "lapor"}


# ------------------------------------------------------------------ what does not


@pytest.mark.parametrize(
    "keys, code",
    [
        ("text = 5", f"UJ203 {AT}.text"),
        ('yes = "ya"', f"UJ203 {AT}.yes"),
        ("count = 2.0", f"UJ203 {AT}.count"),
        ("count = true", f"UJ203 {AT}.count"),
        ("count = 99999999999", f"UJ207 {AT}.count"),
        ("exact = true", f"UJ203 {AT}.exact"),
        ('exact = "dua"', f"UJ208 {AT}.exact"),
        ("number = [1]", f"UJ203 {AT}.number"),
        ('word = "tiga"', f"UJ205 {AT}.word"),
        ("word = 1", f"UJ203 {AT}.word"),
        ("many = 1", f"UJ203 {AT}.many"),
        ('many = [1, "x"]', f"UJ203 {AT}.many.1"),
        ("two = 1", f"UJ203 {AT}.two"),
        ("two = [1]", f"UJ207 {AT}.two"),
        ("two = [1, 2]", f"UJ203 {AT}.two.1"),
        ("by-name = 1", f"UJ203 {AT}.by-name"),
        ('by-name = { a = "x" }', f"UJ208 {AT}.by-name.a"),
        ("said = 5", f"UJ203 {AT}.said"),
        ("said = {}", f"UJ202 {AT}.said"),
        ('when = { fact = "maza", given = true }', f"UJ311 {AT}.when"),
        ("when = 5", f"UJ203 {AT}.when"),
        ("clause = 5", f"UJ203 {AT}.clause"),
        ("clause = {}", f"UJ202 {AT}.clause.at-least"),
        ("clause = { at-least = 1, at-lest = 2 }", f"UJ201 {AT}.clause.at-lest"),
        ('inside = "means"', f"UJ511 {AT}.inside"),
        ("inside = 5", f"UJ203 {AT}.inside"),
        ("inside = { drop = 1 }", f"UJ202 {AT}.inside.use"),
        ('ties = [{ use = "fact", fact = "masa", order = "up" }]', f"UJ205 {AT}.ties.0.order"),
        ('ties = [{ use = "tidak-ada" }]', f"UJ511 {AT}.ties.0.use"),
        ('fact = "maza"', f"UJ311 {AT}.fact"),
        ('fact = { fakt = "masa" }', f"UJ201 {AT}.fact.fakt"),
        ('either = "x"', f"UJ203 {AT}.either"),
        ("either = { at-lest = 3 }", f"UJ201 {AT}.either.at-lest"),
        ('words-or-number = "rset"', f"UJ205 {AT}.words-or-number"),
        ("nothing = 1", f"UJ201 {AT}.nothing"),
        ("text = 5, nothing = 1", f"UJ201 {AT}.nothing|UJ203 {AT}.text"),
    ],
)
def test_a_wrong_key_is_named_at_its_place(keys: str, code: str) -> None:
    assert sorted(said(keys)) == code.split("|")


def test_a_refused_value_is_not_said_twice() -> None:
    rules = FACTS + NAMED + stage("w", SCALE, 'value = { use = "demo:everything", exact = "" }')
    assert said_of(rules, PLUGINS) == [f"UJ208 {AT}.exact"]


# ------------------------------------------------------------------ what a part says itself


@pytest.mark.parametrize(
    "way, code, column, text",
    [
        ("key", "UJ513", 37, "there is no such way"),
        ("table", "UJ513", 9, "its content is wrong"),
        ("check refuses", "UJ513", 37, "the scale 100"),
        ("raise", "UJ520", 9, "the part 'Picky' (test_compiling_parts) failed: ZeroDivisionError: oops"),
        ("raise bare", "UJ520", 9, "the part 'Picky' (test_compiling_parts) failed: ZeroDivisionError"),
        ("check raises", "UJ520", 9, "the part 'Picky' (in process) failed: LookupError: no table"),
        ("check answers", "UJ520", 9,
         "the part 'Picky' (in process) failed: TypeError: check must answer with refusals"),
    ],
)  # fmt: skip
def test_what_a_part_refuses_stands_at_its_key_or_table(
    way: str, code: str, column: int, text: str
) -> None:
    (found,) = findings_of(using(f'way = "{way}"', "picky"), PLUGINS)
    assert (found.code, found.place.line, found.place.column) == (code, 15, column)
    assert text_of(found, "en").replace("tests.unit.", "") == text


def test_a_part_that_is_content_says_nothing() -> None:
    assert said('way = "fine"', "picky") == []


def test_only_the_first_of_a_chain_knows_the_scale() -> None:
    rules = (
        FACTS
        + NAMED
        + PANEL
        + ('value = [{ use = "reversed" }, { use = "demo:picky", way = "check refuses" }]\n')
    )
    assert said_of(rules, PLUGINS) == []


@pytest.mark.parametrize(
    "read, codes",
    [
        ('["w"]', []),
        ('["x"]', ["UJ312 ranking.tie-breaks.0.stages-read.0"]),
    ],
)
def test_the_stages_that_a_part_reads_must_be_there(read: str, codes: list[str]) -> None:
    more = f'[ranking]\ntie-breaks = [{{ use = "demo:looks", stages-read = {read} }}]\n'
    assert said("", more=more) == codes


# ------------------------------------------------------------------ names


@pytest.mark.parametrize(
    "use, code, nearest",
    [
        ("trimed-mean", "UJ511", "trimmed-mean"),
        ("second", "UJ511", "demo:second"),
        ("demo:secnd", "UJ511", "demo:second"),
        ("xyzzy", "UJ511", ""),
        ("kendari:second", "UJ512", None),
        ("dmeo:second", "UJ511", "demo:second"),
    ],
)
def test_names_lead_to_parts_or_to_what_was_meant(use: str, code: str, nearest: str | None) -> None:
    (found,) = findings_of(NAMED + PANEL + f'pooling = "{use}"', PLUGINS)
    assert (found.code, found.path) == (code, "stages.w.pooling")
    assert found.args.get("nearest") == nearest


def test_parts_of_a_plugin_that_failed_are_not_said_to_be_missing() -> None:
    rules = NAMED + PANEL + 'pooling = "demo:second"'
    assert said_of(rules, {}) == ["UJ501 plugins.demo"]


def test_a_frames_key_is_no_key_of_the_part() -> None:
    bands = "lower = { tinggi = 60, rendah = 0 }"
    rules = PANEL + f'classifier = {{ use = "bands", compare = "rounded", {bands} }}'
    classifier = plan_of(rules).stages[0].node.classifier
    assert classifier is not None
    assert classifier.compare == "rounded"
    assert said_of(rules.replace("rounded", "raunded")) == ["UJ205 stages.w.classifier.compare"]


def test_an_aggregator_is_internal_only_with_all_that_it_holds() -> None:
    def internal(pooling: str) -> bool:
        found = plan_of(PANEL + f"pooling = {pooling}").stages[0].node.pooling
        assert found is not None
        return found.internal

    assert internal('"mean"')
    assert not internal('"sum"')
    assert internal('{ use = "rooms-first", inside = "mean", over = "mean" }')
    assert not internal('{ use = "rooms-first", inside = "sum", over = "mean" }')


def test_a_stage_kinds_missing_key_stands_at_the_stage() -> None:
    (found,) = findings_of(PANEL + stage("g", kind="evidence-gate"))
    assert (found.code, found.path) == ("UJ202", "stages.g.requires")
    assert found.place.line == 10
    assert isinstance(found.args["expected"], str)
    assert found.args["nearest"] == ""
    rules = PANEL + stage("g", 'reqires = ["sk"]', kind="evidence-gate")
    (unknown,) = findings_of(rules)
    assert (unknown.code, unknown.args["nearest"]) == ("UJ201", "requires")


def test_dates_are_read_where_a_predicate_asks_for_them() -> None:
    rules = (
        '[facts]\nlahir = { type = "date" }\n'
        + PANEL
        + stage("g", 'require = { fact = "lahir", below = 2000-01-01 }', kind="requirement-gate")
    )
    test = plan_of(rules).stages[1].kind.part.require
    assert test.operators == (("below", date(2000, 1, 1)),)
