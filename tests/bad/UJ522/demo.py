"""A plugin that is refused or fails: UJ522."""

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction

from attrs import frozen

from ujikom_rules.plugin import (
    CandidacyAt,
    Figure,
    Part,
    PluginInfo,
    WeightedAt,
    Weighting,
    hookimpl,
)


@hookimpl
def ujikom_plugin_info() -> PluginInfo:
    return PluginInfo(api=1, title="Demo")


@frozen(kw_only=True)
class Halves:
    """45 per cent for each of two."""

    def weights(
        self, criteria: Sequence[WeightedAt], _candidacy: CandidacyAt
    ) -> Mapping[str, Figure] | None:
        return {each.id: Figure(Fraction(45)) for each in criteria}


@hookimpl
def ujikom_weightings() -> Iterable[Part[Weighting]]:
    return [Part("halves", Halves)]
