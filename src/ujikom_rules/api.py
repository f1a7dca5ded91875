"""The verbs joined, for embedders: read, plan, evaluate, render.

`plan`, `read_scoresheet` and `score` read the files that they are given and nothing else;
`evaluate`, `render`, `document` and `working` are pure.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any

from attrs import evolve, frozen

from ujikom_rules import names
from ujikom_rules.catalogue import discovery, passages
from ujikom_rules.catalogue.catalogue import open_catalogue
from ujikom_rules.catalogue.listing import PluginFound, any_version, plugins
from ujikom_rules.compiling import compile_ruleset
from ujikom_rules.errors import Finding, Place, Refused, errors_in, said_once
from ujikom_rules.evaluating import evaluate
from ujikom_rules.evaluating.call import call, refused
from ujikom_rules.messages import Lang, Text, finding
from ujikom_rules.model import document as documents
from ujikom_rules.model import versus as differences
from ujikom_rules.model import working as workings
from ujikom_rules.model.entry import Entry
from ujikom_rules.model.outcome import Evaluation, Result
from ujikom_rules.model.ruleset import Ruleset
from ujikom_rules.model.scoresheet import Scoresheet
from ujikom_rules.planned import Plan, PlannedPart
from ujikom_rules.reading import overlay, scoresheets
from ujikom_rules.reading.document import LIMIT, read_document, read_document_file
from ujikom_rules.reading.library import Library
from ujikom_rules.reading.ruleset import structure

__all__ = [
    "Document",
    "PluginFound",
    "check",
    "document",
    "evaluate",
    "find",
    "findings_document",
    "parse_ruleset",
    "parse_scoresheet",
    "plan",
    "plugins",
    "read_ruleset",
    "read_scoresheet",
    "render",
    "score",
    "versus",
    "working",
]


@frozen(eq=False, repr=False)
class Document:
    """A ruleset's text, read and not yet merged with its base or compiled.

    Attributes:
        root: its tables, every value with its place.
        file: where it was read from; empty for a text.
    """

    root: Entry
    file: str = ""


_NO_BASE = ("UJ0", "UJ1", "UJ401", "UJ402", "UJ403", "UJ8")  # a base that could not be read


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
    _refuse_other(text, (str, bytes), file)
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
) -> Document:
    """Find a ruleset by its id, never by a path: ids from outside go through here.

    Args:
        id: ``name/name``.
        rulesets: folders to search before the bundled ones.
        as_of: the day on which it must be in force; without one the newest is taken.
        version: exactly this version.

    Raises:
        Refused: when there is none, or more than one.
    """
    edition, findings = _library(rulesets).edition(str(id), version, as_of)
    if edition is None or edition.root is None or errors_in(findings):
        raise Refused(findings)
    return Document(edition.root, str(edition.path))


def plan(
    ruleset: str | Document,
    *,
    rulesets: Sequence[str | Path] = (),
    plugins: Mapping[str, ModuleType] | None = None,
    as_of: date | None = None,
) -> Plan:
    """Read and compile a ruleset, once for any number of events.

    Args:
        ruleset: a path that ends in ``.toml``, else an id, or a document.
        rulesets: folders in which ids are found.
        plugins: where given, only these exist and nothing installed is imported.
        as_of: the day on which it must be in force.

    Raises:
        Refused: with every finding; `Plan.findings` holds the warnings of a plan that is made.

    Example:
        ``plan("malang/2024").stages[0].id``
    """
    made, findings = _compiled(ruleset, rulesets, plugins, as_of)
    if made is None or errors_in(findings):
        raise Refused(findings)
    return evolve(made, findings=said_once(findings))


def check(
    ruleset: str | Document,
    *,
    rulesets: Sequence[str | Path] = (),
    plugins: Mapping[str, ModuleType] | None = None,
    as_of: date | None = None,
) -> tuple[Finding, ...]:
    """Every finding about a ruleset, raising nothing."""
    try:
        _, findings = _compiled(ruleset, rulesets, plugins, as_of)
    except Refused as refused:
        return refused.findings
    return said_once(findings)


def _compiled(
    ruleset: str | Document,
    folders: Sequence[str | Path],
    modules: Mapping[str, ModuleType] | None,
    as_of: date | None,
) -> tuple[Plan | None, tuple[Finding, ...]]:
    read, findings = _structured(ruleset, folders, as_of)
    if read is None:
        return None, findings
    catalogue, said = open_catalogue(read.plugins, modules)
    findings += said
    amended = passages.amend(read, catalogue)
    findings += amended.findings
    made, said = compile_ruleset(
        amended.ruleset, catalogue, amended.amendments, passages.observers(read, catalogue)
    )
    findings += said
    if not errors_in(findings):
        findings += passages.review(amended.ruleset, catalogue)
    return made, findings


def _structured(
    ruleset: str | Document, folders: Sequence[str | Path], as_of: date | None
) -> tuple[Ruleset | None, tuple[Finding, ...]]:
    """The merged ruleset, typed; and the findings of reading."""
    library = _library(folders)
    if isinstance(ruleset, Document):
        opened = ruleset
    elif ruleset.endswith(".toml"):
        opened = read_ruleset(ruleset)
    else:
        opened = find(ruleset, rulesets=folders, as_of=as_of)

    def base(id: str, version: str, place: Place) -> tuple[Entry | None, tuple[Finding, ...]]:
        return library.find(id, version, as_of, place=place)

    root, findings, files = overlay.resolve(opened.root, base)
    if any(each.code.startswith(_NO_BASE) for each in errors_in(findings)):
        return None, findings  # whatever else is missing would be missing for want of the base
    read, said = structure(root, files, overlay.bounds(root))
    return read, (*findings, *said)


def _library(folders: Sequence[str | Path]) -> Library:
    return Library(tuple(Path(folder) for folder in folders))


def read_scoresheet(path: str | Path, *, limits: int = LIMIT) -> Scoresheet:
    """Read a scoresheet: a JSON file, or a folder of CSVs with ``event.toml``.

    Raises:
        Refused: with every finding, where one of them is an error.
    """
    return _sheet(*scoresheets.read_scoresheet(Path(path), limit=limits))


def parse_scoresheet(
    data: str | bytes | Mapping[str, Any], *, file: str = "", limits: int = LIMIT
) -> Scoresheet:
    """Read a scoresheet from JSON text or from a dictionary of the same shape.

    Raises:
        Refused: with every finding, where one of them is an error.
    """
    _refuse_other(data, (str, bytes, Mapping), file)
    return _sheet(*scoresheets.parse_scoresheet(data, file, limit=limits))


def _refuse_other(data: object, kinds: tuple[type, ...], file: str) -> None:
    """Refuse what a caller hands over in place of a text, such as a JSON list."""
    if not isinstance(data, kinds):
        expected = Text("sebuah teks", "a text")
        got = type(data).__name__
        raise Refused([finding("UJ631", Place(file), expected=expected, got=got)])


def _sheet(sheet: Scoresheet | None, findings: tuple[Finding, ...]) -> Scoresheet:
    if sheet is None or errors_in(findings):
        raise Refused(findings)
    return sheet


def score(
    ruleset: str | Document | Plan,
    scoresheet: str | Path | Scoresheet,
    *,
    rulesets: Sequence[str | Path] = (),
    plugins: Mapping[str, ModuleType] | None = None,
    as_of: date | None = None,
) -> Evaluation:
    """Plan and evaluate in one step, with the ruleset in force on the day of the event.

    Raises:
        Refused: as `plan`, `read_scoresheet` and `evaluate`.
    """
    sheet = scoresheet if isinstance(scoresheet, Scoresheet) else read_scoresheet(scoresheet)
    made = ruleset
    if not isinstance(made, Plan):
        day = as_of or sheet.event.date
        made = plan(made, rulesets=rulesets, plugins=plugins, as_of=day)
    return evaluate(made, sheet)


def document(
    evaluation: Evaluation, lang: Lang = "id", *, figures: bool = False
) -> dict[str, object]:
    """The evaluation as plain data, ready for `json.dumps`: ``ujikom/evaluation@1``."""
    return documents.document(evaluation, lang, figures=figures)


def findings_document(findings: Iterable[Finding], lang: Lang = "id") -> dict[str, object]:
    """Findings as plain data, ready for `json.dumps`: ``ujikom/findings@1``.

    Example:
        >>> findings_document([])["schema"]
        'ujikom/findings@1'
    """
    return documents.findings_document(findings, lang)


def working(evaluation: Evaluation, candidacy: str, lang: Lang = "id") -> dict[str, object]:
    """The working of one candidacy as plain data: ``ujikom/working@1``.

    Raises:
        KeyError: when nobody has that id.
    """
    return workings.working(evaluation, candidacy, lang)


def versus(
    evaluation: Evaluation, candidacy: str, other: str, lang: Lang = "id"
) -> dict[str, object]:
    """Which criterion made the difference between two totals, in points that add up exactly.

    Raises:
        KeyError: when nobody has one of the ids.
    """
    return differences.versus(evaluation, candidacy, other, lang)


@frozen(eq=False, repr=False)
class _ReportView:
    """How a report is to be written."""

    lang: Lang
    candidacy: str
    figures: bool
    result: Result | None


def render(
    evaluation: Evaluation,
    format: str = "text",
    lang: Lang = "id",
    *,
    candidacy: str = "",
    figures: bool = False,
    plugins: Mapping[str, ModuleType] | None = None,
) -> str | bytes:
    """The evaluation as a document.

    Args:
        evaluation: what is reported.
        format: the name of a report format: ``text``, ``json``, ``csv``, ``working``, or one
            that a plugin offers, with its namespace.
        lang: the language.
        candidacy: the one candidacy that is asked about (``working``).
        figures: whether every figure is wanted (``json``).
        plugins: where given, only these exist.

    Raises:
        Refused: when there is no such format.
        KeyError: when nobody has that id.
        PluginError: when the format fails, or answers with neither text nor bytes.
    """
    namespace = names.qualified(format).partition(":")[0]
    there: tuple[discovery.Found, ...] = ()
    if namespace != names.CORE:
        there = discovery.installed() if plugins is None else discovery.given(plugins)
    wanted = tuple(any_version(each) for each in there if each.namespace == namespace)
    catalogue, findings = open_catalogue(wanted, plugins)
    offered = catalogue.find("report_formats", names.qualified(format))
    if offered is None:
        nearest = names.nearest(format, catalogue.known("report_formats"))
        role = Text("bentuk laporan", "report formats")
        raise Refused((*findings, finding("UJ511", got=format, role=role, nearest=nearest)))
    name, shown = names.qualified(format), offered.owner.shown
    made = call(PlannedPart(name=name, part=offered.part, distribution=shown), "make")
    part = PlannedPart(name=name, part=made, distribution=shown)
    result = evaluation[candidacy] if candidacy else None
    said = call(part, "render", evaluation, _ReportView(lang, candidacy, figures, result))
    if not isinstance(said, (str, bytes)):
        raise refused(part, said, "str | bytes")
    return said
