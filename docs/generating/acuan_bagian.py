"""The page of parts for officers: the core's parts with their keys, told in Indonesian."""

from collections.abc import Iterator, Mapping
from typing import Any

import attrs
from docs.generating import parts
from docs.generating.held import Words, held
from docs.generating.indonesian import HEADS, PREDICATE, TOLD_HEADS, called, with_words
from docs.generating.markdown import NOTE, plain, table

from ujikom_rules.analysis.schema.docstrings import both
from ujikom_rules.analysis.schema.parts import ROLES, keys_of
from ujikom_rules.analysis.showing.origins import of_core, of_role
from ujikom_rules.catalogue.catalogue import Offered
from ujikom_rules.compiling.parts import ROLE_TEXTS
from ujikom_rules.contract.fields import fields_of
from ujikom_rules.names import shown

_INTRO = """# Acuan bagian

Semua yang dapat disebut namanya di berkas aturan. Sebuah bagian ditulis dengan namanya saja,
`"mean"`, atau sebagai kelompok kunci dengan `use` dan kuncinya sendiri:
`{ use = "trimmed-mean", drop = 1 }`. Nama dengan titik dua, seperti `kendari:program-paparan`, berasal
dari plugin daerah itu. Kunci yang lain ada di [Acuan kunci](acuan-kunci.md); kolomnya dijelaskan di sana.

"""
_WRITTEN: Mapping[str, str] = {
    "stage_kinds": "Ditulis di `kind` sebuah tahapan; kuncinya berdiri di antara kunci tahapan itu.",
    "aggregators": "Ditulis di `aggregation`, atau di `pooling` untuk menggabungkan nilai penguji.",
    "value_functions": "Ditulis di `value`, satu atau beberapa. Bila penguji yang menilai, `on` "
    'menyebut di mana: `"rating"` pada tiap nilai penguji, yang merupakan bawaan, atau `"pooled"` '
    "setelah nilai penguji digabung.",
    "weightings": "Ditulis di `weighting` pada `[decision]`, tahapan, atau kriteria.",
    "panel_rules": "Ditulis di `[panel]`, atau di `panel` sebuah tahapan; satu atau beberapa.",
    "classifiers": "Ditulis di `classifier`. `compare` di dalamnya mengalahkan `compare` di luarnya.",
    "tie_breakers": "Ditulis di `tie-breaks`; lihat [Bila nilai akhir sama](nilai-sama.md). `order` "
    'adalah `"descending"`, yang lebih tinggi didahulukan, yang merupakan bawaan; atau '
    '`"ascending"`, yang lebih rendah didahulukan.',
}
_WORDS = Words(
    forms={
        "str": "teks",
        "bool": "`true` atau `false`",
        "int": "bilangan bulat",
        "fraction": "angka",
        "figure": "angka",
        "text": "teks",
        "predicate": PREDICATE,
        "fact": 'nama fakta, atau `{ fact = "…" }`',
    },
    either=" atau ",
    many="daftar",
    fixed="`[ … ]` berisi {count} {of}",
    named="untuk tiap nama",
    table=lambda _: "kelompok kunci",
    role=lambda of: ROLE_TEXTS[of].id,
)


def page() -> str:
    """The whole page."""
    offers = parts.catalogue().offers
    text = NOTE + _INTRO
    for role in ROLES:
        text += f"## {of_role(role).section.id}\n\n{_WRITTEN[role]}\n\n"
        for name, offered in offers[role].items():
            heading = of_core(role, shown(name)).section.id.removesuffix(shown(name))
            text += f"### {heading}`{shown(name)}`\n\n{_summary(offered)}\n\n"
            text += (
                "".join(_tables(offered, offers, told=role != "panel_rules")) or "Tanpa kunci.\n\n"
            )
    return text.rstrip() + "\n"


def _summary(offered: Offered) -> str:
    if offered.part.summary is None:
        raise ValueError(f"{offered.part.name} is not told in Indonesian")
    return plain(both(offered.part.summary.id, "").id) + "."


def _tables(offered: Offered, offers: parts.Offers, *, told: bool) -> Iterator[str]:
    """The table of a part's keys, and those of the tables in them.

    `told` says that `ujikom show` calls each key by the word that it has everywhere.
    """
    made: Any = offered.part.make
    yield _keys(made, offers, told=told)
    yield from _inside(made, offers, {made}, told=told)


def _keys(cls: Any, offers: parts.Offers, *, told: bool) -> str:
    said = keys_of(cls, fields_of(cls))
    attributes = attrs.fields_dict(cls)
    rows = []
    for each in fields_of(cls):
        default = attributes[each.name].default
        holds = held(each.type, _WORDS)
        text = said[each.key].text
        meaning = "" if text is None else text.id
        rows.append(
            (
                f"`{each.key}`",
                *([called(each.key)] if told else []),
                holds,
                "*wajib*" if each.required else parts.default_of(default, offers),
                plain(with_words(each.key, meaning, holds)).replace("\\`", "`"),
            )
        )
    return table(TOLD_HEADS if told else HEADS, rows)


def _inside(cls: Any, offers: parts.Offers, seen: set[Any], *, told: bool) -> Iterator[str]:
    """The keys of the tables that stand in keys, each once."""
    for each in fields_of(cls):
        for inner in parts.tables_in(each.type):
            if inner not in seen:
                seen.add(inner)
                yield f"Di dalam `{each.key}`:\n\n" + _keys(inner, offers, told=told)
                yield from _inside(inner, offers, seen, told=told)
