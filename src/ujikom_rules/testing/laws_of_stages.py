"""The laws of a kind of stage, proved through the real engine on drawn sheets."""

from collections.abc import Mapping, Sequence
from types import ModuleType
from typing import Any

from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from ujikom_rules import api
from ujikom_rules.model.outcome import Evaluation
from ujikom_rules.testing.proving import exact, law, unhurried
from ujikom_rules.testing.scoring import STAGE, WHO, Given, Marks, Table, Trial, event, type_of

_OTHER = {"id": "other", "kind": "weighted-criteria", "scale": {"lower": 0, "upper": 100}}
_MARKED = {"candidacy": WHO, "stage": "other", "value": "70"}
_MOVED = ("total", "verdict", "category", "rank", "owed")


def stage_laws(
    kind: str,
    criteria: Sequence[str] | Mapping[str, Table] = (),
    *,
    plugins: Mapping[str, ModuleType] | None = None,
    keys: Table | None = None,
    weights: Mapping[str, Given] | None = None,
    marks: Sequence[Given] = range(101),
    examiners: int = 3,
    facts: Mapping[str, Sequence[Any]] | None = None,
    declared: Mapping[str, Table] | None = None,
    sheet: Mapping[str, Sequence[Table]] | None = None,
) -> None:
    """Pure and exact; and advice moves nothing.

    * The same sheet has the same outcome and says the same; in whatever order its rows stand it
      has the same values, verdicts and figures (a note may list what it found as it stood).
    * Every figure of the working is exact and can be derived again from its inputs.
    * Beside a kind that gives ``advice`` total, verdict and rank are what they are without it.

    Args:
        kind: the name as a ruleset writes it: ``kotaku:paparan``.
        criteria: the ids of its criteria, or their own keys by id; ``[""]`` where the stage is
            itself rated; none where it reads no marks.
        plugins: the modules by namespace; nothing installed is imported.
        keys: further keys of the stage.
        weights: by criterion; the same for all where none are given.
        marks: what a mark may be.
        examiners: how many mark each criterion; 0 for the secretariat's one mark.
        facts: by name, the values that a fact may have; it is missing at times.
        declared: facts whose type the values do not show, as ``[facts]`` declares them.
        sheet: by table of the scoresheet (``advice``, ``evidence``), the rows that may be there.

    Raises:
        AssertionError: names the law, and the sheet that breaks it.
        Refused: when the ruleset that this makes is refused, or a part fails.

    Example:
        ``stage_laws("kotaku:paparan", {"naskah": {"part": "written"}}, plugins=HERE)``
    """
    types = {name: {"type": type_of(values[0])} for name, values in (facts or {}).items()}
    trial = Trial(
        kind=kind,
        plugins=plugins or {},
        keys=keys or {},
        weights=weights or {},
        extras=criteria if isinstance(criteria, Mapping) else {},
        facts={**types, **(declared or {})},
    )
    drawn_marks = st.fixed_dictionaries(
        dict.fromkeys(criteria, _marks(marks, examiners)) or {"": st.just(())}
    )
    drawn_facts = {name: st.sampled_from(list(values)) for name, values in (facts or {}).items()}
    drawn_rows = {name: _some(rows) for name, rows in (sheet or {}).items()}

    @unhurried
    @given(
        drawn_marks,
        st.fixed_dictionaries({}, optional=drawn_facts),
        st.fixed_dictionaries(drawn_rows),
    )
    def keeps(rated: Mapping[str, Marks], known: Table, rows: Table) -> None:
        table = event(rated, known, rows)
        first = trial.evaluate(rated, table)
        again = trial.evaluate(rated, table)
        law(_said(first) == _said(again), f"pure: {kind} answers otherwise when asked again")
        turned = {k: x[::-1] if isinstance(x, list) else x for k, x in table.items()}
        other = trial.evaluate(rated, turned)
        law(_values(first) == _values(other), f"pure: {kind} minds the order of the sheet's rows")
        for figure in first[WHO].figures.values():
            exact(kind, figure)
        if first[WHO].stages[STAGE].gives == "advice":
            _moves_nothing(trial, rated, table)

    keeps()


def _moves_nothing(trial: Trial, rated: Mapping[str, Marks], table: Mapping[str, Any]) -> None:
    """Total, verdict and rank with the advice and without the whole stage."""
    beside = {**table, "ratings": [*table["ratings"], _MARKED]}
    without = evolve(trial, kind="")
    bare = {key: rows for key, rows in beside.items() if key != "advice"}
    (one,) = _results(trial.evaluate(rated, beside, [_OTHER]))
    (other,) = _results(without.evaluate(rated, bare, [_OTHER]))
    moved = [key for key in _MOVED if one[key] != other[key]]
    law(not moved, f"{trial.kind} gives advice, and moves {', '.join(moved)}")


def _marks(marks: Sequence[Given], examiners: int) -> st.SearchStrategy[Marks]:
    each = st.sampled_from(list(marks))
    if not examiners:
        return each
    seldom = st.integers(0, 9).flatmap(lambda n: st.just("absent") if not n else each)
    return st.lists(seldom, min_size=examiners, max_size=examiners)


def _some(rows: Sequence[Table]) -> st.SearchStrategy[list[Table]]:
    """Any of the rows, in their order."""
    chosen = st.lists(st.booleans(), min_size=len(rows), max_size=len(rows))
    return chosen.map(lambda taken: [row for row, is_in in zip(rows, taken, strict=True) if is_in])


def _said(evaluation: Evaluation) -> object:
    return api.document(evaluation, figures=True)


def _results(evaluation: Evaluation) -> Sequence[Mapping[str, Any]]:
    results: Any = api.document(evaluation, figures=True)["results"]
    return results  # type: ignore[no-any-return]


def _values(evaluation: Evaluation) -> Sequence[object]:
    """All that is said of candidacies but the notes."""
    return [
        {**row, "stages": {name: {**x, "note": None} for name, x in row["stages"].items()}}
        for row in _results(evaluation)
    ]
