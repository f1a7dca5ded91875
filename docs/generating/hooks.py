"""The page for authors of plugins: hooks, roles, views, and what else the door offers."""

import ast
import inspect
import re
from textwrap import dedent
from types import FunctionType

import attrs
from docs.generating.markdown import NOTE, doc, fenced, plain, table

from ujikom_rules import plugin
from ujikom_rules.contract import hookspecs, roles, views

_INTRO = """# Hooks, roles, views

A plugin is a module that answers hooks. All that it may import of the library is
`ujikom_rules.plugin`; the names at the end of this page are all that stand there.

"""
_ALIASES = {
    "API": "The number of the API that this engine has.",
    "Compare": '`"unrounded"` or `"rounded"`.',
    "FactValue": "What a fact may be: a figure, a text, yes or no, a date.",
    "Predicate": "The type of a key that holds a predicate; ask it with `at.holds`.",
    "Severity": '`"error"`, `"warning"` or `"note"`.',
    "hookimpl": "Marks a function that answers a hook.",
}
_VIEWS = """## Views

What a part is shown beside its values. Views are read-only, and grow with need.

"""


def page() -> str:
    """The whole page."""
    manual = doc(hookspecs.__doc__).prose
    text = NOTE + _INTRO + manual + "\n\n## Hooks\n\n"
    text += "".join(_hook(each) for each in hooks())
    text += "## Roles\n\n" + doc(roles.__doc__).prose + "\n\n"
    text += "".join(_role(protocol) for _, protocol in _roles())
    text += "## How a part is offered\n\n" + _offer()
    text += _VIEWS + "".join(
        _view(getattr(views, name)) for name in views.__all__ if _is_view(name)
    )
    text += "## All that may be imported\n\n"
    return text + table(("name", "what it is"), map(_named, plugin.__all__)).rstrip() + "\n"


def _named(name: str) -> tuple[str, str]:
    found = getattr(plugin, name)
    mine = inspect.isclass(found) or inspect.isfunction(found) or inspect.ismodule(found)
    return f"`{name}`", doc(found.__doc__).summary if mine else _ALIASES[name]


def hooks() -> tuple[FunctionType, ...]:
    """Every hook, in the order of the manual."""
    return tuple(
        each
        for name, each in vars(hookspecs).items()
        if name.startswith("ujikom_") and isinstance(each, FunctionType)
    )


def signature(function: FunctionType) -> str:
    """A function as it is written: name, arguments, types; the same under every Python."""
    tree = ast.parse(dedent(inspect.getsource(function))).body[0]
    if not isinstance(tree, ast.FunctionDef) or tree.returns is None:
        raise TypeError(function.__qualname__)
    said = f"{tree.name}({ast.unparse(tree.args)}) -> {ast.unparse(tree.returns)}"
    return re.sub(r"'([A-Z][a-z][^']*)'", r"\1", said).replace(", /)", ")")


def _hook(function: FunctionType) -> str:
    said = doc(function.__doc__)
    text = f"### {function.__name__}\n\n" + fenced(f"def {signature(function)}: ...")
    text += _paragraphs(said.summary, said.prose)
    text += _list(said.args)
    text += f"Answers: {said.returns}\n\n" if said.returns else ""
    return text + (fenced(said.example) if said.example else "")


def _roles() -> tuple[tuple[str, type], ...]:
    named = [protocol for _, protocol in roles.ROLES.values()]
    named.insert(1, roles.CohortStage)
    return tuple((each.__name__, each) for each in named)


def _role(protocol: type) -> str:
    said = doc(protocol.__doc__)
    text = f"### {protocol.__name__}\n\n" + _paragraphs(said.summary, said.prose)
    for name, function in vars(protocol).items():
        if isinstance(function, FunctionType) and not name.startswith("_"):
            text += fenced(f"def {signature(function)}: ...") + _paragraphs(
                doc(function.__doc__).summary
            )
    return text


def _offer() -> str:
    text = ""
    for cls in (roles.Part, roles.PluginInfo, roles.Refusal):
        said = doc(cls.__doc__)
        text += f"### {cls.__name__}\n\n" + _paragraphs(said.summary, said.prose)
        known = set(attrs.fields_dict(cls)) if attrs.has(cls) else set(said.args)
        meant = {**said.attributes, **said.args}
        text += _list({name: each for name, each in meant.items() if name in known})
        text += _paragraphs(said.example)
    return text


def _is_view(name: str) -> bool:
    return inspect.isclass(getattr(views, name)) and hasattr(getattr(views, name), "_is_protocol")


def _view(protocol: type) -> str:
    bases = [each.__name__ for each in protocol.__bases__ if each.__name__ in views.__all__]
    also = f" Has all of `{'`, `'.join(bases)}` too." if bases else ""
    rows = []
    for name, member in vars(protocol).items():
        if name.startswith("_"):
            continue
        function = member.fget if isinstance(member, property) else member
        if not isinstance(function, FunctionType):
            continue
        written = signature(function)
        if isinstance(member, property):
            written = written.replace("(self)", "").replace(" ->", ":")
        else:
            written = written.replace("(self, ", "(").replace("(self)", "()")
        said = doc(function.__doc__)
        rows.append((f"`{written}`", f"{said.summary} {' '.join(said.prose.split())}"))
    summary = doc(protocol.__doc__).summary
    return f"### {protocol.__name__}\n\n{summary}{also}\n\n" + table(("member", "gives"), rows)


def _paragraphs(*texts: str) -> str:
    return "".join(f"{text}\n\n" for text in texts if text)


def _list(items: dict[str, str]) -> str:
    return "".join(f"- `{name}`: {plain_code(text)}\n" for name, text in items.items()) + (
        "\n" if items else ""
    )


def plain_code(text: str) -> str:
    """A text of a docstring: its code stays code, the rest is plain."""
    pieces = re.split(r"(`+[^`]+`+)", text)
    return "".join(each if number % 2 else plain(each) for number, each in enumerate(pieces))
