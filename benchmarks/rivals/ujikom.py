"""The project itself: a compiled plan, evaluated; the working of anybody is there when asked for.

`prepare_asked` asks for everybody's, figure by figure.
"""

from events import Event, ruleset, scoresheet

import ujikom_rules
from rivals import Job, Standing

NAME, PACKAGE = "ujikom_rules, full working available", "ujikom-rules"
ASKED = "ujikom_rules, everybody's working asked for"


def prepare(event: Event, *, asked: bool = False) -> Job:
    plan = ujikom_rules.plan(ujikom_rules.parse_ruleset(ruleset()), plugins={})
    sheet = ujikom_rules.parse_scoresheet(scoresheet(event), limits=1_000_000_000)

    def job() -> Standing:
        results = ujikom_rules.evaluate(plan, sheet)
        if asked and not all(each.figures for each in results):
            raise SystemExit("somebody has no working")
        return {each.candidacy: (each.total.rounded, each.rank.place) for each in results}

    return job


def prepare_asked(event: Event) -> Job:
    return prepare(event, asked=True)
