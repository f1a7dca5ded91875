"""What can go wrong while a report or the minutes are written: UJ95x."""

from ujikom_rules.messages.message import Message
from ujikom_rules.messages.texts import Text

MESSAGES: tuple[Message, ...] = (
    Message(
        code="UJ950",
        severity="error",
        text=Text(
            "laporan tanpa nama penguji tidak dapat dibuat: hasilnya berubah bila nomor penguji diganti",
            "a report without the examiners' names cannot be made: results change when examiners get other ids",
        ),
        hint=Text(
            "buat laporan untuk panitia seleksi saja, dan laporkan ke pembuat plugin",
            "make the report for the panel only, and tell the author of the plugin",
        ),
        why=Text(
            "Nomor penguji tidak boleh menentukan nilai; sebuah bagian plugin rupanya memakainya.",
            "The id of an examiner must decide nothing; a plugin's part seems to go by it.",
        ),
    ),
    Message(
        code="UJ951",
        severity="error",
        text=Text(
            "pola berita acara ini tidak dapat dipakai: {reason}",
            "this template of the minutes cannot be used: {reason}",
        ),
        hint=Text(
            "mulailah dari pola yang ikut terpasang, lalu ubah sedikit demi sedikit",
            "begin with the template that comes with the library and change it step by step",
        ),
        why=Text(
            "Pola milik daerah hanya boleh membaca isi berita acara, tidak menjalankan apa pun.",
            "A city's own template may read what the minutes say and do nothing else.",
        ),
    ),
)
