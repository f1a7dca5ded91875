"""A plugin that is refused or fails: UJ508."""

from collections.abc import Iterable, Sequence

from attrs import frozen

from ujikom_rules.plugin import (
    Aggregator,
    Figure,
    Item,
    NodeAt,
    Part,
    PluginInfo,
    hookimpl,
    largest_of,
)


@hookimpl
def ujikom_plugin_info() -> PluginInfo:
    return PluginInfo(api=1, title="Demo")


@frozen(kw_only=True)
class Best:
    """The best mark."""

    def combine(self, items: Sequence[Item], _at: NodeAt) -> Figure | None:
        return largest_of(item.value for item in items)


def ujikom_aggregators() -> Iterable[Part[Aggregator]]:
    return [Part("best", Best)]
