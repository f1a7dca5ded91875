"""What a stage is: its kind, what that gives, and where its leaves read from."""

from collections.abc import Iterator

from ujikom_rules import names
from ujikom_rules.analysis.showing.speaking import Speaker
from ujikom_rules.catalogue.catalogue import Offered
from ujikom_rules.model.entry import Entry


def text_of(entry: Entry | None) -> str:
    """The plain text of an entry; empty where there is none."""
    return entry.data if entry is not None and isinstance(entry.data, str) else ""


def kind_of(speaker: Speaker, stage: Entry) -> tuple[str, Offered | None]:
    """The whole name of a stage's kind, and the part."""
    kind = stage.get("kind")
    use = kind if kind is None or isinstance(kind.data, str) else kind.get("use")
    whole = names.qualified(text_of(use))
    return whole, speaker.catalogue.find("stage_kinds", whole)


def gives(speaker: Speaker, stage: Entry) -> str:
    """What a stage's kind gives."""
    _, offered = kind_of(speaker, stage)
    return "value" if offered is None else offered.part.gives


def name_of(speaker: Speaker, stage: Entry) -> str:
    """What a stage is called."""
    return speaker.name("stage", text_of(stage.get("id")))


def sources(speaker: Speaker, stage: Entry) -> Iterator[Entry | str]:
    """Where the leaves of a stage read from; a text where nothing is written."""
    inherited = _inherited(speaker, stage)
    for leaf in leaves(stage):
        yield leaf.get("reads") or inherited


def _inherited(speaker: Speaker, stage: Entry) -> Entry | str:
    """What a leaf reads that does not say it itself."""
    _, offered = kind_of(speaker, stage)
    each = stage.get("each")
    said = each.get("reads") if each is not None else None
    return said or stage.get("reads") or ("secretariat" if offered is None else offered.part.reads)


def leaves(node: Entry) -> Iterator[Entry]:
    """The leaves beneath a node; a node without criteria is one itself."""
    criteria = node.get("criteria")
    inside = () if criteria is None else criteria.items()
    if not inside:
        yield node
    for each in inside:
        yield from leaves(each)


def marked_by_examiners(speaker: Speaker, stage: Entry, leaf: Entry | None = None) -> bool:
    """Whether a leaf of the stage, or the one that is named, is marked by examiners."""
    own = None if leaf is None else leaf.get("reads") or _inherited(speaker, stage)
    found = sources(speaker, stage) if own is None else (own,)
    return any((each if isinstance(each, str) else each.data) == "examiners" for each in found)
