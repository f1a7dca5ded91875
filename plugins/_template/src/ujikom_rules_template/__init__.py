"""Kota Contoh: one aggregator and one panel rule, offered under the namespace ``contoh``.

This module is what the entry point names. Each function below answers one hook; a plugin
without panel rules leaves that function out. `ujikom_rules.plugin` is all that may be imported
of the library, and its page in the reference lists every role.
"""

from collections.abc import Iterable

from ujikom_rules.plugin import Aggregator, PanelRule, Part, PluginInfo, Text, hookimpl
from ujikom_rules_template.best_mean import BestMean
from ujikom_rules_template.odd_panel import OddPanel


@hookimpl
def ujikom_plugin_info() -> PluginInfo:
    """Who this is; `api` is the meaning of hooks that it was written for."""
    return PluginInfo(api=1, title="Kota Contoh")


@hookimpl
def ujikom_aggregators() -> Iterable[Part[Aggregator]]:
    """Ways to make one value of many: of examiners' marks, of criteria, of stages."""
    return [
        Part(
            "best-mean",
            BestMean,
            summary=Text("Rata-rata nilai tertinggi.", "The mean of the highest values."),
        ),
    ]


@hookimpl
def ujikom_panel_rules() -> Iterable[Part[PanelRule]]:
    """Who sits on the panel."""
    return [
        Part(
            "odd-panel",
            OddPanel,
            summary=Text("Penguji berjumlah ganjil.", "An odd number of examiners."),
        ),
    ]
