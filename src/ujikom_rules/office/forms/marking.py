"""Which marks a form asks for: a sheet for all leaves of a stage that the same people owe."""

from collections.abc import Iterable, Mapping

from attrs import evolve, frozen

from ujikom_rules.evaluating.fitting import Fitted, fit, meets_all_rooms
from ujikom_rules.model.scoresheet import Rating, Scoresheet
from ujikom_rules.planned import Plan, PlannedNode, PlannedStage

SECRETARIAT = ""


@frozen(eq=False)
class Asked:
    """One marking sheet.

    Attributes:
        stage: whose marks it asks for.
        leaves: the criteria, which all have the same examiners.
        examined: whether examiners mark them, or the secretariat.
        dated: whether a mark needs its date.
    """

    stage: PlannedStage
    leaves: tuple[PlannedNode, ...]
    examined: bool
    dated: bool

    def criterion(self, leaf: PlannedNode) -> str:
        """The dotted id of a leaf beneath its stage; empty for the stage itself."""
        return leaf.address.removeprefix(self.stage.id).removeprefix(".")


def asked_of(plan: Plan) -> tuple[Asked, ...]:
    """The marking sheets of a ruleset: none for stages that come from facts."""
    found: list[Asked] = []
    for stage in plan.stages:
        groups: dict[tuple[object, ...], list[PlannedNode]] = {}
        for leaf in stage.node.leaves() if stage.gives == "value" else ():
            source = leaf.reads.source if leaf.reads is not None else "facts"
            if source not in ("examiners", "secretariat"):
                continue
            alone = leaf.address if leaf.valid_years is not None else ""
            key = (source, leaf.panel, meets_all_rooms(leaf), alone)
            groups.setdefault(key, []).append(leaf)
        found += [
            Asked(stage, tuple(leaves), source == "examiners", bool(alone))
            for (source, _, _, alone), leaves in groups.items()
        ]
    return tuple(found)


class Owed:
    """Who owes a mark for whom, and what has been recorded already.

    Args:
        plan: the rules.
        sheet: the event.
    """

    def __init__(self, plan: Plan, sheet: Scoresheet) -> None:
        self.plan, self.sheet = plan, sheet
        self.fitted: Fitted = fit(plan, evolve(sheet, ratings=()))[0]  # only who owes is asked
        self._recorded: dict[tuple[str, str, str], Rating] = {}
        leaves = _leaves(plan)
        of_candidate: dict[str, list[str]] = {}
        for row in sheet.candidacies:
            of_candidate.setdefault(row.candidate, []).append(row.id)
        for rating in sheet.ratings:
            leaf = leaves.get((rating.stage, rating.criterion))
            whose = [rating.candidacy]
            if rating.of_candidate:
                whose = of_candidate.get(rating.candidacy, [])
            if leaf is not None:
                for candidacy in whose:
                    self._recorded[leaf.address, candidacy, rating.examiner] = rating

    def rows(self, asked: Asked, examiner: str = "") -> list[tuple[str, str]]:
        """The pairs of candidacy and examiner of one sheet, recused ones left out.

        Args:
            asked: the sheet.
            examiner: only this one's rows; empty for all.
        """
        if not asked.examined:
            return [] if examiner else [(row.id, SECRETARIAT) for row in self.sheet.candidacies]
        found: list[tuple[str, str]] = []
        for entrant in self.fitted.entrants:
            owing = {row.id for row in self.fitted.owing(asked.stage.id, asked.leaves[0], entrant)}
            found += [
                (entrant.id, row.id)
                for row in self.sheet.examiners
                if row.id in owing
                and (row.id, entrant.id) not in self.fitted.recused
                and examiner in ("", row.id)
            ]
        return found

    def candidacies(self, asked: Iterable[Asked], examiner: str) -> frozenset[str]:
        """The candidacies that an examiner meets: those owed a mark."""
        return frozenset(who for each in asked for who, _ in self.rows(each, examiner))

    def recorded(self, leaf: PlannedNode, candidacy: str, examiner: str) -> Rating | None:
        """The rating that the event has already."""
        return self._recorded.get((leaf.address, candidacy, examiner))


def _leaves(plan: Plan) -> Mapping[tuple[str, str], PlannedNode]:
    """The leaves by stage and criterion; by title too where it is one leaf's alone."""
    found: dict[tuple[str, str], PlannedNode] = {}
    titled: dict[tuple[str, str], list[PlannedNode]] = {}
    for asked in asked_of(plan):
        for leaf in asked.leaves:
            found[asked.stage.id, asked.criterion(leaf)] = leaf
            for title in {leaf.title.id, leaf.title.en}:
                titled.setdefault((asked.stage.id, title), []).append(leaf)
    alone = {key: leaves[0] for key, leaves in titled.items() if len(leaves) == 1}
    return {**alone, **found}
