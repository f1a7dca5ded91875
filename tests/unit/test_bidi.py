"""A name that runs from right to left, or turns what follows, leaves its neighbours alone."""

import io
import sys
from unicodedata import bidirectional

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ujikom_rules.cli import output
from ujikom_rules.model.bidi import CLOSES, OPENS, isolated, without_isolates

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
