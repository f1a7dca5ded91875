"""Rulesets read: from a text, from a file, or found by their id; and merged with their bases."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from types import ModuleType

from attrs import frozen

from ujikom_rules.catalogue import discovery
from ujikom_rules.errors import Finding, Place, Refused, errors_in
from ujikom_rules.messages import Text, finding
from ujikom_rules.model.entry import Entry
from ujikom_rules.reading import overlay
from ujikom_rules.reading.document import LIMIT, is_there, read_document, read_document_file
from ujikom_rules.reading.library import Library


@frozen(eq=False, repr=False)
class Document:
    """A ruleset's text, read and not yet merged with its base or compiled.

    Attributes:
        root: its tables, every value with its place.
        file: where it was read from; empty for a text.
    """

    root: Entry
    file: str = ""


def parse_ruleset(text: str | bytes, *, file: str = "", limits: int = LIMIT) -> Document:
    """Read the text of a ruleset.

    Args:
        text: TOML 1.0; bytes are UTF-8.
        file: what to call it in findings.
        limits: how many bytes at most.

    Raises:
        Refused: when the text is no TOML, too large, or no UTF-8.

    Example:
        >>> parse_ruleset('schema = 1').root.get("schema").data
        1
    """
    refuse_other(text, (str, bytes), file)
    root, findings = read_document(text, file, limit=limits)
    if root is None or errors_in(findings):
        raise Refused(findings)
    return Document(root, file)


def read_ruleset(path: str | Path, *, limits: int = LIMIT) -> Document:
    """Read a ruleset's file.

    Raises:
        Refused: as `parse_ruleset`, and when the file cannot be read.
    """
    root, findings = read_document_file(Path(path), limits)
    if root is None or errors_in(findings):
        raise Refused(findings)
    return Document(root, str(path))


def find(
    id: str,
    *,
    rulesets: Sequence[str | Path] = (),
    as_of: date | None = None,
    version: str = "",
    plugins: Mapping[str, ModuleType] | None = None,
) -> Document:
    """Find a ruleset by its id, never by a path: ids from outside go through here.

    Args:
        id: ``name/name``, or ``namespace:name/name`` for what a plugin's package carries.
        rulesets: folders to search before the bundled ones.
        as_of: the day on which it must be in force; without one the newest is taken.
        version: exactly this version.
        plugins: where given, only these have packages. Nothing is imported either way.

    Raises:
        Refused: when there is none, or more than one.
    """
    edition, findings = library(rulesets, plugins).edition(str(id), version, as_of)
    if edition is None or edition.root is None or errors_in(findings):
        raise Refused(findings)
    return Document(edition.root, str(edition.path))


def library(
    rulesets: Sequence[str | Path] = (), plugins: Mapping[str, ModuleType] | None = None
) -> Library:
    """Where ids are found: folders, the bundled rulesets, and with a namespace the packages."""
    folders = tuple(Path(folder) for folder in rulesets)
    return Library(folders, packages=discovery.Carriers(plugins))


def opened(
    ruleset: str | Path | Document,
    *,
    rulesets: Sequence[str | Path] = (),
    as_of: date | None = None,
    plugins: Mapping[str, ModuleType] | None = None,
) -> Document:
    """A ruleset's document: a `Path`, or a text that ends in ``.toml``, is read; an id is found.

    Notepad's ``kota.toml.txt`` is told as the ``kota.toml`` that is not there.

    Raises:
        Refused: as `read_ruleset` and `find`.
    """
    if isinstance(ruleset, Document):
        return ruleset
    if isinstance(ruleset, Path):
        return read_ruleset(str(ruleset))
    if ruleset.casefold().endswith(".cases.toml"):
        from ujikom_rules.reading.scoresheets.reader import not_rules  # noqa: PLC0415  seldom

        raise Refused((not_rules(Path(ruleset)),))
    meant = ruleset.removesuffix(".txt")
    if ruleset.endswith(".toml") or (meant.endswith(".toml") and not is_there(Path(meant))):
        return read_ruleset(meant)
    return find(ruleset, rulesets=rulesets, as_of=as_of, plugins=plugins)


def merged(
    ruleset: str | Path | Document,
    *,
    rulesets: Sequence[str | Path] = (),
    as_of: date | None = None,
    plugins: Mapping[str, ModuleType] | None = None,
) -> Document:
    """A ruleset after `extends`, as one document: what its digest is taken over.

    Args:
        ruleset: as `plan`.
        rulesets: folders in which ids are found.
        as_of: the day on which it and its bases must be in force.
        plugins: where given, only these have packages in which a base may lie.

    Raises:
        Refused: when it or a base cannot be read.
    """
    root, findings, files = resolved(ruleset, rulesets, plugins, as_of)
    if errors_in(findings):
        raise Refused(findings)
    return Document(root, files[0] if files else "")


def resolved(
    ruleset: str | Path | Document,
    folders: Sequence[str | Path],
    modules: Mapping[str, ModuleType] | None,
    as_of: date | None,
) -> tuple[Entry, tuple[Finding, ...], tuple[str, ...]]:
    """The document after `extends`, the findings of merging, and the files it was read from."""
    books = library(folders, modules)
    document = opened(ruleset, rulesets=folders, as_of=as_of, plugins=modules)

    def base(id: str, version: str, place: Place) -> tuple[Entry | None, tuple[Finding, ...]]:
        return books.find(id, version, as_of, place=place)

    return overlay.resolve(document.root, base)


def refuse_other(data: object, kinds: tuple[type, ...], file: str) -> None:
    """Refuse what a caller hands over in place of a text, such as a JSON list."""
    if not isinstance(data, kinds):
        expected = Text("sebuah teks", "a text")
        got = type(data).__name__
        raise Refused([finding("UJ631", Place(file), expected=expected, got=got)])
