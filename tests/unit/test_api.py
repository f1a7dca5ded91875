"""The verbs: what each reads, gives and refuses."""

import json
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

import ujikom_rules as ujikom
from tests.little_events import HEAD, filed, shown, tables
from ujikom_rules.errors import Finding
from ujikom_rules.messages import text_of

ROOT = Path(__file__).resolve().parents[2]
RULES = HEAD + filed("")
SHEET = tables("A01 a - 80\nA02 a - 90.5")


def codes(findings: tuple[Finding, ...]) -> list[str]:
    return [each.code for each in findings]


def refused(call: Any, *args: Any, **keys: Any) -> list[str]:
    """The codes with which a call refuses."""
    with pytest.raises(ujikom.Refused) as said:
        call(*args, **keys)
    return codes(said.value.findings)


def written(folder: Path, text: str, name: str = "kota.toml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def dated(version: str, days: str, title: str) -> str:
    head = HEAD.replace('"1.0"', f'"{version}"').replace('"Contoh"', f'"{title}"')
    return f"{head}effective = {days}\n{filed('')}"


# --- reading


def test_text_and_bytes_are_read_alike() -> None:
    one, two = ujikom.parse_ruleset(RULES), ujikom.parse_ruleset(RULES.encode())
    assert ujikom.plan(one, plugins={}).digest == ujikom.plan(two, plugins={}).digest
    assert one.file == ""
    assert ujikom.parse_ruleset(RULES, file="kota.toml").root.place.file == "kota.toml"


@pytest.mark.parametrize("text", ["schema = ", b"\xff\xfe", "schema = 1\nschema = 2"])
def test_what_is_no_ruleset_is_refused(text: str | bytes) -> None:
    (code,) = refused(ujikom.parse_ruleset, text)
    assert code.startswith("UJ")


def test_limits_are_bytes() -> None:
    assert refused(ujikom.parse_ruleset, RULES, limits=10)
    assert refused(ujikom.parse_scoresheet, json.dumps(SHEET), limits=10)
    assert ujikom.parse_ruleset(RULES, limits=len(RULES.encode())).file == ""


def test_a_file_is_read_by_its_path(tmp_path: Path) -> None:
    path = written(tmp_path, RULES)
    assert ujikom.read_ruleset(path).file == str(path)
    assert ujikom.plan(str(path), plugins={}).ruleset == "uji/contoh"
    assert refused(ujikom.read_ruleset, tmp_path / "lain.toml")
    assert refused(ujikom.read_ruleset, written(tmp_path, "schema = ", "rusak.toml"))


def test_a_scoresheet_is_json_text_bytes_a_dictionary_or_a_file(tmp_path: Path) -> None:
    text = json.dumps(SHEET)
    path = written(tmp_path, text, "acara.json")
    forms = [ujikom.parse_scoresheet(each) for each in (text, text.encode(), SHEET)]
    digests = {each.digest for each in (*forms, ujikom.read_scoresheet(path))}
    assert len(digests) == 1
    assert refused(ujikom.read_scoresheet, tmp_path / "lain.json")
    assert refused(ujikom.parse_scoresheet, "[]")
    assert refused(ujikom.parse_scoresheet, {**SHEET, "event": {}})


# --- finding


def test_an_id_is_found_and_a_path_never_is(tmp_path: Path) -> None:
    path = written(tmp_path, RULES)
    found = ujikom.find("uji/contoh", rulesets=[tmp_path])
    assert found.file == str(path)
    assert ujikom.plan("uji/contoh", rulesets=[tmp_path], plugins={}).version == "1.0"
    assert refused(ujikom.find, "uji/contoh")
    assert refused(ujikom.find, str(path), rulesets=[tmp_path])
    assert refused(ujikom.find, "../kota", rulesets=[tmp_path])


def test_the_edition_in_force_is_taken(tmp_path: Path) -> None:
    written(tmp_path, dated("1.0", "{ to = 2025-06-30 }", "Lama"), "a.toml")
    written(tmp_path, dated("2.0", "{ from = 2025-07-01 }", "Baru"), "b.toml")
    keys: dict[str, Any] = {"rulesets": [tmp_path], "plugins": {}}
    assert ujikom.plan("uji/contoh", **keys).version == "2.0"
    assert ujikom.plan("uji/contoh", as_of=date(2025, 6, 30), **keys).version == "1.0"
    assert ujikom.find("uji/contoh", rulesets=[tmp_path], version="1.0").file.endswith("a.toml")
    sheet = ujikom.parse_scoresheet(SHEET)  # of 25 March 2025
    assert ujikom.score("uji/contoh", sheet, **keys).title.id == "Lama"
    assert refused(ujikom.score, "uji/contoh", sheet, as_of=date(2025, 7, 1), **keys) == ["UJ677"]


def test_a_base_is_found_in_the_same_folders(tmp_path: Path) -> None:
    written(tmp_path, RULES)
    overlay = HEAD.replace("uji/contoh", "uji/kota") + 'extends = "uji/contoh"\n'
    document = ujikom.parse_ruleset(overlay)
    assert ujikom.plan(document, rulesets=[tmp_path], plugins={}).stages[0].id == "a"
    assert refused(ujikom.plan, document, plugins={}) == codes(ujikom.check(document, plugins={}))


# --- planning


def test_a_plan_is_refused_with_every_finding_and_check_raises_nothing() -> None:
    wrong = ujikom.parse_ruleset(RULES.replace("weighted-criteria", "panell") + "x = 1\n")
    found = ujikom.check(wrong, plugins={})
    assert "UJ511" in codes(found)
    assert refused(ujikom.plan, wrong, plugins={}) == codes(found)
    assert codes(ujikom.check("uji/tidak-ada"))
    assert ujikom.check(ujikom.parse_ruleset(RULES), plugins={}) == ()


def test_a_document_without_what_is_required_is_no_plan() -> None:
    empty = ujikom.parse_ruleset("schema = 1")
    assert codes(ujikom.check(empty, plugins={}))
    assert refused(ujikom.plan, empty, plugins={})


def test_the_warnings_of_a_plan_are_kept_and_said_again_with_a_result() -> None:
    warned = '[panel]\nuse = "composition"\nsize = { at-least = 2, severity = "warning" }\n'
    plan = ujikom.plan(ujikom.parse_ruleset(RULES + warned), plugins={})
    evaluation = ujikom.evaluate(plan, ujikom.parse_scoresheet(SHEET))
    assert codes(evaluation.findings) == [*codes(plan.findings), "UJ561"]


def test_a_part_is_never_searched_in_plugins_that_are_not_named() -> None:
    text = RULES.replace('"weighted-criteria"', '"kendari:program-paparan"')
    assert codes(ujikom.check(ujikom.parse_ruleset(text))) == ["UJ512"]
    assert codes(ujikom.check(ujikom.parse_ruleset(text), plugins={})) == ["UJ512"]


def test_with_plugins_given_nothing_installed_is_imported() -> None:
    named = ujikom.parse_ruleset(RULES + '[plugins]\nkendari = "1.0"\n')
    assert ujikom.check(named) == ()
    assert codes(ujikom.check(named, plugins={})) == ["UJ501"]


# --- scoring and telling


def test_score_takes_a_plan_a_document_an_id_and_a_path(tmp_path: Path) -> None:
    document = ujikom.parse_ruleset(RULES)
    path, sheet = written(tmp_path, RULES), written(tmp_path, json.dumps(SHEET), "acara.json")
    keys: dict[str, Any] = {"plugins": {}, "rulesets": [tmp_path]}
    plan = ujikom.plan(document, plugins={})
    forms: list[Any] = [plan, document, str(path), "uji/contoh"]
    for form in forms:
        for event in (sheet, str(sheet), ujikom.parse_scoresheet(SHEET)):
            found = {r.candidacy: shown(r.total) for r in ujikom.score(form, event, **keys)}
            assert found == {"A01": "80", "A02": "90.5"}


def test_an_evaluation_is_looked_into_by_candidacy() -> None:
    evaluation = ujikom.score(ujikom.parse_ruleset(RULES), ujikom.parse_scoresheet(SHEET))
    assert [result.candidacy for result in evaluation] == ["A02", "A01"]
    assert (len(evaluation), "A01" in evaluation, "A03" in evaluation) == (2, True, False)
    with pytest.raises(KeyError):
        evaluation["A03"]
    total = evaluation["A02"].total
    assert total is not None
    assert (total.value, str(total.rounded)) == (Fraction(181, 2), "90.5")
    assert next(total.walk()).rule == "mark"


def test_documents_are_plain_data() -> None:
    evaluation = ujikom.score(ujikom.parse_ruleset(RULES), ujikom.parse_scoresheet(SHEET))
    for said in (
        ujikom.document(evaluation, "en", figures=True),
        ujikom.working(evaluation, "A01"),
        ujikom.versus(evaluation, "A01", "A02"),
        ujikom.findings_document(evaluation.findings),
    ):
        assert json.loads(json.dumps(said)) == said
    with pytest.raises(KeyError):
        ujikom.working(evaluation, "A03")


# --- rendering


def test_the_forms_of_the_core_and_what_is_none() -> None:
    evaluation = ujikom.score(ujikom.parse_ruleset(RULES), ujikom.parse_scoresheet(SHEET))
    assert "A02" in str(ujikom.render(evaluation))
    assert json.loads(ujikom.render(evaluation, "json", "en")) == ujikom.document(evaluation, "en")
    told = ujikom.render(evaluation, "working", "en", candidacy="A01", plugins={})
    assert "A01" in str(told)
    with pytest.raises(KeyError):
        ujikom.render(evaluation, "working", candidacy="A03")
    with pytest.raises(ujikom.Refused) as said:
        ujikom.render(evaluation, "jsn")
    (unknown,) = said.value.findings
    assert (unknown.code, text_of(unknown, "en")) == (
        "UJ511", "there is no part 'jsn' (report formats)",
    )  # fmt: skip
    assert refused(ujikom.render, evaluation, "kendari:rekap") == ["UJ511"]
    assert refused(ujikom.render, evaluation, "lain:rekap", plugins={}) == ["UJ511"]


def test_the_plugins_that_are_installed_are_listed_with_what_they_offer() -> None:
    found = {each.namespace: each for each in ujikom.plugins()}
    assert {"core", "malang", "kendari"} <= found.keys()
    assert found["kendari"].parts == {
        "stage_kinds": ("kendari:program-paparan",),
        "panel_rules": ("kendari:five-of-three-kinds",),
    }
    assert found["kendari"].distribution == "ujikom-rules-kendari"
    assert (found["kendari"].problem, found["kendari"].title) == ("", "Kota Kendari")
    assert "weighted-mean" in found["core"].parts["aggregators"]


def test_the_bundled_rulesets_are_found_from_anywhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    evaluation = ujikom.score("malang/2024", ROOT / "examples" / "malang-2024")
    assert evaluation.ruleset == "malang/2024"
    written(tmp_path, RULES.replace("uji/contoh", "malang/2024"))
    assert ujikom.plan("malang/2024").title.en.startswith("Competency test")


def test_all_that_is_public_is_there() -> None:
    assert sorted(ujikom.__all__) == ujikom.__all__
    assert [name for name in ujikom.__all__ if not hasattr(ujikom, name)] == []
    with pytest.raises(AttributeError):
        ujikom.nothing  # noqa: B018


@pytest.mark.parametrize("given", [None, 5, [], ["{}"]])
def test_what_is_no_text_is_refused_not_raised(given: Any) -> None:
    """A web handler passes on whatever a request held: a list, a number, nothing."""
    for verb in (ujikom.parse_scoresheet, ujikom.parse_ruleset):
        with pytest.raises(ujikom.Refused) as refused:
            verb(given)
        assert [found.code for found in refused.value.findings] == ["UJ631"]
