"""Findings in their order, each said once, and not what only follows from another."""

from collections.abc import Iterable
from typing import Any

from ujikom_rules.errors.refusals import Refusals
from ujikom_rules.errors.slips import SLIP_OF_ID, Slips
from ujikom_rules.errors.values import SEVERITIES, Finding


def said_once(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Sort findings by place and drop those said before of the same thing.

    What only follows from a misspelt key or id, or from a heading in the wrong brackets, is said
    once too, as the slip: the key that is lacking for it, the base that does not open it, the sum
    of weights in which it counts twice or not at all, the reference that leads nowhere since. So is
    what would be in order without a key that a base refuses.
    """
    seen: dict[tuple[Any, ...], Finding] = {}
    findings = tuple(findings)
    slips, refusals = Slips(findings), Refusals(findings)
    for finding in findings:
        if not slips.explain(finding) and not refusals.explain(finding):
            said = () if finding.code == SLIP_OF_ID else sorted(map(str, finding.args.items()))
            seen.setdefault((*finding.key(), tuple(said)), finding)
    return tuple(
        sorted(seen.values(), key=lambda f: (f.place, SEVERITIES.index(f.severity), f.code, f.path))
    )
