"""One plugin that answers all twelve hooks, and when each of them is called."""

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from types import ModuleType
from typing import Any

from attrs import evolve, frozen

import ujikom_rules as ujikom
from tests.little_events import HEAD, said, shown, tables
from tests.plugins.making import hook, offer
from ujikom_rules.model.outcome import Rank
from ujikom_rules.plugin import (
    CandidacyAt,
    Evaluation,
    Examiner,
    Figure,
    Finding,
    Item,
    NodeAt,
    PanelAt,
    Part,
    PluginInfo,
    ReportAt,
    ResultAt,
    Ruleset,
    StageOutcome,
    StageSheet,
    Text,
    WeightedAt,
    hookimpl,
    largest_of,
    review,
)

RULES = """
[plugins]
demo = { version = "1.0", amends = true }
[panel]
use = "demo:own"
[[stages]]
id = "s"
kind = "demo:own"
pooling = "demo:own"
value = "demo:own"
scale = { lower = 0, upper = 100 }
[decision]
weighting = "demo:own"
classifier = "demo:own"
cut-score = 50
[ranking]
tie-breaks = ["demo:own"]
"""


@frozen(kw_only=True)
class Own:
    """A part of every role at once: each method is one rule."""

    def score(self, sheet: StageSheet) -> StageOutcome:
        return sheet.outcome(sheet.joined() + 1)

    def combine(self, items: Sequence[Item], at: NodeAt) -> Figure | None:  # noqa: ARG002
        return largest_of(item.value for item in items)

    def value(self, x: Figure, at: NodeAt) -> Figure | None:  # noqa: ARG002
        return x * 2

    def weights(
        self, criteria: Sequence[WeightedAt], candidacy: CandidacyAt
    ) -> Mapping[str, Figure] | None:
        assert candidacy.candidacy.id
        return {each.id: Figure(Fraction(100, len(criteria))) for each in criteria}

    def seat(self, examiners: Sequence[Examiner], panel: PanelAt) -> Sequence[str]:  # noqa: ARG002
        return [each.id for each in examiners]

    def classify(self, result: ResultAt) -> str | None:  # noqa: ARG002
        return "semua"

    def key(self, result: ResultAt) -> Figure | None:
        return Figure(Fraction(len(result.candidacy.id)))

    def render(self, evaluation: Evaluation, at: ReportAt) -> str:
        return f"{at.lang}: {len(evaluation)}"


OFFERS = (
    "ujikom_stage_kinds",
    "ujikom_aggregators",
    "ujikom_value_functions",
    "ujikom_weightings",
    "ujikom_panel_rules",
    "ujikom_classifiers",
    "ujikom_tie_breakers",
    "ujikom_report_formats",
)


def plugin(calls: list[str]) -> ModuleType:
    """The module; `calls` keeps which hooks were called, in order."""

    def offered(name: str) -> Callable[[], list[Part[Any]]]:
        def told() -> list[Part[Any]]:
            calls.append(name)
            keys = {"reads": "examiners"} if name == "ujikom_stage_kinds" else {}
            return [offer("own", Own, **keys)]

        return hook(name, told)

    @hookimpl
    def ujikom_plugin_info() -> PluginInfo:
        calls.append("ujikom_plugin_info")
        return PluginInfo(api=1, title="Demo")

    @hookimpl
    def ujikom_amend_ruleset(ruleset: Ruleset) -> Ruleset | None:
        calls.append("ujikom_amend_ruleset")
        return evolve(ruleset, decision=evolve(ruleset.decision, cut_score=Figure(Fraction(200))))

    @hookimpl
    def ujikom_review_ruleset(ruleset: Ruleset) -> Sequence[Finding]:
        calls.append("ujikom_review_ruleset")
        return [review("decision", Text(ruleset.id, "seen"), "note")]

    @hookimpl
    def ujikom_evaluation_done(evaluation: Evaluation) -> None:
        calls.append(f"ujikom_evaluation_done of {len(evaluation)}")

    module = ModuleType("demo")
    passages = (ujikom_amend_ruleset, ujikom_review_ruleset, ujikom_evaluation_done)
    for each in (ujikom_plugin_info, *map(offered, OFFERS), *passages):
        setattr(module, each.__name__, each)
    return module


def test_all_twelve_hooks_take_part_each_at_its_time() -> None:
    calls: list[str] = []
    module = plugin(calls)
    plan = ujikom.plan(ujikom.parse_ruleset(HEAD + RULES), plugins={"demo": module})
    assert calls[0] == "ujikom_plugin_info"
    assert sorted(calls[1:9]) == sorted(OFFERS)
    assert calls[9:] == ["ujikom_amend_ruleset", "ujikom_review_ruleset"]
    assert said(plan.findings, "note") == ["UJ590 decision"]
    calls.clear()
    sheet = ujikom.parse_scoresheet(tables("A1 s E1 30\nA1 s E2 40\nA22 s E1 40"))
    evaluation = ujikom.evaluate(plan, sheet)
    assert calls == ["ujikom_evaluation_done of 2"]
    # 40 counts 80, and the kind adds 1; the amended cut score is 200
    first, second = evaluation
    assert (first.candidacy, shown(first.total)) == ("A1", "81")
    assert (second.candidacy, second.verdict) == ("A22", "incomplete")  # E2 has not marked yet
    assert (first.category, first.verdict, first.rank) == (
        "semua",
        "not-qualified",
        Rank(Fraction(1)),
    )
    (amendment,) = evaluation.provenance.amendments
    assert (amendment.plugin, amendment.path, amendment.after) == (
        "demo",
        "decision.cut-score",
        "200",
    )
    assert ujikom.render(evaluation, "demo:own", "en", plugins={"demo": module}) == "en: 2"


def test_a_plugin_amends_nothing_where_the_ruleset_does_not_say_so() -> None:
    calls: list[str] = []
    text = (HEAD + RULES).replace('{ version = "1.0", amends = true }', '"1.0"')
    ujikom.plan(ujikom.parse_ruleset(text), plugins={"demo": plugin(calls)})
    assert "ujikom_amend_ruleset" not in calls
    assert "ujikom_review_ruleset" in calls


def test_a_tie_breaker_of_a_plugin_parts_equals() -> None:
    plan = ujikom.plan(ujikom.parse_ruleset(HEAD + RULES), plugins={"demo": plugin([])})
    sheet = ujikom.parse_scoresheet(tables("A1 s E1 40\nA22 s E1 40"))
    ranks = {result.candidacy: result.rank for result in ujikom.evaluate(plan, sheet)}
    assert ranks == {"A1": Rank(Fraction(2)), "A22": Rank(Fraction(1))}  # the longer id first
