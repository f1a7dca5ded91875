"""The working of one candidacy in words: from the total down to the mark and the rule's line."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, cast

from attrs import frozen

from ujikom_rules.builtin.reports.layout import clean
from ujikom_rules.plugin import Evaluation, ReportAt, Result, Text, to_text, words, working

TITLE = Text("Rincian perhitungan", "Working")
NO_TOTAL = Text("Tidak ada nilai akhir.", "There is no total.")
BESIDE = Text("Tidak menentukan nilai akhir:", "Without effect on the total:")
THERE_IS = Text("Nilai yang ada:", "What there is:")
ABOVE = Text("rinciannya di atas", "worked out above")
PLACES = Text("angka di belakang koma", "places")
OWED = Text("belum diisi", "not entered")
UNRANKED = Text("tanpa peringkat", "unranked")

Entry = Mapping[str, Any]


@frozen(kw_only=True)
class WorkingReport:
    """Every number with its rule in words and what it is made of, indented beneath it."""

    def render(self, evaluation: Evaluation, at: ReportAt) -> str:
        """The working of the one candidacy that is asked about, of each where none is."""
        asked = [at.result] if at.result is not None else list(evaluation)
        return "\n\n".join("\n".join(_lines(evaluation, each, at)) for each in asked) + "\n"


def _lines(evaluation: Evaluation, result: Result, at: ReportAt) -> Iterator[str]:
    name = f" ({result.name})" if result.name else ""
    yield clean(f"{TITLE.say(at.lang)}: {result.candidacy}{name}")
    yield clean(f"{evaluation.title.say(at.lang)}, {evaluation.event}")
    if evaluation.assumes:
        yield words.ASSUMES.say(at.lang)
    yield ""
    told = cast("Sequence[Entry]", working(evaluation, result.candidacy, at.lang)["figures"])
    entries = _entries(told)
    used = {address for entry in entries.values() for address in entry["inputs"]}
    roots = [address for address in entries if address not in used]
    seen: set[str] = set()
    if result.total is None:
        yield NO_TOTAL.say(at.lang)
        if roots:
            yield THERE_IS.say(at.lang)
    else:
        top = next(each for each, entry in entries.items() if "total:final" in entry["stands"])
        yield from _tree(top, entries, seen, at)
        roots = [address for address in roots if address not in seen]
        if roots:
            yield ""
            yield BESIDE.say(at.lang)
    for address in roots:
        yield from _tree(address, entries, seen, at)
    yield ""
    yield from _end(evaluation, result, at)


def _entries(told: Sequence[Entry]) -> dict[str, Entry]:
    """The entries by address; a figure that stands at several addresses is one line with all."""
    entries: dict[str, Entry] = {}
    for entry in told:
        if entry["rule"] == "unchanged":
            first = entries[entry["inputs"][0]]
            entries[first["address"]] = {**first, "stands": [*first["stands"], entry["address"]]}
        else:
            entries[entry["address"]] = {**entry, "stands": [entry["address"]]}
    return entries


def _tree(top: str, entries: Mapping[str, Entry], seen: set[str], at: ReportAt) -> Iterator[str]:
    """A number and, indented beneath it, all that it is made of."""
    stack = [(top, 0)]
    while stack:
        address, depth = stack.pop()
        entry = entries[address]
        again = address in seen and bool(entry["inputs"])
        seen.add(address)
        yield "  " * depth + clean(_said(entry, at, again=again))
        if not again:
            stack.extend((each, depth + 1) for each in reversed(entry["inputs"]))


def _said(entry: Entry, at: ReportAt, *, again: bool) -> str:
    rule = words.word(words.RULE_WORDS, entry["rule"], at.lang)
    if "rounding" in entry:
        rounding = entry["rounding"]
        mode = words.word(words.MODE_WORDS, rounding["mode"], at.lang)
        rule = f"{rule} {rounding['places']} {PLACES.say(at.lang)}, {mode}"
    beside = [] if entry["label"].endswith(rule) else [rule]
    beside += _source(entry["source"], at)
    place = ":".join(str(entry[key]) for key in ("file", "line", "column") if key in entry)
    place = f"{place} {entry.get('cell', '')}".strip()
    beside += [place] if place else []
    beside += [ABOVE.say(at.lang)] if again else []
    said = f" ({'; '.join(beside)})" if beside else ""
    return f"{entry['label']} = {entry['value']}{said}  [{', '.join(entry['stands'])}]"


def _source(source: object, at: ReportAt) -> list[str]:
    if source is None:
        return []
    if isinstance(source, Mapping):
        return [", ".join(str(source[key]) for key in ("title", "article", "url") if source[key])]
    return [words.word(words.HEAD_WORDS, str(source), at.lang)]


def _end(evaluation: Evaluation, result: Result, at: ReportAt) -> Iterator[str]:
    """What the numbers lead to; the verdict last."""
    for name, stage in result.stages.items():
        title = evaluation.stage_titles.get(name)
        said = [note.say(at.lang) for note in stage.notes]
        if stage.verdict is not None:
            said.insert(0, words.word(words.VERDICT_WORDS, stage.verdict, at.lang))
        if said:
            yield clean(f"{name if title is None else title.say(at.lang)}: {'; '.join(said)}")
    if result.owed:
        yield clean(f"{OWED.say(at.lang).capitalize()}: {', '.join(result.owed)}")
    if result.category:
        yield clean(f"{_head('category', at)}: {result.category}")
    place = result.rank.place
    rank = UNRANKED.say(at.lang) if place is None else to_text(place)
    key = "shared" if result.rank.shared else "rank"
    yield clean(f"{_head(key, at)}: {rank}")
    yield f"{_head('verdict', at)}: {words.word(words.VERDICT_WORDS, result.verdict, at.lang)}"


def _head(key: str, at: ReportAt) -> str:
    return words.word(words.HEAD_WORDS, key, at.lang).capitalize()
