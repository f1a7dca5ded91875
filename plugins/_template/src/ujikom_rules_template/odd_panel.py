"""A panel rule: it names those who are seated, and says what is wrong with `panel.find`."""

from collections.abc import Sequence

from attrs import frozen

from ujikom_rules.plugin import Examiner, PanelAt, Text


@frozen(kw_only=True)
class OddPanel:
    """Seats everybody, and asks for an odd number so that no vote ends in a tie.

    Source: made up, as an example. Write here where your rule stands.

    Attributes:
        at_least: the smallest panel.
    """

    at_least: int = 3

    def seat(self, examiners: Sequence[Examiner], panel: PanelAt) -> Sequence[str]:
        """The ids of those who are seated."""
        count = len(examiners)
        if count < self.at_least or count % 2 == 0:
            panel.find(
                Text(
                    f"Penguji {count}; harus ganjil dan paling sedikit {self.at_least}.",
                    f"Examiners: {count}; an odd number of at least {self.at_least} is needed.",
                )
            )
        return [each.id for each in examiners]
