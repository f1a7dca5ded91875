"""A plugin that is refused or fails: UJ590."""

from collections.abc import Sequence

from ujikom_rules.plugin import Finding, PluginInfo, Ruleset, Text, hookimpl, review


@hookimpl
def ujikom_plugin_info() -> PluginInfo:
    return PluginInfo(api=1, title="Demo")


@hookimpl
def ujikom_review_ruleset(ruleset: Ruleset) -> Sequence[Finding]:
    said = Text("skala 0 sampai 100 tidak dipakai di kota ini", "this city uses no such scale")
    hint = Text("pakai 1 sampai 5", "take 1 to 5")
    return [review(f"{each.path}.scale", said, hint=hint) for each in ruleset.stages]
