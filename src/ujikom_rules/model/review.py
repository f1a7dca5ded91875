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

    Raises:
        TypeError: for a path that is no text.
    """
    if not isinstance(path, str):
        raise TypeError(f"path is {type(path).__name__}; what is needed is str")
    return finding("UJ590", path=path, severity=severity, said=text, hint=hint or "")
