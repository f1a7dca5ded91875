"""A plugin that is refused or fails: UJ563."""

from collections.abc import Iterable, Sequence

from attrs import frozen

from ujikom_rules.plugin import (
    Aggregator,
    Figure,
    Item,
    NodeAt,
    Part,
    PluginInfo,
    Text,
    hookimpl,
    mean_of,
)


@hookimpl
def ujikom_plugin_info() -> PluginInfo:
    return PluginInfo(api=1, title="Demo")


@frozen(kw_only=True)
class Middle:
    """A mean that notes the marks of one examiner alone."""

    def combine(self, items: Sequence[Item], at: NodeAt) -> Figure | None:
        if at.candidacy.id == "A02":
            at.find(
                Text("hanya satu penguji", "one examiner only"),
                hint=Text("mintalah nilai kedua", "ask for a second mark"),
            )
        return mean_of(item.value for item in items)


@hookimpl
def ujikom_aggregators() -> Iterable[Part[Aggregator]]:
    return [Part("middle", Middle)]
