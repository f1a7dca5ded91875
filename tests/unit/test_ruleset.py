"""A merged document to a ruleset: head, plugins, facts, panel, rounding, stages, standings."""

from datetime import date
from fractions import Fraction

import pytest

from ujikom_rules.errors import Finding
from ujikom_rules.exact import Rounding
from ujikom_rules.model.ruleset import FactRef, Ruleset
from ujikom_rules.reading.document import read_document
from ujikom_rules.reading.ruleset import structure

F = Fraction
RULESET = '[ruleset]\nid = "kota/2025"\nversion = "1.0"\ntitle = "Uji"\n'
STAGE = '[[stages]]\nid = "w"\nkind = "panel"\n'


def read(text: str) -> tuple[Ruleset, tuple[Finding, ...]]:
    root, findings = read_document(text, "a.toml")
    assert root is not None
    assert findings == ()
    ruleset, found = structure(root, ("a.toml",))
    assert ruleset is not None
    return ruleset, found


def good(more: str = "", head: str = RULESET) -> Ruleset:
    ruleset, findings = read(f"schema = 1\n{head}{more}{STAGE}")
    assert findings == ()
    return ruleset


def notes(more: str = "", head: str = RULESET, schema: str = "schema = 1\n") -> list[str]:
    found = read(f"{schema}{head}{more}{STAGE}")[1]
    return [f"{each.code} {each.path}" for each in found]


def test_the_least_that_a_ruleset_says() -> None:
    found = good()
    assert (found.id, found.version, found.title.id) == ("kota/2025", "1.0", "Uji")
    assert (found.effective, found.plugins, found.facts, found.panels) == ((None, None), (), {}, ())
    assert ([each.id for each in found.stages], found.decision.id) == (["w"], "total")
    assert ([each.id for each in found.rankings], found.files) == (["rank"], ("a.toml",))
    assert found.digest.startswith("sha256:")
    stage = found.stage("w")
    assert stage is not None
    assert stage.path == "stages.w"
    assert found.stage("x") is None


@pytest.mark.parametrize(
    "head, schema, codes",
    [
        (RULESET, "", ["UJ202 schema"]),
        (RULESET, "schema = 2\n", ["UJ209 schema"]),
        (RULESET, 'schema = "1"\n', ["UJ209 schema"]),
        ("", "schema = 1\n", ["UJ202 ruleset"]),
        ("[ruleset]\n", "schema = 1\n",
         ["UJ202 ruleset.id", "UJ202 ruleset.version", "UJ202 ruleset.title"]),
        (RULESET.replace("kota/2025", "kota"), "schema = 1\n", ["UJ204 ruleset.id"]),
        (RULESET.replace('"1.0"', "1.0"), "schema = 1\n", ["UJ203 ruleset.version"]),
        (RULESET + "judul = 'x'\n", "schema = 1\n", ["UJ201 ruleset.judul"]),
        (RULESET + "[kebijakan]\n", "schema = 1\n", ["UJ201 kebijakan"]),
    ],
)  # fmt: skip
def test_what_is_wrong_with_the_head(head: str, schema: str, codes: list[str]) -> None:
    assert notes(head=head, schema=schema) == codes


def test_a_ruleset_without_stages() -> None:
    _, (found,) = read(f"schema = 1\n{RULESET}")
    assert (found.code, found.path) == ("UJ202", "stages")
    _, (found,) = read(f"schema = 1\nstages = []\n{RULESET}")
    assert (found.code, found.path) == ("UJ216", "stages")


def test_days_in_force_are_both_included() -> None:
    head = RULESET + "effective = { from = 2025-01-01, to = 2025-01-01 }\n"
    assert good(head=head).effective == (date(2025, 1, 1), date(2025, 1, 1))
    assert good(head=RULESET + "effective = { to = 2025-01-01 }\n").effective[0] is None
    assert notes(head=head.replace("to = 2025-01-01", "to = 2024-12-31")) == [
        "UJ213 ruleset.effective.to"
    ]
    assert notes(head=RULESET + "effective = { form = 2025-01-01 }\n") == [
        "UJ201 ruleset.effective.form"
    ]
    assert notes(head=RULESET + "effective = 2025-01-01\n") == ["UJ203 ruleset.effective"]


def test_plugins_in_their_order() -> None:
    found = good('[plugins]\nmalang = "1.0"\nkendari = { version = "2.1", amends = true }\n')
    assert [(each.namespace, each.version, each.amends) for each in found.plugins] == [
        ("malang", "1.0", False),
        ("kendari", "2.1", True),
    ]
    assert [each.place.line for each in found.plugins] == [7, 8]


@pytest.mark.parametrize(
    "line, codes",
    [
        ('core = "1.0"', ["UJ204 plugins.core"]),
        ('"Kota Baru" = "1.0"', ['UJ204 plugins."Kota Baru"']),
        ("malang = 1.0", ["UJ203 plugins.malang"]),
        ("malang = {}", ["UJ202 plugins.malang.version"]),
        ('malang = { version = "1", amend = true }', ["UJ201 plugins.malang.amend"]),
        ('malang = { version = "1", amends = "ya" }', ["UJ203 plugins.malang.amends"]),
    ],
)
def test_what_is_wrong_with_plugins(line: str, codes: list[str]) -> None:
    assert notes(f"[plugins]\n{line}\n") == codes
    assert notes("plugins = 5\n", head="") == ["UJ202 ruleset", "UJ203 plugins"]


def test_facts_of_every_type() -> None:
    facts = good(
        '[facts]\nteks = { type = "text", one-of = ["a", "b"], title = "Teks" }\n'
        'angka = { type = "number", lower = 0, upper = 10, step = 0.5, source = "assumption" }\n'
        'tingkat = { type = "level", levels = ["S1", "S2"] }\nlahir = { type = "date" }\n'
        'usia = { type = "years", since = "lahir" }\nlapor = { type = "yes-no" }\n'
    ).facts
    assert facts["teks"].one_of == ("a", "b")
    assert facts["teks"].title is not None
    angka = facts["angka"]
    assert (angka.lower, angka.upper, angka.step) == (F(0), F(10), F(1, 2))
    assert facts["tingkat"].levels == ("S1", "S2")
    assert (facts["usia"].since, facts["usia"].derived) == ("lahir", True)
    assert [name for name, each in facts.items() if each.derived] == ["usia"]


@pytest.mark.parametrize(
    "line, codes",
    [
        ('Usia = { type = "number" }', ["UJ204 facts.Usia"]),
        ("usia = 5", ["UJ203 facts.usia"]),
        ("usia = {}", ["UJ202 facts.usia.type"]),
        ('usia = { type = "angka" }', ["UJ205 facts.usia.type"]),
        ('usia = { type = "years" }', ["UJ202 facts.usia"]),
        ('usia = { type = "months", since = 5 }', ["UJ203 facts.usia.since"]),
        ('usia = { type = "level" }', ["UJ202 facts.usia"]),
        ('usia = { type = "level", levels = [] }', ["UJ216 facts.usia.levels"]),
        ('usia = { type = "level", levels = [1] }', ["UJ203 facts.usia.levels.0"]),
        ('usia = { type = "text", one-of = [] }', ["UJ216 facts.usia.one-of"]),
        ('usia = { type = "number", one-of = ["a"] }', ["UJ201 facts.usia.one-of"]),
        ('usia = { type = "yes-no", lower = 1 }', ["UJ201 facts.usia.lower"]),
    ],
)
def test_what_is_wrong_with_facts(line: str, codes: list[str]) -> None:
    assert notes(f"[facts]\n{line}\n") == codes


def test_a_misspelt_type_of_a_fact_is_told_at_its_key() -> None:
    assert notes('[facts]\nmasa = { tpye = "number" }\n') == [
        "UJ202 facts.masa.type", "UJ201 facts.masa.tpye",
    ]  # fmt: skip


def test_a_misspelt_exact_is_a_word_and_no_group_of_keys() -> None:
    assert notes('[rounding]\nfinal = "exat"\n') == ["UJ205 rounding.final"]


def test_a_panel_is_one_rule_or_several() -> None:
    assert [each.use for each in good('[panel]\nuse = "composition"\n').panels] == [
        "core:composition"
    ]
    two = '[[panel]]\nuse = "composition"\n[[panel]]\nuse = "malang:panel"\n'
    assert [each.use for each in good(two).panels] == ["core:composition", "malang:panel"]
    assert notes("[panel]\nsize = 3\n") == ["UJ350 panel"]
    assert notes('[panel]\nsue = "composition"\n') == ["UJ202 panel.use", "UJ201 panel.sue"]


def test_roundings_of_the_whole_ruleset() -> None:
    assert good("[rounding]\nstage = { places = 2 }\nfinal = 'exact'\n").rounding == {
        "stage": Rounding(2), "final": None,
    }  # fmt: skip
    assert notes("[rounding]\nplaces = 2\n") == ["UJ201 rounding.places"]


def test_a_stage_cannot_be_the_total_nor_stand_twice() -> None:
    assert notes(STAGE.replace('"w"', '"total"')) == ["UJ212 stages.total"]
    assert notes(STAGE) == ["UJ206 stages.w"]


def test_standings_with_their_keys() -> None:
    rank, lokasi = good(
        "[ranking]\nwithin = ['position', { fact = 'kelompok' }]\nby = 'total'\n"
        "tie-breaks = ['lot', { use = 'fact', fact = 'x', order = 'ascending' }]\n"
        "[rankings.lokasi]\nby = { stage = 'w' }\nwithin = 'event'\nsource = 'assumption'\n"
    ).rankings
    assert (rank.id, rank.by, rank.path) == ("rank", "", "ranking")
    assert isinstance(rank.within[1], FactRef)
    assert [(each.part.use, each.ascending) for each in rank.tie_breaks] == [
        ("core:lot", False),
        ("core:fact", True),
    ]
    assert (lokasi.id, lokasi.by, lokasi.within, lokasi.path) == (
        "lokasi", "w", ("event",), "rankings.lokasi",
    )  # fmt: skip


@pytest.mark.parametrize(
    "more, codes",
    [
        ("[ranking]\nwithin = 'kelompok'\n", ["UJ205 ranking.within"]),
        ("[ranking]\nwithin = 5\n", ["UJ203 ranking.within"]),
        ("[ranking]\nby = 'w'\n", ["UJ205 ranking.by"]),
        ("[ranking]\nby = {}\n", ["UJ202 ranking.by.stage"]),
        ("[ranking]\nby = { stage = 'w', criterion = 'a' }\n", ["UJ201 ranking.by.criterion"]),
        ("[ranking]\nmethod = 'competition'\n", ["UJ205 ranking.method"]),
        ("[ranking]\namong = 'some'\n", ["UJ205 ranking.among"]),
        ("[ranking]\ncompare = 'round'\n", ["UJ205 ranking.compare"]),
        ("[ranking]\ntie-breaks = 'lot'\n", ["UJ203 ranking.tie-breaks"]),
        ("[ranking]\ntie-breaks = [{ use = 'lot', order = 'up' }]\n",
         ["UJ205 ranking.tie-breaks.0.order"]),
        ("[ranking]\ntie-break = ['lot']\n", ["UJ201 ranking.tie-break"]),
        ("[rankings.rank]\nwithin = 'event'\n", ["UJ204 rankings.rank"]),
        ("[rankings.Lokasi]\nwithin = 'event'\n", ["UJ204 rankings.Lokasi"]),
        ("[rankings]\nlokasi = 5\n", ["UJ203 rankings.lokasi"]),
    ],
)  # fmt: skip
def test_what_is_wrong_with_standings(more: str, codes: list[str]) -> None:
    assert notes(more) == codes


def test_a_ruleset_assumes_where_a_number_has_no_published_source() -> None:
    assert not good().assumes
    weight = "[[stages]]\nid = 'v'\nkind = 'panel'\nweight = 40\n"
    assert good(weight, RULESET + "source = 'assumption'\n").assumes
    assert not good(weight, RULESET + "source = { title = 'PP 11/2017' }\n").assumes


def test_the_digest_is_of_what_is_said_and_not_of_how() -> None:
    one = good("[facts]\nx = { type = 'number', lower = 72.50 }\n")
    other = good("[facts.x]\nlower = 72.5\ntype = 'number'\n# keterangan\n")
    assert one.digest == other.digest
    assert one.digest != good("[facts]\nx = { type = 'number', lower = 72.51 }\n").digest


def test_everything_wrong_is_said_in_one_run() -> None:
    more = "[facts]\nUsia = { type = 'x' }\n[ranking]\nmethod = 5\n[rounding]\nx = 1\n"
    assert notes(more, schema="schema = 3\n") == [
        "UJ209 schema",
        "UJ204 facts.Usia",
        "UJ201 rounding.x",
        "UJ203 ranking.method",
    ]
