"""A whole ruleset compiled: gates, panels, decision, standings; and what a plan is."""

import pickle
from fractions import Fraction

import pytest

import ujikom_rules as ujikom
from tests.compiled import (
    HEAD,
    NAMED,
    PANEL,
    SCALE,
    findings_of,
    module,
    node,
    plan_of,
    said_of,
    stage,
)
from ujikom_rules.model.figure import Figure
from ujikom_rules.model.outcome import PluginUsed
from ujikom_rules.model.ruleset import FactRef
from ujikom_rules.planned import PlannedPart

F = Fraction
GATE = stage("g", 'require = { evidence = "sk" }', kind="requirement-gate")


def test_a_plan_is_the_whole_ruleset() -> None:
    rules = HEAD.replace('title = "Contoh"', 'title = { id = "Uji", en = "Test" }')
    plan = ujikom.plan(ujikom.parse_ruleset(rules + PANEL + GATE), plugins={})
    assert (plan.ruleset, plan.version, plan.title.say("en")) == ("uji/contoh", "1.0", "Test")
    assert plan.engine.startswith("ujikom-rules ")
    assert plan.digest.startswith("sha256:")
    assert [each.id for each in plan.stages] == ["w", "g"]
    assert [each.position for each in plan.stages] == [0, 1]
    assert (plan.plugins, plan.amendments, plan.observers) == ({}, (), ())
    found = plan.stage("g")
    assert found is not None
    assert (found.gives, found.reads_examiners, found.node.is_leaf) == ("verdict", False, True)
    assert plan.stage("x") is None


def test_a_plan_survives_pickling() -> None:
    plan = plan_of(PANEL + GATE)
    again = pickle.loads(pickle.dumps(plan))  # noqa: S301  our own
    assert again.digest == plan.digest
    assert [each.node.address for each in again.stages] == ["w", "g"]
    assert isinstance(again.decision.node.aggregation, PlannedPart)


def test_defaults_of_a_stage_and_of_the_decision() -> None:
    plan = plan_of(PANEL)
    (found,) = plan.stages
    assert (found.absence, found.when_failed, found.compare) == ("no-score", "go-on", "unrounded")
    assert (found.needs, found.by_examiner) == ((), False)
    root = plan.decision.node
    assert root.aggregation is not None
    assert root.weighting is not None
    assert (root.aggregation.name, root.weighting.name) == ("core:weighted-mean", "core:given")
    assert (plan.decision.cut_score, plan.decision.compare) == (None, "unrounded")
    (rank,) = plan.rankings
    assert (rank.id, rank.within, rank.method, rank.among) == (
        "rank", ("position",), "standard-competition", "eligible",
    )  # fmt: skip


def test_what_is_said_of_a_stage_and_of_the_decision_is_kept() -> None:
    keys = 'absence = "zero"\nwhen-failed = "stop"\ncompare = "rounded"\n'
    decision = '[decision]\ntitle = "Akhir"\ncut-score = 70.5\ncompare = "rounded"\n'
    more = 'value = { use = "linear", from = [0, 100], to = [0, 10] }\naggregation = "mean"\n'
    plan = plan_of(stage("w", SCALE, keys) + decision + more)
    (found,) = plan.stages
    assert (found.absence, found.when_failed, found.compare) == ("zero", "stop", "rounded")
    assert plan.decision.cut_score is not None
    assert (plan.decision.cut_score.value, plan.decision.compare) == (F("70.5"), "rounded")
    assert plan.decision.cut_score.path == "decision.cut-score"
    root = plan.decision.node
    assert (root.title.id, root.weighting, len(root.values)) == ("Akhir", None, 1)


# ------------------------------------------------------------------ stages that give no points


@pytest.mark.parametrize(
    "keys, code, column",
    [
        ("weight = 10", "UJ308 stages.g.weight", 10),
        ("factor = 2", "UJ308 stages.g.factor", 10),
        (SCALE, "UJ323 stages.g.scale", 1),
        ('reads = "examiners"', "UJ323 stages.g.reads", 1),
        ('value = "reversed"', "UJ323 stages.g.value", 1),
        ('pooling = "mean"', "UJ323 stages.g.pooling", 1),
        ('aggregation = "mean"', "UJ323 stages.g.aggregation", 1),
        ("each = { quorum = 2 }", "UJ323 stages.g.each", 1),
        ('criteria = [{ id = "a" }]', "UJ323 stages.g.criteria", 1),
        ("rounding = { stage = { places = 2 } }", "UJ323 stages.g.rounding", 1),
        ('classifier = { use = "bands", lower = { a = 0 } }', "UJ323 stages.g.classifier", 1),
        ("quorum = 2", "UJ323 stages.g.quorum", 1),
        ("target = 3", "UJ323 stages.g.target", 1),
        ('no-marks = { absent = "zero" }', "UJ323 stages.g.no-marks", 1),
        ('pool-by = "examiner"', "UJ323 stages.g.pool-by", 1),
        ('weighting = "equal"', "UJ323 stages.g.weighting", 1),
        ('missing = "zero"', "UJ323 stages.g.missing", 1),
    ],
)
@pytest.mark.parametrize(
    "kind",
    [
        'kind = "requirement-gate"\nrequire = { evidence = "sk" }',
        'kind = "evidence-gate"\nrequires = ["sk"]',
        'kind = "advisory"',
        'kind = "shortlist"\nkeep = 3',
    ],
)
def test_stages_without_points_take_no_keys_of_points(
    keys: str, code: str, column: int, kind: str
) -> None:
    rules = PANEL + f'[[stages]]\nid = "g"\n{kind}\n{keys}\n'
    found = {f"{each.code} {each.path}": each for each in findings_of(rules)}
    assert code in found
    assert found[code].place.column == column
    assert all(each.code in ("UJ308", "UJ323") for each in found.values())


def test_stages_without_points_take_the_keys_that_mean_something_there() -> None:
    said = ['title = "Dokumen"', 'absence = "zero"', 'compare = "rounded"', 'needs = ["w"]']
    more = [
        'when-failed = "stop"',
        'source = { title = "SE 2025" }',
        "panel = []",
        'requires = ["sk"]',
    ]
    assert said_of(PANEL + stage("g", *said, *more, kind="evidence-gate")) == []


def test_a_stage_without_a_kind_or_of_an_unknown_one() -> None:
    assert said_of(PANEL + '[[stages]]\nid = "x"\n') == ["UJ202 stages.x.kind"]
    assert said_of(PANEL + stage("x", kind="pannel")) == ["UJ511 stages.x.kind"]
    assert said_of(PANEL + stage("x", "keep = 3", "bye = 2", kind="shortlist")) == [
        "UJ201 stages.x.bye"
    ]


def test_a_kind_may_be_a_table_with_its_keys() -> None:
    rules = '[[stages]]\nid = "g"\nkind = { use = "evidence-gate", requires = ["sk"] }\n'
    part = plan_of(PANEL + rules).stages[1].kind.part
    assert part.requires == ("sk",)


# ------------------------------------------------------------------ needs, panels, validity


def test_needs_look_only_back() -> None:
    rules = stage("v", SCALE, "weight = 50", 'needs = ["w"]')
    rules += stage("w", SCALE, "weight = 50", 'needs = ["v", "w", "x"]')
    found = findings_of(rules)
    assert [(each.code, each.path, each.args["got"]) for each in found] == [
        ("UJ313", "stages.v.needs.0", "w"),
        ("UJ313", "stages.w.needs.1", "w"),
        ("UJ312", "stages.w.needs.2", "x"),
    ]
    plan = plan_of(rules.replace('["w"]', "[]").replace(', "w", "x"', ""))
    assert plan.stages[1].needs == ("v",)


def test_a_stage_may_have_its_own_panel() -> None:
    event = '[panel]\nuse = "composition"\nsize = { at-least = 3 }\n'
    own = 'panel = { use = "composition", quorum = 2 }'
    rules = event + stage("v", SCALE, "weight = 50") + stage("w", SCALE, "weight = 50", own)
    plan = plan_of(rules)
    assert [len(each) for each in plan.panels] == [1, 1]
    assert [(node(plan, each).panel, node(plan, each).quorum) for each in "vw"] == [
        (0, None), (1, 2),
    ]  # fmt: skip
    assert said_of(rules.replace("quorum = 2", "quorm = 2")) == ["UJ201 stages.w.panel.quorm"]


def test_several_panel_rules_all_stay() -> None:
    rules = (
        '[[panel]]\nuse = "composition"\nsize = { at-least = 3 }\n'
        '[[panel]]\nuse = "composition"\nquorum = 4\n[[panel]]\nuse = "compositoin"\n'
    )
    assert said_of(rules + PANEL) == ["UJ511 panel.2.use"]
    plan = plan_of(rules.rsplit("[[panel]]", 1)[0] + PANEL)
    assert len(plan.panels[0]) == 2
    assert node(plan, "w").quorum == 4


def test_the_validity_of_imported_results_holds_for_every_leaf() -> None:
    valid = "valid = { years = 3 }"
    plan = plan_of(stage("w", SCALE, valid, kind="imported"))
    assert node(plan, "w").valid_years == 3
    criteria = 'criteria = [{ id = "a", criteria = [{ id = "b" }] }]'
    plan = plan_of(stage("w", SCALE, valid, criteria, kind="imported"))
    assert [each.valid_years for each in node(plan, "w").leaves()] == [3]
    assert node(plan_of(stage("w", SCALE, kind="imported")), "w").valid_years is None


# ------------------------------------------------------------------ facts


@pytest.mark.parametrize(
    "since, nearest", [("lahir", None), ("lahr", "lahir"), ("kelompok", ""), ("usia", "")]
)
def test_derived_facts_count_from_a_date(since: str, nearest: str | None) -> None:
    facts = (
        '[facts]\nlahir = { type = "date" }\nkelompok = { type = "text" }\n'
        f'usia = {{ type = "years", since = "{since}" }}\n'
    )
    found = [(each.code, each.path, each.args["nearest"]) for each in findings_of(facts + PANEL)]
    assert found == ([] if nearest is None else [("UJ318", "facts.usia.since", nearest)])


# ------------------------------------------------------------------ the decision


BASE = """schema = 1
[ruleset]
id = "uji/induk"
version = "1.0"
title = "Induk"
[[stages]]
id = "v"
kind = "panel"
scale = { lower = 0, upper = 100 }
[[stages]]
id = "w"
kind = "panel"
scale = { lower = 0, upper = 100 }
[[open]]
key = "decision.weighting"
[[open]]
key = "stages.w.weight"
at-least = 30
breach = "warning"
article = "Pasal 5"
"""


def test_bounds_of_a_base_lie_on_weights_that_only_arise() -> None:
    plan = ujikom.plan(ujikom.parse_ruleset(BASE + '[decision]\nweighting = "equal"\n'), plugins={})
    first, second = plan.decision.node.children
    assert first.bounds == ()
    (bound,) = second.bounds
    assert (bound.key, bound.at_least, bound.at_most) == ("stages.w.weight", F(30), None)
    assert (bound.breach, bound.article) == ("warning", "Pasal 5")


def test_the_categories_of_the_decision_know_its_bounds() -> None:
    bands = '[decision]\nclassifier = { use = "bands", lower = { tinggi = 60, rendah = %s } }\n'
    assert said_of(PANEL + bands % 0) == []
    assert said_of(PANEL + bands % 1) == ["UJ513 decision.classifier.lower.rendah"]
    # a sum has no bounds that could be known
    free = bands % 1 + 'aggregation = "sum"\n'
    assert said_of(PANEL + free) == []
    # nor has what a value function made
    valued = bands % 1 + 'value = { use = "linear", from = [0, 100], to = [50, 100] }\n'
    assert said_of(PANEL + valued) == []


# ------------------------------------------------------------------ standings


def test_standings_are_read_with_their_parts() -> None:
    facts = '[facts]\nkelompok = { type = "text" }\nmasa = { type = "number" }\n'
    rules = (
        "[ranking]\nwithin = ['event', { fact = 'kelompok' }]\nmethod = 'dense'\namong = 'all'\n"
        "compare = 'rounded'\ntie-breaks = [{ use = 'fact', fact = 'masa', order = 'ascending' }]\n"
        "[rankings.lokasi]\nby = { stage = 'w' }\nwithin = 'event'\n"
    )
    plan = plan_of(facts + PANEL + rules)
    rank, lokasi = plan.rankings
    assert (rank.method, rank.among, rank.compare) == ("dense", "all", "rounded")
    assert [each if isinstance(each, str) else each.name for each in rank.within] == [
        "event", "kelompok",
    ]  # fmt: skip
    assert isinstance(rank.within[1], FactRef)
    assert [(each.part.name, each.ascending) for each in rank.tie_breaks] == [("core:fact", True)]
    assert (lokasi.id, lokasi.by, lokasi.within) == ("lokasi", "w", ("event",))


@pytest.mark.parametrize(
    "keys, codes",
    [
        ("within = { fact = 'kelompok' }", ["UJ311 ranking.within"]),
        ("by = { stage = 'x' }", ["UJ312 ranking.by"]),
        ("by = 'total'", []),
        ("by = { stage = 'g' }", ["UJ332 ranking.by"]),
        ("tie-breaks = [{ use = 'stage-score', stage = 'g' }]", ["UJ332 ranking.tie-breaks.0.stage"]),
        ("tie-breaks = [{ use = 'criterion-score', stage = 'g', criterion = 'x' }]",
         ["UJ332 ranking.tie-breaks.0.stage"]),
        ("tie-breaks = [{ use = 'criterion-score', stage = 'w', criterion = 'x' }]",
         ["UJ312 ranking.tie-breaks.0.criterion"]),
        ("tie-breaks = [{ use = 'criterion-score', stage = 'x', criterion = 'x' }]",
         ["UJ312 ranking.tie-breaks.0.stage"]),
        ("tie-breaks = ['fatc']", ["UJ511 ranking.tie-breaks.0"]),
        ("tie-breaks = [{ use = 'stage-score', stage = 'x' }]",
         ["UJ312 ranking.tie-breaks.0.stage"]),
        ("tie-breaks = [{ use = 'stage-score', stage = 'w' }]", []),
        ("method = 'ordinal'", ["UJ331 ranking.method"]),
        ("method = 'ordinal'\ntie-breaks = [{ use = 'stage-score', stage = 'w' }]",
         ["UJ331 ranking.method"]),
        ("method = 'ordinal'\ntie-breaks = ['lot']", []),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_standing(keys: str, codes: list[str]) -> None:
    assert said_of(PANEL + GATE + f"[ranking]\n{keys}\n") == codes


def test_a_tie_break_names_a_criterion_of_the_stage() -> None:
    rules = stage("w", SCALE, 'criteria = [{ id = "lisan", criteria = [{ id = "isi" }] }]')
    read = "[ranking]\ntie-breaks = [{ use = 'criterion-score', stage = 'w', criterion = '%s' }]\n"
    assert said_of(rules + read % "lisan.isi") == []
    (found,) = findings_of(rules + read % "lisna")
    assert (found.code, found.place.line) == ("UJ312", 12)
    assert (found.args["got"], found.args["nearest"]) == ("w.lisna", "w.lisan")
    # in a stage that could not be planned, nothing is known of criteria
    unknown = rules.replace('"panel"', '"panle"')
    assert said_of(unknown + read % "lisan") == ["UJ511 stages.w.kind"]
    assert said_of(unknown + "[ranking]\nby = { stage = 'w' }\n") == ["UJ511 stages.w.kind"]


def test_a_shortlist_compares_a_stage_that_has_a_value() -> None:
    short = stage("s", "keep = 3", "by = { stage = '%s' }", kind="shortlist")
    assert said_of(PANEL + GATE + short % "w") == []
    assert said_of(PANEL + GATE + short % "g") == ["UJ332 stages.s.by.stage"]


# ------------------------------------------------------------------ plugins


def test_a_plan_names_the_plugins_that_took_part() -> None:
    plan = plan_of(NAMED + PANEL, {"demo": module(), "other": module("other")})
    assert plan.plugins == {"demo": PluginUsed("in process", "")}


def test_every_number_that_decides_is_a_figure() -> None:
    rules = stage("v", SCALE, "weight = 40") + stage("w", SCALE, 'weight = "rest"')
    plan = plan_of(rules + "[decision]\ncut-score = 70\n")
    figures = [each.weight for each in plan.decision.node.children] + [plan.decision.cut_score]
    assert all(isinstance(each, Figure) and each.place.line for each in figures)
