"""A sign that is missing is told where it is missing, and the advice makes the file right."""

import pytest

from tests.broken_signs import CODES, Broken, blames_a_value, broken, is_told, mended, said_of
from ujikom_rules.errors import Finding

Said = list[tuple[Broken, Finding]]


@pytest.fixture(scope="module")
def said() -> Said:
    return [(slip, said_of(slip)) for slip in broken(every=31)]


def test_slips_of_every_kind_are_made_in_many_rulesets(said: Said) -> None:
    assert len(said) > 450
    assert {slip.kind for slip, _ in said} == set(CODES)
    assert len({slip.right for slip, _ in said}) > 40


def test_a_slip_is_told_at_its_own_line_with_its_own_code(said: Said) -> None:
    missed = [(slip.kind, slip.line, found) for slip, found in said if not is_told(slip, found)]
    assert missed == []


def test_no_value_that_is_right_is_blamed(said: Said) -> None:
    assert [found for slip, found in said if blames_a_value(slip, found)] == []


def test_advice_that_is_followed_literally_makes_the_file_right(said: Said) -> None:
    followed = [(mended(slip, found), found) for slip, found in said]
    assert [found for right, found in followed if right is False] == []
    literal = sum(right is True for right, _ in followed)
    assert literal * 100 >= 85 * len(said)
