"""A ruleset of one's own, small and whole, with its cases: every choice explained."""

from typing import TypeAlias

from attrs import frozen

from ujikom_rules.analysis.starting.writing import SCHEMA_LINE, comment
from ujikom_rules.messages import Lang, Text

Line: TypeAlias = str | Text


@frozen
class Started:
    """Two texts that belong together.

    Attributes:
        rules: the ruleset.
        cases: what lies beside it.
    """

    rules: str
    cases: str


_RULES: tuple[Line, ...] = (
    Text(
        "Berkas aturan {id}: contoh yang sudah jalan, untuk diganti dengan aturan kota Anda. Semua "
        "angka di sini hanya contoh. Setelah mengubah: ujikom check, lalu ujikom test.",
        "The ruleset {id}: an example that works, to be replaced by the rules of your city. All "
        "numbers are made up. After a change: ujikom check, then ujikom test.",
    ),
    "",
    "schema = 1",
    "",
    "[ruleset]",
    Text(
        "id adalah nama berkas aturan ini; version dinaikkan bila aturan berubah sehingga nilai "
        "berubah.",
        "id is the name of this ruleset; version is raised when a change changes scores.",
    ),
    'id = "{id}"',
    'version = "1.0"',
    'title = {{ id = "Uji kompetensi {title}", en = "Competency test {title}" }}',
    Text(
        "Masa berlaku, kedua hari termasuk; hapus tanda # di depannya.",
        "The days on which it is in force, both included; take away the sign # before it.",
    ),
    "#effective = {{ from = 2025-01-01, to = 2025-12-31 }}",
    Text(
        'Asal semua angka di berkas ini. "assumption" berarti tidak ada sumber yang terbit; bila '
        'ada, tulis misalnya {{ title = "Perwal 1/2025", article = "pasal 5" }}.',
        'Where every number of this file comes from. "assumption" means that nobody published it; '
        'else write for example {{ title = "Perwal 1/2025", article = "pasal 5" }}.',
    ),
    'source = "assumption"',
    "",
    Text(
        "Semua fakta yang dibaca aturan, dengan jenisnya.",
        "Every fact of a candidate that a rule reads, with its type.",
    ),
    "[facts]",
    'masa-jabatan = {{ type = "number", lower = 0 }}',
    "",
    Text(
        "Siapa yang duduk: paling sedikit tiga penguji, jumlahnya ganjil, seorang ketua; yang "
        "mempunyai benturan kepentingan tidak menilai peserta itu.",
        "Who is seated: at least three examiners, an odd number, one chair; who has a conflict of "
        "interest does not rate that candidate.",
    ),
    "[panel]",
    'use = "composition"',
    "size = {{ at-least = 3, odd = true }}",
    "chair = 1",
    'conflict = "recuse"',
    "",
    Text(
        "Pembulatan. Yang tidak disebut tidak dibulatkan.",
        "Rounding. Nothing is rounded that is not named.",
    ),
    "[rounding]",
    'stage = {{ places = 2, mode = "half-up" }}',
    'final = {{ places = 2, mode = "half-up" }}',
    "",
    Text(
        "Syarat: harus dipenuhi berapa pun nilai akhirnya, dan tidak memberi angka.",
        "A requirement: it must be met whatever the total, and gives no points.",
    ),
    "[[stages]]",
    'id = "syarat"',
    'title = {{ id = "Dua tahun dalam jabatan", en = "Two years in post" }}',
    'kind = "requirement-gate"',
    'when-failed = "go-on"',
    'require = {{ fact = "masa-jabatan", at-least = 2 }}',
    "",
    Text(
        "Makalah: satu nilai dari setiap penguji. Bobot dalam persen; bobot semua tahapan "
        "berjumlah tepat 100.",
        "The paper: one mark of every examiner. Weights are per cent; those of all stages sum to "
        "exactly 100.",
    ),
    "[[stages]]",
    'id = "makalah"',
    'title = {{ id = "Makalah", en = "Paper" }}',
    'kind = "panel"',
    "weight = 40",
    Text(
        "Cara menggabungkan nilai para penguji; dan akibat ketidakhadiran peserta.",
        "How the marks of the examiners are joined; and what a candidate's absence does.",
    ),
    'pooling = "mean"',
    'absence = "no-score"',
    "scale = {{ lower = 0, upper = 100, step = 1 }}",
    "",
    Text(
        "Wawancara: setiap kriteria dinilai sendiri. each memberi skala kepada semua kriteria.",
        "The interview: each criterion is rated by itself. each gives all of them their scale.",
    ),
    "[[stages]]",
    'id = "wawancara"',
    'title = {{ id = "Wawancara", en = "Interview" }}',
    'kind = "panel"',
    "weight = 60",
    'pooling = "mean"',
    'absence = "no-score"',
    "each = {{ scale = {{ lower = 0, upper = 100, step = 1 }} }}",
    "criteria = [",
    '  {{ id = "integritas", title = {{ id = "Integritas", en = "Integrity" }}, weight = 50 }},',
    '  {{ id = "kerja-sama", title = {{ id = "Kerja sama", en = "Cooperation" }}, weight = 50 }},',
    "]",
    "",
    Text(
        "Nilai akhir: rata-rata berbobot semua tahapan. Ambang batas dibandingkan sebelum "
        "pembulatan: 69,996 tercetak 70,00 dan tetap di bawah 70.",
        "The total: the weighted mean of all stages. The cut score is compared before rounding: "
        "69.996 prints as 70.00 and is below 70.",
    ),
    "[decision]",
    'aggregation = "weighted-mean"',
    "cut-score = 70",
    'compare = "unrounded"',
    "",
    Text(
        "Peringkat: semua peserta bersama; nilai yang sama berbagi peringkat (1, 2, 2, 4).",
        "The standing: all candidates together; equals share a rank (1, 2, 2, 4).",
    ),
    "[ranking]",
    'within = "event"',
    'method = "standard-competition"',
)
_CASES: tuple[Line, ...] = (
    Text(
        "Contoh uji untuk {id}: peserta yang dikarang, dengan hasil yang dihitung tangan. ujikom "
        "test membandingkannya seperti tercetak; angka dengan titik ditulis dalam tanda kutip.",
        "Cases of {id}: made-up candidates, with results worked out by hand. ujikom test compares "
        "them as printed; numbers with a point stand in quotes.",
    ),
    "",
    "[[cases]]",
    'id = "dua-peserta"',
    'title = {{ id = "Satu memenuhi syarat, satu tidak", en = "One above the cut score, one below" }}',
    "",
    "[cases.scoresheet]",
    'event = {{ id = "contoh", date = "2025-03-25" }}',
    'candidates = """',
    "id,masa-jabatan",
    "A01,5",
    "A02,2",
    '"""',
    'examiners = """',
    "id,role",
    "E1,chair",
    "E2,member",
    "E3,member",
    '"""',
    '"ratings.makalah" = """',
    "candidacy,examiner,value",
    "A01,E1,80",
    "A01,E2,82",
    "A01,E3,84",
    "A02,E1,70",
    "A02,E2,71",
    "A02,E3,72",
    '"""',
    '"ratings.wawancara" = """',
    "candidacy,examiner,integritas,kerja-sama",
    "A01,E1,75,90",
    "A01,E2,80,87",
    "A01,E3,85,84",
    "A02,E1,60,70",
    "A02,E2,65,70",
    "A02,E3,70,70",
    '"""',
    "",
    Text(
        "Makalah 82, wawancara (80 + 87) / 2 = 83,5; 82 × 40 % + 83,5 × 60 % = 82,90.",
        "Paper 82, interview (80 + 87) / 2 = 83.5; 82 × 40 % + 83.5 × 60 % = 82.90.",
    ),
    "[cases.expect.A01]",
    'total = "82.90"',
    'verdict = "qualified"',
    "rank = 1",
    'stages = {{ makalah = {{ value = "82.00" }}, wawancara = {{ value = "83.50" }} }}',
    "",
    Text(
        "Makalah 71, wawancara (65 + 70) / 2 = 67,5; 71 × 40 % + 67,5 × 60 % = 68,90.",
        "Paper 71, interview (65 + 70) / 2 = 67.5; 71 × 40 % + 67.5 × 60 % = 68.90.",
    ),
    "[cases.expect.A02]",
    'total = "68.90"',
    'verdict = "not-qualified"',
    "rank = 2",
)


def fresh(id: str, lang: Lang) -> Started:
    """A ruleset that checks clean and passes its own cases, explained in one language.

    Args:
        id: ``name/name``.
        lang: the language of the explanations.
    """
    return Started(_text(_RULES, id, lang, SCHEMA_LINE), _text(_CASES, id, lang))


def _text(lines: tuple[Line, ...], id: str, lang: Lang, *before: str) -> str:
    title = id.replace("-", " ").replace("/", " ").title()
    written = list(before)
    for line in lines:
        if isinstance(line, Text):
            written += comment(line.say(lang).format(id=id, title=title))
        else:
            written.append(line.format(id=id, title=title))
    return "\n".join(written) + "\n"
