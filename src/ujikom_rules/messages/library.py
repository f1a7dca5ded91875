"""UJ801 to UJ819: where rulesets are found."""

from ujikom_rules.messages.message import Message
from ujikom_rules.messages.texts import Text

_ONE = Text(
    "Beberapa berkas boleh memakai satu id asalkan masa berlakunya tidak bertumpukan dan "
    "versinya berbeda: dengan begitu selalu jelas berkas mana yang berlaku pada suatu hari.",
    "Several files may carry one id as long as their days in force do not overlap and their "
    "versions differ: so there is never a doubt which of them holds on a day.",
)

LIBRARY: tuple[Message, ...] = (
    Message(
        code="UJ801",
        severity="error",
        text=Text(
            "'{got}' bukan id berkas aturan; bentuknya nama/nama dengan huruf kecil",
            "'{got}' is not the id of a ruleset; its form is name/name in small letters",
        ),
        why=Text(
            "Berkas aturan dicari menurut id di dalamnya, tidak pernah menurut nama berkas. Yang "
            "dibawa sebuah paket disebut dengan nama paket itu di depannya: kota:kota/2025.",
            "Rulesets are searched by the id inside them, never by a file's name. What a package "
            "carries is named with the package before it: kota:kota/2025.",
        ),
        hint=Text(
            "sebagai ganti '{base}' tulis id berkas aturan induk, seperti tertulis di id pada "
            "[ruleset]-nya, dan sebut foldernya dengan --rulesets FOLDER",
            "in place of '{base}' write the id of the base, as it stands in its [ruleset] id, "
            "and give its folder with --rulesets DIR",
        ),
        otherwise=Text(
            "tulis id seperti malang/2024; untuk sebuah berkas, tulis jalurnya sampai .toml",
            "write an id such as malang/2024; to name a file, write its path up to .toml",
        ),
    ),
    Message(
        code="UJ802",
        severity="error",
        text=Text("berkas aturan '{got}' tidak ditemukan", "the ruleset '{got}' was not found"),
        why=Text(
            "Dicari di setiap folder yang disebut dengan --rulesets, lalu di antara berkas aturan "
            "bawaan; tidak pernah di folder kerja.",
            "It is searched in each folder named by --rulesets, then among the bundled rulesets; "
            "never in the current directory.",
        ),
        hint=Text("mungkin maksudnya '{nearest}'", "perhaps '{nearest}' is meant"),
        otherwise=Text(
            "sebut folder yang memuatnya dengan --rulesets FOLDER",
            "name the folder that has it with --rulesets DIR",
        ),
    ),
    Message(
        code="UJ803",
        severity="error",
        text=Text(
            "berkas aturan '{got}' versi {version} tidak ada; yang ada: {expected}",
            "there is no version {version} of the ruleset '{got}'; there is: {expected}",
        ),
        hint=Text(
            "tulis di version salah satu yang ada, atau sebut folder yang memuat versi {version} dengan --rulesets FOLDER",
            "write one of those in version, or name the folder that has version {version} with --rulesets DIR",
        ),
        why=Text(
            "Versi lain dapat memuat angka lain, jadi tidak ada yang dipakai sebagai gantinya.",
            "Another version may hold other numbers, so none is taken in its place.",
        ),
    ),
    Message(
        code="UJ804",
        severity="error",
        text=Text(
            "berkas aturan '{got}' versi {version} ada dua kali",
            "there are two files with version {version} of the ruleset '{got}'",
        ),
        why=_ONE,
        hint=Text(
            "hapus salah satunya, atau beri versi lain", "remove one, or give it another version"
        ),
    ),
    Message(
        code="UJ805",
        severity="error",
        text=Text(
            "dua berkas aturan '{got}' berlaku pada satu hari: {day}",
            "two files of the ruleset '{got}' are in force on one day: {day}",
        ),
        why=_ONE,
        hint=Text(
            "akhiri yang lama dengan hari terakhirnya: effective.to",
            "end the older one with its last day: effective.to",
        ),
    ),
    Message(
        code="UJ806",
        severity="error",
        text=Text(
            "tidak ada berkas aturan '{got}' yang berlaku pada {day}; yang ada berlaku {expected}",
            "no file of the ruleset '{got}' is in force on {day}; in force are: {expected}",
        ),
        why=Text(
            "Uji kompetensi dinilai menurut aturan yang berlaku pada hari pelaksanaannya.",
            "A test is scored by the rules in force on its own day.",
        ),
        hint=Text(
            "periksa tanggal kegiatan, atau sebut berkasnya langsung dengan jalurnya",
            "check the date of the event, or name the file itself by its path",
        ),
    ),
    Message(
        code="UJ807",
        severity="error",
        text=Text("folder '{got}' tidak ada", "the folder '{got}' does not exist"),
        hint=Text(
            "periksa ejaan jalurnya di belakang --rulesets; jalur yang tidak lengkap dimulai dari folder kerja",
            "check how the path is written behind --rulesets; a path that is not complete starts at the current directory",
        ),
        why=Text(
            "Folder yang salah tulis tidak boleh diam-diam dilewati: berkas bawaan akan terpakai "
            "sebagai ganti berkas yang dimaksud.",
            "A misspelt folder must not be passed over in silence: a bundled ruleset would be "
            "taken in place of the one that was meant.",
        ),
    ),
    Message(
        code="UJ815",
        severity="error",
        text=Text("tidak ada paket '{got}' yang terpasang", "no package '{got}' is installed"),
        why=Text(
            "Nama di depan titik dua menyebut plugin yang paketnya membawa berkas aturan itu. "
            "Berkas itu tidak pernah dicari di tempat lain.",
            "The name before the colon is that of the plugin whose package carries the ruleset. It "
            "is never searched elsewhere.",
        ),
        hint=Text("mungkin maksudnya '{nearest}'", "perhaps '{nearest}' is meant"),
        otherwise=Text(
            "pasang paket itu, atau tulis id berkas aturan tanpa nama di depan titik dua",
            "install the package, or write the id without the name before the colon",
        ),
    ),
    Message(
        code="UJ816",
        severity="error",
        text=Text(
            "paket '{got}' ({distribution}) tidak membawa berkas aturan",
            "the package '{got}' ({distribution}) carries no rulesets",
        ),
        why=Text(
            "Berkas aturan sebuah paket terletak di folder rulesets di dalam paket itu.",
            "The rulesets of a package lie in a folder rulesets inside it.",
        ),
        hint=Text("tulis id-nya saja: '{nearest}'", "write its id alone: '{nearest}'"),
        otherwise=Text(
            "sebut folder berkas aturan itu dengan --rulesets FOLDER, dan tulis id-nya tanpa nama paket",
            "name the folder of the ruleset with --rulesets DIR, and write its id without the package",
        ),
    ),
    Message(
        code="UJ817",
        severity="error",
        text=Text(
            "berkas aturan '{got}' tidak ada di dalam paket {distribution}",
            "there is no ruleset '{got}' in the package {distribution}",
        ),
        why=Text(
            "Dengan nama paket di depannya, sebuah id dicari di paket itu saja.",
            "An id with the name of a package before it is searched in that package alone.",
        ),
        hint=Text("mungkin maksudnya '{nearest}'", "perhaps '{nearest}' is meant"),
        otherwise=Text(
            "periksa id-nya di folder rulesets paket itu",
            "look the id up in the folder rulesets of the package",
        ),
    ),
    Message(
        code="UJ818",
        severity="error",
        text=Text(
            "nama '{got}' dipakai beberapa paket: {owners}",
            "the name '{got}' is taken by several packages: {owners}",
        ),
        why=Text("Satu nama hanya boleh berarti satu hal.", "One name must mean one thing."),
        hint=Text("lepas salah satunya", "uninstall one of them"),
    ),
)
