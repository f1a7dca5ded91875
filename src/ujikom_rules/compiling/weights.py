"""Weights and factors of siblings: what was given, what is left to `rest`, and whether it fits."""

from collections.abc import Sequence
from fractions import Fraction
from typing import Any

from ujikom_rules import names
from ujikom_rules.exact import MAX_DIGITS, to_text, total
from ujikom_rules.messages import Text, finding
from ujikom_rules.model.figure import Figure
from ujikom_rules.model.ruleset import FactRef, NodeSpec
from ujikom_rules.planned import PlannedPart
from ujikom_rules.reading.structure import Log, figure

HUNDRED = Fraction(100)
_BESIDE = 3  # weights of other files that are shown beside a wrong sum
_TWICE = Text("sehingga bobotnya terhitung dua kali", "so its weight counts twice")


def weights_of(
    siblings: Sequence[NodeSpec],
    aggregation: PlannedPart | None,
    weighting: PlannedPart | None,
    log: Log,
    own: str = "",
) -> dict[str, Figure]:
    """The given weights of siblings by id; what is wrong with them is noted.

    A wrong sum stands in the ruleset's `own` file where that writes one of the weights, and not
    in a base that was right by itself.

    Weights must sum to exactly 100; one sibling may take the rest; an only child needs none.
    Where a weighting other than `given` says how weights arise, none may be written.
    """
    written = [each for each in siblings if each.weight is not None or each.rest or _unread(each)]
    factored = [each for each in siblings if each.factor is not None]
    if aggregation is None:  # it could not be made, which is said already; what is written counts
        given = weighting is None or weighting.name == "core:given"
        return _given(siblings, log, own) if written and given and not factored else {}
    takes = aggregation.takes
    if weighting is not None and takes != "weight":
        log.findings.append(
            finding("UJ306", weighting.place, weighting.path, got="weighting",
                    part=_shown(aggregation))
        )  # fmt: skip
        return {}
    if weighting is not None and weighting.name != "core:given":
        for each in written:
            _refuse(log, "UJ305", each, "weight", weighting, own=own, got=_shown(weighting))
        for each in factored:
            _refuse(log, "UJ306", each, "factor", aggregation, own=own, got="factor",
                    part=_shown(aggregation))  # fmt: skip
        return {}
    if written and factored:
        _note(log, "UJ303", factored[0], "factor", related=(written[0].place_of("weight"),))
        return {}
    refused = [(each, "weight") for each in written if takes != "weight"]
    refused += [(each, "factor") for each in factored if takes != "factor"]
    for each, key in refused:
        _refuse(log, "UJ306", each, key, aggregation, own=own, got=key, part=_shown(aggregation))
    if takes != "weight":
        return {}
    return _given(siblings, log, own)


def _unread(node: NodeSpec) -> bool:
    """Whether a weight was written that could not be read, which is noted there."""
    entry = node.written.get("weight")
    if node.weight is not None or node.rest or entry is None or entry.data == "rest":
        return False
    return figure(entry, Log()) is None


def _shown(part: PlannedPart) -> str:
    return part.name.removeprefix("core:")


def _given(siblings: Sequence[NodeSpec], log: Log, own: str) -> dict[str, Figure]:
    found = {each.id: each.weight for each in siblings if each.weight is not None}
    rests = [each for each in siblings if each.rest]
    for each in siblings:
        if each.weight is not None and each.weight.value < 0:
            _note(log, "UJ307", each, "weight", got=each.weight.text)
            return found
    if len(rests) > 1:
        _note(log, "UJ304", rests[1], "weight", related=(rests[0].place_of("weight"),))
        return found
    if len(siblings) == 1 and not found:
        only = siblings[0]
        return {only.id: Figure(HUNDRED, "given", place=only.place, path=f"{only.path}.weight")}
    unread = [each for each in siblings if _unread(each)]
    missing = [
        each for each in siblings if each.weight is None and not each.rest and each not in unread
    ]
    if missing:
        for each in missing:
            log.findings.append(
                finding("UJ302", each.place_of("id"), f"{each.path}.weight", got=each.id)
            )
        return found
    if unread:  # what they sum to is not known
        return found
    said = total(each.weight.value for each in siblings if each.weight is not None)
    if rests:
        left = HUNDRED - said
        if left < 0:
            _note(log, "UJ301", rests[0], "weight", got=to_text(said), missing=_missing(said))
        rest = rests[0]
        entry = rest.written.get("weight")
        found[rest.id] = Figure(left, "given", place=rest.place_of("weight"),
                                path=f"{rest.path}.weight",
                                source=None if entry is None else entry.source)  # fmt: skip
    elif siblings and said != HUNDRED:
        _note_counted_twice(siblings, said, log)
        here = [each for each in siblings if each.place_of("weight").file == own]
        at = (here or siblings)[-1]
        places = {each.place_of("weight") for each in siblings if each not in here}
        beside = tuple(sorted(places))[:_BESIDE] if here else ()
        shares: dict[str, str] = {} if said != 1 else _as_shares(found[at.id])
        lack = _missing(said)
        _note(log, "UJ301", at, "weight", related=beside, got=to_text(said), missing=lack, **shares)
    return found


def _note_counted_twice(siblings: Sequence[NodeSpec], said: Fraction, log: Log) -> None:
    """Note an overlay's criterion of nearly the id of a base's, where 100 is left without that.

    Such a stage is told before: it lacks a kind.
    """
    last = siblings[-1]  # what an overlay adds comes last
    base = {each.id: each for each in siblings if each.place.file != last.place.file}
    for each in siblings:
        if each.id in base or "criteria" not in each.path.split("."):
            continue
        near = names.nearest(each.id, base)
        meant = base[near].weight if near else None
        if meant is not None and said - meant.value == HUNDRED:
            place = each.place_of("id")
            log.findings.append(
                finding("UJ408", place, each.path, got=each.id, nearest=near, done=_TWICE)
            )


def _as_shares(weight: Figure) -> dict[str, str]:
    """What to write for a weight where all were written as shares of one."""
    return {"share": weight.text, "expected": to_text(weight.value * HUNDRED)}


def _missing(said: Fraction) -> Text:
    gap = to_text(abs(HUNDRED - said))
    gap = gap if len(gap) <= MAX_DIGITS else f"{gap[:MAX_DIGITS]}…"
    if said < HUNDRED:
        return Text(f"kurang {gap}", f"{gap} too little")
    return Text(f"lebih {gap}", f"{gap} too much")


def _note(log: Log, code: str, node: NodeSpec, key: str, **args: Any) -> None:
    path = f"{node.path}.{key}"
    log.findings.append(finding(code, node.place_of(key), path, **args))


def _refuse(
    log: Log, code: str, node: NodeSpec, key: str, made: PlannedPart, *, own: str, **args: Any
) -> None:
    """Note a key that a part does not take; at the part, where the own file put it over a base."""
    if made.place.file == own != node.place_of(key).file:
        related = (node.place_of(key),)
        log.findings.append(finding(code, made.place, made.path, related=related, **args))
    else:
        _note(log, code, node, key, **args)


def factor_of(node: NodeSpec, aggregation: PlannedPart | None) -> Figure | FactRef | None:
    """The factor of a child: a given one, a fact's, or 1 where factors are taken."""
    if aggregation is None or aggregation.takes != "factor":
        return None
    if node.factor is not None:
        return node.factor
    return Figure(Fraction(1), "number")
