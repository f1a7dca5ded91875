"""The ids that a table declares, and which of them a row of another table probably means."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from attrs import define, field

from ujikom_rules.errors import Place, Severity
from ujikom_rules.messages import Text
from ujikom_rules.names import nearest
from ujikom_rules.reading.scoresheets.tables import Table, shortened

_MOST_GUESSES = 50  # a file in which everything is misspelt gets no more
_MOST_UNNAMED = 3
_IDENTITY: Mapping[str, tuple[str, ...]] = {
    "candidacies": ("candidate", "position"),
    "ratings": ("candidacy", "candidate", "stage", "criterion", "examiner"),
    "recusals": ("examiner", "candidacy"),
    "absences": ("candidacy", "stage"),
    "evidence": ("id", "candidacy"),
}
"""What no two rows of a table say alike."""
_NAMES_ALL = ("candidacies", "ratings")  # tables whose rows speak of everybody


@define(eq=False, repr=False)
class Known:
    """The ids that a table declares; rows of other tables name them.

    Attributes:
        what: what such an id stands for.
        table: the table that declares them.
        there: whether that table can be looked up; otherwise its absence is said once.
        ids: the ids with their places.
        names: what people call those ids: names of persons, titles of positions.
        severity: how bad an unknown one is.
    """

    what: Text
    table: str
    there: bool = True
    ids: dict[str, Place] = field(factory=dict)
    names: dict[str, str] = field(factory=dict)
    severity: Severity = "error"
    _guesses: dict[str, tuple[str, str]] = field(factory=dict)

    def meant(self, said: str, free: Callable[[str], bool]) -> str:
        """The id that was probably meant, by its letters or by a name; empty where none was.

        Args:
            said: what was written.
            free: whether an id can stand there: one that another row names already cannot.

        Example:
            ``J1 (Kepala Dinas Pendidikan)`` where the position's title was written.
        """
        said = shortened(said)
        if said not in self._guesses:
            if len(self._guesses) >= _MOST_GUESSES:
                return ""
            self._guesses[said] = self._nearest(said, free)
        own, name = self._guesses[said]
        if not own or not free(own):
            return ""
        return f"{own} ({name})" if name else own

    def _nearest(self, said: str, free: Callable[[str], bool]) -> tuple[str, str]:
        ids = [own for own in self.ids if free(own)]
        called: dict[str, str] = {}
        for own in ids:
            name = self.names.get(own, "")
            if name and name != own:
                called[name] = "" if name in called else own  # a name of two means neither
        found = nearest(said, (*ids, *(name for name, own in called.items() if own)))
        if found in called and found not in self.ids:
            return called[found], found
        return found, ""


class Told:
    """What the rows of a table say already.

    Args:
        table: the table.
    """

    def __init__(self, table: Table) -> None:
        self.table, self.keys = table, _IDENTITY.get(table.name, ())
        self._rows: frozenset[tuple[str, ...]] | None = None

    def free(self, row: Mapping[str, object], key: str) -> Callable[[str], bool]:
        """Whether a row would say something new with an id under a key."""
        if key not in self.keys:
            return _anything
        if self._rows is None:
            self._rows = frozenset(map(self._told, _tables_in(self.table.rows)))
        rows, at, told = self._rows, self.keys.index(key), self._told(row)
        return lambda own: (*told[:at], own, *told[at + 1 :]) not in rows

    def unnamed(self, key: str, known: Known) -> tuple[str, ...]:
        """The few ids that no row names, in a table whose rows speak of everybody."""
        if self.table.name not in _NAMES_ALL or key not in self.keys:
            return ()
        named = {row.get(key) for row in _tables_in(self.table.rows) if type(row.get(key)) is str}
        found = [own for own in known.ids if own not in named]
        return tuple(found) if len(found) <= _MOST_UNNAMED else ()

    def _told(self, row: Mapping[str, object]) -> tuple[str, ...]:
        values = (row.get(key) for key in self.keys)
        return tuple([value if isinstance(value, str) else "" for value in values])


def _anything(_own: str) -> bool:
    return True


def _tables_in(rows: Sequence[object]) -> Iterable[dict[str, object]]:
    return (row for row in rows if isinstance(row, dict))
