"""The composition of a panel: clauses that no set of examiners can meet together."""

from collections.abc import Iterator, Mapping, Sequence

from attrs import frozen

from ujikom_rules.analysis.linting.seating import ALL, SEAT, SUM, Claim, Rule, claims_of, rules_of
from ujikom_rules.analysis.linting.subject import Subject, beneath
from ujikom_rules.errors import Finding, Severity
from ujikom_rules.messages import Text, finding
from ujikom_rules.model.entry import Entry


@frozen(eq=False)
class _Contradiction:
    """What cannot be met together: where it is written, the first to be told, and why not."""

    entries: Sequence[Entry]
    why: Text
    severity: Severity


def findings(subject: Subject) -> Iterator[Finding]:
    """Every contradiction within a composition or between two, and every quorum above the size.

    Each is told in the ruleset's own file where that wrote one side of it, and not in its base.
    """
    own = next(iter(subject.ruleset.files), "")
    for each in _contradictions(subject):
        at, *others = sorted(each.entries, key=lambda entry: entry.file != own)
        related = tuple(dict.fromkeys(other.place for other in others if other.place != at.place))
        yield finding(
            "UJ370", at.place, at.path, severity=each.severity, related=related, why=each.why
        )


def _contradictions(subject: Subject) -> Iterator[_Contradiction]:
    tables = tables_of(subject)
    for panel in subject.plan.panels:
        rules = rules_of(panel, tables)
        claims = [claim for rule in rules for claim in claims_of(rule)]
        for claim in claims:
            others = [other for other in claims if _contradict(claim, other)]
            if others:  # the nearest to being met is told when the others are mended
                yield _clash(claim, min(others, key=lambda each: (not each.sure, each.most or 0)))
        for rule in rules:
            yield from _unlisted(rule, claims)
            yield from _odd(rule, claims)
            yield from _internal(rule, claims)
    yield from _quorums(subject, tables)


def tables_of(subject: Subject) -> Mapping[object, Entry]:
    """The tables of all panel rules, by place and path."""
    own = (spec for stage in subject.ruleset.stages for spec in stage.panel or ())
    specs = (*subject.ruleset.panels, *own)
    return {(spec.table.place, spec.table.path): spec.table for spec in specs}


def most_of(claims: Sequence[Claim]) -> Claim | None:
    """What says the greatest size of a panel; None where nothing does."""
    sizes = [each for each in claims if each.counted == ALL and "size.at-most" in each.keys]
    return min(sizes, key=lambda each: each.most or 0, default=None)


def _contradict(claim: Claim, other: Claim) -> bool:
    """Whether one demands more of what is counted than the other allows.

    Of the seats of two rules each is looked at by itself.
    """
    return (
        claim.counted == other.counted
        and not (claim.counted == ALL and claim.order == other.order == SUM)
        and claim.least is not None
        and other.most is not None
        and claim.least > other.most
        and claim.rule.seats_within(other.rule)
    )


def _clash(claim: Claim, other: Claim) -> _Contradiction:
    first, second = sorted(
        (claim, other), key=lambda each: (-each.rule.number, each.order, _backwards(each))
    )
    why = Text(
        f"{first.said.id}, tetapi {second.said.id}", f"{first.said.en}, but {second.said.en}"
    )
    places = _entries(first)[:1] + _entries(second) + _entries(first)[1:]
    return _Contradiction(places, why, "error" if claim.sure and other.sure else "warning")


def _backwards(claim: Claim) -> list[int]:
    """Of two seats the later one is told."""
    return [-int(step) for step in claim.keys[0].split(".") if step.isdecimal()]


def _entries(claim: Claim) -> list[Entry]:
    return [claim.rule.at(key) for key in claim.keys]


def _unlisted(rule: Rule, claims: Sequence[Claim]) -> Iterator[_Contradiction]:
    """Seats of another rule for a kind for which this one, that lists its kinds, has none."""
    listed = {seat.kind for seat in rule.part.seats}
    for claim in claims if listed else ():
        if claim.order == SEAT and claim.least and claim.counted[1] not in listed:
            why = Text(
                f"{claim.said.id}, tetapi aturan lain panitia seleksi ini tidak punya kursi untuk unsur itu",
                f"{claim.said.en}, but another rule of this panel has no seat for that kind",
            )
            at = claim.rule.at(claim.keys[0].replace(".count", ".kind"))
            yield _Contradiction([at, rule.at("seats")], why, "warning")


def _odd(rule: Rule, claims: Sequence[Claim]) -> Iterator[_Contradiction]:
    """An odd number, where the others leave one number alone, an even one."""
    size = rule.part.size
    if size is None or not size.odd:
        return
    of_all = [each for each in claims if each.counted == ALL and each.rule.unseats == rule.unseats]
    least = max((each for each in of_all if each.least), key=lambda e: e.least or 0, default=None)
    most = min(
        (each for each in of_all if each.most is not None),
        key=lambda each: (each.most or 0, not each.sure),
        default=None,
    )
    if least and most and least.least == most.most and (least.least or 0) % 2 == 0:
        at = [rule.at("size.odd"), *_entries(least), *_entries(most)]
        number = least.said if least.said.en == most.said.en else _both(least.said, most.said)
        why = Text(
            f"{number.id}, jumlah penguji harus ganjil",
            f"{number.en}, but the number must be odd",
        )
        sure = size.severity == "error" and least.sure and most.sure
        yield _Contradiction(at, why, "error" if sure else "warning")


def _both(one: Text, other: Text) -> Text:
    return Text(f"{one.id} dan {other.id}", f"{one.en} and {other.en}")


def _internal(rule: Rule, claims: Sequence[Claim]) -> Iterator[_Contradiction]:
    """A share that allows nobody, though it is above 0."""
    internal = rule.part.internal
    most = most_of([each for each in claims if rule.seats_within(each.rule)])
    if internal is None or most is None or most.most is None:
        return
    share = internal.at_most.value
    if share and share * most.most < 100:
        why = Text(
            f"penguji internal seorang pun tidak boleh ada, karena paling banyak "
            f"{internal.at_most.text} persen dari paling banyak {most.most} penguji",
            f"not even one examiner may be internal, at most {internal.at_most.text} per cent of "
            f"at most {most.most} examiners",
        )
        yield _Contradiction([rule.at("internal.at-most"), *_entries(most)], why, "warning")


def _quorums(subject: Subject, tables: Mapping[object, Entry]) -> Iterator[_Contradiction]:
    """A stage whose own quorum is above the greatest panel."""
    for stage in subject.plan.stages:
        rules = rules_of(subject.plan.panels[stage.node.panel], tables)
        most = most_of([claim for rule in rules for claim in claims_of(rule)])
        for node in beneath(stage.node) if stage.gives == "value" else ():
            asked = node.reads_examiners or (stage.by_examiner and node is stage.node)
            written = subject.said(node, "quorum")
            if not asked or node.quorum is None or written is None or most is None:
                continue  # a quorum of the panel's own is told there
            if most.most is not None and node.quorum > most.most:
                why = Text(
                    f"kuorum {node.quorum}, tetapi {most.said.id}",
                    f"a quorum of {node.quorum}, but {most.said.en}",
                )
                severity: Severity = "error" if most.sure else "warning"
                yield _Contradiction([written, *_entries(most)], why, severity)
                break
