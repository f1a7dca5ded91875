"""The kind of stage that asks for documents."""

from typing import Literal

from attrs import frozen

from ujikom_rules.plugin import Part, Refusal, Stage, StageOutcome, StageSheet, Text


@frozen(kw_only=True, eq=False, repr=False)
class EvidenceGate:
    """Asks for documents, before the result or after it.

    ``before``: a document that is recorded as not given, or that lacks a signature, is not met; one
    that is not recorded at all leaves the gate incomplete. ``after``: no verdict changes, and each
    missing document is awaited, which keeps the result provisional.

    Source: declared by the ruleset; BKN is reported to have withdrawn an approval over minutes
    that not all had signed.

    Attributes:
        requires: the documents, by their ids.
        when: whether they come ``before`` the result or ``after`` it.
        per: whether one document serves the whole ``event`` or each ``candidacy`` has its own.
        signed_by: ``all-seated`` asks for the signature of every seated examiner.

    Raises:
        Refusal: where no document is named.
    """

    requires: tuple[str, ...]
    when: Literal["before", "after"] = "before"
    per: Literal["event", "candidacy"] = "event"
    signed_by: Literal["all-seated"] | None = None

    def __attrs_post_init__(self) -> None:
        if not self.requires:
            raise Refusal(
                Text("requires masih kosong.", "requires is empty."),
                key="requires",
            )

    def score(self, sheet: StageSheet) -> StageOutcome:
        """Which documents are there."""
        there = {name: self._is_there(name, sheet) for name in self.requires}
        missing = [name for name, given in there.items() if not given]
        if not missing:
            return sheet.documents(True, ())
        note = self._note(missing, sheet)
        if self.when == "after":
            return sheet.documents(None, missing, note)
        met = False if False in there.values() else None
        return sheet.documents(met, (), note)

    def _note(self, missing: list[str], sheet: StageSheet) -> Text:
        """Which documents are missing, and which are there but not signed by all."""
        unsigned = [name for name in missing if self._is_given(name, sheet)]
        absent = ", ".join(name for name in missing if name not in unsigned)
        names = ", ".join(unsigned)
        said = []
        if absent:
            said.append(Text(f"Dokumen belum lengkap: {absent}", f"Documents missing: {absent}"))
        if names:
            said.append(
                Text(
                    f"Belum ditandatangani semua penguji: {names}",
                    f"Not signed by every examiner: {names}",
                )
            )
        return Text("; ".join(each.id for each in said), "; ".join(each.en for each in said))

    def _is_given(self, name: str, sheet: StageSheet) -> bool:
        """Whether a document is there, signed or not."""
        evidence = sheet.evidence(name, own=self.per == "candidacy")
        return evidence is not None and evidence.given

    def _is_there(self, name: str, sheet: StageSheet) -> bool | None:
        """Whether a document is there and signed; None where nothing is recorded of it."""
        evidence = sheet.evidence(name, own=self.per == "candidacy")
        if evidence is None:
            return None
        signed = self.signed_by is None or set(sheet.seated) <= set(evidence.signed_by)
        return evidence.given and signed


DOCUMENTS: list[Part[Stage]] = [
    Part(
        "evidence-gate",
        EvidenceGate,
        gives="document",
        summary=Text(
            "Dokumen wajib, sebelum atau sesudah hasil.",
            "Asks for documents, before the result or after it.",
        ),
    ),
]
