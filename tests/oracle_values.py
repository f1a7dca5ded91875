"""The middle part of the oracle: the tree of values, from the mark to the joined terms.

Plain Fractions and dictionaries, nothing of the engine. `oracle` stands on it.
"""

from fractions import Fraction
from statistics import median
from typing import Any

from tests.oracle_facts import HALF, OPS, Facts, Table, number, path_of, rounded

POLICIES = ("zero", "leave-out", "incomplete")  # of a no-mark, the worst last
INHERITED = ("panel", "pooling", "pool-by", "quorum", "no-marks")


def part(named: Any) -> Table:
    """A named part, always as its table."""
    return {"use": named} if isinstance(named, str) else named


def band(rule: Table, x: Fraction) -> Any:
    """The id or value of the band in which `x` lies."""
    if "lower" in rule:
        return max((number(b), k) for k, b in rule["lower"].items() if number(b) <= x)[1]
    hit = next(b for b in rule["bands"] if all(OPS[o](x, number(b[o])) for o in b if o in OPS))
    return hit["id"] if "id" in hit else hit["value"]


def combine(rule: Table, xs: list[Fraction]) -> Fraction | None:
    """An aggregator over values of equal standing; for weights see `Values.join`."""
    use = rule["use"]
    drop = rule["drop"] if use.startswith("trimmed") else 0
    if len(xs) < 2 * drop + 1:
        return None
    xs = sorted(xs)[drop : len(xs) - drop]
    if use in ("minimum", "maximum"):
        return xs[0] if use == "minimum" else xs[-1]
    if use == "median":
        return Fraction(median(xs))
    total = sum(xs, number(rule.get("start", 0)))
    return total if use in ("sum", "trimmed-sum") else total / len(xs)


class Values(Facts):
    """What the nodes beneath a stage are worth to a candidacy."""

    def tree(self, rule: Table, path: str, stage: Table, chain: list[Table]) -> Table:
        """A node: its rule (a leaf's with all that it inherits), children, and what is pooled."""
        kids, each = rule.get("criteria", []), stage.get("each", {})
        if not kids:
            reads = "examiners" if stage["kind"] == "panel" else "secretariat"
            held = {k: stage[k] for k in INHERITED if k in stage}
            rule = {"reads": reads, **held, **each, **rule}
        chain = [rule.get("rounding", {}), *chain]
        nodes = [self.tree(k, f"{path}.{k['id']}", stage, chain) for k in kids]
        top, rated = rule is stage or "." not in path, rule.get("reads") == "examiners"
        by = each.get("pool-by", stage.get("pool-by")) if kids else rule.get("pool-by")
        apart = by == "examiner" and "criteria" in stage  # joined an examiner before it is pooled
        return {
            "path": path, "rule": rule, "chain": chain, "stage": stage["id"], "kids": nodes,
            "own": "stage" if top else "criterion", "siblings": kids,
            "asks": any(k["asks"] for k in nodes) or (not kids and rated and apart),
            "pools": (top and apart) if kids else (rated and not apart),
            "valid": stage.get("valid"),
        }  # fmt: skip

    # Leaves.

    def put(self, fig: Table, node: Table, address: str, place: str, x: Fraction) -> Fraction:
        """Round `x` by the nearest rule for `place`, and keep it as a figure."""
        x = rounded(x, next((r[place] for r in node["chain"] if place in r), None))
        fig[f"{address}:{place}"] = x
        return x

    def valued(self, c: str, node: Table, x: Any, on: str = "mark", upto: int | None = None) -> Any:
        """`x` through the value functions before, or with `on` behind, the pooling."""
        rule = node["rule"]
        named = rule.get("value", [])
        ways = [f for f in map(part, named if isinstance(named, list) else [named])
                if f.get("on", "mark") == on]  # fmt: skip
        for i, f in enumerate(ways[:upto]):
            if f["use"] == "normalised":
                x = self.normalised(c, node, x, (f, on, i))
            elif f["use"] == "reversed":
                reads = rule.get("reads")
                known = self.rules["facts"][reads["fact"]] if isinstance(reads, dict) else {}
                low, high = self.ends(known | rule.get("scale", {}), f)
                x = low + high - x
            elif f["use"] == "linear":
                (a, b), (low, high) = map(number, f["from"]), map(number, f["to"])
                x = low + (x - a) * (high - low) / (b - a)
            elif f["use"] == "levels":
                x = self.level(f["points"], rule, x)
            else:
                x = number(band(f, x)) if f["use"] == "bands" else self.conditions(c, f, x)
            if x is None:
                return None
        return x

    def ends(self, scale: Table, own: Table) -> list[Fraction]:
        """The lowest and the highest mark, as a function's own keys say, or the scale."""
        marks = [level["value"] for level in scale.get("levels", [])]
        given = {"lower": marks[0], "upper": marks[-1]} if marks else scale
        return [number((given | own)[end]) for end in ("lower", "upper")]

    def normalised(self, c: str, leaf: Table, x: Fraction, way: Any) -> Fraction | None:
        """`x` against the best of all who have come so far at this leaf."""
        f, on, i = way
        others = [self.start(d, leaf) for d in self.cohort(c, leaf["stage"])]
        found = [
            y
            for d, begun in zip(self.cohort(c, leaf["stage"]), others, strict=True)
            if begun is not None
            if (y := self.valued(d, leaf, begun, on, i)) is not None
        ]
        high = f.get("prefer", "high") == "high"
        above, below = (x, max(found)) if high else (min(found), x)
        return above / below if below else None

    def start(self, c: str, leaf: Table) -> Any:
        """What the last value functions of a leaf begin with."""
        return self.pooled(c, leaf) if leaf["pools"] else self.source(c, leaf)

    def cohort(self, c: str, stage: str) -> list[str]:
        """Those of the candidacy's group who come to a stage."""
        raise NotImplementedError

    def level(self, points: Table, rule: Table, x: Any) -> Fraction:
        """The points of a text, of yes or no, of a level by its id, or of a plain mark."""
        if isinstance(x, Fraction):
            levels = rule.get("scale", {}).get("levels", [])
            named = [v["id"] for v in levels if "id" in v and number(v["value"]) == x]
            ids = {v.get("id") for v in levels}
            return number(
                next(points[k] for k in named or points.keys() - ids if named or number(k) == x)
            )
        return number(points[{True: "yes", False: "no"}.get(x, x)])

    def conditions(self, c: str, rule: Table, x: Any) -> Any:
        hits: list[Fraction] = []
        take = rule.get("take", "first")
        for case in rule["cases"]:
            held = self.holds(c, case["when"])
            if held == HALF:
                return None
            hits += [number(case["value"])] if held else []
            if hits and take == "first":
                break
        if not hits:
            return x if rule["otherwise"] == "unchanged" else number(rule["otherwise"])
        if take == "sum":
            return sum(hits, Fraction(0))
        return max(hits) if take == "highest" else min(hits)

    def source(self, c: str, leaf: Table) -> Any:
        """What a leaf reads that does not read examiners."""
        reads, (stage, _, criterion) = leaf["rule"]["reads"], leaf["path"].partition(".")
        if reads == "facts":
            return None  # `conditions` asks for its facts itself
        if isinstance(reads, dict) and "fact" in reads:
            return self.fact(c, reads["fact"])
        if isinstance(reads, dict):
            path = path_of(reads)
            if reads.get("at", "value") == "raw":
                return self.figures[c].get(f"{path}:raw")
            return self.nodes.get((c, path), (None, None))[1]
        row = self.ratings.get((c, stage, criterion or None, None), {})
        if leaf["valid"] and "value" in row:  # the same day n years later still counts
            until = f"{int(row['date'][:4]) + leaf['valid']['years']}{row['date'][4:]}"
            row = row if self.sheet["event"]["date"] <= until else {}
        return number(row["value"]) if "value" in row else None

    def mark(self, c: str, leaf: Table, e: str) -> Any:
        """An examiner's mark after `value`, or the policy for the no-mark in its place."""
        stage, _, criterion = leaf["path"].partition(".")
        row = self.ratings.get((c, stage, criterion or None, e), {"no-mark": "not-entered"})
        word = "recused" if (c, e) in self.recused else row.get("no-mark")
        if word:
            usual = "incomplete" if word == "not-entered" else "leave-out"
            return leaf["rule"].get("no-marks", {}).get(word, usual)
        self.figures[c][f"{leaf['path']}@{e}:raw"] = number(row["value"])
        x = self.valued(c, leaf, number(row["value"]))
        return "incomplete" if x is None else x

    def recorded(self, c: str, node: Table) -> None:
        """The marks beneath a node as they were entered, of which nothing is made."""
        for kid in node["kids"]:
            self.recorded(c, kid)
        if node["kids"]:
            return
        if node["rule"]["reads"] == "examiners":
            stage, _, criterion = node["path"].partition(".")
            for e in self.owing(c, node):
                row = self.ratings.get((c, stage, criterion or None, e), {})
                if "value" in row:
                    self.figures[c][f"{node['path']}@{e}:raw"] = number(row["value"])
        elif node["rule"]["reads"] == "secretariat":
            raw = self.source(c, node)
            if isinstance(raw, Fraction):
                self.figures[c][f"{node['path']}:raw"] = raw

    # The pool.

    def owing(self, c: str, node: Table) -> list[str]:
        """Who owes this node's marks; under rooms-first by room, an examiner of any room."""
        way, room = part(node["rule"].get("pooling", "mean")), self.rows[c].get("room")
        anywhere = not room or (way["use"] == "rooms-first" and way.get("by", "room") == "room")
        asked = [
            e
            for e in self.sheet.get("examiners", [])
            if not e.get("stages") or node["stage"] in e["stages"]
        ]
        return [e["id"] for e in asked if anywhere or e.get("room") in (None, room)]

    def pooled(self, c: str, node: Table) -> Fraction | None:
        """Each examiner's mark, or joined marks → rating → pooling, corrections → pooled."""
        rule, fig, path = node["rule"], self.figures[c], node["path"]
        self.settle_apart(c, node)
        found = {e: self.settle(c, node, e) for e in self.owing(c, node)}

        def keep(name: str, place: str, x: Fraction) -> Fraction:
            return self.put(fig, node, f"{path}@{name}", place, x)

        counted = {e: x for e, x in found.items() if x not in (None, "leave-out", "incomplete")}
        marks = {
            e: keep(e, "rating", Fraction(0) if x == "zero" else x) for e, x in counted.items()
        }
        panel = rule.get("panel", self.rules.get("panel", {}))
        too_few = len(marks) < max(1, rule.get("quorum", panel.get("quorum", 1)))
        if too_few or None in found.values() or "incomplete" in found.values():
            return None
        x = self.pool(part(rule.get("pooling", "mean")), marks, list(found), keep)
        return None if x is None else self.put(fig, node, path, "pooled", x)

    def settle_apart(self, c: str, node: Table) -> None:
        """First what is the same in every examiner's join, whether or not anybody joins."""
        for kid in node["kids"]:
            if kid["asks"]:
                self.settle_apart(c, kid)
            else:
                self.settle(c, kid)

    def pool(self, rule: Table, marks: Table, owing: list[str], keep: Any) -> Fraction | None:
        if rule["use"] == "clamp-to-mean" and marks:
            mean = sum(marks.values(), Fraction(0)) / len(marks)
            low, high = mean - number(rule["limit"]), mean + number(rule["limit"])
            return combine(
                {"use": "mean"},
                [keep(e, "rating", min(max(x, low), high)) for e, x in marks.items()],
            )
        if rule["use"] == "chair-weighted":
            return self.chaired(number(rule["chair"]), marks, keep)
        if rule["use"] != "rooms-first":
            return combine(rule, list(marks.values()))
        by = {e["id"]: e.get(rule.get("by", "room")) or "" for e in self.sheet["examiners"]}
        means: dict[str, Fraction] = {}
        rooms = {
            r: {e: x for e, x in marks.items() if by[e] == r}
            for r in sorted({by[e] for e in owing})
        }
        if rule.get("empty") == "leave-out":
            rooms = {r: inside for r, inside in rooms.items() if inside}
        if not all(rooms.values()):
            return None
        for room, inside in rooms.items():
            own = _of_group(room, keep)
            x = self.pool(part(rule.get("inside", "mean")), inside, owing, own)
            if x is None:
                return None
            means[room] = x
        if "weights" not in rule:
            return combine(part(rule.get("over", "mean")), list(means.values()))
        weights = {r: number(rule["weights"][r]) / 100 for r in means}
        terms = [keep(r, "term", x * weights[r]) for r, x in means.items()]
        return sum(terms, Fraction(0)) / sum(weights.values())

    def chaired(self, share: Fraction, marks: Table, keep: Any) -> Fraction | None:
        """The mean of the chairs and the mean of all others, each with its share."""
        chairs = {e["id"] for e in self.sheet["examiners"] if e.get("role") == "chair"}
        total = Fraction(0)
        for role, part_ in (("chair", share), ("member", 100 - share)):
            own = [x for e, x in marks.items() if (e in chairs) == (role == "chair")]
            if not own:
                return None
            total += keep(role, "term", sum(own, Fraction(0)) / len(own) * part_ / 100)
        return total

    # Nodes.

    def settle(self, c: str, node: Table, e: str = "") -> Any:
        """The node's value after the rounding of its own place; None where it has none.

        With `e` as that examiner's marks make it: a policy where the examiner lacks one, and not
        yet rounded where it is what will be pooled.
        """
        path, rule, fig = node["path"], node["rule"], self.figures[c]
        at = f"@{e}" if e else ""
        if node["pools"] and not e:
            x = self.pooled(c, node)
        elif node["kids"]:
            kids = [
                (k["rule"], k["path"] + at, self.settle(c, k, e if k["asks"] else ""))
                for k in node["kids"]
            ]
            lacking = [x for _, _, x in kids if x in POLICIES]
            x = max(lacking, key=POLICIES.index) if lacking else self.join(c, node, kids, fig, at)
        elif e:
            x = self.mark(c, node, e)
        else:
            raw = self.source(c, node)
            if isinstance(raw, Fraction):
                fig[f"{path}:raw"] = raw
            there = raw is not None or rule["reads"] == "facts"
            x = self.valued(c, node, raw) if there else None
            x = None if x is None else self.put(fig, node, path, "rating", x)
        if x is not None and not e:
            x = self.valued(c, node, x, "pooled")
        if x is None or x in POLICIES or (e and node["pools"]):
            return x
        after = self.put(fig, node, path + at, node["own"], x)
        if not e:
            self.nodes[c, path] = (x, after)
        return after

    def weights(self, c: str, rule: Table, siblings: list[Table]) -> dict[str, Fraction] | None:
        way = part(rule.get("weighting", "given"))
        if way["use"] == "by-fact":
            row = way["table"].get(self.fact(c, way["fact"]))
            return {k: number(w) for k, w in row.items()} if row else None
        if way["use"] == "equal" or len(siblings) == 1:
            return {k["id"]: Fraction(100, len(siblings)) for k in siblings}
        if way["use"] == "rank-order-centroid":
            n = len(siblings)
            tails = [
                sum((Fraction(1, i) for i in range(k, n + 1)), Fraction(0)) for k in range(1, n + 1)
            ]
            return {k["id"]: tail * 100 / n for k, tail in zip(siblings, tails, strict=True)}
        given = {k["id"]: number(k["weight"]) for k in siblings if k["weight"] != "rest"}
        rest = 100 - sum(given.values(), Fraction(0))
        return {k["id"]: given.get(k["id"], rest) for k in siblings}

    def join(self, c: str, node: Table, kids: list[Any], fig: Table, at: str = "") -> Any:
        """Terms, aggregation and `value` over (child's rule, address of its term, its value)."""
        way = part(node["rule"].get("aggregation", "weighted-mean"))
        weighted = way["use"] in ("weighted-mean", "weighted-sum")
        weights = self.weights(c, node["rule"], node["siblings"]) if weighted else {}
        if weights is None:
            return None
        kids = [k for k in kids if not weighted or weights[k[0]["id"]] != 0]
        lacking = [k.get("missing", "incomplete") for k, _, x in kids if x is None]
        if "incomplete" in lacking or len(lacking) == len(kids):
            return None
        terms, share = [], Fraction(0)
        for k, address, x in kids:
            if x is None and k["missing"] == "leave-out":
                continue
            factor: Fraction = weights[k["id"]] / 100 if weighted else number(k.get("factor", 1))
            share += factor
            term = (x or Fraction(0)) * factor
            if weighted or way["use"] in ("sum", "minimum", "maximum"):
                term = self.put(fig, node, address, "term", term)
            terms.append(term)
        joined = combine({"use": "sum"} if weighted else way, terms)
        if joined is None:
            return None
        joined = joined / share if way["use"] == "weighted-mean" else joined
        fig[f"{node['path']}{at}:joined"] = joined
        return self.valued(c, node, joined)


def _of_group(room: str, keep: Any) -> Any:
    """Terms of a group at addresses of its own; marks stay at their examiner's."""

    def kept(name: str, place: str, x: Fraction) -> Any:
        return keep(f"{room}/{name}" if room and place == "term" else name, place, x)

    return kept
