"""A fact stands where its type fits: what never gives a number or an order is told by `check`."""

import pytest
from attrs import frozen

from tests.compiled import findings_of, module, said_of, stage
from ujikom_rules.messages import hint_of, text_of
from ujikom_rules.plugin import Fact, Part, ResultAt, TieBreaker

MARKS = "scale = { lower = 0, upper = 100 }"
FACTS = """[facts]
nama = { type = "text", one-of = ["a", "b"] }
lahir = { type = "date" }
hadir = { type = "yes-no" }
gelar = { type = "level", levels = ["S1", "S2"] }
masa = { type = "years", since = "lahir" }
angka = { type = "number" }
"""
NUMBERS = ("masa", "angka")
ORDERED = ("lahir", "hadir", "gelar", *NUMBERS)
ALL = ("nama", *ORDERED)
TIED = "[ranking]\ntie-breaks = [{ use = 'fact', fact = '%s' }]\n"
STANDING = "[rankings.lain]\ntie-breaks = [{ use = 'fact', fact = '%s' }]\n"
SUM = "[decision]\naggregation = 'sum'\n"


@pytest.mark.parametrize(
    "rules, path, fit",
    [
        (stage("w", MARKS) + TIED, "ranking.tie-breaks.0.fact", ORDERED),
        (stage("w", MARKS) + STANDING, "rankings.lain.tie-breaks.0.fact", ORDERED),
        (stage("w", MARKS)
         + stage("s", "keep = 1", "tie-breaks = [{ use = 'fact', fact = '%s' }]", kind="shortlist"),
         "stages.s.tie-breaks.0.fact", ORDERED),
        (stage("w", MARKS) + stage("s", "keep = { fact = '%s' }", kind="shortlist"),
         "stages.s.keep", NUMBERS),
        (stage("w", MARKS, "factor = { fact = '%s' }") + SUM, "stages.w.factor", NUMBERS),
        (stage("w", "aggregation = 'sum'", f"each = {{ {MARKS} }}",
               "criteria = [{ id = 'a', factor = { fact = '%s' } }]"),
         "stages.w.criteria.a.factor", NUMBERS),
        (stage("w", MARKS, "pooling = 'jpm'", "target = { fact = '%s' }"), "stages.w.target", NUMBERS),
    ],
)  # fmt: skip
def test_each_type_of_fact_stands_where_it_fits(
    rules: str, path: str, fit: tuple[str, ...]
) -> None:
    for fact in ALL:
        expected = [] if fact in fit else [f"UJ376 {path}"]
        assert said_of(FACTS + rules % fact) == expected, fact


def test_a_text_that_should_part_equals_is_told_under_its_name() -> None:
    rules = FACTS + stage("w", MARKS) + TIED % "nama"
    (found,) = findings_of(rules)
    line = rules.splitlines()[-1]
    assert found.place.column == line.index("'nama'") + 1
    assert [each.line for each in found.related] == [7]  # where it is declared
    assert text_of(found, "en") == (
        "the fact 'nama' is of the type text, but what is needed here is what has an order "
        "(number, years, months, date, yes-no, level)"
    )
    assert text_of(found, "id").startswith("fakta 'nama' berjenis text, padahal di sini perlu yang")
    assert 'type = "level"' in hint_of(found, "id")
    other = FACTS + stage("w", MARKS, "factor = { fact = 'nama' }") + SUM
    (counted,) = findings_of(other)
    assert text_of(counted, "id").endswith("perlu angka (number, years, months)")
    assert "level" not in hint_of(counted, "id")  # which gives no number either


LEVELS = "value = { use = 'levels', points = { a = 1, b = 2 } }"
BANDS = "value = { use = 'bands', bands = [{ value = 1, below = 5 }, { value = 2, at-least = 5 }] }"
LINEAR = "value = { use = 'linear', from = [0, 10], to = [0, 100] }"
REVERSED = "value = { use = 'reversed', lower = 0, upper = 10 }"
BEST = "value = 'normalised'"
GAP = "target = 1\nvalue = { use = 'gap', table = [[-1, 0], [0, 1]] }"
CASES = "value = { use = 'conditions', otherwise = 0, cases = [{ when = { fact = 'hadir', is = true }, value = 1 }] }"


@pytest.mark.parametrize(
    "value, refused",
    [
        ("", ("nama", "gelar", "lahir")),
        (BANDS, ("nama", "gelar")),
        (LINEAR, ("nama", "gelar")),
        (REVERSED, ("nama", "gelar")),
        (BEST, ("nama", "gelar")),
        (GAP, ("nama", "gelar")),
        (CASES, ()),
        (f"value = [{LEVELS[8:]}, {LINEAR[8:]}]", ()),
    ],
)
def test_a_fact_that_a_leaf_reads_gives_a_number(value: str, refused: tuple[str, ...]) -> None:
    for fact in ("nama", "gelar", "lahir", "angka"):
        rules = FACTS + stage(
            "w", f"reads = {{ fact = '{fact}' }}", value, kind="weighted-criteria"
        )
        told = [each for each in said_of(rules) if each.startswith("UJ376")]
        assert told == (["UJ376 stages.w.reads"] if fact in refused else []), fact


def test_what_makes_a_number_of_a_fact_is_said_by_its_type() -> None:
    hints = []
    for fact in ("gelar", "lahir"):
        reads = f"reads = {{ fact = '{fact}' }}"
        (found,) = findings_of(FACTS + stage("w", reads, kind="weighted-criteria"))
        hints.append(hint_of(found, "en"))
    levels = 'value = { use = "levels", points = { … } }'
    since = 'a fact of the type years or months (since = "lahir")'
    assert hints == [
        f"name another fact, or give each of its words a value with {levels}",
        f"name another fact, or count from it with {since}",
    ]


@pytest.mark.parametrize("words, key", [("levels", "level"), ("one-of", "text")])
def test_a_word_that_is_misspelt_where_it_is_declared_is_shown_there_too(
    words: str, key: str
) -> None:
    facts = f"[facts]\nx = {{ type = '{key}', {words} = ['setara', 'lt-setra'] }}\n"
    points = "value = { use = 'levels', points = { setara = 1, lt-setara = 2 } }"
    rules = facts + stage("w", "reads = { fact = 'x' }", points, kind="weighted-criteria")
    (found,) = findings_of(rules)
    line = next(each for each in rules.splitlines() if each.startswith("x = "))
    assert [each.column for each in found.related] == [line.index("'lt-setra'") + 1]
    assert text_of(found, "en") == "There is no level lt-setara, and level lt-setra has no points"


def test_yes_and_no_are_named_where_an_officer_writes_them_otherwise() -> None:
    points = "value = { use = 'levels', points = { ya = 80, tidak = 90 } }"
    rules = FACTS + stage("w", "reads = { fact = 'hadir' }", points, kind="weighted-criteria")
    assert [hint_of(each, "id") for each in findings_of(rules)] == [
        "mungkin maksudnya 'yes'",
        "mungkin maksudnya 'no'",
    ]


def test_an_undeclared_fact_is_told_once() -> None:
    assert said_of(FACTS + stage("w", MARKS) + TIED % "nma") == ["UJ311 ranking.tie-breaks.0.fact"]


def test_a_plugins_tie_break_says_of_which_fact_the_higher_comes_first() -> None:
    @frozen(kw_only=True)
    class Longer:
        jabatan: Fact

        @property
        def facts_ranked(self) -> tuple[Fact, ...]:
            return (self.jabatan,)

        def key(self, result: ResultAt) -> None:
            raise NotImplementedError

    part: Part[TieBreaker] = Part("longer", Longer)
    plugin = {"demo": module(tie_breakers=[part])}
    tied = "[ranking]\ntie-breaks = [{ use = 'demo:longer', jabatan = '%s' }]\n"
    rules = '[plugins]\ndemo = "1.0"\n' + FACTS + stage("w", MARKS) + tied
    assert said_of(rules % "masa", plugin) == []
    assert said_of(rules % "nama", plugin) == ["UJ376 ranking.tie-breaks.0.jabatan"]


def test_a_fact_that_only_a_plugin_names_is_declared_too() -> None:
    @frozen(kw_only=True)
    class Fixed:
        @property
        def facts_ranked(self) -> tuple[Fact, ...]:
            return (Fact("lama"),)

        def key(self, result: ResultAt) -> None:
            raise NotImplementedError

    part: Part[TieBreaker] = Part("fixed", Fixed)
    plugin = {"demo": module(tie_breakers=[part])}
    tied = "[ranking]\ntie-breaks = ['demo:fixed']\n"
    rules = '[plugins]\ndemo = "1.0"\n' + FACTS + stage("w", MARKS) + tied
    assert [each.code for each in findings_of(rules, plugin)] == ["UJ311"]
