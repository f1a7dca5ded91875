"""The words that reports use for the closed terms, in both languages: one word for one thing."""

from collections.abc import Mapping

from ujikom_rules.messages import Lang, Text
from ujikom_rules.messages.terms import term

ASSUMES = Text(
    "Asumsi: sebagian angka aturan ini tidak mempunyai sumber yang terbit.",
    "Assumption: some numbers of these rules have no published source.",
)
VERDICT_WORDS: Mapping[str, Text] = {
    "qualified": term("qualified"),
    "not-qualified": term("not-qualified"),
    "incomplete": term("incomplete"),
    "absent": term("absent"),
    "disqualified": term("disqualified"),
}
SEVERITY_WORDS: Mapping[str, Text] = {
    "error": term("error"),
    "warning": term("warning"),
    "note": term("note"),
}
NO_MARK_WORDS: Mapping[str, Text] = {
    "not-entered": term("not-entered"),
    "absent": term("absent-examiner"),
    "recused": term("recused"),
    "abstained": term("abstained"),
    "void": term("void"),
}
RULE_WORDS: Mapping[str, Text] = {
    "mark": Text("nilai yang dicatat", "mark as recorded"),
    "fact": Text("data peserta", "fact"),
    "given": Text("angka berkas aturan", "number of the ruleset"),
    "zero": Text("nol menurut aturan", "zero by the rules"),
    "number": Text("angka tetap", "plain number"),
    "sum": Text("jumlah", "sum"),
    "difference": Text("selisih", "difference"),
    "product": Text("hasil kali", "product"),
    "quotient": Text("hasil bagi", "quotient"),
    "share": Text("nilai × bobot / 100", "value × weight / 100"),
    "mean": Text("rata-rata", "mean"),
    "minimum": Text("yang terendah", "the lowest"),
    "maximum": Text("yang tertinggi", "the highest"),
    "picked": Text("dipilih menurut aturan", "chosen by the rules"),
    "round": term("rounding"),
    "unchanged": Text("tidak berubah", "unchanged"),
}
MODE_WORDS: Mapping[str, Text] = {
    "half-up": Text("setengah menjauhi nol", "half away from zero"),
    "half-down": Text("setengah mendekati nol", "half towards zero"),
    "half-even": Text("setengah ke angka genap", "half to even"),
    "up": Text("menjauhi nol", "away from zero"),
    "down": Text("mendekati nol", "towards zero"),
    "floor": Text("ke bawah", "down"),
    "ceiling": Text("ke atas", "up"),
}
PLACE_WORDS: Mapping[str, Text] = {
    "raw": Text("nilai yang dicatat", "as recorded"),
    "rating": term("rating"),
    "pooled": Text("gabungan penguji", "examiners pooled"),
    "joined": Text("gabungan", "joined"),
    "term": Text("nilai berbobot", "weighted term"),
    "criterion": Text("nilai kriteria", "criterion value"),
    "stage": Text("nilai tahapan", "stage value"),
    "final": Text("setelah pembulatan", "as published"),
    "jpm": Text("job person match", "job-person match"),
    "gap": Text("selisih dari target", "gap to the target"),
}
KEY_WORDS: Mapping[str, Text] = {
    "weight": term("weight"),
    "factor": Text("faktor", "factor"),
    "target": Text("target", "target"),
    "cut-score": term("cut-score"),
}
HEAD_WORDS: Mapping[str, Text] = {
    "rank": term("rank"),
    "candidacy": Text("peserta", "candidacy"),
    "name": Text("nama", "name"),
    "position": Text("jabatan", "position"),
    "group": Text("kelompok", "group"),
    "shared": term("shared"),
    "total": term("total"),
    "category": term("category"),
    "verdict": term("verdict"),
    "examiner": term("examiner"),
    "ruleset": term("ruleset"),
    "article": term("source"),
    "assumption": term("assumption"),
}


def word(words: Mapping[str, Text], key: str, lang: Lang) -> str:
    """The word for a key in one language; the key itself where no word is known.

    >>> word(VERDICT_WORDS, "not-qualified", "id")
    'tidak memenuhi syarat'
    """
    found = words.get(key)
    return key if found is None else found.say(lang)
