"""A ruleset is given as an id, as the path of its file or as a document, to every function."""

from datetime import date
from pathlib import Path

import ujikom_rules as ujikom

RULES = Path(__file__).parents[2] / "rulesets/published/mojopuro2021-kadus.toml"
SHEET = {
    "event": {"id": "contoh", "date": "2021-12-31"},
    "candidates": [{"id": "A"}],
    "ratings": [
        {"candidacy": "A", "stage": "cbt", "value": "69"},
        {"candidacy": "A", "stage": "wawancara", "value": "98"},
    ],
}


def test_a_path_an_id_and_a_document_are_the_same_rules() -> None:
    sheet = ujikom.parse_scoresheet(SHEET)
    for given in (RULES, str(RULES), "published/mojopuro2021-kadus", ujikom.read_ruleset(RULES)):
        assert ujikom.check(given) == ujikom.plan(given).findings
        assert ujikom.plan(given).ruleset == "published/mojopuro2021-kadus"
        total = ujikom.score(given, sheet)["A"].total
        assert total is not None
        assert total.text == "71.9"
        assert ujikom.show(given) == ujikom.show(RULES)
        assert ujikom.diff(RULES, given)["same-rules"]


def test_a_path_needs_no_ending_but_must_be_a_file(tmp_path: Path) -> None:
    aside = tmp_path / "tanpa-akhiran"
    aside.write_bytes(RULES.read_bytes())
    assert ujikom.plan(aside, as_of=date(2022, 1, 1)).ruleset == "published/mojopuro2021-kadus"
    (told,) = ujikom.check(tmp_path)
    assert told.code == "UJ006"
