"""Rules that were changed midway: `diff` says who moved by it, and which key did it.

Dispute 3 is a pass mark that came between two rounds, dispute 14 weights that were published
twice. The marks are invented; what a change does to them was worked out by hand.
"""

from fractions import Fraction
from pathlib import Path

import ujikom_rules as ujikom
from tests.disputes.running import HERE, text
from ujikom_rules.analysis.diff import Diff, compare
from ujikom_rules.analysis.reading_cases import cases_file, read_cases
from ujikom_rules.messages import text_of
from ujikom_rules.model.entry import Entry
from ujikom_rules.office.forms import join_forms, write_form
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


def collected(path: Path, *forms: bytes) -> ujikom.Scoresheet:
    """The forms of one event, read back and joined."""
    sheets = []
    for number, form in enumerate(forms):
        file = path / f"isian-{number}.xlsx"
        file.write_bytes(form)
        sheets.append(ujikom.read_scoresheet(file))
    joined, _ = join_forms(sheets)
    assert joined is not None
    return joined


def test_3_rules_that_are_changed_in_place_after_the_forms_went_out_are_told(
    tmp_path: Path,
) -> None:
    """The form precedes the first mark and carries the digest of the rules of that day."""
    announced = text("03-banten-2019/tanpa-ambang.toml")
    edited = ujikom.parse_ruleset(
        announced + '\n[[stages]]\nid = "ambang"\nkind = "threshold-gate"\n'
        'require = { stage = "asesmen", at-least = 70 }\n'
    )
    as_announced = ujikom.plan(ujikom.parse_ruleset(announced), plugins={})
    in_place = ujikom.plan(edited, plugins={})
    assert (as_announced.ruleset, as_announced.version) == (in_place.ruleset, in_place.version)
    forms = write_form(as_announced, event(BANTEN / "tanpa-ambang.toml", "putaran-awal"))
    sheet = collected(tmp_path, forms)
    assert sheet.event.rules_digest == as_announced.digest
    assert ujikom.evaluate(as_announced, sheet).findings == ()
    (told,) = ujikom.evaluate(in_place, sheet).findings
    assert (told.code, told.severity, told.path) == ("UJ934", "warning", "/event/rules-digest")
    said = text_of(told, "en")
    assert as_announced.digest[:19] in said
    assert in_place.digest[:19] in said
    assert in_place.digest[:19] in text_of(told, "id")


def test_3_forms_of_one_event_that_were_made_for_different_rules_are_told(tmp_path: Path) -> None:
    marked = event(BANTEN / "tanpa-ambang.toml", "putaran-awal")
    forms = []
    for name in ("tanpa-ambang.toml", "dengan-ambang.toml"):
        file = tmp_path / f"{name}.xlsx"
        file.write_bytes(write_form(ujikom.plan(str(BANTEN / name), plugins={}), marked))
        forms.append(ujikom.read_scoresheet(file))
    joined, found = join_forms(forms)
    assert joined is not None
    assert [(each.code, each.severity) for each in found] == [("UJ935", "warning")]
    assert joined.event.rules_digest.split() == [each.event.rules_digest for each in forms]
    again, same = join_forms([joined, forms[1]])
    assert again is not None
    assert (again.event.rules_digest, same) == (joined.event.rules_digest, found)


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
