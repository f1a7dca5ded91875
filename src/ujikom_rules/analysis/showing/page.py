"""A merged ruleset as a page: every section in its order, from the document itself."""

from collections.abc import Mapping, Sequence

from attrs import evolve

from ujikom_rules.analysis.showing import lists, roundings, stages, whole, words
from ujikom_rules.analysis.showing.kinds import text_of
from ujikom_rules.analysis.showing.speaking import Keys, Speaker
from ujikom_rules.analysis.showing.values import Line, Page, Section, Table, said
from ujikom_rules.catalogue.catalogue import Catalogue
from ujikom_rules.messages import Lang
from ujikom_rules.model.entry import Entry
from ujikom_rules.model.outcome import Amendment, PluginUsed
from ujikom_rules.names import digest_shown

_MOST = 7  # columns that a sheet of A4 and a console hold
_TOLD = (
    "schema", "ruleset", "plugins", "facts", "panel", "rounding", "stages", "decision", "ranking",
    "rankings", "open",
)  # fmt: skip


def page_of(
    root: Entry,
    catalogue: Catalogue,
    lang: Lang = "id",
    *,
    digest: str = "",
    writers: Mapping[str, str] | None = None,
    used: Mapping[str, PluginUsed] | None = None,
    amendments: Sequence[Amendment] = (),
) -> Page:
    """A merged ruleset read back in words.

    Args:
        root: the document after `extends`, with sources laid on its numbers.
        catalogue: the parts that it may name.
        lang: the language.
        digest: the digest of the document.
        writers: of the files of its bases, what the ruleset in each is called.
        used: the plugins as they are installed.
        amendments: what they changed.
    """
    bases = dict(writers or {})
    speaker = speaker_of(root, catalogue, lang, bases)
    listed = root.get("stages")
    items = () if listed is None else listed.items()
    found: list[Section | None] = [
        whole.identity(speaker, root, digest, bases.values()),
        whole.steps(speaker, items),
        *(stages.section(speaker, n, each, root) for n, each in enumerate(items, start=1)),
        whole.weights(speaker, root),
        whole.decision(speaker, root),
        roundings.rounding(speaker, root, items),
        whole.standings(speaker, root),
        whole.panel(speaker, root),
        lists.facts(speaker, root),
        lists.evidence(speaker, items),
        lists.opens(speaker, root),
        lists.plugins(speaker, root, used or {}),
        lists.amendments(speaker, amendments),
        lists.others(speaker, Keys(root, without=_TOLD).rest()),
    ]
    sections = [_narrow(each) for each in found if each is not None]
    first = sections[0]
    means = Line(said(words.DEFAULT_MEANS.say(lang)))
    sections[0] = Section(first.id, first.title, (*first.blocks, means))
    head = root.get("ruleset")
    title = None if head is None else head.get("title")
    return Page(
        lang=lang,
        title=speaker.text(title) if title is not None else text_of(head),
        sections=tuple(sections),
        notes_title=whole.heading(speaker, "notes"),
        notes=speaker.written_notes(),
        mark=_mark(head, digest),
    )


def speaker_of(
    root: Entry, catalogue: Catalogue, lang: Lang, writers: Mapping[str, str] | None = None
) -> Speaker:
    """Who says the values of a merged ruleset, with the names that it gives."""
    return Speaker(lang, catalogue, _names(root, lang), dict(writers or {}))


def _narrow(section: Section) -> Section:
    """A section whose tables of many columns are turned, where that makes them fewer."""
    blocks = (
        each.turned() if isinstance(each, Table) and each.columns > _MOST and each.turns else each
        for each in section.blocks
    )
    return evolve(section, blocks=tuple(blocks))


def _mark(head: Entry | None, digest: str) -> str:
    """The id and version of a ruleset, and the first signs of its digest."""
    said = () if head is None else (text_of(head.get("id")), text_of(head.get("version")))
    return " · ".join(filter(None, (" ".join(filter(None, said)), digest_shown(digest))))


def _names(root: Entry, lang: Lang) -> Mapping[str, Mapping[str, str]]:
    """What stages, criteria and facts are called; two of one title are told apart by their ids."""
    stages_: dict[str, str] = {}
    criteria: dict[str, str] = {}
    listed = root.get("stages")
    for stage in () if listed is None else listed.items():
        id_ = text_of(stage.get("id"))
        stages_[id_] = _title(stage, lang) or id_
        _criteria(stage, id_, lang, criteria)
    declared = root.get("facts")
    facts = {} if declared is None else {
        name: _title(each, lang) or name for name, each in declared.table().items()
    }  # fmt: skip
    named = {"stage": stages_, "criterion": criteria, "fact": facts}
    return {kind: _apart(found) for kind, found in named.items()}


def _criteria(node: Entry, above: str, lang: Lang, found: dict[str, str]) -> None:
    listed = node.get("criteria")
    for each in () if listed is None else listed.items():
        id_ = text_of(each.get("id"))
        address = f"{above}.{id_}"
        found[address] = _title(each, lang) or id_
        _criteria(each, address, lang, found)


def _title(entry: Entry, lang: Lang) -> str:
    title = entry.get("title")
    if title is None:
        return ""
    return text_of(title) or text_of(title.get(lang)) or text_of(title.get("id") or title.get("en"))


def _apart(names: Mapping[str, str]) -> dict[str, str]:
    called = list(names.values())
    ids = set(names)
    return {
        id_: f"{name} ({id_})" if called.count(name) > 1 or (name in ids and name != id_) else name
        for id_, name in names.items()
    }
