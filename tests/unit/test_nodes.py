"""The nodes of the tree as they are read: every key of the frame typed, nothing inherited yet."""

from fractions import Fraction

import pytest

from ujikom_rules.errors import Finding
from ujikom_rules.exact import Rounding
from ujikom_rules.messages import text_of
from ujikom_rules.model.figure import Figure
from ujikom_rules.model.ruleset import FactRef, NodeSpec, Scale
from ujikom_rules.reading import nodes
from ujikom_rules.reading.document import read_document
from ujikom_rules.reading.structure import Log

F = Fraction


def read(keys: str, *, decision: bool = False) -> tuple[NodeSpec, tuple[Finding, ...]]:
    """A stage ``w`` (or the decision) with some keys."""
    head = "[decision]\n" if decision else '[[stages]]\nid = "w"\nkind = "panel"\n'
    root, _ = read_document(f"{head}{keys}\n", "a.toml")
    assert root is not None
    entry = root.table()["decision"] if decision else root.table()["stages"].items()[0]
    log = Log()
    found = (nodes.decision if decision else nodes.stage)(entry, log)
    assert found is not None
    return found, tuple(log.findings)


def stage(keys: str) -> NodeSpec:
    found, findings = read(keys)
    assert findings == ()
    return found


def notes(keys: str, *, decision: bool = False) -> list[str]:
    return [f"{each.code} {each.path}" for each in read(keys, decision=decision)[1]]


def test_a_key_that_was_not_written_is_none() -> None:
    found = stage("")
    assert (found.id, found.weight, found.rest, found.scale, found.value) == (
        "w", None, False, None, None,
    )  # fmt: skip
    assert (found.rounding, found.no_marks, found.needs, found.criteria) == ({}, {}, (), ())
    assert found.kind is not None
    assert found.kind.use == "core:panel"


def test_weights_are_figures_or_the_rest() -> None:
    weight = stage("weight = 12.5").weight
    assert weight is not None
    assert (weight.value, weight.path, str(weight.place)) == (
        F("12.5"), "stages.w.weight", "a.toml:4:10",
    )  # fmt: skip
    found = stage('weight = "rest"')
    assert (found.rest, found.weight) == (True, None)
    assert notes('weight = "sisa"') == ["UJ208 stages.w.weight"]


def test_factors_and_targets_may_stand_in_facts() -> None:
    found = stage("factor = -2\ntarget = { fact = 'jenjang' }")
    assert isinstance(found.factor, Figure)
    assert isinstance(found.target, FactRef)
    assert notes("factor = { fact = 'a', at = 'b' }") == ["UJ201 stages.w.factor.at"]


@pytest.mark.parametrize(
    "written, lower, upper, step",
    [
        ("{ lower = 0, upper = 100 }", 0, 100, None),
        ("{ lower = 1, upper = 5, step = 0.5 }", 1, 5, F(1, 2)),
        ("{ lower = 0, upper = 1, step = '1/3' }", 0, 1, F(1, 3)),
        ("{ levels = [{ value = 1, id = 'a', text = 'A' }, { value = 3 }] }", 1, 3, None),
    ],
)
def test_a_scale_has_bounds_and_a_step_or_levels(
    written: str, lower: int, upper: int, step: Fraction | None
) -> None:
    scale = stage(f"scale = {written}").scale
    assert isinstance(scale, Scale)
    assert (scale.lower, scale.upper, scale.step) == (F(lower), F(upper), step)


def test_levels_are_read_with_id_and_text() -> None:
    scale = stage("scale = { levels = [{ value = 1, id = 'a', text = 'A' }, { value = 3 }] }").scale
    assert scale is not None
    assert [(each.value, each.id) for each in scale.levels] == [(F(1), "a"), (F(3), "")]
    assert scale.levels[0].text is not None
    assert (scale.levels[0].text.id, scale.levels[1].text) == ("A", None)
    assert [scale.holds(F(value)) for value in (1, 2, 3)] == [True, False, True]


@pytest.mark.parametrize(
    "written, at, said",
    [
        ("{ lower = 5, upper = 5 }", "upper", "its lower bound is not below upper"),
        ("{ lower = 0, upper = 5, step = 0 }", "step", "its step must be above zero"),
        ("{ lower = 0, upper = 5, step = -1 }", "step", "its step must be above zero"),
        (
            "{ lower = 0, upper = 5, step = 2 }",
            "step",
            "its upper bound cannot be reached by that step",
        ),
        (
            "{ levels = [{ value = 2 }, { value = 3 }, { value = 1 }] }",
            "levels.2.value",
            "its levels do not rise in value",
        ),
        (
            "{ levels = [{ value = 2 }, { value = 2 }] }",
            "levels.1.value",
            "its levels do not rise in value",
        ),
    ],
)
def test_an_impossible_scale_is_refused(written: str, at: str, said: str) -> None:
    found, (finding,) = read(f"scale = {written}")
    assert (finding.code, finding.path) == ("UJ214", f"stages.w.scale.{at}")
    assert text_of(finding, "en") == f"the scale is not possible: {said}"
    assert found.scale is None


@pytest.mark.parametrize(
    "written, codes",
    [
        ("5", ["UJ203 stages.w.scale", "UJ202 stages.w.scale.lower"][:1]),
        ("{ lower = 0 }", ["UJ202 stages.w.scale.upper"]),
        ("{ lower = 0, upper = 5, steps = 1 }", ["UJ201 stages.w.scale.steps"]),
        ("{ levels = [] }", ["UJ216 stages.w.scale.levels"]),
        ("{ levels = [{ id = 'a' }] }", ["UJ202 stages.w.scale.levels.a.value"]),
        ("{ levels = [{ value = 1, ket = 'a' }] }", ["UJ201 stages.w.scale.levels.0.ket"]),
        ("{ levels = [{ value = 1 }], lower = 0 }", ["UJ201 stages.w.scale.lower"]),
        (
            "{ levels = [{ id = 'a', value = 3 }, { id = 'b' }, { id = 'c', value = 1 }] }",
            ["UJ202 stages.w.scale.levels.b.value", "UJ214 stages.w.scale.levels.c.value"],
        ),
        (
            "{ levels = ['a', { id = 'b', value = 3 }, { id = 'c', value = 1 }] }",
            ["UJ203 stages.w.scale.levels.0", "UJ214 stages.w.scale.levels.c.value"],
        ),
    ],
)
def test_what_is_wrong_with_a_scales_keys(written: str, codes: list[str]) -> None:
    assert notes(f"scale = {written}") == codes


@pytest.mark.parametrize(
    "written, source, names",
    [
        ('"examiners"', "examiners", ("", "", "", "value")),
        ('"facts"', "facts", ("", "", "", "value")),
        ("{ fact = 'skp' }", "fact", ("skp", "", "", "value")),
        ("{ stage = 'v' }", "stage", ("", "v", "", "value")),
        ("{ stage = 'v', criterion = 'a.b', at = 'raw' }", "stage", ("", "v", "a.b", "raw")),
    ],
)
def test_what_a_leaf_reads(written: str, source: str, names: tuple[str, ...]) -> None:
    reads = stage(f"reads = {written}").reads
    assert reads is not None
    assert reads.source == source
    assert (reads.fact, reads.stage, reads.criterion, reads.at) == names


@pytest.mark.parametrize(
    "written, codes",
    [
        ('"examiner"', ["UJ205 stages.w.reads"]),
        ("5", ["UJ203 stages.w.reads"]),
        ("{}", ["UJ202 stages.w.reads.stage"]),
        ("{ fact = 5 }", ["UJ203 stages.w.reads.fact"]),
        ("{ fact = 'a', at = 'raw' }", ["UJ201 stages.w.reads.at"]),
        ("{ stage = 'v', at = 'row' }", ["UJ205 stages.w.reads.at"]),
        ("{ stage = 'v', kriteria = 'a' }", ["UJ201 stages.w.reads.kriteria"]),
    ],
)
def test_what_a_leaf_cannot_read(written: str, codes: list[str]) -> None:
    assert notes(f"reads = {written}") == codes


def test_roundings_by_place() -> None:
    found = stage(
        "rounding = { rating = { places = 2 }, stage = { places = 0, mode = 'floor' }, "
        "criterion = 'exact' }"
    )
    assert found.rounding == {
        "rating": Rounding(2, "half-up"), "stage": Rounding(0, "floor"), "criterion": None,
    }  # fmt: skip


@pytest.mark.parametrize(
    "written, codes",
    [
        ("5", ["UJ203 stages.w.rounding"]),
        ("{ rating = 2 }", ["UJ203 stages.w.rounding.rating"]),
        ("{ rating = {} }", ["UJ202 stages.w.rounding.rating.places"]),
        ("{ rating = { places = 31 } }", ["UJ207 stages.w.rounding.rating.places"]),
        ("{ rating = { places = 2, mode = 'up-half' } }",
         ["UJ205 stages.w.rounding.rating.mode"]),
        ("{ rating = { places = 2, digits = 2 } }", ["UJ201 stages.w.rounding.rating.digits"]),
        ("{ total = { places = 2 } }", ["UJ201 stages.w.rounding.total"]),
    ],
)  # fmt: skip
def test_what_is_wrong_with_roundings(written: str, codes: list[str]) -> None:
    assert notes(f"rounding = {written}") == codes


def test_no_marks_are_words_for_words() -> None:
    assert stage("no-marks = { absent = 'zero' }").no_marks == {"absent": "zero"}
    assert notes("no-marks = { absent = 'nol', sakit = 'zero' }") == [
        "UJ205 stages.w.no-marks.absent",
        "UJ201 stages.w.no-marks.sakit",
    ]


def test_each_takes_what_can_be_given_to_leaves() -> None:
    each = stage("each = { reads = 'examiners', quorum = 2, source = 'assumption' }").each
    assert each is not None
    assert each.reads is not None
    assert (each.reads.source, each.quorum, each.path) == ("examiners", 2, "stages.w.each")


@pytest.mark.parametrize(
    "keys, codes",
    [
        ("each = { weight = 5 }", ["UJ210 stages.w.each.weight"]),
        ("each = { kind = 'panel', absence = 'zero' }",
         ["UJ210 stages.w.each.kind", "UJ210 stages.w.each.absence"]),
        ("each = { scal = 5 }", ["UJ201 stages.w.each.scal"]),
        ("each = 5", ["UJ203 stages.w.each"]),
    ],
)  # fmt: skip
def test_each_takes_nothing_else(keys: str, codes: list[str]) -> None:
    assert notes(keys) == codes


def test_a_key_that_landed_under_each_names_its_header() -> None:
    _, (found,) = read("[stages.each]\nquorum = 2\nweight = 40")
    assert text_of(found, "en") == (
        "the key 'weight' does not belong in 'each'; it stands under [stages.each]"
    )
    assert str(found.place) == "a.toml:6:1"


def test_criteria_nest_and_know_their_paths() -> None:
    found = stage("criteria = [{ id = 'a', criteria = [{ id = 'b', weight = 100 }] }]")
    (first,) = found.criteria
    (second,) = first.criteria
    assert (second.id, second.path) == ("b", "stages.w.criteria.a.criteria.b")


@pytest.mark.parametrize(
    "keys, codes",
    [
        ("criteria = []", ["UJ216 stages.w.criteria"]),
        ("criteria = 5", ["UJ203 stages.w.criteria"]),
        ("criteria = [5]", ["UJ203 stages.w.criteria.0"]),
        ("criteria = [{ weight = 5 }]", ["UJ202 stages.w.criteria.0.id"]),
        ("criteria = [{ id = 'A b' }]", ['UJ204 stages.w.criteria."A b".id']),
        ("criteria = [{ id = 'a' }, { id = 'a' }]", ["UJ206 stages.w.criteria.a"]),
    ],
)
def test_what_is_wrong_with_criteria(keys: str, codes: list[str]) -> None:
    assert notes(keys) == codes


def test_two_of_one_id_show_the_first() -> None:
    _, (found,) = read("criteria = [\n{ id = 'a' },\n{ id = 'a' },\n{ id = 'b' }]")
    assert str(found.place) == "a.toml:6:8"
    assert [str(each) for each in found.related] == ["a.toml:5:8"]


@pytest.mark.parametrize(
    "keys, codes",
    [
        ("absence = 'nol'", ["UJ205 stages.w.absence"]),
        ("missing = 'zeros'", ["UJ205 stages.w.missing"]),
        ("pool-by = 'penguji'", ["UJ205 stages.w.pool-by"]),
        ("compare = 'round'", ["UJ205 stages.w.compare"]),
        ("when-failed = 'halt'", ["UJ205 stages.w.when-failed"]),
        ("quorum = 0", ["UJ207 stages.w.quorum"]),
        ("needs = 'v'", ["UJ203 stages.w.needs"]),
        ("needs = ['V']", ["UJ204 stages.w.needs.0"]),
        ("value = 5", ["UJ203 stages.w.value"]),
        ("value = ['linear', 5]", ["UJ203 stages.w.value.1"]),
        ("panel = 5", ["UJ203 stages.w.panel"]),
        ("title = 5", ["UJ203 stages.w.title"]),
        ("weighting = 5", ["UJ203 stages.w.weighting"]),
    ],
)
def test_every_key_of_the_frame_is_typed(keys: str, codes: list[str]) -> None:
    assert notes(keys) == codes


def test_keys_that_are_not_the_frames_are_left_to_the_kind() -> None:
    found = stage("written-share = 40")
    assert list(found.own) == ["written-share"]
    assert found.place_of("written-share").line == 4
    assert found.place_of("weight") == found.place


def test_the_decision_takes_its_own_keys_only() -> None:
    found, findings = read("cut-score = 70\naggregation = 'sum'\ntitle = 'Akhir'", decision=True)
    assert findings == ()
    assert (found.id, found.path) == ("total", "decision")
    assert found.cut_score is not None
    assert found.cut_score.value == 70
    assert notes("cut-scor = 70\nweight = 5\nid = 'x'", decision=True) == [
        "UJ201 decision.cut-scor",
        "UJ201 decision.weight",
        "UJ201 decision.id",
    ]


def test_a_stage_that_is_no_table_is_noted() -> None:
    root, _ = read_document("stages = [5]\n")
    assert root is not None
    log = Log()
    assert nodes.stage(root.table()["stages"].items()[0], log) is None
    assert [each.code for each in log.findings] == ["UJ203"]
