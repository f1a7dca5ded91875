"""Random rulesets of core parts alone, valid by the public contract.

Where the contract and the readings leave more than one answer, nothing is drawn: gates that go on
or may stay unknown before a shortlist, weights of zero under `pool-by = "examiner"`, roundings of
terms beside the weights of `rooms-first`.
"""

from decimal import Decimal
from fractions import Fraction
from typing import Any

from hypothesis import strategies as st

from tests.strategies_nodes import (
    FACTS,
    METHODS,
    SCORED,
    WORDS,
    Draw,
    Table,
    bands,
    join,
    pooling,
    predicate,
    rated,
    read,
    rounding,
)


@st.composite
def rulesets(draw: st.DrawFn) -> Table:
    """One ruleset, as a TOML reader gives it with exact numbers."""
    d = Draw(draw)
    rules: Table = {
        "schema": 1,
        "ruleset": {
            "id": "test/random",
            "version": "1.0",
            "title": "Random",
            "source": "assumption",
        },
        "facts": FACTS,
    }
    if d.chance(25):
        rules["panel"] = {"use": "composition", "size": {"at-least": 1}}
        rules["panel"] |= {"quorum": d.whole(1, 2)} if d.chance(50) else {}
    rules |= rounding(d, ("rating", "pooled", "criterion", "term", "stage", "final"), 25)
    rules["stages"] = stages(d)
    scored = [s for s in rules["stages"] if s["kind"] in SCORED]
    rules["decision"] = decision(d, scored)
    rules["ranking"] = standing(d, scored)
    if d.chance(30):
        rules["rankings"] = {"further": standing(d, scored)}
    shortlists = [s for s in rules["stages"] if s["kind"] == "shortlist"]
    breaks = rules["ranking"].get("tie-breaks", [])
    if shortlists and any("stage" in b for b in breaks):  # a later stage could not part anybody
        shortlists[0]["tie-breaks"] = [{"use": "fact", "fact": "years-served"}]
    return rules


def stages(d: Draw) -> list[Table]:
    """Scored stages, with gates, advice, evidence and a shortlist between them."""
    kinds = [d.one(["panel", "weighted-criteria", "imported"]) for _ in range(d.whole(1, 3))]
    if d.chance(25):
        kinds.insert(d.whole(1, len(kinds)), "shortlist")
    for kind in ("requirement-gate", "threshold-gate", "evidence-gate", "advisory"):
        if d.chance(12 if kind == "advisory" else 25):
            kinds.insert(d.whole(1 if kind == "threshold-gate" else 0, len(kinds)), kind)
    found: list[Table] = []
    for i, kind in enumerate(kinds):
        earlier = [s for s in found if s["kind"] in SCORED]
        stage: Table = {"id": f"s{i + 1}", "kind": kind}
        if kind in SCORED:
            scored_stage(d, stage, earlier)
            ready = [s["id"] for s in found if s["kind"] in SCORED or "require" in s]
            if ready and d.chance(12):
                stage["needs"] = [d.one(ready)]
        elif kind == "shortlist":
            shortlist(d, stage, earlier)
        elif kind.endswith("-gate"):
            gate(d, stage, earlier, first="shortlist" in kinds[i:])
        found.append(stage)
    return found


def gate(d: Draw, stage: Table, earlier: list[Table], first: bool) -> None:
    """A gate; one `first`, before a shortlist, is known for everybody and stops who fails."""
    if first and stage["kind"] == "threshold-gate":
        stage["kind"] = "requirement-gate"
    if first or d.chance(40):
        stage["when-failed"] = "stop"
    if stage["kind"] == "evidence-gate":
        stage["requires"] = ["approval", "consent"] if d.chance(40) else ["approval"]
        stage["when"] = "before" if first else d.one(["before", "before", "after"])
        stage["per"] = d.one(["event", "candidacy"])
        return
    threshold = stage["kind"] == "threshold-gate"
    stage["require"] = predicate(d, earlier if threshold else (), sure=first)
    if threshold and d.chance(40):
        stage["compare"] = d.one(["rounded", "unrounded"])


def shortlist(d: Draw, stage: Table, earlier: list[Table]) -> None:
    stage["keep"] = {"per-vacancy": d.whole(1, 2)} if d.chance(30) else d.whole(1, 4)
    if isinstance(stage["keep"], dict) or d.chance(20):
        stage["within"] = "position"
    if d.chance(40):
        stage["by"] = {"stage": d.one(earlier)["id"]} if d.chance(40) else "total-so-far"
    if d.chance(40):
        stage["ties"] = d.one(["keep", "drop"])
    if d.chance(30):
        stage["compare"] = d.one(["rounded", "unrounded"])


def scored_stage(d: Draw, stage: Table, earlier: list[Table]) -> None:
    """Fill a stage of scored kind: what it reads, its criteria, and its own keys."""
    kind = stage["kind"]
    if d.chance(60):
        stage["absence"] = d.one(["zero", "no-score", "disqualify"])
    asked = kind == "panel" or (kind == "weighted-criteria" and d.chance(40))
    if kind == "imported":
        stage |= rated(d, pools=False, apart=True, norm=True)
        stage |= rounding(d, ("rating", "stage"), 15)
        stage |= {"valid": {"years": d.whole(1, 3)}} if d.chance(60) else {}
    elif d.chance(20):
        stage |= {"reads": "examiners"} if asked and kind != "panel" else {}
        stage |= rated(d, pools=asked, apart=False, norm=True)
        stage |= rounding(d, ("rating", "pooled", "stage"), 15)
    else:
        apart = asked and d.chance(30)
        criteria(d, stage, earlier, asked, apart)
    if asked:
        panel_keys(d, stage)
    if d.chance(30):
        if d.chance(50):
            lower = {"low": -1_000_000, "middle": d.one([3, 20]), "high": d.one([30, "200/3"])}
            stage["classifier"] = {"use": "bands", "lower": lower}
        else:
            names = ("low", "middle", "high")
            table = bands(d, Fraction(0), Fraction(100), "id", names)
            stage["classifier"] = {"use": "bands", "bands": table}
        if d.chance(30):
            d.one([stage, stage["classifier"]])["compare"] = "rounded"


def panel_keys(d: Draw, stage: Table) -> None:
    if d.chance(80):
        stage["pooling"] = pooling(d)
    if d.chance(30):
        stage["quorum"] = d.whole(1, 3)
    if d.chance(30):
        policies = ("leave-out", "zero", "incomplete")
        stage["no-marks"] = {w: d.one(policies) for w in WORDS if d.chance(40)} or {"void": "zero"}


def criteria(d: Draw, stage: Table, earlier: list[Table], asked: bool, apart: bool) -> None:
    """One to five criteria, some nested; alike through `each`, or each with its own keys."""
    alike = d.chance(35)
    kids: list[Table] = [{"id": f"c{i + 1}"} for i in range(d.whole(1, 5))]
    if apart:
        stage["pool-by"] = "examiner"
    if alike:
        stage["each"] = ({"reads": "examiners"} if asked else {}) | rated(
            d, asked and not apart, apart, norm=not apart
        )
        stage["each"] |= rounding(d, ("rating", "criterion"), 20)
    stage |= rounding(d, ("rating", "pooled", "criterion", "term", "stage"), 15)
    stage["criteria"] = kids
    join(d, stage, kids, zeros=not apart)
    for i, kid in enumerate(kids):
        if d.chance(15):
            kid["criteria"] = [{"id": name} for name in "abc"[: d.whole(1, 3)]]
            kid.update(rounding(d, ("criterion", "term"), 20))
            join(d, kid, kid["criteria"], zeros=not apart, ways=False)
        leaves: list[Table] = kid.get("criteria", [kid])
        for leaf in leaves if not alike else []:
            sure = asked and i == 0  # the keys of a panel want at least one leaf that it marks
            leaf.update(source(d, earlier, asked, apart, sure))


def source(d: Draw, earlier: list[Table], asked: bool, apart: bool, sure: bool) -> Table:
    """The keys of one leaf with a source of its own."""
    if not sure and d.chance(20 if asked else 45):
        return read(d, earlier) | rounding(d, ("rating", "criterion"), 15)
    if not asked or (not sure and d.chance(12)):
        own = {"reads": "secretariat"} if asked else {}
        return own | rated(d, pools=False, apart=True, norm=True) | rounding(d, ("criterion",), 15)
    keys: Table = {"reads": "examiners"}
    if not apart:
        keys |= rounding(d, ("rating", "pooled", "criterion"), 15)
        keys |= {"pooling": pooling(d)} if d.chance(15) else {}
        keys |= {"quorum": d.whole(1, 2)} if d.chance(10) else {}
    elif d.chance(10) and not sure:
        return keys | {"pool-by": "criterion"} | rated(d, pools=False, apart=True)
    return keys | rated(d, not apart, apart, norm=not apart)


def decision(d: Draw, scored: list[Table]) -> Table:
    rules: Table = {}
    join(d, rules, scored)
    rules |= rounding(d, ("term", "final"), 30)
    if d.chance(60):
        rules["cut-score"] = d.one([1, 3, 10, 30, 50, Decimal("62.5"), "200/3"])
    if d.chance(40):
        rules["compare"] = d.one(["rounded", "unrounded"])
    if d.chance(25):
        lower = {"not-yet": -1_000_000, "fits": d.one([2, 40]), "fits-well": d.one([60, "230/3"])}
        rules["classifier"] = {"use": "bands", "lower": lower}
    elif d.chance(25):
        names, cut = ("poor", "good"), Fraction(d.one([5, 60]))
        axes = {
            axis: {
                "stage": d.one(scored)["id"],
                "bands": bands(d, Fraction(0), 2 * cut, "id", names),
            }
            for axis in "xy"
        }
        cells = {
            f"{x}/{y}": f"box-{i}{j}" for i, x in enumerate(names) for j, y in enumerate(names)
        }
        rules["classifier"] = {"use": "matrix", **axes, "cells": cells}
    return rules


def standing(d: Draw, scored: list[Table]) -> Table:
    group = {"fact": "group"}
    rules: Table = {"method": d.one(METHODS)}
    if d.chance(70):
        rules["within"] = d.one(["event", "position", group, ["position", group]])
    if d.chance(20):
        rules["by"] = {"stage": d.one(scored)["id"]} if d.chance(70) else "total"
    if d.chance(50):
        rules["among"] = d.one(["eligible", "qualified", "all"])
    if d.chance(40):
        rules["compare"] = d.one(["rounded", "unrounded"])
    if d.chance(50):
        breaks = [tie_break(d, scored) for _ in range(d.whole(1, 2))]
        rules["tie-breaks"] = [b | ({"order": "ascending"} if d.chance(30) else {}) for b in breaks]
    return rules


def tie_break(d: Draw, scored: list[Table]) -> dict[str, Any]:
    if d.chance(50):
        return {"use": "stage-score", "stage": d.one(scored)["id"]}
    return {"use": "fact", "fact": d.one(["years-served", "education", "start", "index", "tenure"])}
