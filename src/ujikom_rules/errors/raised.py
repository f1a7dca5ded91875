"""What is raised on purpose: the exceptions that carry findings."""

from collections.abc import Iterable

from ujikom_rules.errors.once import said_once
from ujikom_rules.errors.values import Finding


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
