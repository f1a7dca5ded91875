"""The words of results: what comes out, and what is said of files."""

from collections.abc import Mapping

from ujikom_rules.messages.term import Term, named

RESULTS: Mapping[str, Term] = {
    "total": named(
        "nilai akhir",
        "total",
        "jumlah berbobot setelah pembulatan",
        "the weighted whole, after rounding",
        "total",
        "decision",
    ),
    "standing": named(
        "daftar peringkat",
        "standing",
        "urutan peserta dalam satu kelompok",
        "the order within a group",
        "ranking",
        "rankings",
    ),
    "rank": named(
        "peringkat",
        "rank",
        "urutan; yang sama berbagi peringkat",
        "the order; equals share a rank",
        "rank",
    ),
    "shared": named(
        "peringkat bersama",
        "shared rank",
        "satu peringkat untuk peserta yang nilainya sama",
        "one rank for those whose totals are equal",
        "shared",
    ),
    "tie-break": named(
        "penentu urutan",
        "tie-break",
        "yang memisahkan nilai yang sama",
        "what parts equals",
        "tie-breaks",
    ),
    "verdict": named(
        "keputusan hasil",
        "verdict",
        "hasil seorang peserta; tidak ada “diberhentikan”",
        "the outcome of a candidacy; there is no “dismissed”",
        "verdict",
    ),
    "qualified": named(
        "memenuhi syarat",
        "qualified",
        "semua syarat mutlak dan ambang batas terpenuhi",
        "met every gate and the cut score",
        "qualified",
    ),
    "not-qualified": named(
        "tidak memenuhi syarat",
        "not qualified",
        "satu syarat mutlak, daftar pendek, atau ambang batas tidak terpenuhi",
        "missed a gate, a shortlist or the cut score",
        "not-qualified",
    ),
    "incomplete": named(
        "belum lengkap",
        "incomplete",
        "nilai atau data yang menentukan belum ada",
        "a mark or a fact that decides is missing",
        "incomplete",
    ),
    "absent": named(
        "tidak hadir",
        "absent",
        "peserta tidak mengikuti tahapan yang menentukan",
        "the candidate did not take a stage that decides",
        "absent",
    ),
    "disqualified": named(
        "gugur",
        "disqualified",
        "dikeluarkan menurut aturan tahapan",
        "excluded by the rule of a stage",
        "disqualified",
    ),
    "provisional": named(
        "hasil sementara",
        "provisional",
        "hasil selama dokumen belum ada",
        "the result while a document is awaited",
        "provisional",
    ),
    "minutes": named(
        "berita acara",
        "minutes",
        "risalah yang ditandatangani semua penguji",
        "the record that all examiners sign",
    ),
    "working": named(
        "rincian perhitungan",
        "working",
        "semua angka antara sampai nilai akhir",
        "all figures that lead to a total",
    ),
    "figure": named(
        "angka perhitungan",
        "figure",
        "sebuah angka dengan rinciannya: dari apa, menurut aturan mana",
        "an exact value with its own derivation",
        "figures",
    ),
    "report-format": named(
        "bentuk laporan",
        "report format",
        "bagaimana hasil dicetak: tabel, CSV, JSON",
        "how a result is printed: table, CSV, JSON",
    ),
    "finding": named(
        "catatan pemeriksaan",
        "finding",
        "pesan tentang berkas: kesalahan, peringatan, atau catatan",
        "a message about a file: an error, a warning or a note",
        "findings",
    ),
    "error": named(
        "kesalahan", "error", "harus diperbaiki lebih dahulu", "stops the work", "error"
    ),
    "warning": named(
        "peringatan",
        "warning",
        "patut dilihat; pekerjaan tetap jalan",
        "deserves a look; the work goes on",
        "warning",
    ),
    "note": named("catatan", "note", "keterangan saja", "for information only", "note"),
}
