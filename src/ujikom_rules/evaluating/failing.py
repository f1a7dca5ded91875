"""Why a gate is not met: each requirement that fails, with what was found in its place."""

from collections.abc import Mapping, Sequence
from typing import Any, Protocol

from ujikom_rules.evaluating.facts import name_of
from ujikom_rules.evaluating.naming import full_title, node_titles
from ujikom_rules.evaluating.predicates import Look, holds
from ujikom_rules.messages import LANGS, Lang, Text
from ujikom_rules.model import predicate as model
from ujikom_rules.model.bidi import isolated
from ujikom_rules.model.numerals import as_said
from ujikom_rules.model.predicate import Predicate, Test
from ujikom_rules.planned import Plan

_ASKED = Text("{said} (diminta: {asked})", "{said} (asked for: {asked})")
_DENIED = Text("{said} (tidak boleh: {asked})", "{said} (must not be: {asked})")
_NOTHING = Text("tidak tercatat", "not recorded")
_THERE = Text("tercatat", "recorded")
_DOCUMENT = {True: Text("ada", "there"), False: Text("tidak ada", "not there")}
_NAMES: Mapping[str, Text] = {
    "category": Text("kategori {name}", "category of {name}"),
    "evidence": Text("dokumen {name}", "document {name}"),
}
_BOUNDS: Mapping[str, Text] = {
    "at-least": Text("paling rendah {x}", "at least {x}"),
    "at-most": Text("paling tinggi {x}", "at most {x}"),
    "above": Text("di atas {x}", "above {x}"),
    "below": Text("di bawah {x}", "below {x}"),
    "is": Text("{x}", "{x}"),
    "one-of": Text("salah satu dari {x}", "one of {x}"),
}
_AND = Text(" dan ", " and ")
_OR = Text(" atau ", " or ")


def failing(predicate: Predicate, look: Look, plan: Plan) -> tuple[Text, ...]:
    """The tests for which a predicate does not hold, in words.

    Args:
        predicate: one that does not hold.
        look: gives the value of a subject; None where it is missing.
        plan: where titles are.

    Example:
        ``Pengalaman terkait: 3 (diminta: paling rendah 5)``
    """
    titles = node_titles(plan)

    def told(test: Test, *, wanted: bool) -> Text:
        called, value = _name(test, plan, titles), look(test.subject, test.name)
        name = Text(isolated(called.id), isolated(called.en))
        said = {lang: _said(test, name, value, lang, wanted=wanted) for lang in LANGS}
        return Text(said["id"], said["en"])

    return tuple(dict.fromkeys(_reasons(predicate, look, told, wanted=True)))


class _Tell(Protocol):
    def __call__(self, test: Test, *, wanted: bool) -> Text: ...


def _reasons(predicate: Predicate, look: Look, told: _Tell, *, wanted: bool) -> tuple[Text, ...]:
    """Why a predicate is not as it is wanted; what of several would do stands in one text."""
    if holds(predicate, look) is wanted:
        return ()
    match predicate:
        case model.Not(part):
            return _reasons(part, look, told, wanted=not wanted)
        case Test():
            return (told(predicate, wanted=wanted),)
        case _:
            found = [_reasons(part, look, told, wanted=wanted) for part in predicate.parts]
            if isinstance(predicate, model.All) is wanted:
                return tuple(each for reasons in found for each in reasons)
            return (_joined([_joined(each, _AND) for each in found if each], _OR),)


def _joined(texts: Sequence[Text], by: Text) -> Text:
    return Text(by.id.join(each.id for each in texts), by.en.join(each.en for each in texts))


def _said(test: Test, name: Text, value: Any, lang: Lang, *, wanted: bool) -> str:
    found = _NOTHING.say(lang) if value is None else isolated(as_said(value, lang))
    asked = [
        _BOUNDS[operator].say(lang).format(x=as_said(operand, lang))
        for operator, operand in test.operators
        if operator != "given"
    ]
    if not asked:  # only whether it is there
        if test.subject == "evidence":
            return f"{name.say(lang)}: {_DOCUMENT[bool(value)].say(lang)}"
        return f"{name.say(lang)}: {(_NOTHING if value is None else _THERE).say(lang)}"
    form = _ASKED if wanted else _DENIED
    said = f"{name.say(lang)}: {found}"
    return form.say(lang).format(said=said, asked=_AND.say(lang).join(asked))


def _name(test: Test, plan: Plan, titles: Mapping[str, Text]) -> Text:
    match test.subject:
        case "fact":
            return name_of(plan.facts[test.name])
        case "stage" | "criterion" if test.name in titles:
            return full_title(titles, test.name)
        case _:
            named = titles.get(test.name, Text.same(test.name))
            form = _NAMES.get(test.subject, Text.same("{name}"))
            return Text(form.id.format(name=named.id), form.en.format(name=named.en))
