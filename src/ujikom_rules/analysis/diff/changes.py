"""What changed as rules, never as text."""

from collections.abc import Collection, Iterator

from attrs import frozen

from ujikom_rules.analysis.diff.blending import Change, differences
from ujikom_rules.analysis.diff.sameness import rules_of
from ujikom_rules.analysis.diff.sides import Ground, Side
from ujikom_rules.model.entry import Entry
from ujikom_rules.reading.overlay.comparing import meaning

# Tables of a ruleset that no plan shows: what they say is always a rule.
BESIDE_THE_PLAN = ("ruleset", "plugins", "open")
TRIED = 200  # so many changes are looked at singly, to tell a rule from another way of writing


@frozen(eq=False, kw_only=True)
class Changes:
    """What changed between two rulesets.

    Attributes:
        listed: the changes of rules, in the order of the documents.
        otherwise_written: how many keys are written otherwise and say the same, such as a
            default that is written out.
        texts: how many texts for people and sources differ.
        renamed: of the changes, what is taken out and put in again under another id, saying
            the same; ids are rules, since marks name them.
    """

    listed: tuple[Change, ...] = ()
    otherwise_written: int = 0
    texts: int = 0
    renamed: tuple[tuple[Change, Change], ...] = ()


def changes(one: Side, other: Side, ground: Ground) -> Changes:
    """The changes of rules from A to B; none exactly where every effective value is the same.

    A key counts as written otherwise only where it changes nothing in A, nothing in B, and
    nothing together with the others.
    """
    found = differences(one.merged.root, other.merged.root)
    beside = [each for each in found.changes if each.steps[0] in BESIDE_THE_PLAN]
    within = [each for each in found.changes if each.steps[0] not in BESIDE_THE_PLAN]
    rules = (rules_of(one.plan), rules_of(other.plan))
    if rules[0] == rules[1]:
        kept: Collection[Change] = ()
    elif len(within) > TRIED:
        kept = within
    else:
        kept = [each for each in within if _matters(each, one, other, ground, rules)]
        plan = ground.blend(one, other, [*beside, *kept])
        if plan is None or rules_of(plan) != rules[1]:
            kept = within
    keys = {each.key for each in (*beside, *kept)}
    listed = tuple(each for each in found.changes if each.key in keys)
    return Changes(
        listed=listed,
        renamed=tuple(_renamed(listed)),
        otherwise_written=len(found.changes) - len(keys),
        texts=found.texts,
    )


def _renamed(listed: Collection[Change]) -> Iterator[tuple[Change, Change]]:
    """Items that are gone from a list, each with the new one there that says the same, if any."""
    new = [each for each in listed if each.item and each.action == "add"]
    for gone in listed:
        if not gone.item or gone.action != "remove":
            continue
        same = (each for each in new if each.steps[:-1] == gone.steps[:-1])
        found = next((each for each in same if _content(each.after) == _content(gone.before)), None)
        if found is not None:
            new.remove(found)
            yield gone, found


def _content(item: Entry | None) -> object:
    """What an item says beside its id."""
    table = {} if item is None else dict(item.table())
    table.pop("id", None)
    return meaning(Entry(table), rules_only=True)


def _matters(
    change: Change, one: Side, other: Side, ground: Ground, rules: tuple[object, object]
) -> bool:
    """Whether a change alters A when it is applied alone, or B when it is taken back."""
    for here, there, said in ((one, other, rules[0]), (other, one, rules[1])):
        plan = ground.blend(here, there, [change])
        if plan is None or rules_of(plan) != said:
            return True
    return False
