"""Random events: a ruleset of `strategies_rulesets` and a scoresheet that is valid under it.

The shape of an event is drawn by Hypothesis and shrinks; the marks come from one seed. A
candidacy is never absent from a stage with `needs`, nor, before a shortlist that looks at one
stage, from another: what holds there is nowhere said.
"""

import json
import re
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any

from hypothesis import strategies as st

from tests.strategies_nodes import DEGREES, GROUPS, SCORED, WORDS, Draw, Table, bounds, plain
from tests.strategies_rulesets import rulesets

DAYS = ("2025-03-25", "2024-02-29", "2025-02-28", "2024-03-04", "2026-12-31")


@st.composite
def events(draw: st.DrawFn) -> tuple[Table, Table]:
    """A ruleset as plain tables, and the JSON scoresheet of one event."""
    rules = draw(rulesets())
    return rules, draw(sheets(rules))


@st.composite
def sheets(draw: st.DrawFn, rules: Table) -> Table:
    """A scoresheet that is valid under `rules`."""
    maker = _Sheet(Draw(draw), draw(st.randoms(use_true_random=True)), rules)
    maker.people()
    maker.panel()
    maker.misses()
    for stage in rules["stages"]:
        maker.papers(stage)
        for criterion, leaf in leaves_of(stage) if stage["kind"] in SCORED else []:
            maker.ratings(stage, criterion, leaf)
    return maker.sheet


def leaves_of(stage: Table) -> list[tuple[str | None, Table]]:
    """The leaves of a stage: dotted criterion (None for a stage without) and what holds there."""
    default = {"reads": "examiners" if stage["kind"] == "panel" else "secretariat"}
    if "criteria" not in stage:
        return [(None, default | stage)]
    kept = {k: stage[k] for k in ("pooling", "pool-by") if k in stage}
    above = default | kept | stage.get("each", {})
    found: list[tuple[str | None, Table]] = []
    for kid in stage["criteria"]:
        for leaf in kid.get("criteria", [kid]):
            name = kid["id"] if leaf is kid else f"{kid['id']}.{leaf['id']}"
            found.append((name, above | leaf))
    return found


class _Sheet:
    """The scoresheet while it grows."""

    def __init__(self, d: Draw, rnd: Any, rules: Table) -> None:
        self.d, self.rnd, self.rules = d, rnd, rules
        self.day = date.fromisoformat(d.one(DAYS))
        self.noise = d.one([0, 0, 4, 15])  # marks in a hundred that are not there
        self.missing = d.chance(40)  # some candidate does not come
        self.spread = d.one([2, 4, 1000])  # few different marks make ties
        text = repr(rules)
        self.shortlists = [s for s in rules["stages"] if s["kind"] == "shortlist"]
        self.per_vacancy = "per-vacancy" in text
        self.grouped = "{'fact': 'group'}" in text  # those without a group are no group
        self.weighted_rooms = "'weights': {" in text
        self.rated = [
            s["id"] for s in rules["stages"]
            if s["kind"] in SCORED and any(x["reads"] == "examiners" for _, x in leaves_of(s))
        ]  # fmt: skip
        self.sheet: Table = {
            "schema": "ujikom/scoresheet@1",
            "event": {"id": "event", "date": self.day.isoformat()},
        }

    def hit(self, percent: int) -> bool:
        return bool(self.rnd.randrange(100) < percent)

    def people(self) -> None:
        d, rnd = self.d, self.rnd
        people = [f"A{i + 1}" for i in range(d.whole(1, 6))]
        posts = [
            f"kadis-{i + 1}" for i in range(d.whole(1, 2) if self.per_vacancy else d.whole(0, 2))
        ]
        self.rooms = d.one([[], [], ["R1", "R2"]]) if not self.weighted_rooms else []
        lonely = not posts and not self.rooms and d.chance(40)  # one candidacy a candidate
        self.sheet["candidates"] = [{"id": p, "facts": self.person()} for p in people]
        rows: list[Table] = []
        for p in people:
            wanted = rnd.sample(posts, rnd.randint(1, len(posts))) if posts else [None]
            if posts and not self.per_vacancy and self.hit(15):
                wanted = [None]
            for post in wanted:
                group = {} if not self.grouped and self.hit(10) else {"group": rnd.choice(GROUPS)}
                row: Table = {"id": f"{p}-{post}" if post else p, "candidate": p, "facts": group}
                row |= {"position": post} if post or self.hit(30) else {}
                row |= {"room": rnd.choice([*self.rooms, None])} if self.rooms else {}
                rows.append(row)
        if lonely:
            for person, row in zip(self.sheet["candidates"], rows, strict=True):
                person["facts"] |= row["facts"]
        else:
            self.sheet["candidacies"] = rows
        self.rows: list[Table] = rows
        if posts:
            vacancies = [{"vacancies": rnd.randint(1, 2)} if self.hit(60) else {} for _ in posts]
            self.sheet["positions"] = [{"id": p} | v for p, v in zip(posts, vacancies, strict=True)]

    def person(self) -> Table:
        rnd = self.rnd
        start = self.day - timedelta(days=rnd.randrange(6000))
        exact = date(2016, 2, 29) if self.hit(20) else self.day.replace(day=1, year=2020)
        facts: Table = {
            "education": rnd.choice(DEGREES),
            "index": rnd.choice(["0", "2.5", "3.0", "7.5", "10"]),
            "clean": self.hit(80),
            "start": (exact if self.hit(30) else start).isoformat(),
        }
        few = {k: x for k, x in facts.items() if not self.hit(5)}
        return few | {"years-served": str(rnd.choice([0, 1, 2, 3, 7, 7, 12, 22]))}

    def panel(self) -> None:
        rnd = self.rnd
        n = self.d.whole(2 if self.weighted_rooms else 1, 6)
        rows = []
        for i in range(n):
            row: Table = {"id": f"E{i + 1}", "role": "member" if i else "chair"}
            row["kind"] = rnd.choice(["academic", "official"])
            origin = ["external", "internal"]
            row["origin"] = origin[i] if i < 2 else rnd.choice(origin)
            row |= {"room": rnd.choice([*self.rooms, None])} if self.rooms else {}
            if self.rated and not self.weighted_rooms and self.hit(15):
                row["stages"] = rnd.sample(self.rated, rnd.randint(1, len(self.rated)))
            rows.append(row)
        self.sheet["examiners"] = rows

    def misses(self) -> None:
        """Recusals and absences."""
        pairs = [(e["id"], c["id"]) for e in self.sheet["examiners"] for c in self.rows]
        recused = [p for p in pairs if self.noise and self.hit(8)]
        self.sheet["recusals"] = [{"examiner": e, "candidacy": c} for e, c in recused]
        self.recused = set(recused)
        stages = self.rules["stages"]
        if self.shortlists and isinstance(self.shortlists[0].get("by"), dict):
            at = stages.index(self.shortlists[0])
            stages = [
                s for s in stages[:at] if s["id"] == self.shortlists[0]["by"]["stage"]
            ] + stages[at:]
        needy = {s["id"] for s in self.rules["stages"] if "needs" in s}
        may: list[str | None] = [
            s["id"] for s in stages if s["kind"] in SCORED and s["id"] not in needy
        ]
        if self.rated and not needy & set(self.rated) and len(stages) == len(self.rules["stages"]):
            may.append(None)
        self.absent = {
            c["id"]: self.rnd.choice(may)
            for c in self.rows
            if may and self.missing and self.hit(20)
        }
        self.sheet["absences"] = [{"candidacy": c, "stage": s} for c, s in self.absent.items()]
        self.sheet["ratings"], self.sheet["evidence"], self.sheet["advice"] = [], [], []

    def away(self, c: str, stage: str) -> bool:
        missed = self.absent.get(c, "")
        return c in self.absent and (missed == stage or (missed is None and stage in self.rated))

    def papers(self, stage: Table) -> None:
        """Evidence and advice."""
        if stage["kind"] == "advisory":
            c = self.rows[0]["id"]
            row = {"candidacy": c, "stage": stage["id"], "from": "mayor", "text": "noted"}
            self.sheet["advice"].append(row)
        later = self.rules["stages"][self.rules["stages"].index(stage) :]
        sure = any(s in self.shortlists for s in later)
        owners = [r["id"] for r in self.rows] if stage.get("per") == "candidacy" else [None]
        known = {(r["id"], r.get("candidacy")) for r in self.sheet["evidence"]}
        for document in stage.get("requires", []):
            for c in owners:
                if (sure or not self.hit(10)) and (document, c) not in known:
                    row = {"id": document, "given": not self.hit(10)} | (
                        {"candidacy": c} if c else {}
                    )
                    self.sheet["evidence"].append(row)
        if "'letter'" in repr(stage) and "letter" not in {name for name, _ in known}:
            self.sheet["evidence"] += [
                {"id": "letter", "candidacy": r["id"], "given": True}
                for r in self.rows
                if self.hit(60)
            ]

    def ratings(self, stage: Table, criterion: str | None, leaf: Table) -> None:
        place = {"stage": stage["id"]} | ({"criterion": criterion} if criterion else {})
        here = [r for r in self.rows if not self.away(r["id"], stage["id"])]
        if leaf["reads"] == "examiners":
            for row in here:
                for e in self.owing(stage, leaf, row):
                    self.rate(place | {"candidacy": row["id"], "examiner": e}, leaf)
        elif leaf["reads"] == "secretariat":
            whole = len(here) == len(self.rows) and self.hit(25)
            key = "candidate" if whole else "candidacy"
            names = (
                [p["id"] for p in self.sheet["candidates"]] if whole else [r["id"] for r in here]
            )
            for name in names:
                found = place | {key: name, "value": self.mark(leaf)}
                if "valid" in stage:
                    days = 365 * self.rnd.randrange(4) + self.rnd.randrange(30, 300)
                    found["date"] = (self.day - timedelta(days=days)).isoformat()
                self.sheet["ratings"] += [] if self.hit(self.noise) else [found]

    def owing(self, stage: Table, leaf: Table, row: Table) -> list[str]:
        apart = leaf.get("pool-by") == "examiner"
        way = (stage if apart else leaf).get("pooling", "mean")
        anywhere = isinstance(way, dict) and (way["use"], way.get("by", "room")) == (
            "rooms-first",
            "room",
        )
        room = row.get("room")
        return [
            e["id"] for e in self.sheet["examiners"]
            if (anywhere or not room or e.get("room") in (None, room))
            and stage["id"] in e.get("stages", [stage["id"]])
            and (e["id"], row["id"]) not in self.recused
        ]  # fmt: skip

    def rate(self, row: Table, leaf: Table) -> None:
        if not self.hit(self.noise):
            self.sheet["ratings"].append(row | {"value": self.mark(leaf)})
        elif not self.hit(25):  # else the row is not there at all
            word = WORDS[0] if self.hit(15) else self.rnd.choice(WORDS[1:])
            self.sheet["ratings"].append(row | {"no-mark": word})

    def mark(self, leaf: Table) -> str:
        """A mark on the scale, as text; sometimes with places that say nothing."""
        scale, rnd = leaf["scale"], self.rnd
        if "levels" in scale:
            return str(rnd.choice(scale["levels"])["value"])
        low, high = bounds(scale)
        step = Fraction(scale.get("step", Decimal("0.01")))
        steps = int((high - low) / step)
        few = [steps * k // self.spread for k in range(1, self.spread + 1)]
        text = str(
            plain(low + step * (rnd.choice(few) if self.spread < steps else rnd.randint(0, steps)))
        )
        return f"{text}0" if "." in text and self.hit(20) else text


def to_toml(rules: Table) -> str:
    """A ruleset as TOML 1.0: inline tables on one line, stages and criteria as `[[…]]`."""
    return "\n".join(_table(rules, "")) + "\n"


def _table(table: Table, path: str) -> list[str]:
    lines, below = [], []
    for key, x in table.items():
        name = f"{path}.{_key(key)}" if path else _key(key)
        if isinstance(x, dict) and path in ("", "rankings"):
            below += ["", f"[{name}]", *_table(x, name)] if key != "rankings" else _table(x, name)
        elif key in ("stages", "criteria"):
            for item in x:
                below += ["", f"[[{name}]]", *_table(item, name)]
        else:
            lines.append(f"{_key(key)} = {_inline(x)}")
    return [*lines, *below]


def _key(key: str) -> str:
    return key if re.fullmatch(r"[A-Za-z0-9_-]+", key) else json.dumps(key)


def _inline(x: Any) -> str:
    if isinstance(x, dict):
        return "{ " + ", ".join(f"{_key(k)} = {_inline(v)}" for k, v in x.items()) + " }"
    if isinstance(x, list):
        return "[" + ", ".join(map(_inline, x)) + "]"
    if isinstance(x, bool):
        return "true" if x else "false"
    if isinstance(x, Fraction):
        return _inline(plain(x))
    if isinstance(x, Decimal):
        return f"{x:f}" if "." in f"{x:f}" else f"{x:f}.0"
    return x.isoformat() if isinstance(x, date) else json.dumps(x)
