"""What a run loads and calls: a small event is over before much could be loaded for nothing."""

import json
import pickle
import subprocess
import sys
from collections.abc import Iterable
from importlib import metadata

import pytest

import ujikom_rules as ujikom
from ujikom_rules import builtin
from ujikom_rules.builtin.tie_breakers import TIE_BREAKERS
from ujikom_rules.catalogue import discovery
from ujikom_rules.catalogue.catalogue import open_catalogue
from ujikom_rules.contract.roles import ROLES
from ujikom_rules.plugin import Part, TieBreaker, hookimpl

RULES = """
schema = 1
[ruleset]
id = "uji/awal"
version = "1.0"
title = "Awal"
source = "assumption"
[[stages]]
id = "wawancara"
kind = "panel"
each = { scale = { lower = 0, upper = 100 } }
criteria = [{ id = "isi", weight = 60 }, { id = "cara", weight = 40 }]
"""
SHEET = {
    "event": {"id": "awal", "date": "2024-03-04"},
    "candidates": [{"id": "A01"}],
    "examiners": [{"id": "E1"}],
    "ratings": [
        {"candidacy": "A01", "stage": "wawancara", "criterion": name, "examiner": "E1", "value": 80}
        for name in ("isi", "cara")
    ],
}
NAMES = "import sys; print(*sys.modules)"
CLEAN = f"""
import sys
import ujikom_rules as ujikom
plan = ujikom.plan(ujikom.parse_ruleset({RULES!r}))
evaluation = ujikom.evaluate(plan, ujikom.parse_scoresheet({json.dumps(SHEET)!r}))
assert evaluation["A01"].total.text == "80" and "A01" in ujikom.render(evaluation)
print(*sys.modules)
"""
REUSED = """
import pickle, sys
from ujikom_rules.evaluating import evaluate
plan, sheet = pickle.load(sys.stdin.buffer)
assert evaluate(plan, sheet)["A01"].total.text == "80"
print(*sys.modules)
"""


def loaded_by(code: str, given: bytes = b"") -> set[str]:
    done = subprocess.run(
        [sys.executable, "-c", code], input=given, capture_output=True, check=True
    )
    return set(done.stdout.decode().split())


def test_the_version_is_that_of_the_distribution() -> None:
    assert metadata.version(discovery.DISTRIBUTION) == discovery.VERSION


def test_clean_work_that_names_no_plugin_loads_nothing_for_nothing() -> None:
    loaded = loaded_by(CLEAN)
    assert "ujikom_rules.builtin.aggregators" in loaded
    for unused in (
        "difflib",
        "importlib.metadata",
        "ujikom_rules.builtin.classifiers",
        "ujikom_rules.builtin.extremes",
        "ujikom_rules.builtin.panels",
        "ujikom_rules.builtin.relative",
        "ujikom_rules.builtin.reports.csv_",
        "ujikom_rules.builtin.stages.gates",
        "ujikom_rules.builtin.tie_breakers",
        "ujikom_rules.messages.files",
        "ujikom_rules.reading.document.slips",
        "ujikom_rules.reading.overlay.merging",
        "ujikom_rules.reading.overlay.open_terms",
        "click",
        "hypothesis",
    ):
        assert unused not in loaded, unused


def test_a_finding_loads_the_texts_of_its_own_field_alone() -> None:
    loaded = loaded_by("from ujikom_rules import messages; messages.finding('UJ704')\n" + NAMES)
    rooms = {name.rpartition(".")[2] for name in loaded if name.startswith("ujikom_rules.messages")}
    assert "results" in rooms
    assert not rooms & {"files", "toml", "structure", "meaning", "overlays", "parts", "sheets"}


def test_the_cores_parts_are_drawn_until_the_one_that_is_named(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    drawn: list[str] = []

    @hookimpl
    def offers() -> Iterable[Part[TieBreaker]]:
        for part in TIE_BREAKERS:
            drawn.append(part.name)
            yield part

    monkeypatch.setattr(builtin, "ujikom_tie_breakers", offers)
    catalogue, _ = open_catalogue((), {})
    role = catalogue.offers["tie_breakers"]
    assert catalogue.find("tie_breakers", "kota:undian") is None
    assert drawn == []
    first, *further = (part.name for part in TIE_BREAKERS)
    assert catalogue.find("tie_breakers", f"core:{first}") is role[f"core:{first}"]
    assert drawn == [first]
    assert catalogue.find("tie_breakers", "core:undian") is None
    assert drawn == [first, *further]
    assert len(role) == len(list(role)) == len(TIE_BREAKERS)


def test_a_role_that_the_core_does_not_offer_is_empty(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(builtin, "ujikom_tie_breakers")
    catalogue, _ = open_catalogue((), {})
    assert dict(catalogue.offers["tie_breakers"]) == {}


def test_a_plan_that_was_kept_is_evaluated_without_reading_or_compiling() -> None:
    plan = ujikom.plan(ujikom.parse_ruleset(RULES), plugins={})
    loaded = loaded_by(REUSED, pickle.dumps((plan, ujikom.parse_scoresheet(SHEET))))
    assert "ujikom_rules.evaluating" in loaded
    for room in ("reading", "catalogue", "compiling"):
        assert not {name for name in loaded if name.startswith(f"ujikom_rules.{room}")}, room


def test_no_part_of_the_core_is_wrong_where_it_is_loaded_late() -> None:
    (core, *_) = ujikom.plugins()
    assert (core.namespace, core.problem, core.findings) == ("core", "", ())
    assert set(core.parts) == set(ROLES)


def test_a_mistake_of_the_core_is_not_passed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    twice = hookimpl(lambda: [*TIE_BREAKERS, *TIE_BREAKERS])
    monkeypatch.setattr(builtin, "ujikom_tie_breakers", twice)
    with pytest.raises(ujikom.Refused) as refused:
        ujikom.plugins()
    assert {found.code for found in refused.value.findings} == {"UJ509"}
