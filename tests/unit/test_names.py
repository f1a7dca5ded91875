"""Names: which known one was meant."""

import pytest

from ujikom_rules.names import is_one_slip, nearest


@pytest.mark.parametrize(
    "wrong, right, slip",
    [
        ("eight", "weight", True),
        ("weightt", "weight", True),
        ("wieght", "weight", True),
        ("weighz", "weight", True),
        ("weihgt", "weight", True),
        ("weigth", "weight", True),
        ("weight", "weight", False),
        ("wight", "height", False),
        ("wiehgt", "weight", False),
        ("ab", "cd", False),
        ("abc", "cab", False),
        ("", "a", True),
        ("", "ab", False),
    ],
)
def test_one_slip_is_one_edit(wrong: str, right: str, slip: bool) -> None:
    assert is_one_slip(wrong, right) is slip
    assert is_one_slip(right, wrong) is slip


@pytest.mark.parametrize(
    "word, known, meant",
    [
        ("stpe", ["type", "step", "lower"], "step"),  # likeness alone would say type
        ("jse", ["use"], "use"),
        ("osurce", ["source", "scale"], "source"),
        ("bobot", ["weight", "value"], "weight"),
        ("Weight", ["weight"], "weight"),
        ("wawancara akhr", ["wawancara-akhir"], "wawancara-akhir"),
        ("ix", ["iy"], ""),  # of two letters one says nothing,
        ("xd", ["id", "kind"], "id"),  # but of a key that all tables may have
        ("di", ["id", "kind"], "id"),
        ("tpk", ["twk", "tkp", "tiu"], "tkp"),  # changed about is nearer than another letter
        ("skd.tpk", ["skd.twk", "skd.tkp"], "skd.tkp"),
        ("weihgting", ["weight", "weighting"], "weighting"),
        ("entah", ["weight", "value"], ""),
        ("x", [], ""),
    ],
)
def test_the_word_that_is_one_slip_away_is_meant(word: str, known: list[str], meant: str) -> None:
    assert nearest(word, known) == meant
