"""Whether an event was recorded for the rules that score it."""

from ujikom_rules.errors import Finding
from ujikom_rules.messages import finding
from ujikom_rules.model.scoresheet import Scoresheet
from ujikom_rules.names import digest_shown
from ujikom_rules.planned import Plan


def made_for_others(plan: Plan, sheet: Scoresheet) -> list[Finding]:
    """A warning where the event's forms were made for other rules; nothing where none is said."""
    event = sheet.event
    others = [each for each in event.rules_digest.split() if each != plan.digest]
    if not others:
        return []
    place = dict(event.written).get("rules-digest", event.place)
    return [
        finding("UJ934", place, "/event/rules-digest",
                got=tuple(digest_shown(each) for each in others),
                rules=f"{plan.ruleset} {plan.version}", expected=digest_shown(plan.digest))
    ]  # fmt: skip
