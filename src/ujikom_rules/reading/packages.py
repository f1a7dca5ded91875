"""Packages that carry rulesets, as far as reading knows them: it is told, and knows no plugin."""

from pathlib import Path
from typing import Protocol

from attrs import frozen


@frozen(eq=False, repr=False)
class Package:
    """An installed package that may be named before an id.

    Attributes:
        shown: the distribution and its version, for messages.
        folder: where its rulesets lie; None where it carries none.
    """

    shown: str
    folder: Path | None


class Packages(Protocol):
    """What is installed, as far as rulesets may lie in it; nothing of it is imported."""

    def namespaces(self) -> tuple[str, ...]:
        """The names that may stand before an id."""
        ...

    def of(self, namespace: str, /) -> tuple[Package, ...]:
        """The packages of a name: one, unless two have taken the same."""
        ...
