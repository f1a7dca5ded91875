"""Messages about Excel workbooks: the file as a whole, and cells that Excel has spoilt."""

from ujikom_rules.messages.message import Message
from ujikom_rules.messages.texts import Text

MESSAGES: tuple[Message, ...] = (
    Message(
        code="UJ900",
        severity="error",
        text=Text(
            "untuk {got} diperlukan paket tambahan yang belum terpasang",
            "{got} needs an extra package that is not installed",
        ),
        why=Text(
            "Buku kerja Excel dibaca dan ditulis oleh pustaka lain, yang dipasang bila diminta.",
            "Excel workbooks are read and written by other libraries, installed on request.",
        ),
        hint=Text(
            'pasang dengan: python -m pip install "ujikom-rules[xlsx]"',
            'install it by: python -m pip install "ujikom-rules[xlsx]"',
        ),
    ),
    Message(
        code="UJ901",
        severity="error",
        text=Text(
            "berkas ini buku kerja bentuk lama (.xls) dengan nama lain",
            "this file is a workbook of the old form (.xls) under another name",
        ),
        why=Text(
            "Mengganti nama berkas tidak mengubah isinya; bentuk lama tidak dibaca.",
            "Renaming a file does not change its content; the old form is not read.",
        ),
        hint=Text(
            'buka di Excel, lalu "Simpan Sebagai" jenis "Excel Workbook (.xlsx)"',
            'open it in Excel, then "Save As" the type "Excel Workbook (.xlsx)"',
        ),
    ),
    Message(
        code="UJ902",
        severity="error",
        text=Text(
            "buku kerja ini dikunci dengan kata sandi", "this workbook is locked by a password"
        ),
        why=Text(
            "Isi berkas yang dikunci tersandi, jadi tidak ada yang dapat dibaca.",
            "A locked file is encrypted, so that nothing in it can be read.",
        ),
        hint=Text(
            "buka di Excel, hapus kata sandinya (File, Info, Protect Workbook), lalu simpan",
            "open it in Excel, remove the password (File, Info, Protect Workbook) and save",
        ),
    ),
    Message(
        code="UJ903",
        severity="error",
        text=Text(
            "berkas ini teks, bukan buku kerja Excel, walaupun namanya .xlsx",
            "this file is a text and no Excel workbook, although it is called .xlsx",
        ),
        why=Text(
            "Beberapa aplikasi memberi nama .xlsx kepada CSV atau halaman web.",
            "Some programs give the name .xlsx to CSV or to a web page.",
        ),
        hint=Text(
            'buka di Excel, lalu "Simpan Sebagai" jenis "Excel Workbook (.xlsx)"',
            'open it in Excel, then "Save As" the type "Excel Workbook (.xlsx)"',
        ),
    ),
    Message(
        code="UJ904",
        severity="error",
        text=Text(
            "buku kerja ini rusak: isinya tidak utuh", "this workbook is damaged: it is not whole"
        ),
        why=Text(
            "Unduhan atau salinan yang terputus menghasilkan berkas yang tidak utuh.",
            "A download or a copy that was cut off leaves a file that is not whole.",
        ),
        hint=Text(
            "unduh atau salin lagi, atau buka dan simpan kembali di Excel",
            "download or copy it again, or open it in Excel and save it",
        ),
    ),
    Message(
        code="UJ905",
        severity="error",
        text=Text(
            "berkas ini bukan buku kerja Excel, walaupun namanya .xlsx",
            "this file is no Excel workbook, although it is called .xlsx",
        ),
        why=Text(
            "Dokumen Word, LibreOffice, dan berkas zip lain terlihat serupa dari luar.",
            "Word and LibreOffice documents and other zip files look alike from outside.",
        ),
        hint=Text(
            'buka di programnya, lalu "Simpan Sebagai" jenis "Excel Workbook (.xlsx)"',
            'open it in its program, then "Save As" the type "Excel Workbook (.xlsx)"',
        ),
    ),
    Message(
        code="UJ906",
        severity="error",
        text=Text(
            "buku kerja ini melewati batas {expected} {unit}",
            "this workbook is beyond the bound of {expected} {unit}",
        ),
        hint=Text(
            "salin tabelnya saja (tempel nilai) ke buku kerja baru tanpa gambar dan lembar lain, lalu simpan sebagai .xlsx",
            "copy the tables alone (paste values) to a new workbook without pictures and other sheets, and save it as .xlsx",
        ),
        why=Text(
            "Berkas kecil dapat mengembang sampai menghabiskan memori. Batas ini diperiksa sebelum "
            "buku kerja dibuka; lembar nilai sebuah kota jauh di bawahnya.",
            "A small file can swell until the memory is used up. The bound is checked before the "
            "workbook is opened; a city's scoresheet is far below it.",
        ),
    ),
    Message(
        code="UJ907",
        severity="error",
        text=Text(
            "buku kerja ini berisi pernyataan yang tidak pernah ditulis Excel, pada bagian {got}",
            "this workbook declares what Excel never writes, in its part {got}",
        ),
        why=Text(
            "Pernyataan seperti ini dipakai untuk menyerang program yang membaca berkas.",
            "Such declarations are used to attack the program that reads a file.",
        ),
        hint=Text(
            "jangan dipakai; minta lagi kepada pengirimnya berkas yang disimpan dari Excel",
            "do not use it; ask its sender for a file saved by Excel",
        ),
    ),
    Message(
        code="UJ908",
        severity="error",
        text=Text(
            "buku kerja ini mempunyai bagian dengan nama yang tidak boleh ada: {got}",
            "this workbook has a part whose name may not be: {got}",
        ),
        why=Text(
            "Nama yang keluar dari berkas, atau yang ada dua kali, tidak pernah ditulis Excel.",
            "Excel writes no name that leads out of the file, and none twice.",
        ),
        hint=Text(
            "jangan dipakai; minta lagi kepada pengirimnya berkas yang disimpan dari Excel",
            "do not use it; ask its sender for a file saved by Excel",
        ),
    ),
    Message(
        code="UJ909",
        severity="error",
        text=Text("buku kerja ini berisi makro", "this workbook holds macros"),
        why=Text(
            "Makro adalah program. Lembar nilai hanya berisi data.",
            "Macros are programs. A scoresheet holds data only.",
        ),
        hint=Text(
            'di Excel "Simpan Sebagai" jenis "Excel Workbook (.xlsx)", yang membuang makronya',
            'in Excel "Save As" the type "Excel Workbook (.xlsx)", which drops the macros',
        ),
    ),
    Message(
        code="UJ910",
        severity="error",
        text=Text(
            "terlalu banyak {got} untuk lembar nilai: batasnya {expected}",
            "too many {got} for a scoresheet: the bound is {expected}",
        ),
        why=Text(
            "Satu sel jauh di bawah atau di kanan membuat lembar berjuta baris atau kolom.",
            "One cell far below or to the right makes a sheet of a million rows or columns.",
        ),
        hint=Text(
            "hapus baris dan kolom di luar tabel (pilih, klik kanan, Delete), lalu simpan",
            "delete the rows and columns outside the table (select, right click, Delete), and save",
        ),
    ),
    Message(
        code="UJ911",
        severity="error",
        text=Text(
            "{got} tidak tersusun seperti buku kerja yang disimpan Excel",
            "{got} is not put together as a workbook that Excel saves",
        ),
        why=Text(
            "Program yang menulisnya menyimpang dari bentuk baku, atau berkasnya rusak.",
            "The program that wrote it leaves the standard form, or the file is damaged.",
        ),
        hint=Text(
            "buka dan simpan kembali di Excel atau LibreOffice",
            "open it in Excel or LibreOffice and save it",
        ),
    ),
    Message(
        code="UJ912",
        severity="error",
        text=Text(
            "{what} {got} ditinggalkan setelah {expected} kesalahan: {rest} baris sisanya belum "
            "dibaca",
            "{what} {got} is left after {expected} errors: the {rest} rows that remain are not "
            "read yet",
        ),
        why=Text(
            "Kesalahan sebanyak itu hampir selalu bersebab satu: kolom yang bergeser, atau baris "
            "yang bukan bagian tabel.",
            "So many errors nearly always have one cause: columns that have moved, or rows that "
            "do not belong to the table.",
        ),
        hint=Text(
            "perbaiki yang sudah disebut, dan hapus baris di luar tabel, lalu periksa lagi",
            "mend those that are told, delete the rows outside the table, and check again",
        ),
    ),
    Message(
        code="UJ920",
        severity="error",
        text=Text(
            "angka {got} lebih dari 15 digit: digit selebihnya sudah hilang di Excel",
            "the number {got} has more than 15 digits: Excel has lost the rest of them",
        ),
        why=Text(
            "Excel menyimpan 15 digit. NIP 18 digit yang diketik sebagai angka sudah berubah "
            "sebelum berkas disimpan.",
            "Excel keeps 15 digits. A NIP of 18 digits that was typed as a number had changed "
            "before the file was saved.",
        ),
        hint=Text(
            "beri kolom ini format Teks, lalu ketik lagi dari dokumen aslinya",
            "give this column the format Text, then type it again from its source",
        ),
    ),
    Message(
        code="UJ921",
        severity="error",
        text=Text(
            "sel ini berformat persen; isinya {got}",
            "this cell is formatted as per cent; it holds {got}",
        ),
        why=Text(
            "85% tersimpan sebagai 0,85. Apakah 85 atau 0,85 yang dimaksud tidak dapat ditebak.",
            "85% is stored as 0.85. Whether 85 or 0.85 is meant cannot be guessed.",
        ),
        hint=Text(
            "beri sel ini format Umum atau Angka, lalu ketik nilainya",
            "give this cell the format General or Number, then type the value",
        ),
    ),
    Message(
        code="UJ922",
        severity="error",
        text=Text("sel ini berisi kesalahan Excel {got}", "this cell holds the Excel error {got}"),
        why=Text(
            "Rumus yang gagal tidak menghasilkan nilai; kesalahan tidak pernah dihitung nol.",
            "A formula that failed gives no value; an error never counts as zero.",
        ),
        hint=Text("perbaiki rumusnya, atau ketik nilainya", "mend the formula, or type the value"),
    ),
    Message(
        code="UJ923",
        severity="error",
        text=Text(
            "rumus dalam sel ini belum pernah dihitung",
            "the formula in this cell has never been computed",
        ),
        why=Text(
            "Berkas yang dibuat program lain menyimpan rumus tanpa hasilnya. Sel itu bukan nol.",
            "Files made by other programs keep formulas without results. The cell is not zero.",
        ),
        hint=Text(
            "buka dan simpan di Excel, atau ganti rumus dengan nilainya",
            "open and save it in Excel, or put the value in place of the formula",
        ),
    ),
    Message(
        code="UJ924",
        severity="error",
        text=Text("sel {got} digabung", "the cells {got} are merged"),
        why=Text(
            "Dari sel yang digabung hanya yang kiri atas berisi; yang lain terbaca kosong.",
            "Of merged cells only the upper left one is filled; the others read as empty.",
        ),
        hint=Text(
            "pisahkan sel itu (Batalkan Penggabungan Sel, dalam Excel berbahasa Inggris Unmerge "
            "Cells) dan isi setiap sel",
            "unmerge them and fill every cell",
        ),
    ),
    Message(
        code="UJ925",
        severity="warning",
        text=Text("tersembunyi tetapi tetap dibaca: {got}", "hidden, and read all the same: {got}"),
        why=Text(
            "Yang tersembunyi tidak terlihat oleh orang yang memeriksa lembar ini.",
            "What is hidden is not seen by those who look the sheet through.",
        ),
        hint=Text("tampilkan dan periksa, atau hapus", "show and check it, or delete it"),
    ),
    Message(
        code="UJ926",
        severity="error",
        text=Text(
            "judul kolom hanya boleh satu baris, di baris pertama",
            "headers stand in one row only, the first",
        ),
        why=Text(
            "Judul besar di atas tabel, atau baris judul kedua, terbaca sebagai data.",
            "A title above the table, or a second row of headers, would be read as data.",
        ),
        hint=Text(
            "hapus baris di atas judul kolom dan baris judul yang kedua",
            "delete the rows above the headers, and the second row of headers",
        ),
    ),
    Message(
        code="UJ927",
        severity="error",
        text=Text("sel ini berisi jam: {got}", "this cell holds a time of day: {got}"),
        why=Text(
            "Lembar nilai hanya mencatat hari. Angka seperti 8:30 diubah Excel menjadi jam.",
            "A scoresheet records days. Excel turns what is typed as 8:30 into a time.",
        ),
        hint=Text("ketik tanggal atau nilainya saja", "type the date or the value alone"),
    ),
    Message(
        code="UJ928",
        severity="note",
        text=Text("lembar {got} tidak dibaca", "the sheet {got} is not read"),
        why=Text(
            "Hanya lembar yang bernama tabel, atau yang berkolom Peserta, berisi lembar nilai.",
            "Only sheets called as a table, or with a column Peserta, hold the scoresheet.",
        ),
        hint=Text("mungkin maksudnya {nearest}", "perhaps {nearest} is meant"),
        otherwise=Text(
            "biarkan bila bukan lembar nilai; bila ya, beri nama tabelnya, misalnya Peserta",
            "leave it where it is no part of the scoresheet; else name it as its table, such as Peserta",
        ),
    ),
    Message(
        code="UJ929",
        severity="error",
        text=Text(
            "lembar {got} berisi tabel yang sama dengan lembar {first}",
            "the sheet {got} holds the same table as the sheet {first}",
        ),
        why=Text(
            "Dari dua lembar dengan tabel yang sama tidak jelas mana yang berlaku.",
            "Of two sheets with one table it is not clear which one holds.",
        ),
        hint=Text("gabungkan, atau hapus salah satunya", "join them, or delete one of them"),
    ),
    Message(
        code="UJ936",
        severity="warning",
        text=Text(
            "kolom {got} sudah berpindah dari tempatnya dalam isian; kolom lembar ini dibaca "
            "menurut judulnya",
            "the column {got} stands elsewhere than in the form; the columns of this sheet are "
            "read by their headers",
        ),
        why=Text(
            "Isian menandai setiap kolomnya. Sel yang disalin membawa judulnya, tetapi tidak "
            "membawa tanda itu.",
            "A form marks each of its columns. Cells that are copied bring along the header and "
            "not that mark.",
        ),
        hint=Text(
            "periksa bahwa judul setiap kolom sesuai dengan isi di bawahnya",
            "check that the header of each column fits what stands beneath it",
        ),
    ),
    Message(
        code="UJ937",
        severity="error",
        text=Text(
            "lembar {got} tampaknya berisi nilai, tetapi bukan lembar isian ini",
            "the sheet {got} seems to hold marks and is none of this form",
        ),
        why=Text(
            "Salinan sebuah lembar nilai mungkin berisi nilai lain daripada aslinya.",
            "A copy of a sheet with marks may hold other marks than the first.",
        ),
        hint=Text(
            "pindahkan nilainya ke lembar isian yang asli, lalu hapus lembar ini",
            "move its marks to the sheet of the form, then delete this one",
        ),
    ),
)
