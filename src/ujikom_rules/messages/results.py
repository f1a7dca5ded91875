"""UJ7xx: what an evaluation has to say."""

from ujikom_rules.messages.message import Message
from ujikom_rules.messages.texts import Text

MESSAGES: tuple[Message, ...] = (
    Message(
        code="UJ701",
        severity="warning",
        text=Text(
            "{standing}: '{got}' tidak mempunyai nilai untuk penentu urutan {part}; "
            "ia berdiri di bawah yang mempunyainya",
            "{standing}: '{got}' has no value for the tie-break {part} and stands "
            "below those who have one",
        ),
        hint=Text(
            "isi nilai itu di lembar nilai bila ada; bila memang tidak ada, biarkan: urutan ini berlaku",
            "fill the value in on the scoresheet where there is one; otherwise leave it: this order holds",
        ),
        why=Text(
            "Penentu urutan yang kosong tidak boleh diisi kebetulan.",
            "A missing tie-break value must not be filled by accident.",
        ),
    ),
    Message(
        code="UJ702",
        severity="note",
        text=Text(
            "{standing}{group} membandingkan peserta dengan bobot berbeda",
            "{standing}{group} compares candidacies that were weighted differently",
        ),
        hint=Text(
            "pertimbangkan peringkat di dalam kelompok bobot yang sama",
            "consider a standing within the groups of equal weights",
        ),
        why=Text(
            "Nilai akhir dengan bobot berbeda tidak mengukur hal yang persis sama.",
            "Totals of different weights do not measure quite the same thing.",
        ),
    ),
    Message(
        code="UJ704",
        severity="note",
        text=Text(
            "peserta '{got}' tidak hadir pada tahapan '{stage}': {effect}",
            "'{got}' was absent from the stage '{stage}': {effect}",
        ),
        hint=Text(
            "tidak ada yang perlu dilakukan; bila peserta ini sebenarnya hadir, hapus baris ketidakhadirannya dan isi nilainya",
            "nothing has to be done; where the candidate was there after all, delete the row of the absence and enter the marks",
        ),
        why=Text(
            "Akibat ketidakhadiran ditetapkan oleh aturan dan selalu dicatat.",
            "What an absence does is said by the rules and always noted.",
        ),
    ),
    Message(
        code="UJ707",
        severity="warning",
        text=Text(
            "peserta '{got}' tercatat tidak hadir pada tahapan '{stage}', padahal ada nilainya",
            "'{got}' is recorded as absent from the stage '{stage}', yet it has marks there",
        ),
        hint=Text(
            "hapus catatan ketidakhadirannya, atau nilainya", "take out the absence, or the marks"
        ),
        why=Text(
            "Ketidakhadiran yang tertulis pada baris yang salah menghapus nilai yang sah.",
            "An absence on the wrong row would wipe out marks that were given.",
        ),
    ),
    Message(
        code="UJ705",
        severity="warning",
        text=Text(
            "bobot '{key}' sebesar {got} bagi '{candidacy}' di luar batas {expected}",
            "the weight '{key}' of {got} for '{candidacy}' is outside the bounds {expected}",
        ),
        hint=Text(
            "periksa fakta yang menentukan bobot peserta ini; bila faktanya benar, ubah cara membobot di berkas aturan",
            "check the facts that decide the weights of this candidacy; where they are right, change the weighting in the ruleset",
        ),
        why=Text(
            "Aturan induk membatasi bobot ini, bagaimanapun ia timbul.",
            "The base bounds this weight, however it arises.",
        ),
    ),
    Message(
        code="UJ706",
        severity="warning",
        text=Text(
            "'{got}' bagi peserta '{candidacy}' tidak masuk kategori mana pun: {value}",
            "'{got}' of '{candidacy}' falls in no category: {value}",
        ),
        hint=Text(
            "tambahkan rentang yang memuat nilai itu di classifier; bila nilainya belum ada, lengkapi lembar nilai",
            "add a band that holds the value to the classifier; where there is no value yet, complete the scoresheet",
        ),
        why=Text(
            "Kategori dihitung dari nilai; nilai di luar semua kategori tidak diberi nama.",
            "Categories are computed from values; a value outside all of them gets no name.",
        ),
    ),
    Message(
        code="UJ708",
        severity="warning",
        text=Text(
            "peserta '{candidacy}' masuk '{stage}', padahal keputusan hasilnya '{verdict}'",
            "'{candidacy}' is on '{stage}', yet the verdict is '{verdict}'",
        ),
        hint=Text(
            "usulkan hanya yang memenuhi syarat; laporan dan berita acara tidak mengusulkan peserta ini",
            "propose only those who qualify; reports and minutes do not propose this candidate",
        ),
        why=Text(
            "Tahapan ini memilih menurut nilai saja; siapa yang memenuhi syarat ditetapkan sesudahnya.",
            "This stage chooses by value alone; who qualifies is decided after it.",
        ),
    ),
    Message(
        code="UJ709",
        severity="warning",
        text=Text(
            "'{stage}' memilih tanpa peserta '{candidacy}' yang nilainya belum lengkap; pilihan itu dapat berubah",
            "'{stage}' chooses without '{candidacy}', whose values are incomplete; the choice may change",
        ),
        hint=Text(
            "lengkapi nilainya di lembar nilai dan hitung lagi sebelum hasil diumumkan",
            "complete the values on the scoresheet and score again before anything is announced",
        ),
        why=Text(
            "Yang belum lengkap tidak dapat dibandingkan, dan mungkin lebih baik dari yang terpilih.",
            "Who is incomplete cannot be compared, and may be better than those chosen.",
        ),
    ),
)
