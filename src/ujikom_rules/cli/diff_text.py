"""The effect of a changed ruleset as text: what changed, who moved, which key did it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction

from ujikom_rules import exact
from ujikom_rules.analysis.diff import CaseEffect, Diff
from ujikom_rules.analysis.diff.blending import Change
from ujikom_rules.analysis.diff.effects import Effect, Group
from ujikom_rules.analysis.diff.moves import Move
from ujikom_rules.analysis.diff.sides import Side
from ujikom_rules.analysis.diff.values import order_text, value_text
from ujikom_rules.builtin.reports.layout import clean, table
from ujikom_rules.errors import Finding, errors_in
from ujikom_rules.messages import Lang, Text
from ujikom_rules.model.entry import Entry
from ujikom_rules.model.words import HEAD_WORDS, KEY_WORDS, VERDICT_WORDS, word
from ujikom_rules.reading.structure import Log, texts

WIDE = 60  # of a value in a list of changes
WHO = 5  # so many people are named in a line
NOTHING = "-"
YES_NO = {True: Text("ya", "yes"), False: Text("tidak", "no"), None: Text(NOTHING, NOTHING)}

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
DIFFERENCE = Text("selisih", "difference")
CAUSES = Text(
    "Sebabnya; tiap butir diterapkan sendiri pada A:", "Why; each item is applied to A by itself:"
)
TOGETHER = Text("hanya sah bersama-sama: ", "valid only together: ")
MOVED = Text("{count} peserta bergeser", "{count} moved")
NOBODY = Text("tidak ada yang bergeser", "nobody moved")
FROM_TO = Text("{who} dari peringkat {one} ke {other}", "{who} from rank {one} to {other}")
LOST = Text(
    "{who} dari peringkat {one} menjadi tanpa peringkat", "{who} from rank {one} to no rank"
)
WON = Text("{who} dari tanpa peringkat ke {other}", "{who} from no rank to {other}")
BECAME = Text("{who} menjadi {what}", "{who} becomes {what}")
MORE = Text("dan {count} lainnya", "and {count} more")
INTERACTION = Text(
    "Butir-butir itu saling memengaruhi, dan ada pembulatan; di luar jumlah dampak masing-masing: "
    "{points}.",
    "These items act on each other, and there is rounding; beyond the sum of their own effects: "
    "{points}.",
)
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
    lines += _changes(diff, lang)
    if diff.effect is not None:
        lines += ["", *_effect(diff.effect, lang)]
    else:
        for case in diff.cases:
            lines += ["", *_case(case, lang)]
        lines += [] if diff.cases else ["", NO_CASES.say(lang)]
    return "\n".join(lines) + "\n"


def _side(name: str, side: Side, lang: Lang) -> str:
    plan, file = side.plan, side.document.file
    where = f" ({file})" if file else ""
    return clean(f"{name}: {plan.ruleset} {plan.version}, {plan.title.say(lang)}{where}")


def _changes(diff: Diff, lang: Lang) -> Iterator[str]:
    found = diff.changes
    if not found.listed:
        yield SAME.say(lang)
    else:
        yield CHANGED.say(lang).format(count=len(found.listed))
    for each in found.listed:
        yield "  " + clean(f"{each.path}: {_said(each, lang)}")
        places = [
            f"{side} {entry.place}"
            for side, entry in (("A", each.before), ("B", each.after))
            if entry is not None and entry.place.file
        ]
        if places:
            yield "      " + clean(", ".join(places))
    if found.otherwise_written:
        yield OTHERWISE.say(lang).format(count=found.otherwise_written)
    if found.texts:
        yield TEXTS.say(lang).format(count=found.texts)


def _said(change: Change, lang: Lang) -> str:
    """What a change says: ``60 -> 50``, or that a key is new, removed, or in another order."""
    said = f"{_value(change, change.before)} -> {_value(change, change.after)}"
    action = ACTIONS.get(change.action)
    if action is None:
        return said
    if change.action == "order":
        return f"{action.say(lang)} {said}"
    entry = change.after or change.before
    title = entry.get("title") if entry is not None else None
    if not change.item:
        return f"{action.say(lang)}, {_value(change, entry)}"
    named = None if title is None else texts(title, Log())
    return action.say(lang) if named is None else f"{action.say(lang)}, {_short(named.say(lang))}"


def _value(change: Change, entry: Entry | None) -> str:
    text = order_text(entry) if change.action == "order" else value_text(entry)
    return NOTHING if text is None else _short(text)


def _short(text: str) -> str:
    return text if len(text) <= WIDE else f"{text[: WIDE - 3]}..."


def _label(change: Change, lang: Lang) -> str:
    """A change in a line of causes: ``bobot wawancara 60 -> 50``."""
    key, steps = change.steps[-1], change.steps
    named = KEY_WORDS.get(key)
    if change.item or change.action == "order":
        return f"{change.path} ({ACTIONS[change.action].say(lang)})"
    if named is None:
        return f"{change.path} {_said(change, lang)}"
    of = [step for step in steps[:-1] if step not in ("stages", "criteria", "decision")]
    return " ".join(filter(None, [named.say(lang), ".".join(of), _said(change, lang)]))


def _effect(effect: Effect, lang: Lang) -> Iterator[str]:
    yield from _outcome(effect, lang)
    if any(group.moves for group in effect.groups):
        yield ""
        yield CAUSES.say(lang)
        for group in effect.groups:
            yield "  " + clean(_group(group, lang))
    if effect.together:
        yield clean(INTERACTION.say(lang).format(points=_largest(effect.together, lang)))
    if effect.untried:
        yield UNTRIED.say(lang).format(count=len(effect.untried))


def _largest(points: Mapping[str, Fraction], lang: Lang) -> str:
    """Who has how many points, the most first, as far as one line goes."""
    found = sorted(points.items(), key=lambda each: -abs(each[1]))
    said = [f"{name} {_signed(each)}" for name, each in found[:WHO]]
    if len(found) > WHO:
        said.append(MORE.say(lang).format(count=len(found) - WHO))
    return ", ".join(said)


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
        yield from _table(effect.moves, effect.one.evaluation.stage_titles, lang)


def _codes(findings: Iterable[Finding]) -> str:
    return ", ".join(dict.fromkeys(each.code for each in errors_in(findings)))


def _case(case: CaseEffect, lang: Lang) -> Iterator[str]:
    title = case.title.say(lang)
    yield clean(CASE.say(lang).format(id=case.id, side=case.of.upper(), title=title))
    if case.effect is not None:
        yield from _outcome(case.effect, lang)
    else:
        yield REFUSED.say(lang).format(side="A, B", codes=_codes(case.findings))


def _group(group: Group, lang: Lang) -> str:
    said = ", ".join(_label(each, lang) for each in group.changes)
    whole = said if group.alone else f"{TOGETHER.say(lang)}{said}"
    if not group.moves:
        return f"{whole}: {NOBODY.say(lang)}"
    told = list(filter(None, (_told(each, lang) for each in group.moves)))
    named = told[:WHO]
    if len(told) > WHO:
        named.append(MORE.say(lang).format(count=len(told) - WHO))
    moved = MOVED.say(lang).format(count=len(group.moves))
    return f"{whole}: {moved}" + (f"; {', '.join(named)}" if named else "")


def _told(move: Move, lang: Lang) -> str:
    """What became of somebody: the rank, else verdict or category; of a total alone nothing."""
    one, other = move.before, move.after
    if one.rank != other.rank:
        said = WON if one.rank is None else LOST if other.rank is None else FROM_TO
        return said.say(lang).format(who=move.candidacy, one=one.rank, other=other.rank)
    if one.verdict != other.verdict:
        return BECAME.say(lang).format(who=move.candidacy, what=_verdict(other.verdict, lang))
    if one.category != other.category and other.category is not None:
        return BECAME.say(lang).format(who=move.candidacy, what=other.category)
    return ""


def _table(moves: Sequence[Move], titles: Mapping[str, Text], lang: Lang) -> list[str]:
    """Who moved, before and after; columns in which nothing is said are left out."""
    columns: list[tuple[str, bool, list[str]]] = [
        (_head("candidacy", lang), False, [each.candidacy for each in moves]),
        (_head("position", lang), False, [each.position or "" for each in moves]),
        (_head("total", lang), True, [_both(m.before.total, m.after.total) for m in moves]),
        (DIFFERENCE.say(lang), True, [_points(each.difference) for each in moves]),
        (_head("rank", lang), True, [_both(m.before.rank, m.after.rank) for m in moves]),
    ]
    for id_ in dict.fromkeys(id_ for each in moves for id_ in each.before.ranks):
        said = [_both(m.before.ranks.get(id_), m.after.ranks.get(id_)) for m in moves]
        columns.append((id_, True, _if_moved(said)))
    verdicts = [_both(*(_verdict(s.verdict, lang) for s in (m.before, m.after))) for m in moves]
    columns.append((_head("verdict", lang), False, _if_moved(verdicts)))
    categories = [_both(m.before.category, m.after.category) for m in moves]
    columns.append((_head("category", lang), False, _if_moved(categories)))
    for id_ in dict.fromkeys(id_ for each in moves for id_ in each.before.kept):
        kept = [(m.before.kept.get(id_), m.after.kept.get(id_)) for m in moves]
        said = [_both(*(YES_NO[each].say(lang) for each in pair)) for pair in kept]
        head = titles[id_].say(lang) if id_ in titles else id_
        columns.append((head, False, _if_moved(said)))
    columns = [each for each in columns if any(each[2])]
    rows = list(zip(*(each[2] for each in columns), strict=True))
    return table([each[0] for each in columns], rows, [each[1] for each in columns])


def _head(key: str, lang: Lang) -> str:
    return word(HEAD_WORDS, key, lang)


def _verdict(verdict: str, lang: Lang) -> str:
    return word(VERDICT_WORDS, verdict, lang)


def _if_moved(cells: list[str]) -> list[str]:
    """The cells of a column in which something moved; of another one nothing."""
    return cells if any(" -> " in each for each in cells) else [""] * len(cells)


def _both(before: str | None, after: str | None) -> str:
    one, other = before or NOTHING, after or NOTHING
    return one if one == other else f"{one} -> {other}"


def _points(points: Fraction | None) -> str:
    return NOTHING if points is None else _signed(points)


def _signed(points: Fraction) -> str:
    return f"+{exact.to_text(points)}" if points > 0 else exact.to_text(points)
