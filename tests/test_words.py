"""One word for one thing: whatever a person reads takes its words from the register.

Sentences are collected from the source: both languages of every ``Text``, every term's line, and
the Indonesian pages for officers. What stands in quotes, braces or backticks is data, not a word
of ours.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from attrs import frozen

from ujikom_rules.messages.terms import TERMS
from ujikom_rules.model import words as shown
from ujikom_rules.reading.scoresheets import words as read

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src/ujikom_rules"
PAGES = sorted((ROOT / "docs/id").glob("*.md"))

# A word that is not said, and what is said in its place.
REFUSED_ID = {
    r"temuan": "catatan pemeriksaan",
    r"tes": "uji kompetensi",
    r"skor|poin": "nilai",
    r"juri|asesor|penilai|evaluator": "penguji",
    r"kandidat|calon|pelamar|asesi": "peserta",
    r"passing grade|nilai lulus|nilai batas|batas lulus|batas nilai": "ambang batas",
    r"ranking|rangking|perangkingan|pemeringkatan": "peringkat",
    r"komponen|aspek|indikator|subkriteria": "kriteria",
    r"rubrik": "kriteria, skala nilai",
    r"aturan dasar|aturan pusat|kerangka induk": "aturan induk",
    r"(tidak )?lulus|lolos": "memenuhi syarat",
    r"T?MS|K?MMS": "memenuhi syarat, ditulis lengkap",
    r"vonis|putusan": "keputusan hasil",
    r"diberhentikan|dipecat": "tidak ada keputusan seperti itu",
    r"tahap|babak|sesi": "tahapan",
    r"panitia(?! seleksi)|dewan": "panitia seleksi",
    r"jenjang": "tingkat",
    r"(?<!berita )acara(?! teladan)": "kegiatan",
    r"mesin": "program",
    r"galat|eror": "kesalahan",
    r"nilai total|total nilai": "nilai akhir",
    r"konflik": "benturan",
    r"klasifikasi": "kategori",
    r"pembobotan": "bobot, cara membobot",
    r"grup": "kelompok",
    r"data peserta": "fakta",
    r"shortlist|daftar singkat": "daftar pendek",
    r"kasus uji": "contoh uji",
    r"bukti": "dokumen wajib",
    r"jejak rekam": "rekam jejak",
    r"formulir|borang|blangko": "isian",
    r"sidik isi|sidik jari|hash": "sidik",
    r"token|array|string|parser|inline table|boolean|null|integer|float|sintaks": "kata biasa",
}
REFUSED_EN = {
    r"(rule )?engines?": "the program, or nothing",
    r"score items?": "criterion",
    r"(?<!word )processors?|handlers?|helpers?|utils|managers?": "say what it does",
    r"assessors?|evaluators?|jurors?|judges?": "examiner",
    r"applicants?|contestants?|examinees?": "candidate",
    r"jury|committee": "panel",
    r"passing (mark|grade)|pass line": "cut score",
    r"dismiss(ed|al)?": "there is no such verdict",
    r"score sheets?|rule sets?": "one word",
    r"leaderboard|league table": "standing",
}


@frozen
class Sentence:
    """What a person may read, and where it stands."""

    where: str
    id: str
    en: str


def _plain(node: ast.AST) -> str:
    """The letters of an expression, those of its conditions and braces apart."""
    kept = {
        id(each)
        for found in ast.walk(node)
        if isinstance(found, ast.FormattedValue)
        for each in ast.walk(found)
    }
    found = (
        each.value
        for each in ast.walk(node)
        if isinstance(each, ast.Constant) and isinstance(each.value, str) and id(each) not in kept
    )
    return " ".join([*found, *(["…"] if kept else [])])


def sentences() -> Iterator[Sentence]:
    for path in sorted(SOURCE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            where = f"{path.relative_to(SOURCE).as_posix()}:{node.lineno}"
            name = ast.unparse(node.func).rpartition(".")[2]
            texts = [_plain(each) for each in node.args]
            if name in {"Text", "because"} and len(texts) == 2:
                yield Sentence(where, *texts)
            if name == "named" and len(texts) >= 4:
                yield Sentence(where, *texts[:2])
                yield Sentence(where, *texts[2:4])


SENTENCES = tuple(sentences())
_DATA = re.compile(r"“[^”]*”|'[^'\s][^']*'|`[^`]*`|\"[^\"\n]*\"|\{[^}]*\}|\[\[?[^\]]*\]\]?")


def said(text: str) -> str:
    """A sentence without what is quoted in it."""
    return _DATA.sub(" … ", text)


def refused_in(text: str, refused: dict[str, str]) -> dict[str, str]:
    """The words of a sentence that are not said, each with the right one."""
    found = {}
    for pattern, right in refused.items():
        flags = re.IGNORECASE if pattern.islower() or "(" in pattern else 0
        flags = 0 if "MS" in pattern else flags | re.IGNORECASE
        if match := re.search(rf"(?<![\w-])(?:{pattern})(?:nya)?(?![\w-])", said(text), flags):
            found[match[0]] = right
    return found


def test_the_source_has_sentences_to_look_at() -> None:
    assert len(SENTENCES) > 800
    assert {each.where.split("/")[0] for each in SENTENCES} >= {
        "messages",
        "model",
        "cli",
        "builtin",
    }


@pytest.mark.parametrize(
    "text, found",
    [
        ("3 temuan pada berkas ini", {"temuan": "catatan pemeriksaan"}),
        ("peserta ini tidak lulus", {"tidak lulus": "memenuhi syarat"}),
        ("kategori MS dan TMS", {"MS": "memenuhi syarat, ditulis lengkap"}),
        ("ketua panitia", {"panitia": "panitia seleksi"}),
        ("berita acara panitia seleksi tentang 'skor' dan kontes", {}),
    ],
)
def test_refused_words_are_found_as_words(text: str, found: dict[str, str]) -> None:
    assert refused_in(text, REFUSED_ID) == found


def test_no_sentence_says_a_refused_word() -> None:
    wrong = {
        each.where: found
        for each in SENTENCES
        if (found := {**refused_in(each.id, REFUSED_ID), **refused_in(each.en, REFUSED_EN)})
    }
    assert wrong == {}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_no_page_for_officers_says_a_refused_word(page: Path) -> None:
    text = re.sub(r"^```.*?^```$", "", page.read_text("utf-8"), flags=re.MULTILINE | re.DOTALL)
    text = re.sub(r"\]\([^)]*\)", "]", text)
    wrong = [
        (number, found)
        for number, line in enumerate(text.splitlines(), 1)
        if (found := refused_in(line.replace("[", "").replace("]", ""), REFUSED_ID))
    ]
    assert wrong == []


def _folded(text: str) -> str:
    return text.strip(" .:").casefold()


def test_a_registered_word_is_said_as_the_register_says_it() -> None:
    words = [each.word for each in TERMS.values()]
    pairs = {(_folded(word.id), _folded(word.en)) for word in words}
    pairs |= {(id_, f"{en}s") for id_, en in pairs} | {
        ("kategori", "categories"),
        ("pencalonan", "candidacies"),
    }
    pairs |= {
        ("peserta", "candidacy"),  # one is the other where no position is meant
        ("penentu urutan", "tie-breakers"),
        ("penentu urutan", "order key"),  # the total first, then the tie-breaks
    }
    indonesian, english = {id_ for id_, _ in pairs}, {en for _, en in pairs}
    wrong = {
        each.where: (each.id, each.en)
        for each in SENTENCES
        if not each.where.startswith("analysis/schema/")  # descriptions of keys
        and (_folded(each.id) in indonesian or _folded(each.en) in english)
        and (_folded(each.id), _folded(each.en)) not in pairs
    }
    assert wrong == {}


def test_no_word_stands_for_two_things_in_one_language() -> None:
    for lang in ("id", "en"):
        found = [each.word.say(lang) for each in TERMS.values()]
        twice = {word for word in found if found.count(word) > 1}
        assert twice == ({"absent"} if lang == "en" else set())


def test_every_term_has_a_line_without_a_period() -> None:
    for key, each in TERMS.items():
        for text in (each.word.id, each.word.en, each.line.id, each.line.en):
            assert text, key
            assert not text.endswith("."), key


def test_closed_words_are_the_ones_of_the_register() -> None:
    for words, keys in (
        (shown.VERDICT_WORDS, ("qualified", "not-qualified", "incomplete", "absent")),
        (shown.SEVERITY_WORDS, ("error", "warning", "note")),
        (shown.NO_MARK_WORDS, ("not-entered", "recused", "abstained", "void")),
        (shown.KEY_WORDS, ("weight", "factor", "target", "cut-score")),
    ):
        assert {key: words[key] for key in keys} == {key: TERMS[key].word for key in keys}


def test_tables_are_read_in_the_words_of_the_register() -> None:
    headers = dict(read.HEADERS)
    for id_, key in headers.items():
        term = TERMS.get(key)
        if term is not None and id_ not in {"peserta", "calon", "nilai", "catatan"}:
            assert term.word.id == id_.replace("-", " "), id_
    assert headers["peserta"] == "candidacy"
    for id_, key in {**read.NO_MARK_WORDS, **read.ROLE_WORDS}.items():
        if key != "absent":
            assert TERMS[key].word.id == id_.replace("-", " ")
    assert read.NO_MARK_WORDS[TERMS["absent-examiner"].word.id] == "absent"
