"""Messages about the files, tables and columns of a scoresheet."""

from ujikom_rules.messages.message import Message
from ujikom_rules.messages.texts import Text

MESSAGES: tuple[Message, ...] = (
    Message(
        code="UJ601",
        severity="error",
        text=Text("lembar nilai {got} tidak ada", "there is no scoresheet {got}"),
        why=Text(
            "Lembar nilai adalah berkas .json atau .xlsx, atau folder dengan event.toml dan tabel CSV.",
            "A scoresheet is a .json or .xlsx file, or a folder with event.toml and CSV tables.",
        ),
        hint=Text("mungkin maksudnya {nearest}", "perhaps {nearest} is meant"),
        otherwise=Text(
            "periksa nama dan jalurnya; jalur yang tidak lengkap dimulai dari folder kerja",
            "check its name and path; a path that is not complete starts at the current directory",
        ),
    ),
    Message(
        code="UJ602",
        severity="error",
        text=Text(
            "{got} tidak dapat dibuka; mungkin masih terbuka di Excel",
            "{got} cannot be opened; perhaps it is still open in Excel",
        ),
        why=Text(
            "Di Windows, Excel mengunci berkas selama terbuka; program lain tidak dapat membacanya.",
            "On Windows, Excel locks a file while it is open; no other program can read it.",
        ),
        hint=Text(
            "tutup berkas itu di Excel, lalu ulangi; bila tetap gagal, periksa izin berkasnya",
            "close the file in Excel and try again; if it still fails, check its permissions",
        ),
    ),
    Message(
        code="UJ603",
        severity="error",
        text=Text("{got} tidak dapat dibaca: {reason}", "{got} cannot be read: {reason}"),
        hint=Text(
            "salin berkas itu ke disk komputer ini, lalu ulangi dengan salinannya; bila salinan pun gagal, minta lagi kepada pengirimnya",
            "copy the file to a disk of this computer and try again with the copy; if it cannot be copied either, ask its sender for it again",
        ),
        why=Text(
            "Sistem komputer menolak membaca berkas ini; alasannya berasal dari sistem itu.",
            "The computer refused to read this file; the reason given is the computer's own.",
        ),
    ),
    Message(
        code="UJ604",
        severity="error",
        text=Text(
            "{got} terlalu besar: batasnya {expected} {unit}",
            "{got} is too big: the limit is {expected} {unit}",
        ),
        hint=Text(
            "periksa apakah ini berkas yang dimaksud; bila ya, sisakan data satu kegiatan saja dan hapus baris serta kolom kosong",
            "check that this is the file that was meant; if so, keep the data of one event and delete empty rows and columns",
        ),
        why=Text(
            "Batas ini mencegah berkas yang keliru menghabiskan memori; lembar nilai sebuah "
            "kota jauh di bawahnya.",
            "The limit keeps a wrong file from using up the memory; a city's scoresheet is "
            "far below it.",
        ),
    ),
    Message(
        code="UJ605",
        severity="error",
        text=Text("{got} bukan buku kerja bentuk .xlsx", "{got} is no workbook of the form .xlsx"),
        why=Text(
            "Dari buku kerja hanya bentuk .xlsx yang dibaca, setelah diperiksa keamanannya.",
            "Of workbooks only the form .xlsx is read, after it has been found safe.",
        ),
        hint=Text(
            'buka di programnya, lalu "Simpan Sebagai" jenis "Excel Workbook (.xlsx)"',
            'open it in its program, then "Save As" the type "Excel Workbook (.xlsx)"',
        ),
    ),
    Message(
        code="UJ606",
        severity="error",
        text=Text(
            "{got} tidak dapat dibaca di sini: {why}",
            "{got} cannot be read here: {why}",
        ),
        why=Text(
            "Jenis berkas menentukan cara membacanya; jenis ini tidak dikenal.",
            "The kind of file decides how it is read; this kind is not known.",
        ),
        hint=Text("pakai {what}: '{expected}'", "use {what}: '{expected}'"),
        otherwise=Text(
            "simpan sebagai .xlsx, atau sebut folder yang berisi event.toml dan tabelnya",
            "save it as .xlsx, or name the folder with event.toml and the tables",
        ),
    ),
    Message(
        code="UJ607",
        severity="error",
        text=Text("berkas ini bukan teks UTF-8", "this file is not UTF-8 text"),
        why=Text(
            "Dengan penyandian lain, huruf di luar ASCII berubah tanpa terlihat.",
            "In another encoding, letters outside ASCII change without anyone noticing.",
        ),
        hint=Text(
            'di Excel pilih "Simpan Sebagai" dan jenis "CSV UTF-8"; di editor pilih UTF-8',
            'in Excel choose "Save As" and the type "CSV UTF-8"; in an editor choose UTF-8',
        ),
    ),
    Message(
        code="UJ608",
        severity="error",
        text=Text(
            "JSON ini tidak dapat dibaca: di sini {expected}",
            "this JSON cannot be read: here {expected}",
        ),
        hint=Text(
            "perbaiki di tempat itu; tanda yang kurang sering kali berada di ujung baris di atasnya",
            "mend it at this place; a missing sign is often at the end of the line above",
        ),
        why=Text(
            "Satu tanda yang salah membuat seluruh berkas JSON tidak terbaca.",
            "One wrong sign makes the whole JSON file unreadable.",
        ),
    ),
    Message(
        code="UJ609",
        severity="error",
        text=Text(
            "kurung dalam JSON ini bersarang terlalu dalam",
            "the brackets of this JSON are nested too deeply",
        ),
        hint=Text(
            "periksa apakah ini lembar nilai yang dimaksud, dan apakah setiap kurung ditutup",
            "check that this is the scoresheet that was meant, and that every bracket is closed",
        ),
        why=Text(
            "Lembar nilai hanya bersarang beberapa tingkat; sarang yang dalam bukan lembar nilai.",
            "A scoresheet nests only a few levels; deep nesting is no scoresheet.",
        ),
    ),
    Message(
        code="UJ610",
        severity="error",
        text=Text("kunci {got} tertulis dua kali", "the key {got} is written twice"),
        why=Text(
            "Dari dua nilai dengan kunci sama hanya satu yang akan dibaca.",
            "Of two values under one key only one would be read.",
        ),
        hint=Text("hapus salah satunya", "remove one of them"),
    ),
    Message(
        code="UJ611",
        severity="error",
        text=Text("kunci {got} tidak dikenal di sini", "the key {got} is not known here"),
        why=Text(
            "Kunci yang salah tulis akan hilang diam-diam bila tidak ditolak.",
            "A misspelt key would be lost silently if it were not refused.",
        ),
        hint=Text("mungkin maksudnya {nearest}", "perhaps {nearest} is meant"),
        otherwise=Text(
            "hapus kunci ini, atau perbaiki namanya", "delete the key, or mend its name"
        ),
    ),
    Message(
        code="UJ612",
        severity="error",
        text=Text(
            "bentuk lembar nilai {got} tidak dikenal; yang dibaca adalah {expected}",
            "the scoresheet form {got} is not known; {expected} is read",
        ),
        why=Text(
            "Kunci schema menyebut bentuk berkas, supaya bentuk baru tidak terbaca keliru.",
            "The key schema names the form of the file, so that a new form is not misread.",
        ),
        hint=Text('tulis schema = "{expected}"', 'write schema = "{expected}"'),
    ),
    Message(
        code="UJ613",
        severity="error",
        text=Text("{got} tidak ada", "{got} is missing"),
        why=Text(
            "Yang wajib ada: event, candidates, dan ratings; juga examiners dan positions bila "
            "ada baris yang menyebut penguji atau jabatan.",
            "Required are event, candidates and ratings; and examiners and positions where a "
            "row names an examiner or a position.",
        ),
        hint=Text("mungkin maksudnya {nearest}", "perhaps {nearest} is meant"),
        otherwise=Text("tambahkan {got} ke lembar nilai", "add {got} to the scoresheet"),
    ),
    Message(
        code="UJ614",
        severity="error",
        text=Text(
            "tabel ini kosong: baris judul kolom tidak ada",
            "this table is empty: it has no header line",
        ),
        why=Text(
            "Baris pertama sebuah CSV menyebut kolomnya.",
            "The first line of a CSV names its columns.",
        ),
        hint=Text("kolomnya: {expected}", "its columns are: {expected}"),
    ),
    Message(
        code="UJ615",
        severity="error",
        text=Text("kolom {expected} tidak ada", "the column {expected} is missing"),
        why=Text(
            "Tanpa kolom ini tidak jelas milik siapa setiap baris.",
            "Without this column nobody can tell what each row belongs to.",
        ),
        hint=Text("mungkin maksudnya kolom {nearest}", "perhaps the column {nearest} is meant"),
        otherwise=Text("tambahkan kolom {expected}", "add the column {expected}"),
    ),
    Message(
        code="UJ616",
        severity="warning",
        text=Text(
            "kolom {got} tidak dikenal di tabel ini dan tidak dibaca",
            "the column {got} is not known in this table and is not read",
        ),
        why=Text(
            "Kolom tambahan hanya boleh di candidates, candidacies, dan positions (fakta). "
            "Kolom yang mirip kolom yang dikenal adalah kesalahan, yang lain "
            "peringatan.",
            "Only candidates, candidacies and positions may have columns of their own (facts). "
            "A column that resembles a known one is an error, any other a warning.",
        ),
        hint=Text("mungkin maksudnya {nearest}", "perhaps {nearest} is meant"),
        otherwise=Text(
            "hapus kolom itu bila tidak diperlukan, atau perbaiki judulnya",
            "delete the column where it is not needed, or mend its header",
        ),
    ),
    Message(
        code="UJ617",
        severity="error",
        text=Text("kolom {got} ada dua kali", "the column {got} stands twice"),
        why=Text(
            "Dari dua kolom yang sama tidak jelas mana yang berlaku; judul Indonesia dan "
            "Inggris untuk hal yang sama juga dihitung sama.",
            "Of two equal columns nobody can tell which holds; an Indonesian and an English "
            "header for one thing count as equal.",
        ),
        hint=Text("hapus salah satunya", "remove one of them"),
    ),
    Message(
        code="UJ618",
        severity="error",
        text=Text(
            "kolom ke-{got} berisi data tetapi tidak berjudul",
            "column {got} holds data but has no header",
        ),
        why=Text(
            "Isi kolom tanpa judul tidak dapat dibaca sebagai apa pun.",
            "What stands in a column without a header cannot be read as anything.",
        ),
        hint=Text("beri judul, atau kosongkan kolom itu", "name it, or empty the column"),
    ),
    Message(
        code="UJ619",
        severity="error",
        text=Text(
            "baris ini berisi {got} kolom, padahal judulnya {expected}",
            "this row has {got} cells, and the header has {expected}",
        ),
        why=Text(
            "Biasanya sebuah teks memuat tanda pemisah tanpa tanda kutip, sehingga isi "
            "berikutnya bergeser; atau baris itu memakai tanda pemisah yang lain.",
            "Usually a text holds the separator without quotes, and what follows has moved; or the "
            "row is separated by another sign.",
        ),
        hint=Text(
            "baris ini dipisahkan dengan {other}, judul tabelnya dengan {sign}; pakai {sign}",
            "this row is separated by {other}, the header by {sign}; use {sign}",
        ),
        otherwise=Text(
            "apit teks yang memuat tanda pemisah dengan tanda kutip ganda",
            "put double quotes around a text that holds the separator",
        ),
    ),
    Message(
        code="UJ620",
        severity="error",
        text=Text(
            "tanda kutip di baris ini tidak berpasangan dengan benar",
            "the quotes of this row do not pair up",
        ),
        why=Text(
            "Tanda kutip yang tidak ditutup menelan baris-baris berikutnya.",
            "A quote that is not closed swallows the rows that follow.",
        ),
        hint=Text(
            'tanda kutip di dalam teks ditulis dua kali: "Kepala ""Dinas"""',
            'a quote inside a text is written twice: "Head of ""Works"""',
        ),
    ),
    Message(
        code="UJ621",
        severity="note",
        text=Text(
            "berkas {got} bukan tabel lembar nilai dan tidak dibaca",
            "the file {got} is no table of a scoresheet and is not read",
        ),
        why=Text(
            "Nama berkas menentukan tabelnya; nama yang salah tulis membuat isinya hilang.",
            "A file's name decides its table; the content of a misspelt one would be lost.",
        ),
        hint=Text("mungkin maksudnya {nearest}", "perhaps {nearest} is meant"),
        otherwise=Text(
            "biarkan bila memang bukan lembar nilai; bila ya, beri nama tabelnya, misalnya ratings.csv",
            "leave it where it is no part of the scoresheet; else name it as its table, such as ratings.csv",
        ),
    ),
    Message(
        code="UJ622",
        severity="error",
        text=Text(
            "nilai tahapan {got} ada di ratings.csv dan juga di ratings.{got}.csv",
            "the ratings of stage {got} stand in ratings.csv and in ratings.{got}.csv",
        ),
        why=Text(
            "Satu tahapan ditulis dalam satu bentuk saja, supaya tidak ada dua kebenaran.",
            "One stage is written in one form only, so that there are no two truths.",
        ),
        hint=Text("pindahkan semuanya ke salah satunya", "move them all into one of them"),
    ),
    Message(
        code="UJ623",
        severity="note",
        text=Text(
            "{got} tidak dapat menjadi nama fakta dan tidak dibaca",
            "{got} cannot be the name of a fact and is not read",
        ),
        hint=Text(
            "bila aturan memerlukannya, beri nama dari huruf a–z, angka, dan tanda hubung, misalnya lama-jabatan; bila tidak, biarkan saja",
            "where a rule needs it, name it with the letters a–z, digits and hyphens, such as years-in-post; otherwise leave it as it is",
        ),
        why=Text(
            "Nama fakta berisi huruf kecil, angka, dan tanda hubung; berkas aturan "
            "hanya dapat menyebut nama seperti itu.",
            "The name of a fact has small letters, digits and hyphens; a ruleset can name no other.",
        ),
    ),
)
