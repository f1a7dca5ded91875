"""Kinds of stages that give points."""

from attrs import frozen

from ujikom_rules.plugin import Part, Refusal, Stage, StageOutcome, StageSheet, Text


@frozen(kw_only=True, eq=False, repr=False)
class WeightedCriteria:
    """Joins criteria that the secretariat, facts or earlier stages fill.

    The value is what the stage's ``aggregation`` makes of its criteria, in their unit; a stage
    without criteria is itself rated.

    Source: declared by the ruleset.
    """

    def score(self, sheet: StageSheet) -> StageOutcome:
        """The criteria, joined."""
        return sheet.outcome(sheet.joined())


@frozen(kw_only=True, eq=False, repr=False)
class Panel:
    """Joins criteria that the examiners of the panel mark.

    The value is what the stage's ``aggregation`` makes of its pooled criteria, in their unit; a
    stage without criteria is itself rated.

    Source: declared by the ruleset.
    """

    def score(self, sheet: StageSheet) -> StageOutcome:
        """The criteria, joined."""
        return sheet.outcome(sheet.joined())


@frozen(kw_only=True, eq=False, repr=False)
class Valid:
    """How long an imported result counts.

    Attributes:
        years: completed years up to the event's date, at least 1.

    Raises:
        Refusal: for fewer.
    """

    years: int

    def __attrs_post_init__(self) -> None:
        if self.years < 1:
            raise Refusal(
                Text("years paling sedikit 1.", "years is at least 1."),
                key="years",
            )


@frozen(kw_only=True, eq=False, repr=False)
class Imported:
    """Takes over results that were obtained elsewhere, such as those of an assessment centre.

    The value is the recorded result, or what the stage's ``aggregation`` makes of several.

    Source: declared by the ruleset.

    Attributes:
        valid: how long a result counts; left out, for ever. It asks for a date on each result.
    """

    valid: Valid | None = None

    @property
    def valid_years(self) -> int | None:
        """How many years a result counts; None for ever."""
        return None if self.valid is None else self.valid.years

    def score(self, sheet: StageSheet) -> StageOutcome:
        """The results, joined."""
        return sheet.outcome(sheet.joined())


SCORED: list[Part[Stage]] = [
    Part(
        "weighted-criteria",
        WeightedCriteria,
        summary=Text(
            "Kriteria berbobot yang diisi sekretariat atau diambil dari fakta.",
            "Joins criteria that the secretariat, facts or earlier stages fill.",
        ),
    ),
    Part(
        "panel",
        Panel,
        reads="examiners",
        summary=Text("Kriteria yang dinilai penguji.", "Joins criteria that the examiners mark."),
    ),
    Part(
        "imported",
        Imported,
        summary=Text(
            "Hasil yang diperoleh di tempat lain, dengan masa berlaku.",
            "Takes over results that were obtained elsewhere.",
        ),
    ),
]
