"""Predicates: one subject, operators that fit it, joined by all, any, not; stages look only back."""

from datetime import date
from typing import Any

import pytest
from attrs import frozen

from tests.compiled import NAMED, PANEL, SCALE, findings_of, module, plan_of, said_of, stage
from ujikom_rules.model import predicate as model
from ujikom_rules.model.figure import Figure
from ujikom_rules.plugin import Part, ResultAt

FACTS = """[facts]
masa = { type = "number" }
kelompok = { type = "text", one-of = ["opd", "asisten"] }
catatan = { type = "text" }
lapor = { type = "yes-no" }
lahir = { type = "date" }
jenjang = { type = "level", levels = ["S1", "S2", "S3"] }
usia = { type = "years", since = "lahir" }
"""
AT = "stages.g.require"


@frozen(kw_only=True)
class One:
    """A classifier of one category, which does not say what it gives."""

    def classify(self, result: ResultAt) -> str | None:  # noqa: ARG002
        return "cukup"


def gate(require: str, kind: str = "requirement-gate") -> str:
    """A gate behind a stage with criteria and a classifier."""
    first = stage(
        "v",
        SCALE,
        'criteria = [{ id = "x" }]',
        'classifier = { use = "bands", lower = { tinggi = 60, rendah = 0 } }',
        "weight = 50",
    )
    return (
        FACTS
        + first
        + stage("g", f"require = {require}", kind=kind)
        + stage("w", SCALE, "weight = 50")
    )


def made(require: str) -> Any:
    """The predicate that a gate holds."""
    part = plan_of(gate(require)).stages[1].kind.part
    return part.require


def asked(require: str) -> list[tuple[str, object]]:
    """The operators of one test, numbers as numbers."""
    test = made(require)
    assert isinstance(test, model.Test)
    return [(operator, plain(operand)) for operator, operand in test.operators]


def plain(operand: object) -> object:
    if isinstance(operand, Figure):
        return operand.value
    return [plain(each) for each in operand] if isinstance(operand, tuple) else operand


@pytest.mark.parametrize(
    "require, operators",
    [
        ('{ fact = "masa", at-least = 2, below = "11/2" }', [("at-least", 2), ("below", 5.5)]),
        ('{ fact = "masa", at-most = 5, above = 0 }', [("at-most", 5), ("above", 0)]),
        ('{ fact = "masa", one-of = [1, 2.5] }', [("one-of", [1, 2.5])]),
        ('{ fact = "usia", below = 58 }', [("below", 58)]),
        ('{ fact = "kelompok", is = "opd" }', [("is", "opd")]),
        ('{ fact = "kelompok", one-of = ["opd"] }', [("one-of", ["opd"])]),
        ('{ fact = "catatan", is = "apa saja" }', [("is", "apa saja")]),
        ('{ fact = "lapor", is = true }', [("is", True)]),
        ('{ fact = "lapor", given = false }', [("given", False)]),
        ('{ fact = "lahir", above = 1970-01-01 }', [("above", date(1970, 1, 1))]),
        ('{ fact = "jenjang", at-least = "S2" }', [("at-least", "S2")]),
        ('{ stage = "v", at-least = 70 }', [("at-least", 70)]),
        ('{ stage = "v", criterion = "x", at-least = 70 }', [("at-least", 70)]),
        ('{ criterion = "v.x", above = 0 }', [("above", 0)]),
        ('{ category = "v", is = "tinggi" }', [("is", "tinggi")]),
        ('{ category = "v", one-of = ["tinggi", "rendah"] }', [("one-of", ["tinggi", "rendah"])]),
        ('{ evidence = "sk" }', [("given", True)]),
        ('{ evidence = "sk", given = false, source = "assumption" }', [("given", False)]),
    ],
)
def test_one_subject_with_operators_that_fit(
    require: str, operators: list[tuple[str, object]]
) -> None:
    assert asked(require) == operators


@pytest.mark.parametrize(
    "require, path, got, nearest",
    [
        ('{ category = "v", is = "tingi" }', f"{AT}.is", "category 'tingi'", "tinggi"),
        ('{ category = "v", one-of = ["rendah", "hii"] }', f"{AT}.one-of.1", "category 'hii'", ""),
        ('{ not = { category = "v", is = "hii" } }', f"{AT}.not.is", "category 'hii'", ""),
        ('{ any = [{ category = "v", is = "hii" }] }', f"{AT}.any.0.is", "category 'hii'", ""),
    ],
)
def test_a_category_is_one_that_the_stage_gives(
    require: str, path: str, got: str, nearest: str
) -> None:
    (found,) = findings_of(gate(require))
    assert (found.code, found.path, found.args["got"].en) == ("UJ319", path, got)
    assert found.args["nearest"] == nearest


def test_a_stage_without_a_classifier_gives_no_category() -> None:
    bare = gate('{ category = "v", given = true }').replace("classifier", "# classifier")
    (found,) = findings_of(bare)
    assert (found.code, found.path, found.args["got"].en) == (
        "UJ319", f"{AT}.category", "categories",
    )  # fmt: skip
    assert [each.code for each in findings_of(gate('{ category = "v", is = 2 }'))] == ["UJ203"]


def test_categories_of_a_classifier_that_does_not_tell_are_not_asked_for() -> None:
    rules = gate('{ category = "v", is = "hii" }')
    unmade = rules.replace('use = "bands"', 'use = "bnads"')
    assert [each.code for each in findings_of(unmade)] == ["UJ511"]
    silent = rules.replace('use = "bands", lower = { tinggi = 60, rendah = 0 }', 'use = "demo:one"')
    plugins = {"demo": module(classifiers=[Part("one", One)])}
    assert findings_of(NAMED + silent, plugins) == ()


def test_a_test_knows_its_subject_place_and_levels() -> None:
    test = made('{ fact = "jenjang", at-least = "S2" }')
    assert (test.subject, test.name, test.levels) == ("fact", "jenjang", ("S1", "S2", "S3"))
    assert (test.path, test.place.line) == (AT, 24)
    test = made('{ stage = "v", criterion = "x", at-least = 70 }')
    assert (test.subject, test.name) == ("criterion", "v.x")


def test_tests_are_joined_to_any_depth() -> None:
    found = made(
        '{ all = [{ fact = "lapor", is = true }, { any = [{ not = { evidence = "sk" } }, '
        '{ fact = "masa", at-least = 2 }] }], source = "assumption" }'
    )
    assert isinstance(found, model.All)
    assert isinstance(found.parts[1], model.Any)
    assert isinstance(found.parts[1].parts[0], model.Not)
    assert [each.name for each in model.tests_of(found)] == ["lapor", "sk", "masa"]


WRONG = [
    # the shape
    ('"masa"', f"UJ203 {AT}"),
    ("{}", f"UJ316 {AT}"),
    ('{ fact = "masa", evidence = "sk", given = true }', f"UJ316 {AT}.evidence"),
    ('{ at-least = 2 }', f"UJ316 {AT}"),
    ('{ fact = "masa" }', f"UJ317 {AT}"),
    ('{ fact = 5, is = 5 }', f"UJ203 {AT}.fact"),
    ('{ fact = "masa", at-lest = 2 }', f"UJ201 {AT}.at-lest"),
    ('{ all = [], fact = "masa" }', f"UJ215 {AT}.fact|UJ216 {AT}.all"),
    ('{ all = { fact = "masa", at-least = 1 } }', f"UJ203 {AT}.all"),
    ('{ any = [{ fact = "masa" }, { fact = "lapor", is = true }] }', f"UJ317 {AT}.any.0"),
    ("{ not = [] }", f"UJ203 {AT}.not"),
    ("{ not = {} }", f"UJ316 {AT}.not"),
    # the operator beside the subject
    ('{ fact = "kelompok", at-least = "opd" }', f"UJ314 {AT}.at-least"),
    ('{ fact = "lapor", below = true }', f"UJ314 {AT}.below"),
    ('{ category = "v", above = "rendah" }', f"UJ314 {AT}.above"),
    ('{ evidence = "sk", is = "ada" }', f"UJ314 {AT}.is"),
    # the operand beside the type
    ('{ fact = "masa", is = "dua" }', f"UJ208 {AT}.is"),
    ('{ fact = "masa", is = true }', f"UJ203 {AT}.is"),
    ('{ fact = "masa", one-of = 2 }', f"UJ203 {AT}.one-of"),
    ('{ fact = "masa", one-of = [2, "dua"] }', f"UJ208 {AT}.one-of.1"),
    ('{ fact = "kelompok", is = "opds" }', f"UJ205 {AT}.is"),
    ('{ fact = "kelompok", one-of = ["opd", "asistan"] }', f"UJ205 {AT}.one-of.1"),
    ('{ fact = "kelompok", is = 3 }', f"UJ203 {AT}.is"),
    ('{ fact = "jenjang", at-least = "S4" }', f"UJ205 {AT}.at-least"),
    ('{ fact = "lapor", is = "ya" }', f"UJ203 {AT}.is"),
    ('{ fact = "lapor", given = "ya" }', f"UJ203 {AT}.given"),
    ('{ fact = "lahir", above = "1970-01-01" }', f"UJ203 {AT}.above"),
    ('{ stage = "v", is = "tinggi" }', f"UJ208 {AT}.is"),
    ('{ evidence = "sk", given = 1 }', f"UJ203 {AT}.given"),
    # what is there, and earlier
    ('{ fact = "maza", at-least = 2 }', f"UJ311 {AT}"),
    ('{ fact = "maza", is = "x" }', f"UJ311 {AT}"),
    ('{ fact = "maza", is = true }', f"UJ311 {AT}"),
    ('{ fact = "maza", at-least = 2020-01-01 }', f"UJ311 {AT}"),
    ('{ stage = "u", at-least = 70 }', f"UJ312 {AT}"),
    ('{ stage = "w", at-least = 70 }', f"UJ313 {AT}"),
    ('{ stage = "g", at-least = 70 }', f"UJ313 {AT}"),
    ('{ category = "w", is = "tinggi" }', f"UJ313 {AT}"),
    ('{ stage = "v", criterion = "y", at-least = 70 }', f"UJ312 {AT}"),
    ('{ criterion = "w.x", at-least = 70 }', f"UJ313 {AT}"),
    ('{ not = { all = [{ stage = "w", given = true }, { fact = "maza", given = true }] } }',
     f"UJ313 {AT}.not.all.0|UJ311 {AT}.not.all.1"),
]  # fmt: skip


@pytest.mark.parametrize("require, codes", WRONG)
@pytest.mark.parametrize("kind", ["requirement-gate", "threshold-gate"])
def test_what_does_not_fit_is_named_at_its_key(require: str, codes: str, kind: str) -> None:
    assert sorted(said_of(gate(require, kind))) == sorted(codes.split("|"))


def test_what_was_probably_meant_is_named() -> None:
    def nearest(require: str) -> object:
        (found,) = findings_of(gate(require))
        return found.args["nearest"]

    assert nearest('{ fact = "maza", at-least = 2 }') == "masa"
    assert nearest('{ fact = "masa", at-lest = 2 }') == "at-least"
    assert nearest('{ fact = "kelompok", is = "opds" }') == "opd"
    assert nearest('{ stage = "v", criterion = "xx", at-least = 1 }') == "v.x"


def test_an_undeclared_fact_is_named_once_whatever_it_is_held_against() -> None:
    require = '{ fact = "maza", one-of = [1, "x", true, 2020-01-01] }'
    assert said_of(gate(require)) == [f"UJ311 {AT}"]
    assert said_of(gate('{ fact = "maza", is = [1] }')) == [f"UJ317 {AT}", f"UJ311 {AT}"]


def test_a_slip_in_one_place_hides_no_unknown_name_in_another() -> None:
    slip = '{ all = [{ fact = "masa", at-lest = 2 }, { not = { any = [{ fact = "maza", is = 1 }] } }] }'
    assert said_of(gate(slip)) == [f"UJ201 {AT}.all.0.at-lest", f"UJ311 {AT}.all.1.not.any.0"]
    beside = findings_of(gate('{ stage = "vv", criterion = "x", at-lest = 2 }'))
    assert {(f.code, f.path) for f in beside} == {
        ("UJ201", f"{AT}.at-lest"), ("UJ312", f"{AT}.stage"),
    }  # fmt: skip
    assert said_of(gate('{ criterion = "vv.x", at-least = 2 }')) == [f"UJ312 {AT}"]


def test_a_misspelt_key_beside_a_join_is_told_with_what_was_meant() -> None:
    (found,) = findings_of(gate('{ all = [{ fact = "masa", at-least = 2 }], anny = [] }'))
    assert (found.code, found.path, found.args["nearest"]) == ("UJ201", f"{AT}.anny", "any")


def test_a_fact_whose_declaration_is_wrong_is_not_said_to_be_undeclared() -> None:
    facts = '[facts]\nmasa = { tpye = "number" }\n'
    rules = f'{facts}[[stages]]\nid = "g"\nkind = "requirement-gate"\nrequire = '
    said = said_of(f'{rules}{{ fact = "masa", at-least = 2 }}\n')
    assert not [each for each in said if each.startswith("UJ311")]
    assert [each for each in said_of(f'{rules}{{ fact = "mazza", at-least = 2 }}\n')
            if each.startswith("UJ311")] == [f"UJ311 {AT}"]  # fmt: skip


@pytest.mark.parametrize(
    "slip, nearest", [("fatc", "fact"), ("catgory", "category"), ("nto", "not")]
)
def test_a_misspelt_subject_is_told_at_its_key(slip: str, nearest: str) -> None:
    (found,) = findings_of(gate(f'{{ {slip} = "v", is = "x" }}'))
    assert (found.code, found.path, found.args["nearest"]) == ("UJ201", f"{AT}.{slip}", nearest)
    assert found.place.line == 24
    assert said_of(gate('{ zzz = "v", is = "x" }')) == [f"UJ316 {AT}"]


def test_conditions_speak_the_same_language() -> None:
    value = (
        'reads = "facts"\nvalue = { use = "conditions", otherwise = 0, cases = ['
        '{ when = { fact = "masa", at-least = 2 }, value = 10 }, '
        '{ when = { fact = "maza", at-least = 2 }, value = 20 }] }'
    )
    rules = FACTS + stage("w", value, kind="weighted-criteria")
    assert said_of(rules) == ["UJ311 stages.w.value.cases.1.when"]


def test_a_stage_without_a_kind_hides_no_later_one() -> None:
    rules = PANEL + '[[stages]]\nid = "x"\n'
    assert said_of(rules) == ["UJ202 stages.x.kind"]
