"""Scoresheets for a plan, as the dictionary that `parse_scoresheet` takes."""

from collections.abc import Mapping, Sequence
from datetime import date
from fractions import Fraction
from typing import Any, TypeAlias

from hypothesis import strategies as st

from ujikom_rules.exact import to_text
from ujikom_rules.model.ruleset import FactSpec, Scale
from ujikom_rules.planned import Plan, PlannedNode, PlannedStage
from ujikom_rules.testing.strategies import marks

Row: TypeAlias = dict[str, Any]
DAY = date(2026, 1, 15)
_NO_MARKS = ("absent", "abstained", "void", "not-entered")


@st.composite
def scoresheets(
    draw: st.DrawFn,
    plan: Plan,
    *,
    examiners: Sequence[Mapping[str, Any]] | None = None,
    most: int = 4,
    whole: bool = False,
) -> Row:
    """An event that a ruleset can score: candidates with facts, marks, documents, advice.

    Args:
        draw: Hypothesis' own.
        plan: the compiled ruleset: ``ujikom.plan("kotaku/2026")``.
        examiners: the rows of the panel; drawn where None, which a panel rule may refuse.
        most: how many candidates at most.
        whole: whether every mark, fact and document is there; else some are missing.

    Returns:
        A dictionary of the shape ``ujikom/scoresheet@1``.

    Example:
        ``@given(scoresheets(plan).map(ujikom.parse_scoresheet))``
    """
    here = _Drawing(draw, whole)
    count = draw(st.integers(1, most))
    people: list[Row] = [{"id": f"A{n:02}", "facts": here.facts(plan)} for n in range(1, count + 1)]
    panel = list(examiners) if examiners is not None else here.panel()
    sheet: Row = {
        "event": {"id": "contoh", "date": DAY.isoformat(), "lot-seed": "contoh"},
        "candidates": people,
        "examiners": panel,
        "ratings": [],
        "advice": [],
        "evidence": [],
        "absences": [],
    }
    for stage in plan.stages:
        _add_stage(here, sheet, stage)
    return sheet


def _add_stage(here: "_Drawing", sheet: Row, stage: PlannedStage) -> None:
    for each in sheet["candidates"]:
        at = {"candidacy": each["id"], "stage": stage.id}
        if stage.gives == "advice" and here.happens(50):
            sheet["advice"].append({**at, "from": "mayor", "text": "…"})
        if here.lacks() and stage.gives == "value":
            sheet["absences"].append(at)
            continue
        if stage.gives == "value":
            for leaf in stage.node.leaves():
                sheet["ratings"] += here.ratings(at, leaf, sheet["examiners"])
    for document in getattr(stage.kind.part, "requires", ()) if stage.gives == "document" else ():
        if not here.lacks():
            signed = [each["id"] for each in sheet["examiners"]]
            sheet["evidence"] += [
                {"id": document, "given": True, "signed-by": signed},
                *({"id": document, "candidacy": each["id"]} for each in sheet["candidates"]),
            ]


class _Drawing:
    """One event while it is drawn."""

    def __init__(self, draw: st.DrawFn, whole: bool) -> None:
        self._draw, self._whole = draw, whole

    def happens(self, per_cent: int) -> bool:
        return self._draw(st.integers(0, 99)) < per_cent

    def lacks(self) -> bool:
        """Whether something is missing here; seldom, and never of a whole sheet."""
        return not self._whole and self.happens(8)

    def panel(self) -> list[Row]:
        count = self._draw(st.integers(1, 5))
        roles, origins = (
            st.sampled_from(["chair", "member"]),
            st.sampled_from(["internal", "external"]),
        )
        return [
            {"id": f"E{n}", "role": self._draw(roles), "origin": self._draw(origins)}
            for n in range(1, count + 1)
        ]

    def facts(self, plan: Plan) -> Row:
        return {
            name: self._fact(spec)
            for name, spec in plan.facts.items()
            if not spec.derived and not self.lacks()
        }

    def _fact(self, spec: FactSpec) -> Any:
        match spec.type:
            case "yes-no":
                return self._draw(st.booleans())
            case "date":
                return self._draw(st.dates(date(2000, 1, 1), DAY)).isoformat()
            case "number":
                lower = spec.lower if spec.lower is not None else Fraction(0)
                upper = spec.upper if spec.upper is not None else lower + 100
                return self._number(Scale(lower, upper, spec.step or Fraction(1)))
            case _:
                return self._draw(st.sampled_from([*(spec.levels or spec.one_of or ("…",))]))

    def _number(self, scale: Scale) -> str:
        return to_text(self._draw(marks(scale)))

    def ratings(self, at: Row, leaf: PlannedNode, panel: Sequence[Mapping[str, Any]]) -> list[Row]:
        """The rows of one leaf for one candidacy; none where it reads no marks."""
        if leaf.scale is None or leaf.reads is None:
            return []
        criterion = leaf.address.partition(".")[2]
        row = {**at, "criterion": criterion} if criterion else dict(at)
        if leaf.valid_years is not None:
            row["date"] = DAY.isoformat()
        if leaf.reads.source == "examiners":
            return [
                {**row, "examiner": each["id"], **self._mark(leaf.scale)}
                for each in panel
                if at["stage"] in (each.get("stages") or [at["stage"]])
            ]
        if leaf.reads.source == "secretariat":
            return [{**row, **self._mark(leaf.scale)}]
        return []

    def _mark(self, scale: Scale) -> Row:
        if self.lacks():
            return {"no-mark": self._draw(st.sampled_from(_NO_MARKS))}
        return {"value": self._number(scale)}
