"""Pooling in two steps: the examiners of a group among themselves first, then the groups."""

from collections.abc import Mapping, Sequence
from typing import Literal

from attrs import frozen

from ujikom_rules.builtin.aggregators import Mean, WeightedMean
from ujikom_rules.plugin import (
    Aggregator,
    Figure,
    Item,
    NodeAt,
    Part,
    Refusal,
    Text,
    mean_of,
    sum_of,
)

_FLAT: Aggregator = Mean()
_GROUPS: Mapping[str, tuple[str, ...]] = {  # examiners without an origin are a group without name
    "role": ("chair", "member"),
    "origin": ("internal", "external", ""),
}


@frozen(kw_only=True, eq=False, repr=False)
class RoomsFirst:
    """Pools the examiners of each room first, then the rooms.

    A flat mean would let a room of one examiner count less than a room of two. Here each group
    has one value, made by `inside`, and `over` joins those. Groups stand in the order of their
    names; examiners without a room (kind, origin) form one group of their own. Gives the unit of
    the marks. No value where a group has marks of which `inside` makes none.

    Source: declared by the ruleset.

    Attributes:
        by: what groups the examiners.
        inside: what joins the marks of one group.
        over: what joins the groups; the mean where nothing is said, the weighted mean where
            there are `weights`.
        weights: the weight of each group; those of the groups that count are set against their
            own sum by the weighted mean. A group that has none leaves no value.
        empty: what a group does that owes the candidacy marks and gave none: ``incomplete``
            leaves no value, ``leave-out`` goes on without that group.

    Raises:
        Refusal: for a negative weight, for weights that are all 0, for the weight of a role or an
            origin that nobody has, for weights that `over` does not take, and for an `inside` or
            `over` that needs weights which are not there.
    """

    by: Literal["room", "kind", "role", "origin"] = "room"
    inside: Aggregator = _FLAT
    over: Aggregator | None = None
    weights: Mapping[str, Figure] | None = None
    empty: Literal["incomplete", "leave-out"] = "incomplete"

    def __attrs_post_init__(self) -> None:
        if _takes(self.inside) == "weight":
            raise Refusal(
                Text(
                    "Penguji tidak berbobot; pakai inside tanpa bobot, misalnya mean.",
                    "Examiners have no weights; take an inside without weights, such as mean.",
                ),
                key="inside.use",
            )
        if self.weights is None:
            if _takes(self.over) == "weight":
                raise Refusal(
                    Text(
                        "over ini perlu bobot tiap kelompok; tulis weights.",
                        "This over needs the weight of each group; write weights.",
                    ),
                    key="over.use",
                )
            return
        if _takes(self.over) in ("nothing", "factor"):
            raise Refusal(
                Text(
                    "over ini mengabaikan bobot; hapus over atau weights.",
                    "This over ignores weights; remove over or weights.",
                ),
                key="over.use",
                also="weights",
            )
        self._check(self.weights)

    def _check(self, weights: Mapping[str, Figure]) -> None:
        """Refuse groups that never are, and weights that cannot be."""
        groups = _GROUPS.get(self.by)
        unknown = [name for name in weights if groups is not None and name not in groups]
        if unknown:
            raise Refusal(
                Text(f"Tidak ada kelompok {unknown[0]}.", f"There is no group {unknown[0]}."),
                key=f"weights.{unknown[0]}",
                also="by",
                at_key=True,
                known=groups or (),
            )
        negative = [name for name, weight in weights.items() if weight.value < 0]
        if negative or not any(weight.value for weight in weights.values()):
            raise Refusal(
                Text(
                    "Bobot kelompok tidak boleh negatif dan tidak boleh semuanya 0.",
                    "Weights of groups may not be negative, nor all be 0.",
                ),
                key=f"weights.{negative[0]}" if negative else "weights",
            )

    def combine(self, items: Sequence[Item], at: NodeAt) -> Figure | None:
        """The groups' values, joined."""
        groups: dict[str, list[Item]] = {name: [] for name in at.groups_owed(self.by)}
        for item in items:
            groups.setdefault(self._group(item, at), []).append(item)
        counted = sorted(name for name in groups if groups[name] or self.empty == "incomplete")
        if not counted or not all(groups[name] for name in counted):
            return None  # before any group is pooled, so that no order of groups shows
        joined: list[Item] = []
        for name in counted:
            value = at.combine(self.inside, groups[name], name)
            weight = None if self.weights is None else self.weights.get(name)
            if value is None or (weight is None and self.weights is not None):
                return None
            joined.append(at.item(name, value, weight))
        usual = _FLAT if self.weights is None else WeightedMean()
        return at.combine(self.over or usual, joined)

    def _group(self, item: Item, at: NodeAt) -> str:
        if item.examiner is None:
            return ""
        match self.by:
            case "room":
                return at.room(item.examiner)
            case "kind":
                return item.examiner.kind
            case "role":
                return item.examiner.role
            case _:
                return item.examiner.origin or ""


def _takes(part: Aggregator | None) -> str | None:
    """What a nested part takes, where what holds it says so."""
    return getattr(part, "takes", None)


@frozen(kw_only=True, eq=False, repr=False)
class ChairWeighted:
    """The mean of the chair against the mean of the members: c × chair / 100 + m × rest / 100.

    Each examiner is one of the two by the `role` in the scoresheet; several chairs are first
    joined by their mean. Both terms are rounded at ``term`` and stand at ``@chair`` and
    ``@member``. Gives the unit of the marks. No value, with a finding, where no chair or no
    member has given a mark; so none either where criteria or stages are joined, which have no
    examiners.

    Source: declared by the ruleset.

    Attributes:
        chair: the chair's share in per cent, above 0 and below 100; the members' is the rest.

    Raises:
        Refusal: for any other share.
    """

    chair: Figure

    def __attrs_post_init__(self) -> None:
        if not 0 < self.chair.value < 100:
            raise Refusal(
                Text(
                    "Bagian ketua harus di antara 0 dan 100 persen.",
                    "The chair's share lies between 0 and 100 per cent.",
                ),
                key="chair",
            )

    def combine(self, items: Sequence[Item], at: NodeAt) -> Figure | None:
        """The two terms, added."""
        shares = {"chair": self.chair, "member": 100 - self.chair}
        terms: list[Figure] = []
        for role, share in shares.items():
            marks = [item.value for item in items if item.examiner and item.examiner.role == role]
            if not marks:
                at.find(_NO_MARK[role])
                return None
            terms.append(at.item(role, mean_of(marks), share).term)
        return sum_of(terms)


_NO_MARK: Mapping[str, Text] = {
    "chair": Text("tidak ada nilai dari ketua panitia seleksi.", "no chair has given a mark."),
    "member": Text("tidak ada nilai dari anggota panitia seleksi.", "no member has given a mark."),
}

POOLING: list[Part[Aggregator]] = [
    Part(
        "rooms-first",
        RoomsFirst,
        summary=Text(
            "Penguji satu ruang digabung dulu, lalu antar-ruang.",
            "The examiners of a room first, then the rooms.",
        ),
    ),
    Part(
        "chair-weighted",
        ChairWeighted,
        summary=Text(
            "Rata-rata ketua dan rata-rata anggota, masing-masing dengan bagiannya.",
            "The mean of the chair and the mean of the members, each with its share.",
        ),
    ),
]
