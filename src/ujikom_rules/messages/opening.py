"""UJ430 to UJ434: the open terms of a base as it writes them, and as it hands them on."""

from ujikom_rules.messages.message import Message
from ujikom_rules.messages.texts import Text

_WHY = Text(
    "Ketentuan terbuka yang salah tulis tidak membuka apa-apa, atau membuka yang tidak dimaksud.",
    "An open term that is written wrongly opens nothing, or something that was not meant.",
)
_NEAREST = Text("mungkin maksudnya '{nearest}'", "perhaps '{nearest}' is meant")


def _message(
    code: str, text: Text, hint: Text, *, why: Text = _WHY, otherwise: Text | None = None
) -> Message:
    return Message(code=code, severity="error", text=text, why=why, hint=hint, otherwise=otherwise)


OPENING: tuple[Message, ...] = (
    _message(
        "UJ430",
        Text(
            "'{got}' bukan jalur kunci",
            "'{got}' is not a key path",
        ),
        Text(
            'tulis kunci dan id dengan titik, misalnya "stages.wawancara.weight"',
            'write keys and ids with dots, such as "stages.wawancara.weight"',
        ),
    ),
    _message(
        "UJ431",
        Text(
            "batas atas {got} di bawah batas bawah {expected}",
            "the upper bound {got} is below the lower bound {expected}",
        ),
        Text(
            "tukar at-least dan at-most, atau perbaiki salah satunya",
            "swap at-least and at-most, or mend one of them",
        ),
    ),
    _message(
        "UJ432",
        Text(
            "ketentuan terbuka '{key}' tidak menunjuk apa pun: '{got}' tidak ada",
            "the open term '{key}' names nothing: there is no '{got}'",
        ),
        _NEAREST,
        otherwise=Text(
            "tulis jalur kunci yang ada dalam aturan ini, atau hapus [[open]] ini",
            "write a key path that is in these rules, or delete this [[open]]",
        ),
    ),
    _message(
        "UJ433",
        Text(
            "'{key}' tidak dapat dibuka di sini: aturan induk menutupnya",
            "'{key}' cannot be opened here: the base keeps it closed",
        ),
        Text(
            "hapus [[open]] ini, atau sebut kunci yang terbuka bagi berkas ini atau yang ditambahkannya sendiri",
            "delete this [[open]], or name a key that is open to this file or that it adds itself",
        ),
        why=Text(
            "Aturan daerah hanya meneruskan yang terbuka baginya, atau membuka yang "
            "ditambahkannya sendiri; selebihnya tetap milik aturan induk.",
            "An overlay hands on what is open to itself, or opens what it adds; the rest stays "
            "with the base.",
        ),
    ),
    _message(
        "UJ434",
        Text(
            "ketentuan terbuka '{key}' diteruskan tanpa nilai, jadi aturan ini belum dapat dipakai menghitung",
            "the open term '{key}' is handed on without a value, so nothing can be scored with these rules yet",
        ),
        Text(
            "hitung dengan aturan daerah yang menyebut extends = \"{base}\" dan mengisi '{key}', atau tulis nilainya di sini sebagai nilai baku",
            "score with an overlay that says extends = \"{base}\" and fills in '{key}', or write its value here as the default",
        ),
        why=Text(
            "Aturan induk boleh menyerahkan sebuah ketentuan kepada aturan di atasnya tanpa nilai. Yang menghitung memakai aturan yang sudah mengisi semuanya.",
            "A base may leave a term to those above it without a value. Who scores takes a ruleset in which all of them have been filled in.",
        ),
    ),
)
