"""Who sits on Kendari's panel: five examiners of three kinds."""

from collections.abc import Sequence
from typing import Literal

from attrs import frozen

from ujikom_rules.plugin import Examiner, PanelAt, Text

INSPECTOR = "inspektur"
SEATS = {"akademisi": 2, INSPECTOR: 1, "tokoh-masyarakat": 2}


@frozen(kw_only=True)
class FiveOfThreeKinds:
    """Two academics, one inspector and two community figures.

    The kinds are ``akademisi``, ``inspektur`` and ``tokoh-masyarakat``. An examiner who is also
    examined is not seated, and that is an error whatever `severity` says; above all the inspector
    holds a post of the same level as those who are tested. Nothing is said about the chair, since
    none was named in public.

    Source: the panel of March 2025, as published; no rule behind it was.

    Attributes:
        severity: how a panel that is made up otherwise is said; ``warning`` still scores.
    """

    severity: Literal["error", "warning"] = "error"

    @property
    def examinee(self) -> bool:
        """Tells the frame that this rule looks for examiners who are examined."""
        return True

    def seat(self, examiners: Sequence[Examiner], panel: PanelAt) -> Sequence[str]:
        """The ids of those who are seated, sorted."""
        seated = _not_examined(sorted(examiners, key=lambda each: each.id), panel)
        for kind, wanted in SEATS.items():
            found = sum(each.kind == kind for each in seated)
            if found != wanted:
                panel.find(
                    Text(
                        f"Penguji {kind}: {found}, seharusnya {wanted}.",
                        f"Examiners of the kind {kind}: {found}; there must be {wanted}.",
                    ),
                    self.severity,
                )
        for each in seated:
            if each.kind not in SEATS:
                panel.find(
                    Text(
                        f"Penguji {each.id} bukan dari salah satu dari tiga unsur.",
                        f"Examiner {each.id} is of none of the three kinds.",
                    ),
                    self.severity,
                    examiner=each.id,
                    hint=Text(
                        f"Isi jenis penguji (kind) dengan salah satu dari: {', '.join(SEATS)}.",
                        f"Write one of these as kind: {', '.join(SEATS)}.",
                    ),
                )
        return [each.id for each in seated]


def _not_examined(examiners: Sequence[Examiner], panel: PanelAt) -> Sequence[Examiner]:
    seated = []
    for each in examiners:
        if not each.person or each.person not in panel.examined:
            seated.append(each)
            continue
        who = Text("Inspektur", "The inspector") if each.kind == INSPECTOR else _PLAIN
        panel.find(
            Text(
                f"{who.id} {each.id} juga diuji pada kegiatan ini; ia tidak duduk.",
                f"{who.en} {each.id} is also examined at this event and is not seated.",
            ),
            examiner=each.id,
        )
    return seated


_PLAIN = Text("Penguji", "Examiner")
