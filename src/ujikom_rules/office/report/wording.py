"""The headings and short sentences of reports and minutes, in both languages."""

from collections.abc import Mapping

from ujikom_rules.messages import Lang, Text
from ujikom_rules.messages.terms import term
from ujikom_rules.model.words import HEAD_WORDS

WORDS: Mapping[str, Text] = {
    "above": Text("rinciannya di atas", "worked out above"),
    "apart": Text("selisih rata-rata dari penguji lain", "mean difference from the others"),
    "attention": Text("Yang perlu diketahui lebih dahulu", "To be known first"),
    "beside": Text("Tidak menentukan nilai akhir", "Without effect on the total"),
    "category": HEAD_WORDS["category"],
    "candidacy": HEAD_WORDS["candidacy"],
    "chart": Text("Sumbangan tiap kriteria", "What each criterion adds"),
    "clean": Text(
        "Tidak ada asumsi, peringatan, peringkat bersama, atau dokumen yang kurang.",
        "There is no assumption, no warning, no shared rank and no missing document.",
    ),
    "elsewhere": Text("tanpa kategori", "no category"),
    "examiners": Text("Gambaran para penguji", "The examiners' marks"),
    "id": Text("nomor", "number"),
    "kind": term("kind-of-examiner"),
    "listed": Text(
        "Peserta yang memenuhi syarat, menurut abjad", "Those who qualified, in alphabetical order"
    ),
    "map": Text("Peta", "Map"),
    "marks": Text("banyaknya nilai", "marks given"),
    "mean": Text("rata-rata nilai", "mean mark"),
    "minutes": term("minutes"),
    "missing": term("no-mark"),
    "name": HEAD_WORDS["name"],
    "nobody": Text("tidak seorang pun", "nobody"),
    "no-rulings": Text(
        "Tidak ada benturan dan tidak ada peserta yang tidak hadir.",
        "There was no recusal and no absence.",
    ),
    "no-total": Text("Tidak ada nilai akhir.", "There is no total."),
    "origin": Text("asal", "origin"),
    "panel": term("panel"),
    "panel-clean": Text(
        "Tidak ada catatan pemeriksaan tentang susunan panitia seleksi.",
        "There is no finding about the composition of the panel.",
    ),
    "panel-notes": Text("Catatan pemeriksaan tentang panitia seleksi", "Findings about the panel"),
    "people": Text("nama di dalam kotak", "who is in the box"),
    "position": HEAD_WORDS["position"],
    "rank": HEAD_WORDS["rank"],
    "role": Text("kedudukan", "role"),
    "room": Text("ruang", "room"),
    "digests": Text("Sidik berkas (SHA-256)", "Digests of the contents (SHA-256)"),
    "rulings": Text("Benturan dan ketidakhadiran", "Recusals and absences"),
    "signatures": Text("Tanda tangan", "Signatures"),
    "stage": term("stage"),
    "standing": Text("Hasil", "Results"),
    "status": Text("kedudukan hasil", "status"),
    "total": HEAD_WORDS["total"],
    "value": Text("nilai", "value"),
    "verdict": HEAD_WORDS["verdict"],
    "working": term("working"),
}


def words(lang: Lang) -> dict[str, str]:
    """The words of one language, by what they stand for."""
    return {key.replace("-", "_"): text.say(lang) for key, text in WORDS.items()}
