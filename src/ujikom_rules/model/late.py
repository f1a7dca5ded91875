"""Values whose costly fields are made when somebody first asks for one of them."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

T = TypeVar("T")
_set = object.__setattr__  # late values are frozen for everybody else


class Source(Protocol):
    """What can fill the late fields of a value, safely in threads."""

    def fill(self, late: Any, name: str) -> Any:
        """The field of that name, which is set from then on; the same whoever asks again."""


class Late:
    """The base of values that may be made with only some of their fields.

    A field that is not there yet is filled by the value's source when it is first read. Copying
    and pickling read every field, so that a copy needs no source.
    """

    __slots__ = ("_source",)
    if TYPE_CHECKING:
        _source: Source
    else:

        def __getattr__(self, name: str) -> Any:
            """Reached only for what is not set: a late field, or no field at all."""
            if name not in self.__slots__:
                raise AttributeError(f"{type(self).__name__!r} has no attribute {name!r}")
            return self._source.fill(self, name)


def made_late(kind: type[T], source: Source, fields: Mapping[str, Any]) -> T:
    """A value of a kind with these fields; the others come from the source."""
    made = object.__new__(kind)
    _set(made, "_source", source)
    for name, value in fields.items():
        _set(made, name, value)
    return made


def set_late(late: Any, name: str, value: Any) -> None:
    """Set a late field; for sources alone."""
    _set(late, name, value)
