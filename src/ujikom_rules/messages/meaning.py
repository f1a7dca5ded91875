"""UJ3xx: what a ruleset means: weights, facts, stages, scales, standings."""

from ujikom_rules.messages.message import Message
from ujikom_rules.messages.texts import Text

_HUNDRED = Text(
    "Bobot satu kelompok harus berjumlah tepat 100; bobot yang bertentangan membatalkan hasil.",
    "The weights of one group must sum to exactly 100; contradictory weights annul results.",
)
_PARTS = Text(
    "Setiap cara menggabungkan menetapkan apakah ia memakai bobot, faktor, atau tidak keduanya.",
    "Every aggregator says whether it takes weights, factors, or neither.",
)
_EITHER = Text(
    "mungkin maksudnya '{nearest}'; samakan tulisannya di kedua tempat",
    "perhaps '{nearest}' is meant; spell it alike in both places",
)

MESSAGES: tuple[Message, ...] = (
    Message(
        code="UJ301",
        severity="error",
        text=Text(
            "bobot kelompok ini berjumlah {got}, bukan 100 ({missing})",
            "the weights of this group sum to {got}, not 100 ({missing})",
        ),
        hint=Text(
            "bobot ditulis dalam persen: {expected}, bukan {share}",
            "weights are percentages: write {expected}, not {share}",
        ),
        otherwise=Text(
            'ubah salah satu bobot, atau tulis "rest" pada satu di antaranya',
            'change one of the weights, or write "rest" for one of them',
        ),
        why=_HUNDRED,
    ),
    Message(
        code="UJ302",
        severity="error",
        text=Text("'{got}' belum diberi bobot", "no weight is given to '{got}'"),
        hint=Text(
            'tulis weight = …, atau weight = "rest" untuk sisanya',
            'write weight = …, or weight = "rest" for what is left',
        ),
        why=_HUNDRED,
    ),
    Message(
        code="UJ303",
        severity="error",
        text=Text(
            "bobot dan faktor tidak boleh bercampur dalam satu kelompok",
            "weights and factors cannot be mixed in one group",
        ),
        hint=Text(
            "pakai bobot saja, atau faktor saja, untuk semua di kelompok itu",
            "use weights alone, or factors alone, for all of the group",
        ),
        why=_PARTS,
    ),
    Message(
        code="UJ304",
        severity="error",
        text=Text(
            'hanya satu yang boleh berbobot "rest"', 'only one of a group may have weight "rest"'
        ),
        hint=Text(
            "tulis angka bobotnya pada yang lain", "write the weight of the other as a number"
        ),
        why=_HUNDRED,
    ),
    Message(
        code="UJ305",
        severity="error",
        text=Text(
            "bobot tidak boleh ditulis di sini, karena '{got}' yang menentukannya",
            "no weight may stand here, since '{got}' says how weights arise",
        ),
        hint=Text("hapus bobot itu", "delete the weight"),
        why=_HUNDRED,
    ),
    Message(
        code="UJ306",
        severity="error",
        text=Text("'{part}' tidak memakai '{got}'", "'{part}' takes no '{got}'"),
        hint=Text("hapus '{got}' dari baris itu", "delete '{got}' from the line"),
        why=_PARTS,
    ),
    Message(
        code="UJ307",
        severity="error",
        text=Text("bobot tidak boleh negatif: {got}", "a weight cannot be negative: {got}"),
        hint=Text("tulis bobot 0 atau lebih", "write a weight of 0 or more"),
        why=_HUNDRED,
    ),
    Message(
        code="UJ308",
        severity="error",
        text=Text(
            "tahapan '{got}' tidak memberi angka, jadi tidak berbobot ('{key}')",
            "the stage '{got}' gives no points, so it has no '{key}'",
        ),
        hint=Text("hapus kunci '{key}'", "take the key '{key}' out"),
        why=Text(
            "Syarat mutlak, dokumen, masukan dan daftar pendek tidak ikut dalam jumlah.",
            "Gates, documents, advice and shortlists are no part of the sum.",
        ),
    ),
    Message(
        code="UJ309",
        severity="error",
        text=Text(
            "baris bobot '{got}' tidak menyebut: {expected}",
            "the row of weights '{got}' does not name: {expected}",
        ),
        hint=Text(
            "tambahkan bobot bagi yang belum disebut; 0 bila tidak dihitung",
            "add the weight of what is not named; 0 where it does not count",
        ),
        why=_HUNDRED,
    ),
    Message(
        code="UJ310",
        severity="error",
        text=Text(
            "'{got}' memerlukan bobot, padahal nilai penguji tidak berbobot",
            "'{got}' takes weights, but the marks of examiners have none",
        ),
        hint=Text("pakai 'mean'", "use 'mean'"),
        why=_PARTS,
    ),
    Message(
        code="UJ311",
        severity="error",
        text=Text("fakta '{got}' tidak dinyatakan", "the fact '{got}' is not declared"),
        hint=_EITHER,
        why=Text(
            "Setiap fakta yang dibaca aturan harus tercantum di [facts] dengan jenisnya.",
            "Every fact that a rule reads must stand in [facts] with its type.",
        ),
        otherwise=Text(
            'tambahkan di [facts]: {got} = {{ type = "text" }}, dengan jenis yang sesuai',
            'add to [facts]: {got} = {{ type = "text" }}, with the type that fits',
        ),
    ),
    Message(
        code="UJ312",
        severity="error",
        text=Text(
            "tahapan atau kriteria '{got}' tidak ada", "there is no stage or criterion '{got}'"
        ),
        hint=_EITHER,
        why=Text(
            "Rujukan yang tidak sampai akan membuat aturan tidak berlaku.",
            "A reference that leads nowhere would leave the rule without effect.",
        ),
        otherwise=Text(
            "tulis id tahapan atau kriteria yang ada dalam berkas aturan ini",
            "write the id of a stage or criterion that this ruleset has",
        ),
    ),
    Message(
        code="UJ313",
        severity="error",
        text=Text(
            "tahapan '{got}' belum berlangsung di sini; tahapan hanya melihat ke belakang",
            "the stage '{got}' has not taken place here yet; stages look only back",
        ),
        hint=Text(
            "pindahkan tahapan ini ke belakang tahapan itu", "move this stage behind that one"
        ),
        why=Text(
            "Urutan tahapan adalah urutan penilaian.",
            "The order of stages is the order of the procedure.",
        ),
    ),
    Message(
        code="UJ314",
        severity="error",
        text=Text(
            "'{got}' tidak cocok untuk hal ini; yang cocok: {expected}",
            "'{got}' does not fit what is asked about; these do: {expected}",
        ),
        hint=Text("pakai salah satu yang cocok: {expected}", "use one that fits: {expected}"),
        why=Text(
            "Teks dan ya-tidak tidak dapat lebih besar atau lebih kecil.",
            "Texts and yes-no facts are not greater or less.",
        ),
    ),
    Message(
        code="UJ316",
        severity="error",
        text=Text(
            "syarat ini harus menyebut tepat satu hal: {expected}",
            "this condition must name exactly one subject: {expected}",
        ),
        hint=Text("tulis satu saja dari: {expected}", "write just one of: {expected}"),
        why=Text(
            "Satu syarat bertanya tentang satu hal; beberapa syarat digabung dengan all atau any.",
            "One condition asks about one thing; several are joined by all or any.",
        ),
    ),
    Message(
        code="UJ317",
        severity="error",
        text=Text(
            "syarat ini tidak menyebut apa yang diminta: {expected}",
            "this condition does not say what it asks: {expected}",
        ),
        hint=Text("tambahkan salah satu dari: {expected}", "add one of: {expected}"),
        why=Text(
            "Tanpa pembanding, syarat ini tidak dapat gagal.",
            "Without an operator the condition could never fail.",
        ),
    ),
    Message(
        code="UJ318",
        severity="error",
        text=Text(
            "'since' harus menyebut fakta tanggal; '{got}' bukan",
            "'since' must name a date fact; '{got}' is none",
        ),
        hint=Text("mungkin maksudnya '{nearest}'", "perhaps '{nearest}' is meant"),
        why=Text(
            "Masa dihitung dari tanggal sampai tanggal kegiatan.",
            "Years and months are counted from a date to the date of the event.",
        ),
        otherwise=Text(
            'tambahkan di [facts] sebuah fakta dengan type = "date", lalu sebut namanya di since',
            'add a fact with type = "date" to [facts], then name it in since',
        ),
    ),
    Message(
        code="UJ319",
        severity="error",
        text=Text("tahapan '{stage}' tidak memberi {got}", "the stage '{stage}' gives no {got}"),
        hint=Text("mungkin maksudnya '{nearest}'", "perhaps '{nearest}' is meant"),
        why=Text(
            "Syarat tentang kategori yang tidak pernah diberikan tidak dapat terpenuhi.",
            "A condition on a category that is never given could not be met.",
        ),
        otherwise=Text(
            "tambahkan kategori itu di classifier tahapan '{stage}', atau sebut kategori yang ada di sana",
            "add the category to the classifier of the stage '{stage}', or name one that stands there",
        ),
    ),
    Message(
        code="UJ320",
        severity="warning",
        text=Text(
            "tidak ada baris bobot untuk '{fact}' yang berisi: {got}",
            "there is no row of weights where '{fact}' says: {got}",
        ),
        hint=Text("tambahkan barisnya", "add the row"),
        why=Text(
            "Tanpa baris itu, hasil peserta yang bersangkutan tidak akan lengkap.",
            "Without the row the results of such candidacies would stay incomplete.",
        ),
    ),
    Message(
        code="UJ321",
        severity="error",
        text=Text("'{got}' belum mempunyai skala nilai", "'{got}' has no scale"),
        hint=Text(
            "tulis scale = {{ lower = 0, upper = 100 }}, di sini atau di 'each'",
            "write scale = {{ lower = 0, upper = 100 }}, here or in 'each'",
        ),
        why=Text(
            "Tanpa skala, nilai di luar batas tidak akan ketahuan.",
            "Without a scale, marks out of bounds would go unseen.",
        ),
    ),
    Message(
        code="UJ322",
        severity="error",
        text=Text(
            "'{got}' tidak dinilai penguji, jadi tidak ada yang digabungkan",
            "no examiner marks '{got}', so there is nothing to pool",
        ),
        hint=Text('tambahkan reads = "examiners"', 'add reads = "examiners"'),
        why=Text(
            "Penggabungan nilai penguji hanya berarti bila ada penguji.",
            "Pooling means something only where examiners mark.",
        ),
    ),
    Message(
        code="UJ323",
        severity="error",
        text=Text(
            "jenis tahapan '{kind}' tidak memakai '{got}'; ia tertulis di bawah [[{header}]] ini",
            "the stage kind '{kind}' takes no '{got}'; it stands under this [[{header}]]",
        ),
        hint=Text(
            "pindahkan ke tahapan yang dinilai, atau hapus",
            "move it to a stage that is rated, or delete it",
        ),
        why=Text(
            "Kriteria pada tahapan yang tidak memberi angka tidak akan pernah dinilai.",
            "Criteria on a stage that gives no points would never be rated.",
        ),
    ),
    Message(
        code="UJ324",
        severity="error",
        text=Text(
            "penggabungan per penguji hanya dapat dinyatakan pada tahapan, bukan pada '{got}'",
            "pooling by examiner can be said of a stage only, not of '{got}'",
        ),
        hint=Text("pindahkan kunci itu ke tahapannya", "move the key to its stage"),
        why=Text(
            "Yang digabung per penguji adalah seluruh kriteria satu tahapan.",
            "What is joined for each examiner are all criteria of one stage.",
        ),
    ),
    Message(
        code="UJ325",
        severity="error",
        text=Text(
            "tahapan '{got}' tidak mempunyai kriteria, jadi 'each' tidak mengenai apa-apa",
            "the stage '{got}' has no criteria, so 'each' reaches nothing",
        ),
        hint=Text("tulis kuncinya langsung pada tahapan", "write the keys on the stage itself"),
        why=Text(
            "Kunci yang tidak mengenai apa-apa biasanya salah tempat.",
            "A key that reaches nothing usually stands in the wrong place.",
        ),
    ),
    Message(
        code="UJ326",
        severity="error",
        text=Text(
            "'{got}' hanya untuk kriteria yang dinilai langsung, bukan yang beranak kriteria",
            "'{got}' is for criteria that are rated themselves, not for those with criteria "
            "beneath",
        ),
        hint=Text(
            "pindahkan ke kriteria di bawahnya, atau hapus",
            "move it to the criteria beneath, or delete it",
        ),
        why=Text(
            "Nilai kriteria induk berasal dari anak-anaknya.",
            "The value of such a criterion comes from those beneath it.",
        ),
    ),
    Message(
        code="UJ327",
        severity="error",
        text=Text(
            "'{got}' membandingkan peserta, jadi nilai para penguji harus digabung lebih dahulu",
            "'{got}' compares candidacies, so the marks of the examiners must be pooled first",
        ),
        hint=Text('tulis on = "pooled" padanya', 'write on = "pooled" in it'),
        why=Text(
            "Nilai satu penguji hanya dapat dibandingkan bila setiap peserta bertemu penguji itu.",
            "Single marks compare only where every candidacy met the same examiner.",
        ),
    ),
    Message(
        code="UJ328",
        severity="error",
        text=Text(
            "'{got}' membandingkan peserta dan hanya dapat berdiri pada kriteria tanpa anak "
            "kriteria",
            "'{got}' compares candidacies and can stand only where no criteria are beneath",
        ),
        hint=Text(
            "tulis pada kriteria yang dinilai langsung", "write it on a criterion that is rated"
        ),
        why=Text(
            "Yang dibandingkan adalah nilai setiap peserta pada satu kriteria.",
            "What is compared are the values of all candidacies at one criterion.",
        ),
    ),
    Message(
        code="UJ329",
        severity="error",
        text=Text(
            "'{got}' menunggu penggabungan (on = \"pooled\"), tetapi nilai di sini digabung per "
            "penguji pada tahapannya",
            "'{got}' waits for the pooling (on = \"pooled\"), but the marks here are pooled by "
            "examiner, at the stage",
        ),
        hint=Text(
            'hapus on, atau tulis pool-by = "criterion" pada kriteria ini',
            'take on out, or write pool-by = "criterion" on this criterion',
        ),
        why=Text(
            "Di sini tidak ada nilai gabungan, sehingga bagian ini tidak akan pernah bekerja.",
            "There is no pooled value here, so this part would never do anything.",
        ),
    ),
    Message(
        code="UJ331",
        severity="error",
        text=Text(
            "urutan tanpa peringkat bersama memerlukan penentu urutan yang selalu memisahkan",
            "an ordinal standing needs a tie-break that always parts",
        ),
        hint=Text("tambahkan penentu urutan 'lot'", "add the tie-break 'lot'"),
        why=Text(
            "Tanpa penentu, yang sama akan diurutkan menurut kebetulan.",
            "Without one, equals would be put in order by accident.",
        ),
    ),
    Message(
        code="UJ332",
        severity="error",
        text=Text(
            "tahapan '{got}' tidak memberi angka, padahal angkanya dibaca di sini",
            "the stage '{got}' gives no value, but its value is read here",
        ),
        hint=Text("sebut tahapan yang memberi angka", "name a stage that gives a value"),
        why=Text(
            "Urutan atau kategori menurut tahapan tanpa angka akan kosong.",
            "A standing or a category by a stage without a value would be empty.",
        ),
    ),
    Message(
        code="UJ350",
        severity="error",
        text=Text(
            "aturan panitia seleksi ini tidak menyebut bagian yang dipakai: kunci 'use' tidak ada",
            "this panel rule does not say which part it uses: the key 'use' is missing",
        ),
        hint=Text(
            'tulis use = "composition", atau aturan sebuah plugin: use = "plugin:nama-aturan"',
            'write use = "composition", or the rule of a plugin: use = "plugin:its-rule"',
        ),
        why=Text(
            "Siapa yang duduk sebagai penguji ditentukan oleh bagian yang disebut namanya.",
            "Who is seated as examiner is decided by a part that is named.",
        ),
    ),
)
