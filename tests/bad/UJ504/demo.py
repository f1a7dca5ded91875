"""A plugin that is refused or fails: UJ504."""

from ujikom_rules.plugin import PluginInfo, hookimpl


@hookimpl
def ujikom_plugin_info() -> PluginInfo:
    return PluginInfo(api=2, title="Demo")
