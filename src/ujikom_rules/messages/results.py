"""UJ7xx: what an evaluation has to say."""

from ujikom_rules.messages.message import Message
from ujikom_rules.messages.texts import Text

MESSAGES: tuple[Message, ...] = (
    Message(
        code="UJ701",
        severity="warning",
        text=Text(
            "peringkat '{standing}': '{got}' tidak mempunyai nilai untuk penentu urutan '{part}'; "
            "ia berdiri di bawah yang mempunyainya",
            "standing '{standing}': '{got}' has no value for the tie-break '{part}' and stands "
            "below those who have one",
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
            "peringkat '{standing}'{group} membandingkan peserta dengan bobot berbeda",
            "standing '{standing}'{group} compares candidacies that were weighted differently",
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
        why=Text(
            "Kategori dihitung dari nilai; nilai di luar semua kategori tidak diberi nama.",
            "Categories are computed from values; a value outside all of them gets no name.",
        ),
    ),
)
