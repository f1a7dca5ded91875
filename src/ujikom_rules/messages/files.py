"""Messages about files: UJ001 to UJ099."""

from ujikom_rules.messages.message import Message
from ujikom_rules.messages.texts import Text

_NOTHING_READ = Text(
    "Tanpa isi berkas tidak ada yang dapat diperiksa atau dihitung.",
    "Without the content of the file nothing can be checked or computed.",
)
_UTF8 = Text(
    "Berkas dibaca sebagai UTF-8 saja: pengodean lain akan mengubah huruf tanpa diketahui.",
    "Files are read as UTF-8 only: another encoding would change letters without anybody noticing.",
)

MESSAGES: tuple[Message, ...] = (
    Message(
        code="UJ001",
        severity="error",
        text=Text("berkas {got} tidak ditemukan", "the file {got} was not found"),
        why=_NOTHING_READ,
        hint=Text(
            "di foldernya ada {nearest}: Notepad menambahkan .txt; ganti namanya menjadi {got}",
            "its folder has {nearest}: Notepad has added .txt; rename it to {got}",
        ),
        otherwise=Text(
            "periksa nama berkas dan foldernya, termasuk akhiran nama seperti .toml",
            "check the name of the file and its folder, and the ending of the name such as .toml",
        ),
    ),
    Message(
        code="UJ002",
        severity="error",
        text=Text(
            "berkas ini terlalu besar: yang dibaca paling banyak {expected} byte",
            "this file is too large: at most {expected} bytes are read",
        ),
        why=Text(
            "Batas ini menjaga agar berkas yang keliru tidak menghabiskan memori komputer.",
            "The bound keeps a wrong file from using up the computer's memory.",
        ),
        hint=Text(
            "berkas aturan biasanya jauh lebih kecil; periksa apakah berkas yang benar dipilih",
            "rulesets are much smaller as a rule; check that the right file was chosen",
        ),
    ),
    Message(
        code="UJ003",
        severity="error",
        text=Text(
            "berkas ini tidak disimpan sebagai UTF-8: huruf {got} di sini tidak terbaca",
            "this file is not saved as UTF-8: the character {got} here cannot be read",
        ),
        why=_UTF8,
        hint=Text(
            "simpan sebagai UTF-8; di Notepad: File, Save As, Encoding: UTF-8",
            "save as UTF-8; in Notepad: File, Save As, Encoding: UTF-8",
        ),
    ),
    Message(
        code="UJ004",
        severity="error",
        text=Text(
            "berkas ini disimpan sebagai UTF-16 (di Notepad disebut Unicode), bukan UTF-8",
            "this file is saved as UTF-16 (Notepad calls it Unicode), not as UTF-8",
        ),
        why=_UTF8,
        hint=Text(
            "simpan sebagai UTF-8; di Notepad: File, Save As, Encoding: UTF-8",
            "save as UTF-8; in Notepad: File, Save As, Encoding: UTF-8",
        ),
    ),
    Message(
        code="UJ005",
        severity="error",
        text=Text(
            "berkas {got} sedang dibuka di program lain, terkunci, atau tidak boleh dibaca",
            "the file {got} is open elsewhere, locked, or may not be read",
        ),
        why=_NOTHING_READ,
        hint=Text(
            "tutup berkas di program lain seperti Excel, lalu coba lagi; bila tetap sama, "
            "minta izin membaca kepada pengelola komputer",
            "close the file in other programs such as Excel and try again; if nothing changes, "
            "ask whoever looks after the computer for permission to read it",
        ),
    ),
    Message(
        code="UJ006",
        severity="error",
        text=Text("{got} adalah folder, bukan berkas", "{got} is a folder, not a file"),
        why=_NOTHING_READ,
        hint=Text("sebutkan berkas di dalamnya", "name the file inside it"),
    ),
    Message(
        code="UJ007",
        severity="error",
        text=Text("berkas {got} tidak dapat dibaca", "the file {got} cannot be read"),
        why=_NOTHING_READ,
        hint=Text(
            "periksa apakah nama berkas wajar, dan apakah disk atau jaringan dapat dibuka",
            "check that the name of the file is sound and that the disk or network can be opened",
        ),
    ),
)
