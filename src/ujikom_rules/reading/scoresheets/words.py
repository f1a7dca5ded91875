"""The words that CSV and Excel tables may use in Indonesian; JSON and TOML take English only."""

import re
from collections.abc import Mapping

from ujikom_rules.messages import Text

HEADERS: Mapping[str, str] = {
    "ada": "given",
    "alasan": "reason",
    "asal": "origin",
    "benih-undian": "lot-seed",
    "calon": "candidate",
    "catatan": "note",
    "dari": "from",
    "isi": "text",
    "jabatan": "position",
    "jenis": "kind",
    "judul": "title",
    "kriteria": "criterion",
    "lowongan": "vacancies",
    "nama": "name",
    "nilai": "value",
    "nomor": "reference",
    "orang": "person",
    "pencalonan": "candidacy",
    "penandatangan": "signed-by",
    "penguji": "examiner",
    "peran": "role",
    "peserta": "candidacy",
    "ruang": "room",
    "sidik-aturan": "rules-digest",
    "tahapan": "stage",
    "tanggal": "date",
    "tidak-menilai": "no-mark",
}
"""Headers of columns, in every table that has the English key."""

HEADERS_OF: Mapping[str, Mapping[str, str]] = {
    "candidacies": {"pencalonan": "id", "peserta": "candidate"},
    "candidates": {"peserta": "id"},
    "evidence": {"dokumen": "id"},
    "event": {"kegiatan": "id", "acara": "id"},
    "examiners": {"penguji": "id", "tahapan": "stages"},
    "positions": {"jabatan": "id"},
}
"""Headers that mean something else in one table; they win over `HEADERS`."""

TABLE_WORDS: Mapping[str, Text] = {
    "positions": Text("Jabatan", "positions"),
    "candidates": Text("Peserta", "candidates"),
    "candidacies": Text("Pencalonan", "candidacies"),
    "examiners": Text("Penguji", "examiners"),
}
"""What the tables are called whose ids other tables name."""

NO_MARK_WORDS: Mapping[str, str] = {
    "belum-diisi": "not-entered",
    "berhalangan": "absent",
    "benturan": "recused",
    "abstain": "abstained",
    "batal": "void",
}
NO_MARKS_SAID: tuple[Text, ...] = tuple(
    Text(said.replace("-", " "), key) for said, key in NO_MARK_WORDS.items()
)
"""The no-marks as a cell may hold them, in either language."""

ROLE_WORDS: Mapping[str, str] = {"ketua": "chair", "anggota": "member"}
ORIGIN_WORDS: Mapping[str, str] = {"internal": "internal", "eksternal": "external"}
YES_NO: Mapping[str, bool] = {
    "true": True,
    "false": False,
    "yes": True,
    "no": False,
    "ya": True,
    "tidak": False,
    "1": True,
    "0": False,
}
"""What a yes-no may be in a cell."""

_GAPS = re.compile(r"[\s_]+")


def fold(word: str) -> str:
    """A header or word as it is compared: small letters, hyphens in place of gaps.

    >>> fold(" Tidak Menilai ")
    'tidak-menilai'
    """
    return _GAPS.sub("-", word.strip().casefold())


def key_of(header: str, table: str, keys: tuple[str, ...]) -> str:
    """The English key that a header means in a table, or an empty text.

    >>> key_of("Peserta", "ratings", ("candidacy", "stage"))
    'candidacy'
    """
    folded = fold(header)
    for key in (folded, HEADERS_OF.get(table, {}).get(folded, ""), HEADERS.get(folded, "")):
        if key in keys:
            return key
    return ""


def header_for(key: str, table: str, keys: tuple[str, ...]) -> Text:
    """The header of a key as it is said in either language.

    >>> header_for("date", "event", ("id", "date")).id
    'tanggal'
    """
    own = [word for word, meant in headers_of(table, keys).items() if meant == key != word]
    return Text(own[-1].replace("-", " ") if own else key, key)


def headers_of(table: str, keys: tuple[str, ...]) -> dict[str, str]:
    """Every header that a table may have, in both languages, with the English key that it means.

    >>> headers_of("recusals", ("examiner", "reason"))["alasan"]
    'reason'
    """
    words = {*keys, *HEADERS, *HEADERS_OF.get(table, {})}
    found = {word: key_of(word, table, keys) for word in sorted(words)}
    return {word: key for word, key in found.items() if key}
