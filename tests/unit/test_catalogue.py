"""Catalogues: which plugins are there, how they are loaded and checked, and their passages."""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from importlib.metadata import EntryPoint
from itertools import permutations
from types import ModuleType
from typing import Any, Literal

import pytest
from attrs import evolve, field, frozen

import ujikom_rules as ujikom
from tests.compiled import PANEL, SCALE, core_parts, module, stage
from tests.little_events import HEAD, score
from ujikom_rules.catalogue import discovery, plugins
from ujikom_rules.catalogue.catalogue import open_catalogue
from ujikom_rules.catalogue.discovery import Found, given, installed, meets
from ujikom_rules.contract import hookspecs
from ujikom_rules.contract.hookspecs import OFFERS, PASSAGES
from ujikom_rules.errors import Finding, Place, Refused, Severity
from ujikom_rules.messages import finding, text_of
from ujikom_rules.model.figure import Figure
from ujikom_rules.model.outcome import Evaluation, PluginUsed
from ujikom_rules.model.ruleset import PluginSpec, Ruleset
from ujikom_rules.planned import Plan
from ujikom_rules.plugin import (
    Item,
    NodeAt,
    Part,
    PluginInfo,
    StageOutcome,
    StageSheet,
    Text,
    hookimpl,
    mean_of,
    review,
)

Modules = Mapping[str, ModuleType]


@frozen(kw_only=True)
class Mean:
    """An aggregator."""

    def combine(self, items: Sequence[Item], at: NodeAt) -> Figure | None:  # noqa: ARG002
        return mean_of(item.value for item in items)


def opened(made: ModuleType, version: str = "1.0") -> list[tuple[str, Mapping[str, Any]]]:
    """What is said of one plugin in process, with what the text is filled with."""
    spec = PluginSpec("demo", version, place=Place("a.toml", 3, 1), path="plugins.demo")
    catalogue, findings = open_catalogue((spec,), {"demo": made})
    assert catalogue.find("aggregators", "core:mean") is not None
    for each in findings:
        assert (each.place, each.path, each.plugin) == (spec.place, spec.path, "demo")
    return [(each.code, each.args) for each in findings]


def reasons(*parts: Any, hook: str = "aggregators") -> list[str]:
    """Why offered parts do not fit."""
    made = holding(f"ujikom_{hook}", hookimpl(lambda: list(parts)))
    return [str(args["reason"]) for code, args in opened(made) if code == "UJ510"]


@frozen(kw_only=True)
class Inner:
    """A table among the keys of a part."""

    side: Literal["left", "right"] = "left"


@frozen(kw_only=True)
class Titled:
    """An aggregator whose keys have titles."""

    way: Literal["high", "low"] = "high"
    givers: tuple[str, ...] = ()
    inner: Inner | None = None
    by_side: Mapping[str, Inner] = field(factory=dict)

    def combine(self, items: Sequence[Item], at: NodeAt) -> Figure | None:  # noqa: ARG002
        return mean_of(item.value for item in items)


SAID = Text("cara", "way")
HAS_NOT = "which the part has not"
MAY_NOT = "words= names 'left', which may not stand under 'way'"


@pytest.mark.parametrize(
    "offered, reason",
    [
        ({"titles": {"way": SAID, "side": SAID, "by-side": SAID}}, ""),
        ({"words": {"way": {"low": SAID}, "side": {"right": SAID}}}, ""),
        ({"words": {"givers": {"mayor": SAID}}}, ""),  # any text may stand there
        ({"titles": {"wy": SAID}}, f"titles= names the key 'wy', {HAS_NOT}; it has 'way'"),
        (
            {"words": {"by_side": {}}},
            f"words= names the key 'by_side', {HAS_NOT}; it has 'by-side'",
        ),
        ({"titles": {"zzzzzz": SAID}}, f"titles= names the key 'zzzzzz', {HAS_NOT}"),
        ({"titles": {"way": "cara"}}, "titles= takes a Text for 'way'"),
        ({"titles": [SAID]}, "titles= takes a mapping by key"),
        ({"words": {"way": SAID}}, "words= takes a Text for each word of 'way'"),
        ({"words": {"way": {"low": "rendah"}}}, "words= takes a Text for each word of 'way'"),
        ({"words": {"way": {"left": SAID}}}, MAY_NOT),
    ],
)
def test_titles_are_held_against_the_keys_of_the_part(offered: dict[str, Any], reason: str) -> None:
    assert reasons(Part("titled", Titled, **offered)) == ([reason] if reason else [])


# ------------------------------------------------------------------ discovery


@pytest.mark.parametrize(
    "has, wants, met",
    [
        ("1.0", "1.0", True),
        ("1.9.3", "1.2", True),
        ("1.10", "1.9", True),
        ("1.0", "1.0.0", True),
        ("1", "1.0", True),
        ("2.0", "1.0", False),
        ("0.9", "1.0", False),
        ("1.1", "1.2", False),
        ("1.2rc1", "1.2", True),
        ("dev", "1.0", False),
        ("1.0", "", False),
    ],
)
def test_a_version_is_at_least_the_one_wanted_and_below_the_next_major(
    has: str, wants: str, met: bool
) -> None:
    assert meets(has, wants) is met


def test_what_is_installed_is_known_without_importing(monkeypatch: pytest.MonkeyPatch) -> None:
    entries = [EntryPoint(name, "no.such.module", "ujikom_rules") for name in ("b", "a")]
    monkeypatch.setattr(discovery, "entry_points", lambda group: entries if group else [])
    assert [(each.namespace, each.shown) for each in installed()] == [
        ("a", "no.such.module"),
        ("b", "no.such.module"),
    ]


def test_modules_given_in_process_have_no_version() -> None:
    (found,) = given({"demo": module()})
    assert (found.shown, found.version) == ("in process", "")
    assert opened(module(), version="99.0") == []


def test_nothing_installed_is_looked_at_where_modules_are_given(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def never(group: str) -> None:
        raise AssertionError(group)

    monkeypatch.setattr(discovery, "entry_points", never)
    assert ujikom.check(ujikom.parse_ruleset(HEAD + PANEL), plugins={}) == ()
    assert ujikom.check(ujikom.parse_ruleset(HEAD + PANEL)) == ()  # none is named


def test_the_core_enters_by_the_same_door() -> None:
    catalogue, findings = open_catalogue((), {})
    assert findings == ()
    assert list(catalogue.loaded) == ["core"]
    assert all(name.startswith("core:") for name in core_parts())
    assert "mean" in catalogue.known("aggregators")
    assert set(catalogue.offers) == {hook.removeprefix("ujikom_") for hook in OFFERS}


# ------------------------------------------------------------------ loading


def test_a_good_plugin_is_taken_in_with_its_parts() -> None:
    spec = PluginSpec("demo", "1.0")
    made = module(aggregators=[Part("rata", Mean)])
    catalogue, findings = open_catalogue((spec,), {"demo": made, "other": module("other")})
    assert findings == ()
    assert list(catalogue.loaded) == ["core", "demo"]
    offered = catalogue.find("aggregators", "demo:rata")
    assert offered is not None
    assert (offered.owner.namespace, offered.fields, offered.cohort) == ("demo", (), False)
    assert "demo:rata" in catalogue.known("aggregators")


def test_one_module_cannot_be_two_plugins() -> None:
    made = module()
    specs = (PluginSpec("demo", "1.0"), PluginSpec("other", "1.0"))
    _, (found,) = open_catalogue(specs, {"demo": made, "other": made})
    assert (found.code, found.plugin) == ("UJ503", "other")


def test_a_plugin_that_is_missing_is_named_with_what_to_install() -> None:
    spec = PluginSpec("malng", "1.0", place=Place("a.toml", 3, 1))
    _, (found,) = open_catalogue((spec,), {"malang": module()})
    assert found.code == "UJ501"
    assert (found.args["package"], found.args["nearest"]) == ("ujikom-rules-malng", "malang")


def answering(info: Any) -> ModuleType:
    made = module()

    def ujikom_plugin_info() -> Any:
        if isinstance(info, Exception):
            raise info
        return info

    made.__dict__["ujikom_plugin_info"] = hookimpl(ujikom_plugin_info)
    return made


@pytest.mark.parametrize(
    "made, code, said",
    [
        (ModuleType("demo"), "UJ505", {}),
        (answering(None), "UJ505", {}),
        (answering("Demo"), "UJ515", {"hook": "ujikom_plugin_info", "said": "str"}),
        (answering(LookupError("x")), "UJ514",
         {"hook": "ujikom_plugin_info", "reason": "LookupError: x"}),
        (answering(PluginInfo(api=2, title="x")), "UJ504", {"api": 2, "expected": 1}),
    ],
)  # fmt: skip
def test_a_plugin_says_who_it_is(made: ModuleType, code: str, said: Mapping[str, Any]) -> None:
    ((found, args),) = opened(made)
    assert found == code
    assert said.items() <= args.items()


def nothing(mark: bool = True) -> Any:
    """A function that answers nothing, marked as a hook or not."""

    def answer() -> None:
        pass

    return hookimpl(answer) if mark else answer


def _of_ruleset(ruleset: Ruleset) -> None:
    del ruleset


def _with_default(ruleset: Ruleset | None = None) -> None:
    del ruleset


def _asks(ruleset: Ruleset, sheet: object, *more: object) -> None:
    del ruleset, sheet, more


def holding(name: str, function: Any) -> ModuleType:
    made = module()
    made.__dict__[name] = function
    return made


@pytest.mark.parametrize(
    "name, function, code, said",
    [
        ("ujikom_agregators", nothing(), "UJ506", {"nearest": "ujikom_aggregators"}),
        ("ujikom_helper", nothing(False), "UJ506", {"hook": "ujikom_helper"}),
        ("offers", nothing(), "UJ506", {"hook": "offers"}),
        ("ujikom_aggregators", nothing(False), "UJ508", {"hook": "ujikom_aggregators"}),
        ("ujikom_review_ruleset", hookimpl(_asks), "UJ507",
         {"reason": "sheet, more", "expected": "ruleset"}),
        ("ujikom_review_ruleset", hookimpl(_with_default), "UJ507", {"reason": "ruleset"}),
        ("ujikom_aggregators", hookimpl(_of_ruleset), "UJ507",
         {"reason": "ruleset", "expected": "—"}),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_hook(
    name: str, function: Any, code: str, said: Mapping[str, Any]
) -> None:
    ((found, args),) = opened(holding(name, function))
    assert found == code
    assert said.items() <= args.items()


@pytest.mark.parametrize("option", ["tryfirst", "trylast", "wrapper", "hookwrapper"])
def test_the_order_is_the_rulesets_to_say(option: str) -> None:
    def ujikom_aggregators() -> Iterator[None]:
        yield

    options: Any = {option: True}
    marked = hookimpl(**options)(ujikom_aggregators)
    assert [code for code, _ in opened(holding("ujikom_aggregators", marked))] == ["UJ516"]
    other = hookimpl(specname="ujikom_aggregators")(nothing(False))
    assert [code for code, _ in opened(holding("ujikom_weightings", other))] == ["UJ516"]


def test_all_faults_of_a_plugin_are_said_in_one_run() -> None:
    made = holding("ujikom_agregators", nothing())
    made.__dict__["ujikom_weightings"] = nothing(False)
    assert [code for code, _ in opened(made)] == ["UJ506", "UJ508"]


def test_what_a_module_only_imports_is_no_hook() -> None:
    made = module()
    made.__dict__["ujikom_aggregators"] = hookspecs.ujikom_aggregators
    made.__dict__["number"] = 5
    assert opened(made) == []


# ------------------------------------------------------------------ offers


@frozen(kw_only=True)
class Bare:
    """Has no method."""


@frozen(kw_only=True)
class Silent:
    """Has a method that says nothing of its arguments."""

    combine = max


@frozen(kw_only=True)
class Held:
    """Takes a key of the frame."""

    weight: Fraction = Fraction(1)

    def score(self, sheet: StageSheet) -> StageOutcome:
        return sheet.outcome(self.weight)


@frozen(kw_only=True)
class Loop:
    """A table that holds itself."""

    inside: tuple["Loop", ...] = ()


@frozen(kw_only=True)
class Looping:
    """Never comes to an end."""

    loop: Loop | None = None

    def combine(self, items: Sequence[Item], at: NodeAt) -> Figure | None:  # noqa: ARG002
        return items[0].value


@frozen(kw_only=True)
class Cohort:
    """Looks at everybody."""

    def score_all(self, cohort: Any) -> Mapping[str, StageOutcome]:
        return {each: StageOutcome(kept=True) for each in cohort.sheets}


@frozen(kw_only=True)
class Fine:
    """A stage kind."""

    def score(self, sheet: StageSheet) -> StageOutcome:
        return sheet.outcome(sheet.joined())


@pytest.mark.parametrize(
    "part, hook, reason",
    [
        (Part("Rata", Mean), "aggregators", "its name 'Rata' is no id"),
        (Part("x", lambda: Mean()), "aggregators", "make= takes a frozen attrs class"),  # noqa: PLW0108
        (Part("x", Bare), "aggregators", "Bare has no method combine"),
        (Part("x", Mean), "weightings", "Mean has no method weights"),
        (Part("x", Silent), "aggregators", "Silent.combine takes other arguments than the role"),
        (Part("x", Held), "stage_kinds", "Held.weight: the key 'weight' is the core's"),
        (Part("x", Looping), "aggregators", "a table of its keys holds itself"),
        (Part("x", Mean, takes="weights"), "aggregators",  # type: ignore[arg-type]
         "takes= takes one of weight, factor, nothing"),
        (Part("x", Fine, gives="points"), "stage_kinds", "gives= takes one of value"),  # type: ignore[arg-type]
        (Part("x", Fine, reads="all"), "stage_kinds", "reads= takes one of"),  # type: ignore[arg-type]
        (Part("x", Fine, criteria=Held), "stage_kinds", "Held.weight: the key 'weight'"),
        (Part("x", Fine, criteria=5), "stage_kinds", "criteria= takes a frozen"),  # type: ignore[arg-type]
        (Part("x", Cohort), "stage_kinds", "a kind with score_all gives no points"),
    ],
)  # fmt: skip
def test_a_part_fits_its_role(part: Any, hook: str, reason: str) -> None:
    (found,) = reasons(part, hook=hook)
    assert found.startswith(reason)


def test_a_kind_may_look_at_everybody_and_keep_some() -> None:
    assert opened(module(stage_kinds=[Part("x", Cohort, gives="shortlist")])) == []


def test_a_name_twice_names_both_owners() -> None:
    made = module(aggregators=[Part("x", Mean), Part("x", Mean)])
    assert opened(made) == [
        ("UJ509", {
            "got": "demo", "distribution": "in process", "part": "demo:x",
            "owners": ("in process", "in process"),
        }),
    ]  # fmt: skip
    # the same name in two roles is two parts
    other = module(aggregators=[Part("x", Mean)], stage_kinds=[Part("x", Fine)])
    assert opened(other) == []


def test_an_offer_is_run_inside_the_guard() -> None:
    def halfway() -> Iterator[Any]:
        yield Part("x", Mean)
        raise LookupError("no more")

    ((code, args),) = opened(module(aggregators=halfway))
    assert (code, args["reason"]) == ("UJ514", "LookupError: no more")
    ((code, args),) = opened(module(aggregators=[Mean]))
    assert (code, args["expected"], args["said"]) == ("UJ515", "Part", "type")


# ------------------------------------------------------------------ passages


def planned(more: str, modules: Modules, stages: str = PANEL) -> Plan:
    return ujikom.plan(ujikom.parse_ruleset(HEAD + more + stages), plugins=modules)


def heavier(ruleset: Ruleset) -> Ruleset:
    """The cut score raised by ten."""
    cut = ruleset.decision.cut_score
    assert cut is not None
    return evolve(ruleset, decision=evolve(ruleset.decision, cut_score=cut + 10))


def retitled(ruleset: Ruleset) -> Ruleset:
    """Another title, and a panel's stage renamed in people's words."""
    first, *rest = ruleset.stages
    changed = evolve(first, title=Text.same("Wawancara"))
    return evolve(ruleset, title=Text.same("Diubah"), stages=(changed, *rest))


CUT = PANEL + "[decision]\ncut-score = 70\n"


def amending(*names: str, amends: str = "true") -> str:
    lines = [f'{name} = {{ version = "1", amends = {amends} }}' for name in names]
    return "\n".join(["[plugins]", *lines, ""])


def test_an_amendment_is_recorded_before_and_after() -> None:
    made = {"demo": module(amend_ruleset=heavier), "other": module("other", amend_ruleset=heavier)}
    plan = planned(amending("demo", "other"), made, CUT)
    assert plan.decision.cut_score is not None
    assert plan.decision.cut_score.value == 90
    assert [(each.plugin, each.path, each.before, each.after) for each in plan.amendments] == [
        ("demo", "decision.cut-score", "70", "80"),
        ("other", "decision.cut-score", "80", "90"),
    ]
    unchanged = {name: module(name) for name in made}
    written = planned(amending("demo", "other"), unchanged, CUT)
    assert plan.digest == written.digest  # of what the officer wrote
    evaluation = score(plan, "A w E1 85")
    assert evaluation["A"].verdict == "not-qualified"
    assert ujikom.document(evaluation)["provenance"]["amendments"] == [  # type: ignore[index]
        {"plugin": "demo", "path": "decision.cut-score", "before": "70", "after": "80"},
        {"plugin": "other", "path": "decision.cut-score", "before": "80", "after": "90"},
    ]


def test_texts_are_amended_in_the_open_too() -> None:
    plan = planned(amending("demo"), {"demo": module(amend_ruleset=retitled)})
    assert {each.path: each.after for each in plan.amendments} == {
        "title": "Diubah",
        "stages.w.title": "Wawancara",
    }


def in_place(ruleset: Ruleset) -> None:
    facts: Any = ruleset.facts
    facts.clear()


def test_a_change_in_place_is_recorded_too() -> None:
    facts = '[facts]\nx = { type = "number" }\n'
    plan = planned(facts + amending("demo"), {"demo": module(amend_ruleset=in_place)})
    assert [(each.path, each.before, each.after) for each in plan.amendments] == [
        ("facts.x.name", "x", ""),
        ("facts.x.type", "number", ""),
    ]


def test_only_where_the_ruleset_allows_it() -> None:
    made = {"demo": module(amend_ruleset=heavier)}
    for more in (amending("demo", amends="false"), '[plugins]\ndemo = "1"\n'):
        plan = planned(more, made, CUT)
        assert plan.amendments == ()
        assert plan.decision.cut_score is not None
        assert plan.decision.cut_score.value == 70


def answers(answer: object) -> Any:
    def passage(ruleset: Ruleset) -> object:
        del ruleset
        if isinstance(answer, BaseException):
            raise answer
        return answer

    return passage


def test_no_answer_is_no_amendment() -> None:
    made = {"demo": module(amend_ruleset=answers(None))}
    assert planned(amending("demo"), made).amendments == ()


def generating(ruleset: Ruleset) -> Iterator[Finding]:
    yield review(ruleset.stages[0].path, Text.same("satu"))
    raise LookupError("two")


@pytest.mark.parametrize(
    "hook, answer, code, said",
    [
        ("amend_ruleset", answers(5), "UJ515", "ujikom_amend_ruleset must answer Ruleset, not int"),
        ("amend_ruleset", answers(LookupError("x")), "UJ514", "ujikom_amend_ruleset: LookupError"),
        ("review_ruleset", answers(5), "UJ514", "ujikom_review_ruleset: TypeError"),
        ("review_ruleset", answers(["x"]), "UJ515", "ujikom_review_ruleset must answer Finding"),
        ("review_ruleset", answers([Finding(code="X1", severity="error")]), "UJ515", "Finding"),
        ("review_ruleset", answers(SystemExit(3)), "UJ514", "SystemExit: 3"),
        ("review_ruleset", generating, "UJ514", "LookupError: two"),
    ],
)
def test_a_passage_that_fails_stops_the_run(hook: str, answer: Any, code: str, said: str) -> None:
    with pytest.raises(Refused) as refused:
        planned(amending("demo"), {"demo": module(**{hook: answer})})
    (found,) = refused.value.findings
    assert (found.code, found.path, found.plugin) == (code, "plugins.demo", "demo")
    assert said in text_of(found, "en")


def reviewing(ruleset: Ruleset) -> Sequence[Finding]:
    said = Text.same("lihat ini")
    elsewhere = finding("UJ590", Place("b.toml", 1, 1), said=said, hint="")
    paths = ("stages.w.scale.upper", "stages.w", "decision", "nowhere")
    severity: Severity = "error" if ruleset.rounding else "warning"
    return [*(review(path, said, severity) for path in paths), elsewhere]


def test_a_review_is_said_with_its_plugin_at_its_key() -> None:
    plan = planned('[plugins]\ndemo = "1"\n', {"demo": module(review_ruleset=reviewing)}, CUT)
    assert [(each.path, str(each.place), each.plugin) for each in plan.findings] == [
        ("nowhere", "-:8:1", "demo"),
        ("stages.w", "-:9:1", "demo"),
        ("stages.w.scale.upper", "-:12:30", "demo"),
        ("decision", "-:13:1", "demo"),
        ("", "b.toml:1:1", "demo"),
    ]
    assert {each.severity for each in plan.findings} == {"warning"}
    with pytest.raises(Refused):
        planned(
            '[plugins]\ndemo = "1"\n[rounding]\nstage = { places = 2 }\n',
            {"demo": module(review_ruleset=reviewing)},
            CUT,
        )


def test_an_unfit_ruleset_is_not_reviewed() -> None:
    made = {"demo": module(review_ruleset=answers(LookupError("never asked")))}
    rules = HEAD + '[plugins]\ndemo = "1"\n' + stage("w", SCALE, "wieght = 5")
    codes = [each.code for each in ujikom.check(ujikom.parse_ruleset(rules), plugins=made)]
    assert codes == ["UJ201"]


SEEN: list[str] = []


def told(evaluation: Evaluation) -> None:
    SEEN.append(evaluation.event)


def told_nothing() -> None:
    SEEN.append("")


def failing(evaluation: Evaluation) -> None:
    raise ConnectionError(evaluation.event)


def test_observers_are_told_in_order_and_one_that_fails_changes_nothing() -> None:
    SEEN.clear()
    made = {
        "satu": module("satu", evaluation_done=told),
        "dua": module("dua", evaluation_done=failing),
        "tiga": module("tiga", evaluation_done=told_nothing),
    }
    named = "[plugins]\n" + "".join(f'{name} = "1"\n' for name in made)
    observed = score(planned(named, made), "A w E1 80")
    assert SEEN == ["acara", ""]
    (found,) = [each for each in observed.findings if each.code == "UJ523"]
    assert (found.severity, found.plugin, found.path) == ("warning", "dua", "plugins.dua")
    assert "ConnectionError: acara" in text_of(found, "en")
    alone = score(planned("", {}), "A w E1 80")
    assert ujikom.document(observed)["results"] == ujikom.document(alone)["results"]


def test_the_twelve_hooks() -> None:
    assert set(plugins.SPECS) == {"ujikom_plugin_info", *OFFERS, *PASSAGES}
    assert len(plugins.SPECS) == 12


# ------------------------------------------------------------------ nothing depends on order


def good(name: str) -> ModuleType:
    return module(name, aggregators=[Part("rata", Mean)], stage_kinds=[Part("fine", Fine)])


def test_four_good_plugins_in_every_order_give_the_same_results() -> None:
    names = ("satu", "dua", "tiga", "empat")
    stages = stage("w", SCALE, 'pooling = "dua:rata"', "weight = 40") + stage(
        "v", SCALE, 'reads = "examiners"', "weight = 60", kind="tiga:fine"
    )
    marks = "A w E1 80\nA w E2 71\nA v E1 60\nB w E1 50\nB v E2 90"
    found = set()
    for order in permutations(names):
        table = "[plugins]\n" + "".join(f'{name} = "1"\n' for name in order)
        made = {name: good(name) for name in reversed(order)}
        plan = planned(table, made, stages)
        assert list(plan.plugins) == list(order)
        assert set(plan.plugins.values()) == {PluginUsed("in process", "")}
        found.add((plan.digest, str(ujikom.document(score(plan, marks))["results"])))
    assert len(found) == 1


def test_naming_a_plugin_moves_no_score() -> None:
    marks = "A w E1 80\nB w E1 70"
    named = score(planned('[plugins]\nsatu = "1"\n', {"satu": good("satu")}), marks)
    assert (
        ujikom.document(named)["results"]
        == ujikom.document(score(planned("", {"satu": good("satu")}), marks))["results"]
    )


def test_found_is_shown_with_its_version() -> None:
    assert Found("demo", "ujikom-rules-demo", "1.2").shown == "ujikom-rules-demo 1.2"
