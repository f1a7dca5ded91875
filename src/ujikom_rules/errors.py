"""What can go wrong, as values: places, findings and the exceptions that carry them."""

from collections.abc import Iterable, Mapping
from typing import Any, Literal, TypeAlias

from attrs import field, frozen

Severity = Literal["error", "warning", "note"]
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "note")


def _as_read(cell: str) -> tuple[str, int, int, str]:
    """A cell as a sheet is read: by sheet, its second row before its tenth, column Z before AA."""
    sheet, exclamation, address = cell.rpartition("!")
    if not exclamation:
        return (address, 0, 0, "")  # the sheet as a whole
    letters = address.rstrip("0123456789")
    return (sheet, int(address[len(letters) :] or 0), len(letters), letters)


@frozen(order=True)
class Place:
    """Where something stands: a file with line and column (from 1), or a cell of a sheet.

    Places are ordered as they are read: file by file, line by line.

    >>> str(Place("kota.toml", 12, 5))
    'kota.toml:12:5'
    >>> Place("nilai.xlsx", cell="Wawancara!C2") < Place("nilai.xlsx", cell="Wawancara!C10")
    True
    """

    file: str = ""
    line: int = 0
    column: int = 0
    cell: str = field(default="", order=_as_read)

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
        about: what a row of a scoresheet says of itself, as far as it is known: under
            ``candidacy``, ``position``, ``stage``, ``criterion`` and ``examiner`` an id or a title.
    """

    code: str
    severity: Severity
    place: Place = NOWHERE
    path: str = ""
    args: Mapping[str, Any] = field(factory=dict)
    related: tuple[Place, ...] = ()
    article: str = ""
    plugin: str = ""
    about: Mapping[str, Any] = field(factory=dict)

    def key(self) -> tuple[Place, str, str]:
        """What makes two findings the same one: it is said once."""
        return (self.place, self.code, self.path)


def said_once(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Sort findings by place and drop those said before of the same thing.

    What only follows from a misspelt key or id, or from a heading in the wrong brackets, is said
    once too, as the slip: the key that is lacking for it, the base that does not open it, the sum
    of weights in which it counts twice or not at all, the reference that leads nowhere since.
    """
    seen: dict[tuple[Any, ...], Finding] = {}
    findings = tuple(findings)
    slips = _Slips(findings)
    for finding in findings:
        if not slips.explain(finding):
            said = () if finding.code == _SLIP_OF_ID else sorted(map(str, finding.args.items()))
            seen.setdefault((*finding.key(), tuple(said)), finding)
    return tuple(
        sorted(seen.values(), key=lambda f: (f.place, SEVERITIES.index(f.severity), f.code, f.path))
    )


_SLIPS_OF_KEYS = ("UJ201", "UJ442")
_SLIP_OF_ID, _NO_ID = "UJ408", "UJ406"
_WRONG_KIND = ("UJ142", "UJ203")  # nothing can be read beneath it
_LACKING = ("UJ202", "UJ302", "UJ321", "UJ424")  # something is missing at the path
_NOT_OPEN = ("UJ420", "UJ421")  # the base does not allow what stands at the path
_BESIDE = {  # what is missing on account of a key beside it
    "UJ321": ("criteria", "reads"),
    "UJ325": ("criteria",),
    "UJ369": ("criteria", "reads"),
}
_NO_SUM, _NO_PART, _NO_NODE, _NO_SOURCE = "UJ301", "UJ513", "UJ312", "UJ441"

_LISTS = ("stages", "criteria")

_Paths: TypeAlias = set[tuple[str, str]]  # each with the file that it is about


class _Slips:
    """The paths that are written wrongly in a ruleset, and those that were meant by them."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        self.written: _Paths = set()
        self.meant: _Paths = set()
        self.groups: _Paths = set()  # of siblings that are more or fewer than they should be
        for each in findings:
            file, above = each.place.file, _above(each.path)
            near = each.args.get("nearest")
            if each.code in (*_SLIPS_OF_KEYS, _SLIP_OF_ID, "UJ142"):
                self.written.add((file, each.path))
            if each.code in (*_SLIPS_OF_KEYS, _SLIP_OF_ID) and near:
                self.meant.add((file, f"{above}.{near}".lstrip(".")))
            if each.code in _WRONG_KIND:
                self.meant.add((file, each.path))
            if each.code in (_SLIP_OF_ID, _NO_ID):
                self.groups.add((file, above))
        self.groups |= {(file, _above(_above(path))) for file, path in self.meant}
        self.groups |= {(file, path) for file, path in self.meant if _last(path) in _LISTS}

    def explain(self, found: Finding) -> bool:
        """Whether a finding only follows from one of the slips."""
        file, path, above = found.place.file, found.path, _above(found.path)
        if (file, "ruleset.extends") in self.meant:  # all that the base has is missing
            return found.code not in _SLIPS_OF_KEYS
        if found.code == _NO_SUM:
            return (file, _above(above)) in self.groups
        if found.code in _NOT_OPEN:
            return _is_in(file, path, self.written)
        if found.code == _NO_PART:
            return any(f == file and _above(_above(slip)) == above for f, slip in self.written)
        if found.code == _NO_NODE:
            of_stage = f"stages.{found.args.get('got', '').partition('.')[0]}.criteria"
            return bool({(file, "stages"), (file, of_stage)} & self.meant)
        if found.code == _NO_SOURCE:
            return (file, f"{path}.{found.args.get('expected')}") in self.meant
        if any((file, f"{above}.{key}") in self.meant for key in _BESIDE.get(found.code, ())):
            return True
        lacks = (file, above) in self.written or _is_in(file, path, self.meant)
        return found.code in _LACKING and lacks


def _above(path: str) -> str:
    return path.rpartition(".")[0]


def _last(path: str) -> str:
    return path.rpartition(".")[2]


def _is_in(file: str, path: str, paths: _Paths) -> bool:
    """Whether a path or one above it is among some."""
    while path:
        if (file, path) in paths:
            return True
        path = _above(path)
    return False


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
