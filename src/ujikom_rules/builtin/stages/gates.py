"""Kinds of stages that must be met whatever the total, and give no points."""

from attrs import frozen

from ujikom_rules.plugin import Part, Predicate, Stage, StageOutcome, StageSheet, Text


@frozen(kw_only=True, eq=False, repr=False)
class RequirementGate:
    """Asks for facts and evidence that must be there whatever the total.

    Met where the predicate holds, not met where it does not, incomplete while what it asks about
    is missing: a missing fact never fails anybody.

    Source: declared by the ruleset, with its article; for a rotation test PP 11/2017 jo. PP
    17/2020 art. 132(1)(2) asks for two years in post.

    Attributes:
        require: what must hold.
    """

    require: Predicate

    def score(self, sheet: StageSheet) -> StageOutcome:
        """Whether it is met."""
        return sheet.gate(sheet.holds(self.require))


@frozen(kw_only=True, eq=False, repr=False)
class ThresholdGate:
    """Asks for values of stages and criteria that must be reached whatever the total.

    Met where the predicate holds, not met where it does not, incomplete while a value is missing.
    Values are compared before or after their rounding as ``compare`` says.

    Source: declared by the ruleset.

    Attributes:
        require: what must hold.
    """

    require: Predicate

    def score(self, sheet: StageSheet) -> StageOutcome:
        """Whether it is met."""
        return sheet.gate(sheet.holds(self.require))


GATES: list[Part[Stage]] = [
    Part(
        "requirement-gate",
        RequirementGate,
        gives="verdict",
        summary=Text(
            "Syarat mutlak atas fakta dan dokumen wajib.",
            "Asks for facts and evidence that must be there whatever the total.",
        ),
    ),
    Part(
        "threshold-gate",
        ThresholdGate,
        gives="verdict",
        summary=Text(
            "Syarat mutlak berupa nilai paling rendah.",
            "Asks for values that must be reached whatever the total.",
        ),
    ),
]
