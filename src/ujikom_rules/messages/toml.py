"""Messages about the text of a ruleset: UJ101 to UJ199."""

from ujikom_rules.messages.register import Message
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
            "Isi kurung kurawal yang dibuka di sini ditulis dalam beberapa baris.",
            "What stands in the braces opened here is written over several lines.",
        ),
        _EDITORS,
        ON_ONE_LINE,
    ),
    _refused(
        "UJ111",
        Text(
            "Ada koma di belakang isi terakhir, tepat sebelum kurung kurawal tutup.",
            "There is a comma behind the last entry, just before the closing brace.",
        ),
        _EDITORS,
        Text("Hapus koma ini.", "Remove this comma."),
    ),
    _refused(
        "UJ130",
        Text(
            "Tanda {got} di dalam teks tidak dikenal dalam berkas aturan.",
            "The sign {got} in a text is not known in rulesets.",
        ),
        _EDITORS,
        Text(
            "Tulis tanda itu sendiri, atau \\u00 dan dua angkanya.",
            "Write the sign itself, or \\u00 and its two digits.",
        ),
    ),
    _refused(
        "UJ131",
        Text("Jam {got} ditulis tanpa detik.", "The time {got} is written without seconds."),
        _EDITORS,
        Text(
            "Aturan hanya memakai tanggal, tanpa jam: tulis tahun-bulan-hari, misalnya 2025-03-25.",
            "Rules use dates only, without a time: write year-month-day, such as 2025-03-25.",
        ),
    ),
    _refused(
        "UJ132",
        Text("{got} memuat jam.", "{got} has a time of day."),
        DATES,
        Text(
            "Aturan hanya memakai tanggal, tanpa jam: tulis tahun-bulan-hari, misalnya 2025-03-25.",
            "Rules use dates only, without a time: write year-month-day, such as 2025-03-25.",
        ),
    ),
    _refused(
        "UJ133",
        Text("{got} bukan angka yang dapat dihitung.", "{got} is not a number to compute with."),
        NUMBERS,
        Text("Tulis angka dengan batas yang jelas.", "Write a number with a definite value."),
    ),
    _refused(
        "UJ134",
        Text(
            "Angka {got} terlalu panjang: paling banyak 60 angka.",
            "The number {got} is too long: 60 digits at most.",
        ),
        NUMBERS,
        Text("Tulis angka yang lebih pendek.", "Write a shorter number."),
    ),
    _refused(
        "UJ135",
        Text("Angka {got} memuat garis bawah.", "The number {got} has an underscore."),
        NUMBERS,
        Text("Tulis angkanya saja.", "Write the digits alone."),
    ),
    stops(
        "UJ140",
        Text(
            "Isi di sini bertingkat lebih dari 100 lapis.",
            "What stands here is more than 100 levels deep.",
        ),
        Text(
            "Aturan tidak pernah bertingkat sedalam itu; batas ini menjaga dari berkas yang keliru.",
            "Rules are never that deep; the bound guards against files that are wrong.",
        ),
        Text(
            "Periksa tanda kurung di sekitar tempat ini.", "Check the brackets around this place."
        ),
    ),
)
