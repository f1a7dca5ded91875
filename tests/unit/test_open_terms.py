"""What a base leaves open holds an overlay to it; everything else is closed."""

import pytest

from ujikom_rules.errors import Finding, Place
from ujikom_rules.messages import hint_of, text_of
from ujikom_rules.model.entry import Entry
from ujikom_rules.reading.document import read_document
from ujikom_rules.reading.overlay.merging import merge
from ujikom_rules.reading.overlay.open_terms import check, declared

BASE = """
schema = 1
[ruleset]
id = "n/a"
title = "Induk"
[facts]
years = { type = "number", one-of = ["a"] }
[[stages]]
id = "rekam-jejak"
kind = "weighted-criteria"
weight = 40
source = { title = "PP 11/2017", article = "132" }
[[stages]]
id = "wawancara"
title = "Wawancara"
kind = "panel"
weight = 60
pooling = { use = "trimmed-mean", drop = 1 }
each = { scale = { levels = [{ value = 1, text = "kurang" }, { value = 2 }] } }
criteria = [{ id = "x", weight = 50 }, { id = "y", weight = 50 }]
[[stages]]
id = "berkas"
kind = "evidence-gate"
requires = ["s1", "s2"]
[decision]
compare = "unrounded"
"""


def read(text: str, file: str) -> Entry:
    root, findings = read_document(text, file)
    assert root is not None
    assert findings == ()
    return root


def term(key: str, more: str = "") -> str:
    return f'[[open]]\nkey = "{key}"\n{more}\n'


WEIGHTS = term("stages.*.weight")  # defaults, which give way to a weighting


def checked(terms: str, over: str, base: str = BASE, *, last: bool = False) -> tuple[Finding, ...]:
    below, above = read(base + terms, "induk.toml"), read(over, "kota.toml")
    root, findings = merge(below, above)
    assert findings == ()
    return check(below, above, root, last=last)


def allowed(terms: str, over: str) -> bool:
    return checked(terms, over) == ()


def refused(terms: str, over: str) -> tuple[str, str, str]:
    (finding,) = checked(terms, over)
    return finding.code, str(finding.place), finding.path


def stage(more: str) -> str:
    return f'[[stages]]\nid = "wawancara"\n{more}'


# ------------------------------------------------------------------ closed


@pytest.mark.parametrize(
    "over, place, path",
    [
        (stage("weight = 50"), "3:10", "stages.wawancara.weight"),
        (stage("kind = 'imported'"), "3:8", "stages.wawancara.kind"),
        (stage("quorum = 3"), "3:10", "stages.wawancara.quorum"),
        (stage("pooling = 'mean'"), "3:11", "stages.wawancara.pooling"),
        (stage("pooling = { drop = 2 }"), "3:20", "stages.wawancara.pooling.drop"),
        (stage("each = { scale = { lower = 0 } }"), "3:28", "stages.wawancara.each.scale.lower"),
        (stage("criteria = [{ id = 'z' }]"), "3:13", "stages.wawancara.criteria.z"),
        (stage("criteria = [{ id = 'x', weight = 5 }]"), "3:34", "stages.wawancara.criteria.x.weight"),
        (stage("criteria = [{ id = 'x', remove = true }]"), "3:34", "stages.wawancara.criteria.x"),
        (stage("remove = true"), "3:10", "stages.wawancara"),
        ("[[stages]]\nid = 'n'\nkind = 'panel'", "1:1", "stages.n"),
        ("[[stages]]\nid = 'berkas'\nrequires = ['s1']", "3:12", "stages.berkas.requires"),
        ("[decision]\ncut-score = 70", "2:13", "decision.cut-score"),
        ("[ranking]\nwithin = 'event'", "1:1", "ranking"),
        ("[panel]\nuse = 'composition'", "1:1", "panel"),
        ("[facts]\nyears = { type = 'date' }", "2:18", "facts.years.type"),
    ],
)  # fmt: skip
def test_a_base_is_closed(over: str, place: str, path: str) -> None:
    assert refused("", over) == ("UJ420", f"kota.toml:{place}", path)


@pytest.mark.parametrize(
    "over",
    [
        "schema = 1",
        '[ruleset]\nid = "k/a"\ntitle = "Kota"\neffective = { from = 2025-01-01 }',
        '[plugins]\nkota = "1.0"',
        '[facts]\nasal = { type = "text" }\nyears = { title = { id = "Lama", en = "Years" } }',
        stage('title = { id = "Wawancara panel", en = "Interview" }'),
        stage('source = { title = "Perwali 5" }'),
        stage("each = { scale = { levels = [{ value = 1, text = 'a' }, { value = 2, text = 'b' }] } }"),
        stage("weight = 60\nkind = 'core:panel'\npooling = { use = 'trimmed-mean', drop = 1 }"),
        stage("criteria = [{ id = 'x', weight = 50.0, title = 'X' }]"),
    ],
)  # fmt: skip
def test_texts_identity_plugins_new_facts_and_own_values_are_free(over: str) -> None:
    assert allowed("", over)


def test_a_closed_key_names_place_value_and_article_of_the_base() -> None:
    (finding,) = checked("", "[[stages]]\nid = 'rekam-jejak'\nweight = 55.5")
    assert finding.related == (Place("induk.toml", 11, 10),)
    assert finding.article == "PP 11/2017, 132"
    assert hint_of(finding, "en").endswith("the value of the base: 40")
    (finding,) = checked("", stage("quorum = 3"))
    assert finding.article == ""
    assert hint_of(finding, "id").startswith("hapus yang tertulis di sini; ")


def test_what_is_taken_out_is_told_with_its_own_article() -> None:
    item = '{ id = "b", weight = 50, source = { title = "Perwal 9/2024", article = "7" } }'
    base = f"""
    [ruleset]
    source = {{ title = "PP 11/2017", article = "132" }}
    [[stages]]
    id = "w"
    criteria = [{{ id = "a", weight = 50 }}, {item}]
    """
    for id_, article in (("a", "PP 11/2017, 132"), ("b", "Perwal 9/2024, 7")):
        over = f'[[stages]]\nid = "w"\ncriteria = [{{ id = "{id_}", remove = true }}]'
        (finding,) = checked("", over, base)
        assert (finding.code, finding.article) == ("UJ420", article)


# ------------------------------------------------------------------ open, and for what


@pytest.mark.parametrize(
    "terms, over",
    [
        (term("stages.wawancara.weight"), stage("weight = 50")),
        (term("stages.*.weight"), stage("weight = 50")),
        (term("decision.cut-score"), "[decision]\ncut-score = 70"),
        (term("decision"), "[decision]\nrounding = { final = { places = 2 } }"),
        (term("stages.wawancara.pooling"), stage("pooling = 'median'")),
        (term("stages.wawancara.pooling.drop"), stage("pooling = { drop = 2 }")),
        (term("stages.wawancara.each"), stage("each = { scale = { levels = [{ value = 7 }] } }")),
        (term("stages", "may = ['add']"), "[[stages]]\nid = 'n'\nkind = 'panel'\nweight = 5"),
        (term("stages.wawancara.criteria"), stage("criteria = [{ id = 'x', weight = 5 }]")),
        (term("stages.wawancara.criteria", "may = ['replace']"), stage("criteria = [{ id = 'x', weight = 5 }]")),
        (term("stages.wawancara.criteria", "may = ['remove']"), stage("criteria = [{ id = 'x', remove = true }, { id = 'y', remove = true }]")),
        (term("stages.wawancara.criteria", "may = ['remove']"), stage("criteria = []")),
        (term("stages.berkas", "may = ['remove']"), "[[stages]]\nid = 'berkas'\nremove = true"),
        (term("stages.berkas.requires"), "[[stages]]\nid = 'berkas'\nrequires = ['a']"),
        (term("stages.berkas.requires", "may = ['add']"), "[[stages]]\nid = 'berkas'\nrequires = ['s1', 's2', 's3']"),
        (term("stages.berkas.requires", "may = ['replace']"), "[[stages]]\nid = 'berkas'\nrequires = ['s1', 's3']"),
        (term("stages.berkas.requires", "may = ['remove']"), "[[stages]]\nid = 'berkas'\nrequires = ['s2']"),
        (term("panel", "may = ['add']"), "[panel]\nuse = 'composition'"),
        (term("rankings", "optional = true"), "[rankings.lokasi]\nwithin = 'event'"),
    ],
)  # fmt: skip
def test_what_is_open_may_be_done(terms: str, over: str) -> None:
    assert allowed(terms, over)


@pytest.mark.parametrize(
    "terms, over, place",
    [
        (term("stages.wawancara.criteria"), stage("criteria = [{ id = 'z' }]"), "3:13"),
        (term("stages.wawancara.criteria", "may = ['replace']"), stage("criteria = [{ id = 'z' }]"), "3:13"),
        (term("stages.wawancara.criteria", "may = ['fill', 'add']"), stage("criteria = [{ id = 'x', remove = true }]"), "3:34"),
        (term("stages.wawancara.weight", "may = ['add']"), stage("weight = 50"), "3:10"),
        (term("stages.berkas"), "[[stages]]\nid = 'berkas'\nremove = true", "3:10"),
        (term("stages.berkas.requires", "may = ['add']"), "[[stages]]\nid = 'berkas'\nrequires = ['s3']", "3:12"),
        (term("stages.berkas.requires", "may = ['remove']"), "[[stages]]\nid = 'berkas'\nrequires = ['s2', 's1']", "3:12"),
    ],
)  # fmt: skip
def test_open_for_something_else(terms: str, over: str, place: str) -> None:
    code, at, _ = refused(terms, over)
    assert (code, at) == ("UJ421", f"kota.toml:{place}")


@pytest.mark.parametrize(
    "terms, over, place",
    [
        (term("stages", "may = ['add']"), stage("weight = 50"), "3:10"),
        (term("stages.wawancara.criteria", "may = ['add']"), stage("criteria = [{ id = 'x', weight = 5 }]"), "3:34"),
    ],
)  # fmt: skip
def test_open_for_further_items_opens_nothing_inside_the_others(
    terms: str, over: str, place: str
) -> None:
    code, at, _ = refused(terms, over)
    assert (code, at) == ("UJ420", f"kota.toml:{place}")


def test_open_for_something_else_says_what_is_allowed_and_by_what_article() -> None:
    terms = term("stages.wawancara.criteria", "may = ['replace']\narticle = 'Pasal 5'")
    (finding,) = checked(terms, stage("criteria = [{ id = 'z' }]"))
    assert finding.article == "Pasal 5"
    assert finding.related == (Place("induk.toml", 20, 12), Place("induk.toml", 28, 7))
    assert text_of(finding, "id") == (
        "'stages.wawancara.criteria' terbuka, tetapi tidak untuk ditambah; may = replace"
    )


def test_open_for_something_else_cites_the_term_or_else_the_rule_itself() -> None:
    further = "[[stages]]\nid = 'rekam-jejak'\nremove = true"
    (finding,) = checked(term("stages", "may = ['add']"), further)
    assert (finding.code, finding.article) == ("UJ421", "PP 11/2017, 132")
    assert [str(each) for each in finding.related] == ["induk.toml:8:1", "induk.toml:28:7"]
    both = term("stages", "may = ['add']\narticle = 'Pasal 7'") + term("stages", "may = ['add']")
    assert [each.article for each in checked(both, further)] == ["Pasal 7"]


# ------------------------------------------------------------------ ranges

RANGE = term(
    "stages.wawancara.weight",
    "at-least = 30\nat-most = 65\nbreach = 'warning'\narticle = 'PermenPANRB 15/2019'",
)


@pytest.mark.parametrize("weight", ["30", "65", "45.5", '"1000/20"', '"rest"'])
def test_a_value_in_its_range(weight: str) -> None:
    assert allowed(RANGE, stage(f"weight = {weight}"))


@pytest.mark.parametrize("weight", ["29.9", "66", '"200/3"'])
def test_a_value_out_of_its_range(weight: str) -> None:
    (finding,) = checked(RANGE, stage(f"weight = {weight}"))
    assert (finding.code, finding.severity, str(finding.place)) == (
        "UJ422", "warning", "kota.toml:3:10",
    )  # fmt: skip
    assert finding.article == "PermenPANRB 15/2019"
    assert finding.path == "stages.wawancara.weight"
    assert text_of(finding, "en").endswith("outside the range of the base: 30 to 65")


def test_a_range_holds_for_what_stands_beneath_the_key() -> None:
    over = (
        "[decision]\nweighting = { use = 'by-fact', fact = '9', table = { a = { x = 5, y = 60 } } }"
    )
    (finding,) = checked(term("decision.weighting", "at-least = 10") + WEIGHTS, over)
    assert (finding.code, finding.path) == ("UJ422", "decision.weighting.table.a.x")
    assert finding.severity == "error"


def test_the_default_of_the_base_is_held_to_the_range_too() -> None:
    root = read(BASE + term("stages.wawancara.weight", "at-most = 50"), "induk.toml")
    (finding,) = declared(root)
    assert (finding.code, str(finding.place)) == ("UJ422", "induk.toml:17:10")
    assert text_of(finding, "en").endswith("at most 50")


@pytest.mark.parametrize("value", ["'mean'", "{ use = 'trimmed-mean', drop = 5 }", "'core:mean'"])
def test_one_of(value: str) -> None:
    terms = term("stages.wawancara.pooling", "one-of = ['mean', 'trimmed-mean']")
    assert allowed(terms, stage(f"pooling = {value}"))


@pytest.mark.parametrize("value", ["'meen'", "{ use = 'meen' }", "['mean', 'meen']", "{ x = 1 }"])
def test_not_one_of(value: str) -> None:
    terms = term("stages.wawancara.quorum", "one-of = ['mean', 3]\nbreach = 'warning'")
    findings = checked(terms, stage(f"quorum = {value}"))
    assert [(each.code, str(each.place)) for each in findings] == [("UJ423", "kota.toml:3:10")]
    assert findings[0].severity == "warning"
    if findings[0].args["got"]:
        assert hint_of(findings[0], "id") == "mungkin maksudnya 'mean'"


def test_a_range_wants_a_number() -> None:
    terms = term("decision.cut-score", "at-least = 60")
    over = "[decision]\ncut-score = { fact = 'lulus' }"
    assert refused(terms, over) == ("UJ425", "kota.toml:2:13", "decision.cut-score")


# ------------------------------------------------------------------ left unfilled

EXTENDS = '[ruleset]\nid = "k/a"\nextends = "n/a"\n'


def test_an_open_term_must_be_filled_by_the_last_overlay() -> None:
    terms = term("decision.cut-score", "by = 'PPK'\narticle = 'Pasal 9'")
    assert checked(terms, EXTENDS, last=False) == ()
    (finding,) = checked(terms, EXTENDS, last=True)
    assert (finding.code, str(finding.place), finding.path) == (
        "UJ424", "kota.toml:3:11", "decision.cut-score",
    )  # fmt: skip
    assert (finding.article, hint_of(finding, "id")) == ("Pasal 9", "yang menetapkan: PPK")
    assert checked(terms, EXTENDS + "[decision]\ncut-score = 70", last=True) == ()


@pytest.mark.parametrize(
    "terms",
    [
        term("decision.cut-score", "optional = true"),
        term("stages.wawancara.weight"),
        term("stages.*.weight"),
        term("rankings", "may = ['add']"),
    ],
)
def test_what_need_not_be_filled(terms: str) -> None:
    assert checked(terms, EXTENDS, last=True) == ()


def test_a_weight_need_not_be_filled_where_weights_arise() -> None:
    terms = term("stages.berkas.weight") + term("decision.weighting") + WEIGHTS
    over = EXTENDS + "[decision]\nweighting = "
    assert checked(terms, over + "'equal'", last=True) == ()
    (finding,) = checked(terms, over + "'given'", last=True)
    assert (finding.code, finding.path) == ("UJ424", "stages.berkas.weight")


def test_a_table_that_the_base_lacks_is_gone_through_where_a_term_lies_beneath() -> None:
    term = '[[open]]\nkey = "ranking.method"\noptional = true\n'
    assert allowed(term, '[ranking]\nmethod = "dense"')
    method_and_more = '[ranking]\nmethod = "dense"\namong = "all"'
    assert refused(term, method_and_more) == ("UJ420", "kota.toml:3:9", "ranking.among")
    assert refused("", method_and_more) == ("UJ420", "kota.toml:1:1", "ranking")
