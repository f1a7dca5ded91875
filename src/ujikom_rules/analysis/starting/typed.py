"""What may stand at a key, in the words of people: its type, or the words that it knows."""

from collections.abc import Mapping
from typing import get_args

from ujikom_rules.analysis.showing.frame import ROLES
from ujikom_rules.builtin.stages.shortlist import Ties
from ujikom_rules.messages import Lang, Text
from ujikom_rules.model.entry import Entry
from ujikom_rules.model.ruleset import AbsenceEffect, Among, Compare, Method, PoolBy, WhenFailed
from ujikom_rules.reading.nodes import POLICIES

_WORDS: Mapping[str, tuple[str, ...]] = {
    "absence": get_args(AbsenceEffect),
    "among": get_args(Among),
    "compare": get_args(Compare),
    "method": get_args(Method),
    "missing": POLICIES,
    "pool-by": get_args(PoolBy),
    "ties": get_args(Ties),
    "when-failed": get_args(WhenFailed),
}
_PART = Text(
    "nama sebuah bagian program, atau { use = … } dengan kuncinya",
    "the name of a part, or { use = … } with its keys",
)
_KINDS: Mapping[str, Text] = {
    "number": Text("angka", "a number"),
    "text": Text("teks dalam tanda kutip", "a text in quotes"),
    "yes-no": Text("true atau false", "true or false"),
    "date": Text("tanggal", "a date"),
    "list": Text("daftar [ … ]", "a list [ … ]"),
    "table": Text("kelompok kunci { … }", "a group of keys { … }"),
}
_BETWEEN: Mapping[Lang, str] = {"id": " atau ", "en": " or "}


def typed(key: str, value: Entry | None, lang: Lang) -> str:
    """What may stand at a key; empty where nobody but a plugin knows.

    Args:
        key: the last step of the key path.
        value: what stands there in the base, or might.
        lang: the language.
    """
    words = _WORDS.get(key)
    if words is not None:
        return _BETWEEN[lang].join(f'"{word}"' for word in words)
    if key in ROLES:
        return _PART.say(lang)
    kind = None if value is None else _KINDS.get(value.kind())
    return "" if kind is None else kind.say(lang)
