"""What the keys of the frame mean, in one line of each language."""

from collections.abc import Mapping
from typing import TypeAlias

from ujikom_rules.messages import Text

Texts: TypeAlias = Mapping[str, Text]

RULESET = Text(
    "berkas aturan uji kompetensi: semua hal yang menentukan nilai",
    "a ruleset: everything that decides a score",
)
CASES = Text("contoh uji sebuah berkas aturan", "the cases of a ruleset")
USE = Text("nama bagian ini", "the name of the part")
SOURCE_KEY = Text(
    'asal angka di bawah ini: "assumption", atau dasar hukumnya',
    'where the numbers beneath come from: "assumption", or the instrument',
)
BESIDE: Texts = {
    "on": Text("pada setiap nilai penguji, atau setelah digabungkan", "on each mark, or pooled"),
    "order": Text("yang tinggi atau yang rendah di depan", "the higher or the lower comes first"),
    "compare": Text("sebelum atau sesudah pembulatan", "before or after rounding"),
}
DOCUMENT: Texts = {
    "schema": Text("bentuk berkas; selalu 1", "the shape of the file; always 1"),
    "ruleset": Text("identitas berkas aturan", "who the ruleset is"),
    "plugins": Text("plugin yang dipakai, menurut urutan", "plugins, loaded in this order"),
    "facts": Text("semua fakta yang boleh dibaca aturan", "every fact that a rule may read"),
    "panel": Text("siapa yang duduk sebagai penguji", "who is seated at the event"),
    "rounding": Text(
        "pembulatan; yang tidak disebut tidak dibulatkan", "nothing is rounded that is not named"
    ),
    "stages": Text("tahapan, menurut urutannya", "the stages, in their order"),
    "decision": Text(
        "bagaimana tahapan menjadi nilai akhir dan keputusan hasil",
        "how stages become a total, and a total a verdict",
    ),
    "ranking": Text("peringkat utama", "the standing that is printed as rank"),
    "rankings": Text("peringkat lain, menurut id", "further standings, by id"),
    "open": Text("apa yang diserahkan kepada aturan daerah", "what a base leaves to its overlays"),
}
HEAD: Texts = {
    "id": Text("nama/nama; dengan ini berkas dicari", "name/name; how others name it"),
    "version": Text(
        "versi berkas ini, dinaikkan bila nilai berubah", "its own version, raised with its scores"
    ),
    "title": Text("judul untuk dibaca orang", "what people call it"),
    "effective": Text("masa berlaku", "the days on which it is in force"),
    "source": SOURCE_KEY,
    "extends": Text("aturan induk", "the base over which it is laid"),
}
EFFECTIVE: Texts = {
    "from": Text("hari pertama berlaku", "the first day in force"),
    "to": Text("hari terakhir berlaku", "the last day in force"),
}
EXTENDS: Texts = {
    "id": Text("id aturan induk", "the id of the base"),
    "version": Text("tepat versi ini", "exactly this version"),
}
PLUGIN: Texts = {
    "version": Text("paling sedikit versi ini", "at least this version, below the next major one"),
    "amends": Text("apakah boleh mengubah aturan", "whether it may change the ruleset, on record"),
}
FACT: Texts = {
    "type": Text("jenis fakta", "what the fact is"),
    "title": Text("sebutan untuk dibaca orang", "what people call it"),
    "one-of": Text("isi yang boleh", "what a text may say"),
    "lower": Text("paling kecil", "the least"),
    "upper": Text("paling besar", "the greatest"),
    "step": Text("kelipatan", "the step between numbers"),
    "levels": Text("tingkat, dari terendah", "levels, lowest to highest"),
    "since": Text("dihitung sejak fakta tanggal ini", "completed since this date fact"),
}
NODE: Texts = {
    "id": Text("huruf kecil, angka, tanda hubung", "small letters, digits, hyphens"),
    "title": Text("sebutan untuk dibaca orang", "what people call it"),
    "kind": Text("jenis tahapan", "what the stage is"),
    "weight": Text(
        'bobot dalam persen, atau "rest"; jumlah satu kelompok tepat 100',
        'weight in per cent, or "rest"; those of one group sum to exactly 100',
    ),
    "weighting": Text("bagaimana bobot timbul", "how the weights of its children arise"),
    "factor": Text("pengali", "a multiplier"),
    "reads": Text("asal nilainya", "where a leaf's value comes from"),
    "scale": Text("skala nilai", "what a mark may be"),
    "value": Text("cara menilai, dari kiri ke kanan", "value functions, left to right"),
    "aggregation": Text("cara menggabungkan anaknya", "joins its children"),
    "panel": Text("panitia seleksi tahapan ini sendiri", "the stage's own panel"),
    "pooling": Text("cara menggabungkan nilai penguji", "joins the marks of examiners"),
    "pool-by": Text(
        "digabung per kriteria, atau per penguji", "pooled by criterion, or by examiner"
    ),
    "criteria": Text("kriteria di bawahnya", "its criteria"),
    "each": Text("kunci untuk semua kriteria di bawahnya", "keys for all leaves beneath"),
    "absence": Text("akibat ketidakhadiran peserta", "what a candidate's absence does"),
    "no-marks": Text("akibat nilai penguji yang tidak ada", "what a mark does that is not there"),
    "missing": Text("akibat tidak adanya nilai di sini", "what it does to have no value"),
    "quorum": Text("jumlah nilai penguji paling sedikit", "marks needed at least"),
    "rounding": Text("pembulatan mulai dari sini", "rounding from here down"),
    "compare": Text(
        "nilai mana yang dibandingkan dengan ambang batas, syarat, dan kategori",
        "whether it is compared before or after its own rounding",
    ),
    "classifier": Text("cara mengelompokkan nilainya", "gives the value a category"),
    "target": Text("tingkat yang dituntut", "the required level"),
    "needs": Text("tahapan yang harus dipenuhi lebih dahulu", "stages that must have been passed"),
    "when-failed": Text(
        "bila gagal: lanjut atau berhenti", "of a gate: whether later stages count"
    ),
    "cut-score": Text(
        "nilai akhir paling rendah agar memenuhi syarat", "the lowest total that qualifies"
    ),
    "source": SOURCE_KEY,
}
ROUNDING: Texts = {
    "rating": Text("nilai penguji", "a mark that will be pooled"),
    "pooled": Text("nilai penguji yang digabung", "the pooled marks of a leaf"),
    "criterion": Text("nilai kriteria", "a criterion's own value"),
    "term": Text("nilai berbobot", "the weighted terms of the children"),
    "stage": Text("nilai tahapan", "a stage's own value"),
    "final": Text("nilai akhir", "the total"),
    "places": Text("angka di belakang koma", "how many decimals"),
    "mode": Text("ke mana dibulatkan", "which way"),
}
SCALE: Texts = {
    "lower": Text("nilai terendah", "the least mark"),
    "upper": Text("nilai tertinggi", "the greatest mark"),
    "step": Text("kelipatan nilai", "the step between marks"),
    "levels": Text("tingkat sebagai ganti ketiganya", "levels in place of the three"),
}
LEVEL: Texts = {
    "value": Text("nilai tingkat ini", "what the level counts"),
    "id": Text("nama yang boleh diisikan", "a name that may be marked in place of the number"),
    "text": Text("uraian", "the description"),
}
READS: Texts = {
    "fact": Text("fakta ini", "this fact"),
    "stage": Text("tahapan sebelumnya", "an earlier stage"),
    "criterion": Text("kriteria tahapan itu", "a criterion of it"),
    "at": Text("nilainya, atau nilai mentah", "its value, or what it was before its functions"),
}
PREDICATE: Texts = {
    "fact": Text("fakta", "a declared fact"),
    "stage": Text("nilai tahapan", "the value of a stage"),
    "criterion": Text("nilai kriteria", "the value of a criterion"),
    "category": Text("kategori tahapan", "the category of a stage"),
    "evidence": Text("dokumen", "a document"),
    "at-least": Text("paling sedikit", "this or more"),
    "at-most": Text("paling banyak", "this or less"),
    "above": Text("lebih dari", "more than"),
    "below": Text("kurang dari", "less than"),
    "is": Text("sama dengan", "equal to"),
    "one-of": Text("salah satu dari", "equal to one of these"),
    "given": Text("apakah ada", "whether it is there"),
    "all": Text("semuanya terpenuhi", "every one holds"),
    "any": Text("paling sedikit satu terpenuhi", "at least one holds"),
    "not": Text("kebalikannya", "the contrary"),
}
RANKING: Texts = {
    "within": Text("siapa dibandingkan dengan siapa", "who is compared with whom"),
    "by": Text("apa yang dibandingkan", "what is compared"),
    "method": Text("tempat bagi nilai yang sama", "which places equals take"),
    "among": Text("siapa yang diberi peringkat", "who is ranked"),
    "tie-breaks": Text("pemisah nilai yang sama", "what parts equals, in this order"),
    "compare": Text("sebelum atau sesudah pembulatan", "before or after rounding"),
    "stage": Text("nilai tahapan ini", "the value of this stage"),
}
OPEN: Texts = {
    "key": Text("jalur kunci, dengan titik dan id", "dotted path with ids, * for any"),
    "may": Text("apa yang boleh dilakukan di sana", "what an overlay may do there"),
    "at-least": Text("paling sedikit", "the least that a number there may be"),
    "at-most": Text("paling banyak", "the greatest"),
    "one-of": Text("isi yang boleh", "what may stand there"),
    "optional": Text("apakah boleh tidak diisi", "whether it may stay unfilled"),
    "breach": Text("seberapa berat pelanggaran batas", "how bad a value out of range is"),
    "by": Text("siapa yang menetapkan", "who decides it"),
    "article": Text("pasal yang membukanya", "the article that leaves it open"),
}
SOURCE: Texts = {
    "title": Text("peraturan atau halaman", "the instrument or the page"),
    "article": Text("pasal", "the article"),
    "url": Text("tempat membacanya", "where it can be read"),
}
CASE: Texts = {
    "id": Text("nama contoh uji", "names the case"),
    "title": Text("apa yang ditunjukkan", "what it shows"),
    "scoresheet": Text(
        "jalur dari berkas ini, atau tabel-tabelnya", "a path from this file, or the tables"
    ),
    "expect": Text("hasil yang diharapkan, per pencalonan", "what is expected of each candidacy"),
    "findings": Text("catatan pemeriksaan yang harus ada", "findings that must be said"),
    "printed": Text("yang salah tercetak, per pencalonan", "what was printed wrongly"),
}
CASES_FILE: Texts = {
    "cases": Text("contoh-contoh uji, satu tabel tiap contoh", "the cases, a table each")
}
EXPECTED: Texts = {
    "total": Text("nilai akhir seperti tercetak", "the total as printed"),
    "rank": Text("peringkat", "the rank"),
    "shared": Text("apakah peringkatnya dibagi", "whether the rank is shared"),
    "verdict": Text("keputusan hasil", "the verdict"),
    "category": Text("kategori", "the category"),
    "ranks": Text("peringkat di daftar lain, menurut id", "ranks of further standings, by id"),
    "stages": Text("hasil tiap tahapan, menurut id", "what each stage gives, by id"),
    "figures": Text("angka menurut alamatnya", "figures by their address"),
    "printed": Text(
        "angka yang salah tercetak, menurut alamatnya", "what was printed wrongly, by its address"
    ),
}
STAGE_EXPECTED: Texts = {
    "value": Text("nilai tahapan seperti tercetak", "the stage's value as printed"),
    "verdict": Text("keputusan syarat mutlak", "the verdict of a gate"),
    "kept": Text("apakah daftar pendek meneruskannya", "whether a shortlist keeps it"),
    "category": Text("kategori tahapan", "the stage's category"),
    "note": Text("catatan pada tahapan", "the note on the stage"),
}
FINDING: Texts = {
    "code": Text("kode catatan pemeriksaan", "the code of the finding"),
    "path": Text("jalur kunci tempatnya", "the key path at which it stands"),
}
BOTH: Texts = {
    "id": Text("dalam bahasa Indonesia", "in Indonesian"),
    "en": Text("dalam bahasa Inggris", "in English"),
}
NO_MARKS: Texts = {
    "not-entered": Text("nilai yang belum diisi", "a mark that is not entered yet"),
    "absent": Text("penguji berhalangan", "the examiner was not there"),
    "recused": Text("penguji berbenturan kepentingan", "the examiner was recused"),
    "abstained": Text("penguji abstain", "the examiner abstained"),
    "void": Text("nilai yang dibatalkan", "a mark that was declared void"),
}
