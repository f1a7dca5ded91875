"""UJ2xx: keys, types and ids of a ruleset."""

from ujikom_rules.messages.message import Message
from ujikom_rules.messages.texts import Text

MESSAGES: tuple[Message, ...] = (
    Message(
        code="UJ201",
        severity="error",
        text=Text("kunci '{got}' tidak dikenal di sini", "the key '{got}' is not known here"),
        hint=Text("mungkin maksudnya '{nearest}'", "perhaps '{nearest}' is meant"),
        otherwise=Text("yang ada di sini: {known}", "what stands here: {known}"),
        why=Text(
            "Kunci yang salah tulis tidak boleh diam-diam diabaikan: aturannya akan berlaku "
            "tanpa hal yang dimaksud.",
            "A misspelt key must not be passed over in silence: the rule would hold without "
            "what was meant.",
        ),
    ),
    Message(
        code="UJ202",
        severity="error",
        text=Text("kunci '{expected}' wajib ada", "the key '{expected}' is required"),
        hint=Text("mungkin '{nearest}' salah tulis", "perhaps '{nearest}' is a misspelling of it"),
        otherwise=Text("tambahkan '{expected}' di sini", "add '{expected}' here"),
        why=Text(
            "Tanpa kunci ini berkas aturan tidak dapat dibaca dengan satu arti saja.",
            "Without this key the ruleset cannot be read in one way only.",
        ),
    ),
    Message(
        code="UJ203",
        severity="error",
        text=Text(
            "di sini seharusnya {expected}, bukan {got}", "this must be {expected}, not {got}"
        ),
        hint=Text("perbaiki nilainya menjadi {expected}", "change it to {expected}"),
        why=Text(
            "Setiap kunci mempunyai satu jenis isi: angka, teks dalam tanda kutip, "
            "true atau false, tanggal, daftar, atau kelompok kunci.",
            "Every key takes one kind of value: a number, a text in quotes, true or false, a "
            "date, a list, or a group of keys.",
        ),
    ),
    Message(
        code="UJ142",
        severity="error",
        text=Text(
            "'{got}' ditulis satu kali, padahal boleh ada beberapa",
            "'{got}' is written as one, though there may be several",
        ),
        hint=Text("tulis {expected}", "write {expected}"),
        why=Text(
            "Hal yang boleh ada beberapa, seperti tahapan, setiap kali ditulis di bawah judul "
            "dengan kurung siku ganda, juga bila hanya ada satu.",
            "What may come several times, such as stages, stands each time under a heading in "
            "double square brackets, also where there is only one.",
        ),
    ),
    Message(
        code="UJ204",
        severity="error",
        text=Text("'{got}' bukan id yang sah", "'{got}' is not a valid id"),
        hint=Text(
            "pakai huruf kecil, angka dan tanda hubung, misalnya '{expected}'",
            "use small letters, digits and hyphens, such as '{expected}'",
        ),
        why=Text(
            "Id dipakai sebagai rujukan di banyak tempat, jadi bentuknya tetap.",
            "Ids are referred to from many places, so their form is fixed.",
        ),
    ),
    Message(
        code="UJ205",
        severity="error",
        text=Text("'{got}' bukan salah satu dari: {expected}", "'{got}' is not one of: {expected}"),
        hint=Text("mungkin maksudnya '{nearest}'", "perhaps '{nearest}' is meant"),
        why=Text(
            "Kunci ini hanya menerima kata-kata yang tetap.", "This key takes fixed words only."
        ),
        otherwise=Text(
            "pilih salah satunya, dengan huruf yang persis sama",
            "choose one of them, letter by letter as it stands here",
        ),
    ),
    Message(
        code="UJ206",
        severity="error",
        text=Text("id '{got}' dipakai dua kali", "the id '{got}' is used twice"),
        hint=Text("beri salah satunya id lain", "give one of them another id"),
        why=Text(
            "Dua hal dengan satu id tidak dapat dibedakan dalam lembar nilai.",
            "Two things of one id cannot be told apart in a scoresheet.",
        ),
    ),
    Message(
        code="UJ207",
        severity="error",
        text=Text(
            "angka {got} di luar yang mungkin: {expected}",
            "the number {got} is not possible here: {expected}",
        ),
        hint=Text("tulis angka yang termasuk {expected}", "write a number that fits: {expected}"),
        why=Text("Angka ini tidak mempunyai arti di tempat ini.", "The number means nothing here."),
    ),
    Message(
        code="UJ208",
        severity="error",
        text=Text("'{got}' bukan angka", "'{got}' is not a number"),
        hint=Text("mungkin maksudnya '{nearest}'", "perhaps '{nearest}' is meant"),
        otherwise=Text(
            'tulis angka dengan titik desimal (12.5), atau pecahan dalam tanda kutip ("1/3")',
            'write numbers with a decimal point (12.5), or a fraction in quotes ("1/3")',
        ),
        why=Text(
            "Angka dibaca persis seperti tertulis, tanpa pembulatan apa pun.",
            "Numbers are read exactly as they are written, without any rounding.",
        ),
    ),
    Message(
        code="UJ209",
        severity="error",
        text=Text(
            "bentuk berkas 'schema = {got}' tidak dikenal; yang dikenal {expected}",
            "the form 'schema = {got}' is not known; {expected} is",
        ),
        hint=Text(
            "tulis schema = {expected} pada baris pertama",
            "write schema = {expected} in the first line",
        ),
        why=Text(
            "Nomor ini menyatakan bentuk berkas; program hanya membaca bentuk yang dikenalnya.",
            "This number says which form the file has; the program reads the forms it knows.",
        ),
    ),
    Message(
        code="UJ210",
        severity="error",
        text=Text(
            "kunci '{got}' tidak berlaku di 'each'; ia tertulis di bawah [{header}]",
            "the key '{got}' does not belong in 'each'; it stands under [{header}]",
        ),
        hint=Text(
            "pindahkan '{got}' ke atas, sebelum [{header}], atau ke kriterianya",
            "move '{got}' up, before [{header}], or to the criterion",
        ),
        why=Text(
            "Yang tertulis di 'each' berlaku bagi setiap kriteria di bawahnya, maka bobot dan "
            "sejenisnya tidak mungkin di sana.",
            "What stands in 'each' holds for every criterion beneath, so weights and the like "
            "cannot stand there.",
        ),
    ),
    Message(
        code="UJ211",
        severity="error",
        text=Text(
            "kriteria bersusun lebih dari {expected} tingkat",
            "criteria are nested more than {expected} deep",
        ),
        hint=Text(
            "gabungkan kriteria yang terdalam ke dalam kriteria di atasnya",
            "join the innermost criteria into the ones above them",
        ),
        why=Text(
            "Susunan sedalam ini tidak dapat lagi diperiksa oleh orang.",
            "A tree this deep can no longer be checked by people.",
        ),
    ),
    Message(
        code="UJ212",
        severity="error",
        text=Text(
            "tahapan tidak boleh bernama '{got}'; nama itu milik nilai akhir",
            "a stage cannot be called '{got}'; that is the name of the total",
        ),
        hint=Text(
            "beri tahapan itu nama lain, misalnya 'hasil'",
            "give the stage another id, such as 'hasil'",
        ),
        why=Text(
            "Dalam rincian perhitungan, 'total' adalah nilai akhir.",
            "In the working, 'total' is the final value.",
        ),
    ),
    Message(
        code="UJ213",
        severity="error",
        text=Text(
            "masa berlaku berakhir ({got}) sebelum dimulai ({expected})",
            "the days in force end ({got}) before they begin ({expected})",
        ),
        hint=Text(
            "tukar kedua tanggalnya, atau perbaiki tahunnya", "swap the two dates, or mend the year"
        ),
        why=Text("Aturan itu tidak pernah berlaku.", "Such a rule is never in force."),
    ),
    Message(
        code="UJ214",
        severity="error",
        text=Text("skala nilai tidak mungkin: {said}", "the scale is not possible: {said}"),
        hint=Text(
            "perbaiki batas bawah, batas atas, atau kelipatannya",
            "mend the lower bound, the upper bound or the step",
        ),
        why=Text(
            "Skala menentukan nilai apa yang boleh diberikan; bila bertentangan, tidak ada nilai "
            "yang sah.",
            "A scale says which marks may be given; where it contradicts itself, none may.",
        ),
    ),
    Message(
        code="UJ215",
        severity="error",
        text=Text(
            "kunci '{got}' tidak dapat berdampingan dengan '{expected}'",
            "the key '{got}' cannot stand beside '{expected}'",
        ),
        hint=Text("hapus salah satu dari keduanya", "delete one of the two"),
        why=Text("Keduanya menentukan hal yang sama.", "Both of them decide the same thing."),
    ),
    Message(
        code="UJ216",
        severity="error",
        text=Text("daftar ini tidak boleh kosong", "this list must not be empty"),
        hint=Text(
            "isi sekurang-kurangnya satu, atau hapus barisnya",
            "put in at least one, or delete the line",
        ),
        why=Text(
            "Daftar kosong di sini berarti aturan yang tidak mengatur apa-apa.",
            "An empty list here is a rule that rules nothing.",
        ),
    ),
)
