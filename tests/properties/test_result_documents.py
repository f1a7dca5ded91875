"""Laws of what is printed: it fits its schema, agrees with itself, and derives from its inputs."""

import json
from typing import Any

from hypothesis import HealthCheck, Phase, given, settings

from tests.sample_results import At
from tests.strategies_events import events, to_toml
from tests.strategies_nodes import Table
from tests.unit.test_result_document import fits
from ujikom_rules import api, exact
from ujikom_rules.builtin import ujikom_report_formats
from ujikom_rules.exact import Rounding
from ujikom_rules.model.figure import DERIVATIONS
from ujikom_rules.model.outcome import Evaluation

few = settings(
    max_examples=max(10, settings().max_examples // 10),
    phases=[Phase.explicit, Phase.reuse, Phase.generate],  # shrinking whole events takes minutes
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


def evaluated(event: tuple[Table, Table]) -> Evaluation:
    rules, sheet = event
    plan = api.plan(api.parse_ruleset(to_toml(rules)), plugins={})
    return api.evaluate(plan, api.parse_scoresheet(json.dumps(sheet, default=str)))


def derives(entry: dict[str, Any], told: dict[str, dict[str, Any]]) -> bool:
    values = tuple(exact.parse_ratio(told[each]["value"]) for each in entry["inputs"])
    value = exact.parse_ratio(entry["value"])
    if entry["rule"] == "unchanged":
        return values == (value,)
    if entry["rule"] == "round":
        return Rounding(**entry["rounding"]).apply(values[0]) == value
    return not values or DERIVATIONS[entry["rule"]](values) == value


@few
@given(events())
def test_results_agree_with_their_figures_and_every_figure_derives(
    event: tuple[Table, Table],
) -> None:
    evaluation = evaluated(event)
    said: dict[str, Any] = api.document(evaluation, figures=True)
    fits("evaluation.json", said)
    for result in said["results"]:
        working: dict[str, Any] = api.working(evaluation, result["candidacy"])
        fits("working.json", working)
        told: dict[str, dict[str, Any]] = {}
        for entry in working["figures"]:
            assert entry["address"] not in told
            assert derives(entry, told), entry
            told[entry["address"]] = entry
        printed = result["figures"]
        assert printed == {address: told[address]["value"] for address in printed}
        assert result["total"] == (None if result["total"] is None else printed["total:final"])
        for name, stage in result["stages"].items():
            if stage.get("value") is not None:
                assert stage["value"] == printed[f"{name}:stage"]


@few
@given(events())
def test_every_report_can_be_written_of_every_event(event: tuple[Table, Table]) -> None:
    evaluation = evaluated(event)
    for part in ujikom_report_formats():
        said = part.make().render(evaluation, At())
        assert isinstance(said, str)
        assert all(result.candidacy in said for result in evaluation)
