"""A plugin that takes its time: UJ524."""

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
    mean_of,
)


@hookimpl
def ujikom_plugin_info() -> PluginInfo:
    return PluginInfo(api=1, title="Demo")


@frozen(kw_only=True)
class Slow:
    """The mean, slowly: by the clock of the test every call takes two seconds."""

    def combine(self, items: Sequence[Item], _at: NodeAt) -> Figure | None:
        return mean_of(item.value for item in items)


@hookimpl
def ujikom_aggregators() -> Iterable[Part[Aggregator]]:
    return [Part("slow", Slow)]
