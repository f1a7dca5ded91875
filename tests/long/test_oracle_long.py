"""Twenty thousand random events, each scored by the engine and by the oracle."""

import sys
from collections import Counter

import pytest
from hypothesis import HealthCheck, given, settings

from tests.agreement import differences
from tests.strategies_events import events
from tests.strategies_nodes import Table

EVENTS = 20_000


def test_engine_and_oracle_agree_on_twenty_thousand_events(
    capsys: pytest.CaptureFixture[str],
) -> None:
    seen: Counter[str] = Counter()

    @settings(max_examples=EVENTS, suppress_health_check=list(HealthCheck))
    @given(events())
    def search(event: tuple[Table, Table]) -> None:
        rules, sheet = event
        assert differences(rules, sheet) == []
        seen["events"] += 1
        seen["candidacies"] += len(sheet.get("candidacies") or sheet["candidates"])

    search()
    with capsys.disabled():
        counts = f"{seen['events']} events, {seen['candidacies']} candidacies"
        sys.stdout.write(f"\nengine and oracle agree: {counts}\n")
    assert seen["events"] >= EVENTS
