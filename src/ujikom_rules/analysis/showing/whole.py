"""The sections about the whole: identity, steps, weights, decision, standings, rounding."""

from collections.abc import Iterable
from datetime import date

from ujikom_rules.analysis.showing import sentences as s
from ujikom_rules.analysis.showing import unsaid
from ujikom_rules.analysis.showing.citing import basis
from ujikom_rules.analysis.showing.frame import frame
from ujikom_rules.analysis.showing.kinds import (
    gives,
    kind_of,
    marked_by_examiners,
    name_of,
    sources,
)
from ujikom_rules.analysis.showing.origins import NODES, PANEL, RANKING, of_core
from ujikom_rules.analysis.showing.parts import called, part
from ujikom_rules.analysis.showing.predicates import subjects
from ujikom_rules.analysis.showing.speaking import Keys, Speaker
from ujikom_rules.analysis.showing.telling import Pair, cell, plain, rules, tell
from ujikom_rules.analysis.showing.values import (
    Block,
    Cell,
    Line,
    Row,
    Section,
    Table,
    Told,
    said,
    told,
)
from ujikom_rules.compiling.predicates import SUBJECTS
from ujikom_rules.messages.terms import term
from ujikom_rules.model.entry import Entry
from ujikom_rules.model.numerals import day
from ujikom_rules.model.words import cited
from ujikom_rules.reading.structure import source_of

_DECISION = ("aggregation", "value", "cut-score", "compare", "classifier")
_RANKING = ("within", "by", "method", "among", "compare", "tie-breaks")
_SHORTLIST = of_core("stage_kinds", "shortlist")
_RANKING_DEFAULTS = {
    "within": "position", "by": "total", "method": "standard-competition", "among": "eligible",
    "compare": "unrounded",
}  # fmt: skip


def heading(speaker: Speaker, key: str) -> str:
    """The heading of a section."""
    return s.SECTIONS[key].say(speaker.lang)


def heads(speaker: Speaker, *keys: str) -> tuple[str, ...]:
    """The heads of a table's columns."""
    return tuple(s.HEADS[key].say(speaker.lang) for key in keys)


def captioned(speaker: Speaker, key: str, name: str = "") -> str:
    """The caption of a table."""
    return speaker.say(s.CAPTIONS[key], name=name).text


def identity(speaker: Speaker, root: Entry, digest: str, bases: Iterable[str]) -> Section:
    """Who the ruleset is."""
    keys = Keys(root.get("ruleset") or root.with_data({}))
    keys.take("title")
    found: list[Pair] = []

    def add(key: str, what: Told) -> None:
        found.append((s.HEADER[key].say(speaker.lang), what))

    for key in ("id", "version"):
        entry = keys.take(key)
        if entry is not None:
            add(key, tell(speaker, key, entry, ""))
    add("effective", _effective(speaker, keys.take("effective")))
    named = (root.get("ruleset") or root).get("source")
    if named is not None:
        add("source", _source(speaker, named))
    for base in bases:
        add("base", told(base))
    add("schema", _schema(speaker, root.get("schema")))
    if digest:
        add("digest", told(digest))
    found += [(speaker.key(k), tell(speaker, k, v, "")) for k, v in keys.rest().items()]
    return Section(
        "ruleset", heading(speaker, "ruleset"), rules(captioned(speaker, "ruleset"), found)
    )


def _schema(speaker: Speaker, entry: Entry | None) -> Told:
    """The shape of the file, which is no number of the rules."""
    if entry is None:
        return told("-")
    whole = isinstance(entry.data, int) and not isinstance(entry.data, bool)
    return told(str(entry.data)) if whole else tell(speaker, "schema", entry, "")


def _effective(speaker: Speaker, entry: Entry | None) -> Told:
    keys = Keys(entry) if entry is not None else None
    first, last = (None, None) if keys is None else (keys.take("from"), keys.take("to"))
    days = [each for each in (first, last) if each is not None]
    if entry is not None and (
        not all(isinstance(each.data, date) for each in days) or (keys is not None and keys.rest())
    ):
        return tell(speaker, "effective", entry, "")
    form = s.EFFECTIVE[first is not None, last is not None]
    names = {
        name: day(each.data, speaker.lang)
        for name, each in (("first", first), ("last", last))
        if each is not None and isinstance(each.data, date)
    }
    return speaker.line(form, **names)


def _source(speaker: Speaker, entry: Entry) -> Told:
    source = source_of(entry)
    parts = ("",) if source is None else (cited(source, speaker.lang), source.url)
    return told(", ".join(filter(None, parts)))


def steps(speaker: Speaker, stages: tuple[Entry, ...]) -> Section:
    """The stages in their order, a row each."""
    rows = []
    for number, stage in enumerate(stages, start=1):
        whole, offered = kind_of(speaker, stage)
        failed = stage.get("when-failed")
        after = stage.get("when")
        last = _failed(speaker, stage, failed, after)
        rows.append(
            Row(
                (
                    plain(str(number)),
                    plain(name_of(speaker, stage)),
                    plain(called(speaker, "stage_kinds", whole, offered)),
                    _needed(speaker, stage),
                    last,
                )
            )
        )
    columns = heads(speaker, "number", "stage", "kind", "reads", "failed")
    table = Table(captioned(speaker, "steps"), columns, tuple(rows))
    return Section("steps", heading(speaker, "steps"), (table,))


def _failed(speaker: Speaker, stage: Entry, failed: Entry | None, when: Entry | None) -> Cell:
    if gives(speaker, stage) not in ("verdict", "document"):
        return plain("-")
    if when is not None and when.data == "after":
        return plain(speaker.value(when, "when"))
    if failed is None:
        return speaker.default(speaker.word("when-failed", "go-on"), NODES).lines
    return plain(speaker.value(failed, "when-failed"))


def _needed(speaker: Speaker, stage: Entry) -> Cell:
    """What a step reads and which steps it needs, in words."""
    lines: list[Line] = []
    if gives(speaker, stage) == "value":
        found = [
            frame(speaker, "reads", each, "").lines[0].said
            if isinstance(each, Entry)
            else said(s.SOURCES[each].say(speaker.lang))
            for each in sources(speaker, stage)
        ]
        lines += [Line(each) for each in dict.fromkeys(found)]
    if gives(speaker, stage) == "shortlist":
        by = stage.get("by")
        lines += (
            speaker.default(speaker.word("by", "total-so-far"), _SHORTLIST).lines
            if by is None
            else cell(frame(speaker, "by", by, ""))
        )
    if gives(speaker, stage) == "verdict":
        asked = (each for entry in stage.walk() for each in subjects(speaker, _asked(entry)))
        lines += [Line(each) for each in dict.fromkeys(asked)]
    for key in ("requires", "needs"):
        entry = stage.get(key)
        if entry is not None:
            value = tell(speaker, key, entry, "").lines[0].said
            lines.append(Line(said(speaker.key(key), ": ", value)))
    return tuple(lines) or plain("-")


def _asked(entry: Entry) -> dict[str, Entry]:
    """The subjects that a table names, by their kind."""
    table = entry.table()
    return {k: v for k, v in table.items() if k in SUBJECTS and isinstance(v.data, str)}


def weights(speaker: Speaker, root: Entry) -> Section | None:
    """The weight of every stage, or the rows by group."""
    decision = root.get("decision") or root.with_data({})
    scored = unsaid.scored(speaker, root)
    rows = [
        {key: _weight(speaker, key, each, decision, scored) for key in ("weight", "factor")}
        for each in scored
    ]
    kinds = [key for key in ("weight", "factor") if any(row[key] is not None for row in rows)]
    blocks: list[Block] = []
    if kinds:
        body = tuple(
            Row((plain(name_of(speaker, each)), *(row[key] or plain("-") for key in kinds)))
            for each, row in zip(scored, rows, strict=True)
        )
        columns = heads(speaker, "stage", *kinds)
        blocks.append(Table(captioned(speaker, "weights"), columns, body))
    written = decision.get("weighting")
    label = speaker.key("weighting")
    if written is not None:
        what = part(speaker, "weightings", written, heading(speaker, "weights"))
        blocks += rules(captioned(speaker, "rules", label), [(label, what)])
    elif (default := unsaid.weighting(speaker, decision, scored)) is not None:
        blocks += rules(captioned(speaker, "rules", label), [(label, default)])
    if not blocks:
        return None
    return Section("weights", heading(speaker, "weights"), tuple(blocks))


def _weight(
    speaker: Speaker, key: str, stage: Entry, decision: Entry, scored: tuple[Entry, ...]
) -> Cell | None:
    """A stage's weight or factor: as written, or as it arises; None where it has none."""
    written = stage.get(key)
    if written is not None:
        return cell(frame(speaker, key, written, name_of(speaker, stage)))
    found = unsaid.of_child(speaker, key, stage, decision, scored)
    return None if found is None else cell(found)


def decision(speaker: Speaker, root: Entry) -> Section:
    """How stages become a total, and a total a verdict."""
    entry = root.get("decision") or root.with_data({})
    name = heading(speaker, "decision")
    keys = Keys(entry, without=("weighting",))
    title, rounded = keys.take("title"), keys.take("rounding")
    found: list[Pair] = []
    if title is not None:
        found.append((speaker.key("title"), told(speaker.text(title))))
    for key in _DECISION:
        written = keys.take(key)
        if written is not None:
            found.append((speaker.frame_key(key), frame(speaker, key, written, name)))
        elif key == "aggregation":
            mean = called(speaker, "aggregators", "core:weighted-mean", None)
            found.append((speaker.key(key), speaker.default(mean, NODES)))
        elif key == "compare":
            found.append((speaker.key(key), speaker.default(speaker.word(key, "unrounded"), NODES)))
        elif key == "cut-score":
            found.append((speaker.key(key), speaker.default(s.NOTHING.say(speaker.lang), NODES)))
    if rounded is not None:
        found.append((speaker.key("rounding"), frame(speaker, "rounding", rounded, name)))
    found += [(speaker.key(k), tell(speaker, k, v, name)) for k, v in keys.rest().items()]
    found += basis(speaker, entry)
    return Section("decision", name, rules(captioned(speaker, "decision"), found))


def standings(speaker: Speaker, root: Entry) -> Section:
    """The main standing, and the further ones."""
    main, more = root.get("ranking"), root.get("rankings")
    found = [(term("rank").say(speaker.lang), main or root.with_data({}))]
    further = {} if more is None else more.table()
    found += [(speaker.say(s.FURTHER, id=id_).text, each) for id_, each in further.items()]
    blocks: list[Block] = []
    for name, entry in found:
        keys = Keys(entry)
        lines: list[Pair] = []
        for key in _RANKING:
            written = keys.take(key)
            if written is not None:
                lines.append((speaker.key(key), frame(speaker, key, written, name)))
            elif key in _RANKING_DEFAULTS:
                word = speaker.word(key, _RANKING_DEFAULTS[key])
                lines.append((speaker.key(key), speaker.default(word, RANKING)))
            else:
                nothing = speaker.default(s.NOTHING.say(speaker.lang), RANKING)
                lines.append((speaker.key(key), nothing))
        lines += [(speaker.key(k), tell(speaker, k, v, name)) for k, v in keys.rest().items()]
        lines += basis(speaker, entry)
        blocks += rules(captioned(speaker, "ranking", name), lines)
        if (entry.get("tie-breaks") or entry).items():
            blocks.append(Line(speaker.say(s.TIE_MISSING)))
    return Section("ranking", heading(speaker, "ranking"), tuple(blocks))


def panel(speaker: Speaker, root: Entry) -> Section | None:
    """The panel of the event."""
    entry = root.get("panel")
    name, label = heading(speaker, "panel"), speaker.key("panel")
    if entry is None:
        if not any(marked_by_examiners(speaker, each) for each in unsaid.scored(speaker, root)):
            return None
        everybody = speaker.default(s.ALL_EXAMINERS.say(speaker.lang), PANEL)
        return Section("panel", name, rules(captioned(speaker, "panel"), [(label, everybody)]))
    found: list[Pair] = [(label, frame(speaker, "panel", entry, name)), *basis(speaker, entry)]
    blocks: list[Block] = [*rules(captioned(speaker, "panel"), found)]
    if len(entry.items()) > 1:
        blocks.append(Line(speaker.say(s.ALL_SEATED)))
    return Section("panel", name, tuple(blocks))
