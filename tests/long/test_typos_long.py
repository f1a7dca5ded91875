"""A slip of one letter in nearly every word of every bundled ruleset."""

from tests.typos import study


def test_two_thousand_slips_are_told_at_their_place_and_named() -> None:
    made = [study(every=5, first=first) for first in range(4)]
    count = sum(each for each, _, _ in made)
    assert count >= 2000
    assert [slip for _, unseen, _ in made for slip in unseen] == []
    assert sum(len(unnamed) for _, _, unnamed in made) * 20 <= count
