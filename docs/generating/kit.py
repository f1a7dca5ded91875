"""The page for authors' tests: what the testing kit offers, from its own docstrings."""

import ast
import inspect
from types import FunctionType
from typing import Any

from attrs import fields
from docs.generating.hooks import plain_code, signature
from docs.generating.markdown import NOTE, doc, fenced, table

from ujikom_rules import testing
from ujikom_rules.testing import sheets, strategies

LAWS = (
    "aggregator_laws",
    "value_function_laws",
    "weighting_laws",
    "panel_laws",
    "classifier_laws",
    "stage_laws",
)
_INTRO = """# The testing kit

`ujikom_rules.testing` is for the tests of a plugin: does it conform to the contract, do its parts
keep the laws of their role, and what do they give with the real engine. It comes with the extra
`testing`:

```sh
python -m pip install "ujikom-rules[testing]"
```

[Build a plugin](../tutorials/build-a-plugin.md) leads through a package's tests. Two of its tools:

```python
from attrs import frozen
from ujikom_rules.plugin import mean_of
from ujikom_rules.testing import aggregator_laws, score_stage


@frozen(kw_only=True)
class PlainMean:
    \"\"\"The mean of all values.\"\"\"

    def combine(self, items, at):
        return mean_of(item.value for item in items)


aggregator_laws(PlainMean())
print(score_stage("panel", [60, 80, 85], keys={"pooling": "median"}).value.text)
```

```text
80
```

"""
_LAWS = """## The six laws

One function a role, and one line in a test. Each takes the part as a test makes it, looks with
Hypothesis for an example that breaks a law of the role, and raises `AssertionError` with the law
and the smallest such example. Tie-breakers and report formats have no laws of their own.

"""
_VIEWS = """## Stand-ins for the views

To call a part by hand. They hold what they are given, and keep what the part says or places.

"""
_STRATEGIES = """## Strategies

For tests of your own with Hypothesis.

"""
_PYTEST = """## The plugin for pytest

It comes with the library. Every `X.cases.toml` that pytest meets is a file of tests, and each case
in it a test against the ruleset `X.toml` beside it; what fails is shown difference by difference.
Nothing else is loaded before there is such a file. The switch stands in pytest's own
configuration:

```toml
[tool.pytest.ini_options]
ujikom_cases = false
```

`ujikom_cases` is true where nothing is said; `python -m pytest -p no:ujikom` leaves out the plugin
for one run. What a case may say is in [Write a ruleset](../tutorials/write-a-ruleset.md#a-case).
"""


def page() -> str:
    """The whole page."""
    text = NOTE + _INTRO + "## Does it conform\n\n" + _function(testing.assert_plugin_conforms)
    text += _LAWS + "".join(_function(getattr(testing, name)) for name in LAWS)
    text += "## One stage, scored\n\n" + _function(testing.score_stage) + _class("StageScore")
    text += _VIEWS + "".join(map(_class, ("Mark", "Node", "PanelTable", "Settled", "Sibling")))
    text += _STRATEGIES + _sheets() + _strategies()
    return text + _PYTEST


def _function(function: Any) -> str:
    said = doc(function.__doc__)
    text = f"### {function.__name__}\n\n" + fenced(signature(function))
    text += f"{said.summary}\n\n" + (f"{said.prose}\n\n" if said.prose else "")
    text += table(("argument", "meaning"), _rows(said.args))
    text += table(("raises", "when"), _rows(said.raises))
    text += f"Answers: {said.returns}\n\n" if said.returns else ""
    return text + (f"Example: {said.example}\n\n" if said.example else "")


def _sheets() -> str:
    """Its arguments are those of its source but `draw`, which Hypothesis gives."""
    module = ast.parse(inspect.getsource(sheets))
    functions = [each for each in module.body if isinstance(each, ast.FunctionDef)]
    arguments = next(each.args for each in functions if each.name == "scoresheets")
    said = doc(testing.scoresheets.__doc__)
    arguments.args = [each for each in arguments.args if each.arg != "draw"]
    text = "### scoresheets\n\n" + fenced(f"scoresheets({ast.unparse(arguments)})")
    text += f"{said.summary}\n\nDraws dictionaries of the shape `ujikom/scoresheet@1`.\n\n"
    known = {each.arg: said.args[each.arg] for each in (*arguments.args, *arguments.kwonlyargs)}
    return text + table(("argument", "meaning"), _rows(known)) + f"Example: {said.example}\n\n"


def _rows(items: dict[str, str]) -> list[tuple[str, str]]:
    return [(f"`{name}`", plain_code(text)) for name, text in items.items()]


def _class(name: str) -> str:
    cls: Any = getattr(testing, name)
    said = doc(cls.__doc__)
    meant: dict[str, str] = {}
    for each in reversed(cls.__mro__):
        meant |= doc(each.__doc__).attributes
    rows = [(f"`{each.name}`", plain_code(meant.get(each.name, ""))) for each in fields(cls)]
    for each, member in vars(cls).items():
        if isinstance(member, property):
            rows.append((f"`{each}`", plain_code(doc(member.__doc__).summary)))
    text = f"### {name}\n\n{said.summary}\n\n"
    if all(text for _, text in rows):
        text += table(("has", "meaning"), rows)
    else:
        text += f"Takes {', '.join(f'`{each.name}`' for each in fields(cls))}.\n\n"
    return text + (f"Example: {said.example}\n\n" if said.example else "")


def _strategies() -> str:
    rows = []
    for name in strategies.__all__:
        found = getattr(strategies, name)
        if isinstance(found, FunctionType):
            rows.append((f"`strategies.{signature(found)}`", doc(found.__doc__).summary))
    return table(("strategy", "draws"), rows)
