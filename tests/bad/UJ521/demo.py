"""A plugin that is refused or fails: UJ521."""

from collections.abc import Iterable, Sequence

from attrs import frozen

from ujikom_rules.plugin import Aggregator, Figure, Item, NodeAt, Part, PluginInfo, hookimpl


@hookimpl
def ujikom_plugin_info() -> PluginInfo:
    return PluginInfo(api=1, title="Demo")


@frozen(kw_only=True)
class Average:
    """A mean that leaves exact numbers."""

    def combine(self, items: Sequence[Item], _at: NodeAt) -> Figure | None:
        return float(sum(item.value.value for item in items)) / len(items)  # type: ignore[return-value]


@hookimpl
def ujikom_aggregators() -> Iterable[Part[Aggregator]]:
    return [Part("average", Average)]
