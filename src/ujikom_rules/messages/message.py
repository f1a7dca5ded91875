"""One code of the register: its severity and its texts."""

from attrs import frozen

from ujikom_rules.errors import Severity
from ujikom_rules.messages.texts import Text


@frozen(kw_only=True, eq=False, repr=False)
class Message:
    """One code of the register.

    Attributes:
        code: ``UJ`` and three digits; the first tells the field.
        severity: what it is unless a ruleset says otherwise.
        text: one plain sentence with ``{names}`` of arguments: what is wrong; without capital
            and period, since it stands behind a place and a code.
        hint: what to do, in the same form; may use the same arguments. A hint
            whose argument is empty is left out.
        otherwise: the hint where an argument of `hint` is empty.
        why: for the page of the code: why this is a finding at all.
    """

    code: str
    severity: Severity
    text: Text
    why: Text
    hint: Text | None = None
    otherwise: Text | None = None
