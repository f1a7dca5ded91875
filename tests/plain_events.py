"""Random events of the plain sort, most of whose candidacies stand in columns.

Scored stages only: what examiners and the secretariat marked, joined as most published rules do.
Candidates who are absent, marks that are not there, recusals and rooms come as in other events.
"""

from fractions import Fraction

from hypothesis import strategies as st

from tests.strategies_events import sheets
from tests.strategies_nodes import FACTS, SCORED, Draw, Table, bands, join, plain, rounding, scale
from tests.strategies_nodes import bounds as ends
from tests.strategies_rulesets import decision, standing

LEAF = ("rating", "pooled", "criterion")
POOLING = ("mean", "mean", "median", "minimum", "maximum", "sum", "trimmed-mean", "trimmed-sum")


@st.composite
def plain_events(draw: st.DrawFn) -> tuple[Table, Table]:
    """A ruleset as plain tables, and the JSON scoresheet of one event."""
    d = Draw(draw)
    d.room_weights = False
    rules: Table = {
        "schema": 1,
        "ruleset": {"id": "test/plain", "version": "1", "title": "Plain", "source": "assumption"},
        "facts": FACTS,
    }
    rules |= rounding(d, (*LEAF, "term", "stage", "final"), 30)
    rules["stages"] = [_stage(d, f"s{n + 1}") for n in range(d.whole(1, 3))]
    rules["decision"] = decision(d, rules["stages"])
    rules["ranking"] = standing(d, rules["stages"])
    if d.chance(30):
        rules["rankings"] = {"further": standing(d, rules["stages"])}
    return rules, draw(sheets(rules))


def _stage(d: Draw, name: str) -> Table:
    kind = d.one(SCORED)
    asked = kind == "panel"
    stage: Table = {"id": name, "kind": kind}
    if d.chance(20):
        stage |= _leaf(d, asked) | rounding(d, ("stage",), 30)
    else:
        stage |= rounding(d, (*LEAF[2 - 2 * asked :], "term", "stage"), 20)
        kids: list[Table] = [{"id": f"c{n + 1}"} for n in range(d.whole(1, 4))]
        stage["criteria"] = kids
        join(d, stage, kids)
        for kid in kids:
            if d.chance(20):
                kid["criteria"] = [{"id": each} for each in "ab"[: d.whole(1, 2)]]
                join(d, kid, kid["criteria"], ways=False)
            for leaf in kid.get("criteria", [kid]):
                leaf.update(_leaf(d, asked))
    if asked and d.chance(80):
        stage["pooling"] = _pooling(d)
    if asked and d.chance(20):
        stage["quorum"] = d.whole(1, 3)
    if d.chance(25):
        lower = {"low": -1_000_000, "high": d.one([30, "200/3"])}
        stage["classifier"] = {"use": "bands", "lower": lower}
        stage |= {"compare": "rounded"} if d.chance(30) else {}
    return stage


def _pooling(d: Draw) -> Table | str:
    way: str = d.one(POOLING)
    if way.startswith("trimmed"):
        return {"use": way, "drop": 1}
    return {"use": way, "start": d.one([5, "1/3"])} if way == "sum" and d.chance(50) else way


def _leaf(d: Draw, asked: bool) -> Table:
    rule = scale(d)
    low, high = ends(rule)
    on = {"on": "pooled"} if asked and d.chance(40) else {}
    linear = {"use": "linear", "from": [plain(low), plain(high)], "to": d.one([[0, 100], [5, 1]])}
    steps = {"use": "bands", "bands": bands(d, low, high, "value", d.one([[0, 100], [5, "20/3"]]))}
    few: Table = {"levels": [{"value": n, "id": f"l{n}"} for n in (1, 2, 4)]}
    points = {"use": "levels", "points": {"l1": 0, "l2": "20/3", "l4": 100}}
    value = d.one([None, None, None, linear | on, steps | on, [linear, steps | on]])
    if value is None and d.chance(15):
        return {"scale": few, "value": points}
    if isinstance(value, list):
        value[1] = {
            "use": "bands",
            "bands": bands(d, Fraction(0), Fraction(100), "value", [1, 2]),
        } | on
    return {"scale": rule} | ({"value": value} if value else {})
