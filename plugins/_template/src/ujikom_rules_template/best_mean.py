"""An aggregator: its fields are its TOML keys, `combine` is the rule."""

from collections.abc import Sequence

from attrs import frozen

from ujikom_rules.plugin import Figure, Item, NodeAt, Refusal, Text, mean_of


@frozen(kw_only=True)
class BestMean:
    """The mean of the highest values; no value while there are fewer than are kept.

    Figures take part in plain arithmetic and write the working by themselves. Rounding, marks
    that are not there and recusals are the frame's work, before and after this part.

    Source: made up, as an example. Write here where your rule stands.

    Attributes:
        keep: how many of the highest values count, at least 1.

    Raises:
        Refusal: for fewer than one.

    Example:
        ``pooling = { use = "contoh:best-mean", keep = 3 }``
    """

    keep: int

    def __attrs_post_init__(self) -> None:
        if self.keep < 1:
            raise Refusal(Text("keep paling sedikit 1.", "keep is at least 1."), key="keep")

    def combine(self, items: Sequence[Item], at: NodeAt) -> Figure | None:  # noqa: ARG002
        """The mean of the best; equals are as good as each other, so their order is all one."""
        if len(items) < self.keep:
            return None
        best = sorted((item.value for item in items), key=lambda figure: figure.value)
        return mean_of(best[-self.keep :])
