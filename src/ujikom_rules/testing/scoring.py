"""One stage scored through the real engine, from a ruleset that is written here on the spot."""

import json
from collections.abc import Mapping, Sequence
from datetime import date
from fractions import Fraction
from functools import lru_cache
from types import ModuleType
from typing import Any, TypeAlias

from attrs import frozen

from ujikom_rules import api, names
from ujikom_rules.errors import Finding
from ujikom_rules.exact import to_text
from ujikom_rules.messages import Text
from ujikom_rules.model.figure import Figure
from ujikom_rules.model.outcome import Evaluation, Result, StageResult
from ujikom_rules.model.scoresheet import NO_MARKS
from ujikom_rules.planned import Plan

Given: TypeAlias = int | str | Fraction
Marks: TypeAlias = Given | Sequence[Given]
Table: TypeAlias = Mapping[str, Any]

STAGE, WHO, DAY = "stage", "A01", "2026-01-15"
_SCALE = {"lower": 0, "upper": 100}
_HEAD = {"id": "kit/stage", "version": "1.0", "title": "Kit", "source": "assumption"}


@frozen(eq=False)
class StageScore:
    """What came of one stage.

    Attributes:
        evaluation: the whole evaluation; the candidacy is ``A01``, the stage ``stage``.
    """

    evaluation: Evaluation

    @property
    def result(self) -> Result:
        """The candidacy's result."""
        return self.evaluation[WHO]

    @property
    def stage(self) -> StageResult:
        """The stage as it was settled: value, category, verdict, notes."""
        return self.result.stages[STAGE]

    @property
    def value(self) -> Figure | None:
        """Its value, with the working; None where it has none."""
        return self.stage.value

    @property
    def notes(self) -> tuple[Text, ...]:
        """What the report says beside it."""
        return self.stage.notes

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What was said of sheet and result."""
        return self.evaluation.findings


def score_stage(
    kind: str,
    ratings: Marks | Mapping[str, Marks] = (),
    *,
    plugins: Mapping[str, ModuleType] | None = None,
    keys: Table | None = None,
    weights: Mapping[str, Given] | None = None,
    facts: Table | None = None,
    extras: Mapping[str, Table] | None = None,
    declared: Mapping[str, Table] | None = None,
    sheet: Table | None = None,
) -> StageScore:
    """Score one candidacy at one stage, with the engine that scores a real event.

    A part is tried where it stands: a kind as `kind`, any other among the stage's `keys`.

    Args:
        kind: the name as a ruleset writes it: ``kotaku:paparan``, or one of the core.
        ratings: the marks, by criterion or of the stage itself. A list has one for each examiner
            (``E1``, ``E2``, …), a single one is the secretariat's; a no-mark is its word.
        plugins: the modules by namespace; nothing installed is imported.
        keys: further keys of the stage, its kind's own among them.
        weights: by criterion; where none are given, criteria weigh the same.
        facts: by name; their types are those of the values, unless declared.
        extras: by criterion, further keys, those that the kind adds among them.
        declared: facts whose type cannot be seen, as ``[facts]`` declares them.
        sheet: further tables of the scoresheet: ``advice``, ``evidence``, ``examiners``, ….

    Raises:
        Refused: with every finding about ruleset and sheet, or with that of a part that fails.

    Example:
        ``score_stage("kotaku:paparan", {"naskah": [80, 90]}, plugins=HERE).value.text``
    """
    marks = ratings if isinstance(ratings, Mapping) else {"": ratings}
    types = {name: {"type": type_of(value)} for name, value in (facts or {}).items()}
    trial = Trial(
        kind=kind,
        plugins=plugins or {},
        keys=keys or {},
        weights=weights or {},
        extras=extras or {},
        facts={**types, **(declared or {})},
    )
    return StageScore(trial.evaluate(marks, event(marks, facts or {}, sheet or {})))


@frozen(eq=False, kw_only=True)
class Trial:
    """A stage that is tried: everything of its ruleset but what the marks say."""

    kind: str
    plugins: Mapping[str, ModuleType]
    keys: Table
    weights: Mapping[str, Given]
    extras: Mapping[str, Table]
    facts: Table

    def evaluate(
        self, marks: Mapping[str, Marks], sheet: Table, beside: Sequence[Table] = ()
    ) -> Evaluation:
        """The evaluation of one event; `beside` are further stages."""
        text = to_toml(self.tables(marks, beside))
        plan = _planned(text, tuple(self.plugins.items()))
        return api.evaluate(plan, api.parse_scoresheet(sheet))

    def tables(self, marks: Mapping[str, Marks], beside: Sequence[Table] = ()) -> Table:
        """The ruleset as the tables of its TOML."""
        stages = [self._stage(marks)] if self.kind else []
        return {
            "schema": 1,
            "ruleset": _HEAD,
            "plugins": dict.fromkeys(self.plugins, "1.0"),
            "facts": self.facts,
            "stages": [*stages, *beside],
        }

    def _stage(self, marks: Mapping[str, Marks]) -> Table:
        stage: dict[str, Any] = {"id": STAGE, "kind": self.kind}
        ids = [each for each in dict.fromkeys((*marks, *self.extras)) if each]
        if ids:
            stage["each"] = {"scale": _SCALE}
            stage["criteria"] = [
                {
                    "id": each,
                    **_reads(marks.get(each, ())),
                    **({"weight": self.weights[each]} if each in self.weights else {}),
                    **self.extras.get(each, {}),
                }
                for each in ids
            ]
            if len(ids) > 1 and not self.weights and "aggregation" not in self.keys:
                stage["weighting"] = "equal"
        elif marks.get("", ()) != ():
            stage |= {"scale": _SCALE, **_reads(marks[""])}
        return {**stage, **self.keys}


def event(marks: Mapping[str, Marks], facts: Table, sheet: Table) -> dict[str, Any]:
    """The event of one candidacy, as the dictionary of its scoresheet."""
    rows: list[Table] = []
    panel = 0
    for criterion, given in marks.items():
        at = {"candidacy": WHO, "stage": STAGE} | ({"criterion": criterion} if criterion else {})
        if isinstance(given, (int, str, Fraction)):
            rows.append({**at, **_mark(given)})
            continue
        panel = max(panel, len(given))
        rows += [{**at, "examiner": f"E{n}", **_mark(x)} for n, x in enumerate(given, 1)]
    return {
        "event": {"id": "kit", "date": DAY},
        "candidates": [{"id": WHO, "facts": {name: _said(x) for name, x in facts.items()}}],
        "examiners": [{"id": f"E{n}"} for n in range(1, panel + 1)],
        "ratings": rows,
        **sheet,
    }


@lru_cache(maxsize=64)
def _planned(text: str, plugins: tuple[tuple[str, ModuleType], ...]) -> Plan:
    """The plan of a ruleset's text; the same text and modules are compiled once."""
    return api.plan(api.parse_ruleset(text, file="kit.toml"), plugins=dict(plugins))


def _reads(given: Marks) -> Table:
    if given == ():
        return {}
    single = isinstance(given, (int, str, Fraction))
    return {"reads": "secretariat" if single else "examiners"}


def _mark(given: Given) -> Table:
    if isinstance(given, str) and given in NO_MARKS:
        return {"no-mark": given}
    return {"value": given if isinstance(given, str) else to_text(Fraction(given))}


def type_of(value: Any) -> str:
    """The type of a fact, as far as a value shows it."""
    if isinstance(value, bool):
        return "yes-no"
    if isinstance(value, date):
        return "date"
    return "number" if isinstance(value, (int, Fraction)) else "text"


def _said(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    return to_text(value) if isinstance(value, Fraction) else value


def to_toml(tables: Table) -> str:
    """Tables as TOML 1.0, each stage under its own header, all else on one line.

    >>> print(to_toml({"schema": 1, "stages": [{"id": "a", "weight": Fraction(1, 3)}]}))
    schema = 1
    [[stages]]
    id = "a"
    weight = "1/3"
    """
    lines: list[str] = []
    for key, value in tables.items():
        if key != "stages":
            lines.append(f"{_key(key)} = {_inline(value)}")
    for stage in tables.get("stages", ()):
        lines.append("[[stages]]")
        lines += [f"{_key(key)} = {_inline(value)}" for key, value in stage.items()]
    return "\n".join(lines)


def _key(key: str) -> str:
    return key if names.is_id(key) else json.dumps(key)


def _inline(value: Any) -> str:
    if isinstance(value, Mapping):
        inside = ", ".join(f"{_key(key)} = {_inline(each)}" for key, each in value.items())
        return f"{{ {inside} }}" if inside else "{}"
    if isinstance(value, (list, tuple)):
        return f"[{', '.join(map(_inline, value))}]"
    if isinstance(value, Fraction):
        return json.dumps(to_text(value))
    if isinstance(value, Text):
        return _inline({"id": value.id, "en": value.en})
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, (bool, int, str)):
        return json.dumps(value)
    raise TypeError(f"{value!r}: write a number as int, Fraction or text")
