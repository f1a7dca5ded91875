"""The kind of stage that lets only the best go on."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Literal, TypeAlias

from attrs import frozen

from ujikom_rules.plugin import (
    CohortAt,
    CohortStage,
    Fact,
    Part,
    Refusal,
    StageOutcome,
    Text,
    TieBreaker,
)

Group: TypeAlias = Literal["position", "event"] | Fact
Ties = Literal["keep", "drop"]


def _refuse_below_one(number: int, key: str) -> None:
    if number < 1:
        raise Refusal(Text(f"{key} paling sedikit 1.", f"{key} is at least 1."), key=key)


@frozen(kw_only=True, eq=False, repr=False)
class PerVacancy:
    """So many for each vacancy of the position.

    Attributes:
        per_vacancy: how many, at least 1.

    Raises:
        Refusal: for fewer.
    """

    per_vacancy: int

    def __attrs_post_init__(self) -> None:
        _refuse_below_one(self.per_vacancy, "per-vacancy")


@frozen(kw_only=True, eq=False, repr=False)
class ByStage:
    """The value of one stage, in place of the total.

    Attributes:
        stage: the stage.
    """

    stage: str


@frozen(kw_only=True, eq=False, repr=False)
class Shortlist:
    """Keeps the best of each group.

    A candidacy is kept whose place is among the first `keep`. Those who share the last place, and
    whom no tie-break parts, are all kept or all dropped as `ties` says. Who has no value to
    compare is not kept; while the fact that says how many is missing, it is not known. Before a
    scored stage those who are not kept are stopped; at the end it changes no verdict.

    Source: declared by the ruleset; PermenPANRB 15/2019 is reported to send three names on.

    Attributes:
        keep: how many: a number, a fact, or so many for each vacancy.
        by: the total so far, or one stage.
        ties: what happens to those who share the last place.
        within: what groups the candidacies; left out, as the main standing.
        tie_breaks: what separates equals; left out, as the main standing.

    Raises:
        Refusal: for fewer than one.
    """

    keep: int | Fact | PerVacancy
    by: Literal["total-so-far"] | ByStage = "total-so-far"
    ties: Ties = "keep"
    within: Group | tuple[Group, ...] = ()
    tie_breaks: tuple[TieBreaker, ...] = ()

    def __attrs_post_init__(self) -> None:
        if isinstance(self.keep, int):
            _refuse_below_one(self.keep, "keep")

    @property
    def stages_read(self) -> tuple[str, ...]:
        """The stage that it names."""
        return (self.by.stage,) if isinstance(self.by, ByStage) else ()

    @property
    def facts_counted(self) -> tuple[Fact, ...]:
        """The fact that says how many, where one does."""
        return (self.keep,) if isinstance(self.keep, Fact) else ()

    def score_all(self, cohort: CohortAt) -> Mapping[str, StageOutcome]:
        """Who is kept."""
        standing = cohort.standing(
            self.by.stage if isinstance(self.by, ByStage) else "",
            self.within if isinstance(self.within, tuple) else (self.within,),
            self.tie_breaks,
        )
        last = {name: end for group in standing for name, end in self._ends(group)}
        return {name: StageOutcome(kept=self._kept(name, last, cohort)) for name in cohort.sheets}

    def _ends(self, group: Sequence[tuple[str, int]]) -> list[tuple[str, int]]:
        """Each candidacy with the place that must be within: of equals the first or the last."""
        places = [place for _, place in group]
        if self.ties == "keep":
            return list(group)
        return [(name, place + places.count(place) - 1) for name, place in group]

    def _kept(self, name: str, last: Mapping[str, int], cohort: CohortAt) -> bool | None:
        limit = self._limit(name, cohort)
        return None if limit is None else name in last and last[name] <= limit

    def _limit(self, name: str, cohort: CohortAt) -> Fraction | int | None:
        """How many are kept, as the candidacy's own position or facts say."""
        if isinstance(self.keep, int):
            return self.keep
        if isinstance(self.keep, PerVacancy):
            return self.keep.per_vacancy * cohort.vacancies(name)
        number = cohort.sheets[name].number(self.keep)
        return None if number is None else number.value


SHORTLIST: list[Part[CohortStage]] = [
    Part(
        "shortlist",
        Shortlist,
        gives="shortlist",
        cohort=True,
        summary=Text("Hanya yang terbaik yang lanjut.", "Keeps the best of each group."),
    ),
]
