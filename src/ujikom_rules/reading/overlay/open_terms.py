"""Holding an overlay to what its base leaves open, and what is filled in to its ranges."""

from collections import Counter
from collections.abc import Iterable, Iterator

from attrs import evolve

from ujikom_rules.errors import Finding
from ujikom_rules.messages import finding
from ujikom_rules.model.entry import Entry
from ujikom_rules.model.ruleset import Bound
from ujikom_rules.reading.overlay.comparing import (
    OWN_TABLES,
    Change,
    Steps,
    by_id,
    changes,
    meaning,
    use_of,
)
from ujikom_rules.reading.overlay.giving_way import parent_of, weighting_over
from ujikom_rules.reading.overlay.opens import May, Open, misnamed, naming, read_opens
from ujikom_rules.reading.overlay.ranges import out_of_range
from ujikom_rules.reading.overlay.refusing import meant_for_the_base, refusal, weight_kept
from ujikom_rules.reading.overlay.settled import is_in
from ujikom_rules.reading.overlay.ways import ANY, at


def declared(root: Entry) -> tuple[Finding, ...]:
    """What is wrong with a document's own open terms, and with its values under them.

    Args:
        root: the document, merged over its base where it has one.
    """
    opens, findings = read_opens(root)
    return (*findings, *naming(root, opens), *out_of_range(root, opens))


def check(
    base: Entry,
    over: Entry,
    merged: Entry,
    *,
    last: bool = True,
    settled: frozenset[Steps] = frozenset(),
) -> tuple[Finding, ...]:
    """Hold an overlay to its base.

    Args:
        base: the base, merged over its own.
        over: the overlay alone, for the places of what it takes out.
        merged: the overlay merged over the base.
        last: whether no further overlay comes, so that every term must be filled by now.
        settled: what overlays between have filled in for good, as `settled` tells it.

    Returns:
        A finding for every closed key that is touched, every term opened for something else,
        every value out of its range, and every term that is neither filled in nor handed on; and
        what is wrong with the open terms of the base themselves.
    """
    opens, findings = read_opens(base)
    found = [*findings, *naming(base, opens), *out_of_range(merged, opens)]
    kept = dict[str, Finding]()
    for change in changes(base, merged):
        weighting = weighting_over(change, over)
        if weighting is not None:
            if is_in(change.steps, settled) or _refused(opens, change) is not None:
                kept.setdefault(weighting.path, weight_kept(change, weighting))
            continue
        meant = meant_for_the_base(change, over, refused=_refused(opens, change) is not None)
        if meant is not None:
            found.append(meant)
        elif is_in(change.steps, settled):
            found.append(refusal((), change, over))
        else:
            found += _closed(opens, change, over)
    told = {each.path for each in found}
    found += (each for each in kept.values() if not {each.path, _above(each.path)} & told)
    found += _opened_too_far(base, over, merged, opens, settled)
    if last:
        found += _unfilled(over, merged, opens)
    return tuple(found)


def _above(path: str) -> str:
    return path.rpartition(".")[0]


def handed_on(merged: Entry) -> tuple[Finding, ...]:
    """A finding for every term that is left to others without a value: nothing can be scored yet.

    Args:
        merged: a ruleset merged over its bases, or one that has none, with nothing wrong in it.
    """
    named = merged.get("ruleset")
    id_ = None if named is None else named.get("id")
    return tuple(
        finding(
            "UJ434",
            terms[-1].place,
            f"{terms[-1].path}.key",
            related=tuple(each.place for each in terms[:-1]),
            article=_article(terms),
            key=terms[-1].key,
            base="" if id_ is None else id_.data,
        )
        for terms in _without_value(merged, read_opens(merged)[0])
    )


def bounds(merged: Entry) -> tuple[Bound, ...]:
    """The bounds on weights, for weights that only arise when the ruleset is compiled.

    `*` is taken for every step there is, so that `key` is the path of one stage or criterion with
    ``.weight`` behind it, whether a weight is written there or not.
    """
    found = []
    for each in read_opens(merged)[0]:
        if each.steps[-1] != "weight" or (each.at_least is None and each.at_most is None):
            continue
        found += [
            Bound(
                key=f"{node.path}.weight",
                at_least=each.at_least,
                at_most=each.at_most,
                breach=each.breach,
                article=each.article,
                place=each.place,
            )
            for node in at(merged, each.steps[:-1])
        ]
    return tuple(found)


# ------------------------------------------------------------------ what may be touched


def _closed(opens: tuple[Open, ...], change: Change, over: Entry) -> Iterator[Finding]:
    """The findings for a change; a table that the base lacks is gone through where a term asks."""
    refused = _refused(opens, change)
    if refused is None:
        return
    depth = len(change.steps)
    beneath = any(each.steps[:depth] == change.steps != each.steps for each in opens)
    table = change.after.table() if change.after is not None else {}
    if change.action != "add" or change.item or not beneath or "use" in table:
        yield refusal(refused, change, over)
        return
    for key, each in table.items():
        inside = evolve(change, steps=(*change.steps, key), after=each)
        yield from _closed(opens, inside, over)


def _refused(opens: tuple[Open, ...], change: Change) -> tuple[Open, ...] | None:
    """None where a change is allowed; else the open terms that cover it, none for a closed key."""
    covering = [each for each in opens if each.covers(change.steps)]
    if any(_allows(each, change) for each in covering):
        return None
    return tuple(each for each in covering if not _is_of_items(each, change))


def _is_of_items(term: Open, change: Change) -> bool:
    """Whether a term lets items in or out, and the change is inside an item of the base."""
    depth = len(change.steps) - len(term.steps)
    inside = depth >= (1 if not change.item else 2)
    return inside and not {"fill", "replace"} & set(term.may)


def _allows(term: Open, change: Change) -> bool:
    depth = len(change.steps) - len(term.steps)
    may = set(term.may)
    if depth == 0 and change.action == "change" and change.after is not None:
        before, after = change.before, change.after
        if isinstance(before.data, tuple) and isinstance(after.data, tuple):
            return _allows_list(may, before, after)
    if depth <= 1 and change.item:  # the key names the list itself, or the item
        wanted: set[May] = {"remove"} if change.action == "remove" else {"add"}
        return bool(may & wanted) or (depth == 0 and change.action == "add" and "fill" in may)
    if depth <= 1 and change.action == "add":
        return bool(may & {"fill", "add"})
    return bool(may & {"fill", "replace"})


def _allows_list(may: set[May], before: Entry, after: Entry) -> bool:
    """A whole list in place of another: its items one by one, unless it is a plain value."""
    if "fill" in may and not by_id(before):
        return True
    was, now = (
        Counter(meaning(item, rules_only=True) for item in each.items()) for each in (before, after)
    )
    gone, new = (was - now).total(), (now - was).total()
    replaced = min(gone, new) if "replace" in may else 0
    if not gone and not new:  # another order of the same
        return "replace" in may
    return (gone == replaced or "remove" in may) and (new == replaced or "add" in may)


def _opened_too_far(
    base: Entry, over: Entry, merged: Entry, opens: tuple[Open, ...], settled: frozenset[Steps]
) -> Iterator[Finding]:
    """An overlay opens to others no more than is open to itself, or its own.

    Of a key that names nothing `naming` tells that alone.
    """
    for each in read_opens(over)[0]:
        free = each.steps[0] in OWN_TABLES or each.steps[-1] in ("title", "text")
        if free or _is_its_own(base, each.steps, opens):
            continue
        if _is_handed_on(each, opens) and not is_in(each.steps, settled):
            continue
        if misnamed(merged, each.steps) is not None:
            continue
        yield finding("UJ433", each.place, f"{each.path}.key", key=each.key)


def _is_handed_on(term: Open, opens: tuple[Open, ...]) -> bool:
    return all(any(_hands_on(other, term, may) for other in opens) for may in term.may)


def _hands_on(base: Open, term: Open, may: May) -> bool:
    if not base.covers(term.steps):
        return False
    values = bool({"fill", "replace"} & set(base.may))
    if len(base.steps) < len(term.steps):
        return values
    return may in base.may or (values and may in ("fill", "replace"))


def _is_its_own(base: Entry, steps: Steps, opens: tuple[Open, ...]) -> bool:
    """Whether a key path leads to what the base has not, and what may be added there."""
    here: tuple[Entry, ...] = (base,)
    for number, step in enumerate(steps):
        found = at(base, steps[: number + 1])
        if not found:
            of_list = any(isinstance(each.data, tuple) for each in here)
            change = Change(action="add", steps=steps[: number + 1], before=here[0], item=of_list)
            new_fact = steps[0] == "facts" and number <= 1
            return step != ANY and (new_fact or _refused(opens, change) is None)
        here = found
    return False


# ------------------------------------------------------------------ what is filled in


def _unfilled(over: Entry, merged: Entry, opens: tuple[Open, ...]) -> Iterator[Finding]:
    head = over.get("ruleset")
    named = head.get("extends") if head is not None else None
    place = named.place if named is not None else over.place
    own = [each for each in read_opens(over)[0] if "fill" in each.may]
    for terms in _without_value(merged, opens):
        if not any(each.covers(terms[0].steps) for each in own):
            yield finding(
                "UJ424",
                place,
                terms[0].key,
                related=tuple(each.place for each in terms),
                article=_article(terms),
                key=terms[0].key,
                by=next((each.by for each in terms if each.by is not None), ""),
            )


def _without_value(root: Entry, opens: tuple[Open, ...]) -> Iterable[list[Open]]:
    """The terms that must be filled in and are not; those of one key, opened again, together."""
    found: dict[Steps, list[Open]] = {}
    for term in opens:
        if must_be_filled(root, term):
            found.setdefault(term.steps, []).append(term)
    return found.values()


def must_be_filled(root: Entry, term: Open) -> bool:
    """Whether a term has no value in a merged document and cannot be left without one."""
    wanted = "fill" in term.may and not term.optional and ANY not in term.steps
    if not wanted or at(root, term.steps) or misnamed(root, term.steps) is not None:
        return False
    return term.steps[-1] != "weight" or not _weights_arise(root, term.steps)


def _article(terms: list[Open]) -> str:
    return next((each.article for each in terms if each.article), "")


def _weights_arise(root: Entry, steps: Steps) -> bool:
    """Whether the weights of these siblings come from a weighting, and none is written."""
    weightings = at(root, (*parent_of(steps), "weighting"))
    return bool(weightings) and use_of(weightings[0]) != "core:given"
