"""Who sits on Malang's panel: five offices, none of them the city's own."""

from collections.abc import Sequence
from typing import Literal

from attrs import frozen

from ujikom_rules.plugin import Examiner, PanelAt, Text

ACADEMIC, PROVINCE, REGIONAL = "akademisi", "bkd-provinsi", "bkn-regional"
SEATS = {ACADEMIC: 3, PROVINCE: 1, REGIONAL: 1}


@frozen(kw_only=True)
class FiveOffices:
    """Five examiners from outside the city, an academic in the chair.

    Seated are three academics, the head of the province's civil-service agency and the head of
    BKN's regional office, as their `kind` says: ``akademisi``, ``bkd-provinsi``, ``bkn-regional``.
    One academic has the chair, and nobody comes from the city itself. An examiner who is also
    examined is not seated, and that is an error whatever `severity` says.

    Source: the panel of March 2024, as published; no rule behind it was.

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
        self._count(seated, panel)
        self._chair(seated, panel)
        self._outside(seated, panel)
        return [each.id for each in seated]

    def _count(self, seated: Sequence[Examiner], panel: PanelAt) -> None:
        """Five together, and so many of each office."""
        whole = sum(SEATS.values())
        if len(seated) != whole:
            panel.find(
                Text(
                    f"Penguji yang duduk {len(seated)}, seharusnya {whole}.",
                    f"Examiners seated: {len(seated)}; there must be {whole}.",
                ),
                self.severity,
            )
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
                        f"Penguji {each.id} bukan dari salah satu dari lima jabatan.",
                        f"Examiner {each.id} comes from none of the five offices.",
                    ),
                    self.severity,
                    examiner=each.id,
                    hint=Text(
                        f"Isi jenis penguji (kind) dengan salah satu dari: {', '.join(SEATS)}.",
                        f"Write one of these as kind: {', '.join(SEATS)}.",
                    ),
                )

    def _chair(self, seated: Sequence[Examiner], panel: PanelAt) -> None:
        """One chair, an academic."""
        chairs = [each for each in seated if each.role == "chair"]
        if len(chairs) != 1:
            panel.find(
                Text(f"Ketua: {len(chairs)}, seharusnya 1.", f"Chairs: {len(chairs)}; must be 1."),
                self.severity,
            )
        for each in chairs:
            if each.kind != ACADEMIC:
                panel.find(
                    Text(
                        f"Ketua {each.id} bukan akademisi.", f"The chair {each.id} is no academic."
                    ),
                    self.severity,
                    examiner=each.id,
                )

    def _outside(self, seated: Sequence[Examiner], panel: PanelAt) -> None:
        """Nobody from the city; an origin that nobody recorded is only warned of."""
        for each in seated:
            if each.origin == "internal":
                panel.find(
                    Text(
                        f"Penguji {each.id} berasal dari kota sendiri.",
                        f"Examiner {each.id} comes from the city itself.",
                    ),
                    self.severity,
                    examiner=each.id,
                )
            elif each.origin is None:
                panel.find(
                    Text(
                        f"Asal penguji {each.id} belum tercatat.",
                        f"The origin of examiner {each.id} is not recorded.",
                    ),
                    "warning",
                    examiner=each.id,
                )


def _not_examined(examiners: Sequence[Examiner], panel: PanelAt) -> Sequence[Examiner]:
    clashing = [each for each in examiners if each.person and each.person in panel.examined]
    for each in clashing:
        panel.find(
            Text(
                f"Penguji {each.id} juga diuji pada kegiatan ini; ia tidak duduk.",
                f"Examiner {each.id} is also examined at this event and is not seated.",
            ),
            examiner=each.id,
        )
    return [each for each in examiners if each not in clashing]
