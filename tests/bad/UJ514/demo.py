"""A plugin that is refused or fails: UJ514."""

from collections.abc import Iterable

from ujikom_rules.plugin import Aggregator, Part, PluginInfo, hookimpl


@hookimpl
def ujikom_plugin_info() -> PluginInfo:
    return PluginInfo(api=1, title="Demo")


@hookimpl
def ujikom_aggregators() -> Iterable[Part[Aggregator]]:
    raise LookupError("no table of parts")
