"""UJ36x and UJ37x: what can be said of rules before anybody is scored."""

from ujikom_rules.messages.message import Message
from ujikom_rules.messages.texts import Text

_UNREACHED = Text(
    "Yang tidak pernah tercapai biasanya salah tulis: batas pada skala yang lain, atau bobot yang "
    "berubah sesudahnya.",
    "What is never reached is mostly a slip: a bound on another scale, or weights that were "
    "changed later.",
)
_EMPTY_BOUND = Text(
    "Batas yang selalu atau tidak pernah terpenuhi tidak membedakan siapa pun; batas itu ditulis "
    "untuk skala yang lain, atau skalanya berubah.",
    "A bound that is always or never met parts nobody; it was written for another scale, or the "
    "scale was changed.",
)
_OF_A_FACT = Text(
    "periksa batas ini dan keterangan fakta '{fact}' di [facts]",
    "look at this bound and at what [facts] says of '{fact}'",
)
_OF_A_SCALE = Text(
    "periksa batas ini dan skala nilainya",
    "look at this bound and at the scale",
)
_ROUNDED = Text(
    "Di dekat batas, pembulatan menentukan siapa yang memenuhi syarat; itu boleh, asal disengaja.",
    "Near a bound, rounding decides who passes; that is allowed, as long as it is meant.",
)

MESSAGES: tuple[Message, ...] = (
    Message(
        code="UJ360",
        severity="warning",
        text=Text(
            "kategori '{got}' tidak pernah tercapai: nilai '{node}' {expected}",
            "the category '{got}' is never reached: the value of '{node}' is {expected}",
        ),
        hint=Text(
            "periksa batas rentang ini dan skala nilai di bawahnya",
            "look at the bounds of this band and the scales beneath",
        ),
        why=_UNREACHED,
    ),
    Message(
        code="UJ361",
        severity="warning",
        text=Text(
            "sel yang tidak pernah tercapai, karena kedua sumbu memakai tahapan '{node}': {got}",
            "cells that are never reached, since both axes take the stage '{node}': {got}",
        ),
        hint=Text("sebut tahapan lain pada salah satu sumbu", "name another stage on one axis"),
        why=_UNREACHED,
    ),
    Message(
        code="UJ362",
        severity="note",
        text=Text(
            "baris '{got}' tidak pernah terpakai: tidak ada angka seperti itu pada '{node}'",
            "the row '{got}' is never used: no such number comes in at '{node}'",
        ),
        hint=Text(
            "hapus baris itu, atau periksa skala nilainya", "take it out, or look at the scale"
        ),
        why=_UNREACHED,
    ),
    Message(
        code="UJ363",
        severity="note",
        text=Text(
            "'{got}' tidak dapat mengubah nilai akhir: {why}",
            "'{got}' can never change the total: {why}",
        ),
        hint=Text(
            "biarkan bila memang hanya untuk ditampilkan; masukan tanpa nilai adalah tahapan "
            "'advisory'",
            "leave it where it is only shown; what is heard without a score is an 'advisory' stage",
        ),
        why=Text(
            "Peserta dan penguji mengira bahwa yang dinilai ikut menentukan.",
            "Candidates and examiners take it that what is rated counts.",
        ),
    ),
    Message(
        code="UJ364",
        severity="warning",
        text=Text(
            "batas '{got}' selalu terpenuhi: '{node}' {expected}",
            "the bound '{got}' is always met: '{node}' is {expected}",
        ),
        hint=_OF_A_FACT,
        otherwise=_OF_A_SCALE,
        why=_EMPTY_BOUND,
    ),
    Message(
        code="UJ365",
        severity="warning",
        text=Text(
            "batas '{got}' tidak pernah terpenuhi: '{node}' {expected}",
            "the bound '{got}' is never met: '{node}' is {expected}",
        ),
        hint=_OF_A_FACT,
        otherwise=_OF_A_SCALE,
        why=_EMPTY_BOUND,
    ),
    Message(
        code="UJ366",
        severity="warning",
        text=Text(
            "bobot '{key}' menjadi {got}{row}, di luar batas aturan induk: {expected}",
            "the weight '{key}' becomes {got}{row}, outside the range of the base: {expected}",
        ),
        hint=Text(
            "ubah bobot itu sehingga {expected}, dan bobot lain dalam kelompoknya hingga jumlahnya 100; bila bobot itu tidak tertulis sebagai angka, pilih cara membobot lain",
            "change that weight to be {expected}, and others of its group until they sum to 100; where it is not written as a number, choose another weighting",
        ),
        why=Text(
            "Aturan induk membatasi bobot ini, bagaimanapun ia timbul; setiap baris diperiksa "
            "sebelum ada peserta yang terkena.",
            "The base bounds this weight, however it arises; every row is checked before anybody "
            "is weighed by it.",
        ),
    ),
    Message(
        code="UJ367",
        severity="note",
        text=Text(
            "yang dibandingkan dengan batas {expected} adalah nilai setelah pembulatan: '{node}' "
            "sebesar {got} dihitung memenuhinya",
            "the bound {expected} is compared after rounding: '{node}' of {got} counts as meeting "
            "it",
        ),
        hint=Text(
            'tulis compare = "unrounded" bila nilai sebelum pembulatan yang menentukan',
            'write compare = "unrounded" where the value before rounding decides',
        ),
        why=_ROUNDED,
    ),
    Message(
        code="UJ368",
        severity="note",
        text=Text(
            "'{node}' dibulatkan dua kali, ke {first} lalu ke {second} angka di belakang koma: "
            "{got} menjadi {twice}, dengan sekali pembulatan {once}",
            "'{node}' is rounded twice, to {first} and then to {second} places: {got} becomes "
            "{twice}, rounded once {once}",
        ),
        hint=Text(
            'tulis "exact" pada pembulatan yang pertama', 'write "exact" for the first rounding'
        ),
        why=_ROUNDED,
    ),
    Message(
        code="UJ369",
        severity="error",
        text=Text(
            "'{key}' tidak berarti apa-apa pada '{got}': {why}",
            "'{key}' means nothing at '{got}': {why}",
        ),
        hint=Text("hapus baris itu", "take that line out"),
        why=Text(
            "Kunci yang tidak dipakai memberi kesan bahwa nilainya dihitung dengan cara lain.",
            "A key that nothing uses makes it look as if the value came about in another way.",
        ),
    ),
    Message(
        code="UJ370",
        severity="error",
        text=Text(
            "susunan panitia seleksi ini memuat hal yang tidak mungkin: {why}",
            "this composition of the panel asks for what is impossible: {why}",
        ),
        hint=Text("ubah salah satunya", "change one of these"),
        why=Text(
            "Panitia seleksi yang mana pun akan mendapat catatan pemeriksaan pada hari penilaian, "
            "atau salah satu ketentuannya tidak pernah terpakai.",
            "Whatever the panel, it would be told of a breach on the day, or one of its clauses is "
            "never used.",
        ),
    ),
    Message(
        code="UJ371",
        severity="note",
        text=Text(
            "angka tanpa sumber: {got}, mulai dari {expected}",
            "numbers without a source: {got}, beginning with {expected}",
        ),
        hint=Text(
            'tulis source = {{ title = "…" }}, atau source = "assumption" bila tidak terbit',
            'write source = {{ title = "…" }}, or source = "assumption" where nothing is published',
        ),
        why=Text(
            "Setiap angka yang menentukan nilai harus dapat ditelusuri, atau disebut asumsi.",
            "Every number that decides a score can be traced, or is called an assumption.",
        ),
    ),
    Message(
        code="UJ372",
        severity="warning",
        text=Text(
            "aturan induk '{got}' mempunyai versi yang lebih baru: {version}",
            "the base '{got}' has a newer version: {version}",
        ),
        hint=Text(
            'tulis version = "{version}", atau biarkan bila versi lama memang yang berlaku',
            'write version = "{version}", or leave it where the old one is meant',
        ),
        why=Text(
            "Versi yang disebut tetap dipakai, juga setelah aturan nasional berubah.",
            "The version that is named stays in use, also after the national rules changed.",
        ),
    ),
    Message(
        code="UJ373",
        severity="warning",
        text=Text(
            "nilai {got} pada '{node}' mungkin terjadi dan tidak masuk kategori mana pun",
            "a value of {got} at '{node}' is possible and falls in no category",
        ),
        hint=Text(
            "lanjutkan rentang terendah dan tertinggi sampai ujung skalanya",
            "let the lowest and the highest band reach as far as the value does",
        ),
        why=Text(
            "Peserta dengan nilai itu tidak akan mendapat kategori.",
            "A candidate with that value would get no category.",
        ),
    ),
    Message(
        code="UJ374",
        severity="note",
        text=Text(
            "batas {got} dibandingkan sebelum pembulatan akhir, tetapi '{node}' sudah dibulatkan "
            "sebelumnya ({at}, {places} angka di belakang koma)",
            "the bound {got} is compared before the last rounding, but '{node}' has been rounded "
            "before that ({at}, {places} places)",
        ),
        hint=Text(
            'tulis "exact" pada pembulatan itu bila tidak boleh ikut menentukan',
            'write "exact" for that rounding where it may not decide',
        ),
        why=_ROUNDED,
    ),
    Message(
        code="UJ375",
        severity="note",
        text=Text(
            "'{key}' di sini hanya berlaku untuk kriteria terakhir, '{node}', tidak untuk kriteria "
            "lain tahapannya",
            "'{key}' holds here for the last criterion alone, '{node}', not for the others of its "
            "stage",
        ),
        hint=Text(
            "bila maksudnya seluruh tahapan, pindahkan baris ini ke bawah [[stages]], di atas "
            "[[stages.criteria]] yang pertama",
            "where the whole stage is meant, move this line beneath [[stages]], above the first "
            "[[stages.criteria]]",
        ),
        why=Text(
            "Setiap kunci milik kepala terakhir di atasnya; di bawah [[stages.criteria]] ia milik "
            "kriteria itu saja.",
            "Every key belongs to the last header above it; beneath [[stages.criteria]] it belongs "
            "to that criterion alone.",
        ),
    ),
    Message(
        code="UJ376",
        severity="error",
        text=Text(
            "fakta '{got}' berjenis {type}, padahal di sini perlu {expected}",
            "the fact '{got}' is of the type {type}, but what is needed here is {expected}",
        ),
        hint=Text(
            "sebut fakta lain, atau {instead}",
            "name another fact, or {instead}",
        ),
        why=Text(
            "Fakta jenis lain tidak pernah memberi angka atau urutan di sini: nilainya selalu "
            "kosong, dan itu baru tampak saat menilai.",
            "A fact of another type never gives a number or an order here: there would never be a "
            "value, and that would show only in scoring.",
        ),
    ),
    Message(
        code="UJ377",
        severity="error",
        text=Text(
            "dengan susunan panitia seleksi ini penggabungan nilai penguji tidak pernah memberi "
            "nilai: {why}",
            "with this composition of the panel, the pooling of marks never gives a value: {why}",
        ),
        hint=Text(
            "ubah cara menggabungkan ini, atau susunan panitia seleksi",
            "change this pooling, or the composition of the panel",
        ),
        why=Text(
            "Setiap peserta akan tanpa nilai, betapapun lengkap nilai para penguji.",
            "Every candidate would be without a value, however complete the marks are.",
        ),
    ),
    Message(
        code="UJ378",
        severity="warning",
        text=Text(
            "unsur '{got}' tidak mempunyai kursi di panitia seleksi, jadi bobotnya tidak pernah "
            "dipakai",
            "no seat of the panel is for the kind '{got}', so its weight is never used",
        ),
        hint=Text("mungkin maksudnya '{nearest}'", "perhaps '{nearest}' is meant"),
        otherwise=Text(
            "hapus bobot itu, atau tambahkan kursinya di [panel]",
            "take the weight out, or add the seat in [panel]",
        ),
        why=Text(
            "Bobot diberikan menurut unsur penguji; unsur yang salah tulis tidak mengenai siapa "
            "pun, dan unsur yang dimaksud tidak berbobot.",
            "Weights are given by the kind of examiner; a misspelt kind reaches nobody, and the "
            "kind that was meant has no weight.",
        ),
    ),
    Message(
        code="UJ379",
        severity="warning",
        text=Text(
            "tahapan '{stage}' berlangsung sesudah '{shortlist}': {why}",
            "the stage '{stage}' takes place after '{shortlist}': {why}",
        ),
        hint=Text(
            'tulis after = "{before}" pada tahapan ini agar berlangsung sebelum itu, atau '
            'after = "{behind}" bila memang sesudahnya',
            'write after = "{before}" in this stage to have it before that, or after = "{behind}" '
            "where it is meant to come after",
        ),
        otherwise=Text(
            'tulis after = "{behind}" pada tahapan ini bila memang sesudahnya',
            'write after = "{behind}" in this stage where it is meant to come after',
        ),
        why=Text(
            "Tahapan baru tanpa after berdiri di belakang tahapan terakhir aturan induk. Bila di "
            "sana sudah dipilih siapa yang diteruskan, pilihan itu dibuat tanpa tahapan ini.",
            "A new stage without after stands behind the last stage of the base. Where it has been "
            "chosen there who is kept, that choice is made without this stage.",
        ),
    ),
)
