"""The two example events, byte for byte, and against totals that were computed elsewhere."""

import json
from typing import Any

import pytest

import ujikom_rules as ujikom
from tests.golden.refresh import EVENTS, HERE, ROOT, names, printed
from tests.unit.test_result_document import fits
from ujikom_rules.exact import to_text


def evaluated(event: str, form: str = "") -> ujikom.Evaluation:
    """An example event, from its folder or from its one file."""
    return ujikom.score(EVENTS[event], ROOT / "examples" / f"{event}{form}")


@pytest.mark.parametrize("name", names())
def test_the_program_prints_what_it_printed(name: str) -> None:
    assert printed(name) == (HERE / name).read_bytes()


@pytest.mark.parametrize("name", [name for name in names() if name.endswith(".json")])
def test_the_printed_document_fits_its_schema(name: str) -> None:
    fits("evaluation.json", json.loads((HERE / name).read_bytes()))


@pytest.mark.parametrize("event", EVENTS)
def test_the_working_of_every_candidacy_fits_its_schema(event: str) -> None:
    evaluation = evaluated(event)
    for result in evaluation:
        fits("working.json", ujikom.working(evaluation, result.candidacy))


@pytest.mark.parametrize("event", EVENTS)
def test_the_scoresheet_fits_its_schema(event: str) -> None:
    text = (ROOT / "examples" / f"{event}.json").read_text(encoding="utf-8")
    fits("scoresheet.json", json.loads(text))


@pytest.mark.parametrize("form", ["", ".json"])
@pytest.mark.parametrize("event", EVENTS)
def test_totals_ranks_and_verdicts_are_those_computed_elsewhere(event: str, form: str) -> None:
    expected = json.loads((HERE / f"expected_{event}.json").read_text(encoding="utf-8"))
    found = {
        result.candidacy: said_of(result, expected.get(result.candidacy, {}))
        for result in evaluated(event, form)
    }
    assert found == expected


def said_of(result: ujikom.Result, asked: dict[str, Any]) -> dict[str, Any]:
    """What a result says of the keys that are asked for; a key that is no key of it is a stage."""
    place = result.rank.place
    head = {
        "verdict": result.verdict,
        "total": None if result.total is None else result.total.text,
        "category": result.category,
        "rank": None if place is None else int(place) if place.denominator == 1 else to_text(place),
        "shared": result.rank.shared,
    }
    stages = {name: stage.value and stage.value.text for name, stage in result.stages.items()}
    return {name: (stages | head)[name] for name in asked}


@pytest.mark.parametrize("event", EVENTS)
def test_folder_and_file_carry_the_same_event(event: str) -> None:
    folder, file = (ujikom.document(evaluated(event, form)) for form in ("", ".json"))
    assert folder["results"] == file["results"]
    assert folder["provenance"] == file["provenance"]


def test_no_other_golden_file_lies_here() -> None:
    written = {path.name for path in HERE.iterdir() if path.suffix in (".json", ".txt")}
    assert written == {*names(), *(f"expected_{event}.json" for event in EVENTS)}
