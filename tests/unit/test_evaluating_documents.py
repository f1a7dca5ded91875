"""Documents that were recorded and that no rule asks for are said, with what may be meant."""

from collections.abc import Mapping
from typing import Any

from attrs import frozen

import ujikom_rules as ujikom
from tests.compiled import NAMED, module
from tests.little_events import filed, plan, said, score
from ujikom_rules.messages import hint_of, text_of
from ujikom_rules.plugin import Aggregator, Part, StageOutcome, StageSheet

GATE = '[[stages]]\nid = "g"\nkind = "evidence-gate"\nrequires = ["rekomendasi-bkn"]\n'


def rows(*names: str) -> list[dict[str, Any]]:
    return [{"id": name, "given": True} for name in names]


def noted(evaluation: ujikom.Evaluation) -> list[str]:
    return [each for each in said(evaluation.findings, "note") if each.startswith("UJ686")]


def test_a_document_that_no_rule_asks_for_is_a_note_and_changes_nothing() -> None:
    plain = score(filed("") + GATE, "A01 a - 80", evidence=rows("rekomendasi-bkn"))
    twice = rows("rekomendasi-bkn", "rekomendasi-bkm")
    twice.append({"id": "rekomendasi-bkm", "candidacy": "A01", "given": True})
    other = score(filed("") + GATE, "A01 a - 80", evidence=twice)
    assert noted(plain) == []
    assert noted(other) == ["UJ686 /evidence/1"]
    (found,) = (each for each in other.findings if each.code == "UJ686")
    assert text_of(found, "en") == "no rule asks for the document 'rekomendasi-bkm'"
    assert hint_of(found, "en") == "perhaps 'rekomendasi-bkn' is meant"
    assert ujikom.document(plain)["results"] == ujikom.document(other)["results"]


def test_what_predicates_ask_for_is_asked_for_also_where_nobody_comes_to_it() -> None:
    deep = """
[[stages]]
id = "r"
kind = "requirement-gate"
require = { all = [{ not = { evidence = "hukuman", given = true } }, { stage = "a", at-least = 0 }] }
when-failed = "stop"
[[stages]]
id = "n"
kind = "weighted-criteria"
scale = { lower = 0, upper = 100 }
value = { use = "conditions", otherwise = 0, cases = [{ when = { evidence = "piagam", given = true }, value = 1 }] }
reads = "facts"
weight = 0
"""
    rules = filed("weight = 100") + deep
    given = rows("hukuman", "piagam", "a", "stage")
    assert noted(score(rules, "A01 a - 80", evidence=given)) == [
        "UJ686 /evidence/2",
        "UJ686 /evidence/3",
    ]


@frozen(kw_only=True)
class Asking:
    """A gate that asks for one document of its own accord, and for those that its keys name."""

    papers: Mapping[str, tuple[str, ...]]
    over: Aggregator

    def score(self, sheet: StageSheet) -> StageOutcome:
        """Whether the letter is there."""
        return sheet.gate(sheet.evidence("surat") is not None)


def test_what_a_part_of_a_plugin_asks_for_is_asked_for() -> None:
    demo = module(stage_kinds=[Part("asking", Asking, gives="verdict")])
    kind = '[[stages]]\nid = "p"\nkind = "demo:asking"\npapers = { ijazah = ["akta"] }\n'
    drop = 'over = { use = "trimmed-mean", drop = 1 }\n'
    made = plan(NAMED + filed("") + kind + drop, {"demo": demo})
    given = rows("surat", "ijazah", "akta", "surta")
    assert noted(score(made, "A01 a - 80", evidence=given)) == ["UJ686 /evidence/3"]
