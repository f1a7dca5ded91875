"""The words of a shown ruleset: keys, closed words and parts, in both languages.

Within one table no two keys, and of one key no two words, are said alike: what is shown differs
wherever a rule differs.
"""

from collections.abc import Mapping

from ujikom_rules.messages import Text
from ujikom_rules.messages.terms import term
from ujikom_rules.model.words import STEP_WORDS

DEFAULT = Text("(bawaan)", "(default)")
DEFAULT_MEANS = Text(
    "“(bawaan)” di belakang ketentuan: tidak ada berkas aturan yang menyebutnya; ia berlaku dengan"
    " sendirinya menurut acuan yang ditunjuk. Tanda dalam kurung siku menunjuk dasar sebuah angka"
    " atau acuan sebuah bawaan pada akhir dokumen ini.",
    "“(default)” behind a rule: no ruleset says it; it holds by itself, as the reference says that"
    " is pointed to. A sign in square brackets points to the source of a number, or to the"
    " reference of a default, at the end of this document.",
)

KEYS: Mapping[str, Text] = {
    "above": STEP_WORDS["above"],
    "absence": term("absence"),
    "after": Text("sesudah", "after"),
    "aggregation": term("aggregator"),
    "amends": Text("boleh mengubah aturan", "may amend the rules"),
    "among": Text("yang diberi peringkat", "who is ranked"),
    "article": Text("pasal", "article"),
    "at": Text("nilai yang dibaca", "what is read"),
    "at-least": STEP_WORDS["at-least"],
    "at-most": STEP_WORDS["at-most"],
    "bands": Text("rentang", "bands"),
    "below": STEP_WORDS["below"],
    "breach": Text("bila di luar batas", "when out of range"),
    "by": Text("menurut", "by"),
    "cap": STEP_WORDS["cap"],
    "cases": Text("keadaan yang ditanyakan", "conditions"),
    "cells": Text("kotak", "cells"),
    "chair": STEP_WORDS["chair"],
    "classifier": term("category"),
    "compare": Text("dibandingkan", "compared"),
    "conflict": Text("benturan kepentingan", "conflict of interest"),
    "count": Text("jumlah", "count"),
    "criterion": term("criterion"),
    "criteria": Text("semua kriteria", "criteria"),
    "cut-score": term("cut-score"),
    "drop": Text("dibuang dari tiap ujung", "dropped at each end"),
    "each": STEP_WORDS["each"],
    "effect": Text("akibat", "effect"),
    "empty": Text("kelompok tanpa nilai", "group without a value"),
    "examinee": Text("penguji yang juga diuji", "examiners who are examined"),
    "factor": Text("faktor", "factor"),
    "fact": term("fact"),
    "from": STEP_WORDS["from"],
    "id": Text("nama", "id"),
    "inside": STEP_WORDS["inside"],
    "internal": Text("penguji dari dalam", "internal examiners"),
    "keep": Text("yang diteruskan", "kept"),
    "key": Text("ketentuan", "key"),
    "kind": Text("jenis", "kind"),
    "levels": Text("tingkat", "levels"),
    "limit": STEP_WORDS["limit"],
    "lower": STEP_WORDS["lower"],
    "may": Text("boleh", "may"),
    "method": Text("cara memberi peringkat", "method"),
    "missing": Text("bila tidak ada nilai", "without a value"),
    "mode": Text("cara membulatkan", "rounding mode"),
    "needs": Text("tahapan yang harus dipenuhi lebih dahulu", "stages that come first"),
    "no-marks": term("no-mark"),
    "odd": Text("harus ganjil", "must be odd"),
    "on": Text("diterapkan", "applied"),
    "one-of": Text("salah satu dari", "one of"),
    "optional": Text("boleh kosong", "may be empty"),
    "order": Text("arah", "direction"),
    "otherwise": STEP_WORDS["otherwise"],
    "over": STEP_WORDS["over"],
    "panel": term("panel"),
    "per": Text("berlaku untuk", "given for"),
    "per-vacancy": Text("untuk tiap lowongan", "for each vacancy"),
    "places": Text("desimal", "places"),
    "points": Text("nilai tiap tingkat", "points"),
    "pool-by": Text("yang digabungkan", "what is pooled"),
    "pooling": STEP_WORDS["pooling"],
    "prefer": Text("yang terbaik", "the best is"),
    "quorum": term("quorum"),
    "reads": Text("dibaca dari", "reads"),
    "require": Text("syarat", "requirement"),
    "requires": term("evidence"),
    "role": Text("peran", "role"),
    "rounding": term("rounding"),
    "scale": term("scale"),
    "seats": Text("kursi", "seats"),
    "severity": Text("bila dilanggar", "when breached"),
    "signed-by": Text("ditandatangani oleh", "signed by"),
    "since": Text("dihitung sejak", "counted since"),
    "size": Text("jumlah penguji", "size"),
    "stage": term("stage"),
    "start": STEP_WORDS["start"],
    "step": Text("kelipatan", "step"),
    "table": Text("tabel", "table"),
    "take": Text("bila beberapa berlaku", "when several hold"),
    "target": Text("target", "target"),
    "text": Text("uraian", "description"),
    "tie-breaks": term("tie-break"),
    "ties": Text("bila tempat terakhir sama", "equals at the last place"),
    "title": Text("judul", "title"),
    "to": STEP_WORDS["to"],
    "type": Text("jenis fakta", "type"),
    "upper": STEP_WORDS["upper"],
    "use": term("part"),
    "valid": Text("masa berlaku hasil", "validity of a result"),
    "value": Text("nilai", "value"),
    "version": Text("versi", "version"),
    "weight": term("weight"),
    "weighting": Text("cara membobot", "weighting"),
    "weights": STEP_WORDS["weights"],
    "when": Text("bila", "when"),
    "when-failed": Text("bila tidak terpenuhi", "when not met"),
    "within": Text("dibandingkan di dalam", "compared within"),
    "years": Text("tahun", "years"),
}

FRAME: Mapping[str, Text] = {"value": term("value-function")}  # where a key means a part

_POLICY: Mapping[str, Text] = {
    "incomplete": Text("belum lengkap", "incomplete"),
    "leave-out": Text("tidak ikut dihitung", "left out"),
    "zero": Text("dihitung nol", "counts zero"),
}
_COMPARE: Mapping[str, Text] = {
    "unrounded": Text("nilai sebelum pembulatan", "the value before rounding"),
    "rounded": Text("nilai setelah pembulatan", "the value after rounding"),
}
_SEVERITY: Mapping[str, Text] = {
    "error": term("error"), "warning": term("warning"), "note": term("note"),
}  # fmt: skip

WORDS: Mapping[str, Mapping[str, Text]] = {
    "absence": {
        "no-score": Text(
            "tanpa nilai; keputusan hasilnya “tidak hadir”", "no score; the verdict is “absent”"
        ),
        "zero": Text("tahapan dihitung nol, dengan catatan", "the stage counts zero, with a note"),
        "disqualify": Text("gugur", "disqualified"),
    },
    "among": {
        "eligible": Text(
            "yang mempunyai nilai akhir dan memenuhi semua syarat mutlak",
            "who has a total and met every gate",
        ),
        "qualified": Text("yang memenuhi syarat saja", "only who is qualified"),
        "all": Text("semua peserta", "everybody"),
    },
    "at": {
        "value": Text("nilai setelah pembulatan", "the value after all rounding"),
        "raw": Text("nilai sebelum diubah", "what it was before its value functions"),
    },
    "breach": _SEVERITY,
    "by": {
        "room": Text("ruang", "room"),
        "kind": term("kind-of-examiner"),
        "role": Text("peran penguji", "role of the examiner"),
        "origin": Text("asal penguji", "origin of the examiner"),
        "total": term("total"),
        "total-so-far": Text("nilai sampai tahapan ini", "the total so far"),
    },
    "compare": _COMPARE,
    "conflict": {
        "recuse": Text(
            "nilai penguji bagi peserta itu tidak diambil", "the pair's marks are not taken"
        ),
        "unseat": Text("penguji itu tidak duduk sama sekali", "the examiner is not seated at all"),
    },
    "empty": _POLICY,
    "keep": {},
    "may": {
        "fill": Text("mengisi", "fill"),
        "replace": Text("mengganti", "replace"),
        "add": Text("menambah", "add"),
        "remove": Text("menghapus", "remove"),
    },
    "method": {
        "standard-competition": Text(
            "yang sama berbagi peringkat: 1, 2, 2, 4", "equals share the rank: 1, 2, 2, 4"
        ),
        "modified-competition": Text(
            "yang sama mendapat peringkat terakhirnya: 1, 3, 3, 4",
            "equals take their last place: 1, 3, 3, 4",
        ),
        "dense": Text(
            "yang sama berbagi peringkat, tanpa lompatan: 1, 2, 2, 3",
            "equals share the rank, without gaps: 1, 2, 2, 3",
        ),
        "mean-of-places": Text(
            "yang sama mendapat rata-rata tempatnya: 1; 2,5; 2,5; 4",
            "equals take the mean of their places: 1, 2.5, 2.5, 4",
        ),
        "ordinal": Text("tidak ada peringkat yang sama", "no rank is shared"),
    },
    "missing": _POLICY,
    "mode": {
        "half-up": Text("setengah menjauhi nol", "half away from zero"),
        "half-down": Text("setengah mendekati nol", "half towards zero"),
        "half-even": Text("setengah ke angka genap", "half to even"),
        "up": Text("menjauhi nol", "away from zero"),
        "down": Text("mendekati nol", "towards zero"),
        "floor": Text("ke bawah", "down"),
        "ceiling": Text("ke atas", "up"),
    },
    "no-marks": _POLICY,
    "on": {
        "rating": Text("pada tiap nilai penguji", "to each examiner's mark"),
        "pooled": Text("setelah nilai penguji digabung", "behind the pooling"),
    },
    "order": {
        "ascending": Text("yang lebih rendah didahulukan", "the lower one first"),
        "descending": Text("yang lebih tinggi didahulukan", "the higher one first"),
    },
    "origin": {
        "internal": Text("dari dalam", "internal"),
        "external": Text("dari luar", "external"),
        "": Text("asal tidak tercatat", "no origin on record"),
    },
    "otherwise": {"unchanged": Text("nilai tidak berubah", "the mark is kept")},
    "per": {
        "event": Text("seluruh kegiatan", "the whole event"),
        "candidacy": Text("tiap peserta", "each candidacy"),
    },
    "pool-by": {
        "criterion": Text("nilai tiap kriteria", "the marks of each criterion"),
        "examiner": Text(
            "nilai gabungan tiap penguji; kriterianya digabung lebih dahulu",
            "each examiner's joined mark; the criteria are joined first",
        ),
    },
    "prefer": {
        "high": Text("nilai tertinggi", "the highest"),
        "low": Text("nilai terendah", "the lowest"),
    },
    "role": {"chair": Text("ketua", "chair"), "member": Text("anggota", "member")},
    "severity": _SEVERITY,
    "signed-by": {"all-seated": Text("semua penguji yang duduk", "all seated examiners")},
    "take": {
        "first": Text("yang pertama", "the first"),
        "highest": Text("yang tertinggi", "the highest"),
        "lowest": Text("yang terendah", "the lowest"),
        "sum": Text("jumlahnya", "their sum"),
    },
    "ties": {
        "keep": Text("semua yang sama itu diteruskan", "all of these are kept"),
        "drop": Text("semua yang sama itu tidak diteruskan", "none of these is kept"),
    },
    "type": {
        "text": Text("teks", "text"),
        "number": Text("angka", "number"),
        "yes-no": Text("ya/tidak", "yes or no"),
        "date": Text("tanggal", "date"),
        "level": Text("tingkat, dari yang terendah", "level, from the lowest"),
        "years": Text("tahun penuh", "completed years"),
        "months": Text("bulan penuh", "completed months"),
    },
    "when": {
        "before": Text("sebelum hasil", "before the result"),
        "after": Text(
            "sesudah hasil; keputusan hasil tidak berubah, hasilnya sementara",
            "after the result; no verdict changes, the result is provisional",
        ),
    },
    "when-failed": {
        "go-on": Text(
            "tahapan berikutnya tetap dihitung; keputusan hasilnya “tidak memenuhi syarat”",
            "later stages still count; the verdict is “not qualified”",
        ),
        "stop": Text(
            "berhenti: tahapan berikutnya tidak dihitung dan tidak ada nilai akhir",
            "stop: nothing later counts and there is no total",
        ),
    },
    "within": {
        "position": Text("jabatan yang sama", "the same position"),
        "event": Text("seluruh kegiatan", "the whole event"),
    },
}
NO_MARKS: Mapping[str, Text] = {
    "not-entered": term("not-entered"),
    "absent": term("absent-examiner"),
    "recused": term("recused"),
    "abstained": term("abstained"),
    "void": term("void"),
}
