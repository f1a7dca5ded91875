"""What only follows from a slip of the pen in a ruleset: it is not worth a finding of its own."""

from collections.abc import Callable, Iterable, Mapping
from typing import TypeAlias

from ujikom_rules.errors.values import Finding

_SLIPS_OF_KEYS = ("UJ201", "UJ442")
SLIP_OF_ID, _NO_ID, _NO_PLUGIN = "UJ408", "UJ406", "UJ501"
_WRONG_KIND = ("UJ142", "UJ203")  # nothing can be read beneath it
_UNREAD = (*_WRONG_KIND, "UJ208")
_LISTS = ("stages", "criteria")
_COUNTED = ("id", "weight", "kind")  # keys without which an item is none of its siblings
_TO_THE_BASE = ("ruleset.extends", "ruleset")  # the base is not found where one is misspelt
_BY_THE_BASE = (
    "UJ202", "UJ301", "UJ302", "UJ311", "UJ312", "UJ313", "UJ320", "UJ321", "UJ325", "UJ332",
    "UJ369",
)  # fmt: skip
_OF_SOURCES = ("UJ440", "UJ441", "UJ442")  # which no base would change

_Paths: TypeAlias = set[tuple[str, str]]  # each with the file that it is about


class Slips:
    """The paths that are written wrongly in a ruleset, and those that were meant by them."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.written: _Paths = set()
        self.meant: _Paths = set()
        self.groups: _Paths = set()  # of siblings that are more or fewer than they should be
        self.absent: _Paths = set()  # plugins that are not there under the name they are given
        self.unread: _Paths = set()  # whose value is no number, or of another kind
        for each in findings:
            file, above = each.place.file, _above(each.path)
            near = each.args.get("nearest")
            if each.code in (*_SLIPS_OF_KEYS, SLIP_OF_ID, "UJ142"):
                self.written.add((file, each.path))
            if each.code in (*_SLIPS_OF_KEYS, SLIP_OF_ID) and near:
                self.meant.add((file, f"{above}.{near}".lstrip(".")))
            if each.code in _WRONG_KIND:
                self.meant.add((file, each.path))
            if each.code in _UNREAD:
                self.unread.add((file, each.path))
            if each.code == _NO_PLUGIN and near:
                self.absent.add((file, each.path))
            if each.code in (SLIP_OF_ID, _NO_ID):
                self.groups.add((file, above))
        for file, path in self.meant:
            if _last(path) in _COUNTED:
                self.groups.add((file, _above(_above(path))))
            elif _last(path) in _LISTS:
                self.groups.add((file, path))

    def explain(self, found: Finding) -> bool:
        """Whether a finding only follows from one of the slips."""
        if any((found.place.file, each) in self.meant for each in _TO_THE_BASE):
            over_it = found.code.startswith("UJ4") and found.code not in _OF_SOURCES
            if over_it or found.code in _BY_THE_BASE:
                return True
        follows = _FOLLOWS.get(found.code)
        return follows is not None and follows(self, found)


# --- What each code says, and what makes it follow


def _no_sum(slips: Slips, found: Finding) -> bool:
    """Weights do not sum to 100: one of them counts twice, or not at all."""
    return (found.place.file, _above(_above(found.path))) in slips.groups


def _not_open(slips: Slips, found: Finding) -> bool:
    """The base does not allow what stands at the path."""
    return _is_in(found, slips.written)


def _lacking(slips: Slips, found: Finding) -> bool:
    """Something is missing at the path: it stands there misspelt, or above it."""
    above = (found.place.file, _above(found.path))
    return above in slips.written or _is_in(found, slips.meant)


def _lacking_key(slips: Slips, found: Finding) -> bool:
    """A key is missing, or what could stand in its place, as `fact` for the `stage` of `reads`."""
    of_reads = _last(_above(found.path)) == "reads" and _beside(slips, found, "fact")
    return of_reads or _lacking(slips, found)


def _unweighed(slips: Slips, found: Finding) -> bool:
    """A weight is missing, which another `aggregation` or `weighting` would not ask for."""
    node = _above(_above(_above(found.path))) or "decision"
    asking = (f"{node}.aggregation", f"{node}.weighting")
    headless = (found.place.file, node) in slips.meant
    return headless or _any_beneath(slips, found, asking) or _lacking(slips, found)


def _of_marks(slips: Slips, found: Finding) -> bool:
    """A leaf has no scale, or a key without effect: for want of its criteria, or of `reads`.

    A scale may stand further up as well, for all that is beneath.
    """
    scales = {(found.place.file, each) for each in _scales_above(found.path)}
    return (
        bool(scales & slips.meant)
        or _beside(slips, found, "criteria")
        or _any_beneath(slips, found, [f"{_above(found.path)}.reads"])
        or _lacking(slips, found)
    )


def _no_number(slips: Slips, found: Finding) -> bool:
    """A fact gives no number: the part that would make one of it is misspelt."""
    return _any_beneath(slips, found, [f"{_above(found.path)}.value"])


def _without_criteria(slips: Slips, found: Finding) -> bool:
    """A key reaches no criteria."""
    return _beside(slips, found, "criteria")


def _unusable(slips: Slips, found: Finding) -> bool:
    """A part refuses its keys: one beneath is misspelt, one of a band beside it, or of its scale."""
    return _any_beneath(slips, found, _scales_above(found.path)) or any(
        file == found.place.file
        and (_reaches(found.path, slip) or _reaches(_bands(slip), found.path))
        for file, slip in slips.written
    )


def _leads_nowhere(slips: Slips, found: Finding) -> bool:
    """A stage or a criterion is not there: its heading is misspelt."""
    stage = str(found.args.get("got", "")).partition(".")[0]
    lists = {(found.place.file, each) for each in ("stages", f"stages.{stage}.criteria")}
    return bool(lists & slips.meant)


def _opens_nothing(slips: Slips, found: Finding) -> bool:
    """An open term names no stage and no criterion: the id of one is misspelt."""
    key = str(found.args.get("key", ""))
    lists = [step for step in _LISTS if step in key.split(".")]
    return any(
        file == found.place.file and _last(path) == "id" and _last(_above(_above(path))) in lists
        for file, path in slips.meant
    )


def _not_installed(slips: Slips, found: Finding) -> bool:
    """A part of a plugin is not known: in [plugins] the plugin is misspelt."""
    namespace = str(found.args.get("nearest", "")).partition(":")[0]
    return (found.place.file, f"plugins.{namespace}") in slips.absent


def _out_of_range(slips: Slips, found: Finding) -> bool:
    """A value does not lie within what its base allows: it could not be read at all."""
    return (found.place.file, found.path) in slips.unread


def _untitled(slips: Slips, found: Finding) -> bool:
    """A source lacks a key, which is misspelt."""
    return (found.place.file, f"{found.path}.{found.args.get('expected')}") in slips.meant


def _beside(slips: Slips, found: Finding, *keys: str) -> bool:
    above = _above(found.path)
    return any((found.place.file, f"{above}.{key}") in slips.meant for key in keys)


def _any_beneath(slips: Slips, found: Finding, paths: Iterable[str]) -> bool:
    """Whether something is written wrongly at one of some paths, or beneath."""
    return any(
        file == found.place.file and any(_reaches(path, slip) for path in paths)
        for file, slip in slips.written | slips.meant
    )


def _scales_above(path: str) -> list[str]:
    """Where the scale of a leaf may stand: in it, and with `each` in every table above it."""
    found = []
    while path := _above(path):
        found += [f"{path}.scale", f"{path}.each.scale"]
    return found


def _is_in(found: Finding, paths: _Paths) -> bool:
    """Whether the path of a finding or one above it is among some."""
    path = found.path
    while path:
        if (found.place.file, path) in paths:
            return True
        path = _above(path)
    return False


_FOLLOWS: Mapping[str, Callable[[Slips, Finding], bool]] = {
    "UJ202": _lacking_key,
    "UJ301": _no_sum,
    "UJ302": _unweighed,
    "UJ312": _leads_nowhere,
    "UJ321": _of_marks,
    "UJ325": _without_criteria,
    "UJ369": _of_marks,
    "UJ376": _no_number,
    "UJ420": _not_open,
    "UJ421": _not_open,
    "UJ424": _lacking,
    "UJ425": _out_of_range,
    "UJ432": _opens_nothing,
    "UJ441": _untitled,
    "UJ511": _not_installed,
    "UJ513": _unusable,
}


def _above(path: str) -> str:
    return path.rpartition(".")[0]


def _last(path: str) -> str:
    return path.rpartition(".")[2]


def _bands(path: str) -> str:
    """The list of bands in one of which a key stands; itself where it stands in none."""
    bands = _above(_above(path))
    return bands if _last(bands) == "bands" else path


def _reaches(path: str, other: str) -> bool:
    """Whether a path is another or stands above it."""
    return f"{other}.".startswith(f"{path}.")
