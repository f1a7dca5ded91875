"""What a base leaves open: its `[[open]]` tables, read, and what their keys name."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Literal, get_args

from attrs import frozen

from ujikom_rules import names
from ujikom_rules.errors import NOWHERE, Finding, Place
from ujikom_rules.messages import Text, finding
from ujikom_rules.model.entry import Entry
from ujikom_rules.model.ruleset import ROUNDING_PLACES
from ujikom_rules.reading import structure as read
from ujikom_rules.reading.nodes import CRITERION_KEYS, DECISION_KEYS, EACH_KEYS, STAGE_KEYS
from ujikom_rules.reading.overlay.comparing import Steps, by_id, use_of
from ujikom_rules.reading.overlay.once import once
from ujikom_rules.reading.overlay.ways import ANY, at
from ujikom_rules.reading.ruleset import TOP
from ujikom_rules.reading.structure import Keys, Log

May = Literal["fill", "replace", "add", "remove"]
MAY: tuple[May, ...] = get_args(May)

_OPEN_KEYS = ("key", "may", "at-least", "at-most", "one-of", "optional", "breach", "by", "article")
_MAY = read.items(read.word(*MAY), filled=True)
_ONE_OF: read.Reader[tuple[Entry, ...]] = read.items(lambda each, _: each, filled=True)
_BREACH = read.word("error", "warning")
_RANKING_KEYS = frozenset(("among", "by", "compare", "method", "source", "tie-breaks", "within"))
# What the core's own stage kinds take beside the frame.
_KIND_KEYS = _RANKING_KEYS | {
    *("from", "keep", "per", "require", "requires", "signed-by", "ties", "valid", "when"),
}


@frozen(eq=False, repr=False, kw_only=True)
class Open:
    """One open term of a base.

    Attributes:
        key: the dotted key path: ``stages.wawancara.weight``; ``*`` stands for any one step.
        steps: the same, step by step.
        may: what an overlay may do there.
        at_least, at_most: bounds of the numbers at the key and beneath it.
        one_of: the values that may stand there; empty for any.
        optional: whether it may stay unfilled.
        breach: how bad a value out of the range is.
        by: who is to decide it.
        article: the article that leaves it open.
    """

    key: str
    steps: Steps
    may: tuple[May, ...] = ("fill",)
    at_least: Fraction | None = None
    at_most: Fraction | None = None
    one_of: tuple[Entry, ...] = ()
    optional: bool = False
    breach: Literal["error", "warning"] = "error"
    by: Text | None = None
    article: str = ""
    place: Place = NOWHERE
    path: str = ""

    def covers(self, steps: Steps) -> bool:
        """Whether a key path is this key or beneath it."""
        above = steps[: len(self.steps)]
        if ANY not in self.steps:
            return above == self.steps
        return len(above) == len(self.steps) and all(
            mine in (ANY, theirs) for mine, theirs in zip(self.steps, above, strict=True)
        )


def read_opens(root: Entry) -> tuple[tuple[Open, ...], tuple[Finding, ...]]:
    """The open terms of a document, those of its bases first, and what is wrong with them."""
    said = root.get("open")
    return ((), ()) if said is None else _all_of(said)


@once  # each overlay asks for its base's several times
def _all_of(said: Entry) -> tuple[tuple[Open, ...], tuple[Finding, ...]]:
    log = Log()
    found = read.items(_noted)(said, log) or ()
    return found, tuple(log.findings)


def term_of(entry: Entry) -> Open | None:
    """The open term that one of the `[[open]]` tables writes; None where it cannot be read."""
    return _known(entry)[0]


def _noted(entry: Entry, log: Log) -> Open | None:
    term, findings = _known(entry)
    log.findings += findings
    return term


@once
def _known(entry: Entry) -> tuple[Open | None, tuple[Finding, ...]]:
    """An open term, and what is wrong with it."""
    log = Log()
    return _open(entry, log), tuple(log.findings)


def _open(entry: Entry, log: Log) -> Open | None:
    keys = Keys(entry, log)
    key = keys.read("key", read.text, required=True)
    may = keys.read("may", _MAY)
    at_least, at_most = keys.read("at-least", read.number), keys.read("at-most", read.number)
    one_of = keys.read("one-of", _ONE_OF)
    optional = keys.read("optional", read.yes_no)
    breach = keys.read("breach", _BREACH)
    by, article = keys.read("by", read.texts), keys.read("article", read.text)
    keys.end(_OPEN_KEYS)
    if key is None:
        return None
    steps = steps_of(key)
    if not steps:
        log.add("UJ430", entry.table()["key"], got=key)
        return None
    if at_least is not None and at_most is not None and at_least > at_most:
        log.add("UJ431", entry.table()["at-most"], got=at_most, expected=at_least)
        at_least = at_most = None
    return Open(
        key=key,
        steps=steps,
        may=tuple(may) if may else ("fill",),
        at_least=at_least,
        at_most=at_most,
        one_of=one_of or (),
        optional=bool(optional),
        breach=breach or "error",
        by=by,
        article=article or "",
        place=entry.table()["key"].place,
        path=entry.path,
    )


def steps_of(key: str) -> Steps:
    """The steps of a dotted key path; none where one of them is empty."""
    steps = tuple([step.strip() for step in key.split(".")])
    return steps if all(steps) else ()


def misnamed(root: Entry, steps: Steps) -> tuple[str, str] | None:
    """The step of a key path that names nothing and never could, with the nearest that does.

    A key that the base leaves out names something all the same when it could stand there.
    """
    if at(root, steps):
        return None
    number = next(n for n in range(len(steps)) if not at(root, steps[: n + 1]))
    step, above = steps[number], steps[:number]
    if step == ANY:
        return None
    known = _could_stand(root, at(root, above), above)
    if known is not None and step not in known:
        return step, names.nearest(step, known)
    return _misnamed_beneath(root, steps, number + 1)


def _misnamed_beneath(root: Entry, steps: Steps, number: int) -> tuple[str, str] | None:
    """As `misnamed`, of the steps beneath one that the base leaves out."""
    for upto in range(number, len(steps)):
        known = _frame_keys(root, steps[:upto])
        if known is not None and steps[upto] not in (*known, ANY):
            return steps[upto], names.nearest(steps[upto], known)
    return None


def _could_stand(root: Entry, here: tuple[Entry, ...], steps: Steps) -> set[str] | None:
    """The steps that may follow; None where that is for a part or a person to say."""
    if all(isinstance(each.data, tuple) for each in here):
        return {id_ for each in here for id_ in by_id(each)}
    if any(isinstance(each.data, str) for each in here):
        return None  # the name of a part, which may have keys
    if not all(each.kind() == "table" for each in here):
        return set()
    known = _frame_keys(root, steps)
    return None if known is None else {*known, *(key for each in here for key in each.table())}


def _frame_keys(root: Entry, steps: Steps) -> frozenset[str] | None:
    match steps:
        case ():
            return frozenset(TOP)
        case ("decision",):
            return DECISION_KEYS
        case ("ranking",) | ("rankings", _):
            return _RANKING_KEYS
        case (*_, "rounding"):
            return frozenset(ROUNDING_PLACES)
        case ("stages", _, "each"):
            return EACH_KEYS
        case ("stages", stage) if _is_core_kind(root, stage):
            return STAGE_KEYS | _KIND_KEYS
        case ("stages", stage, *_, "criteria", _) if _is_core_kind(root, stage):
            return CRITERION_KEYS
        case _:
            return None


def _is_core_kind(root: Entry, stage: str) -> bool:
    kinds = at(root, ("stages", stage, "kind"))
    return bool(kinds) and all(use_of(kind).startswith(f"{names.CORE}:") for kind in kinds)


def naming(root: Entry, opens: tuple[Open, ...]) -> Iterator[Finding]:
    """A finding for every open term whose key names nothing."""
    for each in opens:
        wrong = misnamed(root, each.steps)
        if wrong is not None:
            got, near = wrong
            near = near or _ending_so(root, opens, each.steps)
            yield finding(
                "UJ432", each.place, f"{each.path}.key", key=each.key, got=got, nearest=near
            )


def _ending_so(root: Entry, opens: tuple[Open, ...], steps: Steps) -> str:
    """The one key path that ends with some steps, which were written without what is above."""
    *above, last = steps
    end = ".".join(("", *above, names.key_meant(last) or last))
    keys = {f"decision.{key}" for key in DECISION_KEYS - STAGE_KEYS}
    keys |= {each.path for each in root.walk()} | {each.key for each in opens}
    found = [key for key in keys if key.endswith(end)]
    return found[0] if len(found) == 1 else ""


def still_there(base: Entry, merged: Entry) -> Entry:
    """The open terms after merging: those of what the overlay took out went with it."""
    said = merged.table()["open"]
    kept = []
    for each in said.items():
        term = term_of(each)
        steps = () if term is None else term.steps
        if misnamed(merged, steps) is None or misnamed(base, steps) is not None:
            kept.append(each)
    return said if len(kept) == len(said.items()) else said.with_data(tuple(kept))
