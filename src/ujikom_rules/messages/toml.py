"""Messages about the text of a ruleset: UJ101 to UJ199."""

from ujikom_rules.messages.message import Message
from ujikom_rules.messages.slips import DATES, NUMBERS, ON_ONE_LINE, SLIPS, stops
from ujikom_rules.messages.texts import Text

_EDITORS = Text(
    "Bentuk ini baru ada dalam TOML 1.1; bahasa berkas aturan adalah TOML 1.0, yang dikenal "
    "semua penyunting teks.",
    "This form exists only since TOML 1.1; the language of rulesets is TOML 1.0, which every "
    "editor knows.",
)


def _refused(code: str, text: Text, why: Text, hint: Text) -> Message:
    """Something that could be read, but is not taken."""
    return Message(code=code, severity="error", text=text, why=why, hint=hint)


MESSAGES: tuple[Message, ...] = (
    *SLIPS,
    _refused(
        "UJ110",
        Text(
            "isi kurung kurawal yang dibuka di sini ditulis dalam beberapa baris",
            "what stands in the braces opened here is written over several lines",
        ),
        _EDITORS,
        ON_ONE_LINE,
    ),
    _refused(
        "UJ111",
        Text(
            "ada koma di belakang isi terakhir, tepat sebelum kurung kurawal tutup",
            "there is a comma behind the last entry, just before the closing brace",
        ),
        _EDITORS,
        Text("hapus koma ini", "remove this comma"),
    ),
    _refused(
        "UJ130",
        Text(
            "tanda {got} di dalam teks tidak dikenal dalam berkas aturan",
            "the sign {got} in a text is not known in rulesets",
        ),
        _EDITORS,
        Text(
            "tulis tanda itu sendiri, atau \\u00 dan dua angkanya",
            "write the sign itself, or \\u00 and its two digits",
        ),
    ),
    _refused(
        "UJ131",
        Text("jam {got} ditulis tanpa detik", "the time {got} is written without seconds"),
        _EDITORS,
        Text(
            "aturan hanya memakai tanggal, tanpa jam: tulis tahun-bulan-hari, misalnya 2025-03-25",
            "rules use dates only, without a time: write year-month-day, such as 2025-03-25",
        ),
    ),
    _refused(
        "UJ132",
        Text("{got} memuat jam", "{got} has a time of day"),
        DATES,
        Text(
            "aturan hanya memakai tanggal, tanpa jam: tulis tahun-bulan-hari, misalnya 2025-03-25",
            "rules use dates only, without a time: write year-month-day, such as 2025-03-25",
        ),
    ),
    _refused(
        "UJ133",
        Text("{got} bukan angka yang dapat dihitung", "{got} is not a number to compute with"),
        NUMBERS,
        Text("tulis angka dengan batas yang jelas", "write a number with a definite value"),
    ),
    _refused(
        "UJ134",
        Text(
            "angka {got} terlalu panjang: paling banyak 60 angka",
            "the number {got} is too long: 60 digits at most",
        ),
        NUMBERS,
        Text("tulis angka yang lebih pendek", "write a shorter number"),
    ),
    _refused(
        "UJ135",
        Text("angka {got} memuat garis bawah", "the number {got} has an underscore"),
        NUMBERS,
        Text("tulis angkanya saja", "write the digits alone"),
    ),
    stops(
        "UJ140",
        Text(
            "isi di sini bertingkat lebih dari 100 lapis",
            "what stands here is more than 100 levels deep",
        ),
        Text(
            "Aturan tidak pernah bertingkat sedalam itu; batas ini menjaga dari berkas yang keliru.",
            "Rules are never that deep; the bound guards against files that are wrong.",
        ),
        Text("periksa tanda kurung di sekitar tempat ini", "check the brackets around this place"),
    ),
)
