"""Random pieces of rulesets: scales, values, pooling, weights, predicates, leaves.

`strategies_rulesets` puts them together. Every number is an int, a Decimal, or a text such as
`"100/3"`.
"""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any

from hypothesis import strategies as st

Table = dict[str, Any]

SCORED = ("weighted-criteria", "panel", "imported")
MODES = ("half-up", "half-down", "half-even", "up", "down", "floor", "ceiling")
WORDS = ("not-entered", "absent", "recused", "abstained", "void")
METHODS = ("standard-competition", "modified-competition", "dense", "mean-of-places")
GROUPS = ("opd", "asisten", "staf-ahli")
DEGREES = ("sma", "s1", "s2", "s3")
FACTS: Table = {
    "group": {"type": "text", "one-of": list(GROUPS)},
    "education": {"type": "level", "levels": list(DEGREES)},
    "years-served": {"type": "number", "lower": 0, "upper": 40, "step": 1},
    "index": {"type": "number", "lower": 0, "upper": 10, "step": Decimal("0.5")},
    "clean": {"type": "yes-no"},
    "start": {"type": "date"},
    "tenure": {"type": "years", "since": "start"},
    "tenure-months": {"type": "months", "since": "start"},
}


class Draw:
    """Small choices; each shrinks to the first option, to the lowest number, to no."""

    def __init__(self, draw: st.DrawFn) -> None:
        self.draw = draw
        self.room_weights = self.chance(15)  # then no terms are rounded but those of the stages

    def one(self, options: Sequence[Any]) -> Any:
        return self.draw(st.sampled_from(options))

    def chance(self, percent: int) -> bool:
        return self.draw(st.integers(0, 99)) >= 100 - percent

    def whole(self, low: int, high: int) -> int:
        return self.draw(st.integers(low, high))


def plain(x: Fraction) -> Any:
    """A number as it is written in a ruleset: 5, 0.5, or "1/3"."""
    if x.denominator == 1:
        return int(x)
    for places in range(1, 7):
        if (x * 10**places).denominator == 1:
            return Decimal(int(x * 10**places)).scaleb(-places)
    return f"{x.numerator}/{x.denominator}"


def rounding(d: Draw, places: Sequence[str], percent: int) -> Table:
    """A `rounding` table over some of `places`, or nothing."""
    found: Table = {}
    for place in places:
        if (place != "term" or not d.room_weights) and d.chance(percent):
            exact = d.chance(15)
            found[place] = "exact" if exact else {"places": d.whole(0, 3), "mode": d.one(MODES)}
    return {"rounding": found} if found else {}


def scale(d: Draw) -> Table:
    if d.chance(15):
        values = sorted({d.whole(0, 12) for _ in range(4)} | {1})
        return {"levels": [{"value": v, "id": f"l{v}"} for v in values]}
    step = d.one([Fraction(1), Fraction(1, 2), Fraction(1, 4), Fraction(5, 2), Fraction(5)])
    lower = d.one([0, 1, 10, -5])
    upper = plain(lower + step * d.one([20, 4, 40, 100]))
    return {"lower": lower, "upper": upper, **({} if d.chance(15) else {"step": plain(step)})}


def bounds(rule: Table) -> tuple[Fraction, Fraction]:
    """The lowest and the highest mark of a scale."""
    if "levels" in rule:
        return Fraction(rule["levels"][0]["value"]), Fraction(rule["levels"][-1]["value"])
    return Fraction(rule["lower"]), Fraction(rule["upper"])


def bands(d: Draw, low: Fraction, high: Fraction, key: str, names: Sequence[Any]) -> list[Table]:
    """Bands named `names` over the whole line, parted between `low` and `high`."""
    at_least = d.chance(70)
    under, over = ("below", "at-least") if at_least else ("at-most", "above")
    n = len(names)
    edges = [plain(low + (high - low) * k / n) for k in range(1, n)]
    return [
        {key: name} | ({over: edges[k - 1]} if k else {}) | ({under: edges[k]} if k < n - 1 else {})
        for k, name in enumerate(names)
    ]


def predicate(d: Draw, stages: Sequence[Table] = (), sure: bool = False) -> Table:
    """A predicate about facts or earlier scored stages; `sure` ones are never unknown."""
    if sure:
        return {"fact": "years-served", "at-least": d.whole(0, 4)}
    if d.chance(20):
        pair = [predicate(d, stages), predicate(d, stages)]
        return {"not": pair[0]} if d.chance(20) else {d.one(["any", "all"]): pair}
    if stages and d.chance(70):
        stage = d.one(stages)
        if "classifier" in stage and d.chance(40):
            return {"category": stage["id"], d.one(["is"]): d.one(["low", "high"])}
        return {"stage": stage["id"], d.one(["at-least", "above"]): d.one([1, 3, 20, 45])}
    options: list[Table] = [
        {"fact": "clean", "is": True},
        {"fact": "years-served", "at-least": 2, "below": 15},
        {"fact": "education", "at-least": "s1"},
        {"fact": "education", "one-of": ["s1", "s3"]},
        {"fact": "tenure", "at-least": 2, "at-most": 8},
        {"fact": "tenure-months", "above": 20},
        {"fact": "index", "above": Decimal("2.5")},
        {"fact": "group", "is": "opd"},
        {"fact": "start", "given": True},
        {"evidence": "letter", "given": True},
    ]
    chosen: Table = d.one(options)
    return chosen


def conditions(d: Draw, otherwise: Any) -> Table:
    cases = [{"when": predicate(d), "value": d.one([10, 4, 0, "20/3"])} for _ in range(2)]
    take = d.one(["first", "highest", "lowest", "sum"])
    return {"use": "conditions", "cases": cases, "take": take, "otherwise": otherwise}


def pooling(d: Draw) -> Any:
    limit = d.one([1, Decimal("2.5"), 10, "1/3"])
    way = d.one(
        ["mean", "rooms-first", "trimmed-mean", "clamp-to-mean", "rooms-first", "sum", "median",
         "minimum", "maximum", "trimmed-sum", "chair-weighted"]
    )  # fmt: skip
    if way.startswith("trimmed"):
        return {"use": way, "drop": 1}
    if way == "chair-weighted":
        return {"use": way, "chair": d.one([50, 30, "100/3", Decimal("12.5")])}
    if way == "clamp-to-mean":
        return {"use": way, "limit": limit}
    if way != "rooms-first":
        return way if d.chance(70) else {"use": way}
    clamp, chair = {"use": "clamp-to-mean", "limit": limit}, {"use": "chair-weighted", "chair": 40}
    inside = d.one(["mean", "sum", clamp, "median", "maximum", chair])
    rule = {"use": way, "inside": inside, "empty": d.one(["incomplete", "leave-out"])}
    if d.room_weights:
        by, names = d.one([("role", ("chair", "member")), ("origin", ("external", "internal"))])
        share = d.whole(1, 99)
        weights = {names[0]: share, names[1]: 100 - share}
        return rule | {"by": by, "over": "weighted-mean", "weights": weights}
    return rule | {
        "by": d.one(["room", "kind", "role", "origin"]),
        "over": d.one(["mean", "sum"]),
    }


def shares(d: Draw, n: int, zeros: bool) -> list[Fraction]:
    """`n` weights that sum to exactly 100."""
    if d.chance(25):
        return [Fraction(100, 3)] * 3 if n == 3 else [Fraction(100, n)] * n
    cuts = sorted(d.whole(0, 100 - n) for _ in range(n - 1))
    found = [Fraction(b - a + 1) for a, b in zip([0, *cuts], [*cuts, 100 - n], strict=True)]
    nudge = d.one([Fraction(0), Fraction(1, 4), Fraction(1, 3)])
    found[0], found[-1] = found[0] - nudge, found[-1] + nudge
    if zeros and n > 2 and d.chance(25):
        found[0], found[1] = Fraction(0), found[0] + found[1]
    return found


def join(d: Draw, node: Table, kids: list[Table], zeros: bool = True, ways: bool = True) -> None:
    """Say how `kids` are joined in `node`: aggregation, and their weights or factors."""
    way = d.one(
        ["weighted-mean", "weighted-mean", "weighted-mean", "weighted-mean", "weighted-sum", "sum",
         "mean", "median", "minimum", "maximum", "trimmed-sum"]
    )  # fmt: skip
    if way == "trimmed-sum":
        node["aggregation"] = {"use": way, "drop": 1}
    elif way != "weighted-mean" or d.chance(30):
        start = way == "sum" and d.chance(40)
        node["aggregation"] = {"use": "sum", "start": d.one([5, "1/3", -2])} if start else way
    if way.startswith("weighted") and len(kids) > 1:
        weigh(d, node, kids, zeros, ways)
    for kid in kids:
        if d.chance(15):
            kid["missing"] = d.one(["leave-out", "zero"])
        if way in ("sum", "minimum", "maximum") and d.chance(40):
            kid["factor"] = d.one([2, Decimal("0.5"), "1/3", -1])
    if d.chance(8):
        node["value"] = {"use": "linear", "from": [0, 100], "to": [d.one([0, 1]), 10]}


def weigh(d: Draw, node: Table, kids: list[Table], zeros: bool, ways: bool) -> None:
    if ways and d.chance(20):
        node["weighting"] = d.one(["equal", "rank-order-centroid"])
    elif ways and d.chance(15):
        rows = {g: [plain(w) for w in shares(d, len(kids), zeros)] for g in GROUPS}
        named = {g: dict(zip([k["id"] for k in kids], r, strict=True)) for g, r in rows.items()}
        node["weighting"] = {"use": "by-fact", "fact": "group", "table": named}
    else:
        for kid, share in zip(kids, shares(d, len(kids), zeros), strict=True):
            kid["weight"] = plain(share)
        if d.chance(20):
            kids[-1]["weight"] = "rest"


def rated(d: Draw, pools: bool, apart: bool, norm: bool = False) -> Table:
    """Keys of a leaf that reads marks: its scale and the value of each mark.

    With `norm` it may be compared with those of the others, behind the pooling where it `pools`.
    """
    rule = scale(d)
    low, high = bounds(rule)
    on = {} if not pools or not d.chance(50) else {"on": "pooled"}
    linear: Table = {"use": "linear", "from": [plain(low), plain(high)]}
    linear["to"] = d.one([[0, 100], [1, 5], [50, 100], [100, 0]])
    points = d.one([[0, 50, 100], [1, 2], [5, "20/3", 9, 10]])
    steps = {"use": "bands", "bands": bands(d, low, high, "value", points)}
    ends = {"use": "reversed", "lower": plain(low), "upper": plain(high + 1)} | on
    turned = d.one(["reversed", ends, {"use": "reversed", "lower": -7}])
    value = d.one(
        [None, None, linear | on, steps | on, [linear, conditions(d, "unchanged")], turned]
    )
    if apart and isinstance(value, list):
        value = linear  # a mark without a value is no no-mark: what it does to the join is not said
    if norm and d.chance(20):
        value = compared(d, linear if value == linear else None, {"on": "pooled"} if pools else {})
    return {"scale": rule} | ({"value": value} if value else {})


def compared(d: Draw, first: Any, on: Table) -> Any:
    """Value functions with a norm-referenced one, or two, among them."""
    norm = {"use": "normalised"} | on | ({"prefer": d.one(["high", "low"])} if d.chance(50) else {})
    turned = {"use": "reversed", "lower": 0, "upper": 1} | on
    last = d.one([[], [turned], [turned, {"use": "normalised"} | on]])
    return [*([first] if first else []), norm, *last]


def read(d: Draw, earlier: Sequence[Table]) -> Table:
    """Keys of a leaf that reads neither examiners nor the secretariat."""
    points = dict(zip(DEGREES, [0, 40, "200/3", 100], strict=True))
    low, high = Fraction(2), Fraction(20)
    years = {"use": "bands", "bands": bands(d, low, high, "value", [10, 60, 100])}
    options: list[Table] = [
        {"reads": {"fact": "years-served"}},
        {"reads": {"fact": "index"}, "value": {"use": "linear", "from": [0, 10], "to": [0, 100]}},
        {"reads": {"fact": "index"}, "value": d.one(["reversed", ["reversed", "normalised"]])},
        {"reads": {"fact": "education"}, "value": {"use": "levels", "points": points}},
        {"reads": {"fact": d.one(["tenure", "tenure-months"])}, "value": years},
        {"reads": "facts", "value": conditions(d, d.one([0, 50]))},
    ]
    if earlier and d.chance(40):
        return {
            "reads": {"stage": d.one(earlier)["id"]} | ({"at": "value"} if d.chance(50) else {})
        }
    chosen: Table = d.one(options)
    return chosen
