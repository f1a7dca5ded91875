"""Tables of keys as parts hold them: read like any mapping, and changed by nobody.

One plan scores many events, in threads too: a part that changed its own keys while it scores would
make the second result another than the first. The standard library's read-only view of a dict
would do, but it cannot be pickled, and plans can.
"""

from typing import Any, NoReturn, TypeVar

T = TypeVar("T")


class Unchanging(dict[str, T]):
    """A mapping that is whole when it is made.

    Raises:
        TypeError: on every attempt to change it.
    """

    __slots__ = ()

    def _refuse(self, *_: object, **__: object) -> NoReturn:
        raise TypeError("the keys of a part cannot be changed; make a new dict")

    __setitem__ = __delitem__ = __ior__ = _refuse
    clear = pop = popitem = setdefault = update = _refuse

    def __reduce__(self) -> tuple[Any, ...]:
        """Made whole again, since items cannot be set one by one."""
        return type(self), (dict(self),)
