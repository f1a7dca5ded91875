"""The template of a plugin package, and its copies under other names."""

import re
from collections.abc import Iterator
from pathlib import Path

from ujikom_rules import names

# The words of the template that a copy replaces.
_PACKAGE, _DISTRIBUTION = "ujikom_rules_template", "ujikom-rules-template"
_TITLE, _NAMESPACE = "Kota Contoh", "contoh"
# The rest of a file behind this line is about copying by hand, and no copy has it.
_ONLY_HERE = "<!-- Only in the template -->"
_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*", re.ASCII)
# The core's own namespace, the template's package, and what Windows takes for devices.
TAKEN = frozenset(
    {names.CORE, "template", "con", "prn", "aux", "nul"}
    | {f"{device}{n}" for device in ("com", "lpt") for n in range(1, 10)}
)


def is_name(name: str) -> bool:
    """Whether a plugin may be called so: as namespace, distribution and Python package alike.

    >>> is_name("kota-malang"), is_name("Malang"), is_name("malang-")
    (True, False, False)
    """
    return len(name) <= 40 and _NAME.fullmatch(name) is not None and name not in TAKEN


def distribution(name: str) -> str:
    """What is installed: the folder's name too."""
    return f"ujikom-rules-{name}"


def template_folder() -> Path:
    """Where the template lies, whether this library is installed or a checkout."""
    package = Path(__file__).resolve().parents[1]
    installed = package / "_template"
    if not installed.is_dir() and package.parent.name == "src":
        return package.parents[1] / "plugins" / "_template"
    return installed


def write(name: str, folder: Path) -> tuple[Path, ...]:
    """Write a copy of the template under a plugin's name.

    Args:
        name: the namespace; `is_name` holds for it.
        folder: the package's own folder, which is made here.

    Returns:
        The files, sorted.

    Raises:
        FileExistsError: when the folder is there.
        OSError: when it cannot be written.
    """
    source = template_folder()
    copies = {
        _renamed(path.relative_to(source).as_posix(), name): path.read_text("utf-8")
        for path in _files(source)
    }
    folder.mkdir()
    written = []
    for relative, text in sorted(copies.items()):
        path = folder / relative
        path.parent.mkdir(parents=True, exist_ok=True)
        said = _renamed(text.partition(_ONLY_HERE)[0], name).rstrip()
        path.write_text(f"{said}\n" if said else "", "utf-8", newline="\n")
        written.append(path)
    return tuple(written)


def _files(folder: Path) -> Iterator[Path]:
    """The template's own files, without what tools leave beside them."""
    for path in sorted(folder.rglob("*")):
        parts = path.relative_to(folder).parts
        left_over = any(each.startswith((".", "__pycache__")) for each in parts)
        if path.is_file() and not left_over and path.suffix != ".pyc":
            yield path


def _renamed(text: str, name: str) -> str:
    """The text with the words of the template replaced, all in one pass."""
    words = {
        _PACKAGE: f"ujikom_rules_{name.replace('-', '_')}",
        _DISTRIBUTION: distribution(name),
        _TITLE: name.replace("-", " ").title(),
        _NAMESPACE: name,
    }
    return re.sub("|".join(words), lambda found: words[found[0]], text)
