"""A plugin that is refused or fails: UJ520."""

from collections.abc import Iterable, Sequence

from attrs import frozen

from ujikom_rules.plugin import Aggregator, Figure, Item, NodeAt, Part, PluginInfo, hookimpl, sum_of


@hookimpl
def ujikom_plugin_info() -> PluginInfo:
    return PluginInfo(api=1, title="Demo")


@frozen(kw_only=True)
class Harmonic:
    """The harmonic mean, which a mark of 0 breaks."""

    def combine(self, items: Sequence[Item], _at: NodeAt) -> Figure | None:
        return len(items) / sum_of(1 / item.value for item in items)


@hookimpl
def ujikom_aggregators() -> Iterable[Part[Aggregator]]:
    return [Part("harmonic", Harmonic)]
