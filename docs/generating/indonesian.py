"""What a key holds and what holds without it, in Indonesian, for the pages of officers."""

import re
from collections.abc import Mapping

from ujikom_rules.analysis.showing.words import FRAME, KEYS, WORDS

HEADS = ("kunci", "isi", "bawaan", "artinya")
TOLD_HEADS = ("kunci", "disebut", "isi", "bawaan", "artinya")
PREDICATE = "[syarat](acuan-kunci.md#syarat)"
# Cells that are words; a cell that is only code, or a stroke, stays as it is.
_CELLS: Mapping[str, str] = {
    "*required*": "*wajib*",
    "100 for an only child": "100 bila hanya satu",
    '`"position"`, `"event"`, `{ fact = "…" }`, or a list': '`"position"`, `"event"`, '
    '`{ fact = "…" }`, atau daftar',
    '`"total"`, or `{ stage = "…" }`': '`"total"`, atau `{ stage = "…" }`',
    "`stage.criterion`, or beside `stage`": "`tahapan.kriteria`, atau di samping `stage`",
    "`true` or `false`": "`true` atau `false`",
    "a date fact": "nama fakta tanggal",
    "a document's id": "id dokumen",
    "a fact's name": "nama fakta",
    "a stage's id": "id tahapan",
    "a value of the subject's type": "isi dari jenis yang sama",
    "aggregator": "cara menggabungkan",
    "any": "apa pun",
    "any number": "angka apa pun",
    "classifier": "cara mengelompokkan",
    "date": "tanggal",
    "dotted path with ids, `*` for any": "jalur dengan titik dan id, `*` untuk semua",
    "id": "id",
    "id, `namespace:id`, or `{ id, version }`": "id, `plugin:id`, atau `{ id, version }`",
    "inherited": "seperti di atasnya",
    'list of `"fill"`, `"replace"`, `"add"`, `"remove"`': 'daftar dari `"fill"`, `"replace"`, '
    '`"add"`, `"remove"`',
    "list of `{ code, path }`": "daftar `{ code, path }`",
    "list of predicates": "daftar syarat",
    "list of stage ids": "daftar id tahapan",
    "list of such values": "daftar isi seperti itu",
    "list of tables": "daftar kelompok kunci",
    "list of texts": "daftar teks",
    "list of tie-breakers": "daftar penentu urutan",
    "list of values": "daftar isi",
    "number": "angka",
    "number or fact": "angka atau fakta",
    "number, date, level": "angka, tanggal, tingkat",
    "open": "tanpa batas",
    "panel rule, or a list": "aturan panitia seleksi, atau daftar",
    "path, or tables": "nama berkas, atau tabel",
    'per cent, or `"rest"`': 'persen, atau `"rest"`',
    "predicate": PREDICATE,
    "see `no-marks`": "lihat `no-marks`",
    "see `reads`": "lihat `reads`",
    "see `source`": "lihat `source`",
    "stage kind": "jenis tahapan",
    "table": "kelompok kunci",
    "table of tables": "kelompok kunci untuk tiap id",
    "text": "teks",
    'text, or a table: `kota = "1.0"`': 'teks, atau kelompok kunci: `kota = "1.0"`',
    "the event's": "seperti `[panel]`",
    "the id": "id-nya",
    "the kind's": 'penguji pada `"panel"`, selain itu sekretariat',
    "the panel rule's": "seperti di `[panel]`; tanpa itu 1",
    "value function, or a list": "cara menilai, atau daftar",
    "weighting": "cara membobot",
    "whole number": "bilangan bulat",
    "word": "kata",
}


def cell(text: str) -> str:
    """A cell of the English tables in Indonesian; ValueError for words that are not known here."""
    if text == "`name/name`":
        return "`nama/nama`"
    if not re.search("[a-z]", re.sub("`[^`]*`", "", text)):
        return text
    if text not in _CELLS:
        raise ValueError(f"no Indonesian for: {text}")
    return _CELLS[text]


def called(key: str, *, frame: bool = False) -> str:
    """What `ujikom show` calls a key."""
    found = (FRAME.get(key) if frame else None) or KEYS.get(key)
    return "–" if found is None else found.id


def with_words(key: str, meaning: str, holds: str) -> str:
    """What a key means, and each of the words that it may hold."""
    told = (
        (f'"{word}"', text.id)
        for word, text in WORDS.get(key, {}).items()
        if f'`"{word}"`' in holds
    )
    said = [f"`{word}` {text}" for word, text in told if word not in meaning]
    return "; ".join(filter(None, (meaning.rstrip("."), *said)))
