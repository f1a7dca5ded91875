"""A merged document to a `Ruleset`: every key of the frame typed, every mistake found."""

from datetime import date
from typing import Any, get_args

from ujikom_rules import names
from ujikom_rules.errors import Finding
from ujikom_rules.messages import Text, finding
from ujikom_rules.model.entry import Entry
from ujikom_rules.model.ruleset import (
    Among,
    Bound,
    Compare,
    FactRef,
    FactSpec,
    FactType,
    Method,
    NodeSpec,
    PluginSpec,
    RankingSpec,
    Ruleset,
    TieBreakSpec,
)
from ujikom_rules.reading import nodes
from ujikom_rules.reading import structure as read
from ujikom_rules.reading.canonical import digest
from ujikom_rules.reading.structure import Keys, Log

SCHEMA = 1
TOP = ("schema", "ruleset", "plugins", "facts", "panel", "rounding", "stages", "decision",
       "ranking", "rankings", "open")  # fmt: skip


def structure(
    root: Entry, files: tuple[str, ...] = (), bounds: tuple[Bound, ...] = ()
) -> tuple[Ruleset | None, tuple[Finding, ...]]:
    """Read a merged document.

    Args:
        root: the document after `extends`, with sources laid on its numbers.
        files: the files that it was read from.
        bounds: bounds of open terms that hold for weights however they arise.

    Returns:
        The ruleset, or None where not even its identity or decision could be read; and all
        findings. A ruleset with findings of severity error must not be compiled further than
        for more findings.
    """
    log = Log()
    keys = Keys(root, log)
    schema = keys.take("schema", required=True)
    if schema is not None and schema.data != SCHEMA:
        log.add("UJ209", schema, got=schema.data, expected=SCHEMA)
    head = _head(keys, log)
    plugins = _plugins(keys.take("plugins"), log)
    declared = keys.take("facts")
    facts = _facts(declared, log)
    panels = keys.read("panel", read.one_or_many(read.panel_rule)) or ()
    rounding = keys.read("rounding", nodes.rounding) or {}
    stages = keys.read("stages", read.items(nodes.stage, filled=True), required=True) or ()
    nodes.refuse_twice(stages, log)
    for stage in stages:
        if stage.id == "total":
            place = stage.place_of("id")
            log.findings.append(finding("UJ212", place, stage.path, got="total"))
    decision = keys.read("decision", nodes.decision)
    rankings = _rankings(keys, log)
    keys.take("open")
    keys.end(TOP)
    ruleset = Ruleset(
        plugins=plugins,
        facts=facts,
        unread_facts=frozenset(declared.table() if declared is not None else ()) - set(facts),
        panels=panels,
        rounding=rounding,
        rounding_written=keys.table.get("rounding"),
        stages=stages,
        decision=decision or NodeSpec(id="total", path="decision", place=root.place),
        rankings=rankings,
        bounds=bounds,
        digest=digest(root),
        files=files,
        assumes=any(_is_assumed(each) for each in root.walk()),
        place=root.place,
        root=root,
        **head,
    )
    return ruleset, tuple(log.findings)


def _is_assumed(entry: Entry) -> bool:
    numeric = entry.kind() == "number" and entry.path != "schema"
    return numeric and entry.source is not None and entry.source.is_assumption


def _head(keys: Keys, log: Log) -> dict[str, Any]:
    entry = keys.take("ruleset", required=True)
    if entry is None:
        return {"id": "", "version": "", "title": Text.same("")}
    head = Keys(entry, log)
    id_ = head.read("id", read.text, required=True)
    if id_ is not None and not names.is_ruleset_id(id_):
        log.add("UJ204", entry.table()["id"], got=id_, expected="kota/2025")
    version = head.read("version", read.text, required=True)
    title = head.read("title", read.texts, required=True)
    effective = head.read("effective", _effective) or (None, None)
    head.take("source")
    head.take("extends")
    head.end(("id", "version", "title", "effective", "source", "extends"))
    return {
        "id": id_ or "",
        "version": version or "",
        "title": title or Text.same(id_ or ""),
        "effective": effective,
    }


def _effective(entry: Entry, log: Log) -> tuple[date | None, date | None]:
    keys = Keys(entry, log)
    first, last = keys.read("from", read.day), keys.read("to", read.day)
    keys.end(("from", "to"))
    if first is not None and last is not None and last < first:
        log.add("UJ213", entry.table()["to"], got=last, expected=first)
    return first, last


def _plugins(entry: Entry | None, log: Log) -> tuple[PluginSpec, ...]:
    if entry is None:
        return ()
    keys = Keys(entry, log)
    found: list[PluginSpec] = []
    for namespace, each in keys.rest().items():
        if not names.is_id(namespace) or namespace == names.CORE:
            log.add("UJ204", each, at_key=True, got=namespace, expected="kota")
            continue
        if isinstance(each.data, str):
            found.append(PluginSpec(namespace, each.data, False, each.key_place, each.path))
            continue
        said = Keys(each, log)
        version = said.read("version", read.text, required=True)
        amends = said.read("amends", read.yes_no) or False
        said.end(("version", "amends"))
        if version is not None:
            found.append(PluginSpec(namespace, version, amends, each.key_place, each.path))
    return tuple(found)


def _facts(entry: Entry | None, log: Log) -> dict[str, FactSpec]:
    if entry is None:
        return {}
    found: dict[str, FactSpec] = {}
    for name, each in Keys(entry, log).rest().items():
        if not names.is_id(name):
            log.add("UJ204", each, at_key=True, got=name, expected="masa-jabatan")
            continue
        spec = _fact(name, each, log)
        if spec is not None:
            found[name] = spec
    return found


def _fact(name: str, entry: Entry, log: Log) -> FactSpec | None:
    keys = Keys(entry, log)
    type_ = keys.read("type", read.word(*get_args(FactType)), required=True)
    title = keys.read("title", read.texts)
    allowed = _FACT_KEYS.get(type_ or "", ())
    found: dict[str, Any] = {
        key.replace("-", "_"): keys.read(key, reader)
        for key, reader in _FACT_READERS.items()
        if key in allowed
    }
    keys.take("source")
    if type_ is not None:
        keys.end(("type", "title", *allowed))
    elif "type" not in entry and (slip := names.nearest("type", keys.left)):
        log.add("UJ201", keys.left[slip], at_key=True, got=slip, nearest="type")
    if type_ in ("years", "months") and found.get("since") is None and "since" not in entry:
        log.add("UJ202", entry, at_key=True, expected="since")
    if type_ == "level" and found.get("levels") is None and "levels" not in entry:
        log.add("UJ202", entry, at_key=True, expected="levels")
    if type_ is None:
        return None
    said = {key: value for key, value in found.items() if value is not None}
    return FactSpec(name, type_, title=title, written=entry.table(), place=entry.key_place,
                    path=entry.path, **said)  # fmt: skip


_FACT_READERS: dict[str, Any] = {
    "one-of": read.items(read.text, filled=True),
    "lower": read.number,
    "upper": read.number,
    "step": read.number,
    "levels": read.items(read.text, filled=True),
    "since": read.text,
}
_FACT_KEYS: dict[str, tuple[str, ...]] = {
    "text": ("one-of",),
    "number": ("lower", "upper", "step"),
    "level": ("levels",),
    "years": ("since",),
    "months": ("since",),
}


def _rankings(keys: Keys, log: Log) -> tuple[RankingSpec, ...]:
    main = keys.take("ranking")
    found = [RankingSpec(id="rank") if main is None else ranking("rank", main, log)]
    more = keys.take("rankings")
    if more is not None:
        for id_, each in Keys(more, log).rest().items():
            if not names.is_id(id_) or id_ == "rank":
                log.add("UJ204", each, at_key=True, got=id_, expected="lokasi")
                continue
            found.append(ranking(id_, each, log))
    return tuple(found)


def ranking(id_: str, entry: Entry, log: Log) -> RankingSpec:
    """A standing."""
    keys = Keys(entry, log)
    said: dict[str, Any] = {
        "within": keys.read("within", read.one_or_many(within)),
        "by": keys.read("by", _by),
        "method": keys.read("method", read.word(*get_args(Method))),
        "among": keys.read("among", read.word(*get_args(Among))),
        "tie_breaks": keys.read("tie-breaks", read.items(tie_break)),
        "compare": keys.read("compare", read.word(*get_args(Compare))),
    }
    keys.take("source")
    keys.end(("within", "by", "method", "among", "tie-breaks", "compare"))
    given = {key: value for key, value in said.items() if value is not None}
    return RankingSpec(id=id_, written=entry.table(), place=entry.place, path=entry.path, **given)


def within(entry: Entry, log: Log) -> str | FactRef | None:
    """A grouping of a standing: position, event, or a fact."""
    if isinstance(entry.data, str):
        found: str | None = read.word("position", "event")(entry, log)
        return found
    return read.fact_ref(entry, log)


def _by(entry: Entry, log: Log) -> str | None:
    if isinstance(entry.data, str):
        found = read.word("total")(entry, log)
        return None if found is None else ""
    keys = Keys(entry, log)
    stage = keys.read("stage", read.text, required=True)
    keys.end(("stage",))
    return stage


def tie_break(entry: Entry, log: Log) -> TieBreakSpec | None:
    """A tie-break with its direction."""
    part = read.part(entry, log)
    order = entry.get("order")
    found = None if order is None else read.word("ascending", "descending")(order, log)
    return None if part is None else TieBreakSpec(part, found == "ascending")
