"""What a key of a part may hold, told in the words of one language."""

from collections.abc import Callable, Mapping
from typing import Any

from attrs import frozen
from docs.generating.markdown import one_of

from ujikom_rules.contract.fields import FieldType


@frozen(kw_only=True)
class Words:
    """The words of one language for the forms of a key.

    Attributes:
        forms: a word for each form that holds nothing further.
        either: what stands between forms of which one may be written.
        many: a list, before what its items are.
        fixed: a list of so many, with ``{count}`` and ``{of}``.
        named: a table whose keys are names, before what they hold.
        table: how a table of this class is called.
        role: how a part of this role is called.
    """

    forms: Mapping[str, str]
    either: str
    many: str
    fixed: str
    named: str
    table: Callable[[Any], str]
    role: Callable[[str], str]


def held(type_: FieldType, words: Words) -> str:
    """What a key of this type may hold."""
    match type_.form:
        case "literal":
            return one_of(type_.args)
        case "union":
            kept = (held(each, words) for each in type_.args if each.form != "none")
            return words.either.join(dict.fromkeys(kept))
        case "tuple":
            return f"{words.many}: {held(type_.args[0], words)}"
        case "fixed":
            return words.fixed.format(count=len(type_.args), of=held(type_.args[0], words))
        case "mapping":
            return f"{words.named}: {held(type_.args[0], words)}"
        case "table":
            return words.table(type_.table)
        case "part":
            return words.role(type_.table)
        case _:
            return words.forms[type_.form]
