"""What a nested part makes for a group stands at addresses of that group's own."""

from collections.abc import Sequence
from typing import Any

from attrs import frozen

from tests.compiled import NAMED, module
from tests.little_events import figures, plan, score, totals
from ujikom_rules.plugin import Aggregator, Figure, Item, NodeAt, Part, sum_of

CHAIRS = """
[[stages]]
id = "w"
kind = "panel"
scale = { lower = 0, upper = 100 }
pooling = { use = "rooms-first", inside = { use = "chair-weighted", chair = 40 } }
"""
SEATS = [
    {"id": "E1", "role": "chair", "room": "R1"},
    {"id": "E2", "room": "R1"},
    {"id": "E3", "role": "chair", "room": "R2"},
    {"id": "E4", "room": "R2"},
]
MARKS = "A01 w E1 50\nA01 w E2 100\nA01 w E3 100\nA01 w E4 50\n"


def terms(evaluation: Any) -> dict[str, str]:
    found = figures(evaluation, "A01", "w@")
    return {address: value for address, value in found.items() if address.endswith(":term")}


def test_each_room_has_the_terms_of_its_own_chair() -> None:
    evaluation = score(CHAIRS, MARKS, examiners=SEATS)
    assert terms(evaluation) == {
        "w@R1/chair:term": "20",
        "w@R1/member:term": "60",
        "w@R2/chair:term": "40",
        "w@R2/member:term": "30",
    }
    assert totals(evaluation) == {"A01": "75"}  # (80 + 70) / 2


def test_examiners_without_a_room_are_the_panel_itself() -> None:
    nowhere = [{key: each[key] for key in each if key != "room"} for each in SEATS]
    assert terms(score(CHAIRS, MARKS, examiners=nowhere)) == {
        "w@chair:term": "30",
        "w@member:term": "45",
    }


def test_a_room_without_a_chair_is_named() -> None:
    seats = [{**each, "role": "member"} if each["id"] == "E3" else each for each in SEATS]
    evaluation = score(CHAIRS, MARKS, examiners=seats)
    assert totals(evaluation) == {"A01": None}
    (found,) = (each for each in evaluation.findings if each.code == "UJ563")
    assert found.args["got"] == "w@R2"


@frozen(kw_only=True)
class Twice:
    """Joins all items twice, each time at the same place and at a group in a group."""

    inside: Aggregator

    def combine(self, items: Sequence[Item], at: NodeAt) -> Figure | None:
        """The sum of both."""
        made = [at.combine(self.inside, items, name) for name in ("", "k1", "k1")]
        first = at.place("own", sum_of(each.value for each in items))
        again = at.place("own", sum_of([first]))
        assert (first.address, again.address) == ("w:own", "")
        return sum_of([again, *(each for each in made if each is not None)])


def test_an_address_has_one_figure_the_first() -> None:
    demo = module(aggregators=[Part("twice", Twice, internal=False)])
    inside = 'inside = { use = "rooms-first", inside = { use = "chair-weighted", chair = 40 } }'
    rules = CHAIRS.replace('{ use = "rooms-first", inside', f'{{ use = "demo:twice", {inside} }} #')
    evaluation = score(plan(NAMED + rules, {"demo": demo}), MARKS, examiners=SEATS)
    assert sorted(terms(evaluation)) == [
        f"w@{group}R{room}/{role}:term"
        for group in ("", "k1/")
        for room in "12"
        for role in ("chair", "member")
    ]
    assert figures(evaluation, "A01", "w:own") == {"w:own": "300"}
    assert totals(evaluation) == {"A01": "525"}  # 300 + 3 × 75
