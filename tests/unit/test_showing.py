"""A ruleset read back in words: what is said of each kind of rule."""

import re
from fractions import Fraction
from pathlib import Path

import pytest
from attrs import frozen

import ujikom_rules as ujikom
from tests.compiled import HEAD, NAMED, SCALE, module, stage
from tests.shown import flat, leaf, loose, table, words_of
from ujikom_rules.analysis import showing
from ujikom_rules.analysis.showing.part_words import PARTS
from ujikom_rules.analysis.showing.values import Line, Mark, Said, fill, joined, said
from ujikom_rules.analysis.showing.words import KEYS, WORDS
from ujikom_rules.catalogue.catalogue import open_catalogue
from ujikom_rules.contract.roles import ROLES
from ujikom_rules.errors import Refused
from ujikom_rules.messages import LANGS, Lang, Text
from ujikom_rules.model.figure import Figure
from ujikom_rules.plugin import (
    Aggregator,
    Part,
    Predicate,
    Ruleset,
    StageOutcome,
    StageSheet,
)

ROOT = Path(__file__).parents[2]


def test_every_number_has_its_source_and_its_writer() -> None:
    page = showing.page(str(ROOT / "rulesets/banten/2019.toml"), "en")
    notes = {note.label: note for note in page.notes}
    assert notes["A1"].text == "assumption; written by this ruleset (2019.toml)"
    assert notes["A2"].text == (
        "assumption; written by the base (national/seleksi-terbuka 1.0, seleksi-terbuka.toml)"
    )
    assert notes["1"].text.startswith(
        "PP 11/2017 jo. PP 17/2020, article 107 ayat (1) huruf c angka 3;"
    )
    assert notes["1"].url.startswith("https://")
    rows = [
        [cell[0].said.text for cell in row.cells]
        for section in page.sections
        if section.id == "weights"
        for row in table(section.blocks[0]).rows
    ]
    assert rows == [
        ["Track record", "0[A1]"],
        ["Paper", "20[2]"],
        ["Written test", "15[2]"],
        ["Assessment centre", "35[2]"],
        ["Final interview", "30[2]"],
    ]


def test_a_number_without_any_source_says_so() -> None:
    text = ujikom.show(ujikom.parse_ruleset(HEAD + leaf(SCALE)), "id", plugins={})
    assert "0[X1] sampai 100[X1]" in text
    assert "[X1] dasar tidak disebut; ditulis oleh berkas aturan ini" in text


def test_numbers_and_days_are_written_as_each_language_writes_them() -> None:
    rules = leaf('scale = { lower = 0, upper = "1/2", step = 0.25 }')
    head = "effective = { from = 2025-03-25, to = 2025-12-31 }\n[[stages]]"
    rules = rules.replace("[[stages]]", head, 1)
    english, indonesian = words_of(rules), words_of(rules, "id")
    assert "0[A1] to 1/2[A1], in steps of 0.25[A1]" in english
    assert "25 March 2025 to 31 December 2025, both included" in english
    assert "0[A1] sampai 1/2[A1], kelipatan 0,25[A1]" in indonesian
    assert "25 Maret 2025 sampai dengan 31 Desember 2025, keduanya termasuk" in indonesian


@pytest.mark.parametrize(
    "band, words",
    [
        ("at-least = 80, below = 90", "80[A1] sampai di bawah 90[A1]"),
        ("at-least = 80, at-most = 90", "80[A1] sampai dengan 90[A1]"),
        ("above = 80, below = 90", "di atas 80[A1] sampai di bawah 90[A1]"),
        ("above = 80, at-most = 90", "di atas 80[A1] sampai dengan 90[A1]"),
        ("at-least = 80", "80[A1] atau lebih"),
        ("above = 80", "di atas 80[A1]"),
        ("below = 80", "di bawah 80[A1]"),
        ("at-most = 80", "80[A1] atau kurang"),
    ],
)
def test_the_ends_of_a_band_are_said_in_words(band: str, words: str) -> None:
    value = f'value = {{ use = "bands", bands = [{{ value = 5, {band} }}] }}'
    assert f"{words} 5[A1]" in loose(leaf(SCALE, value), "id")


def test_half_open_categories_reach_up_to_the_next() -> None:
    rules = leaf(SCALE) + '[decision]\nclassifier = { use = "bands", lower = { a = 0, b = 70 } }\n'
    assert "band category 70[A1] or more b 0[A1] to below 70[A1] a" in words_of(rules)


def test_predicates_are_nested_lists() -> None:
    facts = (
        '[facts]\nhere = { type = "yes-no" }\nyears = { type = "number", title = "Years served" }\n'
    )
    require = (
        "require = { any = [{ not = { fact = 'here', is = true } },"
        " { all = [{ fact = 'years', at-least = 2, below = 9 }, { evidence = 'surat', given = true }] }] }"
    )
    said_of = words_of(facts + stage("g", require, kind="requirement-gate") + leaf(SCALE))
    assert (
        "at least one of these holds: - this does not hold: - the fact “here” is yes"
        " - all of these hold: - the fact “Years served” is at least 2[A1] and is below 9[A1]"
        " - the document “surat” is recorded: yes"
    ) in said_of


def test_a_gate_reads_stages_criteria_and_categories() -> None:
    first = stage("w", SCALE, 'classifier = { use = "bands", lower = { rendah = 0, tinggi = 70 } }')
    require = (
        'require = { all = [{ category = "w", one-of = ["tinggi", "sedang"] },'
        ' { stage = "w", above = 60 }, { criterion = "v.isi", at-least = 5 },'
        ' { stage = "v", criterion = "isi", at-most = 9 }] }'
    )
    nested = 'criteria = [{ id = "isi", scale = { lower = 0, upper = 10 } }]'
    rules = first + stage("v", nested) + stage("g", require, kind="threshold-gate")
    assert (
        "- the category of the stage “w” is one of tinggi; sedang - the stage “w” is above 60[A1]"
        " - the criterion “isi” is at least 5[A1] - the criterion “isi” is at most 9[A1]"
    ) in loose(rules)
    assert "compared the value before rounding (default)" in loose(rules)


def test_what_is_not_said_is_shown_as_the_default() -> None:
    text = words_of(stage("w", SCALE))
    assert "pooling of examiners mean (default)" in text
    assert "not entered: incomplete (default) absent: left out (default)" in text
    assert "absence no score; the verdict is “absent” (default)" in text
    assert "100 (default)" in text
    text = words_of(stage("w", SCALE, 'no-marks = { void = "zero" }', "quorum = 3"))
    assert "abstained: left out (default) void: counts zero" in text
    assert "quorum no fewer marks than 3[A1]" in text


def test_roundings_are_said_at_each_stage_and_all_together() -> None:
    rules = '[rounding]\nstage = { places = 2, mode = "half-up" }\nfinal = { places = 0 }\n' + leaf(
        'criteria = [{ id = "a", weight = 100, rounding = { criterion = "exact" }, scale = { lower = 0, upper = 9 } }]',
        'rounding = { term = { places = 1, mode = "down" } }',
    )
    text = words_of(rules)
    assert (
        "rounding each weighted term: rounded to 1[A1] places, towards zero"
        " the stage's value: rounded to 2[A1] places, half away from zero (all rules)"
    ) in text
    assert (
        "all rules the stage's value rounded to 2[A1] places, half away from zero"
        " all rules total rounded to 0[A1] places, half away from zero (default)"
        " w each weighted term rounded to 1[A1] places, towards zero"
        " w, a the criterion's value not rounded"
    ) in text
    rules = leaf(SCALE) + "[decision]\nrounding = { final = { places = 1 } }\n"
    assert "the total alone total rounded to 1[A1] places" in words_of(rules)


def test_weights_by_group_are_a_table() -> None:
    facts = '[facts]\ngroup = { type = "text", one-of = ["opd", "asisten"] }\n'
    first = stage("a", SCALE, 'title = "Paparan"')
    weighting = (
        '[decision.weighting]\nuse = "by-fact"\nfact = "group"\n'
        "table = { opd = { a = 60, b = 40 }, asisten = { b = 30, a = 70 } }\n"
    )
    text = words_of(facts + first + stage("b", SCALE) + weighting)
    assert "group Paparan b opd 60[A1] 40[A1] asisten 70[A1] 30[A1]" in text
    assert "weights by group; see the table" in text
    assert "- fact: “group”" in text


def test_value_functions_have_their_tables() -> None:
    facts = '[facts]\npendidikan = { type = "level", levels = ["S1", "S2"] }\n'
    levels = (
        '{ id = "a", weight = 50, reads = { fact = "pendidikan" },'
        ' value = { use = "levels", points = { S1 = 80, S2 = 90 } } }'
    )
    linear = (
        '{ id = "b", weight = "rest", scale = { levels = [{ value = 1, id = "kurang", text = "K" },'
        ' { value = 2 }] }, value = [{ use = "linear", from = [1, 2], to = [0, 100] }, { use = "reversed", lower = 0, upper = 100 }] }'
    )
    text = words_of(facts + leaf(f"criteria = [{levels}, {linear}]"))
    assert "points by level; see the table “a: points” " in text
    assert "level value S1 80[A1] S2 90[A1]" in text
    assert "the rest of 100 see the table “b: scale”" in text
    assert "value level description 1[A1] kurang K 2[A1] - -" in text
    assert (
        "value function: - 1. moved onto another scale; 1[A1] becomes 0[A1] and 2[A1] becomes"
        " 100[A1], straight between - 2. reversed: lower + upper - value - lower bound: 0[A1] - upper bound: 100[A1]"
    ) in text


def test_conditions_and_gaps_have_their_tables() -> None:
    facts = '[facts]\ndisiplin = { type = "text", one-of = ["berat", "ringan"] }\n'
    conditions = (
        '{ id = "a", weight = 40, reads = "facts", value = { use = "conditions", take = "lowest",'
        ' otherwise = "unchanged", cases = [{ when = { fact = "disiplin", is = "berat" }, value = 5 }] } }'
    )
    gap = (
        '{ id = "b", weight = 60, target = 3, scale = { lower = 2, upper = 4, step = 1 },'
        ' value = { use = "gap", table = [[-1, 4], [0, 5], [1, 4.5]] } }'
    )
    text = loose(facts + leaf(f"criteria = [{conditions}, {gap}]"))
    assert "when value the fact “disiplin” is berat 5[A1]" in text
    assert "- when several hold: the lowest - otherwise: the mark is kept" in text
    assert "gap to the target value -1[A1] 4[A1] 0[A1] 5[A1] 1[A1] 4.5[A1]" in text
    assert "target: 3[A1]" in text


def test_a_matrix_is_a_grid() -> None:
    text = ujikom.show("talenta/kotak-a", "id", plugins={})
    row = next(line for line in text.splitlines() if line.startswith("| sesuai  "))
    assert [cell.strip() for cell in row.strip("|").split("|")] == [
        "sesuai", "kotak-2", "kotak-5", "kotak-8",
    ]  # fmt: skip


def test_a_panel_is_said_in_sentences() -> None:
    panel = (
        '[panel]\nuse = "composition"\nchair = 1\nquorum = 3\nexaminee = true\n'
        'size = { at-least = 5, odd = true, severity = "warning" }\n'
        'internal = { at-most = 45 }\nconflict = { effect = "unseat", severity = "error" }\n'
        'seats = [{ kind = "akademisi", role = "chair", count = 1 }, { kind = "bkn" }]\n'
    )
    text = words_of(panel + stage("w", SCALE))
    assert "- size: at least 5[A1]; must be odd: yes; when breached: warning" in text
    assert "kind of examiner role count when breached akademisi chair 1[A1] error (default)" in text
    assert "bkn not named 1 (default) error (default)" in text
    assert "- chair: 1[A1]; when breached: error (default) - internal examiners" in text
    assert "internal examiners: at most 45[A1] per cent; when breached: error (default)" in text
    assert "examined: who is examined at the same event is not seated" in text
    assert "conflict of interest: the examiner is not seated at all; when breached: error" in text
    assert "- quorum: no fewer marks than 3[A1]; when breached: warning (default)" in text
    two = '[[panel]]\nuse = "composition"\nchair = { count = 1 }\n[[panel]]\nuse = "composition"\n'
    text = words_of(two + "examinee = false\nquorum = { at-least = 2 }\n" + stage("w", SCALE))
    assert "An examiner is seated whom all of these rules seat." in text
    assert "2. composition of the panel - examiners who are examined: not checked" in text
    assert "- quorum: no fewer marks than 2[A1]" in text


def test_standings_and_shortlists_say_whom_they_compare() -> None:
    first = stage("w", SCALE)
    short = stage("s", 'keep = 3\nby = { stage = "w" }', kind="shortlist")
    ranking = (
        '[ranking]\nwithin = ["position", "event"]\nmethod = "dense"\n'
        'tie-breaks = [{ use = "stage-score", stage = "w", order = "ascending" }, "lot"]\n'
        '[rankings.lokasi]\nwithin = "event"\nby = { stage = "w" }\n'
    )
    text = words_of(first + short + ranking)
    assert "kept the best 3[A1] of each group by stage: w" in text
    assert "compared within as the main standing (default)" in text
    assert "compared within the same position; the whole event" in text
    assert (
        "tie-break 1. value of a stage - stage: w - direction: the lower one first"
        " 2. lot by the published seed"
    ) in text
    assert "Rules of standing “lokasi” compared within the whole event by stage: w" in text


def test_stages_of_one_title_are_told_apart() -> None:
    first = stage("a", SCALE, 'title = "Wawancara"', "weight = 50")
    second = stage("b", SCALE, 'title = { id = "Wawancara", en = "Interview" }', "weight = 50")
    text = words_of(
        first + second + '[ranking]\ntie-breaks = [{ use = "stage-score", stage = "b" }]\n', "id"
    )
    assert "tahapan: Wawancara (b)" in text
    assert "Tahapan 1: Wawancara (a) Ketentuan Wawancara (a)" in text
    assert "Wawancara (a) 50[A1] Wawancara (b) 50[A1]" in text


def test_open_terms_name_their_ranges() -> None:
    opens = (
        '[[open]]\nkey = "stages.w.weight"\nat-least = 30\nbreach = "warning"\narticle = "Pasal 3"\n'
        'by = { id = "PPK", en = "appointing official" }\n[[open]]\nkey = "decision.cut-score"\n'
    )
    text = words_of(stage("w", SCALE, "weight = 100") + opens)
    weight = "w › weight (stages.w.weight) fill 30[1] has a value already warning"
    assert f"{weight} appointing official Pasal 3" in text
    assert "total › cut score (decision.cut-score) fill - no - - -" in text


@pytest.mark.parametrize(
    "term, ours, theirs",
    [
        ('key = "decision.cut-score"', "tidak", "no"),
        ('key = "decision.cut-score"\noptional = false', "tidak", "no"),
        ('key = "decision.cut-score"\noptional = true', "ya", "yes"),
        ('key = "ranking"', "sudah ada nilainya", "has a value already"),
        ('key = "ranking"\noptional = true', "ya", "yes"),
        ('key = "stages"\nmay = ["add"]', "sudah ada nilainya", "has a value already"),
        ('key = "panel"\nmay = ["add"]', "tidak perlu diisi", "need not be filled in"),
        ('key = "stages.*.quorum"', "tidak perlu diisi", "need not be filled in"),
        ('may = ["add"]', "-", "-"),  # no term at all
    ],
)
def test_a_term_may_not_stay_empty_only_where_it_is(term: str, ours: str, theirs: str) -> None:
    rules = stage("w", SCALE, "weight = 100") + '[ranking]\nwithin = "event"\n[[open]]\n' + term
    root = ujikom.parse_ruleset(HEAD + rules).root
    for lang, expected in zip(LANGS, (ours, theirs), strict=True):
        page = showing.page_of(root, open_catalogue((), {})[0], lang)
        (block,) = next(each for each in page.sections if each.id == "open").blocks
        opened = table(block)
        column = opened.heads.index({"id": "boleh kosong", "en": "may be empty"}[lang])
        said_ = " ".join(line.said.text for line in opened.rows[0].cells[column])
        assert re.sub(r"\[P\d+\]", "", said_) == expected
        assert ("[P" in said_) is ("optional" not in term and "key" in term)


SEVEN = Figure(Fraction(7), "number")


@frozen(kw_only=True)
class Inner:
    """A table of its own."""

    batas: int
    kata: str = "ya"


@frozen(kw_only=True)
class Odd:
    """A kind with keys of every sort."""

    nama: str
    judul: Text | None = None
    aktif: bool = True
    banyak: int = 4
    bagian: Aggregator | None = None
    syarat: Predicate | None = None
    isi: Inner | None = None
    daftar: tuple[Inner, ...] = ()
    kata: tuple[str, ...] = ("satu", "dua")
    angka: Figure = SEVEN

    def score(self, sheet: StageSheet) -> StageOutcome:
        """Never called here."""
        raise NotImplementedError(sheet)


@frozen(kw_only=True)
class Extra:
    """What it adds to its criteria."""

    sifat: str


DEMO = module(
    stage_kinds=[
        Part("odd", Odd, criteria=Extra, summary=Text("Tahapan aneh.", "An odd stage.")),
        Part("plain", Odd),
    ]
)


def test_the_parts_of_a_plugin_show_all_their_keys() -> None:
    keys = (
        'nama = "x"', "judul = { id = 'Satu', en = 'One' }", 'bagian = { use = "trimmed-mean", drop = 1 }', "isi = { batas = 3 }",
        "syarat = { not = { evidence = 'surat', given = true } }",
        "daftar = [{ batas = 1, kata = 'a' }, { batas = 2 }]",
        'criteria = [{ id = "a", sifat = "s", scale = { lower = 0, upper = 9 } }]',
    )  # fmt: skip
    rules = NAMED + stage("w", *keys, kind="demo:odd")
    text = words_of(rules, plugins={"demo": DEMO})
    assert "kind An odd stage (demo:odd)" in text
    for said_so in (
        "nama x",
        "judul One",
        "aktif yes (default)",
        "banyak 4 (default)",
        "bagian mean without the values at the ends - dropped at each end: 1[A1]",
        "syarat this does not hold: - the document “surat” is recorded: yes",
        "isi batas: 3[A1]",
        "batas kata 1[A1] a 2[A1] -",
        "kata satu; dua (default)",
        "angka 7 (default)",
        "sifat: s",
        "demo (in process",
    ):
        assert said_so in text
    plain = stage("w", 'nama = "x"', SCALE, kind="demo:plain")
    assert "kind demo:plain" in words_of(NAMED + plain, plugins={"demo": DEMO})


def test_what_a_plugin_changed_is_told() -> None:
    def amend_ruleset(ruleset: Ruleset) -> Ruleset:
        from attrs import evolve

        return evolve(ruleset, decision=evolve(ruleset.decision, compare="rounded"))

    amending = module(amend_ruleset=amend_ruleset)
    rules = '[plugins]\ndemo = { version = "1.0", amends = true }\n' + leaf(SCALE)
    text = words_of(rules, plugins={"demo": amending})
    assert "What plugins changed plugin key before after demo decision.compare - rounded" in text
    assert "may amend the rules: yes" in text


@pytest.mark.parametrize(
    "rules, words",
    [
        (leaf("scale = 5"), "scale 5[A1]"),
        (leaf("scale = { lower = 0, upper = 9, tambahan = 1 }"), "tambahan: 1[A1]"),
        (leaf("scale = { levels = [{ value = 1, x = 2 }] }"), "value: 1[A1]; x: 2[A1]"),
        (leaf("scale = { levels = [{ value = 1 }], x = 2 }"), "x: 2[A1]"),
        (leaf("scale = { levels = 3 }"), "levels: 3[A1]"),
        (leaf('reads = { stage = "a", criterion = "b", at = "raw" }'), "the result of “a.b”: what"),
        (
            leaf('reads = { stage = "a" }'),
            "the result of “a”: the value after all rounding (default)",
        ),
        (leaf("reads = { fact = 'x', stage = 'y' }"), "fact: x; stage: y"),
        (leaf("target = [1, 2]"), "target 1[A1]; 2[A1]"),
        (leaf("factor = { fact = 'x' }"), "factor the fact “x”"),
        (leaf("rounding = { stage = 5, rating = { x = 1 } }"), "the stage's value: 5[A1]"),
        (leaf("rounding = 5"), "rounding 5[A1]"),
        (leaf("rounding = {}"), "rounding none"),
        (leaf("no-marks = { lain = 1 }"), "lain: 1[A1]"),
        (leaf("no-marks = 1"), "no-mark 1[A1]"),
        (leaf("quorum = [1]"), "quorum 1[A1]"),
        (leaf("value = { use = 'levels', points = 1 }"), "points: 1[A1]"),
        (leaf("value = { use = 'bands', bands = [1] }"), "bands: 1[A1]"),
        (leaf("value = { use = 'bands', bands = [{ value = 1, below = 2, x = 3 }] }"), "x: 3[A1]"),
        (leaf("value = { use = 'linear', from = [1], to = 2 }"), "from: 1[A1] - to: 2[A1]"),
        (leaf("value = { use = 'conditions', cases = [1] }"), "conditions: 1[A1]"),
        (leaf("value = { use = 'gap', table = [[1]] }"), "table: - 1. 1[A1]"),
        (leaf("value = []"), "value function none"),
        (leaf("value = { x = 1 }"), "value function x: 1[A1]"),
        (leaf("value = { use = 'tidak-ada', x = 1 }"), "tidak-ada - x: 1[A1]"),
        (leaf("classifier = { use = 'bands', lower = 3 }"), "lower bound: 3[A1]"),
        (
            leaf("classifier = { use = 'matrix', x = { stage = 'a', bands = 1, z = 2 } }"),
            "z: 2[A1]",
        ),
        (leaf("classifier = { use = 'matrix', cells = 1 }"), "cells: 1[A1]"),
        (leaf("classifier = { use = 'matrix', cells = { a = 'b' } }"), "category value a b"),
        (leaf("tambahan = { a = { b = 1 }, c = { b = 2 } }"), "group b a 1[A1] c 2[A1]"),
        (leaf("tambahan = { a = [[1]], b = {} }"), "a: - 1. 1[A1] b: none"),
        (leaf("tambahan = []"), "tambahan none"),
        (leaf("tambahan = { id = 'satu', en = 'one' }"), "tambahan id: satu; en: one"),
        (leaf("tambahan = { any = [] }"), "any: none"),
        ("[panel]\nuse = 'composition'\nseats = 1\n" + leaf(SCALE), "seats: 1[A1]"),
        (
            "[decision]\ncut-score = [1]\ntitle = 'T'\ntambahan = 2\n" + leaf(SCALE),
            "tambahan 2[A1]",
        ),
        ("[ranking]\ntambahan = 2\n" + leaf(SCALE), "tambahan 2[A1]"),
        ("[tambahan]\na = 1\n" + leaf(SCALE), "Others tambahan a: 1[A1]"),
        ("effective = { from = 1 }\n" + leaf(SCALE), "from: 1[A1]"),
        ("effective = { to = 2025-01-31 }\n" + leaf(SCALE), "up to and including 31 January 2025"),
        ("tambahan = 3\n" + leaf(SCALE), "tambahan 3[A1]"),
        ("[[stages]]\nid = 'a'\n", "kind -"),
        (stage("s", "keep = { fact = 'n' }", kind="shortlist"), "kept as the fact “n” says"),
        (
            stage("s", "by = 'total-so-far'", kind="shortlist"),
            "by the total so far",
        ),
        (stage("g", "when = 'before'", kind="evidence-gate"), "when before the result"),
    ],
)
def test_whatever_is_written_is_shown(rules: str, words: str) -> None:
    """Also where the rules are wrong, or say what no sentence is known for."""
    assert words in loose(rules)


def test_a_schema_that_is_no_number_is_shown() -> None:
    root = ujikom.parse_ruleset('schema = "x"\n[ruleset]\nid = "a/b"\n').root
    text = showing.text_of(showing.page_of(root, open_catalogue((), {})[0], "en"))
    assert "| schema   | x " in text
    assert text.startswith("\n\n\nIdentity")


def test_an_error_stops_the_showing() -> None:
    with pytest.raises(Refused) as refused:
        ujikom.show(ujikom.parse_ruleset(HEAD + stage("w")), plugins={})
    assert [found.code for found in refused.value.findings] == ["UJ321"]


@pytest.mark.parametrize("lang", LANGS)
def test_no_two_words_of_a_key_and_no_two_parts_of_a_role_are_alike(lang: Lang) -> None:
    for words in (*WORDS.values(), *PARTS.values(), KEYS):
        said_so = [text.say(lang) for text in words.values()]
        twice = {each for each in said_so if said_so.count(each) > 1}
        assert twice <= {term for term in twice if words is KEYS and term in _APART[lang]}


_APART: dict[Lang, set[str]] = {"id": set(), "en": set()}  # of keys that never stand in one table


def test_every_part_of_the_core_has_its_words() -> None:
    catalogue, _ = open_catalogue((), {})
    known = {role: set(catalogue.known(role)) for role in ROLES if role != "report_formats"}
    assert {role: set(words) for role, words in PARTS.items()} == known


def test_runs_are_joined_and_filled() -> None:
    eighty = said("80", Mark("1"))
    assert fill("{x} of {y}", x=eighty, y="100") == Said(("80", Mark("1"), " of ", "100"))
    assert joined([eighty, "b"]).text == "80[1]; b"
    assert Line(eighty).depth == 0


def test_parts_inside_parts_and_their_defaults_are_named() -> None:
    text = words_of(stage("w", SCALE, 'pooling = { use = "rooms-first", over = "median" }'))
    assert "- by: room (default) - inside a group: mean (default) - over the groups: median" in text
    short = 'tie-breaks = [{ use = "stage-score", stage = "w" }, "lot"]'
    text = loose(stage("w", SCALE) + stage("s", "keep = 1", short, kind="shortlist"))
    assert (
        "- stage: w - direction: the higher one first (default) 2. lot by the published seed"
        in text
    )


def test_words_inside_a_list_are_said_too() -> None:
    rules = f'{leaf(SCALE)}[facts]\ng = {{ type = "text", one-of = ["x"] }}\n[ranking]\nwithin = ["position", {{ fact = "g" }}]\n'
    assert "1. jabatan yang sama" in words_of(rules, "id")


def test_a_value_function_of_joined_criteria_is_told_behind_what_joins_them() -> None:
    """A stage's own `value` takes what its criteria make, not the marks (readings 8 and 24)."""
    keys = (SCALE, 'value = { use = "linear", from = [0, 100], to = [0, 10] }', 'aggregation = "mean"',
            'criteria = [ { id = "a" }, { id = "b" } ]')  # fmt: skip
    found = words_of(leaf(*keys))
    behind = found.index("value function, behind the joined criteria")
    assert found.index("aggregat") < behind
    alone = words_of(leaf(*keys[:2]))
    assert "behind the joined criteria" not in alone
    assert "value function" in alone


def test_a_base_is_named_wherever_the_program_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Places call a bundled file by a short name, which is no path."""
    own = tmp_path / "kota.toml"
    head = HEAD.replace(
        'title = "Contoh"\n', 'title = "Contoh"\nextends = "national/ujikom-mutasi"\n'
    )
    own.write_text(head, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    found = " ".join(flat(showing.page(str(own), "en")))
    assert re.search(r"base national/ujikom-mutasi \d", found)
