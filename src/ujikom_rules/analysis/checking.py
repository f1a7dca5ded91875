"""A ruleset checked: all that reading and compiling find, and what the analysis can prove."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from types import ModuleType

from attrs import frozen

from ujikom_rules import api
from ujikom_rules.analysis.linting import editions, lint, order
from ujikom_rules.analysis.reading_cases import cases_file, read_cases
from ujikom_rules.errors import Finding, Refused, errors_in, said_once
from ujikom_rules.reading.in_force import twice as twice_in


@frozen(eq=False)
class Checked:
    """What came of a check.

    Attributes:
        findings: every finding.
        whole: whether the look into what the rules can and cannot do took place; errors that
            reading and compiling find keep it away.
    """

    findings: tuple[Finding, ...]
    whole: bool


def check(
    ruleset: str | Path | api.Document,
    *,
    rulesets: Sequence[str | Path] = (),
    plugins: Mapping[str, ModuleType] | None = None,
    as_of: date | None = None,
) -> tuple[Finding, ...]:
    """Every finding about a ruleset, raising nothing.

    Beside what `plan` says, a ruleset without errors is looked through for what its rules can
    and cannot do: categories that nobody reaches, bounds that nobody misses, criteria that change
    no total. `plan` and `score` leave that out. The file of cases beside a ruleset that is named
    is read, and what is wrong with it as a file is told; no case is run.

    Args:
        ruleset: a path (any `Path`, or a text that ends in ``.toml``), an id, or a document.
        rulesets: folders in which ids are found.
        plugins: where given, only these exist and nothing installed is imported.
        as_of: the day on which it must be in force.

    Example:
        >>> check("national/seleksi-terbuka")
        ()
    """
    return checked(ruleset, rulesets=rulesets, plugins=plugins, as_of=as_of).findings


def checked(
    ruleset: str | Path | api.Document,
    *,
    rulesets: Sequence[str | Path] = (),
    plugins: Mapping[str, ModuleType] | None = None,
    as_of: date | None = None,
) -> Checked:
    """The same as `check`, and whether all of it could be looked into."""
    try:
        opened = api.opened(ruleset, rulesets=rulesets, as_of=as_of, plugins=plugins)
        read, plan, findings = api.compiled(opened, rulesets=rulesets, plugins=plugins, as_of=as_of)
    except Refused as refused:
        return Checked(refused.findings, whole=False)
    cases = _of_cases(opened.file) if isinstance(ruleset, str) else ()
    if read is None or plan is None or errors_in(findings):
        return Checked(said_once((*findings, *cases)), whole=False)
    books = api.library(rulesets, plugins)
    written = editions.documents(opened.root, books, as_of)
    of_bases = (*order.findings(written, plan), *editions.findings(written, read, books, as_of))
    return Checked(said_once((*findings, *lint(read, plan), *of_bases, *cases)), whole=True)


def twice(names: Sequence[str]) -> Mapping[str, tuple[Finding, ...]]:
    """What is wrong with rulesets named together: two files that are one version of one id.

    Args:
        names: as `check` takes them; only paths that end in ``.toml`` are looked at, since of an
            id its own folder is searched through.

    Returns:
        The findings, by the name of the later of the two files.
    """
    named = {str(Path(name)): name for name in names if name.endswith(".toml")}
    found: dict[str, tuple[Finding, ...]] = {}
    for each in twice_in(map(Path, named)) if len(named) > 1 else ():
        name = named[each.place.file]
        found[name] = (*found.get(name, ()), each)
    return found


def _of_cases(file: str) -> tuple[Finding, ...]:
    """What is wrong with the file of cases beside a ruleset; no file of cases is no finding."""
    path = cases_file(file)
    return read_cases(path)[1] if path.is_file() else ()
