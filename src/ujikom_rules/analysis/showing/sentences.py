"""The sentences of a shown ruleset, and what its tables and sections are called."""

from collections.abc import Mapping

from ujikom_rules.messages import Text
from ujikom_rules.messages.terms import term
from ujikom_rules.model.words import YES_NO_WORDS

YES, NO = YES_NO_WORDS[True], YES_NO_WORDS[False]
FILLED = Text("sudah ada nilainya", "has a value already")
NEEDLESS = Text("tidak perlu diisi", "need not be filled in")
NOTHING = Text("tidak ada", "none")
SEE = Text("lihat tabel “{caption}”", "see the table “{caption}”")
OF_FACT = Text("menurut fakta “{fact}”", "as the fact “{fact}” says")
NAMED_FACT = Text.same("“{fact}”")
TARGET_FACT = Text("fakta “{fact}”", "the fact “{fact}”")
REST = Text("sisanya sampai 100", "the rest of 100")
LABELLED = Text("{label}: {what}", "{label}: {what}")
THIS_RULESET = Text("berkas aturan ini", "this ruleset")
UNNAMED = Text("tidak disebut", "not named")

SECTIONS: Mapping[str, Text] = {
    "ruleset": Text("Identitas", "Identity"),
    "steps": Text("Urutan tahapan", "The steps in order"),
    "stage": Text("Tahapan {number}: {name}", "Step {number}: {name}"),
    "weights": Text("Bobot", "Weights"),
    "decision": Text("Nilai akhir dan keputusan hasil", "Total and verdict"),
    "rounding": Text("Pembulatan", "Rounding"),
    "ranking": Text("Daftar peringkat", "Standings"),
    "panel": Text("Panitia seleksi", "Panel"),
    "facts": Text("Fakta yang dibaca aturan", "Facts that the rules read"),
    "evidence": Text("Dokumen wajib", "Evidence"),
    "open": Text("Ketentuan terbuka aturan induk", "Open terms of the base"),
    "plugins": Text("Plugin", "Plugins"),
    "amendments": Text("Perubahan oleh plugin", "Amendments"),
    "others": Text("Lain-lain", "Others"),
    "notes": Text("Dasar setiap angka dan bawaan", "Where each number and default comes from"),
}
FURTHER = Text("peringkat “{id}”", "standing “{id}”")
WHOLE_PATHS: Mapping[str, Text] = {  # what a key path begins with
    "decision": term("total"),
    "panel": term("panel"),
    "ranking": term("rank"),
    "rankings": Text("peringkat lain", "further standing"),
    "rounding": term("rounding"),
    "ruleset": term("ruleset"),
    "plugins": Text("plugin", "plugins"),
    "open": term("open-term"),
    "stages": Text("semua tahapan", "all stages"),
    "facts": Text("semua fakta", "all facts"),
}
JOINING_STEPS: Mapping[str, Text] = {  # keys on a path that join conditions
    "all": Text("semua dari", "all of"),
    "any": Text("salah satu dari", "any of"),
    "not": Text("bukan", "not"),
}
NUMBERED_STEP = Text("butir {number}", "item {number}")
EFFECTIVE_PATHS: Mapping[str, Text] = {  # the steps to the days in force
    "effective": term("in-force"),
    "from": Text("sejak", "from"),
    "to": Text("sampai", "until"),
}
EVERY: Mapping[str, Text] = {
    "stage": Text("setiap tahapan", "every stage"),
    "criterion": Text("setiap kriteria", "every criterion"),
    "fact": Text("setiap fakta", "every fact"),
}
HEADS: Mapping[str, Text] = {
    "number": Text("No.", "No."),
    "stage": term("stage"),
    "kind": Text("jenis", "kind"),
    "reads": Text("membaca", "reads"),
    "failed": Text("bila tidak terpenuhi", "when not met"),
    "criterion": term("criterion"),
    "weight": term("weight"),
    "factor": Text("faktor", "factor"),
    "scale": term("scale"),
    "rules": Text("ketentuan", "rules"),
    "level": Text("tingkat", "level"),
    "value": Text("nilai", "value"),
    "text": Text("uraian", "description"),
    "range": term("band"),
    "category": term("category"),
    "when": Text("bila", "when"),
    "gap": Text("selisih dari target", "gap to the target"),
    "group": Text("kelompok", "group"),
    "where": Text("berlaku untuk", "holds for"),
    "place": Text("yang dibulatkan", "what is rounded"),
    "how": Text("cara", "how"),
    "fact": term("fact"),
    "type": Text("jenis fakta", "type"),
    "document": term("evidence"),
    "name": Text("nama", "name"),
    "seat": term("kind-of-examiner"),
    "role": Text("peran", "role"),
    "count": Text("jumlah", "count"),
    "breach": Text("bila dilanggar", "when breached"),
    "plugin": Text("plugin", "plugin"),
    "path": Text("ketentuan", "key"),
    "before": Text("sebelum", "before"),
    "after": Text("sesudah", "after"),
    "version": Text("versi", "version"),
    "terms": Text("syaratnya", "on what terms"),
    "filled-with": Text("isi", "value"),
    "filled-by": Text("diisi oleh", "filled in by"),
    "opened-by": Text("dibuka oleh", "left open by"),
}
CAPTIONS: Mapping[str, Text] = {
    "ruleset": Text("Identitas berkas aturan", "Identity of the ruleset"),
    "steps": Text("Tahapan menurut urutannya", "The steps in their order"),
    "rules": Text("Ketentuan {name}", "Rules of {name}"),
    "criteria": Text("Kriteria {name}", "Criteria of {name}"),
    "table": Text("{name}: {what}", "{name}: {what}"),
    "groups": Text("{name} menurut kelompok", "{name} by group"),
    "weights": Text("Bobot setiap tahapan", "Weight of each stage"),
    "decision": Text("Ketentuan nilai akhir", "Rules of the total"),
    "rounding": Text("Semua pembulatan", "All rounding"),
    "panel": Text("Susunan panitia seleksi", "Composition of the panel"),
    "ranking": Text("Ketentuan {name}", "Rules of {name}"),
    "facts": Text("Fakta yang dinyatakan", "Declared facts"),
    "evidence": Text("Dokumen wajib menurut tahapan", "Evidence by stage"),
    "open": Text("Yang diserahkan kepada daerah", "What is left to the region"),
    "filled": Text("Yang telah diisi", "What has been filled in"),
    "plugins": Text("Plugin yang disebut aturan", "Plugins that the ruleset names"),
    "amendments": Text("Yang diubah oleh plugin", "What plugins changed"),
}
HEADER: Mapping[str, Text] = {
    "title": Text("judul", "title"),
    "id": Text("nama berkas aturan", "id"),
    "version": Text("versi", "version"),
    "effective": Text("berlaku", "in force"),
    "source": term("source"),
    "base": term("base"),
    "digest": term("digest"),
    "schema": Text("bentuk berkas", "schema"),
}
EFFECTIVE = {
    (True, True): Text(
        "{first} sampai dengan {last}, keduanya termasuk", "{first} to {last}, both included"
    ),
    (True, False): Text("sejak {first}", "from {first}"),
    (False, True): Text("sampai dengan {last}", "up to and including {last}"),
    (False, False): Text("tanpa batas waktu", "without limit"),
}
SOURCES: Mapping[str, Text] = {
    "examiners": Text("nilai dari para penguji", "marks of examiners"),
    "secretariat": Text("satu nilai dari sekretariat", "one value from the secretariat"),
    "facts": Text("semua fakta peserta", "all facts of the candidate"),
    "fact": Text("fakta “{fact}”", "the fact “{fact}”"),
    "stage": Text("hasil “{node}”: {at}", "the result of “{node}”: {at}"),
}
SCALE = Text("{lower} sampai {upper}", "{lower} to {upper}")
STEP = Text("{scale}, kelipatan {step}", "{scale}, in steps of {step}")
NO_STEP = Text("{scale}, angka apa pun di antaranya", "{scale}, any number between")
PLACES: Mapping[str, Text] = {
    "rating": Text("nilai tiap penguji", "each examiner's mark"),
    "pooled": Text("gabungan nilai penguji", "the pooled marks"),
    "criterion": Text("nilai kriteria", "the criterion's value"),
    "term": Text("nilai berbobot", "each weighted term"),
    "stage": Text("nilai tahapan", "the stage's value"),
    "final": term("total"),
}
ROUNDED = Text("dibulatkan {places} desimal, {mode}", "rounded to {places} places, {mode}")
EXACT = Text("tidak dibulatkan", "not rounded")
PLACE_ROUNDED = Text("{place} {how}", "{place}: {how}")
NOT_ROUNDED = Text(
    "Yang tidak disebut di sini tidak dibulatkan. Angka yang sudah dibulatkan dipakai seterusnya.",
    "Nothing is rounded that is not named here. What flows on is the rounded number.",
)
WHOLE = Text("seluruh aturan", "all rules")
ROOT = Text("nilai akhir saja", "the total alone")
BANDS: Mapping[tuple[str, str], Text] = {
    ("at-least", "below"): Text("{low} sampai di bawah {high}", "{low} to below {high}"),
    ("at-least", "at-most"): Text("{low} sampai dengan {high}", "{low} to {high}, included"),
    ("above", "below"): Text("di atas {low} sampai di bawah {high}", "above {low} to below {high}"),
    ("above", "at-most"): Text(
        "di atas {low} sampai dengan {high}", "above {low} to {high}, included"
    ),
    ("at-least", ""): Text("{low} atau lebih", "{low} or more"),
    ("above", ""): Text("di atas {low}", "above {low}"),
    ("", "below"): Text("di bawah {high}", "below {high}"),
    ("", "at-most"): Text("{high} atau kurang", "{high} or less"),
    ("", ""): Text("semua nilai", "every value"),
}
LINEAR = Text(
    "{a} menjadi {c} dan {b} menjadi {d}, lurus di antaranya",
    "{a} becomes {c} and {b} becomes {d}, straight between",
)
JOINS: Mapping[str, Text] = {
    "all": Text("semua ini terpenuhi:", "all of these hold:"),
    "any": Text("sekurang-kurangnya satu terpenuhi:", "at least one of these holds:"),
    "not": Text("ini tidak berlaku:", "this does not hold:"),
}
SUBJECTS: Mapping[str, Text] = {
    "fact": Text("fakta “{name}”", "the fact “{name}”"),
    "stage": Text("tahapan “{name}”", "the stage “{name}”"),
    "criterion": Text("kriteria “{name}”", "the criterion “{name}”"),
    "category": Text("kategori tahapan “{name}”", "the category of the stage “{name}”"),
    "evidence": Text("dokumen “{name}”", "the document “{name}”"),
}
TESTS: Mapping[str, Text] = {
    "at-least": Text("paling rendah {x}", "is at least {x}"),
    "at-most": Text("paling tinggi {x}", "is at most {x}"),
    "above": Text("di atas {x}", "is above {x}"),
    "below": Text("di bawah {x}", "is below {x}"),
    "is": Text("adalah {x}", "is {x}"),
    "one-of": Text("salah satu dari {x}", "is one of {x}"),
    "given": Text("tercatat ada: {x}", "is recorded: {x}"),
}
AXES: Mapping[str, Text] = {
    "x": Text("sumbu mendatar", "horizontal axis"),
    "y": Text("sumbu tegak", "vertical axis"),
}
AND = Text(" dan ", " and ")
ORIGIN: Mapping[str, Text] = {
    "core": Text(
        "bawaan program; dokumentasi ujikom_rules, halaman “{page}”, bagian “{section}”",
        "default of the program; documentation of ujikom_rules, page “{page}”, section “{section}”",
    ),
    "plugin": Text(
        "bawaan plugin {plugin}; acuan {section}",
        "default of the plugin {plugin}; reference of {section}",
    ),
}
WROTE: Mapping[str, Text] = {
    "own": Text("ditulis oleh berkas aturan ini", "written by this ruleset"),
    "base": Text("ditulis oleh aturan induk", "written by the base"),
    "without": Text("dasar tidak disebut", "no source is named"),
}
FEW: Mapping[str, Text] = {
    "at-least": Text("paling sedikit {x}", "at least {x}"),
    "at-most": Text("paling banyak {x}", "at most {x}"),
}
COUNT = Text("{x} orang", "{x}")
PER_CENT = Text("{x} persen", "{x} per cent")
KEPT: Mapping[str, Text] = {
    "number": Text("{x} terbaik di tiap kelompok", "the best {x} of each group"),
    "per-vacancy": Text("{x} terbaik untuk tiap lowongan", "the best {x} for each vacancy"),
    "years": Text("{x} tahun sejak tanggal hasil", "{x} years from the date of the result"),
}
BARRED = Text(
    "yang juga diuji pada kegiatan yang sama tidak duduk",
    "who is examined at the same event is not seated",
)
NOT_BARRED = Text("tidak diperiksa", "not checked")
NOT_HERE = Text("tidak diatur di sini", "not decided here")
ALL_SEATED = Text(
    "Penguji duduk bila memenuhi semua aturan ini.",
    "An examiner is seated whom all of these rules seat.",
)
QUORUM = Text("paling sedikit {x} nilai penguji", "no fewer marks than {x}")
QUORUM_OF_PANEL = Text(
    "paling sedikit {x} nilai penguji, menurut aturan panitia seleksi",
    "no fewer marks than {x}, as the panel rule says",
)
QUORUM_OR = Text(
    "menurut aturan panitia seleksi; bila ia tidak menyebutnya, {default}",
    "as the panel rule says; where it says nothing, {default}",
)
EVENT_PANEL = Text("panitia seleksi kegiatan", "the panel of the event")
ALL_EXAMINERS = Text("semua penguji yang tercatat duduk", "every examiner on record is seated")
COMPUTED = Text("{x} (dihitung dari jumlah dan urutan)", "{x} (from number and order)")
TIE_MISSING = Text(
    "Penentu urutan dipakai berurutan. Yang tidak mempunyai nilainya berada di bawah yang"
    " mempunyainya, dan sesama mereka tetap sama.",
    "Tie-breaks hold in this order. Who lacks the value of one stands below those who have it,"
    " equal among each other.",
)
CUT = Text("{x}; nilai yang sama sudah memenuhi", "{x}; reached is met")
VALUE_BEHIND = Text("{key}, setelah kriteria digabung", "{key}, behind the joined criteria")
AS_MAIN = Text("seperti daftar peringkat utama", "as the main standing")
