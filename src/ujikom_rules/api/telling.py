"""Results told: as plain data, and as a document of any report format."""

from collections.abc import Iterable, Mapping
from types import ModuleType

from attrs import frozen

from ujikom_rules import names
from ujikom_rules.catalogue import discovery
from ujikom_rules.catalogue.catalogue import open_catalogue
from ujikom_rules.catalogue.listing import any_version
from ujikom_rules.errors import Finding, Refused
from ujikom_rules.evaluating.call import call, refused
from ujikom_rules.messages import Lang, Text, finding
from ujikom_rules.model import document as documents
from ujikom_rules.model import working as workings
from ujikom_rules.model.outcome import Evaluation, Result
from ujikom_rules.planned import PlannedPart


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
    from ujikom_rules.model import versus as differences  # noqa: PLC0415  seldom wanted

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
