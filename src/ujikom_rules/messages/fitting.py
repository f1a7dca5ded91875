"""UJ66x and UJ67x: a scoresheet laid on a ruleset."""

from ujikom_rules.messages.message import Message
from ujikom_rules.messages.texts import Text

_NEAR = Text("mungkin maksudnya '{nearest}'", "perhaps '{nearest}' is meant")
_LOST = Text(
    "Nilai yang tidak sampai ke aturan akan hilang tanpa diketahui.",
    "A mark that reaches no rule would be lost unseen.",
)

MESSAGES: tuple[Message, ...] = (
    Message(
        code="UJ661",
        severity="error",
        text=Text("aturan tidak mempunyai tahapan '{got}'", "the ruleset has no stage '{got}'"),
        hint=_NEAR,
        why=_LOST,
        otherwise=Text(
            "tulis id tahapan seperti dalam berkas aturan",
            "write the id of a stage as it stands in the ruleset",
        ),
    ),
    Message(
        code="UJ662",
        severity="error",
        text=Text(
            "tahapan '{stage}' tidak mempunyai kriteria '{got}'",
            "the stage '{stage}' has no criterion '{got}'",
        ),
        hint=_NEAR,
        why=_LOST,
        otherwise=Text(
            "tulis id kriteria tahapan itu seperti dalam berkas aturan",
            "write the id of a criterion of that stage as it stands in the ruleset",
        ),
    ),
    Message(
        code="UJ663",
        severity="error",
        text=Text(
            "'{got}' tidak dinilai dengan nilai: ia berasal dari {expected}",
            "'{got}' takes no ratings: it comes from {expected}",
        ),
        hint=Text(
            "hapus nilai ini dari lembar nilai; yang dihitung di sini diambil dari {expected}, dan diisi di tempatnya sendiri",
            "take this rating out of the scoresheet; what counts here is taken from {expected}, and is filled in where that stands",
        ),
        why=_LOST,
    ),
    Message(
        code="UJ664",
        severity="error",
        text=Text(
            "nilai {got} di luar skala: {expected}", "the mark {got} is off the scale: {expected}"
        ),
        hint=Text("periksa salah ketik pada nilai ini", "check this mark for a slip"),
        why=Text(
            "Skala menentukan batas dan kelipatan nilai yang boleh diberikan.",
            "The scale gives the bounds and the step of the marks that may be given.",
        ),
    ),
    Message(
        code="UJ665",
        severity="error",
        text=Text(
            "penguji '{got}' tidak bertugas menilai peserta ini di tahapan ini",
            "the examiner '{got}' is not one of those who rate this candidate at this stage",
        ),
        hint=Text(
            "periksa aturan panitia seleksi, dan di baris penguji tahapan serta ruangnya: ruang yang "
            "terisi harus sama dengan ruang peserta",
            "check the panel rule, and the stages and room in the examiner's row: a room that is "
            "filled in must be that of the candidate",
        ),
        why=Text(
            "Hanya penguji yang didudukkan oleh aturan panitia seleksi, untuk tahapan dan ruang "
            "ini, yang dihitung.",
            "Only examiners whom the panel rule seats, for this stage and this room, count.",
        ),
    ),
    Message(
        code="UJ666",
        severity="error",
        text=Text(
            "penguji '{got}' menilai peserta '{candidacy}', padahal ia menyatakan benturan "
            "kepentingan",
            "the examiner '{got}' marked '{candidacy}' though recused from it",
        ),
        hint=Text(
            "hapus nilainya, atau hapus pernyataan benturannya",
            "take out the mark, or the recusal",
        ),
        why=Text(
            "Nilai dari penguji dengan benturan kepentingan membatalkan hasil.",
            "A mark by a recused examiner annuls a result.",
        ),
    ),
    Message(
        code="UJ667",
        severity="error",
        text=Text("'{got}' dinilai oleh {expected}", "'{got}' is rated by {expected}"),
        hint=Text(
            "isi penguji di baris ini bila penguji yang menilai; kosongkan bila sekretariat",
            "fill in the examiner of this row where examiners rate; leave it empty where the secretariat does",
        ),
        why=_LOST,
    ),
    Message(
        code="UJ668",
        severity="error",
        text=Text(
            "dua nilai untuk '{got}' oleh penguji yang sama bagi '{candidacy}'",
            "two ratings of '{got}' by the same examiner for '{candidacy}'",
        ),
        hint=Text(
            "hapus salah satunya; kolom berjudul id dan kolom berjudul nama kriteria itu sama artinya",
            "take one of them out; a column headed by a criterion's id and one headed by its title mean the same",
        ),
        why=Text("Tidak jelas nilai mana yang berlaku.", "It is not clear which of the two holds."),
    ),
    Message(
        code="UJ669",
        severity="error",
        text=Text(
            "nilai ini perlu tanggal, karena masa berlakunya {expected} tahun",
            "this rating needs a date, since it is valid for {expected} years",
        ),
        hint=Text("{where}", "{where}"),
        why=Text(
            "Tanpa tanggal tidak diketahui apakah hasil itu masih berlaku.",
            "Without a date nobody knows whether the result is still valid.",
        ),
    ),
    Message(
        code="UJ670",
        severity="warning",
        text=Text(
            "nilai bertanggal {got} sudah lewat masa berlakunya ({expected} tahun)",
            "the rating of {got} is past its validity ({expected} years)",
        ),
        hint=Text(
            "bila ada hasil yang lebih baru, tulis nilai dan tanggalnya di baris ini; bila tidak, biarkan: nilai ini tidak dihitung",
            "where there is a newer result, write its value and date in this row; otherwise leave it: this rating does not count",
        ),
        why=Text(
            "Nilai yang sudah lewat masa berlakunya tidak dihitung.",
            "A result past its validity is no value.",
        ),
    ),
    Message(
        code="UJ671",
        severity="error",
        text=Text(
            "fakta '{fact}' berisi '{got}'; yang diminta: {expected}",
            "the fact '{fact}' says '{got}'; asked for: {expected}",
        ),
        hint=_NEAR,
        why=Text(
            "Fakta dibaca menurut jenis yang dinyatakan aturan.",
            "Facts are read by the type that the ruleset declares.",
        ),
        otherwise=Text(
            "perbaiki isinya sesuai yang diminta: {expected}",
            "mend it to what is asked for: {expected}",
        ),
    ),
    Message(
        code="UJ672",
        severity="error",
        text=Text(
            "fakta '{fact}' tercatat dua kali untuk '{got}'",
            "the fact '{fact}' is recorded twice for '{got}'",
        ),
        hint=Text("hapus salah satunya", "take one of them out"),
        why=Text(
            "Fakta peserta, pencalonan dan jabatan adalah satu ruang nama.",
            "Facts of candidate, candidacy and position are one space of names.",
        ),
    ),
    Message(
        code="UJ673",
        severity="note",
        text=Text(
            "fakta '{got}' tidak dibaca oleh aturan mana pun", "no rule reads the fact '{got}'"
        ),
        hint=_NEAR,
        why=Text(
            "Kolom tambahan tidak mengubah nilai; bila maksudnya lain, periksa namanya.",
            "Further columns change no score; where something else was meant, check the name.",
        ),
        otherwise=Text(
            "biarkan bila hanya keterangan; bila aturan memerlukannya, pakai nama fakta dalam berkas aturan",
            "leave it where it is for information only; where a rule needs it, use the name in the ruleset",
        ),
    ),
    Message(
        code="UJ674",
        severity="warning",
        text=Text(
            "orang '{got}' menjadi penguji sekaligus peserta",
            "the person '{got}' is examiner and candidate at once",
        ),
        hint=Text(
            "ganti pengujinya, atau nyatakan benturan untuk setiap peserta",
            "replace the examiner, or declare a recusal for every candidate",
        ),
        why=Text(
            "Yang diuji tidak boleh duduk sebagai penguji.",
            "Whoever is examined must not sit on the panel.",
        ),
    ),
    Message(
        code="UJ676",
        severity="error",
        text=Text(
            "tahapan '{got}' bukan tahapan masukan", "the stage '{got}' does not record advice"
        ),
        hint=Text(
            "tulis tahapan masukan di baris ini: {expected}",
            "name a stage for advice in this row: {expected}",
        ),
        otherwise=Text(
            "hapus baris ini: aturan ini tidak mempunyai tahapan masukan",
            "delete this row: the ruleset has no stage for advice",
        ),
        why=_LOST,
    ),
    Message(
        code="UJ677",
        severity="error",
        text=Text(
            "kegiatan '{got}' ({day}) di luar masa berlaku aturan ini: {expected}",
            "the event '{got}' ({day}) lies outside the days on which this ruleset is in force: "
            "{expected}",
        ),
        hint=Text(
            "pakai aturan yang berlaku pada hari itu", "use the ruleset in force on that day"
        ),
        why=Text(
            "Aturan yang diganti di tengah jalan membatalkan hasil.",
            "Rules that change midway annul results.",
        ),
    ),
    Message(
        code="UJ681",
        severity="warning",
        text=Text(
            "nilai ini bertanggal {got}, sesudah tanggal kegiatan ({day})",
            "this rating is of {got}, after the day of the event ({day})",
        ),
        hint=Text(
            "periksa tahun dan bulan pada tanggal nilai ini, dan tanggal kegiatan",
            "check year and month of this rating's date, and the day of the event",
        ),
        why=Text(
            "Hasil yang dipakai sebuah kegiatan sudah ada pada harinya; tanggal sesudahnya biasanya "
            "salah ketik. Nilainya tetap dihitung.",
            "A result that an event uses is there on its day; a later date is mostly a slip. The "
            "rating counts all the same.",
        ),
    ),
    Message(
        code="UJ682",
        severity="error",
        text=Text(
            "lembar nilai ini hanya memuat satu penguji ({got}), sedangkan aturan panitia seleksi "
            "meminta lebih: {said}",
            "this scoresheet has only one examiner ({got}), and the panel rule asks for more: {said}",
        ),
        hint=Text(
            "bila ini isian satu penguji, gabungkan dahulu isian semua penguji dengan ujikom "
            "collect, lalu nilai hasil gabungannya",
            "where this is the form of one examiner, join the forms of all with ujikom collect "
            "first, and score what it writes",
        ),
        why=Text(
            "Isian satu penguji memuat nilainya sendiri saja; hasil kegiatan memerlukan semuanya.",
            "The form of one examiner holds that one's marks alone; a result takes them all.",
        ),
    ),
    Message(
        code="UJ685",
        severity="warning",
        text=Text(
            "fakta '{fact}' bertanggal {got}, sesudah hari kegiatan ({day})",
            "the fact '{fact}' says {got}, which is after the event ({day})",
        ),
        hint=Text(
            "periksa tahunnya; sampai hari itu lamanya dihitung 0",
            "check the year; until then no year or month is completed, so 0 counts",
        ),
        why=Text(
            "Lama jabatan dihitung sampai hari kegiatan; tanggal sesudahnya biasanya salah ketik.",
            "Years and months are completed up to the event; a later date is usually a slip.",
        ),
    ),
    Message(
        code="UJ686",
        severity="note",
        text=Text(
            "dokumen '{got}' tidak diminta oleh aturan mana pun",
            "no rule asks for the document '{got}'",
        ),
        hint=_NEAR,
        why=Text(
            "Dokumen yang salah nama tidak memenuhi syarat mana pun dan tetap ditunggu.",
            "A document under a wrong name meets no requirement and is still awaited.",
        ),
        otherwise=Text(
            "biarkan bila hanya arsip; bila aturan memintanya, pakai id dokumen dalam berkas aturan",
            "leave it where it is for the files only; where a rule asks for it, use the id in the ruleset",
        ),
    ),
)
