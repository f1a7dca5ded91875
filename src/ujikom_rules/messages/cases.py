"""UJ8xx: where rulesets are found, and the cases beside them."""

from ujikom_rules.messages.library import LIBRARY
from ujikom_rules.messages.message import Message
from ujikom_rules.messages.texts import Text

CASES: tuple[Message, ...] = (
    Message(
        code="UJ820",
        severity="warning",
        text=Text(
            "berkas aturan ini tidak mempunyai contoh uji: {expected} tidak ada di sampingnya",
            "this ruleset has no cases: there is no {expected} beside it",
        ),
        why=Text(
            "Tanpa contoh dengan hasil yang sudah dihitung sendiri, tidak ada yang menunjukkan "
            "bahwa aturan menghitung seperti yang dimaksud.",
            "Without examples whose results were worked out by hand, nothing shows that the rules "
            "compute what was meant.",
        ),
        hint=Text(
            "tulis {expected} dengan sedikitnya satu [[cases]]",
            "write {expected} with at least one [[cases]]",
        ),
    ),
    Message(
        code="UJ821",
        severity="warning",
        text=Text(
            "contoh uji '{got}' tidak mengharapkan apa pun", "the case '{got}' expects nothing"
        ),
        why=Text(
            "Contoh yang tidak mengharapkan apa pun selalu berhasil, apa pun hasilnya.",
            "A case that expects nothing passes whatever comes out.",
        ),
        hint=Text(
            "tambahkan [cases.expect.PESERTA] dengan total, rank, verdict atau lainnya",
            "add [cases.expect.CANDIDACY] with a total, rank, verdict or more",
        ),
    ),
    Message(
        code="UJ822",
        severity="error",
        text=Text(
            "angka {got} harus ditulis dalam tanda kutip, persis seperti tercetak",
            "the number {got} must stand in quotes, just as it is printed",
        ),
        why=Text(
            "Hasil dibandingkan angka demi angka; tanpa tanda kutip, 82.50 dan 82.5 tidak dapat "
            "dibedakan.",
            "Results are compared digit by digit; without quotes 82.50 cannot be told from 82.5.",
        ),
        hint=Text(
            'tulis "{got}"; nol di belakang ikut ditulis bila tercetak',
            'write "{got}"; closing zeros belong to it where they are printed',
        ),
    ),
    Message(
        code="UJ823",
        severity="error",
        text=Text(
            "kode catatan pemeriksaan '{got}' tidak dikenal",
            "the finding code '{got}' is not known",
        ),
        why=Text(
            "Kode yang tidak ada tidak akan pernah muncul, sehingga contoh itu tidak dapat berhasil.",
            "A code that does not exist is never said, so that the case can never pass.",
        ),
        hint=Text("mungkin maksudnya '{nearest}'", "perhaps '{nearest}' is meant"),
        otherwise=Text(
            "tulis kode yang ada, misalnya UJ664; ujikom explain KODE menjelaskan artinya",
            "write a code that there is, such as UJ664; ujikom explain CODE says what it means",
        ),
    ),
    Message(
        code="UJ824",
        severity="error",
        text=Text(
            "angka yang diharapkan, {got}, ditulis dengan koma desimal",
            "the number that is expected, {got}, has a decimal comma",
        ),
        why=Text(
            "Angka yang diharapkan dibandingkan dengan hasil yang ditulis dengan titik desimal; "
            "dengan koma contoh itu tidak dapat berhasil.",
            "What is expected is compared with results written with a decimal point; with a comma "
            "the case can never pass.",
        ),
        hint=Text('tulis dengan titik: "{expected}"', 'write it with a point: "{expected}"'),
    ),
)
MESSAGES: tuple[Message, ...] = (*LIBRARY, *CASES)
