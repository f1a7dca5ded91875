"""A plugin that is refused or fails: UJ507."""

from collections.abc import Sequence

from ujikom_rules.plugin import Finding, PluginInfo, Ruleset, Text, hookimpl, review


@hookimpl
def ujikom_plugin_info() -> PluginInfo:
    return PluginInfo(api=1, title="Demo")


@hookimpl
def ujikom_review_ruleset(ruleset: Ruleset, plan: object) -> Sequence[Finding]:
    return [review("stages", Text.same(f"{ruleset.id} {plan}"))]
