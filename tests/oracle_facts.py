"""The lowest part of the oracle: exact numbers, facts and predicates.

Plain Fractions and dictionaries, nothing of the engine. `oracle_values` and `oracle` stand on it.
"""

import operator
from datetime import date
from fractions import Fraction
from typing import Any

Table = dict[str, Any]
Pair = tuple[Fraction, Fraction]  # a node's value before and after the rounding of its own place

HALF = Fraction(1, 2)  # truth is 1, 0, or a half where it is unknown: `all` is min, `any` is max
OPS: dict[str, Any] = {
    "at-least": operator.ge,
    "at-most": operator.le,
    "above": operator.gt,
    "below": operator.lt,
    "is": operator.eq,
    "one-of": lambda x, many: x in many,
}


def number(x: Any) -> Fraction:
    """An exact number from a Fraction, Decimal, int or text (`"1/3"`, `"85.5"`)."""
    if isinstance(x, float | bool):
        raise TypeError(f"no exact number: {x!r}")
    return Fraction(x) if isinstance(x, Fraction) else Fraction(str(x))


def rounded(x: Fraction, rule: Any) -> Fraction:
    """`x` by `{places, mode}`; `"exact"` or None leaves it as it is."""
    if rule in (None, "exact"):
        return x
    low, rest = divmod(x * 10 ** rule["places"], 1)
    away = x > 0  # for a positive number, up is away from zero
    near = {"half-up": away, "half-down": not away, "half-even": low % 2 == 1}
    up = {"floor": False, "ceiling": True, "up": away, "down": not away}
    goes_up = up.get(rule["mode"], rest > HALF or (rest == HALF and near.get(rule["mode"])))
    return Fraction(low + (1 if rest > 0 and goes_up else 0), 10 ** rule["places"])


def path_of(ref: Table) -> str:
    """The address of the node that `{ stage, criterion }` names."""
    return ".".join(ref[k] for k in ("stage", "criterion") if k in ref)


class Facts:
    """A sheet laid on a ruleset; `nodes`, `categories` and `figures` fill as stages are settled."""

    def __init__(self, ruleset: Table, sheet: Table) -> None:
        self.rules, self.sheet, self.stages = ruleset, sheet, ruleset["stages"]
        people = {p["id"]: p for p in sheet["candidates"]}
        self.posts: dict[Any, Table] = {p["id"]: p for p in sheet.get("positions", [])}
        rows = sheet.get("candidacies") or [{"id": p, "candidate": p} for p in people]
        self.rows: dict[str, Table] = {r["id"]: r for r in rows}
        owners = {
            c: (self.posts.get(r.get("position"), {}), people[r["candidate"]], r)
            for c, r in self.rows.items()
        }
        self.facts = {
            c: {k: x for o in three for k, x in o.get("facts", {}).items() if x is not None}
            for c, three in owners.items()
        }
        self.figures: dict[str, dict[str, Fraction]] = {c: {} for c in self.rows}
        self.nodes: dict[tuple[str, str], Pair] = {}
        self.categories: dict[tuple[str, str], Any] = {}
        self.recused = {(r["candidacy"], r["examiner"]) for r in sheet.get("recusals", [])}
        self.ratings = {
            (c, r["stage"], r.get("criterion"), r.get("examiner")): r
            for r in sheet["ratings"]
            for c, row in self.rows.items()
            if r.get("candidacy", c) == c
            if r.get("candidate", row["candidate"]) == row["candidate"]
        }

    def fact(self, c: str, name: str) -> Any:
        """A fact of the candidacy, its candidate or its position; None where it is missing."""
        rule, x = self.rules["facts"][name], self.facts[c].get(name)
        if "since" in rule:
            since, on = self.fact(c, rule["since"]), date.fromisoformat(self.sheet["event"]["date"])
            if since is None:
                return None
            months = (on.year - since.year) * 12 + on.month - since.month - (on.day < since.day)
            return Fraction(months // 12 if rule["type"] == "years" else months)
        if x is not None and rule["type"] == "number":
            return number(x)
        return date.fromisoformat(x) if x is not None and rule["type"] == "date" else x

    def comparable(self, name: str | None, x: Any) -> Any:
        """A level as its place, a number as it is exactly; text, days and yes-no as they are."""
        rule = self.rules["facts"][name] if name else {"type": "text" if x is True else "number"}
        if rule["type"] == "level":
            return rule["levels"].index(x)
        return number(x) if rule["type"] in ("number", "years", "months") else x

    def holds(self, c: str, p: Table, after: bool = False) -> Fraction:
        """Whether a predicate holds: 1, 0, or a half where its subject is missing."""
        if "not" in p:
            return 1 - self.holds(c, p["not"], after)
        if "all" in p:
            return min(self.holds(c, q, after) for q in p["all"])
        if "any" in p:
            return max(self.holds(c, q, after) for q in p["any"])
        x: Any
        if "evidence" in p:
            rows = [r for r in self.sheet.get("evidence", []) if r["id"] == p["evidence"]]
            mine = [r for r in rows if r.get("candidacy") in (None, c)]
            x = any(r.get("given", True) for r in mine) or None
        elif "category" in p:
            x = self.categories.get((c, p["category"]))
        elif "fact" in p:
            x = self.fact(c, p["fact"])
        else:
            x = self.nodes.get((c, path_of(p)), (None, None))[after]
        truths = [Fraction((x is not None) == p["given"])] if "given" in p else []
        asked = OPS.keys() & p.keys()
        return min(truths + [HALF if x is None else self.compared(p, x, o) for o in asked])

    def compared(self, p: Table, x: Any, o: str) -> Fraction:
        if "category" in p:
            return Fraction(OPS[o](x, p[o]))
        name = p.get("fact")
        bound = [self.comparable(name, b) for b in p[o]] if o == "one-of" else None
        return Fraction(OPS[o](self.comparable(name, x), bound or self.comparable(name, p[o])))
