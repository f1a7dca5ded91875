"""A plugin that takes its time is named, and moves no score."""

from collections.abc import Sequence
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from attrs import frozen

import ujikom_rules as ujikom
from tests.plugins.making import CORE, SHEET, offer, plugin, rules
from ujikom_rules.analysis.pace import SECOND, timed
from ujikom_rules.cli import main
from ujikom_rules.messages import text_of
from ujikom_rules.plugin import Figure, Item, NodeAt, mean_of

ROOT = Path(__file__).parents[2]
ROOMS = 'pooling = { use = "rooms-first", by = "kind", inside = "demo:half", empty = "leave-out" }'


@frozen(kw_only=True)
class Half:
    """The mean; with `breaks`, a failure."""

    breaks: bool = False

    def combine(self, items: Sequence[Item], _at: NodeAt) -> Figure | None:
        if self.breaks:
            raise RuntimeError("out of order")
        return mean_of(item.value for item in items)


def planned(*lines: str) -> ujikom.Plan:
    return ujikom.plan(rules(*lines), plugins={"demo": plugin(aggregators=offer("half", Half))})


def clock() -> Any:
    """A clock on which every reading comes a second later."""
    return count(0, SECOND).__next__


@pytest.mark.parametrize("pooling", ['pooling = "demo:half"', ROOMS])
def test_a_slow_part_is_named_with_its_time_wherever_it_is_nested(pooling: str) -> None:
    plan = planned(pooling)
    sheet = ujikom.parse_scoresheet(SHEET)
    slow, meter = timed(plan, clock())
    evaluation = ujikom.evaluate(slow, sheet)
    assert ujikom.document(evaluation, figures=True) == ujikom.document(
        ujikom.evaluate(plan, sheet), figures=True
    )
    ((part, spent),) = meter.spent.items()
    assert part.name == "demo:half"
    assert spent >= 2 * SECOND  # two candidacies, each at least one call of one second
    (found,) = meter.slow(spent + SECOND // 2)
    assert found.plugin == "demo"
    assert found.severity == "warning"
    seconds = spent // SECOND
    assert text_of(found, "en") == (
        f"the part 'demo:half' (in process) took {seconds}.0 of the {seconds}.5 seconds of evaluation"
    )
    assert meter.slow(2 * spent) == ()  # half of the time is not most of it
    assert meter.slow(3 * spent) == ()


def test_under_a_second_nothing_is_said() -> None:
    slow, meter = timed(planned('pooling = "demo:half"'), count().__next__)
    ujikom.evaluate(slow, ujikom.parse_scoresheet(SHEET))
    assert meter.spent
    assert meter.slow(sum(meter.spent.values())) == ()


def test_a_part_that_fails_is_timed_and_named_as_ever() -> None:
    slow, meter = timed(planned('pooling = { use = "demo:half", breaks = true }'), clock())
    with pytest.raises(ujikom.Refused) as refused:
        ujikom.evaluate(slow, ujikom.parse_scoresheet(SHEET))
    assert refused.value.findings[0].code == "UJ520"
    assert sum(meter.spent.values()) == SECOND


def test_the_core_alone_is_not_timed() -> None:
    plan = ujikom.plan(rules(text=CORE), plugins={})
    slow, meter = timed(plan, clock())
    assert slow is plan
    assert meter.slow(SECOND) == ()


def test_the_program_warns_of_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    rules = (ROOT / "rulesets/kendari/2025.toml").read_text("utf-8")
    alone = tmp_path / "kota.toml"  # of its two parts of Kendari only the stage kind
    alone.write_text(rules.replace('use = "kendari:five-of-three-kinds"', 'use = "composition"'))
    arguments = ["--lang", "en", "score", str(alone), str(ROOT / "examples/kendari-2025")]

    def scored() -> tuple[str, str]:
        with pytest.raises(SystemExit) as ended:
            main(arguments)
        assert ended.value.code == 0
        said = capsys.readouterr()
        return said.out, said.err

    quick, before = scored()
    readings = (n // 2 * SECOND for n in count())  # a second passes in parts, none between
    monkeypatch.setattr("time.perf_counter_ns", readings.__next__)
    printed, after = scored()
    assert printed == quick
    assert "UJ524" not in before
    assert "warning UJ524 the part 'kendari:" in after
