"""A name that runs from right to left, or turns what follows, leaves its neighbours alone."""

import io
import sys
from unicodedata import bidirectional

import pytest
from hypothesis import given
from hypothesis import strategies as st

import ujikom_rules as ujikom
from tests import little_events
from ujikom_rules.cli import output
from ujikom_rules.model.bidi import CLOSES, OPENS, isolated, without_isolates
from ujikom_rules.office.report import audience_of
from ujikom_rules.office.report.building import page

AHMAD = "\u0623\u062d\u0645\u062f"  # Ahmad, in Arabic letters
TURNED = "Sri\u202eUtami"  # an override that nobody closes
SIGNS = st.text(st.sampled_from("aé\u0623\u05d0\u202a\u202b\u202c\u202e\u2066\u2067\u2068\u2069"))


@pytest.mark.parametrize("name", ["", "Sri Utami", "Siti Nurjanah, S.E.", "Désirée", "山田"])
def test_a_name_that_turns_nothing_stays_as_it_is(name: str) -> None:
    assert isolated(name) == name


@pytest.mark.parametrize("name", [AHMAD, TURNED, f"A {AHMAD} B", "\u05d0\u05d1"])
def test_a_name_that_could_turn_its_neighbours_is_isolated(name: str) -> None:
    assert isolated(name) == f"{OPENS}{name}{CLOSES}"


@pytest.mark.parametrize(
    "name, expected",
    [
        ("a\u2069b", f"{OPENS}{OPENS}a\u2069b{CLOSES}"),  # closes what it did not open
        ("a\u2067b", f"{OPENS}a\u2067b{CLOSES}{CLOSES}"),  # opens what it does not close
        ("\u2069a\u2066", f"{OPENS}{OPENS}\u2069a\u2066{CLOSES}{CLOSES}"),
        ("\u2067a\u2069", f"{OPENS}\u2067a\u2069{CLOSES}"),
    ],
)
def test_half_an_isolate_gets_its_other_half(name: str, expected: str) -> None:
    assert isolated(name) == expected


@given(SIGNS)
def test_an_isolate_closes_at_its_end_and_not_before(name: str) -> None:
    """By UAX 9 an isolate ends at the closing sign that brings the depth back to nothing."""
    said = isolated(name)
    assert name in said
    if said == name:
        return
    depths = [0]
    for sign in said:
        step = {"LRI": 1, "RLI": 1, "FSI": 1, "PDI": -1}.get(bidirectional(sign), 0)
        depths.append(depths[-1] + step)
    assert min(depths[1:-1]) == 1
    assert depths[-1] == 0


def test_the_signs_of_isolates_can_be_taken_out_again() -> None:
    assert without_isolates(isolated(TURNED)) == TURNED


@pytest.mark.parametrize(
    "encoding, expected",
    [
        ("utf-8", f"A01 {OPENS}{AHMAD}{CLOSES}\n".encode()),
        ("cp1252", b"A01 \\u0623\\u062d\\u0645\\u062f\n"),
    ],
)
def test_a_console_without_unicode_is_given_no_isolates(
    encoding: str, expected: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen = io.BytesIO()
    console = io.TextIOWrapper(screen, encoding=encoding, errors="backslashreplace", newline="\n")
    monkeypatch.setattr(sys, "stdout", console)
    output.say(f"A01 {isolated(AHMAD)}")
    console.flush()
    assert screen.getvalue() == expected


TITLED = """
[facts]
masa = { type = "number", title = "Masa\u202ekerja" }
tmt = { type = "date", title = "Mulai\u202emenjabat" }
lama = { type = "years", since = "tmt" }
[[stages]]
id = "w"
title = "Wawan\u202ecara"
kind = "panel"
weighting = "equal"
scale = { lower = 0, upper = 100 }
criteria = [ { id = "a", title = "Gaga\u202esan" }, { id = "b", title = "Si\u202ekap" } ]
[[stages]]
id = "m"
title = "Ma\u202ekalah"
kind = "panel"
scale = { lower = 0, upper = 100 }
[[stages]]
id = "g"
title = "Sya\u202erat"
kind = "requirement-gate"
require = { fact = "masa", at-least = 5 }
[decision]
weighting = "equal"
[ranking]
within = "event"
tie-breaks = [{ use = "criterion-score", stage = "w", criterion = "a" }]
"""
TITLED_MARKS = (
    "A01 w.a E1 80\nA01 w.b E1 70\nA01 m E1 80\nA02 w.a E1 80\nA02 m E1 80\nA03 w.a E1 80\n"
)


def open_at_each(sign: str, text: str) -> list[int]:
    """How deep in isolates a sign stands, each time that it occurs."""
    found, depth = [], 0
    for each in text:
        depth += {OPENS: 1, CLOSES: -1}.get(each, 0)
        if each == sign:
            found.append(depth)
    return found


@pytest.mark.parametrize("audience", ["panel", "candidate=A03"])
def test_titles_and_notes_turn_nothing_of_what_is_said_of_them(audience: str) -> None:
    made = little_events.plan(TITLED)
    people = [
        {"id": "A01", "facts": {"masa": 3, "tmt": "2099-01-01"}},
        {"id": "A02", "facts": {"masa": 9}},
        {"id": "A03", "facts": {"masa": 9}},
    ]
    away = [{"candidacy": "A03", "stage": "m", "note": "sa\u202ekit"}]
    rows = little_events.tables(TITLED_MARKS, candidates=people, absences=away)
    sheet = ujikom.parse_scoresheet(rows)
    evaluation = ujikom.evaluate(made, sheet)
    reader = audience_of(audience)
    assert reader is not None
    built = page(made, sheet, evaluation, reader, "id")
    said = [built.order, *(line for notice in built.notices for line in notice.lines)]
    text = "\n".join(said)
    if audience == "panel":
        for title in (
            "Wawan",
            "Gaga",
            "Si",
            "Ma\u202ekalah",
            "Sya",
            "Masa",
            "Mulai",
            "sa\u202ekit",
        ):
            assert title in text
        for name, who in (("text", ""), ("working", "A01"), ("working", "A03")):
            shown = ujikom.render(evaluation, name, candidacy=who, plugins={})
            assert isinstance(shown, str)
            said += shown.splitlines()
    else:
        assert "Ma\u202ekalah" in text
    for line in said:
        assert all(depth > 0 for depth in open_at_each("\u202e", line)), ascii(line)
