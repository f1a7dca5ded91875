"""The words that reports use for the closed terms, in both languages: one word for one thing."""

from collections.abc import Iterable, Mapping

from ujikom_rules.messages import Lang, Text
from ujikom_rules.messages.terms import term
from ujikom_rules.model.entry import Source
from ujikom_rules.model.outcome import Uncounted

ASSUMES = Text(
    "Asumsi: sebagian angka aturan ini tidak mempunyai sumber yang terbit.",
    "Assumption: some numbers of these rules have no published source.",
)
NOT_REACHED = Text("tidak sampai ke tahapan ini", "stopped before this stage")
NOT_COUNTED = Text(
    "tidak sampai ke tahapan ini; nilai yang tercatat tidak dihitung",
    "stopped before this stage; the marks that were recorded do not count",
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
YES_NO_WORDS: Mapping[bool, Text] = {True: Text("ya", "yes"), False: Text("tidak", "no")}
KEPT_WORDS: Mapping[bool, Text] = {
    True: Text(f"masuk {term('shortlist').id}", f"on the {term('shortlist').en}"),
    False: Text(f"tidak masuk {term('shortlist').id}", f"not on the {term('shortlist').en}"),
}
NO_MARK_WORDS: Mapping[str, Text] = {
    "not-entered": term("not-entered"),
    "absent": term("absent-examiner"),
    "recused": term("recused"),
    "abstained": term("abstained"),
    "void": term("void"),
}
EFFECT_WORDS: Mapping[str, Text] = {
    "leave-out": Text("tidak dihitung", "not counted"),
    "zero": Text("dihitung 0", "counts 0"),
}
_ARTICLE = Text("Pasal {article}", "article {article}")
ROLE_WORDS: Mapping[str, Text] = {
    "chair": Text("ketua", "chair"),
    "member": Text("anggota", "member"),
}
ORIGIN_WORDS: Mapping[str, Text] = {
    "internal": Text("internal", "internal"),
    "external": Text("eksternal", "external"),
}
RULE_WORDS: Mapping[str, Text] = {
    "mark": Text("nilai yang dicatat", "mark as recorded"),
    "fact": term("fact"),
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
RECORDED: Mapping[str, Text] = {"rating": term("recorded-value")}
"""What stands in the place of a mark where no examiner gives one."""
KEY_WORDS: Mapping[str, Text] = {
    "weight": term("weight"),
    "factor": term("factor"),
    "target": term("target"),
    "cut-score": term("cut-score"),
}
ITEM_WORDS: Mapping[str, Text] = {
    "bands": Text("rentang {}", "band {}"),
    "cases": Text("keadaan {}", "condition {}"),
    "table": Text("baris {}", "row {}"),
    "value": Text(f"{term('value-function').id} {{}}", f"{term('value-function').en} {{}}"),
}
"""What one thing of a list is called, by the key of the list."""
NUMBERED = Text("angka ke-{}", "number {}")
STEP_WORDS: Mapping[str, Text] = {
    "above": Text("di atas", "above"),
    "aggregation": term("aggregator"),
    "at-least": Text("paling rendah", "at least"),
    "at-most": Text("paling tinggi", "at most"),
    "below": Text("di bawah", "below"),
    "cap": Text("nilai tertinggi", "cap"),
    "chair": Text("bagian ketua", "share of the chair"),
    "each": Text("untuk setiap kriteria", "for every criterion"),
    "from": Text("dari", "from"),
    "inside": Text("di dalam kelompok", "inside a group"),
    "limit": Text("jarak terjauh dari rata-rata", "furthest from the mean"),
    "lower": Text("batas bawah", "lower bound"),
    "otherwise": Text("selain itu", "otherwise"),
    "over": Text("antarkelompok", "over the groups"),
    "pooling": Text("penggabungan nilai penguji", "pooling of examiners"),
    "start": Text("nilai awal", "start"),
    "to": Text("ke", "to"),
    "upper": Text("batas atas", "upper bound"),
    "weights": Text("bobot kelompok", "weights of groups"),
}
"""Keys on the way to a number, as `show` calls them too."""
HEAD_WORDS: Mapping[str, Text] = {
    "rank": term("rank"),
    "candidacy": Text("peserta", "candidacy"),
    "name": Text("nama", "name"),
    "position": term("position"),
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
TIE_BREAK_WORDS: Mapping[str, Text] = {
    "stage-score": PLACE_WORDS["stage"],
    "criterion-score": PLACE_WORDS["criterion"],
    "fact": term("fact"),
    "lot": Text("undian", "lot"),
}
ORDER_WORDS: Mapping[str, Text] = {**HEAD_WORDS, **TIE_BREAK_WORDS}


def not_counted(rows: Iterable[Uncounted], lang: Lang) -> str:
    """Whose marks did not count, and why: ``tidak dihitung: E2 (benturan kepentingan)``."""
    found: dict[str, list[str]] = {}
    for row in rows:
        said = f"{row.examiner} ({NO_MARK_WORDS[row.reason].say(lang)})"
        found.setdefault(row.effect, []).append(said)
    return "; ".join(f"{word(EFFECT_WORDS, key, lang)}: {', '.join(found[key])}" for key in found)


def word(words: Mapping[str, Text], key: str, lang: Lang) -> str:
    """The word for a key in one language; the key itself where no word is known.

    >>> word(VERDICT_WORDS, "not-qualified", "id")
    'tidak memenuhi syarat'
    """
    found = words.get(key)
    return key if found is None else found.say(lang)


def article_said(article: str, lang: Lang) -> str:
    """An article as people cite it: one that begins with its number is called an article.

    >>> article_said("132 ayat (1)", "id")
    'Pasal 132 ayat (1)'
    >>> article_said("Lampiran II", "id")
    'Lampiran II'
    """
    numbered = article[:1].isdecimal()
    return _ARTICLE.say(lang).format(article=article) if numbered else article


def cited(source: Source, lang: Lang) -> str:
    """A source as people cite it, its address aside: the instrument and the article."""
    if source.is_assumption:
        return term("assumption").say(lang)
    return ", ".join(filter(None, (source.title, article_said(source.article, lang))))
