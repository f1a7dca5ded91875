"""A slip of one letter is told where it stands, and with the word that was meant."""

import pytest

from tests.typos import slipped, slips, study


def test_slips_of_the_bundled_rulesets_are_told_at_their_place_and_named() -> None:
    count, unseen, unnamed = study(every=29)
    assert count >= 90
    assert unseen == []
    assert len(unnamed) * 20 <= count, unnamed


@pytest.mark.parametrize("number", range(4))
def test_a_slip_is_one_edit_of_each_kind(number: int) -> None:
    kinds = ["eight", "weeight", "wegiht", "weixht"]
    assert slipped("weight", number) == kinds[number]


def test_keys_parts_and_references_slip_in_every_way() -> None:
    made = list(slips(every=29))
    assert {slip.named for slip in made} == {True, False}
    assert {len(slip.wrong) - len(slip.word) for slip in made} == {-1, 0, 1}
    assert len({slip.file for slip in made}) > 20
