"""Messages about the rows and values of a scoresheet."""

from ujikom_rules.messages.message import Message
from ujikom_rules.messages.texts import Text

MESSAGES: tuple[Message, ...] = (
    Message(
        code="UJ630",
        severity="error",
        text=Text("{expected} belum diisi", "{expected} is missing"),
        hint=Text("isi {expected} {where}", "fill in {expected} {where}"),
        why=Text(
            "Tanpa itu tidak jelas milik siapa baris ini.",
            "Without it nobody can tell what this row belongs to.",
        ),
    ),
    Message(
        code="UJ631",
        severity="error",
        text=Text(
            "di sini harus ada {expected}, bukan {got}", "here {expected} is needed, not {got}"
        ),
        hint=Text(
            "beri sel ini format {format}, lalu ketik lagi isinya",
            "give this cell the format {format}, then type its content again",
        ),
        otherwise=Text(
            "ganti dengan {expected}; teks, id, dan tanggal ditulis di antara tanda kutip",
            "put {expected} here instead; texts, ids and dates stand between quotes",
        ),
        why=Text(
            "Setiap kunci berisi satu jenis nilai. Id ditulis sebagai teks dalam tanda kutip, "
            "juga bila berupa angka: angka panjang seperti NIP dapat kehilangan digit.",
            "Each key holds one kind of value. Ids are texts in quotes, also where they are "
            "digits: a long number such as an NIP may lose digits.",
        ),
    ),
    Message(
        code="UJ632",
        severity="error",
        text=Text("{got} bukan angka", "{got} is not a number"),
        hint=Text(
            "tulis angkanya saja, tanpa satuan atau tanda lain, misalnya {like}",
            "write the number alone, without a unit or other signs, such as {like}",
        ),
        why=Text(
            "Angka ditulis dengan angka 0–9 dan paling banyak satu tanda desimal.",
            "A number is written with the digits 0–9 and at most one decimal sign.",
        ),
    ),
    Message(
        code="UJ633",
        severity="error",
        text=Text("{got} bukan nilai yang dapat dihitung", "{got} is no number to reckon with"),
        why=Text(
            "NaN dan Infinity timbul dari perhitungan yang gagal; nilai penguji selalu angka biasa.",
            "NaN and Infinity come from failed reckoning; a rating is always a plain number.",
        ),
        hint=Text(
            "tulis angkanya; bila penguji tidak menilai, tulis sebabnya (kolom Tidak menilai, "
            "dalam JSON no-mark)",
            "write the number, or why there is none in no-mark",
        ),
    ),
    Message(
        code="UJ634",
        severity="error",
        text=Text(
            "{got} memakai koma; di berkas ini tanda desimal adalah titik",
            "{got} has a comma; in this file the decimal sign is a point",
        ),
        why=Text(
            "Koma desimal hanya dibaca di CSV dengan pemisah titik koma atau tab.",
            "A decimal comma is read only in CSV files separated by semicolons or tabs.",
        ),
        hint=Text("tulis {expected}", "write {expected}"),
    ),
    Message(
        code="UJ635",
        severity="error",
        text=Text("{got} memakai pemisah ribuan", "{got} has a thousands separator"),
        why=Text(
            "Titik dan koma sebagai pemisah ribuan mudah tertukar dengan tanda desimal, jadi "
            "tidak pernah dibaca.",
            "Points and commas between thousands are easily taken for the decimal sign, so "
            "they are never read.",
        ),
        hint=Text("tulis angkanya tanpa pemisah ribuan", "write it without that separator"),
    ),
    Message(
        code="UJ636",
        severity="error",
        text=Text(
            "{got} terlalu panjang untuk sebuah nilai", "{got} is too long for a number here"
        ),
        hint=Text(
            "periksa salah ketik; tulis angka seperti {like}",
            "look for a slip; write a number such as {like}",
        ),
        why=Text(
            "Angka dibaca sampai 60 digit; yang lebih panjang pasti salah tulis.",
            "Numbers are read up to 60 digits; anything longer is a slip.",
        ),
    ),
    Message(
        code="UJ637",
        severity="error",
        text=Text(
            "{got} bukan jumlah: di sini harus ada bilangan bulat, paling sedikit 1",
            "{got} is no count: a whole number of at least 1 is needed here",
        ),
        hint=Text(
            "tulis jumlah lowongannya, misalnya 2, atau kosongkan: kosong berarti 1",
            "write how many vacancies there are, such as 2, or leave it empty: empty means 1",
        ),
        why=Text(
            "Lowongan dihitung dengan bilangan bulat.", "Vacancies are counted in whole numbers."
        ),
    ),
    Message(
        code="UJ638",
        severity="error",
        text=Text("{got} bukan tanggal yang dapat dibaca", "{got} is not a date that can be read"),
        why=Text(
            "Tanggal ditulis 2024-12-31; bentuk 31/12/2024 hanya dibaca di CSV dengan pemisah "
            "titik koma atau tab. Tanggalnya juga harus ada di kalender.",
            "Dates are written 2024-12-31; the form 31/12/2024 is read only in CSV files "
            "separated by semicolons or tabs. The day must be in the calendar, too.",
        ),
        hint=Text("tulis {expected}", "write {expected}"),
        otherwise=Text(
            "tulis tahun-bulan-hari, misalnya 2025-03-25",
            "write year-month-day, such as 2025-03-25",
        ),
    ),
    Message(
        code="UJ639",
        severity="error",
        text=Text("{got} bukan ya atau tidak", "{got} is neither yes nor no"),
        hint=Text(
            "tulis ya bila dokumennya sudah ada, tidak bila tidak ada",
            "write yes where the document is there, no where it is not",
        ),
        why=Text(
            "Ditulis true atau false; di CSV dan Excel juga ya, tidak, yes, no, 1, atau 0. Di Excel "
            "sel yang kosong berarti belum ada.",
            "It is written true or false; in CSV and Excel also ya, tidak, yes, no, 1 or 0. In Excel "
            "an empty cell means that the document is not there yet.",
        ),
    ),
    Message(
        code="UJ640",
        severity="error",
        text=Text(
            "{got} tidak dikenal di sini; pilihannya {expected}",
            "{got} is not known here; the choices are {expected}",
        ),
        why=Text(
            "Kata-kata ini mempunyai akibat dalam perhitungan, jadi tidak ada kata lain. JSON "
            "dan TOML hanya memakai kata Inggris; CSV juga kata Indonesia.",
            "These words have effects on the result, so there are no others. JSON and TOML "
            "take the English ones only; CSV the Indonesian ones too.",
        ),
        hint=Text("mungkin maksudnya {nearest}", "perhaps {nearest} is meant"),
        otherwise=Text("pakai salah satu dari: {expected}", "use one of: {expected}"),
    ),
    Message(
        code="UJ641",
        severity="error",
        text=Text("{got} tidak dapat menjadi id", "{got} cannot be an id"),
        why=Text(
            "Id peserta, pencalonan, jabatan, penguji, dan orang adalah teks tanpa spasi dan "
            "tanpa tanda @ : /, karena tanda itu membentuk alamat hasil.",
            "Ids of candidates, candidacies, positions, examiners and people are texts without "
            "spaces and without @ : /, since those signs build the addresses of results.",
        ),
        hint=Text("mungkin maksudnya {nearest}", "perhaps {nearest} is meant"),
        otherwise=Text("tulis misalnya {expected}", "write {expected}, for example"),
    ),
    Message(
        code="UJ642",
        severity="error",
        text=Text("{got} tidak dapat menjadi nama {what}", "{got} cannot be the name of a {what}"),
        why=Text(
            "Nama tahapan, kriteria, dan dokumen wajib berisi huruf kecil, angka, dan tanda "
            "hubung; kriteria bersarang disambung dengan titik.",
            "Names of stages, criteria and evidence have small letters, digits and hyphens; "
            "nested criteria are joined by points.",
        ),
        hint=Text("mungkin maksudnya {nearest}", "perhaps {nearest} is meant"),
        otherwise=Text(
            "tulis dengan huruf kecil, angka, dan tanda hubung, seperti dalam berkas aturan",
            "write it with small letters, digits and hyphens, as in the ruleset",
        ),
    ),
    Message(
        code="UJ643",
        severity="error",
        text=Text(
            "{got} bukan angka dan bukan nama tingkat penilaian (seperti baik atau cukup)",
            "{got} is neither a number nor the name of a level (such as good or fair)",
        ),
        why=Text(
            "Nilai penguji adalah angka atau nama tingkat tanpa spasi. Tanda seperti - atau #N/A "
            "tidak dibaca sebagai kosong, supaya tidak ada nilai yang hilang diam-diam.",
            "A rating is a number or the id of a level, without spaces. Signs such as - or "
            "#N/A are not read as empty, so that no rating is lost silently.",
        ),
        hint=Text(
            "tulis angkanya, atau sebab tidak menilai: {expected}",
            "write the number, or why there is none: {expected}",
        ),
        otherwise=Text("tulis angkanya saja", "write the number alone"),
    ),
    Message(
        code="UJ644",
        severity="error",
        text=Text(
            "{got} adalah sebab tidak menilai, bukan nilai",
            "{got} says why there is no mark; it is no value",
        ),
        why=Text(
            "Sebab tidak menilai mempunyai tempat sendiri, supaya tidak terbaca sebagai tingkat.",
            "Why there is no mark has its own place, so that it is not taken for a level.",
        ),
        hint=Text(
            "pindahkan ke kolom Tidak menilai (dalam JSON no-mark): {expected}",
            "move it to no-mark: {expected}",
        ),
    ),
    Message(
        code="UJ645",
        severity="error",
        text=Text(
            "baris ini berisi nilai dan sekaligus sebab tidak menilai",
            "this row has a value and a no-mark at once",
        ),
        why=Text(
            "Seorang penguji memberi nilai atau tidak; keduanya tidak mungkin benar.",
            "An examiner gave a mark or did not; both cannot be true.",
        ),
        hint=Text("hapus salah satunya", "remove one of them"),
    ),
    Message(
        code="UJ646",
        severity="error",
        text=Text(
            "baris ini tidak berisi nilai maupun sebab tidak menilai",
            "this row has neither a value nor a no-mark",
        ),
        why=Text(
            "Nilai yang kosong tidak pernah dihitung nol; sebabnya harus disebut.",
            "An empty mark is never taken for zero; the reason must be said.",
        ),
        hint=Text(
            "isi nilainya, atau tulis belum-diisi pada kolom Tidak menilai (dalam JSON not-entered "
            "pada no-mark)",
            "enter the value, or write not-entered in no-mark",
        ),
    ),
    Message(
        code="UJ647",
        severity="error",
        text=Text(
            "baris ini menyebut candidacy dan sekaligus candidate",
            "this row names a candidacy and a candidate at once",
        ),
        why=Text(
            "Dengan candidate, nilai berlaku untuk semua pencalonan orang itu; dengan "
            "candidacy hanya untuk satu.",
            "With candidate the rating holds for all that person's candidacies, with candidacy "
            "for one.",
        ),
        hint=Text("hapus salah satunya", "remove one of them"),
    ),
    Message(
        code="UJ648",
        severity="error",
        text=Text(
            "baris ini tidak menyebut peserta (candidacy atau candidate)",
            "this row names neither a candidacy nor a candidate",
        ),
        hint=Text(
            "isi id peserta di candidacy (kolom Peserta), atau hapus baris ini",
            "fill in the id of the candidacy under candidacy, or delete this row",
        ),
        why=Text(
            "Tanpa itu tidak jelas milik siapa nilai ini.",
            "Without it nobody can tell whose rating this is.",
        ),
    ),
    Message(
        code="UJ649",
        severity="error",
        text=Text("id {got} sudah dipakai {what} lain", "another {what} already has the id {got}"),
        why=Text(
            "Nilai dilekatkan pada id; id yang sama untuk dua baris mencampur keduanya.",
            "Ratings belong to ids; one id on two rows would mix them up.",
        ),
        hint=Text("beri id sendiri, atau hapus baris ganda", "give it its own id, or remove it"),
    ),
    Message(
        code="UJ650",
        severity="error",
        text=Text("nilai untuk {got} tertulis dua kali", "the rating for {got} is written twice"),
        why=Text(
            "Satu penguji memberi satu nilai untuk satu kriteria seorang peserta. Nilai dengan "
            "candidate berlaku untuk semua pencalonan orang itu dan ikut dihitung.",
            "One examiner gives one mark for one criterion of a candidacy. A rating with "
            "candidate holds for all that person's candidacies and counts here.",
        ),
        hint=Text("hapus salah satunya", "remove one of them"),
    ),
    Message(
        code="UJ651",
        severity="error",
        text=Text("benturan {got} tertulis dua kali", "the recusal {got} is written twice"),
        why=Text(
            "Satu baris berlaku untuk semua nilai penguji itu bagi peserta itu.",
            "One row holds for all that this examiner owes that candidacy.",
        ),
        hint=Text("hapus salah satunya", "remove one of them"),
    ),
    Message(
        code="UJ652",
        severity="error",
        text=Text("dokumen {got} tertulis dua kali", "the document {got} is written twice"),
        why=Text(
            "Dua baris dapat saling bertentangan: ada dan tidak ada.",
            "Two rows may contradict each other: given and not given.",
        ),
        hint=Text("hapus salah satunya", "remove one of them"),
    ),
    Message(
        code="UJ653",
        severity="error",
        text=Text(
            "tidak ada {what} {got} di tabel {expected}",
            "there is no {what} {got} in the table {expected}",
        ),
        why=Text(
            "Baris yang menyebut id yang tidak ada akan hilang diam-diam bila tidak ditolak.",
            "A row that names an id that is not there would be lost silently.",
        ),
        hint=Text("mungkin maksudnya {nearest}", "perhaps {nearest} is meant"),
        otherwise=Text(
            "tambahkan {got} ke tabel {expected}, atau perbaiki id di sini{instead}",
            "add {got} to the table {expected}, or mend the id here{instead}",
        ),
    ),
    Message(
        code="UJ654",
        severity="error",
        text=Text(
            "teks ini memuat tanda yang bukan huruf yang sah",
            "this text holds signs that are no valid characters",
        ),
        hint=Text(
            "hapus tanda itu (sering berupa \\ud800 dan sejenisnya), lalu ketik lagi teksnya",
            "delete those signs (often \\ud800 and the like), then type the text again",
        ),
        why=Text(
            "Setengah tanda Unicode (seperti \\ud800) tidak dapat dicetak maupun disimpan.",
            "Half a Unicode character (such as \\ud800) can neither be printed nor saved.",
        ),
    ),
    Message(
        code="UJ655",
        severity="note",
        text=Text(
            "kolom Ada kosong: dokumen {got} dibaca sebagai belum ada",
            "the column given is empty: the document {got} is read as not there yet",
        ),
        why=Text(
            "Isian menyebut dokumen sebelum dokumen itu ada. Sel yang kosong tidak pernah berarti "
            "ya.",
            "A form names documents before they are there. An empty cell never means yes.",
        ),
        hint=Text(
            "tulis ya bila dokumennya sudah ada, tidak bila tidak ada",
            "write yes where the document is there, no where it is not",
        ),
    ),
    Message(
        code="UJ680",
        severity="note",
        text=Text(
            "'{got}' dibaca sebagai nama tingkat penilaian, bukan sebagai angka atau sebab tidak "
            "menilai",
            "'{got}' is read as the name of a level, and not as a number or as a reason why there "
            "is no mark",
        ),
        why=Text(
            "Sebab tidak menilai mempunyai kata yang tetap; kata lain dicari di antara tingkat "
            "pada skala. Di antara angka, sebuah kata biasanya salah ketik: peringatan.",
            "The reasons why there is no mark have fixed words; any other word is looked up among "
            "the levels of the scale. Among numbers a word is mostly a slip: a warning.",
        ),
        hint=Text("mungkin maksudnya '{nearest}'", "perhaps '{nearest}' is meant"),
        otherwise=Text(
            "bila angka yang dimaksud, tulis angkanya; nilai lain untuk kriteria ini berupa angka",
            "write the number where one is meant; the other marks of this criterion are numbers",
        ),
    ),
)
