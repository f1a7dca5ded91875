"""UJ4xx: a base ruleset, the overlays upon it, and what is left open to them."""

from ujikom_rules.errors import Severity
from ujikom_rules.messages.citations import SOURCES
from ujikom_rules.messages.message import Message
from ujikom_rules.messages.opening import OPENING
from ujikom_rules.messages.texts import Text

_NEAREST = Text("mungkin maksudnya '{nearest}'", "perhaps '{nearest}' is meant")
_BY_ID = Text(
    "Daftar yang isinya ber-id digabung menurut id: yang ber-id sama mengubah isi aturan induk, "
    "yang baru ditambahkan. Tanpa id yang jelas tidak diketahui mana yang dimaksud.",
    "Lists whose items have an id are merged by id: the same id changes an item of the base, a "
    "new one is added. Without a clear id nobody can tell which is meant.",
)
_CLOSED = Text(
    "Aturan induk berlaku sebagaimana tertulis; aturan daerah hanya mengisi yang dinyatakan "
    "terbuka dalam [[open]]. Judul, [ruleset], [plugins] dan [facts] baru selalu boleh ditulis.",
    "A base ruleset holds as it is written; an overlay fills only what [[open]] leaves to it. "
    "Titles, [ruleset], [plugins] and new [facts] may always be written.",
)
_RANGE = Text(
    "Aturan induk menyerahkan hal ini kepada daerah hanya dalam batas yang disebutnya.",
    "The base ruleset leaves this to the overlay only within the range that it names.",
)


def _message(
    code: str,
    text: Text,
    why: Text,
    hint: Text,
    *,
    severity: Severity = "error",
    otherwise: Text | None = None,
) -> Message:
    return Message(code=code, severity=severity, text=text, why=why, hint=hint, otherwise=otherwise)


_EXTENDS = (
    _message(
        "UJ401",
        Text(
            "'extends' harus berupa id aturan induk, atau id dan version sebagai teks",
            "'extends' must be the id of a base ruleset, or id and version as texts",
        ),
        Text(
            "Aturan induk dicari menurut id, bila perlu dengan versinya.",
            "A base is searched by its id and, where it is said, its version.",
        ),
        Text(
            'tulis misalnya extends = "national/ujikom-mutasi"',
            'write extends = "national/ujikom-mutasi", for example',
        ),
    ),
    _message(
        "UJ402",
        Text(
            "aturan induk ini kembali ke dirinya sendiri: {got}",
            "this base leads back to itself: {got}",
        ),
        Text(
            "Dalam lingkaran tidak ada aturan yang paling bawah, jadi tidak ada yang dapat "
            "digabung.",
            "In a circle there is no lowest ruleset, so nothing can be merged.",
        ),
        Text("hapus salah satu 'extends'", "remove one 'extends'"),
    ),
    _message(
        "UJ403",
        Text(
            "aturan induk bersusun lebih dari {expected} tingkat",
            "bases are stacked more than {expected} deep",
        ),
        Text(
            "Susunan sedalam ini tidak dapat lagi diperiksa oleh orang.",
            "A stack this deep can no longer be checked by people.",
        ),
        Text(
            "gabungkan dua aturan induk yang berurutan menjadi satu berkas, lalu sebut berkas itu di extends aturan di atasnya",
            "join two bases that follow one another into one file, and name that file in the extends of the ruleset above it",
        ),
    ),
)

_MERGING = (
    _message(
        "UJ406",
        Text(
            "isi daftar ini tidak mempunyai id, sedangkan daftar aturan induk digabung menurut id",
            "this item has no id, while the list in the base merges by id",
        ),
        _BY_ID,
        Text("mungkin '{nearest}' ini maksudnya id", "perhaps this '{nearest}' means id"),
        otherwise=Text("tulis id-nya", "write its id"),
    ),
    _message(
        "UJ407",
        Text(
            "id '{got}' tertulis dua kali dalam daftar ini", "the id '{got}' is in this list twice"
        ),
        _BY_ID,
        Text("satukan keduanya, atau beri id lain", "join the two, or give one another id"),
    ),
    _message(
        "UJ408",
        Text(
            "aturan induk tidak memuat '{got}', {done}",
            "the base does not have '{got}', {done}",
        ),
        _BY_ID,
        _NEAREST,
        otherwise=Text(
            "hapus isi ini: tidak ada yang perlu dihapus dari aturan induk",
            "delete this item: the base has nothing to take out",
        ),
    ),
    _message(
        "UJ409",
        Text(
            "tempat di belakang '{got}' tidak ada: id itu tidak dikenal, atau saling menunggu",
            "there is no place after '{got}': the id is unknown, or each waits for the other",
        ),
        _BY_ID,
        _NEAREST,
        otherwise=Text(
            "tulis di after id lain dari daftar yang sama, atau hapus after agar isi ini berdiri di akhir",
            "write another id of the same list in after, or delete after to put the item at the end",
        ),
    ),
    _message(
        "UJ410",
        Text(
            "isi '{got}' tidak dapat dibaca: after berupa id, remove berupa true atau false",
            "'{got}' cannot be read: after takes an id, remove takes true or false",
        ),
        _BY_ID,
        Text(
            'tulis after = "id-yang-di-depannya" dengan id di antara tanda kutip, atau remove = true untuk menghapus',
            'write after = "id-of-the-one-before" with the id between quotes, or remove = true to take the item out',
        ),
    ),
    _message(
        "UJ411",
        Text(
            "kunci '{got}' tidak berarti di samping remove = true",
            "the key '{got}' means nothing beside remove = true",
        ),
        Text(
            "Yang dihapus tidak mempunyai isi lagi.",
            "What is taken out has no content any more.",
        ),
        Text("hapus kunci ini, atau hapus remove", "delete this key, or delete remove"),
        severity="warning",
    ),
    _message(
        "UJ412",
        Text(
            "'{got}' sudah ada dalam aturan induk; urutannya tidak berubah",
            "'{got}' is in the base already; its place does not change",
        ),
        Text(
            "'after' menempatkan isi baru. Urutan tahapan menentukan apa yang dapat dibaca, "
            "maka urutan aturan induk tetap.",
            "'after' places new items. The order of stages decides what can be read, so the "
            "order of the base stays.",
        ),
        Text("hapus after", "delete after"),
    ),
)

_OPEN = (
    _message(
        "UJ420",
        Text(
            "aturan induk tidak membuka '{key}' bagi aturan daerah",
            "the base ruleset does not leave '{key}' open to an overlay",
        ),
        _CLOSED,
        Text(
            "hapus kunci ini, atau kembalikan ke nilai aturan induk: {expected}",
            "delete this key, or go back to the value of the base: {expected}",
        ),
        otherwise=Text(
            "hapus yang tertulis di sini; pada milik aturan induk hanya yang dibuka dengan [[open]] boleh diisi",
            "delete what stands here; of what belongs to the base only what [[open]] leaves open may be filled in",
        ),
    ),
    _message(
        "UJ421",
        Text(
            "'{key}' terbuka, tetapi tidak untuk {got}; may = {expected}",
            "'{key}' is open, but not to be {got}; may = {expected}",
        ),
        Text(
            "Ketentuan terbuka dapat membolehkan mengisi (fill), mengganti (replace), menambah "
            "(add) atau menghapus (remove); yang tidak disebut tidak boleh.",
            "An open term may allow to fill, replace, add or remove; what it does not name is "
            "not allowed.",
        ),
        Text(
            "hapus yang tertulis di sini, sehingga isi aturan induk tetap berlaku; hanya aturan induk sendiri yang dapat membolehkannya, di may",
            "delete what stands here, so that the base holds; only the base itself can allow it, in may",
        ),
    ),
    _message(
        "UJ422",
        Text(
            "'{key}' bernilai {got}, di luar batas aturan induk: {expected}",
            "'{key}' is {got}, outside the range of the base: {expected}",
        ),
        _RANGE,
        Text(
            "tulis angka dalam batas itu ({expected}); hanya aturan induk sendiri yang dapat mengubah batasnya",
            "write a number in that range ({expected}); only the base itself can change the range",
        ),
    ),
    _message(
        "UJ423",
        Text(
            "'{key}' tidak boleh {got}; pilihan dari aturan induk: {expected}",
            "'{key}' cannot be {got}; the base leaves a choice of: {expected}",
        ),
        _RANGE,
        _NEAREST,
        otherwise=Text("pakai salah satu dari: {expected}", "use one of: {expected}"),
    ),
    _message(
        "UJ424",
        Text(
            "ketentuan terbuka '{key}' belum diisi",
            "the open term '{key}' has not been filled in",
        ),
        Text(
            "Aturan induk menyerahkan hal ini kepada daerah dan tidak memberi nilai baku. Berkas "
            "yang menjadi induk berkas lain boleh meneruskannya dengan [[open]] sendiri.",
            "The base ruleset leaves this to the overlay and gives no default. A file that is a "
            "base of others may hand it on with an [[open]] of its own.",
        ),
        Text("yang menetapkan: {by}", "to be decided by: {by}"),
        otherwise=Text(
            "tulis '{key}' dengan nilainya dalam berkas ini",
            "write '{key}' with its value in this file",
        ),
    ),
    _message(
        "UJ425",
        Text(
            "'{key}' harus berupa angka di sini, dalam batas aturan induk: {expected}",
            "'{key}' must be a number here, in the range of the base: {expected}",
        ),
        Text(
            "Nilai yang baru diketahui saat menghitung, seperti isi sebuah fakta, tidak dapat "
            "dijamin berada dalam batas.",
            "What is only known while scoring, such as the value of a fact, cannot be held to "
            "a range.",
        ),
        Text(
            "tulis sebuah angka di sini ({expected}), bukan fakta dan bukan teks",
            "write a number here ({expected}), and neither a fact nor a text",
        ),
    ),
)

MESSAGES: tuple[Message, ...] = (*_EXTENDS, *_MERGING, *_OPEN, *OPENING, *SOURCES)
