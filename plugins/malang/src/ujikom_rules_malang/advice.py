"""Advice that is heard in Malang: written down with its giver, and without any weight."""

from attrs import frozen

from ujikom_rules.plugin import Refusal, StageOutcome, StageSheet, Text

GIVERS = {
    "mayor": Text("wali kota", "the mayor"),
    "journalists": Text("wartawan", "journalists"),
}
"""What the givers of Malang's own ruleset are called; a ruleset may name others."""


@frozen(kw_only=True)
class Masukan:
    """Records who advised what; nothing that is said here reaches a score.

    Advice without a giver, or of somebody who is not on the list, is recorded all the same and
    said as a warning, so that no anonymous word stands beside a result unnoticed.

    Source: the acting mayor's published remark that he also takes input from journalists and has
    a view of his own; the list of givers is the ruleset's.

    Attributes:
        from_: who may be heard, as the advice rows name them.

    Raises:
        Refusal: for an empty list.

    Example:
        ``{ id = "masukan", kind = "malang:masukan", from = ["mayor", "journalists"] }``
    """

    from_: tuple[str, ...]

    def __attrs_post_init__(self) -> None:
        if not self.from_ or not all(each.strip() for each in self.from_):
            raise Refusal(
                Text(
                    "from menyebut siapa yang boleh memberi masukan.",
                    "from names who may give advice.",
                ),
                key="from",
            )

    def score(self, sheet: StageSheet) -> StageOutcome:
        """How many pieces of advice are recorded, and of whom."""
        givers = [each.from_ for each in sheet.advice]
        for giver in dict.fromkeys(givers):
            if giver not in self.from_:
                self._stranger(giver, sheet)
        if not givers:
            return sheet.advised()
        counts = [(_called(each), givers.count(each)) for each in dict.fromkeys(givers)]
        heard = Text(
            ", ".join(f"{giver.id} {count}" for giver, count in counts),
            ", ".join(f"{giver.en} {count}" for giver, count in counts),
        )
        return sheet.advised(Text(f"Masukan tercatat: {heard.id}", f"Advice recorded: {heard.en}"))

    def _stranger(self, giver: str, sheet: StageSheet) -> None:
        known = ", ".join(self.from_)
        hint = Text(f"Yang boleh didengar: {known}.", f"Who may be heard: {known}.")
        if giver:
            text = Text(
                f"Tahapan {sheet.stage}: {giver} tidak termasuk pemberi masukan.",
                f"Stage {sheet.stage}: {giver} is not among those who may advise.",
            )
        else:
            text = Text(
                f"Tahapan {sheet.stage}: ada masukan tanpa nama pemberi.",
                f"Stage {sheet.stage}: a piece of advice does not name its giver.",
            )
        sheet.find(text, hint=hint)


def _called(giver: str) -> Text:
    """A giver in words; one whom only a ruleset names, as it names him."""
    return GIVERS.get(giver) or Text.same(giver or "?")
