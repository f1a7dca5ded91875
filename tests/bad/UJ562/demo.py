"""A plugin that is refused or fails: UJ562."""

from collections.abc import Iterable

from attrs import frozen

from ujikom_rules.plugin import Part, PluginInfo, Stage, StageOutcome, StageSheet, Text, hookimpl


@hookimpl
def ujikom_plugin_info() -> PluginInfo:
    return PluginInfo(api=1, title="Demo")


@frozen(kw_only=True)
class Talk:
    """An interview that notes scores without a reserve."""

    def score(self, sheet: StageSheet) -> StageOutcome:
        if sheet.candidacy.id == "A02":
            sheet.find(
                Text("wawancara tanpa penguji cadangan", "an interview without a reserve"),
                hint=Text("catat sebabnya di berita acara", "give the reason in the minutes"),
            )
        return sheet.outcome(sheet.joined())


@hookimpl
def ujikom_stage_kinds() -> Iterable[Part[Stage]]:
    return [Part("talk", Talk, reads="examiners")]
