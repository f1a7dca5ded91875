"""The words of scoresheets: who rates whom, and what was recorded."""

from collections.abc import Mapping

from ujikom_rules.messages.term import Term, named

EVENTS: Mapping[str, Term] = {
    "event": named(
        "kegiatan",
        "event",
        "satu uji kompetensi pada satu hari, dengan peserta dan pengujinya",
        "one test on one day, with its candidates and examiners",
        "event",
    ),
    "scoresheet": named(
        "lembar nilai",
        "scoresheet",
        "semua yang dicatat pada satu kegiatan",
        "all that was recorded at one event",
        "scoresheet",
    ),
    "position": named(
        "jabatan",
        "position",
        "jabatan yang dituju",
        "the post that is to be filled",
        "positions",
        "position",
    ),
    "vacancy": named(
        "lowongan",
        "vacancy",
        "banyaknya tempat pada satu jabatan",
        "how many places a position has",
        "vacancies",
    ),
    "candidate": named(
        "peserta",
        "candidate",
        "pejabat yang diuji",
        "the official who is tested",
        "candidates",
        "candidate",
    ),
    "candidacy": named(
        "pencalonan",
        "candidacy",
        "peserta untuk jabatan tertentu; padanyalah sebuah nilai melekat",
        "a candidate for a position; what a score belongs to",
        "candidacies",
        "candidacy",
    ),
    "examiner": named(
        "penguji", "examiner", "orang yang menilai", "who rates", "examiners", "examiner"
    ),
    "panel": named(
        "panitia seleksi",
        "panel",
        "seluruh penguji dengan ketuanya (pansel)",
        "all examiners, with their chair",
        "panel",
    ),
    "seat": named(
        "kursi",
        "seat",
        "tempat dalam panitia seleksi untuk satu unsur",
        "a place in the panel, for one kind of examiner",
        "seats",
    ),
    "chair": named(
        "ketua",
        "chair",
        "penguji yang memimpin panitia seleksi",
        "the examiner who leads the panel",
        "chair",
    ),
    "member": named(
        "anggota",
        "member",
        "penguji lain dalam panitia seleksi",
        "any other examiner of the panel",
        "member",
    ),
    "room": named(
        "ruang",
        "room",
        "kelompok penguji yang menilai bersama",
        "a group of examiners who rate together",
        "room",
    ),
    "quorum": named(
        "kuorum",
        "quorum",
        "jumlah nilai penguji paling sedikit agar tahapan sah",
        "how many marks a value needs at least",
        "quorum",
    ),
    "rating": named(
        "nilai penguji",
        "rating",
        "angka yang diberikan seorang penguji untuk satu kriteria seorang peserta",
        "the mark of one examiner for one criterion of one candidacy",
        "ratings",
        "rating",
    ),
    "no-mark": named(
        "tidak menilai",
        "no-mark",
        "sebab nilai seorang penguji tidak ada; tidak pernah dihitung nol dengan sendirinya",
        "why a rating is not there; never counted as zero by itself",
        "no-mark",
        "no-marks",
    ),
    "not-entered": named(
        "belum diisi",
        "not entered",
        "nilai yang harus ada belum dicatat",
        "a mark that is owed and not yet there",
        "not-entered",
    ),
    "absent-examiner": named(
        "berhalangan",
        "absent",
        "penguji tidak ada di tempat",
        "the examiner was not there",
        "absent",
    ),
    "recused": named(
        "benturan",
        "recused",
        "penguji mempunyai benturan kepentingan dengan peserta",
        "the examiner has a conflict of interest with the candidate",
        "recused",
        "recusals",
    ),
    "abstained": named(
        "abstain",
        "abstained",
        "penguji hadir dan memilih tidak menilai",
        "the examiner was there and gave no mark",
        "abstained",
    ),
    "void": named(
        "batal", "void", "nilai yang dinyatakan tidak sah", "a mark declared invalid", "void"
    ),
    "absence": named(
        "peserta tidak hadir",
        "absence",
        "peserta tidak mengikuti tahapan; akibatnya menurut aturan",
        "a candidate did not take a stage; the rules say what follows",
        "absences",
        "absence",
    ),
    "track-record": named(
        "rekam jejak",
        "track record",
        "nilai dari data kepegawaian, bukan dari penguji",
        "a value from personnel records, not from examiners",
    ),
    "advisory": named(
        "masukan",
        "advisory",
        "catatan tanpa bobot",
        "recorded input without any weight",
        "advice",
        "advisory",
    ),
}
