"""The effect of a changed ruleset as text: what changed, who moved, which key did it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction

from ujikom_rules.analysis.diff import CaseEffect, Diff
from ujikom_rules.analysis.diff.blending import Change
from ujikom_rules.analysis.diff.effects import Effect, Group
from ujikom_rules.analysis.diff.moves import Became, Move
from ujikom_rules.analysis.diff.sides import Side
from ujikom_rules.analysis.diff.values import order_text, value_text
from ujikom_rules.analysis.showing import path_words
from ujikom_rules.builtin.reports.layout import clean
from ujikom_rules.cli.diff_table import NOTHING, moved, signed, verdict
from ujikom_rules.errors import Finding, errors_in
from ujikom_rules.messages import Lang, Text
from ujikom_rules.model.entry import Entry
from ujikom_rules.model.words import KEY_WORDS

WIDE = 60  # of a value in a list of changes
WHO = 5  # so many people are named in a line
SAME = Text(
    "Tidak ada aturan yang berubah: semua angka dan langkah yang berlaku sama.",
    "No rule changed: every number and step in effect is the same.",
)
CHANGED = Text("Aturan yang berubah: {count}", "Rules changed: {count}")
ACTIONS: Mapping[str, Text] = {
    "add": Text("baru", "new"),
    "remove": Text("dihapus", "removed"),
    "order": Text("urutan", "order"),
}
OTHERWISE = Text(
    "Kunci yang ditulis lain dengan arti yang sama: {count}",
    "Keys written otherwise with the same meaning: {count}",
)
TEXTS = Text(
    "Teks dan dasar yang berbeda: {count} (bukan aturan)",
    "Texts and sources that differ: {count} (no rules)",
)
EFFECT = Text(
    "Dampak pada {event}: {moved} dari {all} peserta bergeser.",
    "Effect on {event}: {moved} of {all} candidacies moved.",
)
REFUSED = Text("Ditolak oleh {side}: {codes}", "Refused by {side}: {codes}")
OUTSIDE = Text(
    "{side} berlaku pada hari lain; dampaknya dihitung seolah-olah {side} berlaku.",
    "{side} is in force on other days; its effect is shown as if it held.",
)
CAUSES = Text(
    "Sebabnya; tiap butir diterapkan sendiri pada A:", "Why; each item is applied to A by itself:"
)
TOGETHER = Text("hanya sah bersama-sama: ", "valid only together: ")
MOVED = Text("{count} peserta bergeser", "{count} moved")
NOBODY = Text("tidak ada yang bergeser", "nobody moved")
FROM_TO = Text("dari peringkat {one} ke {other}", "from rank {one} to {other}")
LOST = Text("dari peringkat {one} menjadi tanpa peringkat", "from rank {one} to no rank")
WON = Text("dari tanpa peringkat ke {other}", "from no rank to {other}")
BECAME = Text("menjadi {what}", "becomes {what}")
AND = Text(" dan ", " and ")
MORE = Text("dan {count} lainnya", "and {count} more")
INTERACTION = Text(
    "Butir-butir itu saling memengaruhi, dan ada pembulatan; di luar jumlah dampak masing-masing: "
    "{points}.",
    "These items act on each other, and there is rounding; beyond the sum of their own effects: "
    "{points}.",
)
ONLY_TOGETHER = Text(
    "Baru terjadi bila butir-butir itu berlaku bersama: {who}.",
    "Only together do these items do this: {who}.",
)
UNDONE = Text(
    "Sebuah butir sendiri akan berbuat ini, tetapi bersama yang lain tidak: {who}.",
    "One item by itself would do this, but with the others it does not: {who}.",
)
RENAMED = Text(
    "{one} -> {other}: isinya sama, hanya namanya lain; berkas kegiatan harus menyebut nama itu.",
    "{one} -> {other}: says the same under another name, by which the event has to call it.",
)
KEPT = Text("diteruskan", "kept")
NOT_KEPT = Text("tidak diteruskan", "not kept")
UNDECIDED = Text("belum diputuskan", "undecided")
NO_CATEGORY = Text("tanpa kategori", "without a category")
UNTRIED = Text(
    "Belum dicoba sendiri-sendiri, karena terlalu banyak: {count} perubahan.",
    "Not tried by themselves, being too many: {count} changes.",
)
NO_CASES = Text(
    "Tidak ada contoh uji di samping kedua berkas; pakailah --on untuk sebuah kegiatan.",
    "There are no cases beside the two files; use --on for an event.",
)
CASE = Text("Contoh uji {id} ({side}): {title}", "Case {id} ({side}): {title}")


def diff_text(diff: Diff, lang: Lang) -> str:
    """The whole comparison, as a console prints it."""
    lines = [_side("A", diff.one, lang), _side("B", diff.other, lang), ""]
    said = _Saying(diff, lang)
    lines += _changes(diff, said, lang)
    if diff.effect is not None:
        lines += ["", *_effect(diff.effect, said, lang)]
    else:
        for case in diff.cases:
            lines += ["", *_case(case, said, lang)]
        lines += [] if diff.cases else ["", NO_CASES.say(lang)]
    return "\n".join(lines) + "\n"


def _side(name: str, side: Side, lang: Lang) -> str:
    plan, file = side.plan, side.document.file
    where = f" ({file})" if file else ""
    return clean(f"{name}: {plan.ruleset} {plan.version}, {plan.title.say(lang)}{where}")


def _changes(diff: Diff, said: "_Saying", lang: Lang) -> Iterator[str]:
    found = diff.changes
    if not found.listed:
        yield SAME.say(lang)
    else:
        yield CHANGED.say(lang).format(count=len(found.listed))
    for each in found.listed:
        yield "  " + clean(f"{said.path(each)}: {said.change(each)}")
        places = [
            f"{side} {entry.place}"
            for side, entry in (("A", each.before), ("B", each.after))
            if entry is not None and entry.place.file
        ]
        if places:
            yield "      " + clean(", ".join(places))
    for gone, new in found.renamed:
        yield "  " + clean(RENAMED.say(lang).format(one=said.path(gone), other=new.steps[-1]))
    if found.otherwise_written:
        yield OTHERWISE.say(lang).format(count=found.otherwise_written)
    if found.texts:
        yield TEXTS.say(lang).format(count=found.texts)


class _Saying:
    """Says changes in the words of the ruleset that has them: of A, or of B where it is new."""

    def __init__(self, diff: Diff, lang: Lang) -> None:
        self._lang = lang
        self._before, self._after = (
            path_words(side.merged.root, side.plan, lang) for side in (diff.one, diff.other)
        )

    def words(self, change: Change, steps: Sequence[str]) -> str:
        """What steps on the way to a change are called."""
        return (self._after if change.before is None else self._before)(steps)

    def path(self, change: Change) -> str:
        """Where it is: ``Wawancara › bobot (stages.wawancara.weight)``."""
        words = self.words(change, change.steps)
        return words if words == change.path else f"{words} ({change.path})"

    def change(self, change: Change) -> str:
        """What it says: ``60 -> 50``, or that a key is new, removed, or in another order."""
        said = f"{_value(change, change.before)} -> {_value(change, change.after)}"
        action = ACTIONS.get(change.action)
        if action is None:
            return said
        if change.action == "order":
            return f"{action.say(self._lang)} {said}"
        if change.item:
            return action.say(self._lang)
        return f"{action.say(self._lang)}, {_value(change, change.after or change.before)}"

    def label(self, change: Change) -> str:
        """A change in a line of causes: ``bobot Wawancara 60 -> 50``."""
        named = KEY_WORDS.get(change.steps[-1])
        if change.item or change.action == "order":
            return f"{self.path(change)} ({ACTIONS[change.action].say(self._lang)})"
        if named is None:
            return f"{self.path(change)} {self.change(change)}"
        above = change.steps[:-1]
        of = "" if above == ("decision",) else self.words(change, above)
        return " ".join(filter(None, [named.say(self._lang), of, self.change(change)]))


def _value(change: Change, entry: Entry | None) -> str:
    text = order_text(entry) if change.action == "order" else value_text(entry)
    return NOTHING if text is None else _short(text)


def _short(text: str) -> str:
    return text if len(text) <= WIDE else f"{text[: WIDE - 3]}..."


def _effect(effect: Effect, said: _Saying, lang: Lang, *, moving: bool = False) -> Iterator[str]:
    """An event; with `moving` of the changes those alone that moved somebody there."""
    yield from _outcome(effect, lang)
    if any(group.moves for group in effect.groups):
        yield ""
        yield CAUSES.say(lang)
        for group in effect.groups:
            if group.moves or not moving:
                yield "  " + clean(_group(group, said, lang))
    if effect.together:
        yield clean(INTERACTION.say(lang).format(points=_largest(effect.together, lang)))
    for form, became in ((ONLY_TOGETHER, effect.only_together), (UNDONE, effect.undone)):
        if became:
            yield clean(form.say(lang).format(who=_named(_by_person(became, lang), lang)))
    if effect.untried:
        yield UNTRIED.say(lang).format(count=len(effect.untried))


def _by_person(became: Sequence[Became], lang: Lang) -> list[str]:
    """What each of some is called, all of one person at once."""
    people = dict.fromkeys(each.candidacy for each in became)
    return [
        f"{who} {_called([each for each in became if each.candidacy == who], lang)}"
        for who in people
    ]


def _largest(points: Mapping[str, Fraction], lang: Lang) -> str:
    """Who has how many points, the most first, as far as one line goes."""
    found = sorted(points.items(), key=lambda each: -abs(each[1]))
    signs = signed([each for _, each in found], lang)
    told = [f"{name} {each}" for (name, _), each in zip(found, signs, strict=True)]
    return _named(told, lang, ", ")


def _outcome(effect: Effect, lang: Lang) -> Iterator[str]:
    """Who moved, or which side refuses the event."""
    refused = False
    for side, scored in (("A", effect.one), ("B", effect.other)):
        if scored.evaluation is None:
            refused = True
            yield REFUSED.say(lang).format(side=side, codes=_codes(scored.findings))
    if refused:
        return
    said = EFFECT.say(lang)
    yield clean(said.format(event=effect.event, moved=len(effect.moves), all=effect.candidacies))
    for side, scored in (("A", effect.one), ("B", effect.other)):
        if any(each.code == "UJ677" for each in scored.findings):
            yield OUTSIDE.say(lang).format(side=side)
    if effect.moves and effect.one.evaluation is not None:
        yield from moved(effect.moves, effect.one.evaluation.stage_titles, lang)


def _codes(findings: Iterable[Finding]) -> str:
    return ", ".join(dict.fromkeys(each.code for each in errors_in(findings)))


def _case(case: CaseEffect, said: _Saying, lang: Lang) -> Iterator[str]:
    title = case.title.say(lang)
    yield clean(CASE.say(lang).format(id=case.id, side=case.of.upper(), title=title))
    if case.effect is not None:
        yield from _effect(case.effect, said, lang, moving=True)
    else:
        yield REFUSED.say(lang).format(side="A, B", codes=_codes(case.findings))


def _group(group: Group, said: _Saying, lang: Lang) -> str:
    labels = ", ".join(map(said.label, group.changes))
    whole = labels if group.alone else f"{TOGETHER.say(lang)}{labels}"
    if not group.moves:
        return f"{whole}: {NOBODY.say(lang)}"
    told = list(filter(None, (_told(each, lang) for each in group.moves)))
    moved = MOVED.say(lang).format(count=len(group.moves))
    return f"{whole}: {moved}" + (f"; {_named(told, lang)}" if told else "")


def _named(told: Sequence[str], lang: Lang, between: str = "; ") -> str:
    """What is told of people, of so many as one line takes."""
    more = [MORE.say(lang).format(count=len(told) - WHO)] if len(told) > WHO else []
    return between.join([*told[:WHO], *more])


def _told(move: Move, lang: Lang) -> str:
    """What became of somebody: the rank, and what it is called now; of a total alone nothing."""
    one, other = move.before, move.after
    said: list[str] = []
    if one.rank != other.rank:
        form = WON if one.rank is None else LOST if other.rank is None else FROM_TO
        said.append(form.say(lang).format(one=one.rank, other=other.rank))
    # Who has lost the total has neither category nor shortlist to lose.
    called = [each for each in move.became if each.after is not None]
    if called:
        said.append(_called(called, lang))
    return f"{move.candidacy} {', '.join(said)}" if said else ""


def _called(became: Sequence[Became], lang: Lang) -> str:
    """What somebody is called now: the verdict, the category, whether a shortlist keeps it."""
    what = AND.say(lang).join(_word(each, lang) for each in became)
    return BECAME.say(lang).format(what=what)


def _word(became: Became, lang: Lang) -> str:
    match became.after:
        case str() as said:
            return verdict(said, lang) if became.what == "verdict" else said
        case None if became.what == "category":
            return NO_CATEGORY.say(lang)
        case None:
            word = UNDECIDED
        case kept:
            word = KEPT if kept else NOT_KEPT
    return f"{word.say(lang)} ({became.stage})"
