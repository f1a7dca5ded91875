"""What the core's parts are called in a shown ruleset, by role and name."""

from collections.abc import Mapping

from ujikom_rules.messages import Text
from ujikom_rules.messages.terms import term

PARTS: Mapping[str, Mapping[str, Text]] = {
    "stage_kinds": {
        "weighted-criteria": Text("penilaian kriteria", "scored criteria"),
        "panel": Text("penilaian oleh panitia seleksi", "scored by the panel"),
        "imported": Text("hasil dari luar", "imported result"),
        "advisory": Text("masukan, tanpa bobot", "advisory, without weight"),
        "requirement-gate": Text(
            "syarat mutlak atas fakta dan dokumen", "gate over facts and evidence"
        ),
        "threshold-gate": Text("syarat mutlak atas nilai tahapan", "gate over values of stages"),
        "evidence-gate": term("evidence"),
        "shortlist": term("shortlist"),
    },
    "aggregators": {
        "weighted-mean": Text(
            "rata-rata berbobot: jumlah nilai × bobot, dibagi jumlah bobot yang ada nilainya",
            "weighted mean: the sum of value × weight, divided by the weights that have a value",
        ),
        "weighted-sum": Text(
            "jumlah nilai × bobot / 100, tidak dibagi lagi",
            "weighted sum: value × weight / 100, never rescaled",
        ),
        "sum": Text("jumlah nilai × faktor", "sum of value × factor"),
        "mean": Text("rata-rata", "mean"),
        "median": Text("nilai tengah", "median"),
        "minimum": Text("yang terendah", "the lowest"),
        "maximum": Text("yang tertinggi", "the highest"),
        "trimmed-mean": Text("rata-rata tanpa nilai ujung", "mean without the values at the ends"),
        "trimmed-sum": Text("jumlah tanpa nilai ujung", "sum without the values at the ends"),
        "clamp-to-mean": Text(
            "rata-rata, nilai yang terlalu jauh ditarik mendekat",
            "mean, with marks too far from it drawn nearer",
        ),
        "chair-weighted": Text(
            "rata-rata ketua dan rata-rata anggota, dengan bobot",
            "the chair's mean and the members' mean, weighted",
        ),
        "rooms-first": Text(
            "menurut kelompok penguji lebih dahulu, lalu antarkelompok",
            "inside groups of examiners first, then over the groups",
        ),
        "jpm": Text(
            "job person match: jumlah nilai dibagi jumlah target, kali 100",
            "job-person match: the values' sum divided by the targets' sum, times 100",
        ),
    },
    "value_functions": {
        "linear": Text("dipindahkan ke skala lain", "moved onto another scale"),
        "levels": Text("nilai tiap tingkat", "points by level"),
        "bands": Text("nilai tiap rentang", "points by band"),
        "conditions": Text("nilai menurut keadaan", "points by condition"),
        "gap": Text("nilai menurut selisih dari target", "points by the gap to the target"),
        "normalised": Text(
            "dibandingkan dengan yang terbaik di kelompoknya",
            "compared with the best of the group",
        ),
        "reversed": Text(
            "dibalik: batas bawah + batas atas - nilai", "reversed: lower + upper - value"
        ),
    },
    "weightings": {
        "given": Text("bobot yang tertulis", "the weights as written"),
        "equal": Text("bobot sama besar", "equal weights"),
        "rank-order-centroid": Text(
            "bobot menurut urutan (rank order centroid)", "weights by rank order (centroid)"
        ),
        "by-fact": Text("bobot menurut kelompok", "weights by group"),
    },
    "panel_rules": {"composition": Text("susunan panitia seleksi", "composition of the panel")},
    "classifiers": {
        "bands": Text("kategori menurut rentang nilai", "category by bands"),
        "matrix": Text("kategori menurut dua sumbu", "category by two axes"),
    },
    "tie_breakers": {
        "stage-score": Text("nilai tahapan", "value of a stage"),
        "criterion-score": Text("nilai kriteria", "value of a criterion"),
        "fact": Text("nilai fakta", "value of a fact"),
        "lot": Text("undian dengan benih yang diumumkan", "lot by the published seed"),
    },
}
