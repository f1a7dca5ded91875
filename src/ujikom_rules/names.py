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


_OFFICERS_WORDS = {
    "acara": "event",
    "ambang-batas": "cut-score",
    "aturan-induk": "extends",
    "aturan-panitia-seleksi": "panel",
    "berkas-aturan": "ruleset",
    "batas-atas": "upper",
    "batas-bawah": "lower",
    "berlaku": "effective",
    "bobot": "weight",
    "cara-menggabungkan": "aggregation",
    "cara-membobot": "weighting",
    "cara-mengelompokkan": "classifier",
    "cara-menilai": "value",
    "daftar-peringkat": "ranking",
    "dasar": "source",
    "dokumen-wajib": "requires",
    "faktor": "factor",
    "fakta": "facts",
    "induk": "extends",
    "jabatan": "position",
    "jenis": "kind",
    "judul": "title",
    "kategori": "classifier",
    "keputusan": "decision",
    "kegiatan": "event",
    "ketidakhadiran": "absence",
    "ketentuan-terbuka": "open",
    "kriteria": "criteria",
    "kuorum": "quorum",
    "langkah": "step",
    "masa-berlaku": "effective",
    "nilai": "value",
    "nilai-akhir": "decision",
    "panitia-seleksi": "panel",
    "panitia": "panel",
    "pembulatan": "rounding",
    "penentu-urutan": "tie-breaks",
    "peringkat": "ranking",
    "skala": "scale",
    "sumber": "source",
    "syarat": "require",
    "tahap": "stages",
    "tahapan": "stages",
    "tingkat": "levels",
    "urutan": "order",
    "versi": "version",
}


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
    if _OFFICERS_WORDS.get(wanted) in choices:
        return _OFFICERS_WORDS[wanted]
    slips = [each for each in folded if is_one_slip(wanted, each)]
    from difflib import get_close_matches  # noqa: PLC0415  only for who has slipped

    if len(wanted) > 2 and slips:
        found = get_close_matches(wanted, slips, n=1, cutoff=0) or slips
    else:
        found = get_close_matches(wanted, folded, n=1)
    return folded[found[0]] if found else ""


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
