"""An independent reference for the scoring of whole events, by another make than the engine.

Plain Fractions and dictionaries; each candidacy is settled alone, by recursion from the total down
to the mark, and looks at others only where a shortlist or a standing compares them. It takes valid
rulesets and scoresheets, knows the core's parts alone, and imports nothing of the engine. The
readings that it follows where two were possible stand in `docs/reference/readings.md`.
"""

from datetime import date
from fractions import Fraction
from typing import Any

from tests.oracle_facts import HALF, Pair, Table, number
from tests.oracle_values import Values, band

MET = (None, "qualified")
SCORED = ("weighted-criteria", "panel", "imported")


def score(ruleset: Table, sheet: Table) -> dict[str, Table]:
    """Score a whole event.

    Args:
        ruleset: What a TOML reader gives, numbers as int, Decimal, Fraction or text, never float.
        sheet: The JSON scoresheet.

    Returns:
        By candidacy `verdict`, `total`, `category`, `rank`, `shared`, `ranks` (by the id of the
        further standings), `stages` (`value`, `category`, `verdict`, `kept` of each) and `figures`
        by address.
    """
    event = _Event(ruleset, sheet)
    results = {c: event.result(c) for c in event.rows}
    main = event.standing(ruleset.get("ranking", {}), results)
    more = {n: event.standing(r, results) for n, r in ruleset.get("rankings", {}).items()}
    for c, result in results.items():
        result |= {**main[c], "ranks": {n: places[c] for n, places in more.items()}}
    return results


class _Event(Values):
    """Stages, verdicts and standings."""

    def __init__(self, ruleset: Table, sheet: Table) -> None:
        super().__init__(ruleset, sheet)
        shared, decision = ruleset.get("rounding", {}), ruleset.get("decision", {})
        self.order = {s["id"]: i for i, s in enumerate(self.stages)}
        self.trees = {s["id"]: self.tree(s, s["id"], s, [shared]) for s in self.stages}
        self.main = ruleset.get("ranking", {})
        self.memo: dict[tuple[str, str], Table] = {}
        self.root: Table = {
            "path": "total",
            "rule": decision,
            "chain": [decision.get("rounding", {}), shared],
            "siblings": [s for s in self.stages if s["kind"] in SCORED],
        }

    # Stages.

    def stage(self, c: str, name: str) -> Table:
        """What a stage came to for a candidacy; `effect` is that of an absence."""
        if (c, name) not in self.memo:
            self.memo[c, name] = self.reached(c, self.stages[self.order[name]])
        return self.memo[c, name]

    def stopped(self, c: str, before: int) -> bool:
        return any(self.stage(c, s["id"])["stop"] for s in self.stages[:before])

    def reached(self, c: str, rule: Table) -> Table:
        name, kind = rule["id"], rule["kind"]
        out: Table = dict.fromkeys(("value", "category", "verdict", "kept", "effect", "stop"))
        out["kept"] = False if kind == "shortlist" else None
        if self.stopped(c, self.order[name]):
            if kind in SCORED and not self.absent(c, rule):
                self.recorded(c, self.trees[name])
            return out
        ready = self.ready(c, rule)
        if self.absent(c, rule):
            out["effect"] = rule.get("absence", "no-score")
            if out["effect"] == "zero" and kind in SCORED:
                self.figures[c][f"{name}:stage"] = Fraction(0)
                self.nodes[c, name] = Fraction(0), Fraction(0)
        elif kind in SCORED and ready:
            self.settle(c, self.trees[name])
        elif kind == "shortlist":
            found = self.kept(c, rule) if ready else None
            out["kept"], out["compared"] = bool(found), found is not None
            later = self.stages[self.order[name] :]
            out["stop"] = not out["kept"] and any(s["kind"] in SCORED for s in later)
        elif kind.endswith("-gate") and rule.get("when") != "after":
            truth = self.gate(c, rule) if ready else HALF
            met = "qualified" if truth == 1 else "incomplete"
            out["verdict"] = met if truth else "not-qualified"
            out["stop"] = truth == 0 and rule.get("when-failed") == "stop"
        if (c, name) in self.nodes:
            out["value"] = self.nodes[c, name][1]
            out["category"] = self.classify(c, rule, self.nodes[c, name])
            self.categories[c, name] = out["category"]
        return out

    def ready(self, c: str, rule: Table) -> bool:
        return all(self.passed(self.stage(c, n)) for n in rule.get("needs", []))

    def cohort(self, c: str, stage: str) -> list[str]:
        rule, within = self.stages[self.order[stage]], self.main.get("within", "position")
        return [
            d
            for d in self.rows
            if not self.stopped(d, self.order[stage])
            if not self.absent(d, rule) and self.ready(d, rule)
            if self.group(d, within) == self.group(c, within)
        ]

    def passed(self, stage: Table) -> bool:
        return stage["value"] is not None or stage["kept"] or stage["verdict"] == "qualified"

    def absent(self, c: str, rule: Table) -> bool:
        leaves, rated = [self.trees[rule["id"]]], False
        while leaves:
            node = leaves.pop()
            leaves += node["kids"]
            rated = rated or (not node["kids"] and node["rule"]["reads"] == "examiners")
        rows = [r for r in self.sheet.get("absences", []) if r["candidacy"] == c]
        return any(r.get("stage") == rule["id"] or (not r.get("stage") and rated) for r in rows)

    def gate(self, c: str, rule: Table) -> Fraction:
        if rule["kind"] != "evidence-gate":
            return self.holds(c, rule["require"], rule.get("compare") == "rounded")
        owner = c if rule.get("per") == "candidacy" else None
        rows = [r for r in self.sheet.get("evidence", []) if r.get("candidacy") == owner]
        given = {r["id"]: Fraction(r.get("given", True)) for r in rows}
        return min(given.get(document, HALF) for document in rule["requires"])

    def classify(self, c: str, rule: Table, pair: Pair | None) -> Any:
        way = rule.get("classifier")
        if way is None or pair is None:
            return None
        after = way.get("compare", rule.get("compare")) == "rounded"
        if way["use"] == "bands":
            return band(way, pair[after])
        x, y = (self.nodes.get((c, way[axis]["stage"])) for axis in "xy")
        if x is None or y is None:
            return None
        return way["cells"][f"{band(way['x'], x[after])}/{band(way['y'], y[after])}"]

    # The total, and who comes before whom.

    def total(self, c: str, upto: int, fig: dict[str, Fraction]) -> Pair | None:
        """The decision over the first `upto` stages, before and after rounding at `final`."""
        stages = [(s, self.stage(c, s["id"])) for s in self.stages[:upto]]
        if any(out["stop"] or out["effect"] in ("no-score", "disqualify") for _, out in stages):
            return None
        kids = [(s, s["id"], out["value"]) for s, out in stages if s["kind"] in SCORED]
        x = self.join(c, self.root, kids, fig)
        return None if x is None else (x, self.put(fig, self.root, "total", "final", x))

    def group(self, c: str, within: Any) -> Any:
        if isinstance(within, list):
            return tuple(self.group(c, w) for w in within)
        if isinstance(within, dict):
            return self.fact(c, within["fact"])
        return self.rows[c].get("position") if within == "position" else None

    def tie_break(self, c: str, rule: Table, after: bool) -> tuple[bool, Any]:
        x: Any
        if rule["use"] == "fact":
            x = self.fact(c, rule["fact"])
            x = None if x is None else self.comparable(rule["fact"], x)
            x = x.toordinal() if isinstance(x, date) else x
        else:
            x = self.nodes.get((c, f"{rule['stage']}.{rule.get('criterion', '')}".rstrip(".")))
            x = x and x[after]
        return x is not None, -(x or 0) if rule.get("order") == "ascending" else x or 0

    def rivals(self, rule: Table, pairs: dict[str, Pair]) -> dict[str, tuple[list[Any], int]]:
        """For each entrant the keys of those above it in its group, and how many share its own."""
        after, breaks = rule.get("compare") == "rounded", rule.get("tie-breaks", [])
        keys = {
            c: (pair[after], *(self.tie_break(c, t, after) for t in breaks))
            for c, pair in pairs.items()
        }
        groups = {c: self.group(c, rule.get("within", "position")) for c in pairs}
        beside = {c: [keys[d] for d in pairs if groups[d] == groups[c]] for c in pairs}
        return {
            c: ([k for k in others if k > keys[c]], others.count(keys[c]))
            for c, others in beside.items()
        }

    def kept(self, c: str, rule: Table) -> bool | None:
        """Whether a shortlist keeps a candidacy; None where it has no value to compare."""
        at, ranking = self.order[rule["id"]], self.rules.get("ranking", {})
        inherited = {k: ranking[k] for k in ("within", "tie-breaks") if k in ranking}
        by = rule.get("by", "total-so-far")
        pairs = {
            d: self.nodes.get((d, by["stage"])) if by != "total-so-far" else self.total(d, at, {})
            for d in self.rows
            if not self.stopped(d, at)
            and all(self.stage(d, s["id"])["verdict"] in MET for s in self.stages[:at])
        }
        found = self.rivals({**inherited, **rule}, {d: p for d, p in pairs.items() if p})
        if c not in found:
            return None
        keep = rule["keep"]
        if isinstance(keep, dict):
            keep = keep["per-vacancy"] * self.posts[self.rows[c]["position"]].get("vacancies", 1)
        above, equals = len(found[c][0]), found[c][1]
        return bool(above + equals <= keep if rule.get("ties") == "drop" else above < keep)

    def standing(self, rule: Table, results: dict[str, Table]) -> dict[str, Table]:
        """Rank and whether it is shared, by candidacy; None for those who stand in no place."""
        by, among = rule.get("by", "total"), rule.get("among", "eligible")
        pairs = {}
        for c, result in results.items():
            unmet = {s["verdict"] for s in result["stages"].values()} - {None, "qualified"}
            eligible = result["total"] is not None and not unmet
            pair = (
                self.total(c, len(self.stages), {})
                if by == "total"
                else self.nodes.get((c, by["stage"]))
            )
            may = {"all": True, "eligible": eligible, "qualified": result["verdict"] == "qualified"}
            if pair and may[among]:
                pairs[c] = pair
        found, places = self.rivals(rule, pairs), {}
        for c in results:
            higher, equals = found.get(c, ([], 0))
            above = len(higher)
            rank = {
                "standard-competition": above + 1,
                "modified-competition": above + equals,
                "dense": len(set(higher)) + 1,
                "mean-of-places": above + Fraction(equals + 1, 2),
                "ordinal": above + 1,  # its tie-breaks leave no equals
            }[rule.get("method", "standard-competition")]
            places[c] = {"rank": rank if equals else None, "shared": equals > 1}
        return places

    def result(self, c: str) -> Table:
        stages = {s["id"]: self.stage(c, s["id"]) for s in self.stages}
        effects = {out["effect"] for out in stages.values()}
        gates = {out["verdict"] for out in stages.values()}
        pair = self.total(c, len(self.stages), self.figures[c])
        decision = self.root["rule"]
        cut, after = decision.get("cut-score"), decision.get("compare") == "rounded"
        below = pair is not None and cut is not None and pair[after] < number(cut)
        verdicts = {
            "disqualified": "disqualify" in effects,
            "not-qualified": "not-qualified" in gates
            or any(out["stop"] and out.get("compared") for out in stages.values()),
            "absent": "no-score" in effects,
            "incomplete": "incomplete" in gates or pair is None,
        }
        otherwise = "not-qualified" if below else "qualified"
        return {
            "verdict": next((v for v, holds in verdicts.items() if holds), otherwise),
            "total": pair[1] if pair else None,
            "category": self.classify(c, decision, pair),
            "stages": stages,
            "figures": self.figures[c],
        }
