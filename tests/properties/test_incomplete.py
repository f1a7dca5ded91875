"""Nobody is left to guess why a verdict is still open: the table says what is missing."""

from hypothesis import HealthCheck, given, settings

import ujikom_rules as ujikom
from tests.strategies_events import events, to_toml


@settings(max_examples=60, suppress_health_check=list(HealthCheck))
@given(events())
def test_every_incomplete_verdict_has_a_line_among_the_notes(
    drawn: tuple[dict[str, object], dict[str, object]],
) -> None:
    rules, plain = drawn
    plan = ujikom.plan(ujikom.parse_ruleset(to_toml(rules)), plugins={})
    try:
        evaluation = ujikom.evaluate(plan, ujikom.parse_scoresheet(plain))
    except ujikom.Refused:
        return
    table = str(ujikom.render(evaluation, format="text", lang="en"))
    told = [line.strip() for line in table.partition("\nNotes:\n")[2].splitlines()]
    named = {who for line in told for who in line.partition(": ")[0].split(", ")}
    for result in evaluation:
        if result.verdict == "incomplete":
            assert result.candidacy in named or "everybody" in named, table
