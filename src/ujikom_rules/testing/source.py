"""What the source of a plugin may not hold: another door than ours, and binary floats."""

import ast
import inspect
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

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


def place_of(thing: object) -> tuple[str, int]:
    """File and first line of a class or a function; nothing where its source cannot be had."""
    try:
        lines = inspect.getsourcelines(thing)  # type: ignore[arg-type]  refused beneath
        return inspect.getsourcefile(thing) or "", lines[1]  # type: ignore[arg-type]
    except (OSError, TypeError):
        return "", 0


def source_faults(module: ModuleType) -> Iterator[Fault]:
    """Every import past the door and every float in the files of a plugin."""
    for path in files_of(module):
        tree = ast.parse(path.read_text("utf-8"), str(path))
        for node in ast.walk(tree):
            for said in (*_imports(node), *_floats(node)):
                yield Fault(str(path), getattr(node, "lineno", 0), said)


def _imports(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Import):
        for each in node.names:
            if _ours(each.name) and each.name != DOOR:
                yield f"import {each.name}: a plugin imports only {DOOR}"
    elif isinstance(node, ast.ImportFrom) and node.module is not None and _ours(node.module):
        taken = [each.name for each in node.names]
        if node.module == LIBRARY and taken == ["plugin"]:
            return
        if node.module != DOOR:
            yield f"from {node.module} import …: a plugin imports only {DOOR}"
            return
        for name in taken:
            if name not in plugin.__all__:
                nearest = names.nearest(name, plugin.__all__)
                yield f"{name} is nothing that {DOOR} offers" + (
                    f"; perhaps {nearest} is meant" if nearest else ""
                )


def _ours(name: str) -> bool:
    return name == LIBRARY or name.startswith(f"{LIBRARY}.")


def _floats(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Constant) and isinstance(node.value, (float, complex)):
        yield f'{node.value!r} is a binary float: write Fraction("…"), exactly'
    elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "float":
        yield "float(…): a score is never a binary float; keep the Figure, or Fraction(…)"
