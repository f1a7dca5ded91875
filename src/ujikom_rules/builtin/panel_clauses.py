"""What the composition of a panel may demand: one clause a table, each with its own check."""

from collections.abc import Sequence
from typing import Literal, TypeAlias

from attrs import frozen

from ujikom_rules.plugin import Examiner, Figure, PanelAt, Refusal, Text, nearest

Says: TypeAlias = Literal["error", "warning"]


def refuse_below(least: int, number: int, key: str) -> None:
    """Refuse a count that is too low to mean anything."""
    if number < least:
        raise Refusal(
            Text(f"{key} paling sedikit {least}.", f"{key} is at least {least}."), key=key
        )


@frozen(kw_only=True, eq=False, repr=False)
class Size:
    """How many are seated.

    Attributes:
        at_least, at_most: the bounds, both allowed.
        odd: whether the number must be odd.
        severity: how a breach is said.

    Raises:
        Refusal: where nothing is asked, or no number can be right.
    """

    at_least: int | None = None
    at_most: int | None = None
    odd: bool = False
    severity: Says = "error"

    def __attrs_post_init__(self) -> None:
        if self.at_least is None and self.at_most is None and not self.odd:
            raise Refusal(
                Text(
                    "size perlu at-least, at-most, atau odd = true.",
                    "size needs at-least, at-most or odd = true.",
                )
            )
        smallest = self.at_least or 1
        if self.odd and smallest % 2 == 0:
            smallest += 1
        if self.at_most is not None and self.at_most < smallest:
            raise Refusal(
                Text("Tidak ada jumlah yang memenuhi size.", "No number meets this size."),
                key="at-most",
                also="odd" if self.at_most == self.at_least else "at-least",
            )

    def check(self, seated: Sequence[Examiner], panel: PanelAt) -> None:
        """Count those who are seated."""
        count = len(seated)
        if self.at_least is not None and count < self.at_least:
            self._say(
                panel,
                Text(
                    f"Penguji yang duduk {count}, paling sedikit {self.at_least}.",
                    f"Examiners seated: {count}; at least {self.at_least} must be.",
                ),
            )
        if self.at_most is not None and count > self.at_most:
            self._say(
                panel,
                Text(
                    f"Penguji yang duduk {count}, paling banyak {self.at_most}.",
                    f"Examiners seated: {count}; at most {self.at_most} may be.",
                ),
            )
        if self.odd and count % 2 == 0:
            self._say(
                panel,
                Text(
                    f"Penguji yang duduk {count}; jumlahnya harus ganjil.",
                    f"Examiners seated: {count}; the number must be odd.",
                ),
            )

    def _say(self, panel: PanelAt, text: Text) -> None:
        panel.find(text, self.severity, key="size")


@frozen(kw_only=True, eq=False, repr=False)
class Seat:
    """Seats of one kind.

    Attributes:
        kind: the kind of examiner, in the ruleset's own word.
        role: the role in which they sit; left out, any.
        count: how many, exactly.
        severity: how a breach is said.
    """

    kind: str
    role: Literal["chair", "member"] | None = None
    count: int = 1
    severity: Says = "error"

    def __attrs_post_init__(self) -> None:
        refuse_below(0, self.count, "count")

    def check(self, seated: Sequence[Examiner], panel: PanelAt) -> None:
        """Count those of this kind and role."""
        count = sum(each.kind == self.kind and self.role in (None, each.role) for each in seated)
        if count != self.count:
            who = self.kind if self.role is None else f"{self.kind} ({self.role})"
            few = self.count - count
            panel.find(
                Text(
                    f"Penguji {who}: {count}, seharusnya {self.count}.",
                    f"Examiners {who}: {count}; there must be {self.count}.",
                ),
                self.severity,
                hint=Text(f"Kursi yang kosong: {few} {who}.", f"Seats left empty: {few} {who}.")
                if few > 0
                else None,
                key="seats",
            )


def check_kinds(seats: Sequence[Seat], seated: Sequence[Examiner], panel: PanelAt) -> None:
    """Say of which kind no seat is: a misspelt one, or somebody too many."""
    kinds = {seat.kind for seat in seats}
    for each in seated:
        if each.kind not in kinds:
            near = nearest(each.kind, kinds)
            panel.find(
                Text(
                    f"Tidak ada kursi untuk unsur {each.kind or '(kosong)'}, penguji {each.id}.",
                    f"No seat is for the kind {each.kind or '(empty)'} of examiner {each.id}.",
                ),
                "warning",
                examiner=each.id,
                hint=Text(f"Maksudnya {near}?", f"Is {near} meant?") if near else None,
                key="seats",
            )


@frozen(kw_only=True, eq=False, repr=False)
class Chair:
    """How many chairs, exactly.

    Attributes:
        count: how many.
        severity: how a breach is said.
    """

    count: int
    severity: Says = "error"

    def __attrs_post_init__(self) -> None:
        refuse_below(0, self.count, "count")

    def check(self, seated: Sequence[Examiner], panel: PanelAt) -> None:
        """Count the chairs."""
        count = sum(each.role == "chair" for each in seated)
        if count != self.count:
            panel.find(
                Text(
                    f"Ketua: {count}, seharusnya {self.count}.",
                    f"Chairs: {count}; there must be {self.count}.",
                ),
                self.severity,
                key="chair",
            )


@frozen(kw_only=True, eq=False, repr=False)
class Internal:
    """How much of the panel may come from inside the organisation.

    Attributes:
        at_most: the share in per cent, from 0 to 100.
        severity: how a breach is said; an origin that is not recorded and could be one is a
            warning.

    Raises:
        Refusal: for a share outside 0 to 100.
    """

    at_most: Figure
    severity: Says = "error"

    def __attrs_post_init__(self) -> None:
        if not 0 <= self.at_most.value <= 100:
            raise Refusal(
                Text("at-most adalah persen, 0 sampai 100.", "at-most is per cent, 0 to 100."),
                key="at-most",
            )

    def check(self, seated: Sequence[Examiner], panel: PanelAt) -> None:
        """Compare the share exactly: internal × 100 with per cent × seated."""
        internal = sum(each.origin == "internal" for each in seated)
        unknown = [each.id for each in seated if each.origin is None]
        limit = self.at_most.value * len(seated)
        if internal * 100 > limit:
            share = f"{self.at_most.text}%"
            panel.find(
                Text(
                    f"Penguji internal {internal} dari {len(seated)}, paling banyak {share}.",
                    f"Internal examiners: {internal} of {len(seated)}; at most {share} may be.",
                ),
                self.severity,
                key="internal",
            )
        elif (internal + len(unknown)) * 100 > limit:
            names = ", ".join(unknown)
            panel.find(
                Text(
                    f"Asal penguji belum tercatat: {names}; bagian internal belum pasti.",
                    f"The origin is not recorded of: {names}; the internal share is not certain.",
                ),
                "warning",
                key="internal",
            )


@frozen(kw_only=True, eq=False, repr=False)
class Examinee:
    """Nobody who is examined sits on the panel.

    Attributes:
        severity: how a clash is said; whatever it is, the examiner is not seated.
    """

    severity: Says = "error"

    def keep(self, examiners: Sequence[Examiner], panel: PanelAt) -> Sequence[Examiner]:
        """Those who are not examined at this event."""
        clashing = [each for each in examiners if each.person and each.person in panel.examined]
        for each in clashing:
            panel.find(
                Text(
                    f"Penguji {each.id} juga diuji pada kegiatan ini; ia tidak duduk.",
                    f"Examiner {each.id} is also examined at this event and is not seated.",
                ),
                self.severity,
                examiner=each.id,
                key="examinee",
            )
        return [each for each in examiners if each not in clashing]


@frozen(kw_only=True, eq=False, repr=False)
class Conflict:
    """What a declared conflict of interest does.

    Attributes:
        effect: ``recuse`` takes no marks of the pair and does nothing else; ``unseat`` seats no
            examiner with any recusal.
        severity: how each such examiner is said; left out, an unseating is a note and nothing
            else is said.
    """

    effect: Literal["recuse", "unseat"] = "recuse"
    severity: Says | None = None

    def keep(self, examiners: Sequence[Examiner], panel: PanelAt) -> Sequence[Examiner]:
        """Those who stay seated."""
        conflicted = [each for each in examiners if each.id in panel.conflicted]
        if self.effect == "unseat":
            for each in conflicted:
                self._say(
                    panel,
                    each,
                    Text(
                        f"Penguji {each.id} menyatakan benturan; ia tidak duduk.",
                        f"Examiner {each.id} has declared a conflict and is not seated.",
                    ),
                )
            return [each for each in examiners if each not in conflicted]
        if self.severity is not None:
            for each in conflicted:
                self._say(
                    panel,
                    each,
                    Text(
                        f"Penguji {each.id} menyatakan benturan.",
                        f"Examiner {each.id} has declared a conflict.",
                    ),
                )
        return examiners

    def _say(self, panel: PanelAt, examiner: Examiner, text: Text) -> None:
        panel.find(text, self.severity or "note", examiner=examiner.id, key="conflict")


@frozen(kw_only=True, eq=False, repr=False)
class Quorum:
    """How many marks a stage needs at least, where it does not say so itself.

    Attributes:
        at_least: the number of marks, at least 1.
        severity: how it is said that fewer are seated.
    """

    at_least: int
    severity: Says = "warning"

    def __attrs_post_init__(self) -> None:
        refuse_below(1, self.at_least, "at-least")

    def check(self, seated: Sequence[Examiner], panel: PanelAt) -> None:
        """Say that the quorum cannot be met."""
        if len(seated) < self.at_least:
            panel.find(
                Text(
                    f"Penguji yang duduk {len(seated)}, kuorum {self.at_least}.",
                    f"Examiners seated: {len(seated)}; the quorum is {self.at_least}.",
                ),
                self.severity,
                key="quorum",
            )
