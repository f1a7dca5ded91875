"""Messages about forms that are written, collected and joined."""

from ujikom_rules.messages.message import Message
from ujikom_rules.messages.texts import Text

MESSAGES: tuple[Message, ...] = (
    Message(
        code="UJ930",
        severity="error",
        text=Text(
            "{got} bernilai {value} di sini dan {other} di isian lain",
            "{got} is {value} here and {other} in another form",
        ),
        why=Text(
            "Satu nilai penguji yang diisi dua kali harus sama; kalau tidak, tidak jelas mana "
            "yang berlaku.",
            "One mark that is filled in twice must be the same; else it is not clear which holds.",
        ),
        hint=Text(
            "tanyakan kepada pengujinya, lalu samakan kedua sel itu",
            "ask the examiner, then make both cells alike",
        ),
    ),
    Message(
        code="UJ931",
        severity="error",
        text=Text(
            "{got} berbeda dari isian lain: {value} di sini, {other} di sana",
            "{got} differs from another form: {value} here, {other} there",
        ),
        why=Text(
            "Semua isian satu kegiatan berisi orang dan data yang sama.",
            "All forms of one event hold the same people and the same data.",
        ),
        hint=Text(
            "samakan kedua sel itu; bila berbeda, yang benar diambil dari dokumen aslinya",
            "make both cells alike, as the original document says",
        ),
    ),
    Message(
        code="UJ932",
        severity="error",
        text=Text(
            "isian ini untuk kegiatan {got}, sedangkan isian lain untuk {other}",
            "this form is for the event {got}, another one for {other}",
        ),
        why=Text(
            "Hanya isian dari satu kegiatan yang dapat digabung.",
            "Only forms of one event can be joined.",
        ),
        hint=Text(
            "keluarkan isian yang salah, atau samakan id dan tanggal kegiatannya",
            "leave out the wrong form, or make id and date of the event alike",
        ),
    ),
    Message(
        code="UJ933",
        severity="error",
        text=Text(
            "teks ini terlalu panjang untuk satu sel Excel: {got} huruf, batasnya {expected}",
            "this text is too long for a cell of Excel: {got} letters, the bound is {expected}",
        ),
        why=Text(
            "Excel memotong teks yang lebih panjang tanpa memberi tahu.",
            "Excel cuts off longer texts without saying so.",
        ),
        hint=Text("pendekkan teksnya, atau pakailah CSV", "shorten the text, or use CSV"),
    ),
)
