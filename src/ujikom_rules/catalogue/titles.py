"""What a part calls its keys and their words, held against the keys that it has."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from ujikom_rules import names
from ujikom_rules.contract.fields import FieldError, FieldType, PartField, fields_of
from ujikom_rules.contract.roles import Part
from ujikom_rules.messages import Text

_ANY = ""  # among the words of a key: any text may stand there


def check_titles(part: Part[Any], fields: Iterable[PartField]) -> None:
    """Refuse titles of keys that the part does not have, and of words that no key may hold.

    Args:
        part: the part.
        fields: its own keys and those that it adds to criteria.

    Raises:
        FieldError: with what the author must change.
    """
    if not part.titles and not part.words:
        return
    known = _known(fields)
    for said, given in (("titles", part.titles), ("words", part.words)):
        if not isinstance(given, Mapping):
            raise FieldError(f"{said}= takes a mapping by key")
        for key in given:
            if key not in known:
                near = names.nearest(str(key), known)
                meant = f"; it has '{near}'" if near else ""
                raise FieldError(f"{said}= names the key '{key}', which the part has not{meant}")
    for key, title in part.titles.items():
        if not isinstance(title, Text):
            raise FieldError(f"titles= takes a Text for '{key}'")
    for key, words in part.words.items():
        if not _are_texts(words):
            raise FieldError(f"words= takes a Text for each word of '{key}'")
        for word in words:
            if _ANY not in known[key] and word not in known[key]:
                raise FieldError(f"words= names '{word}', which may not stand under '{key}'")


def _are_texts(words: Any) -> bool:
    return isinstance(words, Mapping) and all(isinstance(each, Text) for each in words.values())


def _known(fields: Iterable[PartField]) -> dict[str, set[str]]:
    """Every key, those of tables inside included, with the words that may stand there."""
    found: dict[str, set[str]] = {}
    for each in fields:
        own = found.setdefault(each.key, set())
        for word in _words(each.type):
            if isinstance(word, str):
                own.add(word)
            else:
                for key, words in _known(fields_of(word)).items():
                    found.setdefault(key, set()).update(words)
    return found


def _words(type_: FieldType) -> Iterator[str | type]:
    """The words that a field may hold, and the classes of the tables inside it."""
    match type_.form:
        case "literal":
            yield from type_.args
        case "str":
            yield _ANY
        case "table":
            yield type_.table
        case _:
            for each in type_.args:
                if isinstance(each, FieldType):
                    yield from _words(each)
