"""The project itself: a compiled plan, evaluated with every figure of the working."""

from events import Event, ruleset, scoresheet

import ujikom_rules
from rivals import Job, Standing

NAME, PACKAGE = "ujikom_rules, with full working", "ujikom-rules"


def prepare(event: Event) -> Job:
    plan = ujikom_rules.plan(ujikom_rules.parse_ruleset(ruleset()), plugins={})
    sheet = ujikom_rules.parse_scoresheet(scoresheet(event), limits=1_000_000_000)

    def job() -> Standing:
        results = ujikom_rules.evaluate(plan, sheet)
        return {each.candidacy: (each.total.rounded, each.rank.place) for each in results}

    return job
