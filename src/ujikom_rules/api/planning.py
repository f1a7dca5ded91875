"""A ruleset read and compiled: the plan, or every finding that stands in its way."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from types import ModuleType

from attrs import evolve

from ujikom_rules.api.rulesets import Document, opened, resolved
from ujikom_rules.catalogue import passages
from ujikom_rules.catalogue.catalogue import open_catalogue
from ujikom_rules.compiling import compile_ruleset
from ujikom_rules.errors import Finding, Refused, errors_in, said_once
from ujikom_rules.model.ruleset import Ruleset
from ujikom_rules.planned import Plan
from ujikom_rules.reading import overlay
from ujikom_rules.reading.ruleset import structure

_NO_BASE = (
    "UJ0",
    "UJ1",
    "UJ204",
    "UJ401",
    "UJ402",
    "UJ403",
    "UJ8",
)  # a base that could not be read


def plan(
    ruleset: str | Path | Document,
    *,
    rulesets: Sequence[str | Path] = (),
    plugins: Mapping[str, ModuleType] | None = None,
    as_of: date | None = None,
) -> Plan:
    """Read and compile a ruleset, once for any number of events.

    Args:
        ruleset: a path (any `Path`, or a text that ends in ``.toml``), an id, or a document.
        rulesets: folders in which ids are found.
        plugins: where given, only these exist and nothing installed is imported.
        as_of: the day on which it must be in force.

    Raises:
        Refused: with every finding; `Plan.findings` holds the warnings of a plan that is made.

    Example:
        ``plan("malang/2024").stages[0].id``
    """
    made = outline(ruleset, rulesets=rulesets, plugins=plugins, as_of=as_of)
    if missing := unready(made):
        raise Refused((*made.findings, *missing))
    return made


def outline(
    ruleset: str | Path | Document,
    *,
    rulesets: Sequence[str | Path] = (),
    plugins: Mapping[str, ModuleType] | None = None,
    as_of: date | None = None,
) -> Plan:
    """A plan to be read and compared, not to score with: of a base too, whose terms await values.

    Args:
        ruleset: as `plan`, and so are the others.
        rulesets: folders in which ids are found.
        plugins: where given, only these exist.
        as_of: the day on which it must be in force.

    Raises:
        Refused: as `plan`, but for terms that are handed on to overlays without a value.
    """
    _, made, findings = compiled(ruleset, rulesets=rulesets, plugins=plugins, as_of=as_of)
    if made is None or errors_in(findings):
        raise Refused(findings)
    return evolve(made, findings=said_once(findings))


def unready(made: Plan) -> tuple[Finding, ...]:
    """What keeps an outline from scoring: the terms that are handed on without a value."""
    return () if made.root is None else overlay.handed_on(made.root)


def check(
    ruleset: str | Path | Document,
    *,
    rulesets: Sequence[str | Path] = (),
    plugins: Mapping[str, ModuleType] | None = None,
    as_of: date | None = None,
) -> tuple[Finding, ...]:
    """Every finding of reading and compiling a ruleset, raising nothing.

    What can be said of its rules beside that, `ujikom_rules.check` says too.
    """
    try:
        _, _, findings = compiled(ruleset, rulesets=rulesets, plugins=plugins, as_of=as_of)
    except Refused as refused:
        return refused.findings
    return said_once(findings)


def compiled(
    ruleset: str | Path | Document,
    *,
    rulesets: Sequence[str | Path] = (),
    plugins: Mapping[str, ModuleType] | None = None,
    as_of: date | None = None,
) -> tuple[Ruleset | None, Plan | None, tuple[Finding, ...]]:
    """The ruleset as it was compiled, the plan, and all findings; each None where it failed.

    Raises:
        Refused: where the file cannot even be read.
    """
    document = opened(ruleset, rulesets=rulesets, plugins=plugins, as_of=as_of)
    read, findings = _structured(document, rulesets, plugins, as_of)
    if read is None:
        return None, None, findings
    catalogue, said = open_catalogue(read.plugins, plugins)
    findings += said
    amended = passages.amend(read, catalogue)
    findings += amended.findings
    made, said = compile_ruleset(
        amended.ruleset, catalogue, amended.amendments, passages.observers(read, catalogue)
    )
    findings += said
    if not errors_in(findings):
        findings += passages.review(amended.ruleset, catalogue)
    if read.root is not None:
        findings = overlay.placed(findings, document.root, read.root)
    return amended.ruleset, made, findings


def _structured(
    ruleset: str | Path | Document,
    folders: Sequence[str | Path],
    modules: Mapping[str, ModuleType] | None,
    as_of: date | None,
) -> tuple[Ruleset | None, tuple[Finding, ...]]:
    """The merged ruleset, typed; and the findings of reading."""
    root, findings, files = resolved(ruleset, folders, modules, as_of)
    if any(each.code.startswith(_NO_BASE) for each in errors_in(findings)):
        return None, findings  # whatever else is missing would be missing for want of the base
    read, said = structure(root, files, overlay.bounds(root))
    return read, (*findings, *said)
