"""The register of words: one word for one thing, in Indonesian and English.

Messages, forms, reports and `show` take their words from here. The page
``docs/reference/istilah.md`` is written from it.
"""

from collections.abc import Mapping

from attrs import frozen

from ujikom_rules.messages.texts import Text


@frozen
class Term:
    """One thing of the field.

    Attributes:
        word: what it is called, in both languages.
        line: what it means, in one line of each language.
        keys: the keys of rulesets and scoresheets, or the closed words, that stand for it.
    """

    word: Text
    line: Text
    keys: tuple[str, ...] = ()


def _term(word: tuple[str, str], line: tuple[str, str], *keys: str) -> Term:
    return Term(Text(*word), Text(*line), keys)


TERMS: Mapping[str, Term] = {
    "ruleset": _term(
        ("berkas aturan", "ruleset"),
        (
            "dokumen yang menyebut semua hal yang menentukan nilai",
            "the document that names everything that decides a score",
        ),
        "ruleset",
    ),
    "base": _term(
        ("aturan induk", "base"),
        (
            "kerangka, misalnya nasional, yang dipakai oleh aturan daerah",
            "a frame, such as a national one, that overlays take up",
        ),
        "extends",
    ),
    "overlay": _term(
        ("aturan daerah", "overlay"),
        ("pilihan kota di dalam aturan induk", "the choices of a city within its base"),
        "extends",
    ),
    "open-term": _term(
        ("ketentuan terbuka", "open term"),
        (
            "hal yang oleh aturan induk diserahkan kepada daerah, dengan batasnya",
            "what a base leaves to the city, with its range",
        ),
        "open",
    ),
    "stage": _term(
        ("tahapan", "stage"),
        ("satu langkah uji kompetensi", "one step of the procedure"),
        "stages",
        "stage",
    ),
    "criterion": _term(
        ("kriteria", "criterion"),
        ("unsur yang dinilai dalam satu tahapan", "what is rated within a stage"),
        "criteria",
        "criterion",
    ),
    "scale": _term(
        ("skala nilai", "scale"),
        (
            "batas bawah, batas atas, dan kelipatan nilai yang boleh diberikan",
            "the lowest and highest mark that may be given, and the step between marks",
        ),
        "scale",
        "lower",
        "upper",
        "step",
    ),
    "weight": _term(
        ("bobot", "weight"),
        (
            "bagian dalam persen; jumlah satu kelompok tepat 100",
            "a share in per cent; those of one group sum to exactly 100",
        ),
        "weight",
    ),
    "rating": _term(
        ("nilai penguji", "rating"),
        (
            "angka yang diberikan seorang penguji untuk satu kriteria seorang peserta",
            "the mark of one examiner for one criterion of one candidacy",
        ),
        "ratings",
        "rating",
    ),
    "candidate": _term(
        ("peserta", "candidate"),
        ("pejabat yang diuji", "the official who is tested"),
        "candidates",
        "candidate",
    ),
    "candidacy": _term(
        ("pencalonan", "candidacy"),
        (
            "peserta untuk jabatan tertentu; padanyalah sebuah nilai melekat",
            "a candidate for a position; what a score belongs to",
        ),
        "candidacies",
        "candidacy",
    ),
    "examiner": _term(
        ("penguji", "examiner"), ("orang yang menilai", "who rates"), "examiners", "examiner"
    ),
    "panel": _term(
        ("panitia seleksi", "panel"),
        ("seluruh penguji dengan ketuanya (pansel)", "all examiners, with their chair"),
        "panel",
    ),
    "quorum": _term(
        ("kuorum", "quorum"),
        (
            "jumlah nilai penguji paling sedikit agar tahapan sah",
            "how many marks a value needs at least",
        ),
        "quorum",
    ),
    "no-mark": _term(
        ("tidak menilai", "no-mark"),
        (
            "sebab nilai seorang penguji tidak ada; tidak pernah dihitung nol dengan sendirinya",
            "why a rating is not there; never counted as zero by itself",
        ),
        "no-mark",
        "no-marks",
    ),
    "not-entered": _term(
        ("belum diisi", "not entered"),
        ("nilai yang harus ada belum dicatat", "a mark that is owed and not yet there"),
        "not-entered",
    ),
    "absent-examiner": _term(
        ("berhalangan", "absent"),
        ("penguji tidak ada di tempat", "the examiner was not there"),
        "absent",
    ),
    "recused": _term(
        ("benturan", "recused"),
        (
            "penguji mempunyai benturan kepentingan dengan peserta",
            "the examiner has a conflict of interest with the candidate",
        ),
        "recused",
        "recusals",
    ),
    "abstained": _term(
        ("abstain", "abstained"),
        ("penguji hadir dan memilih tidak menilai", "the examiner was there and gave no mark"),
        "abstained",
    ),
    "void": _term(
        ("batal", "void"), ("nilai yang dinyatakan tidak sah", "a mark declared invalid"), "void"
    ),
    "absence": _term(
        ("peserta tidak hadir", "absence"),
        (
            "peserta tidak mengikuti tahapan; akibatnya menurut aturan",
            "a candidate did not take a stage; the rules say what follows",
        ),
        "absences",
        "absence",
    ),
    "track-record": _term(
        ("rekam jejak", "track record"),
        (
            "nilai dari data kepegawaian, bukan dari penguji",
            "a value from personnel records, not from examiners",
        ),
        "fact",
    ),
    "gate": _term(
        ("syarat mutlak", "gate"),
        (
            "harus dipenuhi berapa pun nilainya; tidak memberi angka",
            "must be met whatever the total; gives no points",
        ),
        "requirement-gate",
        "threshold-gate",
        "require",
    ),
    "cut-score": _term(
        ("ambang batas", "cut score"),
        ("nilai akhir paling rendah agar memenuhi syarat", "the lowest total that qualifies"),
        "cut-score",
    ),
    "total": _term(
        ("nilai akhir", "total"),
        ("jumlah berbobot setelah pembulatan", "the weighted whole, after rounding"),
        "total",
        "decision",
    ),
    "rank": _term(
        ("peringkat", "rank"),
        ("urutan; yang sama berbagi peringkat", "the order; equals share a rank"),
        "ranking",
        "rankings",
        "rank",
    ),
    "shared": _term(
        ("peringkat bersama", "shared rank"),
        (
            "satu peringkat untuk peserta yang nilainya sama",
            "one rank for those whose totals are equal",
        ),
        "shared",
    ),
    "tie-break": _term(
        ("penentu urutan", "tie-break"),
        ("yang memisahkan nilai yang sama", "what parts equals"),
        "tie-breaks",
    ),
    "verdict": _term(
        ("keputusan hasil", "verdict"),
        (
            "hasil seorang peserta; tidak ada \u201cdiberhentikan\u201d",
            "the outcome of a candidacy; there is no \u201cdismissed\u201d",
        ),
        "verdict",
    ),
    "qualified": _term(
        ("memenuhi syarat", "qualified"),
        ("semua syarat mutlak dan ambang batas terpenuhi", "met every gate and the cut score"),
        "qualified",
    ),
    "not-qualified": _term(
        ("tidak memenuhi syarat", "not qualified"),
        (
            "satu syarat mutlak atau ambang batas tidak terpenuhi",
            "missed a gate, a shortlist or the cut score",
        ),
        "not-qualified",
    ),
    "incomplete": _term(
        ("belum lengkap", "incomplete"),
        ("nilai atau data yang menentukan belum ada", "a mark or a fact that decides is missing"),
        "incomplete",
    ),
    "absent": _term(
        ("tidak hadir", "absent"),
        (
            "peserta tidak mengikuti tahapan yang menentukan",
            "the candidate did not take a stage that decides",
        ),
        "absent",
    ),
    "disqualified": _term(
        ("gugur", "disqualified"),
        ("dikeluarkan menurut aturan tahapan", "excluded by the rule of a stage"),
        "disqualified",
    ),
    "evidence": _term(
        ("dokumen wajib", "evidence"),
        ("surat yang harus ada", "a document that must exist"),
        "evidence",
        "evidence-gate",
        "requires",
    ),
    "minutes": _term(
        ("berita acara", "minutes"),
        ("risalah yang ditandatangani semua penguji", "the record that all examiners sign"),
    ),
    "provisional": _term(
        ("hasil sementara", "provisional"),
        ("hasil selama dokumen belum ada", "the result while a document is awaited"),
        "provisional",
    ),
    "advisory": _term(
        ("masukan", "advisory"),
        ("catatan tanpa bobot", "recorded input without any weight"),
        "advice",
        "advisory",
    ),
    "source": _term(
        ("dasar", "source"),
        ("pasal atau sumber sebuah angka", "the article or publication that a number comes from"),
        "source",
        "article",
    ),
    "assumption": _term(
        ("asumsi", "assumption"),
        ("angka tanpa sumber terbitan", "a number without a published source"),
        "assumption",
    ),
    "category": _term(
        ("kategori", "category"),
        ("nama yang diberikan kepada sebuah hasil", "the name that a result is given"),
        "classifier",
        "category",
    ),
    "rounding": _term(
        ("pembulatan", "rounding"),
        (
            "di mana dan bagaimana angka dibulatkan; yang tidak disebut tidak dibulatkan",
            "where and how numbers are rounded; what is not named is not rounded",
        ),
        "rounding",
    ),
    "working": _term(
        ("rincian perhitungan", "working"),
        ("semua angka antara sampai nilai akhir", "all figures that lead to a total"),
    ),
    "case": _term(
        ("contoh uji", "case"),
        (
            "contoh tertulis dengan hasil yang diharapkan",
            "a written example with its expected result",
        ),
        "cases",
    ),
    "finding": _term(
        ("catatan pemeriksaan", "finding"),
        (
            "pesan tentang berkas: kesalahan, peringatan, atau catatan",
            "a message about a file: an error, a warning or a note",
        ),
        "findings",
    ),
    "error": _term(
        ("kesalahan", "error"), ("harus diperbaiki lebih dahulu", "stops the work"), "error"
    ),
    "warning": _term(
        ("peringatan", "warning"),
        ("patut dilihat; pekerjaan tetap jalan", "deserves a look; the work goes on"),
        "warning",
    ),
    "note": _term(("catatan", "note"), ("keterangan saja", "for information only"), "note"),
}


def term(key: str) -> Text:
    """The word for one thing, in both languages.

    Raises:
        KeyError: for what is not in the register.

    Example:
        >>> term("cut-score").say("id")
        'ambang batas'
    """
    return TERMS[key].word
