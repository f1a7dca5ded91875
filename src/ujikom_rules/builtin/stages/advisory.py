"""The kind of stage that records advice and can carry no weight."""

from attrs import frozen

from ujikom_rules.plugin import Part, Stage, StageOutcome, StageSheet, Text


@frozen(kw_only=True, eq=False, repr=False)
class Advisory:
    """Records advice; nothing that is said here reaches a score.

    Source: PermenPANRB 15/2019: resource persons may join the interview and have no scoring
    authority.
    """

    def score(self, sheet: StageSheet) -> StageOutcome:
        """How many pieces of advice are recorded; nothing is said where none is."""
        count = len(sheet.advice)
        if not count:
            return sheet.advised()
        return sheet.advised(Text(f"Masukan tercatat: {count}", f"Advice recorded: {count}"))


ADVISORY: list[Part[Stage]] = [
    Part(
        "advisory",
        Advisory,
        gives="advice",
        summary=Text("Masukan tanpa bobot.", "Records advice; nothing here reaches a score."),
    ),
]
