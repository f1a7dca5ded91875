"""A plugin that is refused or fails: UJ523."""

from ujikom_rules.plugin import Evaluation, PluginInfo, hookimpl


@hookimpl
def ujikom_plugin_info() -> PluginInfo:
    return PluginInfo(api=1, title="Demo")


@hookimpl
def ujikom_evaluation_done(evaluation: Evaluation) -> None:
    raise ConnectionError(f"nobody is told of {evaluation.event}")
