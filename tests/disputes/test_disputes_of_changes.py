"""Rules that were changed midway: `diff` says who moved by it, and which key did it.

Dispute 3 is a pass mark that came between two rounds, dispute 14 weights that were published
twice. The marks are invented; what a change does to them was worked out by hand.
"""

from fractions import Fraction
from pathlib import Path

import ujikom_rules as ujikom
from tests.disputes.running import HERE
from ujikom_rules.analysis.diff import Diff, compare
from ujikom_rules.analysis.reading_cases import cases_file, read_cases
from ujikom_rules.model.entry import Entry
from ujikom_rules.reading.scoresheets import scoresheet_from_entry

BANTEN, SULSEL = HERE / "03-banten-2019", HERE / "14-sulsel-2023-banten-2019"


def event(ruleset: Path, name: str) -> ujikom.Scoresheet:
    """The event of a case beside a ruleset."""
    case = next(each for each in read_cases(cases_file(ruleset))[0] if each.id == name)
    assert isinstance(case.scoresheet, Entry)
    sheet, _ = scoresheet_from_entry(case.scoresheet, "")
    assert sheet is not None
    return sheet


def changed(one: Path, other: Path, name: str) -> Diff:
    """What a change did to the event of a case of the first ruleset."""
    return compare(one, other, event(one, name), plugins={})


def test_a_pass_mark_that_came_midway_refuses_three() -> None:
    found = changed(BANTEN / "tanpa-ambang.toml", BANTEN / "dengan-ambang.toml", "putaran-awal")
    assert [each.path for each in found.changes.listed] == [
        "ruleset.effective.to", "ruleset.effective.from", "stages.ambang",
    ]  # fmt: skip
    assert found.effect is not None
    refused = {m.candidacy: (m.before.verdict, m.after.verdict) for m in found.effect.moves}
    assert refused == dict.fromkeys(("A2", "A3", "D3"), ("qualified", "not-qualified"))
    assert {m.difference for m in found.effect.moves} == {Fraction(0)}
    (cause,) = found.effect.groups
    assert [each.path for each in cause.changes] == ["stages.ambang"]
    assert [each.candidacy for each in cause.moves] == ["A2", "A3", "D3"]


def test_the_pass_mark_is_not_in_force_on_the_day_and_that_is_said() -> None:
    found = changed(BANTEN / "tanpa-ambang.toml", BANTEN / "dengan-ambang.toml", "putaran-awal")
    assert [(each.code, each.severity) for each in found.findings] == [("UJ677", "warning")]


def test_weights_that_were_published_twice_turn_the_first_place() -> None:
    """Five points of weight go from the paper to the assessment: half a point, both ways."""
    one, other = SULSEL / "sulsel-pertama.toml", SULSEL / "sulsel-kedua.toml"
    found = changed(one, other, "makalah-25")
    assert [each.path for each in found.changes.listed] == [
        "stages.makalah.weight", "stages.asesmen.weight",
    ]  # fmt: skip
    assert found.effect is not None
    ranks = {m.candidacy: (m.before.rank, m.after.rank) for m in found.effect.moves}
    assert ranks == {"C1": ("2", "1"), "C2": ("1", "2")}
    totals = {m.candidacy: (m.before.total, m.after.total) for m in found.effect.moves}
    assert totals == {"C1": ("83.75", "84.25"), "C2": ("84.25", "83.75")}
    (cause,) = found.effect.groups
    assert cause.alone
    assert cause.points == {"C1": Fraction(1, 2), "C2": Fraction(-1, 2)}
