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
    Message(
        code="UJ934",
        severity="warning",
        text=Text(
            "isian kegiatan ini dibuat menurut berkas aturan lain: sidiknya {got}, sedangkan {rules} bersidik {expected}",
            "the forms of this event were made for other rules: their digest is {got}, that of {rules} is {expected}",
        ),
        why=Text(
            "Isian memuat sidik berkas aturan yang berlaku ketika isian itu dibuat, sebelum nilai penguji "
            "pertama. Bila sidik itu berbeda dari sidik aturan yang menghitung nilai, aturannya diubah "
            "sesudahnya, atau aturan yang lain dipakai.",
            "A form carries the digest of the rules as they were when it was made, before the first mark. "
            "Where it is not that of the rules which score, these were changed since, or others are used.",
        ),
        hint=Text(
            "hitung dengan berkas aturan yang diumumkan; bila perubahannya sah, beri aturan itu versi baru, buat isian baru, dan sebutkan perubahannya dalam berita acara",
            "score by the rules that were announced; if the change is lawful, give the rules a new version, make new forms, and name the change in the minutes",
        ),
    ),
    Message(
        code="UJ935",
        severity="warning",
        text=Text(
            "isian ini dibuat menurut berkas aturan lain daripada isian sebelumnya: sidiknya {got}, bukan {other}",
            "this form was made for other rules than a form before it: the digest is {got}, not {other}",
        ),
        why=Text(
            "Semua isian satu kegiatan dibuat menurut satu aturan; sidik yang berbeda berarti aturan diubah "
            "di antara keduanya.",
            "All forms of one event are made for one set of rules; another digest means that these were "
            "changed in between.",
        ),
        hint=Text(
            "tanyakan aturan mana yang diumumkan sebelum nilai penguji pertama; kedua sidik tetap tercatat di lembar nilai",
            "ask which rules were announced before the first mark; the scoresheet keeps both digests",
        ),
    ),
)
