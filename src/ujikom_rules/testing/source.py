"""What the source of a plugin may not hold: another door than ours, and binary floats."""

import ast
import inspect
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

from attrs import frozen

from ujikom_rules import names, plugin

LIBRARY = "ujikom_rules"
DOOR = "ujikom_rules.plugin"


@frozen(order=True)
class Fault:
    """What an author must change, and where.

    Attributes:
        file: the file; empty where the module has none.
        line: from 1; 0 for the file as a whole.
        said: what to change.
    """

    file: str
    line: int
    said: str

    def __str__(self) -> str:
        return f"{self.file or '-'}:{self.line}: {self.said}"


def files_of(module: ModuleType) -> tuple[Path, ...]:
    """The files of a module: its own, or all of its package."""
    file = getattr(module, "__file__", None)
    if not file:
        return ()
    path = Path(file)
    return tuple(sorted(path.parent.rglob("*.py"))) if hasattr(module, "__path__") else (path,)


def place_of(thing: Any) -> tuple[str, int]:
    """File and first line of a class or a function; nothing where its source cannot be had."""
    try:
        return inspect.getsourcefile(thing) or "", inspect.getsourcelines(thing)[1]
    except (OSError, TypeError):
        return "", 0


def source_faults(module: ModuleType) -> Iterator[Fault]:
    """Every import past the door and every float in the files of a plugin."""
    for path in files_of(module):
        tree = ast.parse(path.read_text("utf-8"), str(path))
        for node in ast.walk(tree):
            for said in (*_imports(node, module.__name__), *_floats(node)):
                yield Fault(str(path), getattr(node, "lineno", 0), said)


def _imports(node: ast.AST, own: str) -> Iterator[str]:
    if isinstance(node, ast.Import):
        for each in node.names:
            if _past_the_door(each.name, own):
                yield f"import {each.name}: a plugin imports only {DOOR}"
    elif isinstance(node, ast.ImportFrom) and not node.level and node.module is not None:
        taken = [each.name for each in node.names]
        if node.module == DOOR:
            yield from filter(None, map(_not_offered, taken))
        elif _past_the_door(node.module, own) and (node.module, taken) != (LIBRARY, ["plugin"]):
            yield f"from {node.module} import …: a plugin imports only {DOOR}"


def _past_the_door(name: str, own: str) -> bool:
    """Whether a name is the library's, but neither the door nor the plugin itself."""
    ours = f"{name}.".startswith(f"{LIBRARY}.")
    return ours and name != DOOR and not f"{name}.".startswith(f"{own}.")


def _not_offered(name: str) -> str:
    if name in plugin.__all__:
        return ""
    nearest = names.nearest(name, plugin.__all__)
    return f"{DOOR} offers no {name}" + (f"; perhaps {nearest} is meant" if nearest else "")


def _floats(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Constant) and isinstance(node.value, (float, complex)):
        yield f'{node.value!r} is a binary float: write Fraction("…"), exactly'
    elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "float":
        yield "float(…): a score is never a binary float; keep the Figure, or Fraction(…)"
