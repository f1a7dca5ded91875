"""UJ5xx: plugins and the parts that they offer."""

from ujikom_rules.messages.message import Message
from ujikom_rules.messages.texts import Text

_AUTHOR = Text("sampaikan kepada pembuat plugin ini", "tell the author of this plugin")
_STOP = Text(
    "Aturan menyebut plugin ini, jadi tanpa plugin itu nilainya tidak dapat dihitung; menghitung "
    "tanpa dia akan memberi hasil lain.",
    "The ruleset names this plugin, so nothing can be scored without it; leaving it out would "
    "give another result.",
)

MESSAGES: tuple[Message, ...] = (
    Message(
        code="UJ501",
        severity="error",
        text=Text("plugin '{got}' tidak terpasang", "the plugin '{got}' is not installed"),
        hint=Text("mungkin maksudnya '{nearest}'", "perhaps '{nearest}' is meant"),
        otherwise=Text(
            "pasang dengan: pip install {package}", "install it with: pip install {package}"
        ),
        why=_STOP,
    ),
    Message(
        code="UJ502",
        severity="error",
        text=Text(
            "aturan meminta plugin '{got}' versi {expected} (atau lebih baru, di bawah versi "
            "utama berikutnya); yang terpasang {distribution}",
            "the ruleset wants the plugin '{got}' at {expected} or newer, below the next major "
            "version; installed is {distribution}",
        ),
        hint=Text(
            'pasang versi yang diminta: pip install "{package}=={expected}"; atau tulis versi yang terpasang di [plugins] bila aturannya memang untuk versi itu',
            'install the version that it wants: pip install "{package}=={expected}"; or write the installed version in [plugins] where the rules are meant for it',
        ),
        why=_STOP,
    ),
    Message(
        code="UJ503",
        severity="error",
        text=Text(
            "plugin '{got}' ({distribution}) gagal dimuat: {reason}",
            "the plugin '{got}' ({distribution}) cannot be loaded: {reason}",
        ),
        hint=_AUTHOR,
        why=_STOP,
    ),
    Message(
        code="UJ504",
        severity="error",
        text=Text(
            "plugin '{got}' ({distribution}) ditulis untuk API {api}; program ini memakai {expected}",
            "the plugin '{got}' ({distribution}) was written for API {api}; this program has "
            "{expected}",
        ),
        hint=Text(
            "pasang versi plugin dan program yang serasi", "install matching versions of both"
        ),
        why=Text(
            "API lain berarti kait yang sama dapat berarti lain.",
            "Under another API the same hook may mean something else.",
        ),
    ),
    Message(
        code="UJ505",
        severity="error",
        text=Text(
            "plugin '{got}' ({distribution}) tidak menyebut siapa dirinya",
            "the plugin '{got}' ({distribution}) does not say who it is",
        ),
        hint=Text(
            "pembuat plugin perlu menjawab kait ujikom_plugin_info",
            "its author must answer the hook ujikom_plugin_info",
        ),
        why=Text(
            "Tanpa jawaban itu API plugin tidak diketahui.",
            "Without that answer the plugin's API is unknown.",
        ),
    ),
    Message(
        code="UJ506",
        severity="error",
        text=Text(
            "plugin '{got}' ({distribution}): kait '{hook}' tidak dikenal",
            "the plugin '{got}' ({distribution}): there is no hook '{hook}'",
        ),
        hint=Text("mungkin maksudnya '{nearest}'", "perhaps '{nearest}' is meant"),
        why=Text(
            "Kait yang salah tulis tidak pernah dipanggil: pluginnya akan diam.",
            "A misspelt hook is never called: the plugin would stay silent.",
        ),
        otherwise=Text("sampaikan kepada pembuat plugin ini", "tell the author of this plugin"),
    ),
    Message(
        code="UJ507",
        severity="error",
        text=Text(
            "plugin '{got}' ({distribution}): kait '{hook}' meminta yang tidak ada: {reason}",
            "the plugin '{got}' ({distribution}): the hook '{hook}' asks for what is not given: "
            "{reason}",
        ),
        hint=Text("yang diberikan: {expected}", "what is given: {expected}"),
        why=Text("Kait menerima nama yang tetap.", "Hooks take fixed names."),
    ),
    Message(
        code="UJ508",
        severity="error",
        text=Text(
            "plugin '{got}' ({distribution}): '{hook}' tidak diberi tanda @hookimpl",
            "the plugin '{got}' ({distribution}): '{hook}' is not marked @hookimpl",
        ),
        hint=Text("tambahkan @hookimpl di atasnya", "add @hookimpl above it"),
        why=Text(
            "Tanpa tanda itu fungsi ini tidak pernah dipanggil.",
            "Without the mark the function is never called.",
        ),
    ),
    Message(
        code="UJ509",
        severity="error",
        text=Text(
            "bagian '{part}' ditawarkan dua kali: {owners}",
            "the part '{part}' is offered twice: {owners}",
        ),
        hint=Text(
            "sampaikan kepada pembuat plugin ini: salah satu bagian itu perlu nama lain",
            "tell the author of this plugin: one of the two needs another name",
        ),
        why=Text("Satu nama hanya boleh berarti satu hal.", "One name must mean one thing."),
    ),
    Message(
        code="UJ510",
        severity="error",
        text=Text(
            "plugin '{got}' ({distribution}): bagian '{part}' tidak sesuai perannya: {reason}",
            "the plugin '{got}' ({distribution}): the part '{part}' does not fit: {reason}",
        ),
        hint=_AUTHOR,
        why=Text(
            "Bagian adalah kelas attrs beku; isinya adalah kunci TOML-nya, satu metodenya "
            "adalah aturannya.",
            "A part is a frozen attrs class: its fields are its TOML keys, its one method is "
            "the rule.",
        ),
    ),
    Message(
        code="UJ511",
        severity="error",
        text=Text("bagian '{got}' tidak dikenal ({role})", "there is no part '{got}' ({role})"),
        hint=Text("mungkin maksudnya '{nearest}'", "perhaps '{nearest}' is meant"),
        otherwise=Text("yang ada: {known}", "there are: {known}"),
        why=Text(
            "Nama tanpa titik dua selalu milik inti dan tidak dicari di plugin.",
            "A bare name is always the core's and is never searched in plugins.",
        ),
    ),
    Message(
        code="UJ512",
        severity="error",
        text=Text(
            "'{got}' milik plugin '{namespace}', yang tidak disebut di [plugins]",
            "'{got}' belongs to the plugin '{namespace}', which [plugins] does not name",
        ),
        hint=Text(
            'tambahkan di [plugins]: {namespace} = "1.0"', 'add to [plugins]: {namespace} = "1.0"'
        ),
        why=Text(
            "Hanya plugin yang disebut aturan yang dimuat.",
            "Only plugins that the ruleset names are loaded.",
        ),
    ),
    Message(
        code="UJ513",
        severity="error",
        text=Text("{said}", "{said}"),
        hint=Text("mungkin maksudnya '{nearest}'", "perhaps '{nearest}' is meant"),
        otherwise=Text(
            "perbaiki atau lengkapi yang tertulis di sini", "mend or complete what stands here"
        ),
        why=Text(
            "Bagian itu sendiri menolak kunci yang diberikan kepadanya.",
            "The part itself refuses the keys that it was given.",
        ),
    ),
    Message(
        code="UJ514",
        severity="error",
        text=Text(
            "plugin '{got}' ({distribution}) gagal dalam {hook}: {reason}",
            "the plugin '{got}' ({distribution}) failed in {hook}: {reason}",
        ),
        hint=_AUTHOR,
        why=_STOP,
    ),
    Message(
        code="UJ515",
        severity="error",
        text=Text(
            "plugin '{got}' ({distribution}): {hook} harus menjawab {expected}, bukan {said}",
            "the plugin '{got}' ({distribution}): {hook} must answer {expected}, not {said}",
        ),
        hint=_AUTHOR,
        why=Text(
            "Jawaban yang salah jenis tidak boleh masuk ke dalam nilai.",
            "An answer of the wrong type must not reach a score.",
        ),
    ),
    Message(
        code="UJ516",
        severity="error",
        text=Text(
            "plugin '{got}' ({distribution}): kait '{hook}' tidak menerima pilihan urutan",
            "the plugin '{got}' ({distribution}): the hook '{hook}' takes no options of order",
        ),
        hint=Text("tulis @hookimpl saja", "write @hookimpl alone"),
        why=Text(
            "Urutan plugin ditentukan oleh berkas aturan, bukan oleh plugin.",
            "The order of plugins is the ruleset's to say, not a plugin's.",
        ),
    ),
    Message(
        code="UJ517",
        severity="error",
        text=Text(
            "plugin '{got}' ditawarkan oleh beberapa paket: {owners}",
            "the plugin '{got}' is offered by several packages: {owners}",
        ),
        hint=Text("lepas salah satunya", "uninstall one of them"),
        why=Text("Satu nama hanya boleh berarti satu hal.", "One name must mean one thing."),
    ),
    Message(
        code="UJ520",
        severity="error",
        text=Text(
            "bagian '{part}' ({distribution}) gagal: {reason}",
            "the part '{part}' ({distribution}) failed: {reason}",
        ),
        hint=_AUTHOR,
        why=_STOP,
    ),
    Message(
        code="UJ521",
        severity="error",
        text=Text(
            "bagian '{part}' ({distribution}) menjawab {said}; yang diperlukan {expected}",
            "the part '{part}' ({distribution}) answered {said}; what is needed is {expected}",
        ),
        hint=_AUTHOR,
        why=Text(
            "Hanya angka persis yang boleh masuk ke dalam nilai; bilangan biner ditolak.",
            "Only exact numbers may reach a score; binary floats are refused.",
        ),
    ),
    Message(
        code="UJ522",
        severity="error",
        text=Text(
            "cara membobot '{part}' memberi bobot yang jumlahnya {got}, bukan 100",
            "the weighting '{part}' gives weights that sum to {got}, not 100",
        ),
        hint=_AUTHOR,
        why=Text(
            "Jumlah bobot satu kelompok harus tepat 100.",
            "The weights of siblings must sum to exactly 100.",
        ),
    ),
    Message(
        code="UJ523",
        severity="warning",
        text=Text(
            "plugin '{part}' ({distribution}) gagal setelah penilaian selesai: {reason}",
            "the plugin '{part}' ({distribution}) failed after the evaluation: {reason}",
        ),
        hint=_AUTHOR,
        why=Text(
            "Hasil tidak berubah: plugin ini hanya diberi tahu.",
            "The result is unchanged: the plugin was only told of it.",
        ),
    ),
    Message(
        code="UJ524",
        severity="warning",
        text=Text(
            "bagian '{part}' ({distribution}) memakan {got} dari {whole} detik penilaian",
            "the part '{part}' ({distribution}) took {got} of the {whole} seconds of evaluation",
        ),
        hint=_AUTHOR,
        why=Text(
            "Nilainya tidak berubah; yang lambat disebut namanya supaya dapat diperbaiki.",
            "The result is unchanged; what is slow is named so that it can be mended.",
        ),
    ),
    Message(
        code="UJ561",
        severity="error",
        text=Text("panitia seleksi: {said}", "panel: {said}"),
        hint=Text("{hint}", "{hint}"),
        why=Text(
            "Susunan panitia seleksi diperiksa menurut aturannya sendiri.",
            "The panel is held against the ruleset's own panel rule.",
        ),
        otherwise=Text(
            "sesuaikan penguji pada lembar nilai dengan aturan panitia seleksi",
            "fit the examiners of the scoresheet to the panel rule",
        ),
    ),
    Message(
        code="UJ562",
        severity="warning",
        text=Text("peserta '{candidacy}': {said}", "'{candidacy}': {said}"),
        hint=Text("{hint}", "{hint}"),
        why=Text(
            "Jenis tahapan ini sendiri mencatat hal tersebut.",
            "The stage's own kind says this.",
        ),
        otherwise=Text(
            "periksa nilai dan fakta peserta ini", "check the marks and facts of this candidacy"
        ),
    ),
    Message(
        code="UJ563",
        severity="warning",
        text=Text("'{got}' bagi peserta '{candidacy}': {said}", "'{got}' of '{candidacy}': {said}"),
        hint=Text("{hint}", "{hint}"),
        why=Text(
            "Cara menilai atau cara menggabungkan itu sendiri mencatat hal tersebut.",
            "The value function or aggregator itself says this.",
        ),
        otherwise=Text(
            "periksa nilai dan fakta peserta ini", "check the marks and facts of this candidacy"
        ),
    ),
    Message(
        code="UJ590",
        severity="warning",
        text=Text("{said}", "{said}"),
        hint=Text("{hint}", "{hint}"),
        why=Text(
            "Sebuah plugin yang disebut aturan memeriksa aturan itu dan mencatat hal ini.",
            "A plugin that the ruleset names looked at the ruleset and says this.",
        ),
        otherwise=Text(
            "periksa aturan di baris itu; bila kurang jelas, tanyakan kepada pembuat plugin",
            "look at the rule in that line; where it is not clear, ask the author of the plugin",
        ),
    ),
)
