"""The page of parts: everything that the core offers, by role, with its keys in TOML."""

from collections.abc import Iterator, Mapping
from typing import Any, TypeAlias

import attrs
from docs.generating.held import Words, held
from docs.generating.hooks import plain_code
from docs.generating.markdown import NOTE, Doc, doc, plain, table

from ujikom_rules.catalogue.catalogue import Catalogue, Offered, open_catalogue
from ujikom_rules.contract.fields import FieldType, fields_of
from ujikom_rules.contract.roles import ROLES
from ujikom_rules.errors import Refused
from ujikom_rules.messages import Text
from ujikom_rules.model.figure import Figure
from ujikom_rules.names import shown

Offers: TypeAlias = Mapping[str, Mapping[str, Offered]]
_AT_VALUE = '`value` of a node, one or a list; `on = "pooled"` moves one behind the pooling.'
_AT_BREAKS = '`tie-breaks` of a standing; `order` is `"descending"` or `"ascending"`.'
ROLE_NAMES: Mapping[str, tuple[str, str]] = {
    "stage_kinds": ("Stage kind", "`kind` of a stage; its keys stand among those of the stage."),
    "aggregators": ("Aggregator", "`aggregation` of a node, `pooling` of a leaf."),
    "value_functions": ("Value function", _AT_VALUE),
    "weightings": ("Weighting", "`weighting` of `[decision]`, a stage or a criterion."),
    "panel_rules": ("Panel rule", "`[panel]`, or `panel` of a stage; one or a list."),
    "classifiers": ("Classifier", "`classifier` of a node; its own `compare` beats the node's."),
    "tie_breakers": ("Tie-breaker", _AT_BREAKS),
    "report_formats": ("Report format", "`--format` of `ujikom score`, `format` of `render`."),
}
_INTRO = """# Built-in parts

A part is named by a text, or by a table with `use` and the part's own keys: `"mean"` is
`{ use = "mean" }`. A bare name is always the core's own. A city's parts have its plugin's name
before a colon: `kendari:program-paparan`.

"""
_WORDS = Words(
    forms={
        "str": "text",
        "bool": "`true` or `false`",
        "int": "whole number",
        "fraction": "number",
        "figure": "number",
        "text": "text, or `{ id, en }`",
        "predicate": "[predicate](keys.md#predicates)",
        "fact": '`{ fact = "…" }`',
    },
    either=" or ",
    many="list of",
    fixed="`[ … ]` of {count}: {of}",
    named="table, to each name",
    table=lambda of: f"table {of.__name__}",
    role=lambda of: ROLE_NAMES[of][0].lower(),
)


def catalogue() -> Catalogue:
    """The core's own offers, nothing installed looked at."""
    found, findings = open_catalogue((), {})
    if findings:
        raise Refused(findings)
    return found


def title_of(role: str, name: str) -> str:
    """The heading of a part: ``Value function `bands` ``."""
    return f"{ROLE_NAMES[role][0]} `{shown(name)}`"


def page() -> str:
    """The whole page."""
    offers = catalogue().offers
    text = NOTE + _INTRO
    for role in ROLES:
        heading, where = ROLE_NAMES[role]
        text += f"## {heading}s\n\nWritten at: {where}\n\n"
        for name, offered in offers[role].items():
            text += f"### {title_of(role, name)}\n\n" + _part(role, offered, offers)
    return text.rstrip() + "\n"


def _part(role: str, offered: Offered, offers: Offers) -> str:
    part = offered.part
    cls: Any = part.make
    said = doc(cls.__doc__)
    brief = part.summary or Text.same(said.summary)
    text = f"{plain(brief.en)} *{plain(brief.id)}*\n\n"
    longer = "" if said.summary == brief.en else said.summary
    text += "".join(f"{each}\n\n" for each in (longer, said.prose) if each)
    name = ROLES[role][0]
    method = getattr(cls, name, None) or cls.score_all
    text += f"Gives: {doc(method.__doc__).summary}\n\n"
    text += _facts_of(role, offered)
    for refused in said.raises.values():
        text += f"Refused: {plain_code(refused)}\n\n"
    return text + _keys(cls, offers) + _inner_tables(cls, offers, {cls})


def _facts_of(role: str, offered: Offered) -> str:
    part = offered.part
    if role == "aggregators" and part.takes != "nothing":
        return f"Its children take a `{part.takes}`.\n\n"
    if role == "stage_kinds" and part.gives == "value":
        return f'Where nothing is said its leaves read `"{part.reads}"`.\n\n'
    if role == "value_functions" and offered.cohort:
        return "Norm-referenced: the value depends on others, and reports say so.\n\n"
    return ""


def _keys(cls: Any, offers: Offers) -> str:
    meanings = _meanings(cls)
    attributes = attrs.fields_dict(cls)
    rows = []
    for each in fields_of(cls):
        default = (
            "*required*" if each.required else default_of(attributes[each.name].default, offers)
        )
        meaning = plain_code(meanings.get(each.name, ""))
        type_ = held(each.type, _WORDS)
        if each.type.form == "fact":
            type_ = f"a fact's name, or {type_}"
        rows.append((f"`{each.key}`", type_, default, meaning))
    return table(("key", "type", "default", "meaning"), rows) or "It has no keys.\n\n"


def _meanings(cls: Any) -> dict[str, str]:
    """What the docstrings say of the fields, those of base classes included."""
    found: dict[str, str] = {}
    for each in reversed(cls.__mro__):
        found |= doc(each.__doc__).attributes if attrs.has(each) else {}
    return found


def default_of(value: Any, offers: Offers) -> str:
    """What a key is that nobody wrote."""
    match value:
        case None | ():
            return "–"
        case bool():
            return f"`{str(value).lower()}`"
        case str():
            return f'`"{value}"`'
        case int():
            return f"`{value}`"
        case Figure():
            return f"`{value.text}`"
        case _:
            found = (
                shown(name)
                for role in offers.values()
                for name, offered in role.items()
                if _makes(offered, value)
            )
            return f'`"{next(found)}"`'


def _makes(offered: Offered, value: Any) -> bool:
    made: Any = offered.part.make
    return type(value) is made


def tables_in(type_: FieldType) -> Iterator[Any]:
    """The classes of the tables that a key may hold."""
    if type_.form == "table":
        yield type_.table
    for each in type_.args:
        if isinstance(each, FieldType):
            yield from tables_in(each)


def _inner_tables(cls: Any, offers: Offers, seen: set[Any]) -> str:
    """The tables that stand in keys, each once."""
    text = ""
    for each in fields_of(cls):
        for inner in tables_in(each.type):
            if inner not in seen:
                seen.add(inner)
                said: Doc = doc(inner.__doc__)
                text += f"Table **{inner.__name__}**: {said.summary}\n\n" + _keys(inner, offers)
                text += _inner_tables(inner, offers, seen)
    return text
