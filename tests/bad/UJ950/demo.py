"""A plugin that goes by the ids of the examiners: UJ950."""

from collections.abc import Iterable, Sequence

from attrs import frozen

from ujikom_rules.plugin import Aggregator, Figure, Item, NodeAt, Part, PluginInfo, hookimpl


@hookimpl
def ujikom_plugin_info() -> PluginInfo:
    return PluginInfo(api=1, title="Demo")


@frozen(kw_only=True)
class Head:
    """The mark of whoever is called E1, and nobody else's."""

    def combine(self, items: Sequence[Item], _at: NodeAt) -> Figure | None:
        return next((item.value for item in items if item.id == "E1"), None)


@hookimpl
def ujikom_aggregators() -> Iterable[Part[Aggregator]]:
    return [Part("head", Head)]
