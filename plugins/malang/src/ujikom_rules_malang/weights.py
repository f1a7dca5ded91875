"""Weights by group of posts, with a rule for officials who also act in a second one."""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from attrs import evolve, frozen

from ujikom_rules.plugin import (
    CandidacyAt,
    Fact,
    Figure,
    Finding,
    Refusal,
    Ruleset,
    Text,
    WeightedAt,
    mean_of,
    nearest,
    review,
    sum_of,
    to_text,
)

WEIGHTING = "malang:rangkap-jabatan"
_WHOLE = Fraction(100)


@frozen(kw_only=True)
class RangkapJabatan:
    """Weights from a table, by the group of the official's post.

    An official who also acts in a post of a second group is weighed by the mean of both rows. A
    second post of the same group changes nothing. Without a group, or where the table has no row
    for one of the two, there are no weights, so that the candidacy is incomplete.

    Source: an assumption; Malang published no weights and no rule for acting officials.

    Attributes:
        group: the fact that holds the group of the official's own post.
        acting: the fact that holds the group of the second post; missing for most.
        table: by group, the weight of every sibling in per cent.

    Raises:
        Refusal: for a table without rows, a negative weight, and a row that is not exactly 100.
    """

    group: Fact
    acting: Fact
    table: Mapping[str, Mapping[str, Figure]]

    def __attrs_post_init__(self) -> None:
        if not self.table:
            raise Refusal(Text("table masih kosong.", "table is empty."), key="table")
        for name, row in self.table.items():
            _refuse_row(name, row)

    def weights(
        self,
        criteria: Sequence[WeightedAt],
        candidacy: CandidacyAt,
    ) -> Mapping[str, Figure] | None:
        """The row of the group, or the mean of two rows."""
        group = candidacy.fact(self.group)
        if group is None:
            return None
        own = self.table.get(str(group))
        acting = candidacy.fact(self.acting)
        if own is None or acting is None or acting == group:
            return own
        second = self.table.get(str(acting))
        if second is None:
            return None
        return {each.id: mean_of((own[each.id], second[each.id])) for each in criteria}


def _refuse_row(name: str, row: Mapping[str, Figure]) -> None:
    for sibling, weight in row.items():
        if weight.value < 0:
            raise Refusal(
                Text(
                    f"Baris {name}: bobot {sibling} negatif.",
                    f"Row {name}: the weight of {sibling} is negative.",
                ),
                key=f"table.{name}.{sibling}",
            )
    whole = sum_of(row.values()).value
    if whole != _WHOLE:
        raise Refusal(
            Text(
                f"Baris {name} berjumlah {to_text(whole)}, seharusnya tepat 100.",
                f"Row {name} sums to {to_text(whole)}; it must be exactly 100.",
            ),
            key=".".join(["table", name, *list(row)[-1:]]),  # as of siblings, at the last weight
        )


def findings_of(ruleset: Ruleset) -> Iterator[Finding]:
    """Groups that a declared fact may name and the table has no row for, and rows of no group.

    Only a candidacy of such a group would show it otherwise, by being incomplete.
    """
    for node in (ruleset.decision, *ruleset.stages):
        if node.weighting is None or node.weighting.use != WEIGHTING:
            continue
        keys = node.weighting.keys()
        rows = keys["table"].table()
        path = f"{node.path}.weighting.table"
        named = [keys[key].get("fact") or keys[key] for key in ("group", "acting")]
        facts = [ruleset.facts[str(each.data)] for each in named]
        groups = {group for fact in facts for group in fact.one_of}
        strange = [row for row in rows if row not in groups and all(f.one_of for f in facts)]
        meant = {row: nearest(row, groups - set(rows)) for row in strange}
        for row, near in meant.items():
            text = Text(f"Tidak ada kelompok {row}.", f"There is no group {row}.")
            hint = Text(f"mungkin maksudnya '{near}'", f"perhaps '{near}' is meant")
            found = review(f"{path}.{row}", text, "error", hint if near else None)
            yield evolve(found, place=rows[row].key_place)
        for fact in facts:
            for group in fact.one_of:
                if group not in rows and group not in meant.values():
                    yield review(
                        path,
                        Text(
                            f"Tidak ada baris bobot untuk {group}, isi fakta {fact.name}.",
                            f"No row of weights for {group}, which the fact {fact.name} may say.",
                        ),
                    )
