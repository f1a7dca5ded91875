"""Ids and names: what may be one, which part a name means, which known name was meant."""

import re
from collections.abc import Iterable

CORE = "core"
_ID = re.compile(r"[a-z0-9][a-z0-9-]*", re.ASCII)
_RULESET_ID = re.compile(r"[a-z0-9][a-z0-9-]*/[a-z0-9][a-z0-9-]*", re.ASCII)
_NOT_IN_PERSON_IDS = re.compile(r"[\s@:/\x00-\x1f]")


def is_id(text: str) -> bool:
    """Whether a text may name a stage, a criterion or a fact.

    >>> is_id("rekam-jejak"), is_id("Rekam Jejak")
    (True, False)
    """
    return _ID.fullmatch(text) is not None


def is_ruleset_id(text: str) -> bool:
    """Whether a text may name a ruleset: ``name/name``."""
    return _RULESET_ID.fullmatch(text) is not None


def is_person_id(text: str) -> bool:
    """Whether a text may name a person, a candidacy, a position or an examiner."""
    return bool(text) and _NOT_IN_PERSON_IDS.search(text) is None


def qualified(name: str) -> str:
    """The whole name of a part: a bare name is always the core's, never searched in plugins.

    >>> qualified("mean"), qualified("kendari:program-paparan")
    ('core:mean', 'kendari:program-paparan')
    """
    return name if ":" in name else f"{CORE}:{name}"


def shown(name: str) -> str:
    """A part's name as an officer writes it: without the core's prefix."""
    return name.removeprefix(f"{CORE}:")


def to_key(attribute: str) -> str:
    """The TOML key of a Python name: ``_`` is ``-``, a trailing underscore drops.

    >>> to_key("written_share"), to_key("from_")
    ('written-share', 'from')
    """
    return attribute.rstrip("_").replace("_", "-")


# What an officer's word may mean; where it is several things, those that there are tell which.
_WORDS_FOR_KEYS = {
    "acara": "event",
    "ambang-batas": "cut-score",
    "asal": "origin",
    "aturan-induk": "extends",
    "aturan-panitia-seleksi": "panel",
    "banyaknya": "count",
    "batas-atas": "upper",
    "batas-bawah": "lower",
    "benturan": "conflict recused recusals",
    "benturan-kepentingan": "conflict recused",
    "berkas-aturan": "ruleset",
    "berlaku": "effective",
    "bobot": "weight",
    "cara-membobot": "weighting",
    "cara-mengelompokkan": "classifier",
    "cara-menggabungkan": "aggregation pooling",
    "cara-menilai": "value",
    "catatan": "note",
    "contoh-uji": "cases",
    "daftar-peringkat": "ranking",
    "dasar": "source",
    "dokumen": "evidence requires evidence-gate",
    "dokumen-wajib": "requires evidence evidence-gate",
    "fakta": "facts fact",
    "faktor": "factor",
    "ganjil": "odd",
    "induk": "extends",
    "jabatan": "position positions",
    "jenis": "kind type",
    "judul": "title",
    "jumlah": "count sum",
    "kategori": "classifier category",
    "kegiatan": "event",
    "keputusan": "decision verdict",
    "keputusan-hasil": "verdict",
    "ketentuan-terbuka": "open",
    "ketidakhadiran": "absence absences",
    "ketua": "chair",
    "kriteria": "criteria criterion",
    "kuorum": "quorum",
    "kursi": "seats",
    "langkah": "step",
    "lanjut-bila": "keep",
    "lembar-nilai": "scoresheet",
    "lowongan": "vacancies",
    "maksimal": "at-most maximum",
    "masa-berlaku": "effective",
    "masukan": "advice advisory",
    "minimal": "at-least minimum",
    "nilai": "value",
    "nilai-akhir": "decision total",
    "nilai-penguji": "ratings",
    "oleh": "by",
    "paling-banyak": "at-most",
    "paling-sedikit": "at-least",
    "panitia": "panel",
    "panitia-seleksi": "panel",
    "pasal": "article",
    "pembulatan": "rounding",
    "pencalonan": "candidacies candidacy",
    "penentu-urutan": "tie-breaks",
    "penguji": "examiners examiner",
    "peran": "role",
    "peringkat": "ranking rank",
    "peserta": "candidates candidate",
    "pilihan": "one-of",
    "rentang": "bands",
    "ruang": "room",
    "sejak": "since",
    "skala": "scale",
    "sumber": "source",
    "syarat": "require requirement-gate",
    "tahap": "stages stage",
    "tahapan": "stages stage",
    "tanggal": "date",
    "tingkat": "levels level",
    "tipe": "type",
    "ukuran": "size",
    "unsur": "kind",
    "urutan": "order",
    "versi": "version",
}
_WORDS_FOR_VALUES = {
    "abstain": "abstained",
    "anggota": "member",
    "angka": "number",
    "asumsi": "assumption",
    "batal": "void",
    "belum-diisi": "not-entered",
    "belum-lengkap": "incomplete",
    "berhalangan": "absent",
    "berhenti": "stop",
    "bulan": "months",
    "daftar-pendek": "shortlist",
    "diskualifikasi": "disqualified disqualify",
    "eksternal": "external",
    "false": "no",
    "kesalahan": "error",
    "kosong": "not-entered",
    "lanjut": "go-on",
    "memenuhi-syarat": "qualified",
    "naik": "ascending",
    "nilai-kriteria": "criterion-score",
    "nilai-tahapan": "stage-score",
    "nol": "zero",
    "peringatan": "warning",
    "rata-rata": "mean",
    "rata-rata-tertimbang": "weighted-mean",
    "sebelum": "before",
    "sekretariat": "secretariat",
    "sesudah": "after",
    "sisa": "rest",
    "susunan": "composition",
    "syarat-mutlak": "requirement-gate",
    "tahun": "years",
    "teks": "text",
    "terendah": "minimum lowest",
    "tertinggi": "maximum highest",
    "tidak": "no",
    "tidak-hadir": "absent",
    "tidak-memenuhi-syarat": "not-qualified",
    "turun": "descending",
    "undian": "lot",
    "true": "yes",
    "ya": "yes",
    "ya-tidak": "yes-no",
}
_OFFICERS_WORDS = {**_WORDS_FOR_KEYS, **_WORDS_FOR_VALUES}


_SHORT_KEYS = frozenset({"at", "by", "en", "id", "is", "to"})  # other short words are ids alike


def nearest(name: str, known: Iterable[str]) -> str:
    """The known name that was probably meant, or an empty text; an officer's own word counts.

    >>> nearest("wawancra", ["rekam-jejak", "wawancara"])
    'wawancara'
    """
    choices = sorted(set(known))
    folded = {c.casefold().replace("_", "-"): c for c in choices}
    wanted = name.casefold().replace("_", "-").replace(" ", "-")
    if wanted in folded:
        return folded[wanted]
    own = _OFFICERS_WORDS.get(wanted, "").split()
    if meant := next((each for each in own if each in choices), ""):
        return meant
    for said, choice in folded.items():  # the other way about: which of them means this one
        if wanted in _OFFICERS_WORDS.get(said, "").split():
            return choice
    slips = [each for each in folded if is_one_slip(wanted, each)]
    slips = [each for each in slips if sorted(each) == sorted(wanted)] or slips  # changed about
    from difflib import get_close_matches  # noqa: PLC0415  only for who has slipped

    if len(wanted) <= 2:
        slips = [each for each in slips if each in _SHORT_KEYS]
    if slips:
        found = get_close_matches(wanted, slips, n=1, cutoff=0) or slips
    elif own:  # a word of its own is no misspelt other one, but may be the beginning of a name
        found = [each for each in folded if each.startswith(wanted)]
    else:
        found = get_close_matches(wanted, folded, n=1)
    return folded[found[0]] if found else ""


def key_meant(words: str) -> str:
    """The key that an officer's own words mean; an empty text for others, or where it is several.

    >>> key_meant("ambang batas"), key_meant("nilai akhir")
    ('cut-score', '')
    """
    meant = _WORDS_FOR_KEYS.get("-".join(words.casefold().split()), "").split()
    return meant[0] if len(meant) == 1 else ""


def is_one_slip(wrong: str, right: str) -> bool:
    """Whether a letter too few, too many or another, or two changed about, parts two words.

    >>> is_one_slip("wieght", "weight"), is_one_slip("wght", "weight")
    (True, False)
    """
    if wrong == right or abs(len(wrong) - len(right)) > 1:
        return False
    shorter = min(len(wrong), len(right))
    front = next((at for at in range(shorter) if wrong[at] != right[at]), shorter)
    wrong, right = wrong[front:], right[front:]
    if len(wrong) != len(right):
        return wrong[1:] == right or wrong == right[1:]
    return wrong[1:] == right[1:] or (wrong[1::-1] == right[:2] and wrong[2:] == right[2:])


def digest_shown(digest: str) -> str:
    """The first signs of a digest, enough for people to tell two apart.

    >>> digest_shown("sha256:8fdc4ae69839cd8b6160d6ddfb861a31")
    'sha256:8fdc4ae69839'
    """
    return digest[: len("sha256:") + 12]
