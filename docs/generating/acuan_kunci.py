"""The page of keys for officers: the same keys as on the English page, told in Indonesian."""

from collections.abc import Iterable, Sequence
from typing import get_args

from docs.generating import key_tables as rows
from docs.generating.indonesian import HEADS, TOLD_HEADS, called, cell, with_words
from docs.generating.keys import where
from docs.generating.markdown import NOTE, one_of, table

from ujikom_rules.analysis.schema import texts
from ujikom_rules.analysis.showing import words
from ujikom_rules.exact import MODES
from ujikom_rules.model.ruleset import ROUNDING_PLACES, FactType, Policy

_INTRO = """# Acuan kunci

Semua kunci berkas aturan, isinya, dan bawaannya, yaitu yang berlaku bila kunci itu tidak ditulis.
Kolom *disebut* adalah kata yang dipakai `ujikom show`. Kunci setiap jenis tahapan, cara menilai, dan
bagian lain ada di [Acuan bagian](acuan-bagian.md). Angka ditulis dengan titik, atau sebagai pecahan
dalam tanda kutip (`"1/3"`). Tanda – di kolom bawaan berarti tidak ada.

"""
_PLACES = {
    "stage": "tahapan",
    "criterion": "kriteria",
    "each": "`each`",
    "decision": "`[decision]`",
}


def page() -> str:
    """The whole page."""
    text = NOTE + _INTRO
    text += "## Berkas\n\n" + _keys(rows.DOCUMENT, texts.DOCUMENT)
    text += "## `[ruleset]`\n\n" + _keys(rows.HEAD, texts.HEAD)
    text += "Di dalam `effective`:\n\n" + _keys(rows.EFFECTIVE, texts.EFFECTIVE)
    text += '## `[plugins]`\n\nDitulis pendek `kota = "1.0"`, atau sebagai kelompok kunci:\n\n'
    text += _keys(rows.PLUGIN[1:], texts.PLUGIN)
    text += "## `[facts.NAMA]`\n\n" + _facts() + _keys(rows.FACT, texts.FACT)
    text += (
        "## `[panel]`\n\nSebuah [aturan panitia seleksi](acuan-bagian.md#aturan-panitia-seleksi)"
    )
    text += ", atau daftar: penguji duduk bila memenuhi semuanya. Bawaan: semua penguji pada "
    text += "lembar nilai duduk.\n\n"
    text += "## `[rounding]`\n\n" + _rounding()
    text += "## Tahapan, kriteria, nilai akhir\n\n" + _nodes()
    text += "### `scale`\n\n" + _keys(rows.SCALE, texts.SCALE)
    text += "Tiap isi `levels`:\n\n" + _keys(rows.LEVEL, texts.LEVEL)
    text += "### `reads`\n\n" + _reads() + "### `no-marks`\n\n" + _no_marks()
    text += "## Syarat\n\n" + _predicates()
    text += "## `[ranking]`, `[rankings.ID]`\n\n" + _keys(rows.RANKING, texts.RANKING)
    text += "## `[[open]]`\n\n" + _keys(rows.OPEN, texts.OPEN)
    text += '## `source`\n\n`"assumption"` bagi angka yang tidak terbit di mana pun, atau kelompok '
    text += "kunci ini. Berlaku untuk semua angka di bawahnya, sampai ada `source` lain.\n\n"
    text += _keys(rows.SOURCE, texts.SOURCE)
    text += "## Contoh uji\n\n`[[cases]]` dalam `X.cases.toml` di samping `X.toml`; lihat "
    text += "[Contoh uji](contoh-uji.md).\n\n" + _keys(rows.CASE, texts.CASE)
    return text.rstrip() + "\n"


def _row(row: Sequence[str], said: texts.Texts) -> tuple[str, ...]:
    key, type_, default, _ = row
    name = key.strip("`").partition(".")[0]
    meaning = texts.SOURCE_KEY if name == "source" else said[name]
    holds = cell(type_)
    shown = key.replace("CANDIDACY", "PESERTA")
    return shown, holds, cell(default), with_words(name, meaning.id, holds)


def _told(row: Sequence[str], said: texts.Texts) -> tuple[str, ...]:
    """A row of a key, with what `ujikom show` calls it."""
    key, *more = _row(row, said)
    return key, called(key.strip("`"), frame=said is texts.NODE), *more


def _keys(given: Iterable[Sequence[str]], said: texts.Texts) -> str:
    if said in (texts.FACT, texts.SCALE, texts.RANKING, texts.OPEN, texts.PLUGIN):
        return table(TOLD_HEADS, (_told(each, said) for each in given))
    return table(HEADS, (_row(each, said) for each in given))


def _facts() -> str:
    kinds = ", ".join(f'`"{each}"` {words.WORDS["type"][each].id}' for each in get_args(FactType))
    return f"`type` salah satu dari: {kinds}.\n\n"


def _rounding() -> str:
    text = (
        "Boleh berdiri di berkas, pada tahapan, kriteria, `each`, dan `[decision]`; yang terdekat "
    )
    text += "berlaku. Untuk tiap tempat ditulis `{ places = 2, mode = "
    text += (
        '"half-up" }`, atau `"exact"` supaya tidak dibulatkan. Bawaan: yang tidak disebut tidak '
    )
    text += 'dibulatkan, dan `mode` adalah `"half-up"`.\n\n'
    places = ((f"`{each}`", texts.ROUNDING[each].id) for each in ROUNDING_PLACES)
    modes = ((f'`"{each}"`', words.WORDS["mode"][each].id) for each in MODES)
    return text + table(("tempat", "yang dibulatkan"), places) + table(("`mode`", "artinya"), modes)


def _nodes() -> str:
    """The keys of stages, criteria and the decision, with where each may stand."""
    text = "Selain ini sebuah tahapan menerima kunci [jenisnya](acuan-bagian.md#jenis-tahapan).\n\n"
    given = (
        (key, _places(key), *more) for key, *more in (_told(each, texts.NODE) for each in rows.NODE)
    )
    return text + table((TOLD_HEADS[0], "pada", *TOLD_HEADS[1:]), given)


def _places(key: str) -> str:
    return ", ".join(_PLACES[each] for each in where(key).split(", "))


def _reads() -> str:
    said = (
        ('`"examiners"`', "nilai para penguji yang harus menilai, digabung"),
        ('`"secretariat"`', "satu nilai dari sekretariat"),
        ('`{ fact = "…" }`', "satu fakta"),
        ('`"facts"`', 'semua fakta, dengan cara menilai `"conditions"`'),
        (
            '`{ stage = "…", criterion = "…", at = "value" }`',
            'tahapan atau kriteria sebelumnya: `"value"` nilainya, `"raw"` sebelum cara menilainya',
        ),
    )
    if [each for each, _ in said] != [each for each, _ in rows.READS]:
        raise ValueError("the ways to read are not those of the English page")
    return table(("isi", "asal nilainya"), said)


def _no_marks() -> str:
    text = f"Untuk tiap sebab ditulis salah satu dari {one_of(get_args(Policy))}:\n\n"
    defaults = {"not-entered": "incomplete"}
    given = (
        (
            f"`{key}`",
            word.id,
            f'`"{defaults.get(key, "leave-out")}"`',
            words.WORDS["no-marks"][defaults.get(key, "leave-out")].id,
        )
        for key, word in words.NO_MARKS.items()
    )
    return text + table(("kunci", "sebab", "bawaan", "artinya"), given)


def _predicates() -> str:
    text = (
        "Satu hal yang ditanyakan, dengan pembanding yang semuanya harus dipenuhi; atau salah satu "
    )
    text += "dari `all`, `any`, `not`.\n\n"
    given = (
        (f"`{key}`", cell(type_), texts.PREDICATE[key].id)
        for keys, type_, _ in rows.PREDICATE
        for key in keys.replace("`", "").split(", ")
    )
    return text + table(("kunci", "isi", "artinya"), given)
