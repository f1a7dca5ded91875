"""What can only be seen of a whole stage: that both halves are there, and what a fact is."""

from collections.abc import Iterator

from ujikom_rules.plugin import Finding, Ruleset, Text, review

KIND = "kendari:program-paparan"
HALVES = ("written", "oral")


def findings_of(ruleset: Ruleset) -> Iterator[Finding]:
    """What is wrong with the stages of this kind."""
    for stage in ruleset.stages:
        if stage.kind is None or stage.kind.use != KIND:
            continue
        rated = {each.own["part"].data for each in stage.criteria}
        for half in HALVES:
            if half not in rated:
                yield review(
                    f"{stage.path}.criteria",
                    Text(
                        f"Tahapan {stage.id} tidak punya kriteria dengan part = {half}.",
                        f"The stage {stage.id} has no criterion with part = {half}.",
                    ),
                    "error",
                )
        on_time = stage.own.get("on-time")
        named = None if on_time is None else on_time.get("fact")
        fact = None if named is None else ruleset.facts.get(str(named.data))
        if fact is not None and fact.type != "yes-no":
            yield review(
                f"{stage.path}.on-time",
                Text(
                    f"on-time memerlukan fakta yes-no; {fact.name} adalah {fact.type}.",
                    f"on-time takes a yes-no fact; {fact.name} is of the type {fact.type}.",
                ),
                "error",
            )
