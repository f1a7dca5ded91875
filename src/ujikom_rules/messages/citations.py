"""UJ440 to UJ442: the sources of numbers."""

from ujikom_rules.messages.message import Message
from ujikom_rules.messages.texts import Text

_WHY = Text(
    "Dasar sebuah angka tampil di rincian perhitungan dan laporan, jadi bentuknya tetap: "
    '"assumption", atau judul peraturan atau halaman dengan pasal dan alamatnya.',
    "The source of a number is shown in the working and in reports, so its form is fixed: "
    '"assumption", or the title of an instrument or page with its article and address.',
)

SOURCES: tuple[Message, ...] = (
    Message(
        code="UJ440",
        severity="error",
        text=Text(
            'dasar angka harus "assumption", atau title dengan article dan url',
            'a source must be "assumption", or a title with article and url',
        ),
        why=_WHY,
        hint=Text('mungkin maksudnya "{nearest}"', 'perhaps "{nearest}" is meant'),
        otherwise=Text('tulis source.title = "{got}"', 'write source.title = "{got}"'),
    ),
    Message(
        code="UJ441",
        severity="error",
        text=Text(
            "dasar angka: '{expected}' harus diisi dengan teks",
            "the source's '{expected}' must be a text",
        ),
        hint=Text("tulis {expected} di antara tanda kutip", "write {expected} between quotes"),
        why=_WHY,
    ),
    Message(
        code="UJ442",
        severity="error",
        text=Text(
            "kunci '{got}' tidak dikenal dalam dasar angka",
            "the key '{got}' is not known in a source",
        ),
        why=_WHY,
        hint=Text("mungkin maksudnya '{nearest}'", "perhaps '{nearest}' is meant"),
        otherwise=Text(
            "tulis title, article atau url, atau hapus kunci ini",
            "write title, article or url, or delete the key",
        ),
    ),
)
