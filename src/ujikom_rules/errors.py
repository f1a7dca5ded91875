"""What can go wrong, as values: places, findings and the exceptions that carry them."""

from collections.abc import Iterable, Mapping
from typing import Any, Literal

from attrs import field, frozen

Severity = Literal["error", "warning", "note"]
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "note")


@frozen(order=True)
class Place:
    """Where something stands: a file with line and column (from 1), or a cell of a sheet.

    >>> str(Place("kota.toml", 12, 5))
    'kota.toml:12:5'
    """

    file: str = ""
    line: int = 0
    column: int = 0
    cell: str = ""

    def __str__(self) -> str:
        parts = [self.file or "-"]
        if self.line:
            parts.append(str(self.line))
            if self.column:
                parts.append(str(self.column))
        text = ":".join(parts)
        return " › ".join((text, *filter(None, self.cell.rpartition("!")[::2])))


NOWHERE = Place()


@frozen(kw_only=True)
class Finding:
    """A message about a ruleset, a scoresheet or a plugin: a code and its arguments, never text.

    `ujikom_rules.messages` holds the text of every code in both languages.

    Attributes:
        code: the code in the register, such as ``UJ301``.
        severity: ``error`` stops the work, ``warning`` and ``note`` do not.
        place: where it stands, as far as known.
        path: in a ruleset the dotted key path with ids, in data a JSON Pointer.
        args: what the text of the code is filled with.
        related: further places that belong to it, such as the other of two duplicates.
        article: the article of law that the rule rests on.
        plugin: the namespace of the plugin that it is about.
    """

    code: str
    severity: Severity
    place: Place = NOWHERE
    path: str = ""
    args: Mapping[str, Any] = field(factory=dict)
    related: tuple[Place, ...] = ()
    article: str = ""
    plugin: str = ""

    def key(self) -> tuple[Place, str, str]:
        """What makes two findings the same one: it is said once."""
        return (self.place, self.code, self.path)


_UNKNOWN, _LACKING = "UJ201", ("UJ202", "UJ302", "UJ321")


def said_once(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Sort findings by place and drop those said before of the same thing.

    A key that is lacking because it stands there misspelt is said once too, as the misspelt one.
    """
    seen: dict[tuple[Any, ...], Finding] = {}
    findings = tuple(findings)
    misspelt = {
        (f.place.file, f"{f.path.rpartition('.')[0]}.{f.args['nearest']}".lstrip("."))
        for f in findings
        if f.code == _UNKNOWN and f.args.get("nearest")
    }
    for finding in findings:
        if finding.code in _LACKING and (finding.place.file, finding.path) in misspelt:
            continue
        seen.setdefault((*finding.key(), tuple(sorted(map(str, finding.args.items())))), finding)
    return tuple(
        sorted(seen.values(), key=lambda f: (f.place, SEVERITIES.index(f.severity), f.code, f.path))
    )


def errors_in(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Those findings that stop the work."""
    return tuple(f for f in findings if f.severity == "error")


class UjikomError(Exception):
    """Everything that this library raises on purpose."""


class Refused(UjikomError):
    """A ruleset, a scoresheet or a plugin was refused; `findings` says why, all of it.

    Example:
        >>> try:
        ...     raise Refused([Finding(code="UJ301", severity="error")])
        ... except Refused as refused:
        ...     [finding.code for finding in refused.findings]
        ['UJ301']
    """

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.findings = said_once(findings)
        super().__init__(
            "; ".join(f"{f.place} {f.code} {f.path}".strip() for f in self.findings) or "refused"
        )

    def __reduce__(self) -> tuple[type["Refused"], tuple[tuple[Finding, ...]]]:
        return (Refused, (self.findings,))


class PluginError(UjikomError):
    """Foreign code failed; says which plugin, distribution, version and hook or part.

    Args:
        namespace: the plugin's name in rulesets.
        distribution: what was installed, with its version, or ``in process``.
        where: the hook or the part that failed.
        reason: what it did.
    """

    def __init__(self, namespace: str, distribution: str, where: str, reason: str) -> None:
        self.namespace, self.distribution = namespace, distribution
        self.where, self.reason = where, reason
        super().__init__(f"plugin {namespace} ({distribution}), {where}: {reason}")

    def __reduce__(self) -> tuple[type["PluginError"], tuple[str, str, str, str]]:
        return (PluginError, (self.namespace, self.distribution, self.where, self.reason))
