"""The first sheet of a form: what to fill in, what the rules take from facts, what is missing."""

from collections.abc import Iterable, Sequence

from ujikom_rules.model.scoresheet import Scoresheet
from ujikom_rules.office.forms.columns import NO_MARKS
from ujikom_rules.office.forms.facts import FactsRead, facts_read
from ujikom_rules.office.forms.marking import Asked
from ujikom_rules.office.workbooks import Book
from ujikom_rules.planned import Plan

TITLE = "Petunjuk"
_LABEL, _SAID = 28, 96  # the widths of the two columns
_HOW = (
    "Isilah hanya sel yang berwarna putih. Sel lain terkunci supaya isian dapat dibaca kembali.",
    "Nilai ditulis dengan koma atau titik desimal. Sel kosong berarti belum diisi, bukan nol.",
    "Bila tidak menilai, pilih sebabnya di kolom Tidak menilai, atau tulis di sel nilainya: "
    + ", ".join(map(str, NO_MARKS)),
    "NIP dan id adalah teks. Jangan mengubah formatnya menjadi angka: digitnya akan hilang.",
    "Jangan menggabungkan sel, dan jangan menambah baris judul.",
    (
        "Baris baru ditulis pada baris putih yang masih kosong di bawah tabel. Bila baris bergaris "
        "habis, teruskan tepat di bawahnya: baris itu pun dibaca. Lembar tanpa baris putih sudah "
        "memuat semua barisnya."
    ),
)
_OF_EVENT = (
    "Pada lembar Ketidakhadiran, tahapan yang kosong berarti semua tahapan yang dinilai penguji.",
)


def write_guide(
    book: Book,
    plan: Plan,
    sheet: Scoresheet | None,
    asked: Sequence[tuple[str, Asked]],
    examiner: str,
) -> None:
    """Write the instructions, in Indonesian.

    Args:
        book: the form.
        plan: the rules.
        sheet: the event; None where nothing is known of it yet.
        asked: the marking sheets with their titles.
        examiner: whose form it is; empty for the form of all.
    """
    page = book.sheet(TITLE)
    read = facts_read(plan)
    page.sheet.set_column(0, 0, _LABEL)
    page.sheet.set_column(1, 1, _SAID)
    row = 0
    page.write(row, 0, plan.title.id, bold=True, font_size=14)
    for label, said in _heads(plan, sheet, examiner):
        row += 1
        page.write(row, 0, label, bold=True)
        page.write(row, 1, said, text_wrap=True)
    for heading, lines in (
        ("Cara mengisi", [("", line) for line in (_HOW if examiner else _HOW + _OF_EVENT)]),
        ("Lembar nilai", [_sheet_line(title, each) for title, each in asked]),
        ("Tidak dinilai karena benturan kepentingan", list(_recused(sheet, examiner))),
        ("Dari data peserta", [] if examiner else list(_fact_lines(plan, read))),
        ("Dokumen wajib", [] if examiner else list(_document_lines(plan))),
        ("Data yang belum ada", [] if examiner else list(_missing(plan, read, sheet))),
    ):
        if not lines:
            continue
        row += 2
        page.write(row, 0, heading, bold=True, font_size=12)
        for label, said in lines:
            row += 1
            page.write(row, 0, label, text_wrap=True, valign="top")
            page.write(row, 1, said, text_wrap=True, valign="top")
            page.tall(row, (label, _LABEL), (said, _SAID))
    page.on_paper(heads=False)
    page.sheet.protect()


def _heads(plan: Plan, sheet: Scoresheet | None, examiner: str) -> Iterable[tuple[str, str]]:
    yield "Berkas aturan", f"{plan.ruleset} {plan.version}"
    if sheet is not None:
        yield "Kegiatan", sheet.event.id
    if examiner:
        yield "Penguji", examiner
    yield from digests_of(plan, sheet).items()


def digests_of(plan: Plan, sheet: Scoresheet | None) -> dict[str, str]:
    """What a form was made for: the digests of the rules and of the event as it was recorded."""
    found = {"Sidik berkas aturan": plan.digest}
    return found if sheet is None else {**found, "Sidik lembar nilai": sheet.digest}


def _recused(sheet: Scoresheet | None, examiner: str) -> Iterable[tuple[str, str]]:
    """Whom an examiner's own form leaves out, so that nobody is missed in it."""
    for row in () if sheet is None or not examiner else sheet.recusals:
        if row.examiner == examiner:
            yield row.candidacy, row.reason


def _sheet_line(title: str, asked: Asked) -> tuple[str, str]:
    who = "satu baris untuk tiap peserta dan penguji" if asked.examined else (
        "diisi sekretariat, satu baris untuk tiap peserta"
    )  # fmt: skip
    names = ", ".join(leaf.title.id for leaf in asked.leaves)
    whole = asked.stage.node.title.id
    return title, f"{who}: {names}" if title == whole else f"{whole}; {who}: {names}"


def _fact_lines(plan: Plan, read: FactsRead) -> Iterable[tuple[str, str]]:
    for stage in plan.stages:
        if facts := read.stages[stage.id]:
            verb = "dihitung" if stage.gives == "value" else "diperiksa"
            yield stage.node.title.id, f"{verb} dari kolom lembar Peserta: {_names(plan, facts)}"
    for title, facts in (("Nilai akhir", read.total), ("Peringkat", read.standings)):
        if facts:
            yield title, f"memakai kolom lembar Peserta: {_names(plan, facts)}"


def _names(plan: Plan, facts: Iterable[str]) -> str:
    return ", ".join(_called(plan, name) for name in facts)


def _called(plan: Plan, fact: str) -> str:
    title = plan.facts[fact].title
    return fact if title is None else title.id


def documents_of(plan: Plan) -> tuple[str, ...]:
    """The documents that the rules ask for, by their ids."""
    found = (
        name
        for stage in plan.stages
        if stage.gives == "document"
        for name in getattr(stage.kind.part, "requires", ())
    )
    return tuple(dict.fromkeys(found))


def _document_lines(plan: Plan) -> Iterable[tuple[str, str]]:
    for stage in plan.stages:
        wanted = getattr(stage.kind.part, "requires", ()) if stage.gives == "document" else ()
        if wanted:
            each = getattr(stage.kind.part, "per", "event") == "candidacy"
            note = " (satu untuk tiap peserta)" if each else ""
            yield stage.node.title.id, ", ".join(wanted) + note


def _missing(plan: Plan, read: FactsRead, sheet: Scoresheet | None) -> Iterable[tuple[str, str]]:
    """Facts that the rules read and nobody recorded, with those who lack them."""
    if sheet is None:
        return
    positions = {row.id: row for row in sheet.positions}
    candidates = {row.id: row for row in sheet.candidates}
    for name in read:
        without = [
            row.id
            for row in sheet.candidacies
            if name not in row.facts
            and name not in candidates[row.candidate].facts
            and not (row.position in positions and name in positions[row.position or ""].facts)
        ]
        if without:
            yield _called(plan, name), ", ".join(without)
