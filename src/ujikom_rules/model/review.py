"""How a plugin that reviews a ruleset says what it sees."""

from ujikom_rules.errors import Finding, Severity
from ujikom_rules.messages import Text, finding


def review(
    path: str, text: Text, severity: Severity = "warning", hint: Text | None = None
) -> Finding:
    """Make a finding about a ruleset.

    Args:
        path: the dotted key path with ids that it is about.
        text: one plain sentence.
        severity: ``error`` stops the compiling.
        hint: what to do.
    """
    return finding("UJ590", path=path, severity=severity, said=text, hint=hint or "")
