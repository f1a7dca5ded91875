"""A small evaluation made by hand, for tests of what is printed: figures, findings, two people."""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from typing import Any

from attrs import evolve, frozen

from ujikom_rules.errors import Place
from ujikom_rules.exact import Rounding
from ujikom_rules.messages import Lang, Text, finding
from ujikom_rules.model.entry import ASSUMPTION, Source
from ujikom_rules.model.figure import Figure, mean_of, share_of, sum_of
from ujikom_rules.model.outcome import (
    Amendment,
    Evaluation,
    PluginUsed,
    Provenance,
    Rank,
    Result,
    StageResult,
)

TWO_PLACES = Rounding(2, "half-up")
DIGEST = "sha256:" + "0123456789abcdef" * 4
ARTICLE = Source(title="PermenPANRB 15/2019", article="5", url="https://example.test/15")
TITLES = {
    "wawancara": Text("Wawancara", "Interview"),
    "wawancara.integritas": Text("Integritas", "Integrity"),
    "rekam-jejak": Text("Rekam jejak", "Track record"),
}


def given(value: int | str, path: str, source: Source | None = ASSUMPTION, line: int = 7) -> Figure:
    """A number of the ruleset."""
    return Figure(
        Fraction(value), "given", path=path, source=source, place=Place("kota.toml", line, 10)
    )


def mark(value: str, address: str, line: int) -> Figure:
    """A mark as an examiner wrote it."""
    return Figure(Fraction(value), "mark", address=address, place=Place("ratings.csv", line))


def result(candidacy: str = "A01", marks: tuple[str, str] = ("85.5", "80"), **keys: Any) -> Result:
    """One candidacy: two examiners, an imported value, both weighted and rounded."""
    leaf = "wawancara.integritas"
    raw = [mark(m, f"{leaf}@E{n}:raw", n + 1) for n, m in enumerate(marks, 1)]
    pooled = mean_of(raw).at(f"{leaf}:pooled")
    joined = share_of(pooled, given(100, "stages.wawancara.criteria.integritas.weight"))
    joined = joined.at("wawancara:joined")
    stage = joined.round_to(TWO_PLACES).at("wawancara:stage")
    record = mark("200/3", "rekam-jejak:raw", 9)
    terms = [
        share_of(stage, given(60, "stages.wawancara.weight", ARTICLE)).at("wawancara:term"),
        share_of(record, given(40, "stages.rekam-jejak.weight")).at("rekam-jejak:term"),
    ]
    whole = sum_of(terms) / Figure(Fraction(1))
    total = whole.at("total:joined").round_to(TWO_PLACES).at("total:final")
    figures: dict[str, Figure] = {}
    for n, each in enumerate(raw, 1):
        figures[f"{leaf}@E{n}:raw"] = figures[f"{leaf}@E{n}:rating"] = each
    figures |= {f"{leaf}:pooled": pooled, f"{leaf}:criterion": pooled, "wawancara:joined": joined}
    figures |= {"wawancara:stage": stage, "rekam-jejak:raw": record, "rekam-jejak:stage": record}
    figures |= {each.address: each for each in terms}
    figures |= {"total:joined": total.inputs[0], "total:final": total}
    made = Result(
        candidacy=candidacy,
        candidate=candidacy,
        name="",
        position=None,
        verdict="qualified",
        total=total,
        category="sesuai",
        group="opd",
        rank=Rank(Fraction(1)),
        ranks={"tempat": Rank(Fraction(5, 2), shared=True)},
        owed=(),
        stages={
            "wawancara": StageResult(gives="value", value=stage, category="baik"),
            "rekam-jejak": StageResult(gives="value", value=record),
            "syarat": StageResult(gives="verdict", verdict="qualified"),
            "tiga-besar": StageResult(gives="shortlist", kept=True),
            "masukan": StageResult(gives="advice", notes=(Text("Baik.", "Good."),)),
            "laporan": StageResult(gives="document", verdict="incomplete"),
        },
        figures=figures,
    )
    return evolve(made, **keys)


def incomplete(candidacy: str = "A02") -> Result:
    """A candidacy without a total, whose second examiner still owes a mark."""
    leaf = "wawancara.integritas"
    raw = mark("70", f"{leaf}@E1:raw", 12)
    return result(
        candidacy,
        verdict="incomplete",
        total=None,
        category=None,
        rank=Rank(),
        ranks={"tempat": Rank()},
        owed=(f"{leaf}@E2",),
        figures={f"{leaf}@E1:raw": raw, f"{leaf}@E1:rating": raw},
        stages={
            "wawancara": StageResult(gives="value", notes=(Text("Belum lengkap.", "Incomplete."),)),
            "rekam-jejak": StageResult(gives="value"),
            "syarat": StageResult(gives="verdict", verdict="not-qualified"),
            "tiga-besar": StageResult(gives="shortlist", kept=None),
            "masukan": StageResult(gives="advice"),
            "laporan": StageResult(gives="document", verdict="incomplete"),
        },
    )


def evaluation(*results: Result, **keys: Any) -> Evaluation:
    """An event with these results, or with one that is whole and one that is not."""
    made = Evaluation(
        ruleset="kota/2025",
        version="1.0",
        title=Text("Uji kompetensi Kota", "Competency test, Kota"),
        digest=DIGEST,
        event="kota-2025-01",
        date=date(2025, 1, 31),
        assumes=True,
        waiting_for=("laporan-resmi",),
        results=results or (result(), incomplete()),
        findings=(
            finding(
                "UJ001",
                Place("kota.toml", 3, 1),
                "ruleset.id",
                severity="warning",
                related=(Place("lain.toml", 4),),
                article="PP 11/2017",
                plugin="kota",
                got=Fraction(171, 2),
                expected=(Text("dua", "two"), "3"),
            ),
        ),
        order=("total",),
        order_texts=(Text("nilai akhir", "total"),),
        provenance=Provenance(
            engine="ujikom-rules 0.1.0",
            plugins={"kota": PluginUsed("ujikom-rules-kota", "1.2")},
            amendments=(Amendment("kota", "decision.cut-score", "70", "75"),),
            scoresheet=DIGEST,
        ),
        stage_titles=TITLES | {"syarat": Text("Syarat mutlak", "Eligibility")},
        categories=("sangat-sesuai", "sesuai"),
    )
    return evolve(made, **keys)


@frozen(kw_only=True)
class At:
    """How a report is to be written."""

    lang: Lang = "id"
    candidacy: str = ""
    figures: bool = False
    result: Result | None = None


def by_address(working: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    """The entries of a working by their address."""
    return {entry["address"]: entry for entry in working["figures"]}
