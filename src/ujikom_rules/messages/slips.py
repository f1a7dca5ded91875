"""Messages about the slip at which the reading stopped: UJ101 to UJ128, UJ141 to UJ145."""

from ujikom_rules.messages.message import Message
from ujikom_rules.messages.texts import Text

_REST = Text(
    "; isi sesudah tempat ini belum diperiksa", "; what follows here has not been checked yet"
)
_BROKEN = Text(
    "Berkas aturan hanya dapat dibaca bila setiap barisnya ditulis menurut bentuk yang tetap; "
    "satu baris yang keliru menghentikan pembacaan, supaya tidak ada nilai yang ditebak.",
    "A ruleset can be read only when each line has the fixed form; one wrong line stops the "
    "reading, so that no value is ever guessed.",
)
NUMBERS = Text(
    "Angka ditulis dengan angka 0–9 dan titik desimal saja, supaya satu tulisan hanya punya satu "
    "arti dan nilai dihitung tepat seperti tertulis.",
    "Numbers are written with the digits 0–9 and a decimal point only, so that what is written "
    "has one meaning and scores are computed exactly as written.",
)
_TEXTS = Text(
    "Tanda kutip lurus menunjukkan di mana teks mulai dan berakhir.",
    "Straight quotation marks show where a text begins and ends.",
)
_NAMES = Text(
    "Setiap kunci punya satu nama tanpa spasi dan hanya satu nilai, supaya tidak ada nilai yang "
    "diam-diam menimpa nilai lain.",
    "Every key has one name without spaces and one value only, so that no value silently takes "
    "the place of another.",
)
_BRACKETS = Text(
    "Tanda kurung menunjukkan apa yang termasuk satu daftar atau satu kelompok kunci.",
    "Brackets show what belongs to one list or one group of keys.",
)
DATES = Text(
    "Tanggal ditulis tahun-bulan-hari, supaya hari dan bulan tidak tertukar; jam tidak dipakai "
    "di mana pun dalam aturan.",
    "Dates are written year-month-day, so that day and month are not mixed up; rules use the "
    "time of day nowhere.",
)
_WRITE = Text("tulis {expected}", "write {expected}")
_IN_QUOTES = Text("tulis di antara tanda kutip", "write it between quotation marks")
ON_ONE_LINE = Text(
    "tulis semuanya dari kurung buka sampai kurung tutup dalam satu baris, atau "
    "pindahkan ke bawah judul tersendiri dalam kurung siku",
    "write everything from the opening to the closing brace on one line, or move it under a "
    "heading of its own in square brackets",
)


def stops(
    code: str, text: Text, why: Text, hint: Text, *, otherwise: Text | None = None
) -> Message:
    """A slip behind which nothing could be read."""
    whole = Text(text.id + _REST.id, text.en + _REST.en)
    return Message(code=code, severity="error", text=whole, why=why, hint=hint, otherwise=otherwise)


SLIPS: tuple[Message, ...] = (
    stops(
        "UJ101",
        Text(
            "mulai dari {got} baris ini tidak dapat dibaca",
            "from {got} on this line cannot be read",
        ),
        _BROKEN,
        Text(
            "bandingkan dengan baris lain: kunci, tanda =, lalu nilai; teks di dalam tanda kutip",
            "compare it with other lines: a key, the sign =, then the value; texts in quotes",
        ),
    ),
    stops(
        "UJ102",
        Text(
            'nama "{got}" sudah dipakai untuk nilai lain di kelompok kunci yang sama',
            'the name "{got}" already has another value in the same group of keys',
        ),
        _NAMES,
        Text(
            "hapus salah satu, atau beri nama lain; tempat yang pertama ikut ditunjukkan",
            "remove one of the two or name it otherwise; the first place is shown beside this one",
        ),
    ),
    stops(
        "UJ103",
        Text(
            "angka {got} ditulis dengan koma desimal",
            "the number {got} is written with a decimal comma",
        ),
        NUMBERS,
        Text("tulis dengan titik: {expected}", "write it with a point: {expected}"),
    ),
    stops(
        "UJ104",
        Text("{got} ditulis dengan tanda persen", "{got} is written with a per cent sign"),
        NUMBERS,
        Text(
            "tulis angkanya saja: {expected} (bobot memang sudah dalam persen)",
            "write the number alone: {expected} (weights are percentages anyway)",
        ),
    ),
    stops(
        "UJ105",
        Text("teks ini tidak diberi tanda kutip: {got}", "this text has no quotation marks: {got}"),
        _TEXTS,
        _WRITE,
        otherwise=_IN_QUOTES,
    ),
    stops(
        "UJ143",
        Text(
            "tanda kutip pembuka di depan teks ini tidak ada: {got}",
            "the opening quotation mark of this text is missing: {got}",
        ),
        _TEXTS,
        _WRITE,
        otherwise=_IN_QUOTES,
    ),
    stops(
        "UJ106",
        Text(
            "tanda kutip {got} ini tanda kutip lengkung dari pengolah kata",
            "the quotation mark {got} is a curly one from a word processor",
        ),
        _TEXTS,
        Text("pakai tanda kutip lurus: {expected}", "use straight quotation marks: {expected}"),
    ),
    stops(
        "UJ107",
        Text(
            "jawaban ya atau tidak ditulis true atau false, bukan {got}",
            "yes or no is written true or false, not {got}",
        ),
        _BROKEN,
        _WRITE,
    ),
    stops(
        "UJ108",
        Text(
            "tanggal {got} tidak ditulis tahun-bulan-hari",
            "the date {got} is not written year-month-day",
        ),
        DATES,
        Text("tulis {expected}, tanpa tanda kutip", "write {expected}, without quotation marks"),
    ),
    stops(
        "UJ109",
        Text('ada spasi di dalam nama "{got}"', 'there is a space in the name "{got}"'),
        _NAMES,
        _WRITE,
    ),
    stops(
        "UJ112",
        Text(
            "judul {got} tidak cocok dengan judul lain yang bernama sama",
            "the heading {got} does not go with another one of the same name",
        ),
        _NAMES,
        Text(
            "hal yang berulang, seperti tahapan, selalu ditulis {expected}; judul lain hanya "
            "boleh sekali: satukan isinya",
            "what comes several times, such as stages, is always written {expected}; any other "
            "heading may stand once: join what is under the two",
        ),
    ),
    stops(
        "UJ141",
        Text(
            "judul {got} tidak dikenal, dan yang di bawahnya tidak termasuk judul mana pun",
            "the heading {got} is not known, and what stands beneath it belongs to none",
        ),
        _NAMES,
        Text("mungkin maksudnya {expected}", "perhaps {expected} is meant"),
    ),
    stops(
        "UJ113",
        Text(
            'daftar "{got}" ditulis dengan dua cara: dalam kurung siku, dan di sini di bawah judul',
            'the list "{got}" is written in two ways: in square brackets, and here under a heading',
        ),
        _NAMES,
        Text(
            "pilih satu cara: semua isi dalam kurung siku, atau setiap isi di bawah {expected}",
            "choose one way: all entries in square brackets, or each one under {expected}",
        ),
    ),
    stops(
        "UJ114",
        Text("angka {got} diawali nol", "the number {got} begins with a zero"),
        NUMBERS,
        Text(
            "tulis {expected}; nomor atau kode seperti NIP ditulis di dalam tanda kutip",
            "write {expected}; a code or a number such as a NIP is written in quotation marks",
        ),
    ),
    stops(
        "UJ115",
        Text(
            "angka {got} ditulis dengan pemisah ribuan",
            "the number {got} is written with thousands separators",
        ),
        NUMBERS,
        _WRITE,
    ),
    stops(
        "UJ116",
        Text("pecahan {got} tidak diberi tanda kutip", "the fraction {got} has no quotation marks"),
        NUMBERS,
        _WRITE,
    ),
    stops(
        "UJ117",
        Text(
            "teks yang mulai di sini tidak ditutup dengan tanda kutip: {got}",
            "the text that begins here is not closed with a quotation mark: {got}",
        ),
        _TEXTS,
        Text(
            "tulis {expected} pada baris tersendiri sebelum baris {before}",
            "write {expected} on a line of its own before the line {before}",
        ),
        otherwise=Text(
            "tutup teks dengan tanda kutip yang sama: {expected}",
            "close the text with the same quotation mark: {expected}",
        ),
    ),
    stops(
        "UJ118",
        Text(
            "kurung kurawal yang dibuka di sini tidak ditutup pada baris yang sama",
            "the brace opened here is not closed on the same line",
        ),
        _BRACKETS,
        _WRITE,
        otherwise=Text(
            "tulis semuanya dari {{ sampai }} dalam satu baris; setiap {{ punya }} sendiri",
            "write everything from {{ to }} on one line; each {{ has a }} of its own",
        ),
    ),
    stops(
        "UJ119",
        Text("di sini seharusnya ada nilai", "there should be a value here"),
        _BROKEN,
        Text(
            "hapus tanda {got} yang kedua; tulis {expected}",
            "take the second sign {got} out; write {expected}",
        ),
        otherwise=Text(
            "isi nilainya; bila memang tidak ada nilai, hapus kuncinya",
            "write the value; where there is none, remove the key",
        ),
    ),
    stops(
        "UJ120",
        Text(
            "di belakang kunci {got} tidak ada tanda = dengan nilainya",
            "behind the key {got} the sign = and a value are missing",
        ),
        _BROKEN,
        Text("tulis: {expected}", "write: {expected}"),
        otherwise=Text(
            "tulis tanda = lalu nilainya; bila baris ini hanya keterangan, awali dengan #",
            "write the sign = and then the value; where the line is only a remark, begin it with #",
        ),
    ),
    stops(
        "UJ121",
        Text("sebelum {got} tidak ada koma", "there is no comma before {got}"),
        _BRACKETS,
        Text(
            "tulis koma di sini sebagai pengganti tanda {written}",
            "write a comma here in the place of the sign {written}",
        ),
        otherwise=Text(
            "pisahkan setiap isi dengan koma", "put a comma between one entry and the next"
        ),
    ),
    stops(
        "UJ122",
        Text(
            "garis miring terbalik di dalam tanda kutip ganda punya arti khusus; {got} tidak dapat "
            "dipakai di sini",
            "a backslash in double quotation marks has a meaning of its own; {got} does not do here",
        ),
        _TEXTS,
        Text(
            "tulis garis miring terbalik dua kali, atau pakai tanda kutip tunggal untuk teks ini",
            "write the backslash twice, or put this text in single quotation marks",
        ),
    ),
    stops(
        "UJ123",
        Text("tanggal {got} tidak ada dalam kalender", "no calendar has the date {got}"),
        DATES,
        Text(
            "periksa hari dan bulannya; tulis tahun-bulan-hari, misalnya 2025-03-25",
            "check the day and the month; write year-month-day, such as 2025-03-25",
        ),
    ),
    stops(
        "UJ124",
        Text(
            "di sini ada tanda yang tidak terlihat ({got}), biasanya dari salin-tempel",
            "there is a sign here that cannot be seen ({got}), usually from copying and pasting",
        ),
        _BROKEN,
        Text("hapus tanda itu, lalu ketik spasi biasa", "remove it and type a plain space"),
    ),
    stops(
        "UJ125",
        Text(
            "angka {got} tidak lengkap di kedua sisi titiknya",
            "the number {got} does not have digits on both sides of its point",
        ),
        NUMBERS,
        _WRITE,
    ),
    stops(
        "UJ126",
        Text(
            "{got} tertulis di belakang isi yang sudah selesai",
            "{got} stands behind what ends here",
        ),
        _BROKEN,
        _WRITE,
        otherwise=Text(
            "hapus, pindahkan ke baris baru, atau awali dengan # bila hanya keterangan; tanda kutip "
            'di dalam teks ditulis \\"',
            "remove it, move it to a line of its own, or begin it with # if it is only a remark; "
            'a quotation mark inside a text is written \\"',
        ),
    ),
    stops(
        "UJ127",
        Text(
            'nama "{got}" memuat tanda selain huruf a–z, angka, - dan _',
            'the name "{got}" has signs other than the letters a–z, digits, - and _',
        ),
        _NAMES,
        _WRITE,
    ),
    stops(
        "UJ128",
        Text(
            "kurung siku yang dibuka di sini tidak ditutup dengan benar",
            "the square bracket opened here is not closed as it should be",
        ),
        _BRACKETS,
        _WRITE,
        otherwise=Text(
            "tulis ] di belakang isinya yang terakhir; setiap [ punya ] sendiri",
            "write ] behind the last of its entries; each [ has a ] of its own",
        ),
    ),
    stops(
        "UJ144",
        Text(
            "kurung pembuka di depan isi ini tidak ada: {got}",
            "the opening bracket before this is missing: {got}",
        ),
        _BRACKETS,
        _WRITE,
        otherwise=Text(
            "setiap kurung tutup punya kurung bukanya, dan beberapa kunci dengan nilainya berdiri "
            "di antara {{ dan }}; bila hanya satu nilai, hapus yang lebih",
            "each closing bracket has its opening one, and several keys with their values stand "
            "between {{ and }}; where only one value is meant, remove the rest",
        ),
    ),
    stops(
        "UJ145",
        Text(
            "ada huruf di antara angka {got}",
            "there is a letter among the digits of {got}",
        ),
        NUMBERS,
        Text(
            "tulis {expected}; bila memang teks, tulis di antara tanda kutip",
            "write {expected}; where it is a text, write it between quotation marks",
        ),
        otherwise=Text(
            "hapus hurufnya; mungkin juga ada angka yang kurang",
            "take the letter out; perhaps a digit is missing as well",
        ),
    ),
)
