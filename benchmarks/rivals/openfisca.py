"""OpenFisca: a tax-benefit system of our own, a variable a mark, criterion, stage and total.

Its variables are arrays over all candidacies, its floats have 32 bits.
"""

from typing import Any

import numpy as np
from events import CRITERIA, EXAMINERS, WEIGHTS, Event
from openfisca_core.entities import Entity
from openfisca_core.periods import DateUnit
from openfisca_core.simulations import SimulationBuilder
from openfisca_core.taxbenefitsystems import TaxBenefitSystem
from openfisca_core.variables import Variable

from rivals import Job, Standing

NAME, PACKAGE = "OpenFisca, 32-bit floats", "openfisca-core"
DAY = "2024-03"
CANDIDACY = Entity("candidacy", "candidacies", "Candidacy", "Whom a score belongs to.")


def half_up(values: Any) -> Any:
    """Two places, ties up, as well as a float of 32 bits can."""
    return np.floor(values * 100 + np.float32(0.5)) / 100


def _variable(name: str, formula: Any = None) -> type[Variable]:
    """A monthly number of a candidacy, given or reckoned."""
    fields: dict[str, Any] = {
        "value_type": float,
        "entity": CANDIDACY,
        "definition_period": DateUnit.MONTH,
        "label": name,
    }
    if formula is not None:
        fields["formula"] = formula
    return type(name, (Variable,), fields)


def _mean(names: list[str]) -> Any:
    return lambda candidacy, month: sum(candidacy(name, month) for name in names) / len(names)


def _weighted(weights: dict[str, int], *, rounded: bool) -> Any:
    def formula(candidacy: Any, month: Any) -> Any:
        value = sum(candidacy(name, month) * weight for name, weight in weights.items()) / 100
        return half_up(value) if rounded else value

    return formula


def system() -> TaxBenefitSystem:
    """The event's rules."""
    made = TaxBenefitSystem([CANDIDACY])
    for stage, criteria in CRITERIA.items():
        weights = {}
        for number, weight in enumerate(criteria.values()):
            given = [f"{stage}_c{number}_{who}" for who in EXAMINERS]
            for name in given:
                made.add_variable(_variable(name))
            weights[f"{stage}_c{number}"] = weight
            made.add_variable(_variable(f"{stage}_c{number}", _mean(given)))
        made.add_variable(_variable(stage, _weighted(weights, rounded=True)))
    made.add_variable(_variable("total", _weighted(WEIGHTS, rounded=False)))
    return made


def prepare(event: Event) -> Job:
    rules = system()
    inputs = {
        f"{stage}_c{number}_{who}": np.array(
            [float(event.marks[person][stage][name][seat]) for person in event.people]
        )
        for stage, criteria in CRITERIA.items()
        for number, name in enumerate(criteria)
        for seat, who in enumerate(EXAMINERS)
    }

    def job() -> Standing:
        simulation = SimulationBuilder().build_default_simulation(rules, len(event.people))
        for name, values in inputs.items():
            simulation.set_input(name, DAY, values)
        totals = simulation.calculate("total", DAY)
        finals = half_up(totals)
        ordered = -np.sort(-totals)
        ranks = np.searchsorted(-ordered, -totals, side="left") + 1
        return {
            person: (float(final), int(rank))
            for person, final, rank in zip(event.people, finals, ranks, strict=True)
        }

    return job
